/**
 * 凑单: what to add to a cart so that it reaches the next step of a deal, and whether that is worth it.
 *
 * A threshold is the next step of a 满减, a minimum spend or number of units, or the total from which the shop ships free;
 * those further away than `nearShare` of the goods are another purchase. For the nearest of them, the smallest additions
 * that reach it are tried (no unit of them can be left out), up to `mostUnits` units of the likeliest products, and priced
 * by the best combination of deals, so that every price named is the one at the checkout. With w(p) in 0..1, the part of its price that a product is worth to
 * somebody who did not come for it,
 *     extra(A) = total with A - total without          regret(A) = extra(A) - Σ w(p)·price(p) over A and the gifts gained
 * the plan is the addition of least regret; of equal ones the least extra, then the fewest units, then by product id.
 *
 * It is refused ('buying-less-is-cheaper') when extra > 0 and regret > 0: the shopper would pay more, and what it brings
 * is worth less to them than that. An addition that lowers the total is always worth it.
 */
import type { ProductId, PromotionId } from '../../../knowledge/domain/ids.ts';
import { type Money, money } from '../../../knowledge/domain/money.ts';
import { inStock, isSellable, type Product } from '../../../knowledge/domain/product.ts';
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { type Threshold, thresholdsOf } from './add-on-thresholds.ts';
import { type BasketLine, inScope } from './basket.ts';
import { bestCombination, type Combination, type CombineInput } from './combine.ts';
import { type Solved, solveDeals } from './combine-solve.ts';

/** How far away a threshold may be, as a share of the goods in the cart. */
export const nearShare = 0.6;
/** Thresholds a plan looks at, nearest first; products tried alone for each, and products tried together. */
const pools = { thresholds: 4, alone: 10, together: 6 } as const;

export interface AddOnInput extends CombineInput {
  /** The shop's products; those hidden or out of stock are not suggested. */
  readonly products: ReadonlyMap<ProductId, Product>;
  /** 0..1 per product, see the header; what is not in it, or at 0, is never suggested. */
  readonly wanting: ReadonlyMap<ProductId, number>;
  /** Never suggested: declined, owned, or not for this shopper. */
  readonly excluded?: ReadonlySet<ProductId>;
  /** Only this deal's threshold, or only that of free delivery; absent: any. */
  readonly target?: PromotionId | 'delivery';
  /** Units added at the most, 1 to 4; 3 unless given. */
  readonly mostUnits?: number;
}

export interface AddOnPlan {
  readonly kind: 'plan';
  readonly add: readonly { readonly product: ProductId; readonly quantity: number }[];
  /** Of the additions, at price. */
  readonly price: Money;
  /** The deals it reaches or takes a step further; 'delivery' for the shop's own free delivery. */
  readonly reaches: readonly (PromotionId | 'delivery')[];
  /** To pay before and after, delivery included, and the difference; below 0: the shopper pays less. */
  readonly before: Money;
  readonly after: Money;
  readonly extra: Money;
  /** The cart as it would then be. */
  readonly combination: Combination;
}

export interface NoAddOn {
  readonly kind: 'refused';
  readonly reason: 'nothing-near' | 'nothing-wanted' | 'buying-less-is-cheaper';
  /** What the best addition would have cost more. */
  readonly extra?: Money;
}

/** Scores of any scale as worth: the best one half of its price, the others in proportion. */
export const wantingFrom = (scores: ReadonlyMap<ProductId, number>): Map<ProductId, number> => {
  let most = 0;
  for (const score of scores.values()) most = Math.max(most, score);
  const worth = new Map<ProductId, number>();
  for (const [id, score] of scores) if (score > 0 && most > 0) worth.set(id, (0.5 * score) / most);
  return worth;
};

interface Addition {
  /** Sorted by id. */
  readonly units: readonly Product[];
  readonly solved: Solved;
  readonly extraMinor: number;
  readonly regret: number;
}

/** The addition the shopper gains most by, or why there is none. Pure. */
export const planAddOns = (input: AddOnInput): AddOnPlan | NoAddOn => {
  const base = solveDeals(input);
  const near = thresholdsOf(base)
    .filter(
      t =>
        (input.target === undefined || input.target === t.deal) &&
        t.gapMinor <= nearShare * base.basket.goodsMinor &&
        t.units <= (input.mostUnits ?? 3),
    )
    .sort((a, b) => a.gapMinor - b.gapMinor)
    .slice(0, pools.thresholds);
  if (near.length === 0) return { kind: 'refused', reason: 'nothing-near' };

  const search = new AdditionSearch(input, base);
  let isWanted = false;
  for (const threshold of near) isWanted = search.reach(threshold) || isWanted;
  const { best } = search;
  if (!best) return { kind: 'refused', reason: isWanted ? 'nothing-near' : 'nothing-wanted' };
  const { currency } = base.basket;
  const extra = money(best.extraMinor, currency);
  if (best.extraMinor > 0 && best.regret > 0) return { kind: 'refused', reason: 'buying-less-is-cheaper', extra };

  const combination = bestCombination({ ...input, lines: linesWith(input, best.units) });
  return {
    kind: 'plan',
    add: quantities(best.units).map(({ product, quantity }) => ({ product: product.id, quantity })),
    price: money(priceOf(best.units), currency),
    reaches: near.filter(t => t.isReached(best.solved)).map(t => t.deal),
    before: money(base.found.totalMinor, currency),
    after: combination.priced.total,
    extra,
    combination,
  };
};

