// The officer's own limits and group: what enters and leaves at once, what is refused, what is remembered.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { fileUrl, launch, url, visit } from './browser.mjs';
import { table } from './letter.mjs';
import { anew, choose, file, focused, keepStates, noted, ready, says, text, units } from './page.mjs';

let browser;
let page;
let problems;
before(async () => {
  browser = await launch();
  ({ page, problems } = await visit(browser, url, { before: keepStates }));
  await ready(page);
});
after(() => browser.close());
beforeEach(async () => {
  await anew(page);
  await choose(page, file('phu-luc.csv', table(';')));
});
afterEach(() => assert.deepEqual(problems.splice(0), []));

const percent = '#threshold-percent';
const copies = '#threshold-copies';
const shippedLow = ['muong-khuong', 'van-ban', 'bac-ha']; // below 50: 49,5 · 49 · 48,1
const shippedVeryLow = ['bao-yen', 'si-ma-cai', 'van-ban', 'bac-ha']; // below 1000: 366 · 546 · 678 · 426

test('the shipped limits stand in their fields', async () => {
  assert.deepEqual([await page.inputValue(percent), await page.inputValue(copies)], ['50', '1000']);
});

test('typing 55 shows at once who becomes «Thấp»', async () => {
  await page.fill(percent, '55');
  // Below 55 and not below 50: Si Ma Cai 53,9 and Bát Xát 53,1.
  await says(page, '#changes', /«Thấp»: thêm Si Ma Cai, Bát Xát\./);
  assert.deepEqual(await noted(page, 'percent-note'), ['si-ma-cai', 'bat-xat', ...shippedLow]);
  assert.deepEqual(await noted(page, 'copies-note'), shippedVeryLow);
});

test('a limit of 500 shows at once who is «Quá thấp» no more', async () => {
  await page.fill(copies, '500');
  // Not below 500 and below 1000: Si Ma Cai 546 and Văn Bàn 678.
  await says(page, '#changes', /«Quá thấp»: bớt Si Ma Cai, Văn Bàn\./);
  assert.deepEqual(await noted(page, 'copies-note'), ['bao-yen', 'bac-ha']);
  assert.deepEqual(await noted(page, 'percent-note'), shippedLow);
});

test('a unit exactly at the limit has no note', async () => {
  await page.fill(percent, '49.5');
  await says(page, '#changes', /«Thấp»: bớt Mường Khương\./);
  assert.deepEqual(await noted(page, 'percent-note'), ['van-ban', 'bac-ha']);
});

test('a decimal is typed with a comma, as an officer writes it', async () => {
  await page.focus(percent);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('49,5');
  await says(page, '#changes', /«Thấp»: bớt Mường Khương\./);
  assert.equal(await page.getAttribute(percent, 'aria-invalid'), 'false');
});

for (const [field, written, wanted] of [
  [percent, '52.5', '52,5%'],
  [percent, '52,5', '52,5%'],
  [copies, '1.001', '1.001'],
  [copies, '1001', '1.001'],
]) {
  test(`${written} is understood as typed into ${field}`, async () => {
    await page.fill(field, written);
    await page.waitForFunction(([at, said]) => document.querySelector(at).getAttribute('aria-valuetext') === said, [field, wanted]);
    assert.equal(await page.inputValue(field), written);
    assert.equal(await page.getAttribute(field, 'aria-invalid'), 'false');
  });
}

test('both limits are inputs of numbers to who does not see them, and keys move them as they move such', async () => {
  assert.equal(await page.getByRole('spinbutton', { name: /^«(Thấp|Quá thấp)» khi/ }).count(), 2);
  const stands = (field, value) => page.waitForFunction(([at, said]) => document.querySelector(at).value === said, [field, value]);
  await page.fill(percent, '52,5');
  await page.keyboard.press('ArrowUp');
  await stands(percent, '53,5');
  // Below 53,5 and not below 50: Bát Xát 53,1.
  await says(page, '#changes', /«Thấp»: thêm Bát Xát\./);
  assert.deepEqual(await noted(page, 'percent-note'), ['bat-xat', ...shippedLow]);
  await page.keyboard.press('PageDown');
  await stands(percent, '43,5');
  assert.deepEqual([await page.getAttribute(percent, 'aria-valuenow'), await focused(page)], ['43.5', percent.slice(1)]);
  await page.focus(copies);
  await page.keyboard.press('PageUp');
  await stands(copies, '1100');
  // Keys faster than any answer are all counted.
  await page.evaluate((at) => {
    const key = () => new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true });
    for (let times = 0; times < 30; times += 1) document.querySelector(at).dispatchEvent(key());
  }, copies);
  await stands(copies, '1070');
  await page.keyboard.press('Shift+ArrowUp'); // marks what stands before the caret
  await page.keyboard.type('5');
  assert.equal(await page.inputValue(copies), '5');
});

