// The findings and the documents saved from the page: the bytes that the native command writes for the same file, from either
// delivery.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { axe, fileUrl, launch, url, visit } from './browser.mjs';
import { table } from './letter.mjs';
import { choose, file, keepStates, ready, settled, text } from './page.mjs';

const run = promisify(execFile);

// 2 000 rows, each with a percent sign too many and a name that no unit has, one of them like a formula.
const many = `Đơn vị;Tỷ lệ số hóa hồ sơ\n=1+1;5%%\n${Array.from({ length: 1999 }, (_, row) => `Xã số ${row};${row % 90},5%%\n`).join('')}`;
const inputs = [['phu-luc.csv', table(';')], ['nhieu-dong.csv', many]];

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'sohoa-download-'));
  for (const [name, content] of inputs) await writeFile(join(folder, name), content);
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** What the native command writes for a file. */
async function native(name, format) {
  const out = join(folder, `${name}.${format}`);
  await run('cargo', ['run', '--quiet', '--bin', 'sohoa', '--', 'report', join(folder, name), '--notices', out]);
  return readFile(out);
}

/** The documents by their buttons: what they are called, and what asks the command for them. */
const documents = [
  ['appendix.docx', 'phu-luc.docx', ['docx']],
  ['letter.docx', 'cong-van.docx', ['docx', '--document', 'letter']],
  ['letter.html', 'cong-van.html', ['html', '--document', 'letter']],
  ['reminders.docx', 'nhac-don-vi.docx', ['docx', '--document', 'reminders']],
  ['reminders.zip', 'nhac-don-vi.zip', ['zip', '--document', 'reminders']],
  ['appendix.xlsx', 'xep-hang.xlsx', ['xlsx']],
  ['ranking.csv', 'xep-hang.csv', ['csv']],
  ['ranking-plain.csv', 'xep-hang-may.csv', ['csv-plain']],
];

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  describe(`findings saved from ${delivery}`, () => {
    let seen;
    before(async () => {
      seen = await visit(browser, address, { before: keepStates, acceptDownloads: true });
      await ready(seen.page);
    });
    after(() => seen.context.close());

    for (const [name, content] of inputs) {
      for (const format of ['csv', 'xlsx', 'docx']) {
        test(`${name} gives the ${format} that the command writes`, async () => {
          await settled(seen.page, () => seen.page.click('#clear'), ['ready']);
          await choose(seen.page, file(name, content));
          const [download] = await Promise.all([
            seen.page.waitForEvent('download'),
            seen.page.click(`[data-download="notices.${format}"]`),
          ]);
          assert.equal(download.suggestedFilename(), `luu-y-so-lieu.${format}`);
          const bytes = await readFile(await download.path());
          assert.ok(bytes.equals(await native(name, format)), `${bytes.length} bytes differ`);
          assert.match(await text(seen.page, '#status'), new RegExp(`luu-y-so-lieu\\.${format}`));
        });
      }
    }

    test('the documents of the letter are those that the command writes', async () => {
      await settled(seen.page, () => seen.page.click('#clear'), ['ready']);
      await choose(seen.page, file(...inputs[0]));
      for (const [button, called, form] of documents) {
        const [download] = await Promise.all([
          seen.page.waitForEvent('download'),
          seen.page.click(`[data-download="${button}"]`),
        ]);
        assert.equal(download.suggestedFilename(), called);
        const out = join(folder, called);
        await run('cargo', ['run', '--quiet', '--bin', 'sohoa', '--', 'report', join(folder, inputs[0][0]), '--format', ...form, '--out', out]);
        assert.ok((await readFile(await download.path())).equals(await readFile(out)), `${called} differs`);
      }
    });

    test('the buttons are reached by the keyboard and keep the focus', async () => {
      const button = seen.page.locator('[data-download="notices.csv"]');
      await button.focus();
      const [download] = await Promise.all([seen.page.waitForEvent('download'), seen.page.keyboard.press('Enter')]);
      assert.equal(download.suggestedFilename(), 'luu-y-so-lieu.csv');
      assert.ok(await button.evaluate((element) => element === document.activeElement));
    });

    test('nothing goes wrong behind the scenes, and axe finds nothing', async () => {
      assert.deepEqual(await axe(seen.page), []);
      assert.deepEqual(seen.problems, []);
    });
  });
}
