/**
 * The rules the demo's shoppers really follow. Only the demo's generator, tests and a lab that judges models may import
 * this file: a model that reads it knows the answers. Everything a model may know is in the impressions and the orders.
 */

import type { Impression } from '../domain/offer.ts';
import type { PromotionKind } from '../domain/promotion.ts';
import { hashUnit, seededRandom } from '../domain/random.ts';

/** What nobody can see of a shopper. */
export interface Latent {
  /** How much they want things at all; about -1.5..1.5, 0 is usual. Drives how often they order and look. */
  readonly intent: number;
  /** How much a lower price moves them, 0..1. Drives how many of their past orders were discounted, and how deeply. */
  readonly sensitivity: number;
  /** How much an unasked offer puts them off, 0..1; found among those who pay full price. */
  readonly annoyance: number;
  /** Liking for filling the basket, 0..1. Drives how large their orders are. */
  readonly stockUp: number;
  /** Which way of life they shop for. */
  readonly style: Style;
  /** 0 the cheapest things, 1 the dearest. */
  readonly priceLevel: number;
}

const styles = [
  'runner',
  'hiker',
  'commuter',
  'host',
  'parent',
  'tea-drinker',
  'coffee-drinker',
  'minimalist',
] as const;
export type Style = (typeof styles)[number];

/** A shopper's nature is a function of the seed and their number alone. */
export const latentOf = (seed: number, index: number): Latent => {
  const random = seededRandom(Math.floor(hashUnit(`${seed}:latent:${index}`) * 4_294_967_296));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const intent = Math.max(-1.6, Math.min(1.6, 0.7 * normal()));
  // Two humps: people who look at the price first, and people who do not.
  const thrifty = random() < 0.45;
  const sensitivity = Math.max(0, Math.min(1, (thrifty ? 0.78 : 0.22) + 0.13 * normal()));
  const annoyance = Math.max(0, Math.min(1, (1 - sensitivity) ** 1.5 * (0.55 + 0.5 * random())));
  return {
    intent,
    sensitivity,
    annoyance,
    stockUp: random() ** 1.4,
    style: styles[Math.floor(random() * styles.length)]!,
    priceLevel: Math.max(0, Math.min(1, 0.62 - 0.45 * sensitivity + 0.22 * normal())),
  };
};

/** What the shopper faces: the features of `responseFeatures` that matter here, and the arm. Money in minor units. */
export interface Situation {
  readonly viewsWeekLog: number;
  readonly categoryShare: number;
  readonly basketVsUsual: number;
  readonly basketLog: number;
}

export interface TrueArm {
  /** 'nothing' for control and for a deliberate none. */
  readonly kind: PromotionKind | 'nothing';
  /** Cost of the offer as a rate 0..1 of the treated basket. */
  readonly depth: number;
  readonly costMinor: number;
  readonly basketMinor: number;
  readonly basketMarginMinor: number;
  readonly treatedBasketMinor: number;
  readonly treatedMarginMinor: number;
}

/** How this shopper likes this kind of deal; 1 is a plain percentage. */
const affinity = (latent: Latent, situation: Situation, kind: PromotionKind): number => {
  const smallBasket = Math.max(0, Math.min(1, (5.6 - situation.basketLog) / 1.6));
  switch (kind) {
    case 'percent-off':
      return 1;
    case 'amount-off':
    case 'fixed-price':
      return 1.1;
    case 'spend-and-save':
      return 0.6 + 0.9 * latent.stockUp;
    case 'buy-x-get-y':
      return 0.5 + 0.8 * latent.stockUp;
    case 'bundle':
      return 0.55 + 0.5 * latent.stockUp;
    case 'gift':
      return 0.9;
    case 'free-shipping':
      return 0.5 + 1.3 * smallBasket;
  }
};

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Log-odds of buying the basket at full price, unprompted. */
const unprompted = (latent: Latent, s: Situation): number =>
  -1.15 +
  1.25 * latent.intent +
  0.55 * Math.min(3, s.viewsWeekLog) +
  0.8 * s.categoryShare -
  0.45 * (s.basketVsUsual - 1) -
  2.1 * latent.sensitivity;

