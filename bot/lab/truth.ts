/**
 * How the lab's shoppers really respond. Only bot/lab may import this file (bot/architecture.test.ts holds it): a model
 * or a decision that reads it would know the answers. What a policy may know is in the orders and the impressions.
 *
 * For shopper i with basket b on day d of T, arm a (kind k, perceived depth δ = saves / goods bought, goods added γ):
 *   logit P(buy) = base + heat(d) · want · like(k) · fashion(k, d) · (1 - e^(-δ / 0.09)) - put off - effort · γ
 *   base    = -1.2 + 1.1 intent + 0.45 views + 0.7 habit - 0.35 (b / usual - 1) - 1.9 minds
 *             - 1.1 [hunter] - full(days since the last order) + season(category, d) - waiting(d) · want
 *   want    = 3.6 minds + 1.3 [hunter]
 *   minds   = 0.5 sensitivity + 0.5 share of earlier orders that were discounted: who is given deals learns to wait for them
 *   put off = 1.1 temper · (1 - minds)^1.5 · (1 + 0.2 · offers seen in the last 14 days)
 * A purchase may come up to 20 hours later, and may go back: P(return) = 0.04 + 0.7 δ [hunter] + 0.05 min(γ, 1).
 */
import type { PromotionKind } from '../../knowledge/domain/promotion.ts';
import { hashUnit, seededRandom } from '../../knowledge/domain/random.ts';

/** What nobody can see of a shopper; orders, views and baskets tell of it, with noise. */
export interface Latent {
  /** How much they want things at all, about -1.5..1.5. Drives how often they come, look and have bought. */
  readonly intent: number;
  /** How much a lower price moves them, 0..1. Drives how many of their earlier orders were discounted, and how deeply. */
  readonly sensitivity: number;
  /** Buys little at full price, anything at a discount, and sends more of it back. */
  readonly hunter: boolean;
  /** How much an unasked offer puts off those who do not mind the price, about 0.6..1.4: sleeping dogs. */
  readonly temper: number;
  /** Liking for filling the basket, 0..1. Drives how much their orders hold. */
  readonly stockUp: number;
  /** Index of the category they mostly shop in. */
  readonly style: number;
  /** Liking of this very person for a kind of deal, times the rule; around 1. Nothing observable tells of it. */
  readonly whim: Readonly<Record<PromotionKind, number>>;
}

const kinds: readonly PromotionKind[] = [
  'percent-off',
  'amount-off',
  'spend-and-save',
  'buy-x-get-y',
  'bundle',
  'gift',
  'free-shipping',
  'fixed-price',
];

const clamp = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, x));

/** A shopper's nature is a function of the seed and their number alone. */
export const latentOf = (seed: number, index: number, styles: number): Latent => {
  const random = seededRandom(Math.floor(hashUnit(`${seed}:lab:${index}`) * 4_294_967_296));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const intent = clamp(0.65 * normal(), -1.5, 1.5);
  // Two humps: people who look at the price first, and people who do not.
  const sensitivity = clamp((random() < 0.42 ? 0.75 : 0.2) + 0.14 * normal(), 0, 1);
  const hunter = sensitivity > 0.5 && random() < 0.25;
  const temper = clamp(1 + 0.2 * normal(), 0.6, 1.4);
  const stockUp = random() ** 1.4;
  const style = Math.floor(random() * styles);
  const whim = Object.fromEntries(kinds.map(kind => [kind, Math.exp(0.08 * normal())]));
  return { intent, sensitivity, hunter, temper, stockUp, style, whim: whim as Latent['whim'] };
};

/** One visit as the truth sees it, before any offer. Money in minor units. */
export interface Situation {
  /** Days since the lab began, and how many there are. */
  readonly day: number;
  readonly days: number;
  /** Index of the basket's main category. */
  readonly category: number;
  readonly categories: number;
  /** log(1 + products viewed in the last seven days) */
  readonly viewsLog: number;
  /** Share of earlier orders with a category of this basket. */
  readonly habit: number;
  /** Share of earlier orders that were discounted; 0.3 when there is none. */
  readonly promoShare: number;
  /** Basket over the shopper's usual order; 1 when there is none. */
  readonly basketVsUsual: number;
  /** Infinity without an order. */
  readonly daysSinceOrder: number;
  /** Offers seen in the last 14 days. */
  readonly offersSeen: number;
  readonly basketMinor: number;
  readonly marginMinor: number;
}

/** What the shop does; null: nothing. */
export interface Deal {
  readonly kind: PromotionKind;
  /** What the shopper keeps, per unit of the price of what is bought. */
  readonly depth: number;
  /** What it costs the shop if taken. */
  readonly costMinor: number;
  readonly treatedBasketMinor: number;
  readonly treatedMarginMinor: number;
}

/** What a returned parcel costs the shop, minor units; the goods go back on the shelf. */
export const returnHandlingMinor = 1_200;

