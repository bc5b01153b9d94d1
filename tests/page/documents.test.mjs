// The documents on the page: their words, what is said before they are issued, and the appendix copied into a text.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe, fileUrl, launch, url, visit } from './browser.mjs';
import { table } from './letter.mjs';
import { choose, file, keepStates, ready, text } from './page.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  describe(`the documents on the page from ${delivery}`, () => {
    let seen;
    before(async () => {
      seen = await visit(browser, address, { before: keepStates });
      await ready(seen.page);
      await choose(seen.page, file('phu-luc.csv', table(';')));
    });
    after(() => seen.context.close());

    test('what is left to fill is said, and goes away as it is typed', async () => {
      const { page } = seen;
      assert.match(await text(page, '#documents'), /Công văn còn để trống: số, ngày ban hành, họ tên người ký\./);
      for (const [id, value] of [['word-number', '07'], ['word-signer', 'Nguyễn Văn A'], ['word-date', '05/6/2023']]) {
        await page.locator(`#${id}`).pressSequentially(value);
        // No region takes the input away while one types.
        assert.equal(await page.inputValue(`#${id}`), value);
      }
      await page.waitForFunction(() => !document.querySelector('#documents').textContent.includes('còn để trống'));
      // «05/6/20» is a day as well: the last letters may still be on their way.
      await page.waitForFunction(() => document.querySelector('#appendix-text').textContent.includes('ngày 05/6/2023'));
      assert.match(await text(page, '#appendix-text'), /số 07\/VPUBND-KSTT ngày 05\/6\/2023/);
    });

    test('a day that is none is said beside its input', async () => {
      const { page } = seen;
      await page.fill('#word-date', '31/6/2023');
      await page.waitForFunction(() => document.querySelector('#word-date-error').textContent.includes('31/6/2023'));
      assert.equal(await page.getAttribute('#word-date', 'aria-invalid'), 'true');
      await page.fill('#word-date', '05/6/2023');
      await page.waitForFunction(() => document.querySelector('#word-date-error').textContent === '');
    });

    test('the words are remembered for the next visit', async () => {
      const { page } = seen;
      await page.click('#wording-all > summary');
      await page.fill('#word-subject', 'V/v thử');
      await page.waitForFunction(() => localStorage.getItem('sohoa-settings')?.includes('V/v thử'));
      await page.reload();
      await ready(page);
      assert.equal(await page.inputValue('#word-subject'), 'V/v thử');
      assert.equal(await page.inputValue('#word-number'), '', 'the next letter has a number of its own');
      await choose(page, file('phu-luc.csv', table(';')));
      await page.click('#wording-all > summary');
      await page.click('#wording-reset');
      await page.waitForFunction(() => document.querySelector('#word-subject').value.startsWith('V/v đôn đốc'));
    });

    test('the appendix is copied as a table that other programs take', async () => {
      const { page } = seen;
      await page.click('#appendix > summary');
      await page.click('[data-copy="appendix-text"]');
      assert.equal(await text(page, '#status'), 'Đã chép; hãy dán vào văn bản.');
      const other = await seen.context.newPage();
      await other.setContent('<div contenteditable="true" id="text"></div>');
      await other.focus('#text');
      await other.keyboard.press('Control+V');
      const rows = await other.$$eval('#text tr', (all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
      assert.equal(rows.length, 10);
      assert.deepEqual(rows[8], ['8', 'UBND huyện Văn Bàn', '49%', 'Thấp', '678', 'Quá thấp']);
      await other.close();
    });

    test('axe finds nothing, and nothing goes wrong behind the scenes', async () => {
      assert.deepEqual(await axe(seen.page), []);
      assert.deepEqual(seen.problems, []);
    });
  });
}
