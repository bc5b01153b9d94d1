// Why, how far, what if, against whom: played by keyboard, and each sheet on paper.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { launch, url, visit } from './browser.mjs';
import { table } from './letter.mjs';
import { anew, choose, file, focused, keepStates, noted, ready, says, text, units } from './page.mjs';

const run = promisify(execFile);
// Nine districts with the letter's percentages, 10.000 dossiers each in A, B and D.
const counted = await readFile(new URL('../cases/dossiers-that-are-missing/chi-so.csv', import.meta.url));
const letter = file('phu-luc.csv', table(';'));

let browser;
let page;
let problems;
before(async () => {
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates, viewport: { width: 1366, height: 768 } }));
  await ready(page);
});
after(() => browser.close());
beforeEach(() => anew(page));
afterEach(() => assert.deepEqual(problems.splice(0), []));

const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const hasFocus = (id) => page.waitForFunction((wanted) => document.activeElement.id === wanted, id);

/** Presses Tab until the element of this id has the focus. */
async function tabTo(id) {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${id} was not reached`);
}

test('a sheet is opened from its row, turned, and closed back to its row', async () => {
  await choose(page, file('chi-so.csv', counted));
  await tabTo('unit-van-ban');
  await press('Enter');
  await hasFocus('sheet-heading');
  assert.equal(await text(page, '#sheet-heading'), 'Phiếu đơn vị: UBND huyện Văn Bàn');
  // 50 - 49 = 1 point of the percent, 22 / 100 points, 220 dossiers at 10 / 10.000 points each.
  await says(page, '#unit-sheet', /Để đạt 50% còn thiếu 1 điểm phần trăm \(0,22 điểm\).*220 hồ sơ/);
  await tabTo('sheet-after');
  await press('Enter');
  await says(page, '#sheet-heading', /Bắc Hà/);
  await hasFocus('sheet-heading');
  await press('Tab');
  assert.equal(await focused(page), 'sheet-close');
  await press('Escape');
  await hasFocus('unit-bac-ha');
  assert.equal(await page.textContent('#unit-sheet'), '');
});

test('improvements are typed, seen beside the present, and given up at once', async () => {
  await choose(page, file('chi-so.csv', counted));
  const now = await page.innerHTML('#ranking-region');
  await tabTo('suppose-unit');
  assert.equal(await page.inputValue('#suppose-unit'), 'bac-ha'); // the last of the ranking
  await press('Tab');
  await page.keyboard.type('418', { delay: 30 });
  await says(page, '#what-if', /9 → 7/);
  // What is typed stays under the caret while the page answers.
  assert.deepEqual([await focused(page), await page.inputValue('#suppose-amount')], ['suppose-amount', '418']);
  await press('ArrowLeft', 'Backspace');
  await page.keyboard.type('2');
  assert.equal(await page.inputValue('#suppose-amount'), '428');
  await says(page, '#what-if', /thêm 428 hồ sơ cũ/);
  await says(page, '#status', /Giả định về Bắc Hà: 48,1% → 50% *; hạng 9 → 7/);
  assert.equal(await page.innerHTML('#ranking-region'), now);
  await page.keyboard.type('x');
  await says(page, '#suppose-amount-error', /cần một số/);
  assert.equal(await page.getAttribute('#suppose-amount', 'aria-invalid'), 'true');
  await tabTo('suppose-reset');
  await press('Enter');
  await hasFocus('suppose-amount');
  assert.doesNotMatch(await text(page, '#what-if'), /GIẢ ĐỊNH/);
  assert.equal(await page.inputValue('#suppose-amount'), '');
});

test('what is supposed is in no document and not there on the next visit', async () => {
  await choose(page, letter);
  await page.click('#unit-van-ban');
  await page.click('#unit-sheet button:has-text("Thử")');
  await says(page, '#what-if', /Văn Bàn.*8 → 7/);
  await hasFocus('what-if-heading');
  const download = page.waitForEvent('download');
  await page.click('[data-download="ranking.csv"]');
  const saved = await readFile(await (await download).path(), 'utf8');
  assert.match(saved, /8;UBND huyện Văn Bàn;49/);
  assert.doesNotMatch(saved, /[Gg]iả định/);
  await page.fill('#threshold-percent', '49'); // something that is remembered
  await says(page, '#changes', /bớt/);
  await page.reload();
  await ready(page);
  await choose(page, letter);
  assert.doesNotMatch(await text(page, '#what-if'), /GIẢ ĐỊNH/);
});

test('rules are looked at before they are put in force, and the set is named', async () => {
  await choose(page, letter);
  await page.focus('#threshold-copies');
  await press('Tab', 'Enter'); // unfolds the rules
  await tabTo('rule-bottom-percents');
  await says(page, '[data-rule="bottom-percents"]', /Nếu áp dụng: ghi chú 3 đơn vị/);
  await press('Space');
  await page.waitForSelector('#bottom-percents');
  assert.equal(await focused(page), 'rule-bottom-percents');
  await press('Tab', 'Control+A');
  await page.keyboard.type('5');
  // The five lowest: Si Ma Cai 53,9 and Bát Xát 53,1 beside the three below 50.
  await says(page, '[data-rule="bottom-percents"]', /Ghi chú 5 đơn vị/);
  assert.deepEqual(await noted(page, 'percent-note'), ['si-ma-cai', 'bat-xat', 'muong-khuong', 'van-ban', 'bac-ha']);
  await page.click('#rules-set > summary');
  await page.fill('#set-name', 'Bộ ngưỡng quý II');
  await says(page, '#method', /Bộ ngưỡng: Bộ ngưỡng quý II/);
  await page.fill('#set-since', '31/6/2023');
  await says(page, '#set-since-error', /«31\/6\/2023».*cần một ngày/);
  const download = page.waitForEvent('download');
  await page.click('#set-save');
  const path = await (await download).path();
  await anew(page);
  await choose(page, letter);
  assert.equal((await noted(page, 'percent-note')).length, 3);
  await page.click('#rules-set > summary');
  await page.setInputFiles('#set-file', path);
  await says(page, '#status', /Đã nạp bộ ngưỡng «Bộ ngưỡng quý II»/);
  assert.equal((await noted(page, 'percent-note')).length, 5);
});

test('a group of the office is made by ticking, ranked, and filtered by name', async () => {
  await choose(page, letter);
  await page.click('#own-groups > summary');
  await page.fill('#own-group-name', 'Vùng cao');
  for (const unit of ['si-ma-cai', 'muong-khuong', 'bac-ha']) {
    await page.focus(`#own-${unit}`);
    await press('Space');
    await page.waitForFunction((id) => document.getElementById(id).hasAttribute('checked'), `own-${unit}`);
  }
  await page.focus('#own-group-keep');
  await press('Enter');
  await hasFocus('own-group');
  assert.deepEqual(await units(page), ['si-ma-cai', 'muong-khuong', 'bac-ha']);
  await page.focus('#filter-name');
  await page.keyboard.type('bac');
  await says(page, '#peers', /Đang lọc: 1 \/ 3 đơn vị/);
  assert.deepEqual([await units(page), await page.inputValue('#filter-name')], [['bac-ha'], 'bac']);
  await page.focus('#filter-reset');
  await press('Enter');
  await hasFocus('filter-name');
  assert.equal((await units(page)).length, 3);
});

