// The ranking of 99 communes on paper: every sheet has its header, no row is cut, and what is marked by colour on the screen
// stands in words dark enough for any printer. Held against an approved picture where the letters are the same.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { launch, url, visit } from './browser.mjs';
import { choose, file, keepStates, ready } from './page.mjs';

const run = promisify(execFile);
const approved = new URL('./pictures/ranking-of-99-on-paper.png', import.meta.url);

// The communes as the catalogue names them, each with a percentage that no other has: 90%, 89,5%, … 41%; 0, 25, … copies.
const catalogue = await readFile(new URL('../../src/units/data/laocai-2025.csv', import.meta.url), 'utf8');
const communes = catalogue.split(/\r?\n/).map((line) => line.split(';')).filter(([id]) => /^(xa|phuong)-/.test(id));
const rows = communes.map(([, name], at) => ({
  name: name.normalize(),
  rank: at + 1,
  percent: `${String(90 - at / 2).replace('.', ',')}%`,
  copies: String(at * 25).replace(/(\d)(\d{3})$/, '$1.$2'),
  low: 90 - at / 2 < 50,
  veryLow: at * 25 < 1000,
}));
const lines = rows.map(({ name, rank, percent, copies }) => `${rank};${name};${percent};${copies}\r\n`).join('');
const table = `Từ ngày 01/8/2025 đến ngày 31/8/2025\r\nSTT;Tên đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Kết quả chứng thực điện tử bản sao từ bản chính từ 01/7/2025 đến ngày 31/8/2025\r\n${lines}`;

let browser;
let folder;
let pdf;
/** The words of each sheet with their boxes, in points. */
let sheets;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'sohoa-print-'));
  const { page, context } = await visit(browser, url, { before: keepStates });
  await ready(page);
  await choose(page, file('xa.csv', table));
  pdf = join(folder, 'xa.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await context.close();
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1 << 26 });
  const box = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
  sheets = stdout.split('<page ').slice(1).map((sheet) =>
    [...sheet.matchAll(box)].map(([, left, top, right, bottom, word]) => ({
      left: +left, top: +top, right: +right, bottom: +bottom, word: word.normalize(),
    })));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Where a row stands: its sheet and the words on the line of its percentage. */
function found({ percent, rank }) {
  for (const [at, words] of sheets.entries()) {
    for (const own of words.filter(({ word }) => word === percent)) {
      const line = words.filter(({ top, bottom }) => top < own.bottom && bottom > own.top);
      if (line.some(({ word, right }) => word === String(rank) && right < own.left)) return { at, line };
    }
  }
  return assert.fail(`row ${rank} stands nowhere`);
}

test('all 99 rows are there, each whole on one sheet, and four sheets are enough for them', () => {
  assert.equal(rows.length, 99);
  const used = new Set();
  for (const row of rows) {
    const { at, line } = found(row);
    used.add(at);
    const text = line.map(({ word }) => word).join(' ');
    for (const part of row.name.split(' ')) assert.ok(text.includes(part), `${row.name}: ${text}`);
    assert.ok(text.includes(row.copies), `${row.copies}: ${text}`);
  }
  assert.ok(used.size > 1 && used.size <= 4, `${used.size} sheets`);
});

test('every sheet with rows begins with the header', () => {
  for (const [at, words] of sheets.entries()) {
    const own = rows.filter((row) => found(row).at === at);
    if (own.length === 0) continue;
    const header = words.filter(({ word }) => word === 'Hạng');
    const first = words.find(({ word }) => word === own[0].percent);
    assert.ok(header.some(({ bottom }) => bottom < first.top), `sheet ${at + 1}`);
  }
});

test('nothing runs over the margins', () => {
  // A4 is 595 × 842 points; the margins are 20 mm above, below and left, 15 mm right: 56,7 and 42,5 points.
  for (const { left, top, right, bottom, word } of sheets.flat()) {
    assert.ok(left > 56 && right < 553.5 && top > 55 && bottom < 786.5, `${word}: ${left} ${top} ${right} ${bottom}`);
  }
});

test('the notes are words, dark on white, so that a grey print tells them', async () => {
  for (const row of rows) {
    const { line } = found(row);
    const words = line.map(({ word }) => word);
    assert.equal(words.includes('Thấp'), row.low, row.name);
    assert.equal(words.includes('Quá') && words.includes('thấp'), row.veryLow, row.name);
  }
  for (const row of [rows[0], rows[98]]) {
    const { at, line } = found(row);
    const note = line.find(({ word }) => word === (row.low ? 'Thấp' : 'Quá'));
    // 144 dots an inch: two a point.
    const [x, y] = [note.left, note.top].map((place) => Math.floor(place * 2));
    const [wide, high] = [note.right - note.left, note.bottom - note.top].map((length) => Math.ceil(length * 2));
    const picture = join(folder, 'note');
    await run('pdftoppm', ['-gray', '-singlefile', '-r', '144', '-f', String(at + 1), '-l', String(at + 1), '-x', String(x), '-y', String(y), '-W', String(wide), '-H', String(high), pdf, picture]);
    const bytes = (await readFile(`${picture}.pgm`)).subarray(-wide * high);
    assert.ok(Math.min(...bytes) < 64 && Math.max(...bytes) > 230, `${Math.min(...bytes)} to ${Math.max(...bytes)}`);
  }
});

test('a drawing longer than a sheet is not cut: it says where it is instead', () => {
  const text = sheets.flat().map(({ word }) => word).join(' ');
  assert.match(text, /Biểu đồ của 99 đơn vị dài hơn một trang giấy/);
  assert.doesNotMatch(text, /So với kỳ trước/);
});

/** How dark each of 60 × 85 fields of a picture is, from 0 to 255, as the browser reads it. */
async function darkness(page, png) {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 85 });
    const drawing = canvas.getContext('2d');
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(image, 0, 0, 60, 85);
    return [...drawing.getImageData(0, 0, 60, 85).data].filter((_, at) => at % 4 === 0);
  }, png.toString('base64'));
}

test('the second sheet looks as approved', async (t) => {
  const { stdout: family } = await run('fc-match', ['-f', '%{family}', 'Times New Roman']);
  if (family !== 'Liberation Serif') return t.skip(`Times New Roman is ${family} here`);
  const picture = join(folder, 'sheet');
  await run('pdftoppm', ['-gray', '-png', '-singlefile', '-r', '50', '-f', '2', '-l', '2', pdf, picture]);
  const made = await readFile(`${picture}.png`);
  // SOHOA_APPROVE=1 makes the picture of this run the approved one: look at it first.
  if (process.env.SOHOA_APPROVE) await writeFile(approved, made);
  const page = await browser.newPage();
  const [one, other] = [await darkness(page, made), await darkness(page, await readFile(approved))];
  await page.close();
  // A line moved by a hair changes a field a little; a column moved, a row lost or a colour changed many fields by much.
  const far = one.filter((value, at) => Math.abs(value - other[at]) > 40).length;
  assert.ok(far < one.length / 50, `${far} of ${one.length} fields differ`);
});
