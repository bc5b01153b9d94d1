// What the page weighs on an office's share.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

test('the single file weighs at most 2,5 MB', async () => {
  const { length } = await readFile('dist/sohoa.html');
  assert.ok(length <= 2_500_000, `${length} bytes`);
});
