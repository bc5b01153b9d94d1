// Every way a table comes in and goes out again: dropped, pasted, the sample, several at once, replaced, removed.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { header, ids, ranking as letter, rows, table } from './letter.mjs';
import { anew, choose, drop, file, keepStates, ranking, ready, says, settled, text, units } from './page.mjs';

let browser;
let page;
let problems;
before(async () => {
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(() => browser.close());
beforeEach(async () => {
  await anew(page);
});
afterEach(() => assert.deepEqual(problems.splice(0), []));

const fileNames = () => page.$$eval('#files-read article h3', (names) => names.map((name) => name.textContent));
const first = [header, ...rows.slice(0, 4)];
const second = [header, ...rows.slice(4)];

test('a file dropped on the frame is ranked', async () => {
  await settled(page, () => drop(page, '#drop', { 'phu-luc.csv': table(';') }));
  assert.deepEqual(await ranking(page), letter);
});

test('a file dropped beside the frame is ranked and does not replace the page', async () => {
  await settled(page, () => drop(page, 'footer', { 'phu-luc.csv': table(';') }));
  assert.deepEqual(await ranking(page), letter);
});

test('the frame shows that it will take what hangs over the page, and stops when it was let go', async () => {
  const over = () => page.$eval('#drop', (frame) => frame.classList.contains('over'));
  await page.dispatchEvent('body', 'dragover');
  assert.equal(await over(), true);
  await settled(page, () => drop(page, 'body', { 'phu-luc.csv': table(';') }));
  assert.equal(await over(), false);
});

test('a table pasted into the box and read by its button is ranked', async () => {
  await page.click('#paste summary');
  await page.fill('#pasted', table('\t'));
  await settled(page, () => page.click('#read-pasted'));
  assert.deepEqual(await ranking(page), letter);
});

test('a table pasted anywhere on the page is ranked', async () => {
  // A real clipboard: the table is cut from the box, and pasted where nothing takes text.
  await page.click('#paste summary');
  await page.fill('#pasted', table('\t'));
  await page.focus('#pasted');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  await page.click('h1');
  await settled(page, () => page.keyboard.press('Control+V'));
  assert.deepEqual(await ranking(page), letter);
});

test('a table pasted into the box waits for its button', async () => {
  await page.click('#paste summary');
  await page.fill('#pasted', table('\t'));
  await page.focus('#pasted');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  await page.keyboard.press('Control+V');
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => window.states), ['starting', 'ready']);
});

test('a file in the clipboard is ranked', async () => {
  await settled(page, () =>
    page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([content], 'phu-luc.csv'));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, table(';')),
  );
  assert.deepEqual(await ranking(page), letter);
});

test('the sample is ranked and says that it is one', async () => {
  await settled(page, () => page.click('#sample'));
  assert.deepEqual(await ranking(page), letter);
  assert.match(await text(page, '#summary'), /Đang xem số liệu mẫu/);
});

test('a file of one’s own takes the place of the sample', async () => {
  await settled(page, () => page.click('#sample'));
  await choose(page, file('cua-toi.csv', table(';', first)));
  assert.deepEqual(await units(page), ids.slice(0, 4));
  assert.deepEqual(await fileNames(), ['cua-toi.csv']);
  assert.doesNotMatch(await text(page, '#summary'), /số liệu mẫu/);
});

test('two files chosen at once make one ranking', async () => {
  await choose(page, file('mot.csv', table(';', first)), file('hai.txt', table('\t', second)));
  assert.deepEqual(await units(page), ids);
  assert.deepEqual(await fileNames(), ['mot.csv', 'hai.txt']);
});

test('a file chosen later joins the ones that stand', async () => {
  await choose(page, file('mot.csv', table(';', first)));
  await choose(page, file('hai.csv', table(';', second)));
  assert.deepEqual(await units(page), ids);
});

test('a corrected file of the same name takes the place of the first', async () => {
  await choose(page, file('phu-luc.csv', table(';')));
  const corrected = table(';').replace('53,9%%', '80%');
  await choose(page, file('phu-luc.csv', corrected));
  // 80 % lies above Bảo Yên's 72,3 %.
  assert.deepEqual((await ranking(page))[0].slice(0, 4), ['si-ma-cai', '1', 'UBND huyện Si Ma Cai', '80%']);
  assert.deepEqual(await fileNames(), ['phu-luc.csv']);
});

