// A file of 150 megabytes: its reading is seen, can be stopped, and holds nothing up.
import assert from 'node:assert/strict';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileUrl, launch, url, visit } from './browser.mjs';
import { ids, table } from './letter.mjs';
import { anew, choose, file, keepStates, ready, says, settled, text, units } from './page.mjs';

const MEGABYTES = 150;

let browser;
let page;
let problems;
let folder;
let large;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sohoa-large-'));
  large = join(folder, 'lon.csv');
  // The letter, and below it remarks without end: rows that are read and skipped.
  const remarks = Buffer.from(`;;;${'ghi chú '.repeat(20)};;\r\n`.repeat(50000));
  const handle = await open(large, 'w');
  await handle.write(table(';'));
  for (let written = 0; written < MEGABYTES << 20; written += remarks.length) await handle.write(remarks);
  await handle.close();
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => anew(page));
afterEach(() => assert.deepEqual(problems.splice(0), []));

const begin = (on = page) => settled(on, () => on.setInputFiles('#files', large), ['reading']);
const cancel = (on = page) => settled(on, () => on.click('#cancel'));

test('progress is shown as a share of the whole that grows', async () => {
  await begin();
  const bar = page.locator('#progress');
  assert.equal(await bar.isVisible(), true);
  const seen = () => bar.evaluate(({ value, max }) => ({ value, max }));
  await page.waitForFunction(() => document.getElementById('progress').value > 0);
  const early = await seen();
  await page.waitForFunction((value) => document.getElementById('progress').value > value, early.value);
  const late = await seen();
  assert.ok(late.max >= MEGABYTES << 20, `${late.max}`);
  assert.ok(early.value < late.value && late.value < late.max, JSON.stringify([early, late]));
  await cancel();
});

test('the status line tells the tenths aloud', async () => {
  // A tenth may stand for a moment only, so that what was said is kept.
  await page.evaluate(() => {
    const status = document.getElementById('status');
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await begin();
  await page.waitForFunction(
    () => window.said.filter((text) => /Đang đọc lon\.csv… [1-9]0 %/.test(text)).length > 1,
    undefined,
    { timeout: 60_000 }, // a machine that does other things besides
  );
  await cancel();
  const tenths = (await page.evaluate(() => window.said)).flatMap((text) => /… (\d)0 %/.exec(text)?.[1] ?? []).map(Number);
  assert.deepEqual(tenths, [...new Set(tenths)].sort(), 'each tenth once, none before a smaller one');
});

test('the bar and the button to stop are gone when nothing is read', async () => {
  await begin();
  await cancel();
  assert.equal(await page.isVisible('#progress'), false);
  assert.equal(await page.isVisible('#cancel'), false);
});

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  test(`the page from ${delivery} stops, keeps earlier files and goes on working`, async () => {
    const { page: other, context } = await visit(browser, address, { before: keepStates });
    await ready(other);
    await choose(other, file('phu-luc.csv', table(';')));
    await begin(other);
    await other.waitForFunction(() => document.getElementById('progress').value > 0);
    await cancel(other);
    assert.equal(await text(other, '#status'), 'Đã dừng đọc. Các tệp đã đọc xong vẫn giữ nguyên.');
    assert.deepEqual(await units(other), ids);
    await other.click('#sort-name');
    await says(other, '#status', /Đã sắp xếp theo tên đơn vị/);
    await choose(other, file('hai.csv', table('\t')));
    assert.equal(await other.locator('#files-read article').count(), 2);
    await context.close();
  });
}

test('a stop before anything was read leads back to the empty page', async () => {
  await begin();
  await cancel();
  assert.equal(await page.getAttribute('html', 'data-state'), 'ready');
  assert.equal(await page.locator('#ranking').count(), 0);
});

test('beginning anew during the reading leaves the empty page, and the next file alone is read', async () => {
  await begin();
  await settled(page, () => page.click('#clear'), ['ready']);
  await choose(page, file('hai.csv', table('\t')));
  assert.equal(await page.locator('#files-read article').count(), 1);
  assert.deepEqual(await units(page), ids);
});
