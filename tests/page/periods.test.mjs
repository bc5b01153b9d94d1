// An officer's month without Excel and without a mouse: last month's session, this month's export, what changed, the issued
// appendix, drawings as files, what is kept on the machine and wiped.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { axe, fileUrl, launch, url, visit } from './browser.mjs';
import { anew, choose, file, focused, keepStates, ready, says, settled, text, units } from './page.mjs';

const MAY = 'BÁO CÁO THÁNG 5/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nH. Bát Xát;51%;900\nH. Bắc Hà;53,5%;1.100\nH. Văn Bàn;45%;700\n';
const JUNE = 'BÁO CÁO THÁNG 6/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nH. Bát Xát;54%;1.200\nH. Bắc Hà;48%;1.150\nH. Văn Bàn;47%;900\n';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Presses a key on the element of this id, which Tab can reach. */
async function press(page, id, key = 'Enter') {
  await page.focus(`#${id}`);
  assert.ok(await page.evaluate(() => document.activeElement.tabIndex >= 0));
  await page.keyboard.press(key);
}

/** What is saved when a key is pressed on the element of this id: its name and bytes. */
async function savedBy(page, id) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, id)]);
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

/** Waits until the focus has come to the element of this id. */
const comesTo = (page, id) => page.waitForFunction((wanted) => document.activeElement.id === wanted, id);

