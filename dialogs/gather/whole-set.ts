/** Of several kinds that one price is told for: one of each, so many of them as come to no more than that together. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { IndexSet } from '../indexes.ts';
import type { DialogServices } from '../services.ts';
import type { FoundProduct, SearchScope, TurnFacts } from '../turn-facts.ts';
import type { KindCount } from '../understand/wishes/shared-budget.ts';
import { withColours } from './one-of-each.ts';

interface WholeSet {
  readonly chosen: readonly Product[];
  /** The cheapest of each kind for which too little is left. */
  readonly left: readonly Product[];
}

type Counts = readonly KindCount[];

/** "Two flasks and a mug": so many of it. */
const countOf = (product: Product, counts: Counts): number =>
  counts.find(({ slot, kind }) => matches(product, { slot, value: kind, polarity: 'like' }))?.count ?? 1;
const sumOf = (products: readonly Product[], counts: Counts): number =>
  products.reduce((sum, product) => sum + product.price.minor * countOf(product, counts), 0);
const cheapestOf = (products: readonly Product[]): Product | undefined =>
  products.length === 0 ? undefined : products.reduce((least, p) => (p.price.minor < least.price.minor ? p : least));

/** `hits`: what fits, best first; undefined: fewer than two kinds are looked for. */
const wholeSetOf = (
  hits: readonly Product[],
  preferences: readonly StatedPreference[],
  max: number,
  products: readonly Product[],
  counts: Counts,
): WholeSet | undefined => {
  const likes = preferences.filter(p => p.polarity === 'like');
  const sorts = likes.filter(p => p.slot === 'product');
  // "Shoes and a backpack": a shelf of which no sort is named is a kind by itself.
  const shelves = likes.filter(
    p => p.slot === 'category' && !products.some(one => matches(one, p) && sorts.some(sort => matches(one, sort))),
  );
  const kinds = [...sorts, ...shelves];
  if (kinds.length < 2) return undefined;
  const ofKind = (list: readonly Product[], kind: StatedPreference): readonly Product[] =>
    list.filter(p => isSellable(p) && matches(p, kind));
  const best = [...new Set(kinds.flatMap(kind => ofKind(hits, kind)[0] ?? []))];
  const least = [...new Set(kinds.flatMap(kind => cheapestOf(ofKind(hits, kind)) ?? []))];
  const chosen = sumOf(best, counts) <= max ? best : [...least].sort((a, b) => a.price.minor - b.price.minor);
  while (chosen.length > 1 && sumOf(chosen, counts) > max) chosen.pop();
  const isBeside = (kind: StatedPreference): boolean => chosen.some(p => matches(p, kind));
  // A kind of which nothing fits, and for which there would be money, is no matter of the price.
  const lacks = kinds.some(kind => !isBeside(kind) && ofKind(hits, kind).length === 0);
  if (lacks) return undefined;
  const left = kinds.flatMap(kind => (isBeside(kind) ? [] : (cheapestOf(ofKind(products, kind)) ?? [])));
  return chosen.length > 0 && sumOf(chosen, counts) <= max ? { chosen, left: [...new Set(left)] } : undefined;
};

/** "That one plus a mug, under 170 for both": with the one that is had in mind the best of what is left room for. */
const setBeside = (hits: readonly Product[], beside: Product, max: number): WholeSet | undefined => {
  const other = hits.find(p => p.id !== beside.id && isSellable(p) && p.price.minor + beside.price.minor <= max);
  return other && isSellable(beside) ? { chosen: [beside, other], left: [] } : undefined;
};

/** The same as it can be had now, with the colours each comes in; `beside`: of two, this is the one; `counts`: so many of each kind. */
export const wholeSet = async (
  hits: readonly { readonly product: Product }[],
  max: number,
  scope: SearchScope,
  exclude: ReadonlySet<ProductId>,
  indexes: IndexSet,
  services: DialogServices,
  { beside, counts }: { readonly beside: ProductId | undefined; readonly counts: Counts },
): Promise<(Pick<TurnFacts, 'wholeSet'> & { readonly found: readonly FoundProduct[] }) | undefined> => {
  const products = hits.map(hit => hit.product);
  const one = beside === undefined ? undefined : indexes.view.byId.get(beside);
  const set = one
    ? setBeside(products, one, max)
    : wholeSetOf(products, scope.preferences, max, indexes.view.products, counts);
  if (!set) return undefined;
  const live = await services.stores.products.many(set.chosen.map(p => p.id));
  const found = set.chosen.flatMap(one => live.find(p => p.id === one.id && isSellable(p)) ?? []);
  const shown = found.map(product => ({ product, score: 1 }));
  return {
    found: withColours(shown, scope, exclude, indexes),
    wholeSet: {
      total: sumOf(found, counts),
      within: max,
      left: set.left,
      ...(counts.length > 0 ? { pieces: found.map(product => countOf(product, counts)) } : {}),
    },
  };
};
