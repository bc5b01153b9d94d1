// Nothing leaves the machine: the page asks its own server for its parts and nobody for anything else, and its policy
// refuses every way out.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { fileUrl, launch, url, visit } from './browser.mjs';
import { table } from './letter.mjs';
import { choose, file, keepStates, ready, settled, units } from './page.mjs';

// Another origin that can be reached: the same host by another port. It answers everything and counts.
const foreign = createServer((request, response) => {
  foreign.hits.push(request.url);
  response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('{}');
});
foreign.hits = [];
let foreignUrl;

let browser;
before(async () => {
  browser = await launch();
  await new Promise((listening) => foreign.listen(0, '127.0.0.1', listening));
  foreignUrl = `http://${new URL(url).hostname}:${foreign.address().port}/`;
});
after(async () => {
  await browser.close();
  foreign.closeAllConnections();
  foreign.close();
});

/** The ways in which a script can send something, with the rule of the policy that refuses each. */
const ways = [
  ['fetch', 'connect-src', (to) => fetch(to, { method: 'POST', body: 'x' }).catch(() => {})],
  ['XMLHttpRequest', 'connect-src', (to) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    request.send('x');
  }],
  ['a beacon', 'connect-src', (to) => navigator.sendBeacon(to, 'x')],
  ['a web socket', 'connect-src', (to) => new WebSocket(to.replace('http', 'ws'))],
  ['an event stream', 'connect-src', (to) => new EventSource(to)],
  ['an image', 'img-src', (to) => { new Image().src = to; }],
  ['a script', 'script-src-elem', (to) => {
    document.head.append(Object.assign(document.createElement('script'), { src: to }));
  }],
  ['a style sheet', 'style-src-elem', (to) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: to }));
  }],
  ['a frame', 'frame-src', (to) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: to }));
  }],
  ['a form', 'form-action', (to) => {
    const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
    document.body.append(form);
    form.submit();
  }],
];

/** Tries a way out of the page; says which rule of the policy refused it, or `null` when none did within two seconds. */
const refusal = (page, way, to) =>
  page.evaluate(`new Promise((answer) => {
    document.addEventListener('securitypolicyviolation', (event) => answer(event.effectiveDirective), { once: true });
    setTimeout(answer, 2000, null);
    try { (${way})(${JSON.stringify(to)}); } catch { /* refused at once */ }
  })`);

/** The same in the page's worker, where only fetch matters: `true` when it was refused. */
const refusedInWorker = (page, to) =>
  page.workers()[0].evaluate(async (address) => fetch(address, { mode: 'no-cors' }).then(() => false, () => true), to);

async function wholeJourney(page) {
  await ready(page);
  await choose(page, file('phu-luc.csv', table(';')));
  await page.fill('#threshold-percent', '55');
  await page.click('#sort-name');
  await page.check('#keep');
  await settled(page, () => page.click('#sample-months'));
  await Promise.all([page.waitForEvent('download'), page.click('#slope-png')]);
  await Promise.all([page.waitForEvent('download'), page.click('#save-session')]);
  await settled(page, () => page.click('#sample'));
  await settled(page, () => page.click('#clear'));
}

test('the journey on a server asks for the page and its module alone, before the first file', async () => {
  const { page, context, requests, problems } = await visit(browser, url, { before: keepStates });
  await ready(page);
  const parts = [...requests];
  await wholeJourney(page);
  assert.deepEqual(requests, parts);
  const own = ['', 'pkg/sohoa_bg.wasm'];
  assert.deepEqual(parts.toSorted(), own.map((name) => url + name).toSorted());
  assert.deepEqual(problems, []);
  await context.close();
});

test('the journey in the single file asks for the file alone', async () => {
  const { page, context, requests, problems } = await visit(browser, fileUrl, { before: keepStates });
  await wholeJourney(page);
  assert.deepEqual(requests, [fileUrl]);
  assert.deepEqual(problems, []);
  await context.close();
});

test('the page works under a name that is no secure context', async () => {
  const { page, context } = await visit(browser, url, { before: keepStates });
  await ready(page);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await choose(page, file('phu-luc.csv', table(';')));
  assert.equal((await units(page)).length, 9);
  await context.close();
});

for (const [delivery, address] of [['a server', url], ['a double click', fileUrl]]) {
  describe(`the policy of the page from ${delivery}`, () => {
    let seen;
    before(async () => {
      seen = await visit(browser, address);
      await ready(seen.page);
    });
    after(() => seen.context.close());

    for (const [name, rule, way] of ways) {
      test(`refuses ${name} to another server`, async () => {
        assert.equal(await refusal(seen.page, way, foreignUrl), rule);
        assert.deepEqual(foreign.hits, []);
      });
    }

    test('refuses the worker a fetch from another server', async () => {
      assert.equal(await refusedInWorker(seen.page, foreignUrl), true);
    });
  });
}

test('the single file may not even ask the server of the page', async () => {
  const { page, context } = await visit(browser, fileUrl);
  await ready(page);
  assert.equal(await refusal(page, (to) => fetch(to).catch(() => {}), url), 'connect-src');
  assert.equal(await refusedInWorker(page, url), true);
  await context.close();
});

test('the other server heard nothing of all this, and would have without the policy', async () => {
  assert.deepEqual(foreign.hits, []);
  const { page, context } = await visit(browser, url, { bypassCSP: true });
  await ready(page);
  await page.evaluate((to) => fetch(to), foreignUrl);
  assert.deepEqual(foreign.hits, ['/']);
  await context.close();
});
