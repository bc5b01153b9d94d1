// What the page's tests share: a real Chromium, a fresh page with a record of every request, and axe's judgement.
// scripts/test-page says where the page is (SOHOA_URL, SOHOA_FILE); target/sohoa-env.sh says which browser (CHROME).
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** The page on a server, under a name that is no secure context, as in an office's network. */
export const url = process.env.SOHOA_URL;
/** The page as one file, opened by a double click. */
export const fileUrl = process.env.SOHOA_FILE && pathToFileURL(process.env.SOHOA_FILE).href;

/** Starts the browser; the caller closes it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME || '/usr/bin/chromium',
    args: [
      // The page's name leads to this machine, every other name nowhere.
      `--host-resolver-rules=MAP ${new URL(url ?? 'http://localhost').hostname} 127.0.0.1, MAP * ~NOTFOUND`,
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
}

/**
 * Opens `address` in a page of its own, with empty storage and a Vietnamese reader's settings.
 *
 * `requests` grows by every address that the page or its workers ask for, blob: and data: left out; what the page's
 * policy refuses is never asked for. `problems` grows by every error: uncaught, written to the console of the page (where a
 * refusal by the policy stands) or of a worker (where Chromium keeps it to itself), or a crash. `before` is run in the
 * page ahead of its own scripts.
 */
export async function visit(browser, address, { before, ...options } = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  const requests = [];
  const problems = [];
  const keep = (target) => /^(blob|data):/.test(target) || requests.push(target);
  context.on('request', (request) => keep(request.url()));
  const heard = (message) => message.type() === 'error' && problems.push(message.text());
  context.on('console', heard);
  context.on('weberror', (error) => problems.push(String(error.error())));
  if (before) await context.addInitScript(before);
  // The page answers within a second; a test that waits in vain should say so soon.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('websocket', (socket) => keep(socket.url()));
  page.on('crash', () => problems.push('the page crashed'));
  await page.goto(address);
  return { page, context, requests, problems };
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong in the page as it stands: rule, elements and what to do; an empty list when all is well. */
export async function axe(page) {
  // Through the debugger, since the page's policy rightly refuses a foreign script element.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (values) => axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    levels,
  );
  return violations.map(({ id, impact, help, nodes }) => ({
    id, impact, help, elements: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }));
}
