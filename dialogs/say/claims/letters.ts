/** Harmless faces and things; any other sign could carry a claim of its own (a "free" button, keycap digits, a red 100). */
const friendlySigns = new Set([
  '😊',
  '🙂',
  '😀',
  '😄',
  '👋',
  '🙏',
  '👍',
  '✨',
  '🌟',
  '📦',
  '🚚',
  '👟',
  '🎒',
  '☕',
  '🌧',
]);
const sign = /\p{Extended_Pictographic}\uFE0F?/gu;

/** What plain writing in the two languages uses. Full-width digits and letters, other alphabets and invisible characters are no part of it. */
const plain = /[A-Za-z0-9\s.,;:!?'"()\-–—…‘’“”&/%+×¥$€£°·，。；：！？、（）《》「」]|\p{Script=Han}/u;

/** The characters of `text` that neither plain writing nor the template has. Where they are, letters may not be what they look like. */
export const strangeLetters = (text: string, template: string): string[] => {
  const known = new Set(template);
  const rest = text.replace(sign, found => (friendlySigns.has(found.replace('\uFE0F', '')) ? '' : found));
  return [...rest].filter(letter => !plain.test(letter) && !known.has(letter));
};

/** One letter at a time ("f r e e", "f-r-e-e", "免 费"), which the eye reads as a word and a list of words does not. */
const speltOut =
  /(?<![\p{L}\p{N}])(?:[A-Za-z0-9][\s.\-–_·/]{1,2}){2,}[A-Za-z0-9](?![\p{L}\p{N}])|\p{Script=Han}[ \t.·\-–—]+\p{Script=Han}/u;

export const isSpeltOut = (text: string, template: string): boolean => {
  const found = speltOut.exec(text)?.[0];
  return found !== undefined && !template.includes(found);
};

/** As it is compared: one form per letter, lower case, straight apostrophes. */
export const folded = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
