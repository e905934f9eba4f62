/** Which wishes of a search are given up, where nothing meets them all. */
import type { Product } from '../../domain/product.ts';
import type { FactSlot } from '../../domain/shopper.ts';

export interface Filter {
  /** As named in `relaxed`. */
  readonly key: string;
  /** Higher is kept longer; from `always` on it is never dropped. */
  readonly importance: number;
  passes(product: Product, document: number): boolean;
}

export const always = 98;

/** Dropped from the front: what for and for whom first, what kind of thing it is last. */
type Wish = FactSlot | 'around' | 'told' | 'measure' | 'text' | 'budget-min';
const leastImportantFirst: readonly Wish[] = [
  'occasion',
  'recipient',
  'around',
  'told',
  'brand',
  'material',
  'colour',
  'measure',
  'feature',
  'text',
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

/** What giving up a wish costs: a kind of thing more than all the rest together, and a matter of the thing more than several of taste. */
const costOf = ({ key, importance }: Filter): number =>
  tellsOfKind(key) ? 1_000_000 : 1.6 ** Math.max(0, importance + 1);

/**
 * Drops what it costs least to drop, so that anything is found: for each candidate the wishes it doesn't meet are counted, and
 * those of the nearest are given up. The rest of what is dropped with them is met by whatever is kept.
 */
export const relax = (
  candidates: readonly number[],
  soft: readonly Filter[],
  products: readonly Product[],
): Relaxed => {
  const must = soft.filter(f => f.importance >= always);
  const may = soft.filter(f => f.importance < always).sort((a, b) => a.importance - b.importance);
  let least = Number.POSITIVE_INFINITY;
  let dropped: readonly Filter[] = [];
  const missing = candidates.map(d => {
    if (!must.every(f => f.passes(products[d]!, d))) return null;
    const missed = may.filter(f => !f.passes(products[d]!, d));
    const cost = missed.reduce((sum, f) => sum + costOf(f), 0);
    if (cost < least) [least, dropped] = [cost, missed];
    return missed;
  });
  const kept = candidates.filter((_, i) => missing[i]?.every(f => dropped.includes(f)) ?? false);
  return { kept, relaxed: kept.length > 0 ? dropped.map(f => f.key) : [] };
};