const given = (page, input, ...files) => page.setInputFiles(`#${input}`, files);

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  describe(`the month from ${delivery}`, () => {
    let seen;
    let page;
    before(async () => {
      seen = await visit(browser, address, { before: keepStates, acceptDownloads: true, viewport: { width: 1366, height: 768 } });
      ({ page } = seen);
      await ready(page);
    });
    beforeEach(() => anew(page));
    after(() => seen.context.close());

    test('last month is saved, opened beside this month, and tells what changed', async () => {
      await choose(page, file('thang-5.csv', MAY));
      const session = await savedBy(page, 'save-session');
      assert.equal(session.name, 'phien-2023-05.json');
      await anew(page);
      await choose(page, { ...session, mimeType: 'application/json' });
      assert.match(await text(page, '#status'), /^Đã mở phiên phien-2023-05.json làm kỳ này/);
      assert.deepEqual(await units(page), ['bac-ha', 'bat-xat', 'van-ban']);
      await choose(page, file('thang-6.csv', JUNE));
      assert.match(await text(page, '#status'), /^Phiên phien-2023-05.json được dùng làm kỳ trước/);
      assert.match(await text(page, '[data-change=bat-xat]'), /51% ?54% ?\+3 ?2 → 1 ?tăng 1 bậc/);
      assert.equal(await text(page, '#ranking [data-unit=bac-ha] [data-field=change]'), '−5,5 điểm; giảm 1 bậc');
      assert.deepEqual(await axe(page), []);
      await press(page, 'change-column', 'Space');
      await page.waitForSelector('#ranking [data-field=change]', { state: 'detached' });
      assert.equal(await focused(page), 'change-column');
      await press(page, 'drop-earlier-0');
      await comesTo(page, 'periods-heading');
      assert.equal(await text(page, '#since'), '');
    });

    test('months chosen together are ranked by the last, and the others become earlier periods by a key', async () => {
      await choose(page, file('thang-5.csv', MAY), file('thang-6.csv', JUNE));
      // June has Bát Xát first, May Bắc Hà.
      assert.deepEqual(await units(page), ['bat-xat', 'bac-ha', 'van-ban']);
      assert.match(await text(page, '#earlier'), /có 1 tệp của kỳ trước: thang-5.csv/);
      await press(page, 'set-files-back');
      await comesTo(page, 'periods-heading');
      await says(page, '#status', /^Đã nạp kỳ trước từ thang-5.csv/);
      assert.match(await text(page, '[data-change=bat-xat]'), /51% ?54% ?\+3 ?2 → 1 ?tăng 1 bậc/);
      assert.equal(await page.locator('[data-code=figure-of-earlier-period]').count(), 0);
      assert.deepEqual(await axe(page), []);
    });

    test('a pasted appendix of last month serves as well, and the issued one is held against the figures', async () => {
      await choose(page, file('thang-6.csv', JUNE));
      await page.locator('#earlier-paste summary').press('Enter');
      await page.fill('#earlier-pasted', MAY.replaceAll(';', '\t'));
      await press(page, 'read-earlier');
      await says(page, '#since', /mới vào: Bắc Hà/);
      await given(page, 'issued-file', file('phu-luc.csv', JUNE.replace('54%', '53%')));
      await says(page, '#reconciled', /1 khác biệt/);
      assert.match(await text(page, '#differences'), /UBND huyện Bát Xát ?tỷ lệ % ?53% ?54%/);
      assert.deepEqual(await axe(page), []);
      await press(page, 'drop-issued');
      await comesTo(page, 'reconcile-heading');
    });

    test('a damaged session is told beside its button and loses nothing', async () => {
      await choose(page, file('thang-6.csv', JUNE));
      await given(page, 'earlier-file', file('phien-2023-05.json', '{\n"kind": "sohoa-session",\n"version": 1,\n"check'));
      await says(page, '#earlier-file-error', /phien-2023-05.json: Tệp phiên làm việc bị hỏng từ dòng 4.*giữ nguyên/);
      assert.equal((await units(page)).length, 3);
      assert.deepEqual(await axe(page), []);
    });

    test('every drawing of three months is saved as SVG and PNG', async () => {
      await settled(page, () => press(page, 'sample-months'), ['done']);
      for (const [id, name] of [['bars', 'ty-le-va-nguong'], ['slope', 'hai-ky'], ['trend', 'dien-bien']]) {
        const svg = await savedBy(page, `${id}-svg`);
        assert.equal(svg.name, `${name}.svg`);
        const drawn = svg.buffer.toString();
        assert.ok(drawn.includes('Mường Khương') && drawn.includes('Nguồn: phu-luc-thang-6-2023.csv'));
        assert.ok(!/class=|url\((?!#)|file:|http:(?!\/\/www\.w3\.org)/.test(drawn), drawn);
        // A drawing within a drawing is not cut at its frame.
        assert.equal(drawn.match(/<svg/g).length - 1, drawn.match(/<svg[^>]*overflow="visible"/g).length);
        const png = await savedBy(page, `${id}-png`);
        assert.equal(png.name, `${name}.png`);
        assert.ok(png.buffer.subarray(1, 4).equals(Buffer.from('PNG')));
        assert.equal(png.buffer.readUInt32BE(16), 2 * (900 + 32)); // two points a pixel, margins of 16
      }
      assert.match(await text(page, '#status'), /dien-bien\.png/);
      assert.deepEqual(await axe(page), []);
    });

    test('a month is kept only where chosen, offered at the next visit, and wiped when asked', async () => {
      const kept = () => page.evaluate(() => Object.keys(localStorage).sort());
      await choose(page, file('thang-5.csv', MAY));
      assert.deepEqual((await kept()).filter((key) => key !== 'sohoa-settings'), []);
      await press(page, 'keep', 'Space');
      await says(page, '#status', /được giữ trên máy này dưới tên phien-2023-05.json/);
      assert.equal(await focused(page), 'keep');
      assert.ok((await kept()).includes('sohoa-session:phien-2023-05.json'));
      await page.reload();
      await ready(page);
      await says(page, '#kept', /tháng 5\/2023/);
      assert.deepEqual(await axe(page), []);
      await choose(page, file('thang-6.csv', JUNE));
      await press(page, 'use-kept-0');
      await says(page, '#since', /so với kỳ trước \(tháng 5\/2023\)/);
      await page.locator('#kept-here > summary').press('Enter');
      await press(page, 'wipe');
      await comesTo(page, 'wipe-heading');
      assert.match(await text(page, '#wiping'), /2 phiên làm việc đã giữ: phien-2023-05.json, phien-2023-06.json/);
      assert.deepEqual(await axe(page), []);
      await settled(page, () => press(page, 'wipe-yes'), ['ready']);
      await comesTo(page, 'input-heading');
      assert.deepEqual(await kept(), []);
      assert.equal(await text(page, '#kept'), '');
    });

    test('what another tab has kept meanwhile is not written over', async () => {
      const at = (name, seenBy = page) => seenBy.evaluate((key) => localStorage.getItem(`sohoa-session:${key}`), name);
      await choose(page, file('thang-5.csv', MAY));
      await press(page, 'keep', 'Space');
      await says(page, '#status', /dưới tên phien-2023-05.json/);
      const other = await seen.context.newPage();
      await other.addInitScript(keepStates);
      await other.goto(address);
      await ready(other);
      await other.click('#open-kept-0');
      await other.fill('#threshold-percent', '52');
      await other.waitForFunction(() => /52/.test(localStorage.getItem('sohoa-session:phien-2023-05.json')));
      const theirs = await at('phien-2023-05.json', other);
      // Each tab has a copy of the store, and what one writes reaches the other a moment later.
      await page.waitForFunction((kept) => localStorage.getItem('sohoa-session:phien-2023-05.json') === kept, theirs);
      await other.close();
      await page.fill('#threshold-copies', '950');
      await says(page, '#keeping', /Phiên phien-2023-05.json vừa được một thẻ khác .* dưới tên phien-2023-05 \(2\).json/);
      assert.equal(await at('phien-2023-05.json'), theirs);
      assert.match(await at('phien-2023-05 (2).json'), /950/);
    });

    test('a store that refuses is told, and nothing is lost', async () => {
      await choose(page, file('thang-5.csv', MAY));
      await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
      await press(page, 'keep', 'Space');
      await says(page, '#keeping', /Trình duyệt không giữ được phiên phien-2023-05.json/);
      assert.equal((await units(page)).length, 3);
      await page.reload();
      await ready(page);
    });

    test('nothing goes wrong behind the scenes, and nothing is asked of anyone', () => {
      assert.deepEqual(seen.problems, []);
      const own = new URL(address);
      assert.deepEqual(seen.requests.filter((asked) => new URL(asked).host !== own.host), []);
    });
  });
}

test('at 320 pixels no part of the comparison runs out of the page', async () => {
  const { page, context } = await visit(browser, url, { before: keepStates, viewport: { width: 320, height: 640 } });
  await ready(page);
  await settled(page, () => page.click('#sample-months'), ['done']);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  // The longest label of the drawing ends within the window.
  const ends = await page.locator('#slope text').evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().right));
  assert.ok(Math.max(...ends) <= 320, `${Math.max(...ends)}`);
  await context.close();
});
