// The officer corrects how a file was read, by mouse and by keyboard: at once, remembered, taken back, handed on.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { rows, table } from './letter.mjs';
import { anew, choose, file, focused, keepStates, ranking, ready, says, settled, text, units } from './page.mjs';

const letter = file('phu-luc.csv', table(';'));
// The letter's figures below headers that say nothing, with a title above.
const nameless = file('bieu.csv', 'Biểu theo dõi\r\n' + table(';', [['Cơ quan', 'Số'], ...rows.map((row) => [row[1], row[2]])]));
// UTF-8 that a program took for the Western code page and saved again.
const western = (line) => new TextDecoder('windows-1252').decode(Buffer.from(line));
const mojibake = file('hong.csv', western(table(';', [['Đơn vị', 'Tỷ lệ số hóa hồ sơ'], ...rows.slice(0, 3).map((row) => [row[1], row[2]])])));
const unknown = file('ten-la.csv', table(';', [['Đơn vị', 'Tỷ lệ số hóa hồ sơ'], ['BPMC số hai', '48,1%'], ['H. Bảo Yên', '72,3%']]));
const months = await readFile(new URL('../cases/workbook-with-two-months-alike/so-lieu.xlsx', import.meta.url));
const halves = await readFile(new URL('../cases/workbook-of-two-halves-of-the-districts/so-lieu.xlsx', import.meta.url));
const webPage = await readFile(new URL('../cases/web-page-with-two-months-alike/bao-cao.xls', import.meta.url));
const states = file('ho-so.csv', 'Số hồ sơ;Cơ quan/đơn vị;Ngày tiếp nhận;Trạng thái hồ sơ\r\nH38.24-230605-0012;UBND huyện Bảo Yên;05/06/2023;Chờ mưa tạnh\r\n');
const points = file('diem.csv', table(';', [['Đơn vị', 'Số hóa hồ sơ'], ['H. Bảo Yên', '15,91'], ['H. Bắc Hà', '10,58']]));

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

const open = (index = 0) => page.$eval(`#correct-${index}`, (details) => { details.open = true; });
const pick = (id, value) => settled(page, () => page.selectOption(`#${id}`, value), ['done', 'failed']);
const undo = () => settled(page, () => page.click('#undo-button'), ['done', 'failed']);
const percents = async () => Object.fromEntries((await ranking(page)).map((row) => [row[0], row[3]]));

/** A choice made without a mouse: every arrow is a choice of its own, and the focus stays for the next. */
const step = async (id, value) => {
  await page.focus(`#${id}`);
  for (let presses = 0; presses < 40 && (await page.inputValue(`#${id}`)) !== value; presses += 1) {
    await settled(page, () => page.keyboard.press('ArrowDown'), ['done', 'failed']);
  }
  assert.equal(await page.inputValue(`#${id}`), value);
};

describe('the letters', () => {
  beforeEach(() => choose(page, mojibake));

  test('are shown before and after their repair, and under every reading', async () => {
    await page.click('#correct-0 > summary');
    assert.match(await text(page, '#correct-0'), /trước «?Ä.*sau «?Đơn vị/);
    const shown = await page.$$eval('#correct-0 .preview tbody tr', (all) => all.map((row) => row.textContent));
    assert.ok(shown.length >= 2 && shown[0].includes('đang dùng'), shown.join('\n'));
  });

  test('are left as they are when that is chosen, and repaired again by undoing', async () => {
    assert.equal((await units(page)).length, 3);
    await open();
    await pick('letters-0', 'encoding:utf-8');
    assert.notEqual((await units(page)).length, 3);
    await undo();
    assert.equal((await units(page)).length, 3);
  });
});

