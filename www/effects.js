// What the page does when the core says so: one function for each kind of effect.
const Effects = (() => {
  const element = (id) => document.getElementById(id);
  let act;

  /**
   * Fills a region with its markup, or writes what differs; what was unfolded stays so, and the focus stays on the element of
   * the same id. A text that is being typed stays as it is typed, with its caret.
   */
  const show = ({ region, html, difference }) => {
    const place = element(region);
    const focused = place.contains(document.activeElement) && document.activeElement;
    const unfolded = [...place.querySelectorAll('details[open][id]')].map(({ id }) => id);
    if (!difference) Patch.fill(place, html);
    else if (!Patch.some(place, difference)) act(JSON.stringify({ regionAsked: { region } }));
    for (const id of unfolded) element(id)?.setAttribute('open', '');
    if (focused && document.activeElement !== focused) {
      const again = element(focused.id);
      (again || place.closest('main')).focus();
      if (again && again.type === 'text') {
        again.value = focused.value;
        again.setSelectionRange(focused.selectionStart, focused.selectionEnd);
      }
    }
    if (region === 'ranking-region') Paper.changed();
    if (region === 'errors') document.title = (place.hasChildNodes() ? 'Lỗi: ' : '') + document.title.replace(/^Lỗi: /, '');
  };

  /** Hands a file to the person, as a download. */
  const save = ({ name, mime, bytes, blob = new Blob([Uint8Array.from(bytes)], { type: mime }) }) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // slow machines ask where to put it first
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
    // While more is read the result that stands stays in its place.
    if (name !== 'reading') document.documentElement.toggleAttribute('data-result', name === 'done');
    for (const id of ['progress', 'cancel']) element(id).hidden = name !== 'reading';
    for (const id of ['files', 'sample', 'sample-portal', 'sample-months', 'clear', 'read-pasted']) element(id).disabled = false;
  };

  const apply = {
    show,
    change: show,
    rows: Paper.keep,
    stage,
    status: ({ text }) => { element('status').textContent = text; },
    progress: ({ done, total }) => Object.assign(element('progress'), { max: total || 1, value: done }),
    fill: ({ id, value }) => { element(id).value = value; },
    attribute: ({ id, name, value }) => element(id).setAttribute(name, value),
    mark: ({ id, error }) => {
      element(id).setAttribute('aria-invalid', String(error !== ''));
      element(`${id}-error`).textContent = error;
    },
    focus: ({ id }) => {
      element(id)?.focus();
      element(id)?.scrollIntoView({ block: 'start' });
    },
    // What it came from may be filtered out meanwhile.
    return: ({ id }) => (element(id) || element('main')).focus(),
    remember: Kept.remember,
    save,
    keep: Kept.keep,
    unkeep: Kept.unkeep,
    keeping: Kept.keeping,
    keepSoon: Kept.soon,
    wipeAll: Kept.wipe,
    holding: () => {}, // the worker's client keeps it
    stopReading: () => {}, // the worker does these two
    readAgain: () => {},
  };

  return { connect: (to) => { act = to; }, run: (effects) => effects.forEach((effect) => apply[effect.kind](effect)), broken, save };
})();
