/** The colours one picture is drawn with, all made from its two. */
export interface Ink {
  readonly main: string;
  readonly dark: string;
  readonly deep: string;
  readonly light: string;
  readonly pale: string;
  readonly accent: string;
  readonly accentDark: string;
  readonly paper: string;
  readonly floor: string;
}

/** Draws one kind of thing on a 240 × 240 field, standing on y = 196. */
export type Shape = (ink: Ink) => string;

type Rgb = readonly [number, number, number];

const named: Readonly<Record<string, string>> = {
  black: '#2b2d33',
  white: '#eceae3',
  grey: '#76808a',
  gray: '#76808a',
  silver: '#b9bec4',
  blue: '#4a7fb5',
  navy: '#27456b',
  green: '#4f7f5f',
  red: '#b8402f',
  yellow: '#efb62f',
  gold: '#d3a13b',
  orange: '#e2733a',
  pink: '#eaa3ac',
  purple: '#6d4c7d',
  brown: '#8a5a3c',
  beige: '#d9c7a3',
  cream: '#eee3c8',
};

/** Anything else than a hex colour or a name known here becomes `otherwise`: the text ends up in markup. */
const rgbOf = (css: string | undefined, otherwise: string): Rgb => {
  const text = (css ?? '').trim().toLowerCase();
  const known = named[text] ?? text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(known);
  const full = short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : known;
  const hex = /^#[0-9a-f]{6}$/.test(full) ? full : otherwise;
  return [1, 3, 5].map(i => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
};

const hexOf = (rgb: Rgb): string => `#${rgb.map(v => Math.round(v).toString(16).padStart(2, '0')).join('')}`;
const mix = (a: Rgb, b: Rgb, share: number): Rgb => a.map((v, i) => v + (b[i]! - v) * share) as unknown as Rgb;

const night: Rgb = [34, 34, 48];
const white: Rgb = [255, 253, 248];
const sand: Rgb = [245, 239, 228];
const stone: Rgb = [200, 210, 213];

export const inkOf = (colour: string | undefined, accent: string | undefined): Ink => {
  const main = rgbOf(colour, '#8fa3ad');
  const second = rgbOf(accent, '#e9c46a');
  const bright = (main[0] * 299 + main[1] * 587 + main[2] * 114) / 255_000;
  // A pale thing stands on stone, a dark one on sand, or it would melt into its ground.
  const paper = bright > 0.78 ? mix(stone, second, 0.12) : mix(sand, main, 0.13);
  return {
    main: hexOf(main),
    dark: hexOf(mix(main, night, 0.22)),
    deep: hexOf(mix(main, night, 0.5)),
    light: hexOf(mix(main, white, 0.28)),
    pale: hexOf(mix(main, white, 0.72)),
    accent: hexOf(second),
    accentDark: hexOf(mix(second, night, 0.2)),
    paper: hexOf(paper),
    floor: hexOf(mix(paper, night, 0.13)),
  };
};

export const path = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;
export const line = (d: string, stroke: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`;
export const rect = (x: number, y: number, width: number, height: number, radius: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
export const turned = (degrees: number, x: number, y: number, inner: string): string =>
  `<g transform="rotate(${degrees} ${x} ${y})">${inner}</g>`;

export const cream = '#fffaf0';
export const steel = '#b8bfc4';
export const steelDark = '#8e979e';
export const wood = '#c79a6b';
export const woodDark = '#a97c50';
export const leaf = '#6f9465';
export const leafDark = '#557a4e';
export const nightInk = '#2b2d36';
