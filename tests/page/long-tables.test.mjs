// A table of more units than a page holds, turned by keyboard without a jump and printed whole; and what stays as it is
// when a limit is moved.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { axe, launch, url, visit } from './browser.mjs';
import { table as letter } from './letter.mjs';
import { anew, choose, file, focused, keepStates, ready, says, units } from './page.mjs';

const run = promisify(execFile);

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

const numbers = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const ids = (from, to) => numbers(from, to).map((unit) => `xa-${unit}`);
const COUNT = 450;
const catalogue = `danh mục;nhieu\ntên danh mục;Nhiều đơn vị\nmã;tên;loại;nhóm\n${numbers(1, COUNT).map((unit) => `xa-${unit};UBND xã Số ${unit};xã;Cấp xã`).join('\n')}\n`;
// The first with 100 %, each other with 0,1 less than the one before; the more copies the lower.
const tenths = (count) => `${Math.floor(count / 10)},${count % 10}%`;
const table = `Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n${numbers(1, COUNT).map((unit) => `UBND xã Số ${unit};${tenths(1001 - unit)};${unit}`).join('\n')}\n`;

async function many(on = page) {
  await on.setInputFiles('#catalogue-file', file('danh-muc.csv', catalogue));
  await says(on, '#units', /450 đơn vị/);
  await choose(on, file('xa.csv', table));
}

const now = (on = page) => on.textContent('#pages-now');
const turned = (to, on = page) => says(on, '#pages-now', new RegExp(`^Đơn vị ${to} trên 450, `));

describe('a table of 450 units', () => {
  beforeEach(async () => {
    await anew(page);
    await many();
  });

  test('stands in three pages, turned from the keyboard with the focus where it is and nothing jumping', async () => {
    assert.deepEqual(await units(page), ids(1, 200));
    await page.focus('#page-after');
    const lies = () => page.evaluate(() => [scrollY, document.getElementById('page-after').getBoundingClientRect().top]);
    const where = await lies();
    await page.keyboard.press('Enter');
    await turned('201–400');
    assert.deepEqual([await units(page), await focused(page), await lies()], [ids(201, 400), 'page-after', where]);
    await page.keyboard.press('Enter');
    await turned('401–450');
    assert.deepEqual([await units(page), await focused(page)], [ids(401, 450), 'page-after']);
    // There is none behind it: the button stays, says so, and keeps the focus.
    assert.equal(await page.getAttribute('#page-after', 'aria-disabled'), 'true');
    await page.keyboard.press('Enter');
    assert.equal(await now(), 'Đơn vị 401–450 trên 450, trang 3/3');
    await page.click('#page-first');
    await turned('1–200');
    await says(page, '#status', /Bảng: đơn vị 1–200 trên 450\./);
  });

  test('is turned from below back to its top', async () => {
    await page.click('#page-after-below');
    await turned('201–400');
    await page.waitForFunction(() => document.activeElement.id === 'pages-now');
    const top = await page.evaluate(() => document.getElementById('pages-now').getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 100, `${top}`);
  });

  test('is sorted and searched over all pages', async () => {
    await page.click('#sort-copies');
    await says(page, '#ranking caption', /số chứng thực điện tử, giảm dần/);
    assert.deepEqual(await units(page), ids(251, 450).reverse());
    await page.fill('#filter-name', 'số 449');
    await says(page, '#ranking-region', /chỉ 1 trên 450/);
    assert.deepEqual([await units(page), await page.locator('.pages').count()], [['xa-449'], 0]);
  });

  test('offers for a group of the office what the table finds, and what is chosen already', async () => {
    await page.click('#own-groups > summary');
    const offered = () => page.$$eval('#own-groups input[type=checkbox]', (all) => all.map(({ id }) => id.slice(4)));
    assert.deepEqual(await offered(), ids(1, 200));
    await page.check('#own-xa-7');
    await page.waitForFunction(() => document.getElementById('own-xa-7').hasAttribute('checked'));
    await page.fill('#filter-name', 'số 449');
    await says(page, '#peers', /Đang lọc: 1 \/ 450 đơn vị/);
    assert.deepEqual(await offered(), ['xa-7', 'xa-449']);
    await says(page, '#own-group-offered', /đơn vị tìm thấy trong bảng \(nhiều nhất 200\) và đơn vị đã chọn\. Để chọn đơn vị khác, gõ tên/);
  });

  test('is printed whole, and stands in pages again afterwards', async () => {
    await page.click('#page-after');
    await turned('201–400');
    await page.focus('#unit-xa-201');
    const folder = await mkdtemp(join(tmpdir(), 'sohoa-long-'));
    try {
      await page.evaluate(() => Paper.ready());
      await page.pdf({ path: join(folder, 'xa.pdf'), preferCSSPageSize: true });
      const { stdout } = await run('pdftotext', ['-layout', join(folder, 'xa.pdf'), '-'], { maxBuffer: 1 << 26 });
      const printed = [...stdout.normalize().matchAll(/UBND xã Số (\d+)\s/g)].map(([, unit]) => Number(unit));
      assert.deepEqual([...new Set(printed)], numbers(1, COUNT));
      assert.doesNotMatch(stdout.normalize(), /Bản in này chỉ có|Trang sau|trang 2\/3/);
    } finally {
      await rm(folder, { recursive: true });
    }
    assert.deepEqual([await units(page), await focused(page)], [ids(201, 400), 'unit-xa-201']);
  });

  test('is printed by its button as soon as all rows are there', async () => {
    await page.evaluate(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        window.printed = document.querySelectorAll('#ranking tr[data-unit]').length;
        dispatchEvent(new Event('afterprint'));
      };
    });
    await page.fill('#threshold-percent', '70');
    await page.click('#print');
    await page.waitForFunction(() => window.printed);
    assert.deepEqual([await page.evaluate(() => window.printed), (await units(page)).length], [450, 200]);
  });

  test('says on paper that it is not whole where the browser prints before all rows are there', async () => {
    await page.evaluate(() => Paper.changed()); // as right after a key
    await page.emulateMedia({ media: 'print' });
    assert.match(await page.innerText('.pages'), /^Bản in này chỉ có đơn vị 1–200 trên 450 của bảng\. Để in đủ, bấm nút «In bảng kết quả \(A4\)» trên trang\.$/);
    await page.emulateMedia({ media: null });
  });

  test('has nothing that axe finds, on a desk and on a telephone', async () => {
    await page.click('#page-last');
    await turned('401–450');
    assert.deepEqual(await axe(page), []);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.setViewportSize({ width: 1280, height: 720 });
  });
});