describe('the letters by keyboard', () => {
  test('are read in another encoding and back, as one step', async () => {
    await choose(page, letter);
    await open();
    await step('letters-0', 'encoding:windows-1252');
    assert.equal(await focused(page), 'letters-0');
    assert.match(await text(page, '#errors'), /phu-luc\.csv/);
    await undo();
    assert.equal((await percents())['bao-yen'], '72,3%');
    assert.equal(await page.getAttribute('#undo-button', 'aria-disabled'), 'true');
  });
});

describe('the sheet', () => {
  test('is asked about where two look alike, with their first rows, and answered by keyboard', async () => {
    await choose(page, file('so-lieu.xlsx', months));
    assert.equal(await focused(page), 'questions-heading');
    assert.match(await text(page, '#questions legend'), /so-lieu\.xlsx: dùng trang tính nào\? 2 trang tính giống nhau/);
    assert.equal(await page.locator('#questions table').count(), 2);
    await page.focus('#sheet-answer-0-1');
    await settled(page, () => page.keyboard.press('Enter'), ['done']);
    assert.equal(await text(page, '#questions'), '');
    assert.equal(await focused(page), 'result-heading');
    assert.match(await text(page, '#files-read .facts'), /Trang tính ?«Tháng 6»/);
  });

  test('is chosen by keyboard among the corrections', async () => {
    await choose(page, file('so-lieu.xlsx', months));
    await open();
    await step('sheet-0', 'Tháng 6');
    assert.equal(await focused(page), 'sheet-0');
  });

  test('of other units is read together with the first, until one is chosen', async () => {
    const book = file('so-lieu.xlsx', halves);
    await choose(page, book);
    assert.equal(await text(page, '#questions'), '');
    assert.equal((await units(page)).length, 9);
    assert.equal((await percents())['bac-ha'], '48,1%');
    assert.match(await text(page, '#notices'), /Tệp chia số liệu ra nhiều trang tính/);
    assert.match(await text(page, '#files-read article'), /Đọc cùng: so-lieu\.xlsx, «Vùng cao»/);
    await page.click('#correct-0 > summary');
    assert.match(await text(page, '#sheet-0'), /Vùng thấp.*đang đọc.*Vùng cao.*đang đọc/);
    await pick('sheet-0', 'Vùng cao');
    assert.equal((await units(page)).length, 4);
    assert.doesNotMatch(await text(page, '#files-read article'), /Đọc cùng/);
    await undo();
    assert.equal((await units(page)).length, 9);
  });

  test('of a web page is a table, asked about in the same way', async () => {
    await choose(page, file('bao-cao.xls', webPage));
    assert.match(await text(page, '#questions legend'), /dùng bảng nào\? 2 bảng giống nhau/);
    await settled(page, () => page.click('#questions button:has-text("Bảng 4")'), ['done']);
    assert.equal((await percents())['bac-ha'], '80%');
  });

  test('is chosen by its first rows and remembered', async () => {
    const book = file('so-lieu.xlsx', months);
    await choose(page, book);
    await page.click('#correct-0 > summary');
    await page.click('#sheets-0 > summary');
    assert.equal(await page.locator('#sheets-0 table').count(), 2);
    await pick('sheet-0', 'Tháng 6');
    assert.match(await text(page, '#files-read .facts'), /Trang tính ?«Tháng 6»/);
    assert.ok(await page.$eval('#sheets-0', (details) => details.open), 'what was unfolded stays so');
    await page.reload();
    await ready(page);
    await choose(page, book);
    assert.match(await text(page, '#files-read .facts'), /Trang tính ?«Tháng 6»/);
  });
});

describe('a file without a header', () => {
  test('is read once its header and columns are shown, by keyboard alone', async () => {
    await choose(page, nameless);
    assert.equal(await focused(page), 'errors');
    await page.focus('#errors a');
    await page.keyboard.press('Enter');
    await step('header-row-0', '2');
    assert.equal(await focused(page), 'header-row-0');
    await step('meaning-0-0', 'unit');
    assert.equal(await focused(page), 'meaning-0-0');
    await step('meaning-0-1', 'group_percent');
    assert.equal((await ranking(page)).length, 9);
    assert.equal((await percents())['bao-yen'], '72,3%');
    assert.match(await text(page, '#status'), /^Đã sửa: ý nghĩa cột «Số» \(bieu\.csv\)\. Đã xếp hạng 9/);
  });
});

