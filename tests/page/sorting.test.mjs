// The ranking sorted by each of its columns, and what an eye, an ear and a keyboard notice of it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { header, ids, rows, table } from './letter.mjs';
import { anew, choose, file, focused, keepStates, ready, says, settled, text, units } from './page.mjs';

// Worked out from the letter. Names run in the order of a Vietnamese dictionary, ă behind every a: Bảo Thắng, Bảo Yên,
// Bát Xát, Bắc Hà, Mường Khương, Sa Pa, Si Ma Cai, TP Lào Cai, Văn Bàn.
const byName = ['bao-thang', 'bao-yen', 'bat-xat', 'bac-ha', 'muong-khuong', 'sa-pa', 'si-ma-cai', 'tp-lao-cai', 'van-ban'];
// 2919 · 2486 · 1945 · 1343 · 1112 · 678 · 546 · 426 · 366
const byCopies = ['tp-lao-cai', 'muong-khuong', 'bat-xat', 'bao-thang', 'sa-pa', 'van-ban', 'si-ma-cai', 'bac-ha', 'bao-yen'];
const turned = (list) => list.toReversed();

const columns = [
  { key: 'rank', label: 'hạng', clicks: [['giảm dần', turned(ids)], ['tăng dần', ids]] }, // it is sorted by rank already
  { key: 'name', label: 'tên đơn vị', clicks: [['tăng dần', byName], ['giảm dần', turned(byName)]] },
  { key: 'percent', label: 'tỷ lệ %', clicks: [['giảm dần', ids], ['tăng dần', turned(ids)]] },
  { key: 'copies', label: 'số chứng thực điện tử', clicks: [['giảm dần', byCopies], ['tăng dần', turned(byCopies)]] },
];

let browser;
let page;
before(async () => {
  browser = await launch();
  ({ page } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(() => browser.close());

/** Sorts, and waits until the order is announced. */
async function sort(key, announced) {
  await page.click(`#sort-${key}`);
  await says(page, '#status', new RegExp(`Đã sắp xếp theo .*${announced}`));
}

const sortedHeaders = () =>
  page.$$eval('#ranking th[aria-sort]', (headers) =>
    headers.map((header) => [header.querySelector('button').id, header.getAttribute('aria-sort')]),
  );

const read = async (lines) => {
  await anew(page);
  await choose(page, file('phu-luc.csv', table(';', lines)));
};

test('before any click the ranking is sorted by rank, and says so', async () => {
  await read([header, ...rows]);
  assert.deepEqual(await units(page), ids);
  assert.deepEqual(await sortedHeaders(), [['sort-rank', 'ascending']]);
});

for (const { key, label, clicks } of columns) {
  describe(`a click on ${key}`, () => {
    before(() => read([header, ...rows]));
    for (const [at, [direction, expected]] of clicks.entries()) {
      describe(['for the first time', 'and a second one'][at], () => {
        before(() => sort(key, direction));

        test('puts the units in its order', async () => {
          assert.deepEqual(await units(page), expected);
        });

        test('marks this header alone as sorted', async () => {
          const sorted = direction === 'giảm dần' ? 'descending' : 'ascending';
          assert.deepEqual(await sortedHeaders(), [[`sort-${key}`, sorted]]);
        });

        test('is announced with column and direction', async () => {
          assert.equal(await text(page, '#status'), `Đã sắp xếp theo ${label}, ${direction}.`);
        });

        test('leaves the focus on the header’s button', async () => {
          assert.equal(await focused(page), `sort-${key}`);
        });
      });
    }
  });
}

describe('units without a figure', () => {
  // Sa Pa without a percentage, Bắc Hà without copies.
  const gaps = [header, ...rows.map((row) => row.map((cell, at) =>
    (row[1].endsWith('Sa Pa') && at === 2) || (row[1].endsWith('Bắc Hà') && at === 4) ? '' : cell))];
  beforeEach(() => read(gaps));

  for (const [key, last, directions] of [
    ['rank', 'sa-pa', ['giảm dần', 'tăng dần']],
    ['percent', 'sa-pa', ['giảm dần', 'tăng dần']],
    ['copies', 'bac-ha', ['giảm dần', 'tăng dần']],
  ]) {
    for (const clicks of [1, 2]) {
      test(`stand last when sorted by ${key}, ${directions[clicks - 1]}`, async () => {
        for (const direction of directions.slice(0, clicks)) await sort(key, direction);
        assert.equal((await units(page)).at(-1), last);
      });
    }
  }

  test('are shown in words, without a rank', async () => {
    const row = page.locator('tr[data-unit=sa-pa]');
    assert.equal(await row.locator('[data-field=percent]').textContent(), 'chưa có số liệu');
    assert.equal(await row.locator('[data-field=rank]').textContent(), '–');
  });
});

test('a sort outlives a new limit', async () => {
  await read([header, ...rows]);
  await sort('copies', 'giảm dần');
  await page.fill('#threshold-percent', '55');
  await says(page, '#changes', /thêm/);
  assert.deepEqual(await units(page), byCopies);
});

test('a sort outlives another file', async () => {
  await read([header, ...rows.slice(0, 5)]);
  await sort('copies', 'giảm dần');
  await settled(page, () => page.setInputFiles('#files', [file('hai.csv', table(';', [header, ...rows.slice(5)]))]));
  assert.deepEqual(await units(page), byCopies);
});