/** A sale festival in the second half: for some days before it people wait, then deals pull harder. */
const festival = (s: Situation): 'before' | 'during' | 'no' => {
  const at = s.day / s.days;
  if (at >= 0.45 && at < 0.55) return 'before';
  return at >= 0.55 && at < 0.72 ? 'during' : 'no';
};

const heat = { before: 0.95, during: 1.3, no: 1 };
const waiting = { before: 0.12, during: 0.03, no: 0 };

/** Which kinds are in fashion: gifts go out of it, spend-and-save comes in, over the lab's whole time. */
const fashion = (kind: PromotionKind, s: Situation): number => {
  const at = s.day / s.days;
  if (kind === 'gift') return 1.25 - 0.45 * at;
  if (kind === 'spend-and-save') return 0.85 + 0.4 * at;
  if (kind === 'amount-off') return 1 + 0.12 * Math.sin(2 * Math.PI * at);
  return 1;
};

/** What people of this nature make of a kind of deal; 1 is a plain percentage. */
const like = (latent: Latent, s: Situation, kind: PromotionKind): number => {
  const smallBasket = clamp((26_000 - s.basketMinor) / 20_000, 0, 1);
  const rule: Readonly<Record<PromotionKind, number>> = {
    'percent-off': 1,
    'amount-off': 1.08,
    'fixed-price': 1.05,
    'spend-and-save': 0.65 + 0.7 * latent.stockUp,
    'buy-x-get-y': 0.5 + 0.7 * latent.stockUp,
    bundle: 0.6 + 0.5 * latent.stockUp,
    gift: 0.95 - 0.3 * latent.sensitivity,
    'free-shipping': 0.6 + 1.1 * smallBasket,
  };
  return rule[kind] * latent.whim[kind];
};

const added = (s: Situation, deal: Deal): number =>
  Math.max(0, deal.treatedBasketMinor / Math.max(1, s.basketMinor) - 1);

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** How much the price is minded now: nature and habit. */
const minds = (latent: Latent, s: Situation): number => 0.5 * latent.sensitivity + 0.5 * s.promoShare;
const want = (latent: Latent, s: Situation): number => 3.6 * minds(latent, s) + (latent.hunter ? 1.3 : 0);

/** Log odds of buying the basket at full price, with nothing said. */
const base = (latent: Latent, s: Situation): number => {
  const wave = 0.35 * Math.sin(2 * Math.PI * (s.day / s.days + s.category / s.categories));
  // A full cupboard: who has just bought needs less, the more so who likes to stock up.
  const full = (0.6 + 0.8 * latent.stockUp) * Math.exp(-s.daysSinceOrder / 6);
  return (
    -1.2 +
    1.1 * latent.intent +
    0.45 * Math.min(3, s.viewsLog) +
    0.7 * s.habit -
    0.35 * (s.basketVsUsual - 1) -
    1.9 * minds(latent, s) -
    (latent.hunter ? 1.1 : 0) -
    full +
    wave -
    waiting[festival(s)] * want(latent, s)
  );
};

/** What the deal adds to the log odds: a pull that saturates in depth, a push if offers annoy, the effort of adding goods. */
const effect = (latent: Latent, s: Situation, deal: Deal): number => {
  const pull =
    heat[festival(s)] *
    want(latent, s) *
    like(latent, s, deal.kind) *
    fashion(deal.kind, s) *
    (1 - Math.exp(-deal.depth / 0.09));
  const putOff = 1.1 * latent.temper * (1 - minds(latent, s)) ** 1.5 * (1 + 0.2 * Math.min(4, s.offersSeen));
  return pull - putOff - (1.2 - 0.7 * latent.stockUp) * Math.min(1.5, added(s, deal));
};

/** Probability 0..1 that this visit ends in a purchase, at once or within hours. */
export const buyProbability = (latent: Latent, situation: Situation, deal: Deal | null): number =>
  logistic(base(latent, situation) + (deal ? effect(latent, situation, deal) : 0));

/** Probability 0..1 that what was bought comes back. */
export const returnProbability = (latent: Latent, situation: Situation, deal: Deal | null): number =>
  deal ? 0.04 + (latent.hunter ? 0.7 * deal.depth : 0) + 0.05 * Math.min(1, added(situation, deal)) : 0.04;

/** Expected margin of the visit net of the deal's cost, before anything comes back; minor units. */
export const grossMargin = (latent: Latent, situation: Situation, deal: Deal | null): number =>
  buyProbability(latent, situation, deal) * (deal ? deal.treatedMarginMinor - deal.costMinor : situation.marginMinor);

/** Expected margin of the visit net of the deal's cost and of returns, minor units. */
export const expectedMargin = (latent: Latent, situation: Situation, deal: Deal | null): number => {
  const back = returnProbability(latent, situation, deal);
  const kept = deal ? deal.treatedMarginMinor - deal.costMinor : situation.marginMinor;
  return buyProbability(latent, situation, deal) * ((1 - back) * kept - back * returnHandlingMinor);
};
