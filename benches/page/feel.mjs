// What must feel instant on the built page: the start, an appendix, a limit that is moved, a cancel.
//   node benches/page/feel.mjs [ROUNDS] [PART…]      parts: start, appendix, limit, cancel
// Each part says the median with min and max; PAGE names another folder than dist/, LIST the list that is cancelled.
import { createServer } from 'node:http';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { catalogue, table } from './units.mjs';

const [rounds = '5', ...wanted] = process.argv.slice(2);
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const dist = process.env.PAGE || at('dist');
const list = process.env.LIST || at('target/bench/250.csv');
const made = at('target/bench/feel');
await mkdir(made, { recursive: true });

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/** The least that could stand where the page stands: the same module, compiled here and begun in a worker. */
const empty = (part) => `<!doctype html><html><meta charset=utf-8><body><script>
  ${part}
  (async () => {
    const [glue, bytes] = await Promise.all(['pkg/sohoa.js', 'pkg/sohoa_bg.wasm'].map(part));
    const module = await WebAssembly.compile(bytes);
    const shell = "\\nonmessage = ({ data }) => { wasm_bindgen.initSync({ module: data }); postMessage('up'); };";
    const worker = new Worker(URL.createObjectURL(new Blob([glue, shell], { type: 'text/javascript' })));
    worker.onmessage = () => { document.documentElement.dataset.state = 'ready'; };
    worker.postMessage(module);
  })();
</script>`;
const fetched = 'const part = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());';
const unpacked = `const part = async (name) => {
  const text = document.getElementById('part:' + name).textContent;
  if (name.endsWith('.js')) return text;
  const letters = atob(text);
  const packed = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) packed[at] = letters.charCodeAt(at);
  return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
};`;
const single = await readFile(join(dist, 'sohoa.html'), 'utf8');
const inlined = single.match(/<script type="text\/plain" id="part:[^]*?<\/script>/g).filter((part) => !part.includes('part:worker.js'));
const glue = inlined.find((part) => part.includes('part:pkg/sohoa.js')).replace(/<.*?>/, '').replace(/<\/script>$/, '');
await writeFile(join(made, 'empty.html'), empty(unpacked).replace('<script>', `${inlined.join('\n')}\n<script>`));

const server = createServer(async ({ url }, answer) => {
  const path = url === '/' ? '/index.html' : url;
  const send = (body) => answer.setHeader('Content-Type', types[extname(path)] || 'application/octet-stream').end(body);
  if (path === '/empty.html') return send(empty(fetched));
  if (path === '/pkg/sohoa.js') return send(glue);
  try { send(await readFile(join(dist, path))); } catch { answer.writeHead(404).end(); }
});
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const address = `http://localhost:${server.address().port}`;

const launch = () => chromium.launch({
  executablePath: process.env.CHROME || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

/** Runs in the page before its scripts: notes when the state changes, and when each answer of a worker comes. */
const watch = (cores) => {
  if (cores) Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => cores });
  window.seen = { states: [], answers: [] };
  new MutationObserver(() => {
    const { state } = document.documentElement?.dataset ?? {};
    if (state && state !== window.seen.states.at(-1)?.state) window.seen.states.push({ state, time: performance.now() });
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...all) {
      super(...all);
      this.addEventListener('message', () => window.seen.answers.push(performance.now()));
    }
  };
};

const open = async (browser, where, cores = 0) => {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(120_000);
  page.on('pageerror', (error) => { throw error; });
  await page.addInitScript(watch, cores);
  await page.goto(where);
  await page.waitForSelector('html[data-state=ready]');
  return page;
};

/** Processor time of all renderers so far, in ms. */
const processor = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
};

const median = (all) => [...all].sort((one, two) => one - two)[Math.floor((all.length - 1) / 2)];
const short = (value) => (value < 20 ? value.toFixed(1) : value.toFixed(0));
const said = (all) => `${short(median(all))} ms (${short(Math.min(...all))}–${short(Math.max(...all))})`;

/** From the navigation to a page that takes files, beside the empty page, each in a fresh browser. */
const start = async () => {
  const ways = [
    ['server', `${address}/`, `${address}/empty.html`],
    ['one file', pathToFileURL(join(dist, 'sohoa.html')).href, pathToFileURL(join(made, 'empty.html')).href],
  ];
  for (const [name, own, other] of ways) {
    const times = { own: [], empty: [] };
    const work = { own: [], empty: [] };
    for (let round = 0; round < Number(rounds); round += 1) {
      for (const [key, where] of [['own', own], ['empty', other]]) {
        const browser = await launch();
        const page = await open(browser, where);
        times[key].push(await page.evaluate(() => window.seen.states.find(({ state }) => state === 'ready').time));
        work[key].push(await processor(browser));
        await browser.close();
      }
    }
    const ratio = (all) => (median(all.own) / median(all.empty)).toFixed(2);
    console.log(`start, ${name}: ${said(times.own)}, empty page ${said(times.empty)}: × ${ratio(times)}`);
    console.log(`  renderer's processor time ${said(work.own)}, empty page ${said(work.empty)}: × ${ratio(work)}`);
  }
};

