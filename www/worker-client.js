// Starts the worker and replaces it when it dies; the files it held are offered to the next one.
const WorkerClient = (() => {
  /** A file that was being read this often when a worker died is not offered again. */
  const CHANCES = 2;

  /** What brings the sample back, which is no file of the page's. */
  const SAMPLE = '{"sampleAsked":{}}';

  /** What stands in the page under a name, if anything. */
  const part = (name) => document.getElementById(`part:${name}`)?.textContent;

  /** The module's bytes: packed by gzip within the single file, fetched beside the page on a server. */
  const response = async (name) => {
    const packed = part(name);
    if (!packed) return fetch(name);
    const letters = atob(packed);
    const bytes = new Uint8Array(letters.length); // `from` would call a function a byte
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  };

  /** The module, compiled from bytes: no server has to know the type of .wasm. */
  const compiled = async (name) => {
    const answer = await response(name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return WebAssembly.compile(await answer.arrayBuffer());
  };

  /**
   * Calls `apply` with each list of effects, `remembered` for the settings of the last visit, `first` for the actions that
   * every new worker is told before others.
   */
  const start = async ({ apply, remembered, first = () => [] }) => {
    // From a blob the worker obeys the page's content policy; loaded from an address of its own it would not.
    const script = new Blob([part('pkg/sohoa.js'), '\n', part('worker.js')], { type: 'text/javascript' });
    const address = URL.createObjectURL(script);
    const [files, deaths] = [new Map(), new Map()]; // by name: the latest of each file, how many workers died of it
    let [held, reading, spawned] = [[], [], 0];
    // The first worker begins while the module comes. One that cannot begin is not replaced: the next would fare no better.
    let worker = new Worker(address);
    const failed = new Promise((_, reject) => { worker.onerror = () => reject(new Error('Worker')); });
    const module = await Promise.race([compiled('pkg/sohoa_bg.wasm'), failed]);

    const spawn = () => {
      if (spawned) worker = new Worker(address);
      worker.onmessage = ({ data }) => (data.effects ? take(data.effects) : replace());
      worker.onerror = replace;
      worker.postMessage({ module, script, remembered: remembered(), cores: navigator.hardwareConcurrency || 1, replaces: spawned > 0 });
      // What killed one worker after the other is left out.
      if (spawned < CHANCES) first().forEach(act);
      spawned += 1;
    };

    const take = (effects) => {
      for (const effect of effects) if (effect.kind === 'holding') ({ held, reading } = effect);
      apply(effects);
    };

    const replace = () => {
      worker.terminate();
      // Files are read in their order: the first that waits was in hand, the others are innocent.
      const [suspect] = reading;
      if (suspect) deaths.set(suspect, (deaths.get(suspect) || 0) + 1);
      const names = [...held, ...reading];
      const given = names.filter((name) => deaths.get(name) >= CHANCES);
      const again = names.filter((name) => !given.includes(name));
      [held, reading] = [[], []];
      spawn();
      if (given.length) worker.postMessage({ givenUp: given });
      send(again.map((name) => files.get(name)).filter(Boolean));
      if (again.length && !files.has(again[0])) act(SAMPLE);
    };

    const act = (action) => worker.postMessage({ action });

    const send = (chosen) => {
      if (chosen.length) worker.postMessage({ files: chosen });
    };

    /** Reads files that a person chose; a corrected one has its chances anew. */
    const open = (chosen) => {
      for (const file of chosen) {
        files.set(file.name, file);
        deaths.delete(file.name);
      }
      send(chosen);
    };

    spawn();
    return { open, act, cancel: () => worker.postMessage({ cancel: true }) };
  };

  return { start };
})();
