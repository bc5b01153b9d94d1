// What axe finds in every state of the page, on a desk, on a telephone, in high contrast and on paper: nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { axe, launch, url, visit } from './browser.mjs';
import { header, rows, table } from './letter.mjs';
import { anew, choose, file, keepStates, ready, says } from './page.mjs';

const sample = (name) => readFile(new URL(`../cases/${name}`, import.meta.url));
const months = await sample('workbook-with-two-months-alike/so-lieu.xlsx');
const counts = await sample('summary-of-ten-columns/muc-do-so-hoa.csv');
const components = await sample('components-of-each-unit/thanh-phan.csv');
const counted = await sample('dossiers-that-are-missing/chi-so.csv');
const OWN = 'danh mục;tinh-mau\ntên danh mục;Tỉnh mẫu\nmã;tên;loại;nhóm\nbac-ha;UBND xã Bắc Hà;xã;Cấp xã\n';

const letter = file('phu-luc.csv', table(';'));

// The page in each state; reading is entered by hand, since no file takes a sure time.
const states = {
  'empty': async () => {},
  'with the box to paste into open': (page) => page.click('#paste summary'),
  'reading': async (page) => {
    await page.evaluate(() => Effects.run([
      { kind: 'stage', stage: 'reading' },
      { kind: 'status', text: 'Đang đọc phu-luc.csv… 40 %' },
      { kind: 'progress', done: 40, total: 100 },
    ]));
  },
  'with a file that gave nothing': (page) => choose(page, file('rỗng.csv', '')),
  'with a result': (page) => choose(page, letter),
  'with a result and everything unfolded': async (page) => {
    await choose(page, file('phu-luc.csv', `Phụ lục\r\n${table(';')};Người lập biểu;;;;\r\n`));
    await page.$$eval('details', (all) => all.forEach((one) => { one.open = true; }));
  },
  'with a question': (page) =>
    choose(page, file('ty-le.csv', table(';', [header, ...rows.map((row, at) => row.with(2, at ? '50' : '0,723'))]))),
  'with names that no unit has': (page) =>
    choose(page, file('la.csv', table(';', [header, ...rows, ['10', 'UBND huyện Sa Pả', '1%', '', '1', '']]))),
  'with the corrections of a file unfolded': async (page) => {
    await choose(page, file('phu-luc.csv', table(';', [header, ...rows].map((row) => [...row, '']))));
    await page.click('#correct-0 > summary');
    await page.selectOption('#meaning-0-4', 'received');
    await says(page, '#undo', /Hoàn tác: ý nghĩa cột/);
  },
  'with sheets alike': (page) => choose(page, file('so-lieu.xlsx', months)),
  'with an own catalogue and the counts and components unfolded': async (page) => {
    await page.click('#catalogue-of-units > summary');
    await page.setInputFiles('#catalogue-file', file('danh-muc.csv', OWN));
    await says(page, '#units', /Của cơ quan: Tỉnh mẫu/);
    await page.selectOption('#catalogue', '');
    await choose(page, file('so-ho-so.csv', counts), file('thanh-phan.csv', components));
    await page.$$eval('#figures details', (all) => all.forEach((one) => { one.open = true; }));
  },
  'with a catalogue that cannot be used': async (page) => {
    await page.click('#catalogue-of-units > summary');
    await page.setInputFiles('#catalogue-file', file('danh-muc.csv', OWN.replaceAll(';xã;', ';làng;')));
    await says(page, '#catalogue-file-error', /làng/);
  },
  'with changed limits': async (page) => {
    await choose(page, letter);
    await page.fill('#threshold-percent', '55');
    await says(page, '#changes', /thêm/);
  },
  'with a limit that cannot be used': async (page) => {
    await choose(page, letter);
    await page.fill('#threshold-percent', '101');
    await says(page, '#threshold-percent-error', /./);
  },
  'with a sheet open and improvements supposed': async (page) => {
    await choose(page, file('chi-so.csv', counted));
    await page.click('#unit-bac-ha');
    await page.fill('#suppose-amount', '418');
    await says(page, '#what-if', /9 → 7/);
    await page.$$eval('#weights details', (all) => all.forEach((one) => { one.open = true; }));
  },
  'with all sheets open': async (page) => {
    await choose(page, file('thanh-phan.csv', components));
    await page.click('#sheets-all');
    await says(page, '#sheet-heading', /Phiếu của 9/);
  },
  'with an improvement that cannot be used': async (page) => {
    await choose(page, letter);
    await page.fill('#suppose-amount', 'vài');
    await says(page, '#suppose-amount-error', /cần/);
  },
  'with rules in force, a group of the office and units drawn side by side': async (page) => {
    await choose(page, file('thanh-phan.csv', components));
    await page.$$eval('#rules details, #peers details, #peer-charts details', (all) => all.forEach((one) => { one.open = true; }));
    await page.check('#rule-bottom-percents');
    await page.fill('#bottom-percents', 'nhiều');
    await says(page, '#rules', /không dùng được/);
    await page.fill('#own-group-name', 'Vùng cao');
    for (const unit of ['bac-ha', 'si-ma-cai']) {
      await page.check(`#own-${unit}`);
      await page.waitForFunction((id) => document.getElementById(id).hasAttribute('checked'), `own-${unit}`);
    }
    await page.click('#own-group-keep');
    await says(page, '#peers', /giữa các đơn vị của nhóm riêng/);
  },
  'with units without figures': (page) =>
    choose(page, file('thieu.csv', table(';', [header, ...rows.map((row) => row.with(2, ''))]))),
};

/** The states that differ where only colours or paper do. */
const plainStates = [
  'empty', 'reading', 'with a file that gave nothing', 'with a result', 'with a question', 'with changed limits',
  'with the corrections of a file unfolded', 'with sheets alike', 'with a sheet open and improvements supposed',
  'with all sheets open', 'with rules in force, a group of the office and units drawn side by side', 'with an own catalogue and the counts and components unfolded',
];

const desk = { width: 1366, height: 768 };
const views = {
  'at 1366×768': { viewport: desk },
  'at 320 pixels': { viewport: { width: 320, height: 640 } },
  'in forced colours': { viewport: desk, forcedColors: 'active', only: plainStates },
  'in print': { viewport: desk, media: 'print', only: plainStates },
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const [view, { media, only = Object.keys(states), ...options }] of Object.entries(views)) {
  describe(`axe finds nothing ${view}`, () => {
    let page;
    before(async () => {
      ({ page } = await visit(browser, url, { before: keepStates, ...options }));
      await ready(page);
    });
    after(() => page.context().close());

    for (const state of only) {
      test(`in the page ${state}`, async () => {
        await page.emulateMedia({ media: 'screen' });
        await anew(page);
        await states[state](page);
        if (media) await page.emulateMedia({ media });
        assert.deepEqual(await axe(page), []);
      });
    }
  });
}
