// Starts the worker and replaces it when it dies; the files it held are offered to the next one.
const WorkerClient = (() => {
  /** A file that was being read this often when a worker died is not offered again. */
  const CHANCES = 2;

  /** What brings the sample back, which is no file of the page's. */
  const SAMPLE = '{"sampleAsked":{}}';

  /** The bytes of a part that was packed by gzip, so that the single file stays small. */
  const unpacked = async (bytes) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  /** What stands in the page under a name, if anything. */
  const part = (name) => document.getElementById(`part:${name}`)?.textContent;

  /** The module: packed within the single file, fetched beside the page on a server. */
  const bytes = async (name) => {
    const packed = part(name);
    if (packed) return unpacked(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)));
    const response = await fetch(name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.arrayBuffer();
  };

  /**
   * Calls `apply` with each list of effects, `remembered` for the settings of the last visit, `first` for the actions that
   * every new worker is told before others.
   */
  const start = async ({ apply, remembered, first = () => [] }) => {
    // Compiled from bytes: no server has to know the type of .wasm.
    const module = await WebAssembly.compile(await bytes('pkg/sohoa_bg.wasm'));
    // From a blob the worker obeys the page's content policy; loaded from an address of its own it would not.
    const script = new Blob([part('pkg/sohoa.js'), '\n', part('worker.js')], { type: 'text/javascript' });
    const address = URL.createObjectURL(script);
    const files = new Map(); // by name: the latest of each
    const deaths = new Map();
    let held = [];
    let reading = [];
    let worker;
    let spawned = 0;

    const spawn = () => {
      worker = new Worker(address);
      worker.onmessage = ({ data }) => (data.effects ? take(data.effects) : replace());
      worker.onerror = replace;
      worker.postMessage({ module, script, remembered: remembered(), cores: navigator.hardwareConcurrency || 1, warm: spawned === 0 });
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
