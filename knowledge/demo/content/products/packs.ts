import type { Option, PaletteKey } from '../design.ts';

/** Ways a cream or a lotion is packed, by contents and multiple of the design's price; the colour is the label's. */
export const millilitres = (ml: number, factor: number, colour: PaletteKey): Option => ({
  label: [`${ml} ml`, `${ml} 毫升`],
  size: `${ml}ml`,
  factor,
  colour,
});
export const grams = (g: number, factor: number, colour: PaletteKey): Option => ({
  label: [`${g} g`, `${g} 克`],
  size: `${g}g`,
  factor,
  colour,
});
