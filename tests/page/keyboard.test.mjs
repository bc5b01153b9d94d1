// The whole journey without a mouse: the focus is always seen, on something, and in the order of the page.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { table } from './letter.mjs';
import { anew, choose, file, focused, keepStates, noted, ready, says, settled, units } from './page.mjs';

let browser;
let page;
before(async () => {
  browser = await launch();
  ({ page } = await visit(browser, url, { before: keepStates, viewport: { width: 1366, height: 768 } }));
  await ready(page);
});
after(() => browser.close());
beforeEach(() => anew(page));

/** Presses Tab until the element of this id, or the first that matches, has the focus; gives the ids passed on the way. */
async function tabTo(id) {
  const passed = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
    if (passed.at(-1) === id) return passed;
  }
  throw new Error(`${id} was not reached: ${passed.join(' ')}`);
}

/** Whether the focused element, or the label that stands for it, has a line around it and lies in the window. */
const focusIsSeen = () =>
  page.evaluate(() => {
    const active = document.activeElement;
    const shown = active.id === 'files' ? document.querySelector('label[for=files]') : active;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { top, bottom, width, height } = shown.getBoundingClientRect();
    const line = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    return line && width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  });

/** Everything Tab reaches from the first stop of the page on, until it leaves it: [id or tag, whether the focus is seen]. */
async function roundTrip() {
  const stops = [];
  await page.focus('.skip');
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    stops.push([await focused(page), await focusIsSeen()]);
    await page.keyboard.press('Tab');
  }
  return stops;
}

test('the empty page is walked through in its order', async () => {
  const stops = await roundTrip();
  assert.deepEqual(stops.map(([stop]) => stop), ['a', 'files', 'sample', 'sample-portal', 'sample-months', 'clear', 'summary', 'summary', 'summary', 'summary']);
});

test('the focus is seen at every stop of a result', async () => {
  await choose(page, file('phu-luc.csv', table(';')));
  const stops = await roundTrip();
  assert.ok(stops.some(([stop]) => stop === 'drop-file-0'), 'the walk must reach the last button');
  assert.deepEqual(stops.filter(([, seen]) => !seen), []);
});

test('the focus is seen at every stop of an error', async () => {
  await choose(page, file('rỗng.csv', ''));
  assert.deepEqual((await roundTrip()).filter(([, seen]) => !seen), []);
});

test('the first stop leads over the head to the content', async () => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Đến nội dung chính');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'main');
});

test('sample, limit, order and print are reached and worked one after the other', async () => {
  await page.evaluate(() => { window.printed = 0; window.print = () => { window.printed += 1; }; });
  await tabTo('sample');
  await settled(page, () => page.keyboard.press('Enter'), ['done']);
  assert.equal(await focused(page), 'result-heading');
  await tabTo('threshold-percent');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('55');
  await says(page, '#changes', /thêm Si Ma Cai, Bát Xát/);
  assert.equal(await focused(page), 'threshold-percent');
  assert.equal((await noted(page, 'percent-note')).length, 5);
  const way = await tabTo('sort-copies');
  assert.deepEqual(way.filter((stop) => stop.startsWith('sort-')), ['sort-rank', 'sort-name', 'sort-percent', 'sort-copies']);
  await page.keyboard.press('Enter');
  await says(page, '#status', /số chứng thực điện tử, giảm dần/);
  assert.equal((await units(page))[0], 'tp-lao-cai');
  assert.equal(await focused(page), 'sort-copies');
  await page.keyboard.press('Space');
  await says(page, '#status', /số chứng thực điện tử, tăng dần/);
  await tabTo('print');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.printed), 1);
});

test('the file input opens the dialog of files by a key', async () => {
  await tabTo('files');
  const chosen = page.waitForEvent('filechooser');
  await page.evaluate(() => {}); // the browser now knows that somebody waits for the dialog
  await page.keyboard.press('Space');
  const chooser = await chosen;
  assert.equal(chooser.isMultiple(), true);
});

test('what scrolls sideways is reached and scrolled by keys', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await choose(page, file('phu-luc.csv', table(';')));
  const box = page.locator('#ranking-region .scroll');
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('#ranking-region .scroll').scrollLeft > 0);
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('a key that resets the limits keeps the reader at the limits', async () => {
  await choose(page, file('phu-luc.csv', table(';')));
  await page.fill('#threshold-percent', '55');
  await tabTo('limits-reset');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('changes').textContent === '');
  const inLimits = await page.evaluate(() => document.getElementById('limits').contains(document.activeElement));
  assert.equal(inLimits, true, await focused(page));
});

test('regions stand in the order in which they are told', async () => {
  const order = await page.$$eval('#status, #errors, #summary, #limits, #ranking-region, #notices', (all) => all.map(({ id }) => id));
  assert.deepEqual(order, ['errors', 'status', 'summary', 'limits', 'ranking-region', 'notices']);
});