test('a limit moved under a catalogue of thousands of units is remembered though the page is left at once', async () => {
  await anew(page);
  const lines = numbers(1, 3_000).map((unit) => `xa-${unit};UBND xã Số ${unit};xã;Cấp xã`).join('\n');
  await page.setInputFiles('#catalogue-file', file('danh-muc.csv', `danh mục;nhieu\ntên danh mục;Nhiều đơn vị\nmã;tên;loại;nhóm\n${lines}\n`));
  await says(page, '#units', /3000 đơn vị/);
  const kept = () => page.evaluate(() => localStorage.getItem('sohoa-settings') ?? '');
  await page.waitForFunction(() => localStorage.getItem('sohoa-settings')?.length > 100_000);
  await choose(page, file('xa.csv', table));
  await page.fill('#threshold-percent', '42,5');
  await says(page, '#summary', /42,5%/);
  assert.doesNotMatch(await kept(), /42[.,]5/); // so that what follows is not passed by keeping it at once
  await page.reload();
  await ready(page);
  assert.equal(await page.inputValue('#threshold-percent'), '42,5');
  await says(page, '#units', /3000 đơn vị/);
  // Nor does it come back after all was wiped.
  await page.evaluate(() => { Kept.remember({ settings: 'x'.repeat(200_000) }); Kept.wipe(); dispatchEvent(new Event('pagehide')); });
  assert.equal(await kept(), '');
});

describe('a limit that is moved', () => {
  beforeEach(async () => {
    await anew(page);
    await choose(page, file('phu-luc.csv', letter(';')));
  });

  test('leaves rows that say the same as they are, and how far the table was scrolled', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const before = await page.evaluate(() => {
      document.querySelectorAll('#ranking tbody tr').forEach((row) => { row.old = true; });
      const scroll = document.querySelector('#ranking').parentElement;
      scroll.scrollLeft = 120;
      return scroll.scrollLeft;
    });
    assert.ok(before > 0, 'the table is wider than a telephone');
    await page.fill('#threshold-percent', '55');
    await says(page, '#changes', /thêm Si Ma Cai, Bát Xát/);
    const [kept, scrolled] = await page.evaluate(() => [
      [...document.querySelectorAll('#ranking tbody tr')].filter((row) => row.old).map((row) => row.dataset.unit),
      document.querySelector('#ranking').parentElement.scrollLeft,
    ]);
    // Those above 55 %: nothing of them changes; the rows of the others stay too, with new cells.
    assert.deepEqual(kept, await units(page));
    assert.equal(scrolled, before);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test('leaves the focus in the table where it is', async () => {
    await page.focus('#unit-bac-ha');
    await page.evaluate(() => {
      const input = document.getElementById('threshold-percent');
      input.value = '55';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await says(page, '#changes', /thêm Si Ma Cai, Bát Xát/);
    assert.equal(await focused(page), 'unit-bac-ha');
  });
});

test('a sorted table has its units in their own rows, and the focus goes with its unit', async () => {
  await anew(page);
  await choose(page, file('phu-luc.csv', letter(';')));
  await page.focus('#unit-bac-ha');
  await page.evaluate(() => document.getElementById('sort-name').click());
  await says(page, '#ranking caption', /sắp xếp theo tên đơn vị/);
  assert.equal(await focused(page), 'unit-bac-ha');
  const opens = await page.$$eval('#ranking tbody tr', (all) => all.map((row) => [row.dataset.unit, JSON.parse(row.querySelector('button').dataset.event).sheetOpened.unit]));
  for (const [row, button] of opens) assert.equal(button, row);
});
