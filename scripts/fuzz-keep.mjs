// The few small files that reach most: node scripts/fuzz-keep.mjs CONTROL KEPT, from the control file of a libFuzzer merge
// into an empty folder. Each time the file is taken that reaches most new places for its length.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const [control, kept] = process.argv.slice(2);
const MOST_FILES = 32;
const MOST_BYTES = 48_000;

const [count, , ...lines] = readFileSync(control, 'utf8').split('\n');
const files = lines.slice(0, Number(count)).map((name) => ({ name, bytes: 0, places: [] }));
for (const line of lines.slice(files.length)) {
  const [word, at, ...numbers] = line.trim().split(' ').filter(Boolean);
  if (word === 'STARTED') files[at].bytes = Number(numbers[0]);
  if (word === 'COV') files[at].places = numbers;
}

const taken = new Map();
const reached = new Set();
let left = MOST_BYTES;
while (taken.size < MOST_FILES) {
  const fresh = ({ places }) => places.filter((place) => !reached.has(place)).length;
  // A file of its own costs something too, so that a few long ones are not outdone by many of a byte.
  const worth = (file) => (file.bytes > left ? 0 : fresh(file) / (1000 + file.bytes));
  const [best] = files.map((file) => [worth(file), file]).sort(([one], [other]) => other - one);
  if (!best?.[0]) break;
  const [, file] = best;
  const bytes = readFileSync(file.name);
  taken.set(createHash('sha1').update(bytes).digest('hex'), bytes);
  file.places.forEach((place) => reached.add(place));
  left -= file.bytes;
}

// Only now: the kept files of before are among those that were looked at.
rmSync(kept, { recursive: true, force: true });
mkdirSync(kept, { recursive: true });
taken.forEach((bytes, name) => writeFileSync(`${kept}/${name}`, bytes));
const all = new Set(files.flatMap((file) => file.places));
console.log(`${kept}: ${taken.size} files, ${MOST_BYTES - left} bytes, ${reached.size} of ${all.size} places`);
