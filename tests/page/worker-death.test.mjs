// The worker dies: a new one takes its place, the files come back, and a file that kills twice is given up by name.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { launch, url, visit } from './browser.mjs';
import { ids, table } from './letter.mjs';
import { choose, everything, file, focused, keepStates, ranking, ready, says, settled, text, units } from './page.mjs';

/** Keeps every worker that the page starts; one that begins to read a file named «giết…» dies of it. */
function keepWorkers() {
  window.workers = [];
  window.told = []; // what each worker told first
  const Plain = window.Worker;
  window.die = (worker = window.workers.at(-1)) => worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
  window.Worker = class extends Plain {
    constructor(...parts) {
      super(...parts);
      window.workers.push(this);
    }
    set onmessage(hear) {
      super.onmessage = (event) => {
        window.told[window.workers.indexOf(this)] ??= event.data.effects?.map(({ kind }) => kind);
        hear.call(this, event);
        const holding = event.data.effects?.find(({ kind }) => kind === 'holding');
        const inHand = holding?.reading.find((name) => !holding.held.includes(name));
        if (inHand?.startsWith('giết')) window.die(this);
      };
    }
  };
}

let browser;
let page;
before(async () => { browser = await launch(); });
after(() => browser.close());
beforeEach(async () => {
  if (page) await page.context().close();
  ({ page } = await visit(browser, url, { before: `(${keepStates})(); (${keepWorkers})();` }));
  await ready(page);
});

const started = () => page.evaluate(() => window.workers.length);
const letter = file('phu-luc.csv', table(';'));
const deadly = file('giết-bộ-đọc.csv', table('\t'));
/** Chooses files of which one kills every worker, and waits until it is given up. */
const chooseDeadly = async (...files) => {
  await page.setInputFiles('#files', files);
  await says(page, '#errors', /Bộ đọc đã dừng hai lần/);
  await page.waitForTimeout(500); // whatever a new worker still has to say
};

test('a worker that dies is replaced, and its files are read again', async () => {
  await choose(page, letter);
  const before = await ranking(page);
  await settled(page, () => page.evaluate(() => window.die()), ['done']);
  assert.equal(await started(), 2);
  assert.deepEqual(await ranking(page), before);
});

test('the first worker says at once that the page takes files, and one that replaces it clears what that one showed as well', async () => {
  await settled(page, () => page.evaluate(() => window.die()), ['ready']);
  const [first, second] = await page.evaluate(() => window.told);
  assert.deepEqual([first.includes('stage'), first.includes('show')], [true, false]);
  assert.deepEqual([second.includes('stage'), second.includes('show')], [true, true]);
});

test('the new worker has the officer’s limits', async () => {
  await choose(page, letter);
  await page.fill('#threshold-percent', '55');
  await says(page, '#changes', /thêm/);
  await settled(page, () => page.evaluate(() => window.die()), ['done']);
  assert.match(await text(page, '#status'), /5 «Thấp»/);
});

test('after a death files, limits and sorting work as before', async () => {
  await choose(page, letter);
  await settled(page, () => page.evaluate(() => window.die()), ['done']);
  await page.click('#sort-copies');
  await says(page, '#status', /Đã sắp xếp/);
  assert.equal((await units(page))[0], 'tp-lao-cai');
  await choose(page, file('hai.csv', table('\t')));
  assert.equal(await page.locator('#files-read article').count(), 2);
});

test('a death without files leaves a page that can be used', async () => {
  await page.evaluate(() => window.die());
  await choose(page, letter);
  assert.deepEqual(await units(page), ids);
});

test('a death while the sample is shown leaves no table that nobody holds', async () => {
  await settled(page, () => page.click('#sample'));
  await settled(page, () => page.evaluate(() => window.die()));
  // Looked at in one moment: the sample may come back between two.
  const [state, shown] = await page.evaluate(() => [
    document.documentElement.dataset.state,
    [...document.querySelectorAll('#ranking tr[data-unit]')].map((row) => row.dataset.unit),
  ]);
  // Either the sample is back, or the page is empty.
  assert.deepEqual([state, shown], shown.length ? ['done', ids] : ['ready', []]);
});

test('a file during whose reading the worker died once is read by the next', async () => {
  await page.evaluate(() => {
    const die = window.die;
    window.die = (worker) => { window.die = () => {}; die(worker); };
  });
  await page.setInputFiles('#files', [deadly]);
  await page.waitForSelector('#ranking');
  assert.equal(await started(), 2);
  assert.deepEqual(await units(page), ids);
});

test('a file during whose reading the worker died twice is given up, and told by name', async () => {
  await chooseDeadly(deadly);
  assert.match(await text(page, '#errors'), /giết-bộ-đọc\.csv.*Bộ đọc đã dừng hai lần.*Hãy kiểm tra hoặc xuất lại/);
  assert.equal(await focused(page), 'errors');
  assert.equal(await started(), 3);
});

test('the sentence about a file given up still stands when the others are back', async () => {
  await choose(page, letter);
  await chooseDeadly(deadly);
  assert.deepEqual(await units(page), ids);
  assert.match(await text(page, '#errors'), /giết-bộ-đọc\.csv/);
});

test('a page whose file was given up is no page that starts or reads', async () => {
  await chooseDeadly(deadly);
  assert.equal(await page.getAttribute('html', 'data-state'), 'failed');
  assert.equal(await page.isVisible('#progress'), false);
});

test('the title tells of a file given up', async () => {
  await chooseDeadly(deadly);
  assert.match(await page.title(), /^Lỗi: /);
});

test('a file given up is told beside new files until it is passed over', async () => {
  await chooseDeadly(deadly);
  await choose(page, letter);
  assert.match(await text(page, '#errors'), /giết/);
  await page.click('#errors button');
  await says(page, '#errors', /^$/);
  assert.deepEqual(await units(page), ids);
});

for (const [place, files] of [['before', [letter, deadly]], ['behind', [deadly, letter]]]) {
  test(`a file chosen ${place} a deadly one is ranked`, async () => {
    await chooseDeadly(...files);
    assert.deepEqual(await units(page), ids);
  });
}

test('a later death does not read a file given up again', async () => {
  await chooseDeadly(letter, deadly);
  const before = await started();
  await settled(page, () => page.evaluate(() => window.die()), ['done']);
  await page.waitForTimeout(500);
  assert.equal(await started(), before + 1);
  assert.match(await text(page, '#errors'), /giết/);
  assert.deepEqual(await units(page), ids);
});

test('a death brings up no word of a programmer', async () => {
  await chooseDeadly(letter, deadly);
  assert.doesNotMatch(await everything(page), /panicked|unreachable|RuntimeError|out of memory/);
});

test('a page whose first worker cannot begin says so and starts no other', async () => {
  const { page: own, context } = await visit(browser, url, { before: `(${keepWorkers})(); (${() => {
    const Watched = window.Worker;
    window.Worker = class extends Watched {
      constructor(...parts) {
        super(...parts);
        setTimeout(() => this.dispatchEvent(new Event('error')), 0);
      }
    };
  }})();` });
  await own.waitForSelector('html[data-state=failed]');
  await says(own, '#errors', /Trang chưa khởi động được/);
  assert.equal(await own.evaluate(() => window.workers.length), 1);
  await context.close();
});
