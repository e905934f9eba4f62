/** What the shop's last message put on the table: makers and looks of the products it named, colours it listed. */
import type { WishSlot, WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { speech, speechOf } from './parts-of-speech.ts';

const price = /(?:[$€£¥₹]|\b(?:rs|inr|usd|eur|aed|sgd)\b\.?) ?\d|\b\d+ ?(?:€|\$|£|rs\b|euros?\b|dollars?\b|pounds?\b)/i;
/** Before the name of a product: what the shop's sentence begins with. */
const opening =
  /^.*?(?:\b(?:try|have|are|is|options?|carry|there's|consider|suggest|recommend|look at|got|about|picks?|then)\b(?: the| an?| our| these| two| three)*:?|:|\d\)) ?(?=[A-Z0-9])/;
const noName =
  /^(?:a|an|the|in|at|for|of|and|or|with|from|each|per|pair|set|is|are|it|that|this|we|i|you|also|then|yes|no|one|two|three|both|only|now|have|comes?|costs?|sizes?|colou?rs?|kg|cm|mm|ml|oz|inch|gb|pack|pk|rs|new|our|your|here|sure|great|hi|hello|ok|perfect|lovely|good|nice|noted|got|done|version|model|edition|plus|pro|mini|max|xl|classic|original|basic|premium|deluxe)$/i;
const describing: ReadonlySet<WishSlot> = new Set([
  'color',
  'material',
  'style',
  'feature',
  'quality',
  'brand',
  'genre',
]);

/** Folded words and what they are; the longer names beside their first words. */
export const shownIn = (shopSaid: string, vocabulary: WishVocabulary): ReadonlyMap<string, WishSlot> => {
  const shown = new Map<string, WishSlot>();
  const slotsOf = (words: string): readonly WishSlot[] => {
    const tokens = tokensOf(words.toLowerCase().replace(/['-]/g, ' '));
    const [found] = vocabulary.named(tokens);
    return found && found.start === 0 && found.end >= words.length - 1 ? found.slots : [];
  };
  for (const sentence of shopSaid.split(/(?<=[!?\n])\s*|(?<=[^\d\s][.])\s+(?=[A-Z])/)) {
    const members = sentence.split(/[,;]\s+|\s\d\)\s|\s(?:or|and|&)\s(?=[\p{L}\d])/u).map(m => m.trim());
    const priced = members.filter(m => price.test(m));
    if (priced.length > 0) for (const member of priced) addProduct(shown, member.replace(opening, ''), slotsOf);
    else if (!/\?\s*$/.test(sentence)) addList(shown, members, slotsOf);
  }
  return shown;
};

const addProduct = (
  shown: Map<string, WishSlot>,
  member: string,
  slotsOf: (words: string) => readonly WishSlot[],
): void => {
  const name = member.slice(0, member.search(price)).replace(/\([^)]*\)?|\bat\b|\bfor\b|\bis\b/g, ' ');
  const words = name.split(/\s+/).filter(w => /^[A-Z\d][\p{L}\d'’.&+-]*$/u.test(w));
  const first = words[0];
  if (first === undefined) return;
  words.forEach((word, i) => {
    const low = word.toLowerCase();
    if (noName.test(low) || !/\p{L}{3}/u.test(low) || /\d$|^\d/.test(low)) return;
    const slots = slotsOf(low);
    const known = slots.find(s => describing.has(s));
    if (shown.has(low)) return;
    if (known) shown.set(low, known);
    else if (slots.length === 0 && i === 0 && !isAdjective(low)) shown.set(low, 'brand');
    else if (i < words.length - 1 || slots.length === 0) shown.set(low, 'style');
  });
  const pair = words.slice(0, 2);
  const known = pair.length === 2 ? slotsOf(pair.join(' ').toLowerCase()).find(s => describing.has(s)) : undefined;
  if (known) shown.set(pair.join(' ').toLowerCase(), known);
  else if (
    pair.length === 2 &&
    !isAdjective(pair[0]!.toLowerCase()) &&
    pair.every(w => /^\p{Lu}\p{Ll}+$/u.test(w) && slotsOf(w.toLowerCase()).length === 0)
  )
    shown.set(pair.join(' ').toLowerCase(), 'brand');
};

const isAdjective = (word: string): boolean =>
  (speechOf(word) & (speech.adjective | speech.participle)) !== 0 && (speechOf(word) & speech.noun) === 0;

/** "Bellroy in teal, caramel or cobalt": beside a colour the others are colours too. */
const addList = (
  shown: Map<string, WishSlot>,
  members: readonly string[],
  slotsOf: (words: string) => readonly WishSlot[],
): void => {
  const sides = members.map(m =>
    m
      .toLowerCase()
      .replace(/^.*\b(?:in|have|prefer|like|comes in|of|with|is|as|want|maybe|then|about)\b /, '')
      .replace(/^(?:an?|the|also|some) /, '')
      .replace(/[.!?]+$/, '')
      .trim(),
  );
  if (sides.length < 2) return;
  const colours = sides.filter(s => slotsOf(s)[0] === 'color' || slotsOf(s.split(' ').at(-1) ?? '')[0] === 'color');
  if (colours.length === 0 || colours.length * 4 < sides.length) return;
  for (const side of sides) if (/^[a-z]+(?:[ -][a-z]+)?$/.test(side)) shown.set(side, 'color');
};
