import { icon as draw, element, icons as shared } from '/widget/dom.js';

export { element };

const icons = {
  ...shared,
  inbox: 'M4 13.5h4.5l1.5 2.5h4l1.5-2.5H20M6 5h12l2.5 8.5V19h-17v-5.5z',
  scale: 'M12 4v16M7 20h10M5 7.5h14M5 7.5l-2.5 6h5zM19 7.5l-2.5 6h5z',
  book: 'M12 6.5C10 5 7 4.5 4 5v13.5c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5V20',
  slash: 'M5 4.5h14v15H5zM10 16l4-8',
  chart: 'M4 19.5h16M7 16v-5M12 16V6M17 16v-8',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 5a3.3 3.3 0 0 1 0 6.300M18.500 14.500c1.700.8 2.700 2.500 3 5',
  gear: 'M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6M12 3.500v2.500M12 18v2.500M3.500 12H6M18 12h2.500M6 6l1.700 1.700M16.300 16.300L18 18M6 18l1.700-1.700M16.300 7.700L18 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  panel: 'M4 5h16v14H4zM14.500 5v14',
  lock: 'M6 11h12v8.500H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  bot: 'M5.500 8.500h13v10h-13zM12 8.500V5M9.500 13h.01M14.500 13h.01M3 12.500v3M21 12.500v3',
  person: 'M12 11.500a3.700 3.700 0 1 0 0-7.400 3.700 3.700 0 0 0 0 7.400M5 20c.5-4 3.200-6 7-6s6.500 2 7 6',
  bulb: 'M9.500 18h5M10 21h4M12 3.500a6 6 0 0 0-3.500 10.900V16h7v-1.600A6 6 0 0 0 12 3.500',
  box: 'M4 8l8-4 8 4v8.500l-8 4-8-4zM4 8l8 4 8-4M12 12v8.500',
  swap: 'M5 8.500h13l-3.500-3.500M19 15.500H6l3.500 3.500',
  flag: 'M6 20.500V4.500h11.500l-2 4 2 4H6',
  clock: 'M12 4.500a7.500 7.500 0 1 1 0 15 7.500 7.500 0 0 1 0-15M12 8v4.500l3 2',
  shield: 'M12 3.500l7 2.500v5.500c0 4.300-2.800 7.400-7 9-4.200-1.600-7-4.700-7-9V6z',
  alert: 'M12 4l9 15.500H3zM12 10v4.500M12 17h.01',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  phone:
    'M7 4.500l3 .5 1 4-2 1.500c1 2 2.500 3.500 4.500 4.500l1.500-2 4 1 .500 3c0 1.500-1 2.500-2.500 2.500C10.500 19 5 13.500 4.500 7c0-1.500 1-2.500 2.500-2.500',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10.500 21h3',
  keyboard: 'M3.500 6.500h17v11h-17zM7 10h.01M10.500 10h.01M14 10h.01M17 10h.01M8 14h8',
  exit: 'M14 5H5v14h9M11 12h9.500M17 8.500l3.500 3.500-3.500 3.500',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8M12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1.100 1.100M17.300 17.300l1.100 1.100M5.600 18.400l1.100-1.100M17.300 6.700l1.100-1.100',
  globe:
    'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M4 12h16M12 4c2.500 2.500 3.500 5 3.500 8s-1 5.500-3.500 8c-2.500-2.500-3.500-5-3.500-8s1-5.500 3.500-8',
  key: 'M8 8a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9M12 11l8.500-6.500M17 7l2.500 3M8 12.500h.01',
  hand: 'M8 12V6a1.500 1.500 0 0 1 3 0v5V4.500a1.500 1.500 0 0 1 3 0V11V6a1.500 1.500 0 0 1 3 0v8c0 4-2 6.500-5.500 6.500-3 0-4.500-1.500-7-6.500-.5-1.500 1.500-2.500 2.500-1z',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.600-5-2.700-5 2.700 1-5.600-4-4 5.500-.8z',
  copy: 'M8 8h11.500v11.500H8zM15.500 8V4.500H4.500v11H8',
  pencil: 'M4.500 19.500l1-4L16 5l3 3L8.500 18.500z',
  trash: 'M5 7h14M9 7V4.500h6V7M7 7l1 12.500h8L17 7',
  eye: 'M2.500 12C5 7.500 8.500 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-6 6.500-9.500 6.500s-7-2-9.500-6.500M12 9.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5',
  down: 'M6 9.500l6 6 6-6',
  returned: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 11.500h-3',
  moon: 'M19.500 14A8 8 0 0 1 10 4.500 8 8 0 1 0 19.500 14',
  volume: 'M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
};

export const icon = name => draw(icons[name]);

export const byId = id => document.getElementById(id);

/** Sets a node's children, and gives the focus back to the part that had it (by its data-k). */
export const refill = (node, ...children) => {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.closest('[data-k]')?.dataset.k;
  const selection = focused && 'selectionStart' in focused ? [focused.selectionStart, focused.selectionEnd] : null;
  node.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  if (!key) return;
  const next = node.querySelector(`[data-k="${CSS.escape(key)}"]`);
  next?.focus({ preventScroll: true });
  if (next && selection?.[0] !== null && 'setSelectionRange' in next) next.setSelectionRange(...(selection ?? [0, 0]));
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

/** Two letters on a ground whose hue belongs to the id. */
export const avatar = (name, id, { glyph, size = '' } = {}) => {
  const letters = initials(name);
  const node = element(
    'span',
    { class: `avatar ${size}`, 'aria-hidden': 'true' },
    glyph || !letters ? icon(glyph ?? 'person') : letters,
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
