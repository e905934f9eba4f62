/** A cart with the deals that may come onto it, put in their places and searched. */

import { isAboutCart } from '../choose/conditions.ts';
import { standingRefusal } from '../choose/evaluate.ts';
import { type Basket, prepareBasket } from './basket.ts';
import type { Candidate, CombineInput } from './combine.ts';
import { type GroupPlan, groupPlan } from './combine-groups.ts';
import { type Entry, type Found, searchBest } from './combine-search.ts';
import type { DealEffect } from './price.ts';

const compare = (a: string | undefined, b: string | undefined): number => {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
};

/** One place per deal, however the candidates were listed; the same deal listed twice counts once. */
const inPlace = (plan: GroupPlan, candidates: readonly Candidate[]): Entry[] => {
  const sorted = candidates
    .map(candidate => ({ candidate, group: plan.place(candidate.promotion.group) }))
    .sort(
      (a, b) =>
        a.group - b.group ||
        (a.candidate.promotion.order ?? 0) - (b.candidate.promotion.order ?? 0) ||
        compare(a.candidate.promotion.id, b.candidate.promotion.id) ||
        compare(a.candidate.offer, b.candidate.offer) ||
        compare(a.candidate.code, b.candidate.code),
    )
    .filter(
      ({ candidate }, i, all) =>
        i === 0 ||
        candidate.promotion.id !== all[i - 1]?.candidate.promotion.id ||
        candidate.offer !== all[i - 1]?.candidate.offer ||
        candidate.code !== all[i - 1]?.candidate.code,
    );
  return sorted.map(({ candidate, group }, place) => ({
    candidate,
    place,
    group,
    cartConditions: candidate.promotion.conditions.some(isAboutCart),
  }));
};

/** A cart with the deals that may come onto it, and the best of their combinations. */
export interface Solved extends Prepared {
  readonly basket: Basket;
  readonly found: Found;
}

/** The deals in their places, and those that goods could bring onto the cart; the same for every cart of one shopper. */
export interface Prepared {
  readonly plan: GroupPlan;
  readonly entries: readonly Entry[];
  readonly able: readonly Entry[];
}

const prepareDeals = (input: Omit<CombineInput, 'lines'>): Prepared => {
  const plan = groupPlan(input.shop);
  const entries = inPlace(plan, input.candidates);
  const nothing = prepareBasket([], input.shop);
  const able = entries.filter(
    ({ candidate }) => !candidate.refused && standingRefusal(nothing, { ...input, ...candidate }) === null,
  );
  return { plan, entries, able };
};

/**
 * The best combination before it is written out; a planner prepares once and asks by the hundred.
 * Throws TypeError when a product is priced in another currency than the shop's.
 */
export const solveDeals = (input: CombineInput, prepared = prepareDeals(input)): Solved => {
  const basket = prepareBasket(input.lines, input.shop);
  if (!basket.oneCurrency) {
    throw new TypeError(`Can't price a cart that is not all in the shop's currency, ${basket.currency}`);
  }
  const { plan, entries, able } = prepared;
  return { basket, plan, entries, able, found: searchBest(basket, plan, basket.lines.length > 0 ? able : [], input) };
};

/** The deals of a found combination as the cart shows them: the first that ships free takes the fee. */
export const effectsOf = ({ steps, feeMinor }: Found): DealEffect[] => {
  let fee = feeMinor;
  return steps.map(({ entry, off, gift, ships }) => {
    const { promotion, offer, code } = entry.candidate;
    const shippingOffMinor = ships ? fee : 0;
    fee -= shippingOffMinor;
    return {
      deal: {
        promotion: promotion.id,
        kind: promotion.action.kind,
        ...(offer ? { offer } : {}),
        ...(code ? { code } : {}),
      },
      off,
      gift,
      shippingOffMinor,
    };
  });
};
