// The letter's appendix, from the choice of the file to the table, on both deliveries and in every byte form.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileUrl, launch, url, visit } from './browser.mjs';
import { header, ranking as expected, table, utf16le, utf8Marked } from './letter.mjs';
import { focused, keepStates, ranking, ready, settled, text } from './page.mjs';

const forms = [
  { name: 'phu-luc.tsv', bytes: Buffer.from(table('\t')), encoding: 'UTF-8', separator: 'TAB' },
  { name: 'phụ lục (1).csv', bytes: utf8Marked(table(';')), encoding: 'UTF-8', separator: 'chấm phẩy ;' },
  { name: 'Unicode Text.txt', bytes: utf16le(table('\t')), encoding: 'UTF-16LE', separator: 'TAB' },
];

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'sohoa-letter-'));
  for (const { name, bytes } of forms) await writeFile(join(folder, name), bytes);
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  for (const { name, encoding, separator } of forms) {
    describe(`the appendix as ${name}, read by the page from ${delivery}`, () => {
      let seen;
      before(async () => {
        seen = await visit(browser, address, { before: keepStates });
        await ready(seen.page);
        await settled(seen.page, () => seen.page.setInputFiles('#files', join(folder, name)));
      });
      after(() => seen.context.close());

      test('the page goes from starting over ready and reading to done', async () => {
        assert.deepEqual(await seen.page.evaluate(() => window.states), ['starting', 'ready', 'reading', 'done']);
      });

      test('all nine rows stand as in print', async () => {
        assert.deepEqual(await ranking(seen.page), expected);
      });

      test('the status line counts units, notes and doubts', async () => {
        assert.equal(await text(seen.page, '#status'), 'Đã xếp hạng 9 đơn vị; 3 «Thấp»; 4 «Quá thấp»; 2 điều cần xem lại.');
      });

      test('the focus is on the heading of the result', async () => {
        assert.equal(await focused(seen.page), 'result-heading');
      });

      test('the two typing errors are noticed and nothing else', async () => {
        const codes = await seen.page.$$eval('#notices li[data-code]', (items) => items.map((item) => item.dataset.code));
        assert.deepEqual(codes.sort(), ['percent-sign-repeated', 'unit-type-conflict']);
      });

      test('the repeated sign is shown with its cell and what to do', async () => {
        // Si Ma Cai is the fifth unit below the header: row 6; the percentage is the third column.
        const notice = await text(seen.page, '#notices [data-code=percent-sign-repeated]');
        assert.ok(notice.includes(`${name}, dòng 6, cột 3 (C): 53,9%%`), notice);
        assert.match(notice, /Nên làm: Sửa ô/);
      });

      test('the wrong type of Sa Pa is shown with its row and what to do', async () => {
        const notice = await text(seen.page, '#notices [data-code=unit-type-conflict]');
        assert.ok(notice.includes(`${name}, dòng 5`), notice);
        assert.ok(notice.includes(': UBND huyện Sa Pa'), notice);
        assert.match(notice, /Nên làm: Sửa tên/);
      });

      test('encoding, separator and header row are told', async () => {
        const facts = await seen.page.$$eval('#files-read dl.facts dt', (terms) =>
          Object.fromEntries(terms.map((term) => [term.textContent, term.nextElementSibling.textContent])),
        );
        assert.ok(facts['Bảng mã'].startsWith(`${encoding} (`), facts['Bảng mã']);
        assert.ok(facts['Dấu phân cách'].startsWith(`${separator} (`), facts['Dấu phân cách']);
        assert.equal(facts['Dòng tiêu đề'], 'dòng 1');
      });

      test('every column is told by letter, header and meaning', async () => {
        const columns = await seen.page.$$eval('#files-read table.columns tbody tr', (lines) =>
          lines.map((line) => [...line.cells].map((cell) => cell.textContent)),
        );
        assert.deepEqual(columns.map(([letter]) => letter), ['A', 'B', 'C', 'D', 'E', 'F']);
        assert.deepEqual(columns.map(([, title]) => title), header);
        assert.match(columns[2][3], /: phần trăm/);
        assert.match(columns[4][3], /: số đếm/);
        assert.ok(columns.every(([, , , meaning]) => !meaning.startsWith('không dùng')));
      });

      test('nothing goes wrong behind the scenes', () => {
        assert.deepEqual(seen.problems, []);
      });
    });
  }
}
