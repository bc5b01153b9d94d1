// Sessions kept in this browser, only where the officer has said so: one entry a session, beside one that says whether.
const Kept = (() => {
  const SESSION = 'sohoa-session:';
  const KEEPING = 'sohoa-keeping';
  /** Typing comes to rest within this many milliseconds. */
  const REST = 800;

  let act; // how the core is told
  let timer;
  const tell = (what, rest = {}) => act(JSON.stringify({ kind: 'period', act: what, ...rest }));

  /** What lies in the store, or nothing where the browser keeps nothing. */
  const stored = () => {
    try { return Object.entries(localStorage); } catch { return []; }
  };

  const keep = ({ name, session }) => {
    try { localStorage.setItem(SESSION + name, session); } catch {
      try { localStorage.removeItem(SESSION + name); } catch { /* what cannot be reached keeps nothing either */ }
      tell({ do: 'keepFailed' }, { name });
    }
  };
  const unkeep = ({ name }) => {
    try { localStorage.removeItem(SESSION + name); } catch { /* nothing was kept */ }
  };
  const keeping = ({ on }) => {
    try { if (on) localStorage.setItem(KEEPING, '1'); else localStorage.removeItem(KEEPING); } catch { /* `keep` tells */ }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => tell({ do: 'keepNow' }), REST);
  };
  const wipe = () => {
    clearTimeout(timer);
    for (const [key] of stored()) if (key.startsWith('sohoa-')) localStorage.removeItem(key);
  };

  /** What a new core is told first; nothing where nothing is kept. */
  const found = () => {
    const sessions = stored().filter(([key]) => key.startsWith(SESSION))
      .map(([key, session]) => ({ name: key.slice(SESSION.length), session }));
    const keepingIsOn = stored().some(([key]) => key === KEEPING);
    if (!sessions.length && !keepingIsOn) return [];
    return [JSON.stringify({ kind: 'period', act: { do: 'found', keeping: keepingIsOn }, value: JSON.stringify(sessions) })];
  };

  return { keep, unkeep, keeping, soon, wipe, found, connect: (send) => { act = send; } };
})();
