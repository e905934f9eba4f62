/** A catalogue's own words in a clause: its categories, brands, attribute values and sizes, by their canonical names. Takes folded text. */
import type { Mention, Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { sizesIn } from '../text/sizes.ts';
import type { CatalogueWord, Draft } from './fact.ts';
import { slotOf } from './wish-slots.ts';

/** The shoe in "my shoe size" is no wish for shoes. */
const ofSize = /^(?: sizes?\b|码)/u;

/** "Smells like wood or smoke", 木质香: a scent, and nothing that goods are made of. */
const smellsOf =
  /\b(?:smell|smells|smelling|scent|scents|notes?) (?:[a-z]+ )?(?:like|of) (?:(?!but\b|in\b|made\b)[a-z]+ ){0,4}$/;
const isScent = ({ meanings, end, start }: Mention, folded: string): boolean =>
  meanings.every(m => m.slot === 'material') &&
  (smellsOf.test(folded.slice(0, start)) ||
    /^(?:的?(?:香味|香气|香调|香型|味道|味儿?|香(?!包|皂|薰|囊))|调)/u.test(folded.slice(end)));

export const catalogueWordsIn = (folded: string, vocabulary: Vocabulary): CatalogueWord[] => {
  const sizes = sizesIn(folded);
  const mentions = vocabulary
    .mentions(folded)
    .filter(
      m =>
        !isScent(m, folded) &&
        !ofSize.test(folded.slice(m.end)) &&
        !sizes.some(s => m.start < s.end && s.start < m.end),
    );
  const words: CatalogueWord[] = sizes.map(({ value, start, end }) => ({
    meanings: [{ slot: 'size', value }],
    start,
    end,
  }));
  return [...words, ...compounds(mentions, folded)].sort((a, b) => a.start - b.start);
};

/** As a draft of its own, for a word that no rule of reading took up. */
export const draftOf = ({ meanings, start, end }: CatalogueWord): Draft => ({
  slot: slotOf[meanings[0]!.slot],
  start,
  end,
});

/** 茶叶礼盒, "coffee gifts": what it is comes before how it is given. */
const isGiven = ({ meanings, surface }: Mention): boolean =>
  meanings.some(m => m.slot === 'category' && /gift/.test(m.value)) &&
  /^(?:gifts?|presents?|礼[盒品物])$/.test(surface);
const isGoods = ({ meanings }: Mention): boolean => meanings.some(m => m.slot === 'category' || m.slot === 'product');

/** 鞋子衣服: a name that describes nothing is one of a list. */
const wholeName = /^\p{Script=Han}(?:子|服)$/u;

/** Of two things side by side the last is the thing: a coffee mug is a mug, 咖啡杯 too. */
const compounds = (mentions: readonly Mention[], folded: string): CatalogueWord[] =>
  mentions.flatMap((mention, i) => {
    const [before, next] = [mentions[i - 1], mentions[i + 1]];
    if (isGiven(mention) && before && isGoods(before) && /^[ -]?$/.test(folded.slice(before.end, mention.start)))
      return [];
    const head = mention.meanings[0]!;
    const adjacent = next && /^[ -]?$/.test(folded.slice(mention.end, next.start));
    const nextHead = next?.meanings.find(m => m.slot === 'category');
    const isListed = wholeName.test(mention.surface) && folded.slice(mention.end, next?.start) === '';
    if (
      head.slot !== 'category' ||
      !adjacent ||
      isListed ||
      isGiven(next) ||
      !nextHead ||
      nextHead.value === head.value
    )
      return [mention];
    const rest = mention.meanings.filter(m => m.slot === 'feature' || m.slot === 'colour');
    return rest.length > 0 ? [{ ...mention, meanings: rest }] : [];
  });