describe('a column', () => {
  beforeEach(async () => {
    await choose(page, letter);
    await open();
  });

  test('is shown with cells and the reason of its meaning', async () => {
    const row = await text(page, '#correct-0 .columns tbody tr:nth-child(3)');
    assert.match(row, /^C ?Tỷ lệ % tổng chung nhóm số hóa hồ sơ ?72,3%; 68,9%; 58,6% ?tỷ lệ % nhóm Số hóa hồ sơ: phần trăm \(.+\)/);
  });

  test('means what is chosen, and the focus stays on the choice', async () => {
    await page.focus('#meaning-0-2');
    await pick('meaning-0-2', 'none');
    assert.ok((await ranking(page)).every((row) => row[1] === '–'));
    assert.equal(await focused(page), 'meaning-0-2');
    assert.equal(await page.inputValue('#meaning-0-2'), 'none');
    await pick('meaning-0-2', '');
    assert.equal((await percents())['bao-yen'], '72,3%');
  });

  test('is read in the format that is chosen', async () => {
    await choose(page, file('le.csv', table(';', [['Đơn vị', 'Tỷ lệ số hóa hồ sơ'], ['H. Bảo Yên', '0,723']])));
    assert.equal(await page.locator('#correct-1').count(), 1);
    await page.click('#drop-file-0');
    await open();
    await pick('numbers-0-1', 'percent');
    assert.match((await percents())['bao-yen'], /^0,7%/);
    await pick('numbers-0-1', 'share');
    assert.equal((await percents())['bao-yen'], '72,3%');
  });

  test('is read in the format that is chosen by keyboard', async () => {
    await choose(page, file('phu-luc.csv', table(';', [['Đơn vị', 'Tỷ lệ số hóa hồ sơ'], ['H. Bảo Yên', '0,723']])));
    assert.equal((await percents())['bao-yen'], '72,3%');
    await open();
    await step('numbers-0-1', 'percent');
    assert.equal(await focused(page), 'numbers-0-1');
    assert.match((await percents())['bao-yen'], /^0,7%/);
  });

  test('passed through by arrows is one step', async () => {
    await step('meaning-0-2', 'group_points');
    await undo();
    assert.equal((await percents())['bao-yen'], '72,3%');
    assert.equal(await page.getAttribute('#undo-button', 'aria-disabled'), 'true');
  });

  test('without a header is given its meaning by its letter', async () => {
    const lines = [['Đơn vị', '', 'Chứng thực điện tử'], ...rows.map((row) => [row[1], row[2], row[4]])];
    await choose(page, file('phu-luc.csv', table(';', lines)));
    await open();
    assert.equal(await page.getAttribute('#meaning-0-1', 'aria-label'), 'Ý nghĩa cột B (không có tiêu đề)');
    await step('meaning-0-1', 'group_percent');
    assert.equal((await percents())['bao-yen'], '72,3%');
  });

  test('corrections of one file are given up together', async () => {
    await pick('meaning-0-2', 'none');
    await pick('header-row-0', '1');
    await settled(page, () => page.click('#forget-0'), ['done']);
    assert.equal((await percents())['bao-yen'], '72,3%');
    assert.equal(await page.locator('#forget-0').count(), 0);
    assert.notEqual(await focused(page), 'body');
  });
});

