import { icon as draw, element, icons as shared } from '/widget/dom.js';
import { initials } from '/widget/handoff.js';

export { element };

const icons = {
  ...shared,
  inbox: 'M4 13.5h4.5l1.5 2.5h4l1.5-2.5H20M6 5h12l2.5 8.5V19h-17v-5.5z',
  scale: 'M12 4v16M7 20h10M5 7.5h14M5 7.5l-2.5 6h5zM19 7.5l-2.5 6h5z',
  book: 'M12 6.5C10 5 7 4.5 4 5v13.5c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5V20',
  slash: 'M5 4.5h14v15H5zM10 16l4-8',
  chart: 'M4 19.5h16M7 16v-5M12 16V6M17 16v-8',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 5a3.3 3.3 0 0 1 0 6.3M18.5 14.5c1.7.8 2.7 2.5 3 5',
  gear: 'M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6M12 3.5v2.5M12 18v2.5M3.5 12H6M18 12h2.5M6 6l1.7 1.7M16.3 16.3L18 18M6 18l1.7-1.7M16.3 7.7L18 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  panel: 'M4 5h16v14H4zM14.5 5v14',
  lock: 'M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  bot: 'M5.5 8.5h13v10h-13zM12 8.5V5M9.5 13h.01M14.5 13h.01M3 12.5v3M21 12.5v3',
  person: 'M12 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4M5 20c.5-4 3.2-6 7-6s6.5 2 7 6',
  bulb: 'M9.5 18h5M10 21h4M12 3.5a6 6 0 0 0-3.5 10.9V16h7v-1.6A6 6 0 0 0 12 3.5',
  box: 'M4 8l8-4 8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8.5',
  swap: 'M5 8.5h13l-3.5-3.5M19 15.5H6l3.5 3.5',
  flag: 'M6 20.5V4.5h11.5l-2 4 2 4H6',
  clock: 'M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M12 8v4.5l3 2',
  shield: 'M12 3.5l7 2.5v5.5c0 4.3-2.8 7.4-7 9-4.2-1.6-7-4.7-7-9V6z',
  alert: 'M12 4l9 15.5H3zM12 10v4.5M12 17h.01',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  phone:
    'M7 4.5l3 .5 1 4-2 1.5c1 2 2.5 3.5 4.5 4.5l1.5-2 4 1 .500 3c0 1.5-1 2.5-2.5 2.5C10.5 19 5 13.5 4.5 7c0-1.5 1-2.5 2.5-2.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10.5 21h3',
  keyboard: 'M3.5 6.5h17v11h-17zM7 10h.01M10.5 10h.01M14 10h.01M17 10h.01M8 14h8',
  exit: 'M14 5H5v14h9M11 12h9.5M17 8.5l3.5 3.5-3.5 3.5',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1',
  globe:
    'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M4 12h16M12 4c2.5 2.5 3.5 5 3.5 8s-1 5.5-3.5 8c-2.5-2.5-3.5-5-3.5-8s1-5.5 3.5-8',
  key: 'M8 8a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M12 11l8.5-6.5M17 7l2.5 3M8 12.5h.01',
  hand: 'M8 12V6a1.5 1.5 0 0 1 3 0v5V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8c0 4-2 6.5-5.5 6.5-3 0-4.5-1.5-7-6.5-.5-1.5 1.5-2.5 2.5-1z',
  star: 'M12 4l2.5 5.2 5.5.8-4 4 1 5.6-5-2.7-5 2.7 1-5.6-4-4 5.5-.8z',
  copy: 'M8 8h11.5v11.5H8zM15.5 8V4.5H4.5v11H8',
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5z',
  trash: 'M5 7h14M9 7V4.5h6V7M7 7l1 12.5h8L17 7',
  eye: 'M2.5 12C5 7.5 8.5 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-6 6.5-9.5 6.5s-7-2-9.5-6.5M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  down: 'M6 9.5l6 6 6-6',
  returned: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 11.5h-3',
  moon: 'M19.5 14A8 8 0 0 1 10 4.5 8 8 0 1 0 19.5 14',
  volume: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
};

export const icon = name => draw(icons[name]);

export const byId = id => document.getElementById(id);

