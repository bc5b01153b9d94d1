// The one room that holds the session, or a helper of it. Runs from a blob, behind the glue that wasm-bindgen makes
// (wasm_bindgen).
let session;
let reader;

// A module that trapped must not be used again: the page replaces the whole worker.
const died = (reason) => postMessage({ died: String(reason) });

addEventListener('unhandledrejection', (event) => died(event.reason));

/** Starts another worker that reads stretches of a file beside this one, once it is told of which, and ends with it. */
const hire = (module, script) => () => {
  // An address made here: that of the page is another origin's where the page is a file.
  const address = URL.createObjectURL(script);
  const worker = new Worker(address);
  const waiting = new Map();
  let asked = 0;
  let ended = false;

  const end = () => {
    ended = true;
    worker.terminate();
    URL.revokeObjectURL(address);
    for (const { reject } of waiting.values()) reject(new Error('ended'));
    waiting.clear();
  };
  worker.onerror = (event) => { event.preventDefault(); end(); };
  worker.onmessage = ({ data }) => {
    if (data.died) return end();
    helper.seen += data.seen ?? 0;
    waiting.get(data.id)?.resolve([data.text, data.dossiers]); // nobody waits once it was ended
    waiting.delete(data.id);
  };
  worker.postMessage({ module, helps: true });

  const read = (from, to) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error('ended'));
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ stretch: { id: asked, from, to } });
    });
  const helper = { seen: 0, begin: (assignment, file) => worker.postMessage({ assignment, file }), read, end };
  return helper;
};

/** What a helper does: it reads the first rows of its file, then each stretch it is asked for. */
const help = ({ helps, assignment, file, stretch: { id, from, to } = {} }) => {
  if (helps) wasm_bindgen.Reader.prepare();
  if (assignment) {
    reader = wasm_bindgen.Reader.begin(assignment, file);
    reader.catch(died);
  }
  if (id) {
    reader
      .then((begun) => begun.read(from, to, (seen) => postMessage({ seen })))
      .then(([text, dossiers]) => postMessage({ id, text, dossiers }, dossiers.map(({ buffer }) => buffer)), died);
  }
};

onmessage = ({ data }) => {
  try {
    if (data.module) wasm_bindgen.initSync({ module: data.module });
    if (data.helps || data.assignment || data.stretch) return help(data);
    if (data.module) {
      session = new wasm_bindgen.Session((effects) => postMessage({ effects }), data.remembered, data.replaces);
      session.hireBy(Math.max(data.cores - 1, 0), hire(data.module, data.script));
      if (!data.replaces) setTimeout(() => session.warm(() => {}), 300);
    }
    if (data.givenUp) session.giveUp(data.givenUp);
    if (data.files) session.open(data.files);
    if (data.action) session.act(data.action);
    if (data.cancel) session.cancel();
  } catch (error) {
    died(error);
  }
};
