// What moves when a limit is typed is written in parts; the page must then be the one that is made anew under the same limits.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { anew, choose, file, keepStates, ready, says } from './page.mjs';

const UNITS = Array.from({ length: 99 }, (_, unit) => unit + 1);
const catalogue = `danh mục;nhieu\ntên danh mục;Nhiều đơn vị\nmã;tên;loại;nhóm\n${UNITS.map((unit) => `xa-${unit};UBND xã Số ${unit};xã;${unit % 4 ? 'Cấp xã' : 'Cấp huyện'}`).join('\n')}\n`;
const table = `Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n${UNITS.map((unit) => `UBND xã Số ${unit};${unit},${unit % 10};${unit * 20}`).join('\n')}\n`;

let browser;
let page;
let context;
let problems;
before(async () => {
  browser = await launch();
  ({ page, context, problems } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(() => browser.close());
afterEach(() => assert.deepEqual(problems.splice(0), []));
beforeEach(async () => {
  await anew(page);
  await page.setInputFiles('#catalogue-file', file('danh-muc.csv', catalogue));
  await says(page, '#units', /99 đơn vị/);
  await choose(page, file('xa.csv', table));
  await page.evaluate(() => {
    window.written = { parts: 0, whole: 0 };
    const { some } = Patch;
    Patch.some = (...all) => {
      const done = some(...all);
      window.written[done ? 'parts' : 'whole'] += 1;
      return done;
    };
  });
});

/** The markup of all regions but that of the steps taken; what is unfolded is the person's. */
const regions = (on) => on.$$eval('.region:not(#undo)', (all) => Object.fromEntries(all.map((region) => {
  const copy = region.cloneNode(true);
  copy.querySelectorAll('details').forEach((details) => details.removeAttribute('open'));
  copy.normalize();
  return [region.id, copy.innerHTML];
})));

/** The same of a page that opens the same file under the settings that this one remembers. */
async function madeAnew() {
  const fresh = await context.newPage();
  await fresh.goto(url);
  await ready(fresh);
  await choose(fresh, file('xa.csv', table));
  const made = await regions(fresh);
  await fresh.close();
  return made;
}

/** Holds the page to the one made anew, and shows where the first of its regions differs. */
async function isAsMadeAnew() {
  const [own, made] = [await regions(page), await madeAnew()];
  assert.deepEqual(Object.keys(own), Object.keys(made));
  for (const [region, markup] of Object.entries(own)) {
    const at = [...markup].findIndex((letter, place) => letter !== made[region][place]);
    const excerpt = (text) => text.slice(Math.max(at - 60, 0), at + 120);
    assert.ok(markup === made[region], `${region}: ${excerpt(markup)}\nanew: ${excerpt(made[region])}`);
  }
}

const type = async (percent, copies) => {
  await page.fill('#threshold-copies', copies);
  await page.fill('#threshold-percent', percent);
  await says(page, '#summary', new RegExp(`tỷ lệ dưới ${percent}%[^]*dưới ${copies.replace(/000$/, '.000')}`));
};

const written = () => page.evaluate(() => window.written);

describe('after limits were moved', () => {
  for (const moves of [['48,5'], ['52,5', '48,5', '55'], ['0', '100', '33'], ['99', '0']]) {
    test(`to ${moves.join(', ')} %, the page is as made anew`, async () => {
      for (const percent of moves) await type(percent, percent === '33' ? '500' : '1000');
      await isAsMadeAnew();
    });
  }

  test('a little, most regions are written in parts', async () => {
    await type('48,5', '1000');
    const { parts, whole } = await written();
    assert.ok(parts >= 3 && whole === 0, JSON.stringify({ parts, whole }));
  });

  test('in a page that somebody has translated, the page is as made anew', async () => {
    await page.evaluate(() => document.querySelectorAll('#ranking td, #chart text').forEach((element) => {
      const font = document.createElement('font');
      font.append(...element.childNodes);
      element.append(font);
    }));
    await type('48,5', '1000');
    assert.ok((await written()).whole >= 1);
    // What says the same as before is left as it is: of it the translation stays.
    await page.evaluate(() => document.querySelectorAll('font').forEach((font) => font.replaceWith(...font.childNodes)));
    await isAsMadeAnew();
  });

  test('after the group, the order and the filter were changed, the page is as made anew', async () => {
    await page.selectOption('#group', 'cap-huyen');
    await type('48,5', '1000');
    await page.selectOption('#group', 'cap-xa');
    await page.click('#sort-copies');
    await type('52,5', '300');
    await page.click('#sort-rank');
    await says(page, '#ranking caption', /sắp xếp theo hạng/);
    await page.fill('#filter-name', 'số 1');
    await type('60', '300');
    await page.fill('#filter-name', '');
    await says(page, '#ranking-region', /Số 99/);
    await isAsMadeAnew();
  });

  test('what was unfolded stays so, and the words that are selected stay selected', async () => {
    await page.evaluate(() => {
      document.querySelector('#chart details').open = true;
      document.querySelector('#message').open = true;
      getSelection().selectAllChildren(document.querySelector('tr[data-unit="xa-99"] [data-field="percent"]'));
      const input = document.getElementById('threshold-percent');
      input.value = '48,5';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await says(page, '#summary', /tỷ lệ dưới 48,5%/);
    const stays = await page.evaluate(() => [document.querySelector('#chart details').open, document.querySelector('#message').open, String(getSelection())]);
    assert.deepEqual(stays, [true, true, '99,9%']);
  });
});