/** What the arm adds to the log-odds: a pull that saturates in depth, a push if offers annoy, the effort of adding goods. */
const effect = (latent: Latent, s: Situation, arm: TrueArm): number => {
  if (arm.kind === 'nothing') return 0;
  const pull = 4.2 * latent.sensitivity * affinity(latent, s, arm.kind) * (1 - Math.exp(-arm.depth / 0.1));
  const added = arm.treatedBasketMinor / Math.max(1, arm.basketMinor) - 1;
  return pull - 1.5 * latent.annoyance - (1.3 - 0.7 * latent.stockUp) * Math.min(1.5, added);
};

/** Probability 0..1 that this shopper buys, shown this arm in this situation. */
export const trueBuyProbability = (latent: Latent, situation: Situation, arm: TrueArm): number =>
  logistic(unprompted(latent, situation) + effect(latent, situation, arm));

/** Expected margin of the visit net of what the offer costs, minor units. */
export const trueExpectedMargin = (latent: Latent, situation: Situation, arm: TrueArm): number =>
  trueBuyProbability(latent, situation, arm) *
  (arm.kind === 'nothing' ? arm.basketMarginMinor : arm.treatedMarginMinor - arm.costMinor);

export type Temper = 'sure-thing' | 'persuadable' | 'lost-cause' | 'sleeping-dog';

/** The four kinds of shopper of uplift modelling, by what a 15 % discount would do in a usual situation. */
export const temperOf = (latent: Latent): Temper => {
  const usual: Situation = { viewsWeekLog: 1, categoryShare: 0.4, basketVsUsual: 1, basketLog: 5.3 };
  const arm = {
    basketMinor: 20_000,
    basketMarginMinor: 10_000,
    treatedBasketMinor: 20_000,
    treatedMarginMinor: 10_000,
  };
  const without = trueBuyProbability(latent, usual, { ...arm, kind: 'nothing', depth: 0, costMinor: 0 });
  const withOffer = trueBuyProbability(latent, usual, { ...arm, kind: 'percent-off', depth: 0.15, costMinor: 3_000 });
  if (withOffer < without - 0.02) return 'sleeping-dog';
  if (withOffer > without + 0.1) return 'persuadable';
  return without > 0.3 ? 'sure-thing' : 'lost-cause';
};

/** Situation and arm as an impression's features recorded them; `kind` is undefined when nothing was shown. */
export const fromFeatures = (
  kind: PromotionKind | undefined,
  features: Readonly<Record<string, number>>,
): { situation: Situation; arm: TrueArm } => {
  const read = (name: string): number => {
    const value = features[name];
    if (value === undefined) throw new RangeError(`The impression has no feature ${name}`);
    return value;
  };
  return {
    situation: {
      viewsWeekLog: read('viewsWeekLog'),
      categoryShare: read('categoryShare'),
      basketVsUsual: read('basketVsUsual'),
      basketLog: read('basketLog'),
    },
    arm: {
      kind: kind ?? 'nothing',
      depth: read('armDepth'),
      costMinor: read('armCostMinor'),
      basketMinor: read('basketMinor'),
      basketMarginMinor: read('basketMarginMinor'),
      treatedBasketMinor: read('treatedBasketMinor'),
      treatedMarginMinor: read('treatedMarginMinor'),
    },
  };
};

/** The same of a whole impression. Control carries the kind of its ghost, which nobody saw. */
export const fromImpression = (
  impression: Pick<Impression, 'treatment' | 'kind' | 'features'>,
): { situation: Situation; arm: TrueArm } => {
  const shown = impression.treatment !== 'control' && impression.treatment !== 'none';
  return fromFeatures(shown ? impression.kind : undefined, impression.features);
};
