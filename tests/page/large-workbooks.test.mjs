// A workbook of 36.000 rows, small in its archive: how far its reading is is seen, and it can be stopped.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { axe, launch, url, visit } from './browser.mjs';
import { ids, table } from './letter.mjs';
import { anew, choose, file, keepStates, ready, settled, text, units } from './page.mjs';
import { xlsx, xmlOf } from './xlsx.mjs';

let browser;
let page;
let problems;
let large;
before(async () => {
  // The letter, and below it remarks without end: rows that are read and skipped.
  const letter = table(';').split(/\r?\n/).map((line) => line.split(';'));
  const remarks = Array.from({ length: 600 }, (_, row) => ['', '', '', ...Array(17).fill(`ghi chú ${row}`)]);
  const content = xlsx(xmlOf(letter) + xmlOf(remarks).repeat(60));
  assert.ok(content.length < 2 << 20, 'its bytes are there in one moment');
  large = { ...file('lon.xlsx', ''), buffer: content };
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(() => browser.close());
beforeEach(() => anew(page));
afterEach(() => assert.deepEqual(problems.splice(0), []));

const begin = () => settled(page, () => page.setInputFiles('#files', large), ['reading']);
const cancel = () => settled(page, () => page.click('#cancel'));
/** Waits for a share of the bar that is above this one, and says which. */
const above = async (share) => {
  await page.waitForFunction((least) => {
    const bar = document.getElementById('progress');
    return bar.value / bar.max > least;
  }, share, { timeout: 60_000 }); // a machine that does other things besides
  return page.locator('#progress').evaluate(({ value, max }) => value / max);
};

test('the bar grows while the sheet is read, and is seen as well as heard', async () => {
  await begin();
  const early = await above(0);
  const late = await above(early);
  assert.ok(early < late && late < 1, `${early} ${late}`);
  assert.deepEqual(await axe(page), []);
  await cancel();
});

test('a stop during the sheet keeps earlier files, and the next one is read', async () => {
  await choose(page, file('phu-luc.csv', table(';')));
  await begin();
  await above(0.1);
  await cancel();
  assert.equal(await text(page, '#status'), 'Đã dừng đọc. Các tệp đã đọc xong vẫn giữ nguyên.');
  assert.deepEqual(await units(page), ids);
  await choose(page, file('hai.csv', table('\t')));
  assert.equal(await page.locator('#files-read article').count(), 2);
});

test('beginning anew during the sheet leaves the empty page', async () => {
  await begin();
  await above(0);
  await settled(page, () => page.click('#clear'), ['ready']);
  await choose(page, file('hai.csv', table('\t')));
  assert.deepEqual(await units(page), ids);
});
