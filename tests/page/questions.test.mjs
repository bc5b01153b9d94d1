// What only an officer can tell is asked, answered by one button, and not asked again.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { header, ids, rows, table } from './letter.mjs';
import { anew, choose, file, focused, keepStates, ranking, ready, settled, text } from './page.mjs';

/** The letter with its percentages written otherwise: their cells by the number of the row. */
const withPercents = (percents) => table(';', [header, ...rows.map((row, at) => row.with(2, percents[at]))]);

// Without signs, and the last as a share of one: 0,481 is either 0,481 % or 48,1 %.
const plain = ['72,3', '68,9', '58,6', '56,9', '53,9', '53,1', '49,5', '49', '0,481'];
const unclear = file('ty-le.csv', withPercents(plain));
// Two columns that claim the percentage: 60 % for all, or the letter's.
const twoHeaders = ['STT', 'Đơn vị', 'Tỷ lệ số hóa hồ sơ', 'Tỷ lệ nhóm số hóa hồ sơ'];
const twoColumns = file('hai-cot.csv', table(';', [twoHeaders, ...rows.map(([stt, name, percent]) => [stt, name, '60%', percent])]));

let browser;
let page;
let problems;
before(async () => {
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(() => browser.close());
beforeEach(() => anew(page));
afterEach(() => assert.deepEqual(problems.splice(0), []));

const answer = (words) => settled(page, () => page.click(`#questions button:has-text("${words}")`), ['done']);
const percents = async () => Object.fromEntries((await ranking(page)).map((row) => [row[0], row[3]]));

describe('percentages that can be read in two ways', () => {
  beforeEach(() => choose(page, unclear));

  test('are asked about with file, column and the cell that shows it', async () => {
    assert.match(await text(page, '#questions legend'), /ty-le\.csv.*«0,481».*«Tỷ lệ % tổng chung nhóm số hóa hồ sơ»/);
  });

  test('stand in the window as soon as the file is read', async () => {
    const [top, bottom] = await page.$eval('#questions fieldset', (one) => {
      const box = one.getBoundingClientRect();
      return [box.top, box.bottom];
    });
    assert.ok(top >= 0 && bottom <= 720, `from ${top} to ${bottom} of 720`);
  });

  test('count as unknown until then', async () => {
    const shown = await ranking(page);
    assert.deepEqual(shown.map((row) => row[3]), Array(9).fill('chưa có số liệu'));
  });

  test('are told in the notices', async () => {
    assert.equal(await page.locator('#notices [data-code=numbers-ambiguous]').count(), 1);
  });

  test('answered as percentages are ranked at once', async () => {
    await answer('0,481 phần trăm');
    const shown = await percents();
    assert.equal(shown['bao-yen'], '72,3%');
    assert.match(shown['bac-ha'], /^0,5% ?\(0,481%\)$/);
  });

  test('answered as shares of one are ranked at once', async () => {
    await answer('48,1 phần trăm');
    assert.equal((await percents())['bac-ha'], '48,1%');
  });

  test('answered leave no question and no notice of one', async () => {
    await answer('0,481 phần trăm');
    assert.equal(await text(page, '#questions'), '');
    assert.equal(await page.locator('#notices [data-code=numbers-ambiguous]').count(), 0);
  });

  test('of a column that is not to be used leave the units unranked, and nothing to answer', async () => {
    await answer('Không dùng cột này');
    assert.equal(await text(page, '#questions'), '');
    assert.ok((await ranking(page)).every((row) => row[1] === '–'));
  });

  test('answered by keyboard leave the focus on the page', async () => {
    await page.focus('#questions button');
    await settled(page, () => page.keyboard.press('Enter'), ['done']);
    assert.notEqual(await focused(page), 'body');
  });

  test('are not asked about in the next file with the same header', async () => {
    await answer('0,481 phần trăm');
    await choose(page, file('thang-sau.csv', withPercents(plain.with(8, '0,5'))));
    assert.equal(await text(page, '#questions'), '');
  });

  test('are not asked about after the page is opened again', async () => {
    await answer('0,481 phần trăm');
    await page.reload();
    await ready(page);
    await choose(page, unclear);
    assert.equal(await text(page, '#questions'), '');
    assert.equal((await percents())['bao-yen'], '72,3%');
  });

  test('answered leave the other files as they were', async () => {
    await choose(page, file('hong.csv', ''));
    await answer('0,481 phần trăm');
    assert.equal(await text(page, '#errors strong'), 'hong.csv');
    assert.equal((await percents())['bao-yen'], '72,3%');
  });
});

describe('two columns that claim the percentage', () => {
  beforeEach(() => choose(page, twoColumns));

  test('are offered with their headers and examples', async () => {
    const offered = await page.$$eval('#questions button', (buttons) => buttons.map((button) => button.textContent));
    assert.equal(offered.length, 3);
    assert.match(offered[0], /«Tỷ lệ số hóa hồ sơ» \(ví dụ: 60%/);
    assert.match(offered[1], /«Tỷ lệ nhóm số hóa hồ sơ» \(ví dụ: 72,3%/);
    assert.match(offered[2], /Không cột nào/);
  });

  test('are ranked by the one that is chosen', async () => {
    await answer('Tỷ lệ nhóm số hóa hồ sơ');
    assert.deepEqual((await ranking(page)).map(([unit]) => unit), ids);
    assert.equal((await percents())['bao-yen'], '72,3%');
  });

  test('are ranked by the other when that is chosen', async () => {
    await answer('Tỷ lệ số hóa hồ sơ');
    assert.deepEqual([...new Set(Object.values(await percents()))], ['60%']);
  });
});

test('questions of several files are answered one after the other', async () => {
  await choose(page, unclear, twoColumns);
  assert.equal(await page.locator('#questions fieldset').count(), 2);
  await answer('0,481 phần trăm');
  assert.equal(await page.locator('#questions fieldset').count(), 1);
  await answer('Tỷ lệ nhóm số hóa hồ sơ');
  assert.equal(await text(page, '#questions'), '');
});
