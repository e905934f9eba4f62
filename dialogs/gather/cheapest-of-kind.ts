/** Of each kind that is held against another by its price the cheapest, as a search for that alone would show it first. */
import type { Product } from '../../knowledge/domain/product.ts';
import { emptyMemory } from '../memory.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { Attempt } from './attempts.ts';
import type { Records } from './records.ts';
import { findSought, whatIsSought } from './sought.ts';

/** In the order of the two that are compared; undefined: that one is a thing that was named, or none of its kind can be had. */
export const cheapestOfKinds = (
  turn: Turn,
  { comparedBy, ...understanding }: Understanding,
  records: Records,
  services: DialogServices,
  attempt: Attempt,
): Promise<readonly (Product | undefined)[]> =>
  Promise.all(
    (comparedBy?.kinds ?? []).map(async kind => {
      if (!kind) return undefined;
      const { words, preferences, called } = kind;
      const asked: Understanding = {
        ...understanding,
        intent: 'product-search',
        entities: { products: called },
        preferences,
        goods: [words],
        query: words,
        said: words,
        byPrice: 'least',
      };
      const alone = { ...turn, text: words };
      const sought = whatIsSought(alone, asked, emptyMemory, null, services.indexes.current());
      const { found, relaxed } = await findSought(
        { turn: alone, memory: emptyMemory, focus: null },
        sought,
        records,
        services,
        attempt,
      );
      return relaxed.length === 0 ? found[0]?.product : undefined;
    }),
  );
