/** "Sunscreen for a baby": from which age on goods are, where the child they are looked for is younger. */
import { tooYoungFor } from '../../knowledge/retrieval/goods/ages.ts';
import type { Understanding } from '../turn.ts';
import type { FoundProduct, TurnFacts } from '../turn-facts.ts';
import type { PageTold } from './page-tells.ts';

/** As their pages list it; empty: none of them is for older ones. */
export const toldOfAge = (
  found: readonly FoundProduct[],
  { said = '', language }: Pick<Understanding, 'said' | 'language'>,
  { search }: Pick<TurnFacts, 'search'>,
): PageTold[] => {
  const tooYoung = tooYoungFor(said, search.preferences);
  return found.flatMap(({ product }) => {
    const age = tooYoung(product, language);
    return age === undefined ? [] : [{ product, said: age }];
  });
};
