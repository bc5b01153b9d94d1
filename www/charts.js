// A drawing as a file: what is seen, with its looks written into it, as wide as a page whatever the window.
const Charts = (() => {
  const WIDTH = 900;
  const MARGIN = 16;
  const GAP = 24;
  const COLUMNS = 3;
  const LINE = 22; // of words above and below
  const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'text-anchor', 'vector-effect'];

  const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));

  /** A drawing with its looks, at a place of the file. */
  const placed = (drawing, place) => {
    const copy = drawing.cloneNode(true);
    const own = [drawing, ...drawing.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
      const style = getComputedStyle(own[at]);
      // The browser writes where a pattern lies as an address of the page.
      for (const look of LOOKS) if (style[look]) element.setAttribute(look, style[look].replace(/url\(.*#(.*?)["']?\)/, 'url(#$1)'));
      element.removeAttribute('class');
    });
    set(copy, { ...place, overflow: 'visible' });
    for (const name of ['id', 'role', 'aria-describedby']) copy.removeAttribute(name);
    return copy;
  };

  /** A drawing, or several side by side; white behind them, since viewers may be dark. */
  const standalone = (whole, { title, legend, source }) => {
    const drawings = whole.matches('svg') ? [whole] : [...whole.querySelectorAll(':scope > svg')];
    const columns = Math.min(COLUMNS, drawings.length);
    const wide = (WIDTH - GAP * (columns - 1)) / columns;
    const high = Number(drawings[0].getAttribute('height'));
    const place = (at) => ({ x: MARGIN + (at % columns) * (wide + GAP), y: MARGIN + LINE + GAP + Math.floor(at / columns) * (high + GAP), width: wide, height: high });
    const size = { width: WIDTH + 2 * MARGIN, height: place(drawings.length - 1).y + high + GAP + 2 * LINE + MARGIN };
    const make = (name) => document.createElementNS(drawings[0].namespaceURI, name);
    const frame = make('svg');
    const behind = make('rect');
    set(frame, { ...size, 'font-family': 'Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif' });
    set(behind, { width: '100%', height: '100%', fill: '#fff' });
    const words = [[title, MARGIN + LINE / 2, 700], [legend, size.height - MARGIN - LINE, 400], [source, size.height - MARGIN, 400]];
    const written = words.map(([text, y, weight]) => {
      const line = make('text');
      set(line, { x: MARGIN, y, 'font-size': weight > 400 ? 17 : 13, 'font-weight': weight, fill: '#1b1f24' });
      line.textContent = text;
      return line;
    });
    frame.append(behind, ...written, ...drawings.map((drawing, at) => placed(drawing, place(at))));
    return { text: new XMLSerializer().serializeToString(frame), ...size };
  };

  /** The same as points, two for each, so that it prints well. */
  const painted = async ({ text, width, height }) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 2 * width, height: 2 * height });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  };

  /** Saves the drawing that a button names; gives the name of the file. */
  const save = async ({ draw, download, ...words }) => {
    const drawn = standalone(document.getElementById(draw), words);
    const blob = download.endsWith('.png') ? await painted(drawn) : new Blob([drawn.text], { type: 'image/svg+xml' });
    return { name: download, blob };
  };

  return { save };
})();
