// The result on paper: A4, every name, the header on each sheet, nothing of the buttons.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { fileUrl, launch, url, visit } from './browser.mjs';
import { header, ranking as letter, rows, table } from './letter.mjs';
import { choose, file, keepStates, ready } from './page.mjs';

const run = promisify(execFile);
let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'sohoa-print-'));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Prints the page; gives the text of each sheet and what pdfinfo says. */
async function printed(page, name) {
  const path = join(folder, name);
  await page.pdf({ path, preferCSSPageSize: true });
  const { stdout: text } = await run('pdftotext', ['-raw', path, '-']);
  const { stdout: info } = await run('pdfinfo', [path]);
  return { sheets: text.split('\f').slice(0, -1).map((sheet) => sheet.normalize()), info };
}
const plain = (sheets) => sheets.join(' ').replace(/\s+/g, ' ');

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  describe(`the letter printed from ${delivery}`, () => {
    let sheets;
    let info;
    before(async () => {
      const { page, context } = await visit(browser, address, { before: keepStates });
      await ready(page);
      await choose(page, file('phu-luc.csv', table(';')));
      ({ sheets, info } = await printed(page, 'letter.pdf'));
      await context.close();
    });

    test('is on A4', () => {
      assert.match(info, /Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
    });

    test('holds every name with its percentage', () => {
      for (const [, , name, percent] of letter) assert.match(plain(sheets), new RegExp(`${name} .*${percent}`));
    });

    test('holds the table on the first sheet', () => {
      const [first] = sheets;
      for (const [, , name] of letter) assert.ok(plain([first]).includes(name), name);
    });

    test('tells how it was computed and from which file', () => {
      assert.match(plain(sheets), /Cách tính.*766\/QĐ-TTg.*phu-luc\.csv/);
    });

    test('shows no button and no mark of sorting', () => {
      assert.doesNotMatch(plain(sheets), /[▲▼↕]|Chọn tệp|Bỏ tệp|In bảng|Về ngưỡng/);
    });
  });
}

test('a table longer than a sheet repeats its header', async () => {
  const departments = [
    'Văn phòng UBND tỉnh', 'Sở Nội vụ', 'Sở Tư pháp', 'Sở Tài chính', 'Sở Kế hoạch và Đầu tư', 'Sở Công Thương',
    'Sở Nông nghiệp và Phát triển nông thôn', 'Sở Tài nguyên và Môi trường', 'Sở Giao thông vận tải - Xây dựng',
    'Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ', 'Sở Lao động - Thương binh và Xã hội',
    'Sở Giáo dục và Đào tạo', 'Sở Y tế', 'Sở Văn hóa và Thể thao', 'Sở Du lịch', 'Sở Ngoại vụ', 'Thanh tra tỉnh',
    'Ban Dân tộc', 'Ban Quản lý Khu kinh tế',
  ];
  const lines = departments.map((name, at) => [String(at + 1), name, `${40 - at}%`, '', String(100 + at), '']);
  const { page, context } = await visit(browser, url, { before: keepStates });
  await ready(page);
  await choose(page, file('so.csv', table(';', [header, ...lines, ...rows])));
  const { sheets } = await printed(page, 'long.pdf');
  const withRows = sheets.filter((sheet) => /Sở |Ban |Thanh tra/.test(sheet.split('Biểu đồ')[0]) && /\d+%/.test(sheet.split('Biểu đồ')[0]));
  assert.ok(withRows.length > 1, 'the table must be longer than a sheet to tell anything');
  for (const sheet of withRows) assert.match(sheet, /Tên đơn vị/);
  await context.close();
});