/** In the page: does something, waits for the answer after which `done`, and lays the page out. */
const step = async (page, act, argument, done) => page.evaluate(async ([source, value, finished]) => {
  const { seen } = window;
  const from = seen.answers.length;
  const is = new Function(`return ${finished}`);
  const began = performance.now();
  new Function('value', source)(value);
  while (!(seen.answers.length > from && is())) await new Promise((resolve) => { new MutationObserver((_, observer) => { observer.disconnect(); resolve(); }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); });
  const answered = seen.answers.at(-1) - began;
  const written = performance.now() - began;
  document.body.getBoundingClientRect();
  return { answered, written, whole: performance.now() - began };
}, [act, argument, done]);

/** A file, as if it were chosen, from within the page, so that the clock starts with the choice. */
const CHOOSE = `
  const transfer = new DataTransfer();
  transfer.items.add(new File([value], 'bang.csv'));
  const input = document.getElementById('files');
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));`;
const STANDS = "document.documentElement.dataset.state === 'done'";

const parts = (all) => `${said(all.map(({ whole }) => whole))}: worker's answer after ${said(all.map(({ answered }) => answered))}, `
  + `written into the page ${said(all.map(({ answered, written }) => written - answered))}, laid out ${said(all.map(({ written, whole }) => whole - written))}`;

const appendix = async () => {
  const letter = await readFile(join(dist, 'samples/phu-luc-thang-6-2023.csv'), 'utf8');
  const first = [];
  const again = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    const browser = await launch();
    const page = await open(browser, `${address}/`);
    await page.waitForTimeout(1000); // a person has to find the file
    for (const times of [first, ...Array(5).fill(again)]) {
      times.push(await step(page, CHOOSE, letter, STANDS));
      const rows = await page.locator('#ranking tr[data-unit]').count();
      if (rows !== 9) throw new Error(`the appendix gives ${rows} rows`);
      await page.click('#clear');
      await page.waitForSelector('html[data-state=ready]');
    }
    await browser.close();
  }
  console.log(`appendix of nine units, first on a new page, ${parts(first)}`);
  console.log(`appendix of nine units, again, ${parts(again)}`);
};

const MOVE = `
  const input = document.getElementById('threshold-percent');
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));`;

/** Moves of the limit in one browser, after two that warm it. */
const MOVES = 20;

const limit = async () => {
  for (const units of [9, 99, 10_000]) {
    const times = [];
    const work = [];
    for (let round = 0; round < Math.min(Number(rounds), 3); round += 1) {
      const browser = await launch();
      const page = await open(browser, `${address}/`);
      await page.setInputFiles('#catalogue-file', { name: 'danh-muc.csv', mimeType: 'text/csv', buffer: Buffer.from(catalogue(units)) });
      await page.waitForFunction((count) => document.getElementById('units').textContent.replaceAll('.', '').includes(`${count} đơn vị`), units);
      const stood = await step(page, CHOOSE, table(units), STANDS);
      if (round === 0) console.log(`table of ${units} units, choice to table ${parts([stood])}`);
      let before;
      for (let move = 0; move < 2 + MOVES; move += 1) {
        if (move === 2) before = await processor(browser);
        const value = move % 2 ? '48,5' : '52,5';
        const took = await step(page, MOVE, value, `document.getElementById('chart-words').textContent.includes('${value}%')`);
        if (move > 1) times.push(took);
      }
      work.push((await processor(browser) - before) / MOVES);
      await browser.close();
    }
    console.log(`limit moved, ${units} units, ${parts(times)}`);
    console.log(`  renderer's processor time, the worker's and the painting included: ${said(work)}`);
  }
};

const cancel = async () => {
  await stat(list);
  const browser = await launch();
  for (const cores of [1, 2]) {
    const page = await open(browser, `${address}/`, cores);
    const choose = async () => {
      await page.setInputFiles('#files', list);
      await page.waitForFunction(() => window.seen.states.at(-1).state !== 'ready');
    };
    const times = [];
    const moments = 12 * Number(rounds);
    await choose();
    const whole = await page.waitForFunction(() => window.seen.states.at(-1).state === 'done').then(() => page.evaluate(() => window.seen.states.at(-1).time - window.seen.states.at(-2).time));
    await page.click('#clear');
    for (let moment = 0; moment < moments; moment += 1) {
      await page.evaluate((after) => {
        window.cancelled = new Promise((resolve) => {
          document.getElementById('files').addEventListener('change', () => setTimeout(() => {
            const { seen } = window;
            if (seen.states.at(-1).state !== 'reading') return resolve(undefined); // it was read meanwhile
            const began = performance.now();
            new MutationObserver((_, observer) => {
              if (document.documentElement.dataset.state === 'reading') return;
              observer.disconnect();
              resolve(performance.now() - began);
            }).observe(document.documentElement, { attributes: true });
            document.getElementById('cancel').click();
          }, after), { once: true });
        });
      }, (whole * (moment + 0.5)) / moments);
      await page.setInputFiles('#files', list);
      const took = await page.evaluate(() => window.cancelled);
      if (took !== undefined) times.push(took);
      await page.waitForFunction(() => window.seen.states.at(-1).state !== 'reading');
      await page.click('#clear');
      await page.waitForFunction(() => window.seen.states.at(-1).state === 'ready');
    }
    console.log(`cancel, ${cores} worker${cores > 1 ? 's' : ''}, ${times.length} moments of ${short(whole)} ms: ${said(times)}`);
    await page.close();
  }
  await browser.close();
};

const all = { start, appendix, limit, cancel };
for (const [name, measure] of Object.entries(all)) if (!wanted.length || wanted.includes(name)) await measure();
server.close();
