import type { Picture } from '../domain/product.ts';
import { brew } from './pictures/brew.ts';
import { care } from './pictures/care.ts';
import { carry } from './pictures/carry.ts';
import { home } from './pictures/home.ts';
import { disc, inkOf, oval, rect, type Shape } from './pictures/ink.ts';
import { play } from './pictures/play.ts';
import { sound } from './pictures/sound.ts';
import { wear } from './pictures/wear.ts';

const shapes: Readonly<Record<string, Shape>> = { ...wear, ...carry, ...sound, ...home, ...care, ...play, ...brew };

/** The kinds that have a drawing of their own; any other is drawn as a gift box. */
export const pictureKinds: readonly string[] = Object.keys(shapes);

const escaped = (text: string): string =>
  text
    // Control characters are not allowed in XML at all, not even escaped.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * A flat illustration of a product as the text of one SVG document, square, `size` pixels wide (240 unless given; it
 * scales). It brings its own ground, so it looks the same on light and dark pages. The title is read out by screen
 * readers; without one the picture is marked as decoration. Colours that are not plain hex or known names are replaced.
 */
export const drawPicture = (picture: Picture, options: { size?: number; title?: string } = {}): string => {
  const size = Math.max(1, Math.round(options.size ?? 240));
  const ink = inkOf(picture.colour, picture.accent);
  const shape = Object.hasOwn(shapes, picture.kind) ? shapes[picture.kind]! : carry.giftbox;
  const named = options.title ? ` role="img" aria-label="${escaped(options.title)}"` : ' aria-hidden="true"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" width="${size}" height="${size}"${named}>` +
    (options.title ? `<title>${escaped(options.title)}</title>` : '') +
    rect(0, 0, 240, 240, 0, ink.paper) +
    `<g opacity="0.5">${disc(120, 116, 98, ink.pale)}</g>` +
    oval(120, 198, 84, 8, ink.floor) +
    shape(ink) +
    '</svg>'
  );
};
