/** What is told of goods in plain words: "soft on the knees", 颜色亮点的, "she's into drawing". */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import {
  allPlainWordsIn,
  eachOnce,
  type PlainMention,
  type PlainWord,
} from '../../../knowledge/retrieval/goods/plain-words.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { ConversationMemory } from '../../memory.ts';
import { askedFor } from './asked-for.ts';
import type { Taste } from './preferences.ts';
import { kinds, recipientOf } from './wished.ts';

interface ToldOf {
  readonly taste: Taste;
  readonly memory: ConversationMemory;
  readonly view: CatalogueView;
  readonly vocabulary: Pick<Vocabulary, 'mentions'>;
}

/** Wishes in the shopper's own words, where any of the goods that they are told of shows it, or has the contrary. Takes folded text. */
export const toldPlainly = (folded: string, { taste, memory, view, vocabulary }: ToldOf): StatedPreference[] => {
  const now = taste.preferences.filter(p => p.polarity === 'like');
  const standing = [...(memory.search ?? []), ...now].filter(p => p.polarity === 'like');
  const isForSomebody = standing.some(p => p.slot === 'recipient');
  // Tea for her, and then "something for the gardening part".
  const isApart = isForSomebody && memory.goods === undefined && askedFor(folded)?.what !== undefined;
  const named = now.some(p => kinds.has(p.slot))
    ? now.filter(p => kinds.has(p.slot))
    : standing.filter(p => kinds.has(p.slot) && !isApart);
  // "I run 5k, knees a bit dodgy, size 39": what comes in that size is meant.
  const sized = named.length === 0 && !isForSomebody ? now.filter(p => p.slot === 'size') : [];
  const goods = [...named, ...sized];
  if (goods.length === 0 && !isForSomebody) return [];
  // After what costs nothing: most messages speak of no goods.
  const found = allPlainWordsIn(folded);
  const mentions = found.length > 0 ? vocabulary.mentions(folded) : [];
  // "Fragrance-free" is a name of the catalogue's, and says nothing of fragrance; what it has the very word for needs no
  // other, unless some of what is called so is the contrary: drip bags are no coffee beans.
  const isNamed = ({ word, quote }: PlainMention): boolean =>
    mentions.some(({ surface, meanings }) => {
      const isOfKind = word.hasContrary && meanings.every(({ slot }) => kinds.has(slot));
      return surface.includes(quote) && (surface.length > quote.length || (word.isPhrase && !isOfKind));
    });
  const isMeant = (p: Product): boolean =>
    goods.length === 0 ||
    goods.some(one => (one.slot === 'size' ? p.attributes.size?.includes(one.value) : matches(p, one)));
  const isOfGoods = (word: PlainWord): boolean =>
    view.products.some(p => (word.shows(p) || word.contradicts(p)) && isMeant(p));
  const forWhom = taste.forWhom === 'self' ? recipientOf(memory) : taste.forWhom;
  return eachOnce(found.filter(one => !isNamed(one))).flatMap(({ word, quote, isDenied }): StatedPreference[] =>
    // Likings are of people: whoever draws is given a notebook, but no jacket is for drawing.
    (word.kind !== 'quality' && !isForSomebody) ||
    // Of no goods that are named: what is durable of shoes is no present.
    (word.about !== undefined && goods.length === 0) ||
    !isOfGoods(word)
      ? []
      : [
          {
            slot: 'feature',
            value: quote,
            polarity: isDenied ? 'dislike' : 'like',
            forWhom,
            quote: folded.slice(0, 120),
            confidence: 0.7,
          },
        ],
  );
};

/** What was read otherwise of the same words is said already. */
export const withoutPlain = (
  told: readonly StatedPreference[],
  plain: readonly StatedPreference[],
): readonly StatedPreference[] =>
  told.filter(one => !plain.some(({ value }) => value.includes(one.value) || one.value.includes(value)));

const leads =
  /^(?:(?:and|so|ok|okay|but|hmm|then|oh|well|hi)[, ]+)*(?:what about|how about|what|which|do you have|have you got|got|is there|are there|can i (?:get|have|see)|could i (?:get|have|see))\b(?: (?:one|ones|of (?:them|these|those|your [a-z]+)|is|are|isn't|aren't|do you have))*|[?？。!！]+|有没有|(?:有|没)?[吗么嘛呢没][?？。!！ ]*$|哪[个款种](?:是|比较|更)?/gu;

/** A question for others of the list as what it asks them to be: "what about something brighter?", 有没有轻一点的. */
export const asTold = (folded: string): string => folded.replace(leads, ' ').trim();
