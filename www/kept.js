// What this browser keeps: the settings; sessions only where the officer has said so, one entry a session, beside one that
// says whether.
const Kept = (() => {
  const SETTINGS = 'sohoa-settings';
  const SESSION = 'sohoa-session:';
  const KEEPING = 'sohoa-keeping';
  /** Typing comes to rest within this many milliseconds. */
  const REST = 800;
  /** Settings of more letters hold a catalogue of thousands of units: to keep them takes longer than a frame. */
  const LONG = 100_000;

  let act; // how the core is told
  let timer;
  let settings; // to be kept once typing has come to rest
  let settling;
  const tell = (what, rest = {}) => act(JSON.stringify({ period: { act: what, ...rest } }));

  const keepSettings = () => {
    clearTimeout(settling);
    // A browser that keeps nothing (private window, locked down) only forgets the settings.
    try { if (settings) localStorage.setItem(SETTINGS, settings); } catch { /* nothing is lost but the memory */ }
    settings = undefined;
  };
  addEventListener('pagehide', keepSettings);
  const remember = (what) => {
    settings = what.settings;
    clearTimeout(settling);
    if (settings.length > LONG) settling = setTimeout(keepSettings, REST);
    else keepSettings();
  };
  const remembered = () => {
    keepSettings();
    try { return localStorage.getItem(SETTINGS) || undefined; } catch { return undefined; }
  };

  /** What lies in the store, or nothing where the browser keeps nothing. */
  const stored = () => {
    try { return Object.entries(localStorage); } catch { return []; }
  };

  const unkeep = ({ name }) => { try { localStorage.removeItem(SESSION + name); } catch { /* nothing was kept */ } };
  const keep = ({ name, session, over }) => {
    try {
      const value = localStorage.getItem(SESSION + name);
      if (value && value !== over) return tell('keptElsewhere', { name, value }); // by another tab
      localStorage.setItem(SESSION + name, session);
    } catch {
      unkeep({ name });
      tell('keepFailed', { name });
    }
  };
  const keeping = ({ on }) => { try { if (on) localStorage.setItem(KEEPING, '1'); else localStorage.removeItem(KEEPING); } catch { /* `keep` tells */ } };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => tell('keepNow'), REST);
  };
  const wipe = () => {
    clearTimeout(timer);
    clearTimeout(settling);
    settings = undefined;
    for (const [key] of stored()) if (key.startsWith('sohoa-')) localStorage.removeItem(key);
  };

  /** What a new core is told first; nothing where nothing is kept. */
  const found = () => {
    const sessions = stored().filter(([key]) => key.startsWith(SESSION))
      .map(([key, session]) => ({ name: key.slice(SESSION.length), session }));
    const keepingIsOn = stored().some(([key]) => key === KEEPING);
    if (!sessions.length && !keepingIsOn) return [];
    return [JSON.stringify({ period: { act: { found: { keeping: keepingIsOn } }, value: JSON.stringify(sessions) } })];
  };

  return { remember, remembered, keep, unkeep, keeping, soon, wipe, found, connect: (send) => { act = send; } };
})();
