/**
 * The set of deals that leaves the least to pay, by branch and bound over the stack groups.
 *
 * A set is tried in one order only: group by group, within a group by its own order, then by id; each deal counts what
 * those before it left. Going down, a deal never takes more than it would off the whole cart (every rule takes off less
 * when less is left, and conditions that fail on the whole cart fail on what is left of it), nor more than its rate of
 * what is left. So with b and r of each deal still open, no end below a node pays less for the goods than
 *     f(f(… f(goods left))),   f(G) = G - min(b, r·G)   ('best' groups: the least f of their deals)
 * plus the fee that total would ship for, and a node that can't come under the best found is left. Where many percentages
 * of an 'all' group are open, a second bound follows them line by line (`TailBounds`): percentages on the same goods
 * multiply and those on others add, which f alone can't tell.
 *
 * Of two ends that pay the same: the more valuable gifts, then the fewer deals, then the lower places in order.
 */
import { allocate } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { effectOf } from '../actions/catalogue.ts';
import { meetsCartConditions } from '../choose/evaluate.ts';
import type { Basket } from './basket.ts';
import type { Candidate, CombineInput } from './combine.ts';
import { type Open, tailBounds } from './combine-bounds.ts';
import type { GroupPlan } from './combine-groups.ts';
import { feeFor, giftFrom } from './price.ts';

/** Deals applied one after another while the search runs, some 100 ms of it; past it the best so far is taken. */
const searchLimit = 20_000;

/** A candidate in its place. */
export interface Entry {
  readonly candidate: Candidate;
  /** Place among all candidates; a combination lists its deals in it. */
  readonly place: number;
  /** Place of its group in the plan. */
  readonly group: number;
  readonly cartConditions: boolean;
}

/** The cart after some deals. Amounts in minor units. */
export interface State {
  readonly left: readonly number[];
  readonly goodsMinor: number;
  readonly gifts: readonly Product[];
}

export interface Step extends State {
  readonly entry: Entry;
  readonly off: readonly number[];
  readonly offMinor: number;
  readonly gift: Product | null;
  readonly ships: boolean;
}

/** Why a deal can't follow those before it. */
export type Obstacle = 'conditions' | 'not-reached' | 'gift-unavailable' | 'makes-order-free';

export interface Found {
  readonly steps: readonly Step[];
  /** Shipping, before a deal takes it off. */
  readonly feeMinor: number;
  readonly totalMinor: number;
  /** False when the search was cut at `searchLimit`. */
  readonly exact: boolean;
  /** Deals tried on the way. */
  readonly tried: number;
}

export const startOf = (basket: Basket): State => ({ left: basket.left, goodsMinor: basket.goodsMinor, gifts: [] });

/** What is left of the cart, as a rule reads it. */
export const viewOf = (basket: Basket, state: State): Basket => ({ ...basket, left: state.left });

/** One deal more. */
export const follow = (
  basket: Basket,
  state: State,
  entry: Entry,
  input: Pick<CombineInput, 'products' | 'gifts'>,
): Step | Obstacle => {
  const { promotion } = entry.candidate;
  const view = viewOf(basket, state);
  if (entry.cartConditions && !meetsCartConditions(view, promotion)) return 'conditions';
  const effect = effectOf(promotion.action, view);
  if (!effect) return 'not-reached';
  let gift: Product | null = null;
  if (effect.gifts) {
    const wish = input.gifts?.find(g => g.promotion === promotion.id)?.product;
    gift = giftFrom(basket, effect.gifts, { products: input.products, wish, given: state.gifts });
    if (!gift) return 'gift-unavailable';
  }
  const ships = effect.freeShipping === true;
  let { off } = effect;
  let offMinor = 0;
  for (const minor of off) offMinor += minor;
  const { mostMinor = offMinor } = entry.candidate;
  if (offMinor > mostMinor) {
    off = allocate(mostMinor, off);
    offMinor = mostMinor;
  }
  if (offMinor === 0) {
    if (!gift && !ships) return 'not-reached';
    const gifts = gift ? [...state.gifts, gift] : state.gifts;
    return { entry, off, offMinor, gift, ships, left: state.left, goodsMinor: state.goodsMinor, gifts };
  }
  const goodsMinor = state.goodsMinor - offMinor;
  if (goodsMinor <= 0) return 'makes-order-free';
  const left = state.left.map((minor, i) => minor - (off[i] as number));
  return { entry, off, offMinor, gift, ships, left, goodsMinor, gifts: state.gifts };
};

/** To pay with these deals, shipping included, and the fee before a deal takes it off. */
export const toPay = (
  basket: Basket,
  state: State,
  ships: boolean,
): { readonly feeMinor: number; readonly totalMinor: number } => {
  const feeMinor = feeFor(basket, basket.goodsMinor - state.goodsMinor);
  return { feeMinor, totalMinor: state.goodsMinor + (ships ? 0 : feeMinor) };
};

/** The most of what is left that a rule takes, 0..1, whatever is left. */
const rateOf = ({ action }: Candidate['promotion']): number => {
  if (action.kind === 'percent-off') return Math.round(action.rate * 1_000_000) / 1_000_000;
  if (action.kind === 'spend-and-save') {
    return Math.min(1, Math.max(...action.tiers.map(tier => tier.off.minor / tier.threshold.minor)));
  }
  return 1;
};

