import type { Product } from '../domain/product.ts';
import { hashUnit, type Random } from '../domain/random.ts';
import type { Latent, Style } from './truth.ts';

/** What each way of life shops for: multipliers on categories, and on occasions and recipients of a product. */
const tastes: Readonly<Record<Style, { categories: Record<string, number>; words: Record<string, number> }>> = {
  runner: {
    categories: { 'running-shoes': 5, electronics: 1.4, jackets: 1.2, skincare: 0.6 },
    words: { running: 3, race: 2.5, marathon: 2, gym: 2, sweatproof: 2, spf: 1.5 },
  },
  hiker: {
    categories: { jackets: 3, bags: 2, 'running-shoes': 1.6, 'home-kitchen': 0.8 },
    words: { hiking: 3, trail: 3, camping: 2.5, travel: 1.4, waterproof: 1.6 },
  },
  commuter: {
    categories: { bags: 2.6, electronics: 2.6, jackets: 1.3, 'tea-coffee': 0.9 },
    words: { commute: 2.6, office: 2, rain: 1.6, 'noise-cancelling': 2, laptop: 2 },
  },
  host: {
    categories: { 'home-kitchen': 4, 'tea-coffee': 1.6, 'toys-gifts': 1.2 },
    words: { home: 2, housewarming: 2, party: 2, wedding: 1.5, 'dishwasher-safe': 1.4 },
  },
  parent: {
    categories: { 'toys-gifts': 4, skincare: 1.3, bags: 1.1, 'running-shoes': 0.8 },
    words: { kids: 4, school: 3, birthday: 1.5, newborn: 2 },
  },
  'tea-drinker': {
    categories: { 'tea-coffee': 4.5, 'home-kitchen': 1.8, skincare: 0.8 },
    words: { 'green-tea': 2, 'oolong-tea': 2.4, 'puer-tea': 2, 'herbal-tea': 1.6, festival: 1.5, coffee: 0.15 },
  },
  'coffee-drinker': {
    categories: { 'tea-coffee': 4.5, electronics: 1.4, 'home-kitchen': 1.3 },
    words: { coffee: 3, breakfast: 1.5, 'green-tea': 0.15, 'oolong-tea': 0.15, 'puer-tea': 0.15, camping: 1.2 },
  },
  minimalist: {
    categories: { skincare: 4, jackets: 1.2, bags: 1.3, 'home-kitchen': 1 },
    words: { 'fragrance-free': 2, 'sensitive-skin': 1.8, vegan: 2, daily: 1.5, 'plastic-free': 1.6 },
  },
};

/** Things people come back for. */
export const isConsumable = (product: Product): boolean =>
  product.category === 'tea-coffee' || product.category === 'skincare'
    ? !product.attributes.type?.includes('grinder')
    : false;

const designOf = (product: Product): string => product.id.split('-').slice(1, -1).join('-');

/** What tends to follow into the same basket, by the kind of thing. */
const goesWith: Readonly<Record<string, readonly string[]>> = {
  coffee: ['dripper', 'grinder', 'coffee', 'kettle', 'mug'],
  tea: ['gaiwan', 'teapot', 'tea', 'flask'],
  shoe: ['earbuds', 'watch', 'tube', 'backpack'],
  pan: ['apron', 'knife', 'pan', 'bowl'],
  jar: ['dropper', 'bottle', 'serum', 'tube'],
  bottle: ['jar', 'serum', 'sachet'],
  bear: ['puzzle', 'rabbit', 'giftbox', 'blocks'],
  puzzle: ['boardgame', 'bear', 'puzzle'],
  backpack: ['flask', 'powerbank', 'lunchbox', 'jacket'],
  jacket: ['backpack', 'shoe', 'flask'],
  headphones: ['powerbank', 'charger', 'speaker'],
};

/** One shopper's liking for every product, ready to draw from. */
export interface Wish {
  /** Running sums of the weights, in the products' order. */
  readonly sums: Float64Array;
}

/**
 * Liking = style × own whim for a brand and a colour × fit of the price × how well known the product is.
 * Whims are hashes, so that a shopper keeps them without any state.
 */
export const wishOf = (options: {
  readonly seed: number;
  readonly shopper: number;
  readonly latent: Latent;
  readonly products: readonly Product[];
  readonly fame: readonly number[];
  /** 0 the cheapest of its category, 1 the dearest, per product. */
  readonly priceRank: readonly number[];
}): Wish => {
  const { seed, shopper, latent, products } = options;
  const taste = tastes[latent.style];
  const whims = new Map<string, number>();
  const whim = (name: string, strength: number): number => {
    let value = whims.get(name);
    if (value === undefined) {
      value = Math.exp(strength * (hashUnit(`${seed}:${shopper}:${name}`) * 2 - 1));
      whims.set(name, value);
    }
    return value;
  };
  const sums = new Float64Array(products.length);
  let total = 0;
  products.forEach((product, i) => {
    let weight = options.fame[i]! * (taste.categories[product.category] ?? 0.45);
    for (const key of ['occasion', 'recipient', 'feature', 'material'] as const)
      for (const word of product.attributes[key] ?? []) weight *= (taste.words[word] ?? 1) ** 0.7;
    weight *= whim(`brand:${product.brand ?? ''}`, 1) * whim(`design:${designOf(product)}`, 0.9);
    for (const colour of product.attributes.colour ?? []) weight *= whim(`colour:${colour}`, 0.6);
    weight *= Math.exp(-2.2 * Math.abs(options.priceRank[i]! - latent.priceLevel));
    total += weight;
    sums[i] = total;
  });
  return { sums };
};

/** The index of a product drawn in proportion to liking. */
export const draw = (wish: Wish, random: Random): number => {
  const at = random() * wish.sums[wish.sums.length - 1]!;
  let low = 0;
  let high = wish.sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wish.sums[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Indices of products that go with each kind of thing. */
export const companions = (products: readonly Product[]): ReadonlyMap<string, readonly number[]> => {
  const of = (kinds: readonly string[]): number[] =>
    products.flatMap((p, i) => (p.attributes.type?.some(t => kinds.includes(t)) ? [i] : []));
  return new Map(Object.entries(goesWith).map(([kind, kinds]) => [kind, of(kinds)]));
};
