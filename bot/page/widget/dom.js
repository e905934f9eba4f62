/** element('button', { class: 'x', onclick }, 'text', child): text is always set as text, never as HTML. */
export const element = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
};

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A stroke icon of 24 × 24 from path data, hidden from screen readers: the button around it has the name. */
export const icon = path => {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svgNamespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
};

/**
 * A product picture, shown whole in a frame of any shape: the frame's rest is filled with the picture's own ground, which
 * is its corner enlarged.
 */
export const picture = (source, width, height) => {
  const image = element('img', { src: source, alt: '', width, height, loading: 'lazy', class: 'picture' });
  image.style.background = `url("${encodeURI(decodeURI(source))}") 0 0 / 4000%`;
  return image;
};

export const icons = {
  cart: 'M3 4.5h2.5l2.2 11h9.8l2-8H6.4M9 19.5h.01M16.5 19.5h.01',
  search: 'M11 4.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M16 16l4.5 4.5',
  chat: 'M4 5.5h16v11H9.5L5 20.5v-4H4z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-7-5 16-3.5-6.5z',
  left: 'M14.5 5.5L8 12l6.5 6.5',
  right: 'M9.5 5.5L16 12l-6.5 6.5',
  tag: 'M4 4h8l8 8-8 8-8-8zM8 8h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  star: 'M12 4l2.5 5.2 5.5.8-4 4 1 5.6-5-2.7-5 2.7 1-5.6-4-4 5.5-.8z',
  doc: 'M7 3.5h7l4 4v13H7zM13.5 3.5v4.5H18M10 12.5h5M10 16h5',
};

const listed = /^[-•] /;

/** Lines that begin with a dash in a row are a list; the words around them a paragraph. */
const blocks = part => {
  const found = [];
  for (const line of part.split('\n')) {
    const inList = listed.test(line);
    const last = found.at(-1);
    if (last?.inList === inList) last.lines.push(line);
    else found.push({ inList, lines: [line] });
  }
  return found;
};

/** Plain text as paragraphs with their line breaks, and lists. */
export const paragraphs = text =>
  text
    .split(/\n{2,}/)
    .filter(Boolean)
    .flatMap(blocks)
    .map(({ inList, lines }) =>
      inList
        ? element(
            'ul',
            {},
            lines.map(line => element('li', {}, line.replace(listed, ''))),
          )
        : element('p', {}, lines.join('\n')),
    );
