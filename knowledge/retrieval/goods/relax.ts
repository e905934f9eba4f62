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
type Wish = FactSlot | 'around' | 'told' | 'measure' | 'text' | 'budget-min' | 'must';
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
  'must',
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
  /** What comes near in another way; absent: nothing does. */
  readonly instead?: Instead;
}

/** What meets a wish that was given up, and misses another in its place. */
export interface Instead {
  readonly kept: readonly number[];
  /** Keys of what was given up and these do meet, and of what they miss in its place. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Wishes one of which may do for another; a size that does not fit is of no use, and another kind is another thing. */
const tradeable: ReadonlySet<string> = new Set<Wish>(['brand', 'material', 'colour', 'feature']);
const isTradeable = ({ key }: Filter): boolean => tradeable.has(key.split(':')[0]!);
/** A wish that steers the choice, or was told in plain words, may be missed beside it. */
const mayMiss = (f: Filter): boolean => isTradeable(f) || !tellsOfThing(f.key);
/** Times the cost of what was given up: what is much further off comes near in no way. */
const asNear = 4;

/** What giving up a wish costs: a kind of thing more than all the rest together, then what must be met, and a matter of the thing more than several of taste. */
const costOf = ({ key, importance }: Filter): number => {
  if (tellsOfKind(key)) return 1_000_000;
  return importance === importanceOf('must') ? 20_000 : 1.6 ** Math.max(0, importance + 1);
};

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
  const instead = insteadOf(candidates, missing, dropped, least);
  return { kept, relaxed: kept.length > 0 ? dropped.map(f => f.key) : [], ...(instead ? { instead } : {}) };
};

/** `missing`: for each candidate what it misses; null: what it must have. */
const insteadOf = (
  candidates: readonly number[],
  missing: readonly (readonly Filter[] | null)[],
  dropped: readonly Filter[],
  least: number,
): Instead | undefined => {
  const givenUp = dropped.filter(isTradeable);
  if (givenUp.length === 0) return undefined;
  const isTrade = (missed: readonly Filter[] | null): missed is readonly Filter[] =>
    missed?.every(mayMiss) === true &&
    givenUp.some(f => !missed.includes(f)) &&
    missed.some(f => isTradeable(f) && !dropped.includes(f));
  const costs = missing.map(missed =>
    isTrade(missed) ? missed.reduce((sum, f) => sum + costOf(f), 0) : Number.POSITIVE_INFINITY,
  );
  const best = costs.reduce((min, cost) => Math.min(min, cost), least * asNear);
  const missed = missing[costs.indexOf(best)];
  if (!missed) return undefined;
  return {
    kept: candidates.filter((_, i) => isTrade(missing[i]!) && missing[i].every(f => missed.includes(f))),
    gained: givenUp.filter(f => !missed.includes(f)).map(f => f.key),
    lost: missed.filter(f => isTradeable(f) && !dropped.includes(f)).map(f => f.key),
  };
};
