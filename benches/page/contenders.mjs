// What the page is measured beside: each takes the same file in a page of its own and gives rows per unit, no more: what
// the page does besides (days, states, marks, each dossier once) they are spared.
// A contender is a script for an empty page that defines `run(file)`, which resolves to { unit: rows }, and `ready`, where
// something must be loaded before a file can be chosen.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const source = (path) => readFile(require.resolve(path), 'utf8');

/** The column of the unit, as every contender finds it by its header. */
const UNIT = 'Đơn vị';

/** Bytes read by six range streams and dropped: as fast as the browser can read at all. */
const floor = async () => `
  const run = async (file) => {
    const step = Math.ceil(file.size / 6);
    const read = async (from) => {
      const reader = file.slice(from, from + step).stream().getReader({ mode: 'byob' });
      let buffer = new ArrayBuffer(1 << 20);
      for (;;) {
        const { done, value } = await reader.read(new Uint8Array(buffer));
        if (done) return;
        buffer = value.buffer;
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map((part) => read(part * step)));
    return null;
  };`;

const papaparse = async () => `
  ${await source('papaparse/papaparse.min.js')}
  const run = (file) => new Promise((resolve, reject) => {
    const units = {};
    Papa.parse(file, {
      header: true, delimiter: ';', worker: false, skipEmptyLines: true, error: reject,
      chunk: ({ data }) => { for (const row of data) units[row['${UNIT}']] = (units[row['${UNIT}']] || 0) + 1; },
      complete: () => resolve(units),
    });
  });`;

const udsv = async () => `
  ${(await source('udsv/dist/uDSV.iife.min.js'))}
  const run = async (file) => {
    const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
    const units = {};
    let parser; let column;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!parser) {
        const schema = uDSV.inferSchema(value, { col: ';' });
        column = schema.cols.findIndex(({ name }) => name === '${UNIT}');
        parser = uDSV.initParser(schema);
      }
      parser.chunk(value, parser.stringArrs, (row) => { units[row[column]] = (units[row[column]] || 0) + 1; });
    }
    parser.end();
    return units;
  };`;

/** The engine and its worker, as the server of the bench hands them out. */
export const parts = {
  '/duckdb.wasm': require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
  '/duckdb.worker.js': require.resolve('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'),
};

const duckdb = async () => {
  const { outputFiles: [bundle] } = await build({
    entryPoints: [require.resolve('@duckdb/duckdb-wasm/dist/duckdb-browser')],
    bundle: true, minify: true, write: false, format: 'iife', globalName: 'duckdb',
  });
  const question = `SELECT "${UNIT}" AS unit, count(*) AS rows FROM read_csv('list.csv') GROUP BY 1`;
  return `
  ${bundle.text}
  const engine = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker('/duckdb.worker.js'));
  const ready = engine.instantiate('/duckdb.wasm');
  const run = async (file) => {
    await engine.registerFileHandle('list.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    const asked = await engine.connect();
    const table = await asked.query(${JSON.stringify(question)});
    return Object.fromEntries(table.toArray().map(({ unit, rows }) => [unit, Number(rows)]));
  };`;
};

export const contenders = { floor, papaparse, udsv, duckdb };
