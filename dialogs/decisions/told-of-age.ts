/** "Sunscreen for a baby": of which age goods are, where the child they are looked for is younger, or older. */
import { listedForOther } from '../../knowledge/retrieval/goods/ages.ts';
import type { Understanding } from '../turn.ts';
import type { FoundProduct, TurnFacts } from '../turn-facts.ts';
import type { PageTold } from './page-tells.ts';

/** As their pages list it; empty: none of them is for others than that. */
export const toldOfAge = (
  found: readonly FoundProduct[],
  { said = '', language }: Pick<Understanding, 'said' | 'language'>,
  { search }: Pick<TurnFacts, 'search'>,
): PageTold[] => {
  const ageOf = listedForOther(said, search.preferences);
  return found.flatMap(({ product }) => {
    const age = ageOf(product, language);
    return age === undefined ? [] : [{ product, said: age }];
  });
};
