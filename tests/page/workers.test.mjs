// A long list read by one worker, or by several: the page says the same, whoever read what.
import assert from 'node:assert/strict';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileUrl, launch, url, visit } from './browser.mjs';
import { keepStates, ready, settled } from './page.mjs';

const MEGABYTES = 72;
const HEADER = 'STT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Chủ hồ sơ;Ngày tiếp nhận;Ngày trả kết quả;Trạng thái;' +
  'Số thành phần đã số hóa;Kết quả điện tử\n';
const UNITS = ['UBND huyện Bảo Yên', 'UBND thị xã Sa Pa', 'H. Bắc Hà', 'Sở Y tế', '"Sở Xây dựng"', 'UBND huyện Lạ'];

/** Rows as portals write them, and now and then one that needs a second look. */
function row(number) {
  const unit = UNITS[number % UNITS.length];
  const day = String(1 + (number % 28)).padStart(2, '0');
  const code = `H38.${10 + (number % 6)}-2306${day}-${String(number % 97_000).padStart(5, '0')}`;
  const name = number % 4 ? `Cấp giấy phép số ${number % 50}, lĩnh vực ${number % 7}` : '"Cấp lại; đổi\r\n(bản ""sao"")"';
  const state = number % 9_001 ? ['Đã trả kết quả', 'Đang xử lý', '10'][number % 3] : 'Trạng thái lạ';
  if (number % 30_011 === 0) return `${number};${code};5" màn hình;${unit};;${day}/06/2023;;${state};0;\n`;
  if (number % 20_011 === 0) return 'Tổng số: 12 hồ sơ\n\n';
  return `${number};${code};${name};${unit};Hoàng Thị A;${day}/06/2023 08:30;${day}/06/2023;${state};${number % 3};${number % 2 ? 'Có' : ''}\n`;
}

let folder;
let long;
let browser;
let alone;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sohoa-workers-'));
  long = join(folder, 'danh-sach.csv');
  const handle = await open(long, 'w');
  let [written, number, block] = [0, 0, HEADER];
  while (written < MEGABYTES << 20) {
    for (let rows = 0; rows < 20_000; rows += 1) block += row((number += 1));
    written += (await handle.write(block)).bytesWritten;
    block = '';
  }
  await handle.close();
  browser = await launch();
  alone = await said(url, 1);
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** What the page says of the list on a machine of so many cores, and how many workers it had. */
async function said(address, cores, meet = () => {}) {
  const { page, context, problems } = await visit(browser, address, { before: keepStates });
  await context.addInitScript((count) => Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count }), cores);
  // The worker of the first visit is not counted.
  await ready(page);
  let workers = 0;
  page.on('worker', (worker) => {
    workers += 1;
    if (workers > 1) meet(worker);
  });
  await page.reload();
  await ready(page);
  await settled(page, () => page.setInputFiles('#files', long), ['done', 'failed']);
  await page.waitForFunction(() => /[0-9a-f]{64}/.test(document.getElementById('files-read').textContent));
  const text = await page.evaluate(() => document.querySelector('main').textContent.replace(/\s+/g, ' '));
  await context.close();
  assert.deepEqual(problems, []);
  return { text, workers };
}

test('one worker reads a long list and counts its dossiers', () => {
  assert.equal(alone.workers, 1);
  assert.match(alone.text, /Bảo Yên/);
  assert.match(alone.text, /Trạng thái lạ/);
});

for (const [name, address, cores] of [
  ['two workers', url, 2],
  ['four workers', url, 4],
  ['two workers of a page opened by a double click', fileUrl, 2],
]) {
  test(`${name} say what one says`, async () => {
    const { text, workers } = await said(address, cores);
    assert.equal(workers, cores);
    assert.equal(text, alone.text);
  });
}

test('what a helper leaves behind that dies is read by the others', async () => {
  const { text, workers } = await said(url, 4, (worker) => worker.evaluate(() => postMessage({ died: 'a test' })).catch(() => {}));
  assert.equal(text, alone.text);
  assert.ok(workers > 1, `${workers}`);
});
