// What stands behind the ranking: folded on the screen, legible on a telephone, printed where it is unfolded.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { launch, url, visit } from './browser.mjs';
import { choose, file, focused, keepStates, ready, text } from './page.mjs';

const sample = async (name, path) => file(name, await readFile(new URL(`../cases/${path}`, import.meta.url)));
const counts = await sample('so-ho-so.csv', 'summary-of-ten-columns/muc-do-so-hoa.csv');
const components = await sample('thanh-phan.csv', 'components-of-each-unit/thanh-phan.csv');

let browser;
let page;
before(async () => {
  browser = await launch();
  ({ page } = await visit(browser, url, { before: keepStates, viewport: { width: 320, height: 640 } }));
  await ready(page);
  await choose(page, counts, components);
});
after(() => browser.close());

test('both tables are folded until a key unfolds them', async () => {
  assert.deepEqual(await page.$$eval('#figures details', (all) => all.map((one) => one.open)), [false, false]);
  await page.focus('#figures-counts > summary');
  await page.keyboard.press('Enter');
  assert.equal(await page.$eval('#figures-counts', (one) => one.open), true);
  assert.equal(await focused(page), 'summary');
});

test('a percentage says what it is computed from and what it is a share of', async () => {
  // 160 of 200.
  assert.match(await text(page, '#figures-counts tbody tr:has-text("Bảo Yên")'), /160 ?80%/);
  assert.match(await text(page, '#figures-counts thead'), /Tiếp nhận có số hóa \(% của số tiếp nhận, tính từ hồ sơ\)/);
});

test('at 320 pixels the page does not scroll sideways, and the name stays beside the figures', async () => {
  const [scrolls, left] = await page.$eval('#figures-counts .scroll', (box) => {
    box.scrollLeft = 300;
    const name = box.querySelector('tbody th').getBoundingClientRect();
    return [document.documentElement.scrollWidth > innerWidth, Math.round(name.left - box.getBoundingClientRect().left)];
  });
  assert.deepEqual([scrolls, Math.abs(left) <= 1], [false, true], String(left));
});

test('on paper stands what is unfolded and no more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sohoa-figures-'));
  await page.pdf({ path: join(folder, 'a.pdf'), preferCSSPageSize: true });
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', join(folder, 'a.pdf'), '-']);
  await rm(folder, { recursive: true });
  const printed = stdout.normalize().replace(/\s+/g, ' ');
  assert.match(printed, /Số hồ sơ: Cấp huyện/);
  assert.match(printed, /UBND huyện Bảo Yên 200 160 80%/);
  assert.doesNotMatch(printed, /Các thành phần: Cấp huyện/);
});
