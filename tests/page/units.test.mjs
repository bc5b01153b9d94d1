// The catalogue of units: chosen, saved, edited as Excel edits it, read back, given up; by mouse and by keyboard.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { anew, choose, file, focused, keepStates, ready, says, settled, text, units } from './page.mjs';

const communes = file('xa.csv', 'Đơn vị;Tỷ lệ số hóa hồ sơ\r\nXã Bắc Hà;48,1%\r\nXã Thác Lạ;53,1%\r\n');

let browser;
let page;
let problems;
before(async () => {
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates, viewport: { width: 1366, height: 768 } }));
  await ready(page);
});
after(() => browser.close());
beforeEach(async () => {
  await anew(page);
  await page.click('#catalogue-of-units > summary');
});
afterEach(() => assert.deepEqual(problems.splice(0), []));

/** The catalogue in use, as the page saves it. */
async function saved() {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#catalogue-save')]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

const load = (name, bytes) => settled(page, () => page.setInputFiles('#catalogue-file', file(name, bytes)));

test('the catalogues that ship are offered before any file, and the choice is remembered', async () => {
  assert.equal(await page.locator('#catalogue option').count(), 4);
  await settled(page, () => page.selectOption('#catalogue', 'laocai-2025'));
  assert.match(await text(page, '#units'), /Đang dùng: .*99 xã, phường.*do anh\/chị chọn/);
  await page.reload();
  await ready(page);
  assert.equal(await page.inputValue('#catalogue'), 'laocai-2025');
});

test('a catalogue chosen by keyboard keeps the focus and is one step', async () => {
  await choose(page, communes);
  await page.focus('#catalogue');
  for (let presses = 0; presses < 3; presses += 1) await settled(page, () => page.keyboard.press('ArrowDown'), ['done']);
  assert.equal(await page.inputValue('#catalogue'), 'laocai-2025');
  assert.equal(await focused(page), 'catalogue');
  await page.focus('#undo-button');
  await settled(page, () => page.keyboard.press('Enter'), ['done']);
  assert.equal(await page.inputValue('#catalogue'), '');
  assert.equal(await page.getAttribute('#undo-button', 'aria-disabled'), 'true');
});

test('a saved catalogue with one unit more is read back, used, kept and given up', async () => {
  await settled(page, () => page.selectOption('#catalogue', 'laocai-2025'));
  const [name, bytes] = await saved();
  assert.equal(name, 'danh-muc-laocai-2025.csv');
  const edited = `${bytes.toString('utf8')}xa-thac-la;UBND xã Thác Lạ;Thác Lạ;xã;Cấp xã\r\n`;
  await choose(page, communes);
  assert.deepEqual(await units(page), ['xa-bac-ha']);
  await load(name, edited);
  assert.deepEqual(await units(page), ['xa-thac-la', 'xa-bac-ha']);
  assert.match(await text(page, '#status'), /^Đã sửa: nạp danh mục/);
  await page.reload();
  await ready(page);
  await choose(page, communes);
  assert.deepEqual(await units(page), ['xa-thac-la', 'xa-bac-ha']);
  await page.click('#catalogue-of-units > summary');
  await page.focus('#catalogue-forget');
  await settled(page, () => page.keyboard.press('Enter'), ['done']);
  assert.equal((await units(page)).includes('xa-thac-la'), false);
  assert.equal(await focused(page), 'catalogue');
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage)), /Thác Lạ/);
});

test('what Excel saves as Unicode text is read as well', async () => {
  const own = 'danh mục\ttinh-mau\r\ntên danh mục\tTỉnh mẫu\r\nmã\ttên\tloại\tnhóm\r\nthac-la\tUBND xã Thác Lạ\txã\tCấp xã\r\n';
  await load('danh-muc.txt', Buffer.from(`\ufeff${own}`, 'utf16le'));
  assert.match(await text(page, '#units'), /Đang dùng: Tỉnh mẫu, 1 đơn vị \(danh mục của cơ quan\)/);
});

test('every fault is told beside the button with its line, and nothing changes', async () => {
  const before = await text(page, '#units');
  const own = 'danh mục;tinh-mau\ntên danh mục;Tỉnh mẫu\nmã;tên;loại;nhóm\nThác Lạ;UBND xã Thác Lạ;làng;Cấp xã\n';
  await page.setInputFiles('#catalogue-file', file('danh-muc.csv', own));
  await says(page, '#catalogue-file-error', /Dòng 4, cột «mã»: .*\nDòng 4, cột «loại»: «làng»/);
  assert.match(await text(page, '#status'), /danh mục cũ vẫn giữ/);
  assert.equal(await text(page, '#units'), before);
});

test('the file is chosen by a key', async () => {
  const chosen = page.waitForEvent('filechooser');
  await page.focus('#catalogue-file'); // the browser now knows that somebody waits for the dialog
  await page.keyboard.press('Space');
  await chosen;
});

test('one more name of a unit is remembered without a file that holds it', async () => {
  await page.fill('#alias-name', 'Trạm Thác Lạ');
  await page.selectOption('#alias-unit', 'bac-ha');
  await settled(page, () => page.click('#alias-add'));
  await choose(page, file('a.csv', 'Đơn vị;Tỷ lệ số hóa hồ sơ\r\nTrạm Thác Lạ;53,1%\r\n'));
  assert.deepEqual(await units(page), ['bac-ha']);
});