/** The dearest that a gift rule may give. */
const dearestGift = (entry: Entry, given: Product, input: Pick<CombineInput, 'products'>): number => {
  const { action } = entry.candidate.promotion;
  const prices =
    action.kind === 'gift' ? (action.choices ?? []).map(id => input.products?.get(id)?.price.minor ?? 0) : [];
  return Math.max(given.price.minor, ...prices);
};

const rounding = 1e-6;

/** The best set of `entries` (those that may be tried at all, by place) on a basket. */
export const searchBest = (
  basket: Basket,
  plan: GroupPlan,
  entries: readonly Entry[],
  input: Pick<CombineInput, 'products' | 'gifts'>,
): Found => {
  const start = startOf(basket);
  let tried = 0;
  const byGroup: Open[][] = plan.groups.map(() => []);
  for (const entry of entries) {
    const alone = follow(basket, start, entry, input);
    tried++;
    // What the whole cart does not reach, what is left of it does not reach either.
    if (typeof alone === 'string') continue;
    byGroup[entry.group]?.push({
      entry,
      most: alone.offMinor,
      rate: rateOf(entry.candidate.promotion),
      giftMinor: alone.gift ? dearestGift(entry, alone.gift, input) : 0,
      ships: alone.ships,
    });
  }
  const groups = byGroup
    .map((open, place) => ({ open, place, all: plan.groups[place]?.mode === 'all' }))
    .filter(group => group.open.length > 0);
  // Where one is chosen the strongest is tried first: a good end found early closes most of the others.
  for (const group of groups)
    if (!group.all) group.open.sort((a, b) => b.most - a.most || a.entry.place - b.entry.place);

  const tails = tailBounds(basket, groups);
  const path: Step[] = [];
  let best: readonly Step[] = [];
  let { feeMinor, totalMinor } = toPay(basket, start, false);
  let bestGifts = 0;
  let exact = true;

  const take = (state: State, gifts: number, ships: boolean): void => {
    const end = toPay(basket, state, ships);
    const better =
      end.totalMinor - totalMinor || bestGifts - gifts || path.length - best.length || placesBefore(path, best);
    if (better >= 0) return;
    best = [...path];
    ({ feeMinor, totalMinor } = end);
    bestGifts = gifts;
  };

  const isOpen = (group: number): boolean =>
    path.every(step => step.entry.group === group || plan.together(step.entry.group, group));

  /** True when no end with the deals from this place on can replace the best. */
  const isClosed = (state: State, g: number, from: number, gifts: number, ships: boolean): boolean => {
    let least = state.goodsMinor;
    let mostGifts = gifts;
    let mayShip = ships;
    for (let i = g; i < groups.length; i++) {
      const group = groups[i] as (typeof groups)[number];
      if (!isOpen(group.place)) continue;
      let lowest = least;
      let dearest = 0;
      for (let j = i === g ? from : 0; j < group.open.length; j++) {
        const deal = group.open[j] as Open;
        if (deal.ships) mayShip = true;
        if (group.all) {
          least -= Math.min(deal.most, deal.rate * least);
          mostGifts += deal.giftMinor;
        } else {
          lowest = Math.min(lowest, least - Math.min(deal.most, deal.rate * least));
          dearest = Math.max(dearest, deal.giftMinor);
        }
      }
      if (!group.all) {
        least = lowest;
        mostGifts += dearest;
      }
    }
    if (tails) least = Math.max(least, tails.least(state.left, g, from));
    const goods = Math.ceil(least - rounding);
    const freeFrom = basket.shop.freeShippingFrom?.minor ?? Number.POSITIVE_INFINITY;
    let bound = goods;
    if (!mayShip) {
      bound = goods + feeFor(basket, basket.goodsMinor - goods);
      if (goods < freeFrom && freeFrom <= state.goodsMinor) bound = Math.min(bound, freeFrom);
    }
    if (bound !== totalMinor) return bound > totalMinor;
    return mostGifts !== bestGifts ? mostGifts < bestGifts : path.length > best.length;
  };

  const walk = (state: State, g: number, from: number, gifts: number, ships: boolean): void => {
    if (tried >= searchLimit) exact = false;
    if (!exact) return;
    const group = groups[g];
    if (!group) {
      take(state, gifts, ships);
      return;
    }
    if (isClosed(state, g, from, gifts, ships)) return;
    if (!isOpen(group.place)) {
      walk(state, g + 1, 0, gifts, ships);
      return;
    }
    const last = group.all ? Math.min(from + 1, group.open.length) : group.open.length;
    for (let j = from; j < last; j++) {
      const { entry } = group.open[j] as Open;
      if (path.some(step => step.entry.candidate.promotion.id === entry.candidate.promotion.id)) continue;
      const step = follow(basket, state, entry, input);
      tried++;
      if (typeof step === 'string') continue;
      path.push(step);
      const more = gifts + (step.gift?.price.minor ?? 0);
      if (group.all) walk(step, g, j + 1, more, ships || step.ships);
      else walk(step, g + 1, 0, more, ships || step.ships);
      path.pop();
      if (!exact) return;
    }
    if (group.all && from < group.open.length) walk(state, g, from + 1, gifts, ships);
    else walk(state, g + 1, 0, gifts, ships);
  };
  walk(start, 0, 0, 0, false);
  return { steps: best, feeMinor, totalMinor, exact, tried };
};

const placesBefore = (a: readonly Step[], b: readonly Step[]): number => {
  for (const [i, step] of a.entries()) {
    const difference = step.entry.place - (b[i]?.entry.place ?? Number.POSITIVE_INFINITY);
    if (difference !== 0) return difference;
  }
  return 0;
};
