import type { ProductId } from '../domain/ids.ts';
import type { Told } from '../domain/preference.ts';
import type { Product } from '../domain/product.ts';
import type { FactSlot, ProfileFact } from '../domain/shopper.ts';
import { matches } from '../retrieval/goods/product-match.ts';
import { fold } from '../retrieval/text/fold.ts';
import { isOfAround, lowPrices, parseBudget } from './budget.ts';
import { saysWords } from './own-words.ts';

export interface Wishes {
  /** Multiplies a recommender's scores: 1 is neutral, above it wished for; with the facts behind it, what counted most first. */
  readonly boost: ReadonlyMap<ProductId, { readonly factor: number; readonly told: readonly Told[] }>;
  /** What the shopper said they don't want. */
  readonly exclude: ReadonlySet<ProductId>;
}

/** How much one fulfilled wish multiplies a score, before confidence. */
const strength: Readonly<Partial<Record<FactSlot, number>>> = {
  category: 1.6,
  brand: 1.5,
  colour: 1.4,
  feature: 1.4,
  material: 1.3,
  product: 1.5,
  occasion: 1.25,
  size: 1.1,
  genre: 1.4,
  author: 1.5,
  style: 1.2,
  quality: 1.15,
  audience: 1.2,
};
/** A product above a budget that still holds is ranked down, not hidden: budgets are said for one search. */
const overBudget = 0.4;
/** For one in the cheaper half of its category, of a shopper who would rather not spend much. */
const lowPriced = 1.3;
const strongest = 4;

/** What counts of a fact, or of what is said in this turn. */
export type Wish = Pick<ProfileFact, 'slot' | 'value' | 'polarity' | 'forWhom' | 'confidence' | 'supersededBy'>;

/** The price in the middle of each category and currency, in minor units. */
const middlePrices = (products: readonly Product[]): ReadonlyMap<string, number> => {
  const prices = new Map<string, number[]>();
  for (const p of products) {
    const shelf = prices.get(shelfOf(p));
    if (shelf) shelf.push(p.price.minor);
    else prices.set(shelfOf(p), [p.price.minor]);
  }
  return new Map([...prices].map(([shelf, list]) => [shelf, list.sort((a, b) => a - b)[list.length >> 1]!]));
};
const shelfOf = ({ category, price }: Product): string => `${category} ${price.currency}`;

/** Of a folded phrase, by the number of the product; false: no text of it has all the words. */
type MayMention = (phrase: string) => (product: number) => boolean;
const mayMentionAny: MayMention = () => () => true;

/**
 * Stated facts about the shopper's own taste, joined with the catalogue. Facts for somebody else are never used here.
 * `mayMention`: of these products in this order, so that not all their texts need be read.
 */
export const wishes = (
  facts: readonly Wish[],
  products: readonly Product[],
  mayMention: MayMention = mayMentionAny,
): Wishes => {
  const own = facts.filter(f => f.forWhom === 'self' && !f.supersededBy);
  const likes = own.filter(f => f.polarity === 'like' && strength[f.slot] !== undefined);
  const dislikes = own.filter(f => f.polarity === 'dislike' && f.slot !== 'budget');
  const budgets = own.flatMap(f => {
    const budget = f.slot === 'budget' && f.polarity === 'like' ? parseBudget(f.value) : null;
    return budget?.bound === 'max' ? [{ fact: f, budget }] : [];
  });
  const low = own.find(f => f.slot === 'budget' && f.value === lowPrices);
  const middle = low ? middlePrices(products) : undefined;
  const boost = new Map<ProductId, { factor: number; told: readonly Told[] }>();
  const exclude = new Set<ProductId>();
  if (own.length === 0) return { boost, exclude };
  const mentioning = new Map([...likes, ...dislikes].map(f => [f, mayMention(fold(f.value))]));
  /** A wish in the shopper's own words is looked for in what the shop says of the product. */
  const fits = (product: Product, fact: Wish, p: number): boolean =>
    matches(product, fact) || (mentioning.get(fact)!(p) && saysWords(product, fact));
  for (const [p, product] of products.entries()) {
    if (dislikes.some(f => fits(product, f, p))) {
      exclude.add(product.id);
      continue;
    }
    let factor = 1;
    const met: { gain: number; fact: Wish }[] = [];
    for (const fact of likes) {
      // What comes in no sizes matches any size, which is no reason to prefer it.
      if (fact.slot === 'size' && !product.attributes.size?.includes(fact.value)) continue;
      if (!fits(product, fact, p)) continue;
      const gain = 1 + (strength[fact.slot]! - 1) * fact.confidence;
      factor *= gain;
      met.push({ gain, fact });
    }
    if (low && product.price.minor < middle!.get(shelfOf(product))!) {
      factor *= lowPriced;
      met.push({ gain: lowPriced, fact: low });
    }
    for (const { fact, budget } of budgets) {
      if (budget.currency !== product.price.currency) continue;
      if (product.price.minor > budget.minor) factor *= overBudget;
      // Within what was said to be spent: no reason of its own to want it, but one more that holds. Nobody said the end of an "around".
      else if (met.length > 0 && !isOfAround(fact.value, own)) met.push({ gain: 1, fact });
    }
    if (factor === 1) continue;
    met.sort((a, b) => b.gain - a.gain);
    boost.set(product.id, {
      factor: Math.min(strongest, factor),
      told: met.map(({ fact: { slot, value } }) => ({ slot, value })),
    });
  }
  return { boost, exclude };
};