const quantities = (units: readonly Product[]): BasketLine[] => {
  const lines = new Map<ProductId, BasketLine>();
  for (const product of units) {
    lines.set(product.id, { product, quantity: 1 + (lines.get(product.id)?.quantity ?? 0) });
  }
  return [...lines.values()];
};

const linesWith = (input: AddOnInput, units: readonly Product[]): BasketLine[] => [
  ...input.lines,
  ...quantities(units),
];
const priceOf = (units: readonly Product[]): number => units.reduce((sum, p) => sum + p.price.minor, 0);
const keyOf = (units: readonly Product[]): string => units.map(p => p.id).join(' ');

class AdditionSearch {
  readonly #input: AddOnInput;
  readonly #base: Solved;
  readonly #held: ReadonlyMap<ProductId, number>;
  readonly #priced = new Map<string, Addition>();
  best: Addition | null = null;

  constructor(input: AddOnInput, base: Solved) {
    this.#input = input;
    this.#base = base;
    this.#held = new Map(base.basket.lines.map(l => [l.product.id, l.quantity]));
  }

  /** Tries the additions for one threshold; false when nothing wanted could be one. */
  reach(threshold: Threshold): boolean {
    const wanted = this.#wanted(threshold.scope);
    const most = this.#input.mostUnits ?? 3;
    const byWorth = (a: Product, b: Product): number =>
      this.#worth(b) - this.#worth(a) || b.price.minor - a.price.minor || (a.id < b.id ? -1 : 1);
    const enough = wanted.filter(p => p.price.minor >= threshold.gapMinor).slice(0, pools.alone);
    const parts = wanted
      .filter(p => p.price.minor < threshold.gapMinor)
      .sort(byWorth)
      .slice(0, pools.together);
    // What reaches it by itself is not added to: only the smallest additions are plans.
    const pool = [...enough, ...parts]
      .filter(p => !this.#reaches([p], threshold))
      .sort(byWorth)
      .slice(0, pools.together)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    let grown: Product[][] = pool.map(p => [p]);
    for (let size = 2; size <= most; size++) {
      const next: Product[][] = [];
      for (const units of grown) {
        for (let i = pool.indexOf(units.at(-1) as Product); i < pool.length; i++) {
          const bigger = [...units, pool[i] as Product];
          if (!this.#isInStock(bigger) || this.#hasPartThatReaches(bigger, threshold)) continue;
          if (!this.#reaches(bigger, threshold)) next.push(bigger);
        }
      }
      grown = next;
    }
    return wanted.length > 0;
  }

  #wanted(scope: Scope | undefined): Product[] {
    const { wanting, products, excluded } = this.#input;
    const found: Product[] = [];
    for (const [id, worth] of wanting) {
      const product = products.get(id);
      if (!product || !(worth > 0) || excluded?.has(id)) continue;
      if (!isSellable(product) || product.price.minor <= 0) continue;
      if (product.price.currency !== this.#base.basket.currency || !inScope(product, scope)) continue;
      if (this.#isInStock([product])) found.push(product);
    }
    const regret = (p: Product): number => p.price.minor * (1 - this.#worth(p));
    return found.sort((a, b) => regret(a) - regret(b) || (a.id < b.id ? -1 : 1));
  }

  #worth(product: Product): number {
    return Math.min(1, Math.max(0, this.#input.wanting.get(product.id) ?? 0));
  }

  #isInStock(units: readonly Product[]): boolean {
    return quantities(units).every(({ product, quantity }) =>
      inStock(product, quantity + (this.#held.get(product.id) ?? 0)),
    );
  }

  #hasPartThatReaches(units: readonly Product[], threshold: Threshold): boolean {
    return units.some((_, i) => this.#reaches(units.toSpliced(i, 1), threshold));
  }

  #reaches(units: readonly Product[], threshold: Threshold): boolean {
    if (units.length < threshold.units || priceOf(units) < threshold.gapMinor) return false;
    const addition = this.#price(units);
    if (!threshold.isReached(addition.solved)) return false;
    if (!this.best || isBetter(addition, this.best)) this.best = addition;
    return true;
  }

  #price(units: readonly Product[]): Addition {
    const key = keyOf(units);
    const known = this.#priced.get(key);
    if (known) return known;
    const solved = solveDeals({ ...this.#input, lines: linesWith(this.#input, units) }, this.#base);
    const extraMinor = solved.found.totalMinor - this.#base.found.totalMinor;
    const gained = this.#giftWorth(solved) - this.#giftWorth(this.#base);
    const worth = units.reduce((sum, p) => sum + this.#worth(p) * p.price.minor, gained);
    const addition = { units, solved, extraMinor, regret: extraMinor - worth };
    this.#priced.set(key, addition);
    return addition;
  }

  #giftWorth({ found }: Solved): number {
    return found.steps.reduce((sum, s) => sum + (s.gift ? this.#worth(s.gift) * s.gift.price.minor : 0), 0);
  }
}

/** Regrets closer than this, minor units, are the same: they are sums of products of rates. */
const sameRegret = 1e-6;

const isBetter = (a: Addition, b: Addition): boolean => {
  const regret = a.regret - b.regret;
  if (Math.abs(regret) > sameRegret) return regret < 0;
  const next = a.extraMinor - b.extraMinor || a.units.length - b.units.length;
  return next !== 0 ? next < 0 : keyOf(a.units) < keyOf(b.units);
};
