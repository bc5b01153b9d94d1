// What a person does on the page and sees there, in the words of the contract.

/** Runs in the page before its scripts: keeps every state of the root element, in order. */
export function keepStates() {
  window.states = [];
  new MutationObserver((changes) => {
    for (const { type } of changes) {
      const state = document.documentElement?.dataset.state;
      if (type === 'attributes' || window.states.length === 0) window.states.push(state);
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] });
}

/** A file for an input: text in UTF-8, or bytes. */
export const file = (name, content) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

/** Waits until the page takes files and until what it fills behind that stands, as a person does without knowing. */
export const ready = (page) =>
  page.waitForFunction(() => document.querySelector('html[data-state=ready] #files:enabled') && document.querySelector('#wiping > *'));

/** Opens the page again as if for the first time, in a third of the time of a new visit. */
export async function anew(page) {
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await ready(page);
}

/** Does something and waits until the page has come to rest in a state after it. Needs `keepStates`. */
export async function settled(page, act, states = ['done', 'failed', 'ready']) {
  const before = await page.evaluate(() => window.states.length);
  await act();
  await page.waitForFunction(
    ([from, wanted]) => window.states.length > from && wanted.includes(window.states.at(-1)),
    [before, states],
  );
}

/** Chooses files with the file input, and waits until they are read. */
export const choose = (page, ...files) => settled(page, () => page.setInputFiles('#files', files), ['done', 'failed']);

/** Lets files go over the page, as a file manager does: text or bytes (as an array) by name. */
export const drop = (page, target, files) =>
  page.evaluate(
    ([place, contents]) => {
      const dataTransfer = new DataTransfer();
      for (const [name, content] of Object.entries(contents)) {
        dataTransfer.items.add(new File([typeof content === 'string' ? content : Uint8Array.from(content)], name));
      }
      const send = (type) =>
        document.querySelector(place).dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      send('dragover');
      return send('drop');
    },
    [target, files],
  );

const fields = ['rank', 'name', 'percent', 'percent-note', 'copies', 'copies-note'];

/** The ranking as it stands: a list of [unit, rank, name, percent, note, copies, note]. */
export const ranking = (page) =>
  page.locator('table#ranking').evaluateAll(
    (tables, names) =>
      tables.flatMap((table) =>
        [...table.querySelectorAll('tr[data-unit]')].map((row) => [
          row.dataset.unit,
          ...names.map((name) => row.querySelector(`[data-field="${name}"]`).textContent.trim()),
        ]),
      ),
    fields,
  );

/** The units of the ranking, in the order shown. */
export const units = async (page) => (await ranking(page)).map(([unit]) => unit);

/** The units that carry a note: `percent-note` or `copies-note`. */
export const noted = async (page, field) =>
  (await ranking(page)).filter((row) => row[1 + fields.indexOf(field)] !== '').map(([unit]) => unit);

/** The text of an element, white space made plain. */
export const text = async (page, selector) => (await page.textContent(selector)).replace(/\s+/g, ' ').trim();

/** The element that has the focus, by its id, else its tag. */
export const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.localName);

/** Waits until the text of an element matches. */
export const says = (page, selector, pattern) =>
  page.waitForFunction(
    ([place, source]) => new RegExp(source).test(document.querySelector(place)?.textContent ?? ''),
    [selector, pattern.source],
  );

/** Everything the page says, hidden or not. */
export const everything = (page) => page.evaluate(() => document.title + document.body.textContent);
