import { historyOf } from '../data/interactions.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import type { Split } from '../data/splits.ts';
import { noHistory } from './blend/static-part.ts';
import type { RankingCase } from './cases.ts';

/** What a new shopper may be taken to have told: category and brand as they are, the price as one of four bands of equally many products. */
export const statable = ['category', 'brand', 'price'] as const;
export type Statable = (typeof statable)[number];

const priceBands = 4;

/**
 * Shoppers the training never saw, each ranked for with nothing known but `traits` of what they bought first, as if they had told them.
 * `known`: 1 for a product that can be ranked. A trait the first product lacks is not told; who bought nothing known has no case.
 */
export const statedCases = (
  { test }: Split,
  known: Uint8Array,
  items: ItemTraits,
  traits: readonly Statable[],
): RankingCase[] => {
  const codes = traits.map(trait => (trait === 'price' ? bandsOf(items.numbers.price!) : items.labels[trait]!.of));
  const cases: RankingCase[] = [];
  for (let s = 0; s + 1 < test.start.length; s++) {
    const bought = historyOf(test, s).items.filter(product => known[product] === 1);
    const [first] = bought;
    if (first === undefined) continue;
    const told = codes.filter(of => of[first]! >= 0);
    const fitting: number[] = [];
    if (told.length > 0)
      for (let product = 0; product < known.length; product++)
        if (known[product] === 1 && told.every(of => of[product] === of[first])) fitting.push(product);
    cases.push({
      shopper: s,
      history: { ...noHistory, fitting: Int32Array.from(fitting) },
      relevant: new Set(bought),
      firstEvents: 0,
      stated: traits.join(','),
    });
  }
  return cases;
};

const bandsOf = (price: Float32Array): Int32Array => {
  const sorted = price.filter(value => !Number.isNaN(value)).sort();
  const bounds = Array.from(
    { length: priceBands - 1 },
    (_, b) => sorted[Math.floor(((b + 1) * sorted.length) / priceBands)] ?? Number.POSITIVE_INFINITY,
  );
  return Int32Array.from(price, value => (Number.isNaN(value) ? -1 : bounds.filter(bound => value >= bound).length));
};
