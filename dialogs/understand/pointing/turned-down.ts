/** Goods of the list that are turned down by a word of their name: 不要鹅颈的, "not the night market". */
import { plainWordFor } from '../../../knowledge/retrieval/goods/plain-words.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { SaidFact } from '../said/fact.ts';

/** What goods are, and not what they cost or for whom they are. */
const ofGoods: ReadonlySet<SaidFact['slot']> = new Set(['feature', 'style', 'product_type', 'other']);
const leadsIn = /^(?:(?:that'?s|it'?s|this is|an?|the|that|those|these|another) )+|^(?:那|这)[个款种些]?/u;
const shortest = { han: 2, latin: 4 } as const;

/** Words a name may have. "Nothing plain" is a matter of taste, whatever is called so. */
export const wordsTurnedDown = (facts: readonly SaidFact[]): readonly string[] =>
  facts.flatMap(({ polarity, spoken, slot, value }) => {
    if (polarity !== -1 || !spoken || !ofGoods.has(slot)) return [];
    const word = fold(value)
      .replace(leadsIn, '')
      .replace(/的?[那这][个款种些双件条]?$|的$/u, '')
      .trim();
    const isLong = word.length >= (hasHan(word) ? shortest.han : shortest.latin);
    return isLong && plainWordFor(word, []) === undefined ? [word] : [];
  });