describe('an unknown name', () => {
  beforeEach(() => choose(page, unknown));

  test('is matched by choosing its unit, and known in the next file', async () => {
    await page.selectOption('#name-0', 'bac-ha');
    await settled(page, () => page.click('#name-0-chosen'), ['done']);
    assert.deepEqual(await units(page), ['bao-yen', 'bac-ha']);
    assert.equal(await text(page, '#unmatched'), '');
    await choose(page, { ...unknown, name: 'thang-sau.csv' });
    assert.equal(await text(page, '#unmatched'), '');
  });

  test('is matched by keyboard, and forgotten', async () => {
    await page.focus('#name-0');
    for (let presses = 0; presses < 60 && (await page.inputValue('#name-0')) !== 'bac-ha'; presses += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'name-0-chosen');
    await settled(page, () => page.keyboard.press('Enter'), ['done']);
    assert.deepEqual(await units(page), ['bao-yen', 'bac-ha']);
    await page.click('#corrections > summary');
    await settled(page, () => page.click('#forget-name-0'), ['done']);
    assert.deepEqual(await units(page), ['bao-yen']);
  });

  test('that nobody has chosen a unit for is asked for', async () => {
    await page.click('#name-0-chosen');
    await says(page, '#status', /Hãy chọn đơn vị mà «BPMC số hai» là/);
  });
});

test('a state of dossiers is answered and remembered', async () => {
  await choose(page, states);
  assert.match(await text(page, '#questions legend'), /Chờ mưa tạnh/);
  await page.focus('#questions button');
  await settled(page, () => page.keyboard.press('Enter'), ['done']);
  assert.equal(await text(page, '#questions'), '');
  assert.equal(await focused(page), 'result-heading');
  await page.reload();
  await ready(page);
  await choose(page, states);
  assert.equal(await text(page, '#questions'), '');
});

test('points of 22 are taken as points when that is said', async () => {
  await choose(page, points);
  await settled(page, () => page.click('#questions button:has-text("là điểm trên 22")'), ['done']);
  // 15,91 / 22 = 72,318… %
  assert.match((await percents())['bao-yen'], /^72,3%/);
});

describe('a correction', () => {
  const correct = async () => {
    await choose(page, letter);
    await open();
    await pick('meaning-0-2', 'none');
  };

  test('is taken back by the key, outside of inputs', async () => {
    await correct();
    await page.focus('#threshold-percent');
    await page.keyboard.press('Control+z');
    assert.ok((await ranking(page)).every((row) => row[1] === '–'), 'in an input the key is the input’s');
    await page.focus('#meaning-0-2');
    await settled(page, () => page.keyboard.press('Control+z'), ['done']);
    assert.equal((await percents())['bao-yen'], '72,3%');
    assert.match(await text(page, '#status'), /^Đã hoàn tác: ý nghĩa cột/);
  });

  test('is taken back by the button, which keeps the focus', async () => {
    await correct();
    await page.focus('#undo-button');
    await settled(page, () => page.keyboard.press('Enter'), ['done']);
    assert.equal(await focused(page), 'undo-button');
    assert.equal(await page.getAttribute('#undo-button', 'aria-disabled'), 'true');
  });

  test('is handed on as a file, and taken back there', async () => {
    await correct();
    await page.click('#corrections > summary');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#corrections-save')]);
    assert.equal(download.suggestedFilename(), 'sua-doi-sohoa.json');
    const saved = await readFile(await download.path());
    assert.equal(JSON.parse(saved).kind, 'sohoa-corrections');
    await anew(page);
    await choose(page, letter);
    await settled(page, () => page.setInputFiles('#corrections-file', file('sua-doi.json', saved)), ['done']);
    assert.ok((await ranking(page)).every((row) => row[1] === '–'));
    await undo();
    assert.equal((await percents())['bao-yen'], '72,3%');
  });
});

test('a file that holds no corrections is told, beside the input and aloud', async () => {
  await page.click('#corrections > summary');
  await page.setInputFiles('#corrections-file', letter);
  await says(page, '#corrections-file-error', /không phải tệp sửa đổi/);
  assert.match(await text(page, '#status'), /giữ nguyên/);
});
