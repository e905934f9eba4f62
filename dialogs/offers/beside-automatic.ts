/**
 * Deals that every cart gets by itself change what an offer is worth: it saves, and costs, only what it changes against the
 * cart the shopper would pay for anyway. An offer that saves no more than the automatic deals it can't go with is no offer.
 */
import type { PricedCart } from '../../knowledge/domain/offer.ts';
import type { LivePromotion } from '../../knowledge/ports/promotions.ts';
import { type Arm, responseArmFor } from './arms.ts';
import type { Basket } from './basket.ts';
import type { ChooseInput } from './choose-input.ts';
import { bestCombination, type Candidate } from './combine.ts';
import type { ArmRefusal } from './explain.ts';
import { feeFor } from './price.ts';

/** What all deals of a cart together save and cost; minor units. */
interface Together {
  readonly priced: PricedCart;
  readonly savesMinor: number;
  readonly costMinor: number;
}

type Context = Pick<ChooseInput, 'shop' | 'shopper' | 'orderCount' | 'now' | 'catalogue'>;

const linesOf = (basket: Basket) => basket.shown.flatMap(place => basket.lines[place] ?? []);

const together = (basket: Basket, candidates: readonly Candidate[], input: Context): Together => {
  const { priced } = bestCombination({
    lines: linesOf(basket),
    shop: input.shop,
    shopper: { segments: input.shopper.segments, orderCount: input.orderCount, id: input.shopper.id, now: input.now },
    now: input.now,
    candidates,
    products: input.catalogue,
  });
  const plain = basket.goodsMinor + feeFor(basket, 0);
  let giftPrice = 0;
  let giftCost = 0;
  for (const line of priced.lines) {
    if (!line.gift) continue;
    const price = line.unitPrice.minor * line.quantity;
    giftPrice += price;
    giftCost += (input.catalogue.get(line.product)?.cost?.minor ?? line.unitPrice.minor) * line.quantity;
  }
  const fewer = plain - priced.total.minor;
  return { priced, savesMinor: fewer + giftPrice, costMinor: fewer + giftCost };
};

/** Beyond so many arms only the bound is computed: an offer beside automatic deals saves at least its own less theirs. */
const exactArms = 32;

/** Judges arms against the automatic deals of their baskets. Without any, everything stays as it is, at no cost. */
export class BesideAutomatic {
  readonly #automatic: readonly Candidate[];
  readonly #input: Context;
  readonly #anyway = new Map<Basket, Together>();

  constructor(live: readonly LivePromotion[], input: Context) {
    this.#automatic = live
      .filter(p => p.trigger === 'automatic' && p.remainingMinor > 0)
      .map(promotion => ({ promotion }));
    this.#input = input;
  }

  get any(): boolean {
    return this.#automatic.length > 0;
  }

  /** What the automatic deals of a basket cost the shop, minor units. */
  costMinor(basket: Basket): number {
    return this.any ? this.#without(basket).costMinor : 0;
  }

  /** The arm as what it changes, or why it is none; `rank` is its place among all arms, the first ones are exact. */
  judge(arm: Arm, rank: number): Arm | ArmRefusal {
    if (!this.any) return arm;
    const without = this.#without(arm.basket);
    const all = rank < exactArms ? this.with(arm) : null;
    const savesMinor = (all?.savesMinor ?? arm.verdict.savesMinor) - without.savesMinor;
    const costMinor = (all?.costMinor ?? arm.verdict.costMinor) - without.costMinor;
    if (savesMinor <= 0) return 'better-deal-applies';
    const { basket } = arm;
    const paid = basket.goodsMinor - without.costMinor - costMinor;
    const left = paid - (basket.costMinor ?? paid);
    if (left < arm.campaign.guardrails.marginFloor * paid) return 'below-margin';
    const verdict = { ...arm.verdict, savesMinor, costMinor };
    const response = responseArmFor(arm.promotion, basket, verdict);
    return {
      ...arm,
      verdict,
      response: { ...response, treatedMarginMinor: response.treatedMarginMinor - without.costMinor },
    };
  }

  /** The cart under the arm's offer and the automatic deals together. */
  with(arm: Arm): Together {
    return together(arm.basket, [...this.#automatic, { promotion: arm.promotion }], this.#input);
  }

  #without(basket: Basket): Together {
    const known = this.#anyway.get(basket) ?? together(basket, this.#automatic, this.#input);
    this.#anyway.set(basket, known);
    return known;
  }
}
