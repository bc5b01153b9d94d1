// A narrow screen, large letters, no colours: nothing of the page is lost.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { header, rows, table } from './letter.mjs';
import { anew, choose, file, keepStates, ranking, ready, text } from './page.mjs';

const longName = `${'bang-so-lieu-khong-co-khoang-trang-'.repeat(4)}.csv`;
const states = {
  'a result': async (page) => {
    await choose(page, file(longName, `Phụ lục\r\n${table(';')}`));
    await page.$$eval('details', (all) => all.forEach((one) => { one.open = true; }));
  },
  'an error': (page) => choose(page, file(longName, '')),
  'a question': (page) =>
    choose(page, file(longName, table(';', [header, ...rows.map((row, at) => row.with(2, at ? '50' : '0,723'))]))),
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Elements whose content sticks out of them or is cut off, but for those made to scroll and those kept for the ear. */
const cut = (page) =>
  page.$$eval('body *', (all) =>
    all
      .filter((one) => !one.closest('svg, .hidden, .scroll, #drop input, .file input') && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.localName}#${one.id}.${one.className}: ${one.scrollWidth} > ${one.clientWidth}`),
  );
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** Words of the drawing that leave it. */
const outside = (page) =>
  page.$$eval('#chart svg text', (all) =>
    all
      .filter((one) => {
        const frame = one.ownerSVGElement.getBoundingClientRect();
        const { left, right } = one.getBoundingClientRect();
        return left < frame.left - 1 || right > frame.right + 1;
      })
      .map((one) => one.textContent),
  );

for (const [view, options, style] of [
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }, ''],
  ['with letters twice as large', { viewport: { width: 1366, height: 768 } }, 'html { font-size: 200% }'],
  ['320 pixels wide, with the distances of WCAG 1.4.12', { viewport: { width: 320, height: 640 } },
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'],
]) {
  describe(`the page ${view}`, () => {
    let page;
    before(async () => {
      // The style is set as a reader's own, since the page's policy refuses a foreign one.
      ({ page } = await visit(browser, url, { before: keepStates, ...options }));
      await ready(page);
    });
    after(() => page.context().close());

    for (const [state, enter] of Object.entries(states)) {
      describe(`with ${state}`, () => {
        before(async () => {
          await anew(page);
          await enter(page);
          await page.evaluate((css) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet];
          }, style);
        });

        test('does not scroll sideways', async () => {
          assert.equal(await sideways(page), 0);
        });

        test('cuts nothing off', async () => {
          assert.deepEqual(await cut(page), []);
        });

        if (state === 'a result') {
          test('keeps the words of the drawing inside it', async () => {
            assert.deepEqual(await outside(page), []);
          });
        }
      });
    }
  });
}

describe('a reader who sees no colours and no drawing', () => {
  let page;
  before(async () => {
    ({ page } = await visit(browser, url, { before: keepStates }));
    await ready(page);
  });

  test('finds the status line on the page before anything is said in it', async () => {
    assert.equal(await page.locator('#status[role=status]').count(), 1);
    const { page: early, context } = await visit(browser, url, { javaScriptEnabled: false });
    assert.equal(await early.locator('#status[role=status]').count(), 1);
    await context.close();
  });

  test('finds each note as a word', async () => {
    await choose(page, file('phu-luc.csv', table(';')));
    const notes = await page.$$eval('#ranking .note', (all) => all.map((one) => one.textContent));
    assert.deepEqual(notes.toSorted(), [...Array(4).fill('Quá thấp'), ...Array(3).fill('Thấp')].toSorted());
  });

  test('finds the drawing in words, with the values of the table', async () => {
    const words = await page.$$eval('#chart-words li', (items) => items.map((item) => item.textContent));
    const low = ['muong-khuong', 'van-ban', 'bac-ha'];
    const expected = (await ranking(page)).map(
      ([unit, , name, percent]) => `${name}: ${percent}, ${low.includes(unit) ? 'dưới' : 'đạt'} ngưỡng`,
    );
    assert.deepEqual(words, expected);
    assert.equal(await page.textContent('#chart-words p'), 'Ngưỡng «Thấp» là 50%.');
  });

  test('finds the bars below the limit told beside the bar', async () => {
    const labels = await page.$$eval('#chart svg text', (all) => all.map((one) => one.textContent));
    assert.deepEqual(labels.filter((label) => label.endsWith('– Thấp')).length, 3);
  });

  test('finds in every header cell of a figure what its note is about', async () => {
    assert.match(await text(page, '#ranking thead'), /Ghi chú về tỷ lệ.*Ghi chú về chứng thực/);
  });

  test('is told without script what the page needs', async () => {
    const { page: plain, context } = await visit(browser, url, { javaScriptEnabled: false });
    assert.match(await plain.innerText('noscript'), /cần JavaScript/);
    await context.close();
  });
});
