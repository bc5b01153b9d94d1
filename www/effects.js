// What the page does when the core says so: one function for each kind of effect.
const Effects = (() => {
  const element = (id) => document.getElementById(id);
  const KEY = 'sohoa-settings';

  /** Marks the page's title while anything stands in the error summary or beside it. */
  const title = () => {
    const trouble = ['errors', 'trouble'].some((id) => element(id).textContent);
    document.title = (trouble ? 'Lỗi: ' : '') + document.title.replace(/^Lỗi: /, '');
  };

  /** Replaces a region's markup and keeps the focus on the element of the same id. */
  const show = ({ region, html }) => {
    const place = element(region);
    const focused = place.contains(document.activeElement) ? document.activeElement.id : '';
    place.innerHTML = html;
    if (focused) (element(focused) || place.closest('main')).focus();
    title();
  };

  /** Tells what went wrong with the page itself; the core, which fills the error summary, knows nothing of it. */
  const trouble = (sentence) => {
    const place = element('trouble');
    place.textContent = sentence;
    title();
    if (sentence) place.focus();
  };

  const stage = ({ stage: name }) => {
    document.documentElement.dataset.state = name;
    for (const id of ['progress', 'cancel']) element(id).hidden = name !== 'reading';
    for (const id of ['files', 'sample', 'clear', 'read-pasted']) element(id).disabled = false;
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
    holding: () => {}, // the worker's client keeps it
    stopReading: () => {}, // the worker does these two
    readAgain: () => {},
  };

  const remembered = () => {
    try { return localStorage.getItem(KEY) || undefined; } catch { return undefined; }
  };

  return { run: (effects) => effects.forEach((effect) => apply[effect.kind](effect)), trouble, remembered };
})();