test('each sheet has its own leaf of paper, and nothing else is printed with them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sohoa-sheets-'));
  await page.evaluate(() => { window.print = () => { window.asked = document.documentElement.dataset.print; }; });
  await choose(page, letter);
  await page.click('#sheets-all');
  await says(page, '#sheet-heading', /Phiếu của 9 đơn vị/);
  await page.click('#sheet-print');
  assert.equal(await page.evaluate(() => window.asked), 'unit-sheet');
  const path = join(folder, 'sheets.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  const { stdout } = await run('pdftotext', ['-raw', path, '-']);
  const leaves = stdout.split('\f').slice(0, -1).map((leaf) => leaf.normalize().replace(/\s+/g, ' ').trim());
  await rm(folder, { recursive: true });
  assert.equal(leaves.length, 9, leaves.map((leaf) => leaf.slice(0, 40)).join(' | '));
  assert.match(leaves[0], /^UBND huyện Bảo Yên/);
  assert.match(leaves[8], /^UBND huyện Bắc Hà .*«Thấp» vì 48,1% thấp hơn mức 50%/);
  assert.doesNotMatch(leaves.join(' '), /Thử «nếu|Đóng|Xếp hạng và cảnh báo/);
});

test('the funnel and the components are saved as drawings', async () => {
  await choose(page, file('chi-so.csv', counted));
  await page.$$eval('#funnel-all, #multiples-all', (all) => all.forEach((details) => { details.open = true; }));
  for (const [id, name, drawn] of [
    ['funnel', 'phieu-pheu', /<path[^>]*vector-effect="non-scaling-stroke".*<circle/s],
    ['multiples', 'thanh-phan', /Bắc Hà.*<rect/s],
  ]) {
    const saved = async (ending) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#${id}-${ending}`)]);
      assert.equal(download.suggestedFilename(), `${name}.${ending}`);
      return readFile(await download.path());
    };
    const svg = (await saved('svg')).toString();
    assert.ok(svg.includes('Nguồn: chi-so.csv'), svg.slice(-400));
    assert.doesNotMatch(svg, /class=/);
    assert.match(svg, drawn);
    assert.ok((await saved('png')).subarray(1, 4).equals(Buffer.from('PNG')));
  }
});