test('keys move the value of a rule, whose input is filled with its region', async () => {
  await page.$$eval('#rules details', (all) => all.forEach((one) => { one.open = true; }));
  await page.check('#rule-bottom-percents');
  await page.waitForSelector('#bottom-percents');
  await page.focus('#bottom-percents');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.getElementById('bottom-percents').value === '2');
  assert.equal(await focused(page), 'bottom-percents');
  await says(page, '#rules', /2 đơn vị/);
});

test('the status line counts the notes under the new limit', async () => {
  await page.fill(percent, '55');
  await says(page, '#status', /5 «Thấp»; 4 «Quá thấp»/);
});

test('a limit changes nothing about ranks', async () => {
  const before = await units(page);
  await page.fill(percent, '55');
  await says(page, '#changes', /thêm/);
  assert.deepEqual(await units(page), before);
});

for (const [field, value, wanted] of [
  [percent, '', /cần một số từ 0 đến 100/],
  [percent, '101', /cần một số từ 0 đến 100/],
  [percent, '-1', /cần một số từ 0 đến 100/],
  [copies, '', /cần một số nguyên/],
  [copies, '1.5', /cần một số nguyên/],
]) {
  describe(`${value === '' ? 'nothing' : value} typed into ${field}`, () => {
    beforeEach(async () => {
      await page.fill(field, value);
      await says(page, `${field}-error`, wanted);
    });

    test('is told beside the field, and the field is marked', async () => {
      assert.equal(await page.getAttribute(field, 'aria-invalid'), 'true');
      assert.equal(await page.getAttribute(field, 'aria-describedby'), `${field.slice(1)}-error`);
    });

    test('changes no note', async () => {
      assert.deepEqual(await noted(page, 'percent-note'), shippedLow);
      assert.deepEqual(await noted(page, 'copies-note'), shippedVeryLow);
    });

    test('is forgiven as soon as a limit is typed', async () => {
      await page.fill(field, '7');
      await page.waitForFunction((place) => document.querySelector(place).getAttribute('aria-invalid') === 'false', field);
      assert.equal(await text(page, `${field}-error`), '');
    });
  });
}

test('one button leads back to the shipped limits, and the focus is not lost', async () => {
  await page.fill(percent, '55');
  await page.fill(copies, '500');
  await page.focus('#limits-reset');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('changes').textContent === '');
  assert.deepEqual([await page.inputValue(percent), await page.inputValue(copies)], ['50', '1000']);
  assert.deepEqual(await noted(page, 'percent-note'), shippedLow);
  assert.notEqual(await focused(page), 'body');
});

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  test(`limits and group are remembered by the page from ${delivery}`, async () => {
    const { page, context } = await visit(browser, address, { before: keepStates });
    await ready(page);
    await choose(page, file('phu-luc.csv', table(';')));
    await page.fill(percent, '49.5');
    await page.fill(copies, '500');
    await page.selectOption('#group', 'cap-huyen');
    await says(page, '#changes', /bớt Mường Khương.*bớt Si Ma Cai, Văn Bàn/);
    // The changes say nothing of the group, and who leaves before the worker has heard of it takes nothing along.
    await page.waitForFunction(() => localStorage.getItem('sohoa-settings')?.includes('cap-huyen'));
    await page.reload();
    await ready(page);
    assert.equal(await page.inputValue(percent), '49,5'); // as an officer writes it
    assert.equal(await page.inputValue(copies), '500');
    assert.equal(await page.inputValue('#group'), 'cap-huyen');
    await choose(page, file('phu-luc.csv', table(';')));
    assert.deepEqual(await noted(page, 'percent-note'), ['van-ban', 'bac-ha']);
    await context.close();
  });
}

test('settings that cannot be read are forgotten, and the page starts with the shipped ones', async () => {
  await page.evaluate(() => localStorage.setItem('sohoa-settings', '{"thresholds": "?'));
  await page.reload();
  await ready(page);
  assert.equal(await page.inputValue(percent), '50');
});

test('a group without units says so and where to choose another', async () => {
  await page.selectOption('#group', 'cap-xa');
  await says(page, '#ranking-region', /không có đơn vị nào thuộc nhóm «.*». Chọn nhóm khác/);
  assert.deepEqual(await units(page), []);
});

test('the group of the file comes back when the choice is left to it', async () => {
  await page.selectOption('#group', 'cap-xa');
  await says(page, '#ranking-region', /không có đơn vị nào/);
  await page.selectOption('#group', '');
  await page.waitForSelector('#ranking');
  assert.equal((await units(page)).length, 9);
});