test('a file that is removed takes its units along', async () => {
  await choose(page, file('mot.csv', table(';', first)), file('hai.csv', table(';', second)));
  await settled(page, () => page.click('#files-read article:has-text("hai.csv") button'));
  assert.deepEqual(await units(page), ids.slice(0, 4));
});

test('removing the last file leaves an empty page', async () => {
  await choose(page, file('mot.csv', table(';', first)));
  await settled(page, () => page.click('#files-read article button'), ['ready']);
  assert.equal(await page.locator('#ranking').count(), 0);
});

test('after a removal the focus is not lost', async () => {
  await choose(page, file('mot.csv', table(';', first)), file('hai.csv', table(';', second)));
  await page.focus('#files-read article:has-text("hai.csv") button');
  await settled(page, () => page.keyboard.press('Enter'));
  assert.notEqual(await page.evaluate(() => document.activeElement.localName), 'body');
});

test('beginning anew leaves nothing of the files', async () => {
  const always = ['#units', '#wording', '#wiping', '#earlier', '#keeping'];
  const standing = () => Promise.all(always.map((region) => text(page, region)));
  const before = await standing();
  await choose(page, file('phu-luc.csv', table(';')), file('hong.csv', ''));
  await settled(page, () => page.click('#clear'), ['ready']);
  // The catalogue, the words of documents and what can be kept stand with or without files, and look as they did.
  assert.deepEqual(await standing(), before);
  const left = await page.$$eval(`.region:not(#remembered, #undo, ${always}), #errors`, (regions) => regions.map((region) => region.textContent).join(''));
  assert.equal(left, '');
  assert.equal(await text(page, '#status'), 'Đã bỏ 2 tệp đã chọn; bấm «Hoàn tác» để lấy lại. Chưa có tệp nào.');
});

test('files taken out by a slip of the hand come back with one button', async () => {
  await choose(page, file('phu-luc.csv', table(';')));
  await settled(page, () => page.click('#sample-portal'));
  await settled(page, () => page.click('#undo-button'));
  assert.deepEqual(await ranking(page), letter);
  assert.deepEqual(await fileNames(), ['phu-luc.csv']);
});

test('files of one name that come together are two files', async () => {
  await choose(page, file('so.lieu.csv', table(';', first)), file('so.lieu.csv', table(';', second)));
  assert.deepEqual(await units(page), ids);
  assert.deepEqual(await fileNames(), ['so.lieu.csv', 'so.lieu (2).csv']);
});

test('while more is read the result stays in its place and the reading in sight', async () => {
  await choose(page, file('mot.csv', table(';', first)));
  const row = '1;000.00.19.H38-230605-0000001;Chứng thực;UBND huyện Bảo Yên;05/06/2023;Đã trả kết quả\n';
  const list = `STT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Ngày tiếp nhận;Trạng thái\n${row.repeat(400_000)}`;
  await page.locator('#notices').scrollIntoViewIfNeeded();
  const seen = await page.evaluate(async (text) => {
    const top = () => Math.round(document.getElementById('notices').getBoundingClientRect().top);
    const before = top();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'danh-sach.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    while (document.documentElement.dataset.state !== 'reading') await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const { top: from, bottom: to } = document.getElementById('progress').getBoundingClientRect();
    return { state: document.documentElement.dataset.state, moved: top() - before, inSight: from >= 0 && to <= innerHeight };
  }, list);
  assert.equal(seen.state, 'reading');
  assert.equal(seen.inSight, true);
  assert.ok(Math.abs(seen.moved) <= 2, `moved by ${seen.moved} px`);
  await settled(page, () => page.click('#cancel'));
});

test('the same file can be chosen again after beginning anew', async () => {
  await choose(page, file('phu-luc.csv', table(';')));
  await settled(page, () => page.click('#clear'), ['ready']);
  await choose(page, file('phu-luc.csv', table(';')));
  assert.deepEqual(await units(page), ids);
});

test('the same unit with other figures in a second file is told, and the first counts', async () => {
  await choose(page, file('mot.csv', table(';')));
  await choose(page, file('hai.csv', table(';', [header, ['1', 'UBND huyện Bảo Yên', '10%', '', '366', '']])));
  await says(page, '#notices', /hai\.csv/);
  assert.equal(await page.locator('#notices [data-code=figure-conflict]').count(), 1);
  assert.deepEqual((await ranking(page))[0].slice(0, 4), ['bao-yen', '1', 'UBND huyện Bảo Yên', '72,3%']);
});
