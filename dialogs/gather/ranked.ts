/** In which order products are shown: as they fit the words and the shopper, by price, or by the day they came. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Dimension } from '../../knowledge/retrieval/goods/measures.ts';
import type { Recommendation } from '../../models/types.ts';
import { sizeMeasured } from '../understand/pointing/size-order.ts';

export interface Ranked {
  readonly product: ProductId;
  readonly score: number;
  /** How well it fits the words of a search, 0 or more; absent: nothing was searched for. */
  readonly words?: number;
  /** As the models ranked it; absent: they did not. */
  readonly ranked?: Recommendation | undefined;
}

export const byPrice = (products: readonly Product[], first: 'least' | 'most'): Ranked[] =>
  products
    .toSorted((a, b) => (first === 'least' ? 1 : -1) * (a.price.minor - b.price.minor) || (a.id < b.id ? -1 : 1))
    .map((p, place) => ({ product: p.id, score: 1 / (1 + place) }));

/** So many times the price of the cheapest is dear of any kind. */
const dear = 3;
/** "Nothing too pricey": without what costs several times as much as others of it. */
export const withoutDear = (products: readonly Product[]): readonly Product[] => {
  const least = Math.min(...products.map(p => p.price.minor));
  return products.filter(p => p.price.minor < least * dear);
};

/** By the day they came to the shop; what can't be shown is left out. */
export const newestFirst = (products: readonly Product[], exclude: ReadonlySet<ProductId>): Ranked[] =>
  products
    .filter(p => isSellable(p) && !exclude.has(p.id))
    .sort((a, b) => b.addedAt.getTime() - a.addedAt.getTime() || (a.id < b.id ? -1 : 1))
    .map((p, place) => ({ product: p.id, score: 1 / (1 + place) }));

/** Those of which so many are in stock, where there are any: four alike are not made of the last one. */
export const withEnough = (
  ranked: readonly Ranked[],
  wanted: number | undefined,
  { byId }: { readonly byId: ReadonlyMap<ProductId, Product> },
): readonly Ranked[] => {
  if (wanted === undefined) return ranked;
  const enough = ranked.filter(one => (byId.get(one.product)?.stock ?? wanted) >= wanted);
  return enough.length > 0 ? enough : ranked;
};

/** Reciprocal rank fusion (Cormack, Clarke, Buettcher 2009): words lead, taste decides among close matches. */
export const fuse = (
  hits: readonly { product: { id: ProductId }; score: number }[],
  ranked: readonly Recommendation[],
): Ranked[] => {
  const place = new Map(ranked.map((one, rank) => [one.product, { rank, one }]));
  return hits
    .map((hit, i) => {
      const taste = place.get(hit.product.id);
      const score = 1 / (10 + i) + (taste ? 0.6 / (10 + taste.rank) : 0);
      return { product: hit.product.id, score, words: hit.score, ranked: taste?.one };
    })
    .sort((a, b) => b.score - a.score);
};

/** By how much there is of each, from this end; what tells no size comes last. */
export const bySizeTold = (products: readonly Product[], first: 'least' | 'most', by?: Dimension): Ranked[] => {
  const sized = products.flatMap(product => {
    const size = sizeMeasured(product, by);
    return size ? [{ product, ...size }] : [];
  });
  const shares = new Map<string, number>();
  for (const { of } of sized) shares.set(of, (shares.get(of) ?? 0) + 1);
  const most = [...shares].sort((a, b) => b[1] - a[1])[0]?.[0];
  const known = sized
    .filter(one => one.of === most)
    .sort((a, b) => (first === 'most' ? b.amount - a.amount : a.amount - b.amount))
    .map(one => one.product);
  return [...known, ...products.filter(one => !known.includes(one))].map(({ id }) => ({ product: id, score: 0 }));
};