/** The element without what is in it; whether the reader has opened it makes no difference. */
const shell = node => {
  const copy = node.cloneNode(false);
  if (copy.localName === 'details') copy.removeAttribute('open');
  return copy;
};
const isSameElement = (a, b) =>
  a.nodeType === Node.ELEMENT_NODE && b.nodeType === Node.ELEMENT_NODE && shell(a).isEqualNode(shell(b));

/**
 * Makes a node's children these, keeping every element that is there already as it should be: a button that is redrawn
 * between press and release would lose the click, a field its text. Kept elements keep their listeners, so those read
 * what they need when they run.
 */
export const patch = (node, children) => {
  const next = children
    .flat()
    .filter(child => child !== null && child !== undefined && child !== false)
    .map(child => (child instanceof Node ? child : document.createTextNode(child)));
  const old = [...node.childNodes];
  for (const [i, child] of next.entries()) {
    const before = old[i];
    if (before === undefined) node.append(child);
    else if (before === child || before.isEqualNode(child)) continue;
    else if (isSameElement(before, child)) patch(before, [...child.childNodes]);
    else before.replaceWith(child);
  }
  for (const rest of old.slice(next.length)) if (!next.includes(rest)) rest.remove();
};

/** Sets a node's children, and gives the focus back to the part that had it (by its data-k). */
export const refill = (node, ...children) => {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest('[data-k]')?.dataset.k;
  patch(node, children);
  if (key && !node.contains(document.activeElement))
    node.querySelector(`[data-k="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
};

let ids = 0;
export const newId = () => `d${++ids}`;

export const button = (label, onclick, { kind = 'quiet', glyph, key, ...attributes } = {}) =>
  element(
    'button',
    { type: 'button', class: `button ${kind}`, onclick, ...(key ? { 'data-k': key } : {}), ...attributes },
    glyph ? icon(glyph) : null,
    label ? element('span', {}, label) : null,
  );

/** A button of an icon alone; `label` is its name and its tooltip. */
export const iconButton = (label, glyph, onclick, attributes = {}) =>
  element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...attributes },
    icon(glyph),
  );

/** Two letters on a ground whose hue belongs to the id; drawn by the style, so that they are part of no name. */
export const avatar = (name, id, { glyph, size = '' } = {}) => {
  const letters = glyph ? '' : initials(name);
  const node = element(
    'span',
    { class: `avatar ${size}`, 'aria-hidden': 'true', ...(letters ? { 'data-letters': letters } : {}) },
    letters ? null : icon(glyph ?? 'person'),
  );
  node.style.setProperty('--hue', String(hueOf(id ?? name ?? '')));
  return node;
};

const hueOf = text => {
  let hash = 7;
  for (const unit of String(text)) hash = (hash * 31 + unit.codePointAt(0)) % 99_991;
  // Neighbouring ids get hues far apart.
  return (hash * 137) % 360;
};

/** A label above its control. `hint` is read with it. */
export const field = (label, control, { hint, inline = false } = {}) => {
  const id = control.id || newId();
  control.id = id;
  const hintId = `${id}-hint`;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return element(
    'div',
    { class: inline ? 'field inline' : 'field' },
    element('label', { for: id }, label),
    control,
    hint ? element('p', { class: 'hint', id: hintId }, hint) : null,
  );
};

export const spinner = label =>
  element('p', { class: 'loading', role: 'status' }, element('i', { 'aria-hidden': 'true' }), label);

/** What stands where nothing is: an icon, a sentence, perhaps one thing to do. */
export const emptyState = (glyph, title, text, action) =>
  element(
    'div',
    { class: 'empty' },
    element('span', { class: 'empty-icon' }, icon(glyph)),
    element('p', { class: 'empty-title' }, title),
    text ? element('p', {}, text) : null,
    action ?? null,
  );

let hideToast = 0;
/** A sentence at the bottom for a moment, read out. */
export const toast = (text, kind = '') => {
  const node = byId('toast');
  if (node.matches(':popover-open')) node.hidePopover();
  node.className = kind;
  node.textContent = text;
  // Shown anew each time, so that it lies above a dialog that was opened meanwhile.
  node.showPopover();
  clearTimeout(hideToast);
  hideToast = setTimeout(() => node.matches(':popover-open') && node.hidePopover(), 4_000);
};
