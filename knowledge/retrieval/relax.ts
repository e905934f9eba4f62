/** Which wishes of a search are given up, where nothing meets them all. */
import type { Product } from '../domain/product.ts';
import type { FactSlot } from '../domain/shopper.ts';

export interface Filter {
  /** As named in `relaxed`. */
  readonly key: string;
  /** Higher is kept longer; from `always` on it is never dropped. */
  readonly importance: number;
  passes(product: Product, document: number): boolean;
}

export const always = 98;

/** Dropped from the front: what for and for whom first, what kind of thing it is last. */
type Wish = FactSlot | 'around' | 'told' | 'text' | 'budget-min';
const leastImportantFirst: readonly Wish[] = [
  'occasion',
  'recipient',
  'around',
  'brand',
  'material',
  'told',
  'feature',
  'text',
  'colour',
  'size',
  'budget-min',
  'product',
];

/** What is not on the list is dropped before all of it. */
export const importanceOf = (what: Wish): number => leastImportantFirst.indexOf(what);

/** Whom it is for and what for steer the choice; everything else says what the thing is. */
const steering: ReadonlySet<string> = new Set<Wish>(['occasion', 'recipient', 'around', 'told']);
export const tellsOfThing = (key: string): boolean => !steering.has(key.split(':')[0]!);
export const tellsOfKind = (key: string): boolean => key.startsWith('product:');

export interface Relaxed {
  readonly kept: readonly number[];
  /** Keys of the filters dropped. */
  readonly relaxed: string[];
}

/** Drops as few filters as find something: any single one first, the least important tried first, then more and more. */
export const relax = (
  candidates: readonly number[],
  soft: readonly Filter[],
  products: readonly Product[],
): Relaxed => {
  const passing = (filters: readonly Filter[]): number[] =>
    candidates.filter(d => filters.every(f => f.passes(products[d]!, d)));
  const all = passing(soft);
  if (all.length > 0 || candidates.length === 0) return { kept: all, relaxed: [] };
  const byImportance = soft.filter(f => f.importance < always).sort((a, b) => a.importance - b.importance);
  const must = soft.filter(f => f.importance >= always);
  for (const dropped of byImportance) {
    const kept = passing(soft.filter(f => f !== dropped));
    if (kept.length > 0) return { kept, relaxed: [dropped.key] };
  }
  for (let n = 2; n <= byImportance.length; n++) {
    const kept = passing([...must, ...byImportance.slice(n)]);
    if (kept.length > 0) return { kept, relaxed: byImportance.slice(0, n).map(f => f.key) };
  }
  return { kept: [], relaxed: [] };
};
