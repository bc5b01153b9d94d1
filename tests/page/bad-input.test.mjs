// Files that give no table, each dropped together with the letter: told by name with what to do, and in nobody's way.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { header, ids, rows, table } from './letter.mjs';
import { anew, choose, everything, file, focused, keepStates, ready, settled, text, units } from './page.mjs';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
// «STT;Tên đơn vị» in windows-1258, whose ê, đ, ơ are one byte and whose ị is i with a mark behind it.
const unknown = Buffer.from('STT;D\xe9bit;\x80\xff\xfe\r\n', 'latin1');

const bad = [
  ['an empty file', 'rỗng.csv', '', /Tệp rỗng.*Hãy xuất lại/],
  ['a picture', 'anh.png', png, /PNG.*Hãy/],
  ['five megabytes of NULs', 'toan-so-0.csv', Buffer.alloc(5 << 20), /byte 0.*Hãy/],
  ['a header without rows', 'khong-dong.csv', table(';', [header]), /dòng tiêu đề \(dòng 1\).*không có dòng số liệu.*Hãy/],
  ['a table without units', 'khong-don-vi.csv', table(';', [header, ...rows].map((row) => [row[0], ...row.slice(2)])),
    /không có cột tên đơn vị.*Hãy đổi tiêu đề/],
  ['a table without figures', 'khong-so.csv', table(';', [header, ...rows].map((row) => row.slice(0, 2))),
    /không có cột số liệu.*Hãy/],
  ['prose', 'thu.txt', 'Kính gửi các đơn vị,\nđề nghị báo cáo trước ngày 15.\n', /không thấy dòng tiêu đề.*Hãy/],
  ['a row of 100 000 cells', 'rong-ngang.csv', '1;'.repeat(100_000), /không thấy dòng tiêu đề.*Hãy/],
  ['a row of nine megabytes', 'mot-dong.csv', `${table(';')}"${'dài '.repeat(9 << 18)}`, /dài hơn 4 MB.*Hãy/],
  ['an encoding nobody knows', 'cu.csv', unknown, /không theo bảng mã Unicode \(byte thứ 6, khoảng dòng 1\).*Hãy/],
];

let browser;
let page;
let problems;
before(async () => {
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(() => browser.close());
afterEach(() => assert.deepEqual(problems.splice(0), []));

/** The page with these files, read. */
const withFiles = async (...files) => {
  await anew(page);
  await choose(page, ...files);
};
const letter = file('phu-luc.csv', table(';'));

for (const [what, name, content, sentence] of bad) {
  describe(`${what} beside the letter`, () => {
    before(() => withFiles(file(name, content), letter));

    test('is told by name with what was seen and what to do', async () => {
      assert.equal(await text(page, '#errors h2'), 'Có 1 tệp chưa đọc được');
      assert.equal(await text(page, '#errors strong'), name);
      assert.match(await text(page, '#errors li'), sentence);
    });

    test('has the focus, and the title begins with it', async () => {
      assert.equal(await focused(page), 'errors');
      assert.match(await page.title(), /^Lỗi: /);
    });

    test('takes nothing from the letter', async () => {
      assert.deepEqual(await units(page), ids);
    });

    test('brings up no word of a programmer', async () => {
      assert.doesNotMatch(await everything(page), /panicked|unreachable|RuntimeError|undefined|\[object/);
    });
  });
}

describe('files of which none gives a table', () => {
  before(() => withFiles(file('rỗng.csv', ''), file('anh.png', png)));

  test('are told one by one', async () => {
    assert.equal(await text(page, '#errors h2'), 'Có 2 tệp chưa đọc được');
    assert.equal(await page.locator('#errors li').count(), 2);
  });

  test('leave the page in the state failed, without a result', async () => {
    assert.equal(await page.getAttribute('html', 'data-state'), 'failed');
    assert.equal(await page.locator('#ranking').count(), 0);
    assert.match(await text(page, '#status'), /Không tệp nào cho ra bảng số liệu/);
  });
});

test('a bad file that is passed over leaves no error behind', async () => {
  await withFiles(file('rỗng.csv', ''), letter);
  await page.focus('#errors button');
  await settled(page, () => page.keyboard.press('Enter'));
  assert.equal(await text(page, '#errors'), '');
  assert.doesNotMatch(await page.title(), /Lỗi/);
  assert.notEqual(await focused(page), 'body');
});

test('a corrected file of the same name takes its error away', async () => {
  await withFiles(file('phu-luc.csv', ''));
  await choose(page, letter);
  assert.equal(await text(page, '#errors'), '');
  assert.deepEqual(await units(page), ids);
});

test('a quote that is never closed is noticed at its row, and the rows are read all the same', async () => {
  // The quote stands before the name in the row of Sa Pa: row 5.
  await withFiles(file('nhay.csv', table(';').replace('UBND huyện Sa Pa', '"UBND huyện Sa Pa')));
  assert.deepEqual(await units(page), ids);
  assert.match(await text(page, '#notices [data-code=quote-not-closed]'), /nhay\.csv, dòng 5.*Nên làm: Kiểm tra/);
});

test('markup in a file is shown as text', async () => {
  const evil = '<img src=x onerror="document.title=1"><b>x</b>';
  const lines = [header, ...rows, ['10', evil, '10%', '', '5', '']];
  await withFiles(file('<i>ten</i>.csv', table(';', lines).replaceAll('onerror="document.title=1"', 'onerror=alert(1)')));
  // The appendix has letters in bold and italics of its own; those of the file are none.
  assert.equal(await page.locator('main img').count(), 0);
  assert.equal(await page.locator('main b, main i').filter({ hasText: /^(x|ten)$/ }).count(), 0);
  assert.match(await text(page, '#unmatched'), /«<img src=x/);
  assert.match(await text(page, '#files-read h3'), /<i>ten<\/i>\.csv/);
});
