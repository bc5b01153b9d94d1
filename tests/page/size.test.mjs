// What the page weighs on an office's share.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

test('the single file weighs at most 2,5 MB', async () => {
  const { length } = await readFile('dist/sohoa.html');
  assert.ok(length <= 2_500_000, `${length} bytes`);
});

test('page, style, scripts and module weigh at most 700 kB as a server sends them', async () => {
  const entries = await readdir('dist', { recursive: true });
  const parts = entries.filter((name) => /\.(html|css|js|wasm)$/.test(name) && name !== 'sohoa.html');
  const weight = async (name) => {
    const whole = await readFile(`dist/${name}`);
    return brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } }).length;
  };
  const weights = await Promise.all(parts.map(async (name) => [name, await weight(name)]));
  assert.ok(weights.some(([name]) => name.endsWith('.wasm')), 'the module is among them');
  const all = weights.reduce((sum, [, own]) => sum + own, 0);
  assert.ok(all <= 700_000, `${all} bytes: ${weights.map((pair) => pair.join(' ')).join(', ')}`);
});
