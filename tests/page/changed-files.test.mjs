// A file that changes on the disk after it was chosen: the page says so and mixes nothing.
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { ids, table } from './letter.mjs';
import { anew, keepStates, settled, text, units } from './page.mjs';

let folder;
let browser;
let page;
let problems;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sohoa-changed-'));
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates }));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

for (const [happens, change] of [
  ['is written to', (path) => appendFile(path, 'X;Y\r\n')],
  ['is taken away', unlink],
]) {
  test(`a file that ${happens} is not read again, and the page says why`, async () => {
    await anew(page);
    const path = join(folder, 'phu-luc.csv');
    await writeFile(path, table(';'));
    await settled(page, () => page.setInputFiles('#files', path), ['done', 'failed']);
    assert.deepEqual(await units(page), ids);
    await change(path);
    await page.$eval('#correct-0', (details) => { details.open = true; });
    await settled(page, () => page.selectOption('#letters-0', 'encoding:windows-1252'), ['done', 'failed']);
    assert.match(await text(page, '#errors'), /phu-luc\.csv.*Không đọc được tệp từ máy \((tệp không còn|từ khi chọn, tệp đã bị sửa).*rồi chọn lại/);
    assert.deepEqual(await units(page), []);
    assert.deepEqual(problems.splice(0), []);
  });
}
