// Plays the month of docs/huong-dan.md on the finished page and takes the guide's pictures: node scripts/guide.mjs
// `make dist` comes first. What the guide says the officer sees is waited for, so that a guide gone stale stops here.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = new URL('..', import.meta.url).pathname;
const sample = (name) => join(root, 'www/samples', name);
const pictures = join(root, 'docs/huong-dan');

const browser = await chromium.launch({ executablePath: process.env.CHROME || '/usr/bin/chromium', args: ['--disable-gpu'] });
const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 1366, height: 768 } });
context.setDefaultTimeout(20_000);
const page = await context.newPage();
const folder = await mkdtemp(join(tmpdir(), 'sohoa-guide-'));

const opened = async () => {
  await page.goto(pathToFileURL(join(root, 'dist/sohoa.html')).href);
  await page.waitForSelector('html[data-state=ready] #files:enabled');
};
const choose = async (...files) => {
  await page.setInputFiles('#files', files);
  await page.waitForSelector('html[data-state=done]');
};
const says = (selector, words) =>
  page.waitForFunction(([place, part]) => document.querySelector(place)?.textContent.includes(part), [selector, words]);
/** The page from the top of one element on, as tall as a screen or as asked. */
const picture = async (name, selector, height = 620) => {
  const { y } = await page.locator(selector).first().evaluate((one) => ({ y: one.getBoundingClientRect().top + scrollY }));
  const clip = { x: 60, y: Math.max(0, y - 12), width: 1246, height };
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, clip });
};
const saved = async (id) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#${id}`)]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
};

try {
  await opened();
  await picture('1-mo-trang', 'header', 520);

  // Tháng trước.
  await choose(sample('phu-luc-thang-5-2023-minh-hoa.csv'));
  const session = await saved('save-session');
  console.log('phiên tháng trước:', session.split('/').pop());

  // Tháng này.
  await opened();
  await choose(session);
  await choose(sample('phu-luc-thang-6-2023.csv'));
  await says('#status', 'được dùng làm kỳ trước');
  await picture('2-ket-qua', '#summary', 560);
  await picture('3-bang-xep-hang', '#ranking-region', 700);
  await picture('4-so-voi-ky-truoc', '#periods', 760);

  await page.click('#unit-bac-ha');
  await says('#unit-sheet', 'Bắc Hà');
  await picture('5-phieu-don-vi', '#unit-sheet', 760);

  await page.locator('#unit-sheet button', { hasText: 'Thử «nếu thêm 574' }).click();
  await says('#what-if', 'Bắc Hà');
  await picture('6-neu-thi', '#what-if', 700);

  await picture('7-van-ban', '#issue', 600);
  await page.locator('#issued-paste summary').click();
  const issued = await readFile(sample('phu-luc-thang-6-2023.csv'), 'utf8');
  await page.fill('#issued-pasted', issued.replace('48,1%', '48,7%'));
  await page.click('#read-issued');
  await says('#reconciled', '1 khác biệt');
  await picture('8-doi-chieu', '#reconciled', 260);
  await picture('9-luu-lai', '#session', 290);
  console.log('phiên tháng này:', (await saved('save-session')).split('/').pop());
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
