/** The goods that a wish is of which names none: "something for my wrinkles" is of the skincare, 有什么抗冻的 of the jackets. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { createWishVocabulary, type WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { plainWordsIn } from '../../../knowledge/retrieval/goods/plain-words.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import type { ConversationMemory } from '../../memory.ts';
import { asksForThings, type Need } from './needs.ts';
import { kinds } from './wished.ts';

const anyThing =
  /\b(?:something|anything|some ?thing|any ?thing|sth|smth|stuff(?! (?:in|into|it|them|this|away|inside)\b))\b/;

/** "Anything bigger, he's a big lad", 有没有大一点的: of what is looked for, by how those shown are. */
const ofThose =
  /\b(?:something|anything|one|ones) (?:a (?:bit|little) |much |even )?(?:more [a-z]+|less [a-z]+|bigger|larger|smaller|longer|shorter|wider|narrower|looser|tighter|thicker|thinner|lighter|heavier|warmer|cooler|softer)\b|(?:再|更|稍微?)(?:\p{Script=Han}{1,2})的|(?:大|小|长|短|宽|窄|厚|薄|轻|暖)(?:一?[点些]|码)的/u;

let general: WishVocabulary | undefined;
const namesThing = (folded: string): boolean => {
  general ??= createWishVocabulary();
  return general.named(tokensOf(folded)).some(({ slots }) => slots[0] === 'product_type');
};

/** Takes folded text; undefined: goods are named, none are asked for, or it narrows what is looked for. */
export const goodsMeant = (
  folded: string,
  { search = [] }: Pick<ConversationMemory, 'search'>,
  { vocabulary, view }: { readonly vocabulary: Vocabulary; readonly view: Pick<CatalogueView, 'products'> },
): Need | undefined => {
  if (!asksForThings(folded)) return undefined;
  const names = (mentions: ReturnType<Vocabulary['mentions']>): boolean =>
    mentions.some(m => m.meanings.some(one => one.slot === 'category' || one.slot === 'product'));
  const mentions = vocabulary.mentions(folded);
  if (names(mentions)) return undefined;
  const language = hasHan(folded) ? 'zh' : 'en';
  const standing = search.filter(p => p.polarity === 'like' && kinds.has(p.slot));
  if (standing.length > 0 && ofThose.test(folded)) return undefined;
  for (const { word, quote, isDenied, start, end } of plainWordsIn(folded)) {
    const name = word.about?.[language];
    // What the catalogue has a word for (camping) is of any goods that have it.
    const isOwnWord = mentions.some(m => m.start < end && m.end > start);
    if (name === undefined || isDenied || isOwnWord || !names(vocabulary.mentions(name))) continue;
    const isNarrowed = view.products.some(p => word.shows(p) && standing.some(one => matches(p, one)));
    if (isNarrowed) continue;
    // "A rice cooker for one person" is of no other goods, whether it is sold or not.
    if (!anyThing.test(folded) && namesThing(`${folded.slice(0, start)} ; ${folded.slice(end)}`)) return undefined;
    const text = anyThing.test(folded)
      ? folded.replace(anyThing, name)
      : language === 'zh'
        ? `${folded} ${name}`
        : `${name} ${folded}`;
    return { text, name, quote, isSold: true };
  }
  return undefined;
};
