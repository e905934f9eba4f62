/**
 * 要防水的, "waterproof ones please", of a list: how goods should be, and none of them is ordered for having the word in its name. A colour or
 * a size picks one out. Takes folded text.
 */
import type { Product } from '../../../knowledge/domain/product.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';

const wished = [
  /^(?:那|我|就|只|还是|[,，. ])*(?:要|想要|需要|最好是?|得)(?:是|能|可以|够)?(?:[装放背塞带]得?下?)?(\p{Script=Han}{2,6}?)的(?:吧|呗|哦)?[.! ]*$/u,
  /^(?:(?:ok|and|so|then)[, ]+)*(?:i(?:'d like| want| need) )?(?:some |any |only |just )?([a-z]+(?:[ -][a-z]+){0,2}) ones(?: please| pls)?[.! ]*$/,
];
/** 装电脑的 may be one word. */
const heldIn = /[装放背塞带]得?下?\p{Script=Han}{2,6}(?=的)/u;

type Meanings = ReturnType<Vocabulary['mentions']>[number]['meanings'];
const traits: ReadonlySet<Meanings[number]['slot']> = new Set(['feature', 'category', 'occasion']);

const traitIn = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): Meanings | undefined => {
  const [whole = '', said] = wished.flatMap(pattern => pattern.exec(folded) ?? []);
  if (said === undefined) return undefined;
  const held = heldIn.exec(whole)?.[0];
  for (const words of held === undefined ? [said] : [held, said]) {
    const [mention, ...more] = vocabulary.mentions(words);
    const isWhole = mention !== undefined && more.length === 0 && mention.start === 0 && mention.end === words.length;
    if (isWhole && mention.meanings.every(({ slot }) => traits.has(slot))) return mention.meanings;
  }
  return undefined;
};

export const wishesTrait = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): boolean =>
  traitIn(folded, vocabulary) !== undefined;

/** 要防晒的, of jackets: how they should be, and no sunscreen. Undefined: no such wish, or none that is also a shelf's name. */
export const traitOfShelf = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): string | undefined => {
  const trait = traitIn(folded, vocabulary);
  const shelf = trait?.find(one => one.slot === 'category')?.value;
  return trait?.some(one => one.slot === 'feature') ? shelf : undefined;
};

/** 我就要装电脑的, a flask being looked at: of what is there none is that, and nothing seen before is ordered by it. */
export const wishesOther = (
  folded: string,
  onTable: readonly Product[],
  vocabulary: Pick<Vocabulary, 'mentions'>,
): boolean => {
  const trait = traitIn(folded, vocabulary);
  return (
    trait !== undefined && !onTable.some(product => trait.some(one => matches(product, { ...one, polarity: 'like' })))
  );
};
