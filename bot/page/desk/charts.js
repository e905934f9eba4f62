import { element } from './dom.js';
import { percentText, w } from './text.js';

const namespace = 'http://www.w3.org/2000/svg';
const svg = (tag, attributes, ...children) => {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
};

const figure = (title, ...children) =>
  element('figure', { class: 'chart' }, element('figcaption', {}, title), ...children);

/** Horizontal bars, longest first, each with its number: `rows` of {label, value, text?}. */
export const barChart = (title, rows) => {
  const shown = rows.filter(row => row.value > 0).sort((a, b) => b.value - a.value);
  if (shown.length === 0) return figure(title, element('p', { class: 'none' }, w().report.nothing));
  const most = shown[0].value;
  return figure(
    title,
    element(
      'ul',
      { class: 'bars' },
      shown.map(row =>
        element(
          'li',
          {},
          element('span', { class: 'bar-label' }, row.label),
          svg(
            'svg',
            { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
            svg('rect', { width: 100, height: 10, class: 'bar-ground' }),
            svg('rect', { width: Math.max(1, (100 * row.value) / most), height: 10, class: 'bar-fill' }),
          ),
          element('span', { class: 'bar-value' }, row.text ?? String(row.value)),
        ),
      ),
    ),
  );
};

/** One bar of parts that make a whole: `parts` of {label, value, kind}. */
export const shareChart = (title, parts) => {
  const whole = parts.reduce((sum, part) => sum + part.value, 0);
  if (whole === 0) return figure(title, element('p', { class: 'none' }, w().report.nothing));
  let x = 0;
  return figure(
    title,
    svg(
      'svg',
      { class: 'share', viewBox: '0 0 100 12', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      ...parts
        .filter(part => part.value > 0)
        .map(part => {
          const width = (100 * part.value) / whole;
          const rect = svg('rect', { x, width: Math.max(0, width - 0.4), height: 12, class: `share-${part.kind}` });
          x += width;
          return rect;
        }),
    ),
    element(
      'ul',
      { class: 'legend' },
      parts.map(part =>
        element(
          'li',
          {},
          element('i', { class: `share-${part.kind}`, 'aria-hidden': 'true' }),
          element('span', {}, part.label),
          element('strong', {}, String(part.value)),
          element('span', { class: 'quietly' }, percentText(part.value / whole)),
        ),
      ),
    ),
  );
};

/** Columns over time: `points` of {label, value, text}; the label of each is below it. */
export const columnChart = (title, points) => {
  const most = Math.max(1, ...points.map(point => point.value));
  return figure(
    title,
    element(
      'ol',
      { class: 'columns' },
      points.map(point =>
        element(
          'li',
          {},
          element('span', { class: 'column-value' }, point.text ?? String(point.value)),
          svg(
            'svg',
            { class: 'column', viewBox: '0 0 10 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
            svg('rect', {
              y: 100 - (100 * point.value) / most,
              width: 10,
              height: Math.max(point.value > 0 ? 2 : 0.6, (100 * point.value) / most),
              class: 'bar-fill',
            }),
          ),
          element('span', { class: 'column-label' }, point.label),
        ),
      ),
    ),
  );
};
