// A table that stands in pages is printed whole: its rows lie ready as markup and stand in the table while the page prints.
const Paper = (() => {
  /** Typing comes to rest within this many milliseconds. */
  const REST = 300;

  let act; // how the core is told
  let timer;
  let rows; // all rows of the table as it stands; nothing where it stands whole, or while they are on their way
  let onScreen; // the rows that the screen shows, while the page prints
  let waiting = []; // who prints as soon as they lie ready

  const table = () => document.querySelector('#ranking[data-part]');

  const ask = () => act('"rowsAsked"');
  const served = () => {
    waiting.forEach((resolve) => resolve());
    waiting = [];
  };

  /** The table was filled anew: what lay ready is of yesterday. */
  const changed = () => {
    rows = undefined;
    clearTimeout(timer);
    if (table()) timer = setTimeout(ask, REST);
    else served();
  };

  const keep = ({ html }) => {
    rows = html;
    served();
  };

  /** Resolves as soon as all rows can be printed. */
  const ready = () => new Promise((resolve) => {
    if (rows || !table()) return resolve();
    waiting.push(resolve);
    ask();
  });

  addEventListener('beforeprint', () => {
    if (!rows || onScreen || !table()) return;
    onScreen = table().tBodies[0];
    const whole = document.createElement('tbody');
    whole.innerHTML = rows;
    const focused = onScreen.contains(document.activeElement) && document.activeElement;
    onScreen.replaceWith(whole);
    document.documentElement.dataset.whole = '';
    addEventListener('afterprint', () => {
      whole.replaceWith(onScreen);
      onScreen = undefined;
      if (focused) focused.focus({ preventScroll: true });
      delete document.documentElement.dataset.whole;
    }, { once: true });
  });

  return { changed, keep, ready, connect: (send) => { act = send; } };
})();
