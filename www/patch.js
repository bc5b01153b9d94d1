// Markup in place of what a region shows: what is the same stays as it is, with its focus, its scrolling and its layout.
const Patch = (() => {
  const CONTROLS = 'input, select, textarea';
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const holdsControl = (element) => element.querySelector(CONTROLS) !== null;

  /** Whether one can become the other: an element with a name of its own, or of another unit, is another one. */
  const alike = (own, fresh) =>
    own.nodeName === fresh.nodeName &&
    (!isElement(own) || (own.id === fresh.id && own.getAttribute('data-unit') === fresh.getAttribute('data-unit')));

  /** Whether a control says what its markup says: what was typed or chosen stands in no attribute. */
  const untouched = (own, fresh) => own.isEqualNode(fresh) && own.value === fresh.value && own.checked === fresh.checked;

  const attributes = (own, fresh) => {
    for (const { name } of [...own.attributes]) if (!fresh.hasAttribute(name)) own.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (own.getAttribute(name) !== value) own.setAttribute(name, value);
  };

  const one = (own, fresh) => {
    if (!alike(own, fresh)) own.replaceWith(fresh);
    else if (!isElement(own)) {
      if (own.data !== fresh.data) own.data = fresh.data;
    } else if (own.matches(CONTROLS)) {
      if (!untouched(own, fresh)) own.replaceWith(fresh);
    } else if (!own.isEqualNode(fresh) || holdsControl(fresh)) {
      attributes(own, fresh);
      children(own, fresh);
    }
  };

  const children = (own, fresh) => {
    const [before, after] = [[...own.childNodes], [...fresh.childNodes]];
    after.forEach((node, at) => { if (at < before.length) one(before[at], node); else own.append(node); });
    before.slice(after.length).forEach((node) => node.remove());
  };

  /** Fills an element with markup. */
  const fill = (place, html) => {
    if (!html || !place.hasChildNodes()) {
      place.innerHTML = html;
      return;
    }
    const fresh = place.cloneNode(false);
    fresh.innerHTML = html;
    children(place, fresh);
  };

  /** Writes the elements that differ, unless others stand there than the markup has, as a translation makes them. */
  const some = (place, { of, changed }) => {
    const all = place.getElementsByTagName('*');
    if (all.length !== of) return false;
    for (const [elements, html] of changed.map(([places, html]) => [places.map((at) => all[at]), html])) {
      const around = elements[0].parentNode.cloneNode(false);
      around.innerHTML = html;
      [...around.children].forEach((fresh, at) => one(elements[at], fresh));
    }
    return true;
  };

  return { fill, some };
})();
