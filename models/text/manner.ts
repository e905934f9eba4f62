/** How a thing is said, apart from what is said: asked or called out, with a figure or a link, long or short, and by whom. */

const signs: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['?', /[?？]/u],
  ['?$', /[?？]\s*$/u],
  ['!', /[!！]/u],
  ['#', /\p{N}/u],
  ['link', /https?:\/\//iu],
];

/**
 * A few signs, the length in words in powers of two, and each of these with the speaker where `by` names one: a short answer
 * of one side is another act than a short answer of the other.
 */
export const mannerFeatures = (text: string, by?: string): string[] => {
  const words = text.match(/\p{Script=Han}|[\p{L}\p{N}']+/gu)?.length ?? 0;
  const found = [
    ...signs.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : [])),
    `long ${Math.floor(Math.log2(words + 1))}`,
  ];
  return by === undefined ? found : [...found, `by ${by}`, ...found.map(f => `${f} by ${by}`)];
};
