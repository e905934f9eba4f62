/**
 * Deals that a cart has anyway, by itself or by its codes, change what an offer is worth: it saves, and costs, only what it
 * changes against the cart the shopper would pay for without it. An offer that saves no more than the deals it can't go with
 * is no offer, and one that leaves less than the margin floor together with all that applies beside it is none either.
 */
import type { PricedCart } from '../../../knowledge/domain/offer.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import { type Arm, responseArmFor } from '../choose/arms.ts';
import type { ChooseInput } from '../choose/choose-input.ts';
import type { ArmRefusal } from '../choose/explain.ts';
import type { Basket } from './basket.ts';
import { bestPrice, type Candidate } from './combine.ts';
import { feeFor } from './price.ts';

/** What all deals of a cart together save and cost; minor units. */
interface Together {
  readonly priced: PricedCart;
  readonly savesMinor: number;
  readonly costMinor: number;
  /** Paid for the goods. */
  readonly paidMinor: number;
  /** Of that what is kept after the goods, gifts at their cost and the shipping fee forgone; a fee newly charged is not counted. */
  readonly keptMinor: number;
}

type Context = Pick<ChooseInput, 'shop' | 'shopper' | 'orderCount' | 'now' | 'catalogue' | 'entered'>;

const linesOf = (basket: Basket) => basket.shown.flatMap(place => basket.lines[place] ?? []);

const together = (basket: Basket, candidates: readonly Candidate[], input: Context): Together => {
  const priced = bestPrice({
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
  const paidMinor = priced.total.minor - priced.shipping.minor;
  return {
    priced,
    savesMinor: fewer + giftPrice,
    costMinor: fewer + giftCost,
    paidMinor,
    keptMinor: paidMinor - (basket.costMinor ?? paidMinor) - giftCost - priced.shippingDiscount.minor,
  };
};

/** The dearest gift of each deal, at its cost; minor units. */
const giftsAtMost = (candidates: readonly Candidate[], { catalogue }: Context): number =>
  candidates.reduce((sum, { promotion: { action } }) => {
    if (action.kind !== 'gift') return sum;
    const costs = [action.product, ...(action.choices ?? [])].map(id => {
      const product = catalogue.get(id);
      return product?.cost?.minor ?? product?.price.minor ?? 0;
    });
    return sum + Math.max(...costs);
  }, 0);

/**
 * Beyond so many arms only bounds are computed: an offer beside other deals saves at least its own less theirs, and all of
 * them together cost at most what each costs alone.
 */
const exactArms = 32;

/** Judges arms against the deals that their baskets have anyway. Without any, everything stays as it is, at no cost. */
export class BesideAutomatic {
  readonly #automatic: readonly Candidate[];
  readonly #giftsAtMost: number;
  readonly #input: Context;
  readonly #anyway = new Map<Basket, Together>();

  constructor(live: readonly LivePromotion[], input: Context) {
    const automatic = live.filter(p => p.trigger === 'automatic' && p.remainingMinor > 0);
    this.#automatic = [...automatic.map(promotion => ({ promotion })), ...(input.entered ?? [])];
    this.#giftsAtMost = giftsAtMost(this.#automatic, input);
    this.#input = input;
  }

  get any(): boolean {
    return this.#automatic.length > 0;
  }

  /** What the deals that a basket has anyway cost the shop, minor units. */
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
    const { paidMinor, keptMinor } = all ?? this.#atLeast(arm, without);
    if (keptMinor < arm.campaign.guardrails.marginFloor * paidMinor) return 'below-margin';
    const verdict = { ...arm.verdict, savesMinor, costMinor };
    const response = responseArmFor(arm.promotion, basket, verdict);
    return {
      ...arm,
      verdict,
      response: { ...response, treatedMarginMinor: response.treatedMarginMinor - without.costMinor },
    };
  }

  /** What is paid and kept if the offer and every deal beside it took off all that they would take off alone. */
  #atLeast({ basket, verdict }: Arm, without: Together): Pick<Together, 'paidMinor' | 'keptMinor'> {
    const { size, gift } = verdict.sized;
    const paidMinor = without.paidMinor - size.offMinor;
    const gifts = (gift?.cost?.minor ?? gift?.price.minor ?? 0) + this.#giftsAtMost;
    return {
      paidMinor,
      keptMinor: paidMinor - (basket.costMinor ?? paidMinor) - gifts - basket.shop.shippingFee.minor,
    };
  }

  /** The cart under the arm's offer and the deals beside it together. */
  with(arm: Arm): Together {
    return together(arm.basket, [...this.#automatic, { promotion: arm.promotion }], this.#input);
  }

  #without(basket: Basket): Together {
    const known = this.#anyway.get(basket) ?? together(basket, this.#automatic, this.#input);
    this.#anyway.set(basket, known);
    return known;
  }
}
