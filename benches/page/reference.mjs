// What every contender must find: rows per unit, and dossiers per unit, each counted once as its last row says. Read here, in
// Node, a row at a time.
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

const add = (counts, unit) => { counts[unit] = (counts[unit] || 0) + 1; };

/**
 * The last unit that was noted with each code. Nine million codes kept as texts are more than Node holds: they are kept by
 * what stands before their number, and units by their places.
 */
const ledger = () => {
  const [heads, places, names] = [Object.create(null), Object.create(null), []];
  return {
    note: (code, unit) => {
      const cut = code.lastIndexOf('-') + 1;
      const numbers = (heads[code.slice(0, cut)] ??= new Map());
      numbers.set(Number(code.slice(cut)), (places[unit] ??= names.push(unit) - 1));
    },
    units: function* units() {
      for (const numbers of Object.values(heads)) for (const place of numbers.values()) yield names[place];
    },
  };
};

export const reference = (file) => new Promise((resolve, reject) => {
  const rows = {};
  const last = ledger();
  Papa.parse(createReadStream(file, 'utf8'), {
    header: true, delimiter: ';', skipEmptyLines: true, error: reject,
    step: ({ data: { 'Mã hồ sơ': code, 'Đơn vị': unit } }) => { add(rows, unit); last.note(code, unit); },
    complete: () => {
      const dossiers = {};
      for (const unit of last.units()) add(dossiers, unit);
      resolve({ rows, dossiers });
    },
  });
});

/** The first unit whose count differs, in words; nothing when the tables are the same. */
export const difference = (found, expected) => {
  const units = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const unit = units.find((name) => found[name] !== expected[name]);
  return unit === undefined ? undefined : `${unit}: ${found[unit] ?? 'none'}, not ${expected[unit] ?? 'none'}`;
};

/** The same table, its rows counted under whole names: who decodes each slice of a file by itself cuts letters in two. */
export const withWholeNames = (found, expected) => {
  const whole = {};
  for (const [name, count] of Object.entries(found)) {
    const parts = name.split(/\ufffd+/);
    const meant = parts.length > 1 &&
      Object.keys(expected).find((unit) => unit.startsWith(parts[0]) && unit.endsWith(parts.at(-1)));
    whole[meant || name] = (whole[meant || name] || 0) + count;
  }
  return whole;
};
