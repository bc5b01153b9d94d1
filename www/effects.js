// What the page does when the core says so: one function for each kind of effect.
const Effects = (() => {
  const element = (id) => document.getElementById(id);
  const KEY = 'sohoa-settings';

  /** Replaces a region's markup and keeps the focus on the element of the same id. */
  const show = ({ region, html }) => {
    const place = element(region);
    const focused = place.contains(document.activeElement) ? document.activeElement.id : '';
    place.innerHTML = html;
    if (focused) (element(focused) || place.closest('main')).focus();
    if (region === 'errors') document.title = (html ? 'Lỗi: ' : '') + document.title.replace(/^Lỗi: /, '');
  };

  /** Tells that the page itself cannot start; no core is there to say it. */
  const broken = (sentence) => {
    document.documentElement.dataset.state = 'failed';
    document.title = `Lỗi: ${document.title}`;
    element('errors').textContent = sentence;
    element('errors').focus();
  };

  const stage = ({ stage: name }) => {
    document.documentElement.dataset.state = name;
    for (const id of ['progress', 'cancel']) element(id).hidden = name !== 'reading';
    for (const id of ['files', 'sample', 'sample-portal', 'clear', 'read-pasted']) element(id).disabled = false;
  };

  const apply = {
    show,
    stage,
    status: ({ text }) => { element('status').textContent = text; },
    progress: ({ done, total }) => Object.assign(element('progress'), { max: total || 1, value: done }),
    fill: ({ id, value }) => { element(id).value = value; },
    mark: ({ id, error }) => {
      element(id).setAttribute('aria-invalid', String(error !== ''));
      element(`${id}-error`).textContent = error;
    },
    focus: ({ id }) => {
      element(id)?.focus();
      element(id)?.scrollIntoView({ block: 'start' });
    },
    remember: ({ settings }) => {
      // A browser that keeps nothing (private window, locked down) only forgets the settings.
      try { localStorage.setItem(KEY, settings); } catch { /* nothing is lost but the memory */ }
    },
    save: ({ name, mime, bytes }) => {
      const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      // The browser reads the bytes after the click has returned.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
    holding: () => {}, // the worker's client keeps it
    stopReading: () => {}, // the worker does these two
    readAgain: () => {},
  };

  const remembered = () => {
    try { return localStorage.getItem(KEY) || undefined; } catch { return undefined; }
  };

  return { run: (effects) => effects.forEach((effect) => apply[effect.kind](effect)), broken, remembered };
})();
