// Times the built page beside other ways to read the same list, interleaved, each in a fresh browser:
//   node benches/page/run.mjs FILE [ROUNDS] [CONTENDER…]
// Whoever finds another table than the list holds ends the run. Prints the median with min and max, the ratio to the floor, and the renderer's peak memory over an empty page's, all of it and its own.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { contenders, parts } from './contenders.mjs';
import { difference, reference, withWholeNames } from './reference.mjs';

const [file, rounds = '4', ...wanted] = process.argv.slice(2);
const names = wanted.length ? wanted : ['sohoa', ...Object.keys(contenders)];
const dist = process.env.PAGE || new URL('../../dist', import.meta.url).pathname;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

const server = createServer(async ({ url }, answer) => {
  const path = url === '/' ? '/index.html' : url;
  if (path === '/empty.html') return answer.setHeader('Content-Type', 'text/html').end('<input type=file id=files>');
  try {
    const body = await readFile(parts[path] ?? join(dist, path));
    answer.setHeader('Content-Type', types[extname(path)] || 'application/octet-stream').end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://localhost:${server.address().port}`;

const launch = () => chromium.launch({
  executablePath: process.env.CHROME || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

/** A number of MB that the system tells of a process; 0 of one that has gone. */
const told = (id, name) => {
  try {
    const [, kilobytes] = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return kilobytes / 1024;
  } catch {
    return 0;
  }
};

/**
 * Watches the memory of a browser's renderers until it is asked: the most that any has held, and the most of its own,
 * without the pages of the program that it shares with others, looked at forty times a second.
 */
const watch = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  let ids = [];
  let own = 0;
  const find = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  };
  const look = () => { own = Math.max(own, ...ids.map((id) => told(id, 'RssAnon'))); };
  await find();
  const looking = setInterval(look, 25);
  const finding = setInterval(() => find().catch(() => {}), 500);
  return async () => {
    clearInterval(looking);
    clearInterval(finding);
    await find();
    look();
    return { all: Math.max(...ids.map((id) => told(id, 'VmHWM'))), own };
  };
};

/** A person has to find the file: so long each page has been ready when it is chosen. */
const FOUND = 1000;

/** The finished page: from the choice of the file until the table stands. */
const own = async (page) => {
  await page.goto(address);
  await page.waitForSelector('html[data-state=ready]');
  const done = page.evaluate(() => new Promise((resolve) => {
    let start;
    document.getElementById('files').addEventListener('change', () => { start = performance.now(); }, { capture: true });
    new MutationObserver(() => {
      const { state } = document.documentElement.dataset;
      if (start && (state === 'done' || state === 'failed')) resolve(performance.now() - start);
    }).observe(document.documentElement, { attributes: true });
  }));
  await page.waitForTimeout(FOUND);
  await page.setInputFiles('#files', file);
  const time = await done;
  // The page shows one group of units at a time.
  const table = {};
  for (const [group, words] of [['cap-huyen', 'Cấp huyện'], ['so-nganh', 'Sở, ban, ngành']]) {
    await page.selectOption('#group', group);
    await page.waitForSelector(`#figures-counts caption:has-text("${words}")`, { state: 'attached' });
    const rows = await page.$$eval('#figures-counts tbody tr', (all) => all.map(({ cells: [unit, received] }) => [unit.textContent, received.textContent]));
    for (const [unit, received] of rows) table[unit] = Number(received.replaceAll('.', ''));
  }
  return { time, table };
};

const other = (name) => async (page) => {
  await page.goto(`${address}/empty.html`);
  await page.addScriptTag({ content: `${await contenders[name]()}\nwindow.run = run; window.ready = typeof ready === 'undefined' ? null : ready;` });
  await page.evaluate(() => window.ready);
  const done = page.evaluate(() => new Promise((resolve, reject) => {
    document.getElementById('files').addEventListener('change', async ({ target }) => {
      const start = performance.now();
      try { resolve({ table: await window.run(target.files[0]), time: performance.now() - start }); } catch (error) { reject(error); }
    });
  }));
  await page.waitForTimeout(FOUND);
  await page.setInputFiles('#files', file);
  return done;
};

// The page counts each dossier once, the others count rows; the floor reads and finds nothing.
const { rows, dossiers } = await reference(file);
const held = (name, { table, time }) => {
  const own = name === 'sohoa' ? dossiers : rows;
  // PapaParse alone reads a file in slices of text: one name in a list of 250 MB was cut.
  const found = name === 'papaparse' ? withWholeNames(table, own) : table;
  const wrong = found && difference(found, own);
  if (wrong) throw new Error(`${name} found another table than the list holds: ${wrong}`);
  return time;
};

const empty = await launch();
await (await empty.newPage()).goto(`${address}/empty.html`);
const base = await (await watch(empty))();
await empty.close();

const measured = Object.fromEntries(names.map((name) => [name, []]));
for (let round = 0; round < Number(rounds); round += 1) {
  for (const name of names) {
    const browser = await launch();
    const page = await browser.newPage();
    const watched = await watch(browser);
    page.on('pageerror', (error) => { throw new Error(`${name}: ${error}`); });
    const time = held(name, await (name === 'sohoa' ? own : other(name))(page));
    const memory = await watched();
    measured[name].push({ time, all: memory.all - base.all, own: memory.own - base.own });
    await browser.close();
  }
}
server.close();

const sum = (table) => Object.values(table).reduce((one, two) => one + two, 0);
const median = (list) => [...list].sort((one, two) => one - two)[Math.floor((list.length - 1) / 2)];
const times = (name) => measured[name].map(({ time }) => time);
console.log(`${Object.keys(rows).length} units, ${sum(rows)} rows, ${sum(dossiers)} dossiers; all tables as they should be`);
for (const name of names) {
  const all = times(name);
  const ratio = measured.floor ? ` ${(median(all) / median(times('floor'))).toFixed(2)} × floor` : '';
  const most = (which) => median(measured[name].map((one) => one[which])).toFixed(0);
  console.log(`${name.padEnd(10)} ${median(all).toFixed(0)} ms (${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)})${ratio}, peak +${most('all')} MB, own +${most('own')} MB`);
}
