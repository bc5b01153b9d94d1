// A drawing as a file: what is seen, with its looks written into it, as wide as a page whatever the window.
const Charts = (() => {
  const WIDTH = 900;
  const MARGIN = 16;
  const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'text-anchor'];

  /** The drawing with its looks; white behind it, since viewers may be dark. */
  const standalone = (drawing) => {
    const copy = drawing.cloneNode(true);
    const own = [drawing, ...drawing.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
      const style = getComputedStyle(own[at]);
      for (const look of LOOKS) if (style[look]) element.setAttribute(look, style[look].replace(/url\(".*#/, 'url("#').replaceAll('"', ''));
      element.removeAttribute('class');
    });
    const height = Number(drawing.getAttribute('height'));
    const frame = document.createElementNS(drawing.namespaceURI, 'svg');
    const behind = document.createElementNS(drawing.namespaceURI, 'rect');
    const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    const size = { width: WIDTH + 2 * MARGIN, height: height + 2 * MARGIN };
    set(frame, { xmlns: drawing.namespaceURI, ...size, 'font-family': 'Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif' });
    set(behind, { width: '100%', height: '100%', fill: '#fff' });
    set(copy, { x: MARGIN, y: MARGIN, width: WIDTH, height, overflow: 'visible' });
    for (const name of ['id', 'role', 'aria-describedby']) copy.removeAttribute(name);
    frame.append(behind, copy);
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
  const save = async ({ draw, name, download }) => {
    const drawn = standalone(document.getElementById(draw));
    const blob = download.endsWith('.png') ? await painted(drawn) : new Blob([drawn.text], { type: 'image/svg+xml' });
    return { name: download, blob };
  };

  return { save };
})();
