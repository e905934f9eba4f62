/**
 * How the lab's shoppers really respond. Only bot/lab may import this file (bot/architecture.test.ts holds it): a model
 * or a decision that reads it would know the answers. What a policy may know is in the orders and the impressions.
 *
 * For shopper i with basket b on day d of T, arm a (kind k, perceived depth δ = saves / goods bought, goods added γ):
 *   logit P(buy) = base + heat(d) · want · like(k) · fashion(k, d) · (1 - e^(-δ / 0.09)) - put off - effort · γ
 *   base    = -1.1 + 0.85 keenness + 0.35 views + 0.7 habit - 0.35 (b / usual - 1) - 1.9 minds
 *             - 1.1 hunts - full(days since the last order) + season(category, d) - waiting(d) · want
 *   want    = 3.6 minds + 1.3 hunts
 *   put off = 1.1 temper · (1 - minds)^1.5 · (1 + 0.2 · offers of the last 30 days that were not used)
 * A person is what their year shows, and in part what nobody can see (`nature` below: 0.2 of each):
 *   minds    = 0.2 sensitivity + 0.8 (0.75 share of orders discounted + 0.25 how deeply): who is given deals learns to wait
 *   hunts    = 0.2 [hunter]    + 0.8 ramp of the share of their money's worth that discounts took off
 *   fills    = 0.2 stock-up    + 0.8 ramp of what they usually order
 *   keenness = 0.2 intent      + 0.8 orders in the year
 * A purchase may come up to 20 hours later, and may go back: P(return) = 0.04 + 0.7 δ hunts + 0.05 min(γ, 1).
 *
 * The ceiling: who knew these formulas, the day and all features, but not the hidden parts (`seer` in policies.ts), closes .98 of
 * the gap from the best fixed deal to the oracle (seed 1: 8,000 shoppers .981, 18,000 shoppers .979). The oracle knows those parts.
 */
import type { PromotionKind } from '../../knowledge/domain/promotion.ts';
import { hashUnit, seededRandom } from '../../knowledge/domain/random.ts';
import type { ResponseFeatures } from '../../knowledge/domain/response-features.ts';

/** A shopper's nature, which nobody can see: it shaped a year of orders, and keeps a part in each answer. */
export interface Latent {
  /** How much they want things at all, about -1.5..1.5. Drives how often they come, look and have bought. */
  readonly intent: number;
  /** How much a lower price moves them, 0..1. Drives how many of their earlier orders were discounted, and how deeply. */
  readonly sensitivity: number;
  /** Buys little at full price, anything at a discount, and sends more of it back. */
  readonly hunter: boolean;
  /** How much an unasked offer puts off those who do not mind the price, about 0.7..1.3: sleeping dogs. */
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
  const temper = clamp(1 + 0.1 * normal(), 0.7, 1.3);
  const stockUp = random() ** 1.4;
  const style = Math.floor(random() * styles);
  const whim = Object.fromEntries(kinds.map(kind => [kind, Math.exp(0.04 * normal())]));
  return { intent, sensitivity, hunter, temper, stockUp, style, whim: whim as Latent['whim'] };
};

/** One visit as the truth sees it, before any offer: the features a shop has of it, and when it is. Money in minor units. */
export interface Situation {
  /** Days since the lab began, negative in the pilot, and how many there are. */
  readonly day: number;
  readonly days: number;
  /** Index of the basket's main category. */
  readonly category: number;
  readonly categories: number;
  readonly features: Pick<
    ResponseFeatures,
    | 'viewsWeekLog'
    | 'categoryShare'
    | 'promoShare'
    | 'discountDepth'
    | 'basketVsUsual'
    | 'averageOrderLog'
    | 'ordersYearLog'
    | 'recencyDaysLog'
    | 'offersDeclined'
  >;
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

const heat = { before: 0.95, during: 1.25, no: 1 };
const waiting = { before: 0.1, during: 0.03, no: 0 };

/** Which kinds are in fashion: from the lab's first day gifts go out of it and spend-and-save comes in. */
const fashion = (kind: PromotionKind, s: Situation): number => {
  const at = Math.max(0, s.day / s.days);
  if (kind === 'gift') return 1.15 - 0.3 * at;
  if (kind === 'spend-and-save') return 0.9 + 0.25 * at;
  if (kind === 'amount-off') return 1 + 0.1 * Math.sin(2 * Math.PI * at);
  return 1;
};

/** Share of a person that is their nature; the rest is what their history shows. */
const nature = 0.2;
const person = (hidden: number, shown: number): number => nature * hidden + (1 - nature) * shown;
const ramp = (x: number, from: number, to: number): number => clamp((x - from) / (to - from), 0, 1);

/** What this visit finds: nature and history together. */
interface Mind {
  /** How much the price is minded, 0..1. */
  readonly minds: number;
  readonly hunts: number;
  readonly fills: number;
  readonly keenness: number;
  readonly want: number;
}

const mindOf = (latent: Latent, { features }: Situation): Mind => {
  const { promoShare, discountDepth, averageOrderLog, ordersYearLog } = features;
  const minds = person(latent.sensitivity, 0.75 * promoShare + 0.25 * ramp(discountDepth, 0, 0.2));
  const hunts = person(latent.hunter ? 1 : 0, ramp(discountDepth, 0.1, 0.2));
  return {
    minds,
    hunts,
    // A usual order of 60 yuan and less, to one of 540 and more.
    fills: person(latent.stockUp, ramp(averageOrderLog, 4.1, 6.3)),
    // Ten orders a year are usual.
    keenness: person(latent.intent, clamp((ordersYearLog - 2.4) / 0.8, -1.5, 1.5)),
    want: 3.6 * minds + 1.3 * hunts,
  };
};

const noWhim = Object.fromEntries(kinds.map(kind => [kind, 1])) as Latent['whim'];

/** The nature that a history makes likeliest, roughly: for measuring how much of the truth a shop could know at best. */
export const shownNature = ({
  promoShare,
  discountDepth,
  averageOrderLog,
  ordersYearLog,
}: Situation['features']): Latent => ({
  intent: clamp((ordersYearLog - 2.4) / 0.8, -1.5, 1.5),
  sensitivity: clamp(1.05 * promoShare, 0, 1),
  hunter: discountDepth > 0.17,
  temper: 1,
  stockUp: ramp(averageOrderLog, 4.1, 6.3),
  style: 0,
  whim: noWhim,
});

/** What somebody like this makes of a kind of deal; 1 is a plain percentage. */
const like = (latent: Latent, { minds, fills }: Mind, s: Situation, kind: PromotionKind): number => {
  const smallBasket = ramp(-s.basketMinor, -26_000, -6_000);
  const rule: Readonly<Record<PromotionKind, number>> = {
    'percent-off': 1,
    'amount-off': 1.08,
    'fixed-price': 1.05,
    'spend-and-save': 0.65 + 0.7 * fills,
    'buy-x-get-y': 0.5 + 0.7 * fills,
    bundle: 0.6 + 0.5 * fills,
    gift: 0.95 - 0.3 * minds,
    'free-shipping': 0.6 + 1.1 * smallBasket,
  };
  return rule[kind] * latent.whim[kind];
};

const added = (s: Situation, deal: Deal): number =>
  Math.max(0, deal.treatedBasketMinor / Math.max(1, s.basketMinor) - 1);

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Log odds of buying the basket at full price, with nothing said. */
const base = (mind: Mind, s: Situation): number => {
  const { viewsWeekLog, categoryShare, basketVsUsual, recencyDaysLog } = s.features;
  const wave = 0.3 * Math.sin(2 * Math.PI * (s.day / s.days + s.category / s.categories));
  // A full cupboard: who has just bought needs less, the more so who likes to stock up.
  const full = (0.6 + 0.8 * mind.fills) * Math.exp(-Math.expm1(recencyDaysLog) / 6);
  return (
    -1.1 +
    0.85 * mind.keenness +
    0.35 * Math.min(3, viewsWeekLog) +
    0.7 * categoryShare -
    0.35 * (basketVsUsual - 1) -
    1.9 * mind.minds -
    1.1 * mind.hunts -
    full +
    wave -
    waiting[festival(s)] * mind.want
  );
};

/** What the deal adds to the log odds: a pull that saturates in depth, a push if offers annoy, the effort of adding goods. */
const effect = (latent: Latent, mind: Mind, s: Situation, deal: Deal): number => {
  const pull =
    heat[festival(s)] *
    mind.want *
    like(latent, mind, s, deal.kind) *
    fashion(deal.kind, s) *
    (1 - Math.exp(-deal.depth / 0.09));
  const putOff = 1.1 * latent.temper * (1 - mind.minds) ** 1.5 * (1 + 0.2 * s.features.offersDeclined);
  return pull - putOff - (1.2 - 0.7 * mind.fills) * Math.min(1.5, added(s, deal));
};

/** Probability 0..1 that this visit ends in a purchase, at once or within hours. */
export const buyProbability = (latent: Latent, situation: Situation, deal: Deal | null): number => {
  const mind = mindOf(latent, situation);
  return logistic(base(mind, situation) + (deal ? effect(latent, mind, situation, deal) : 0));
};

/** Probability 0..1 that what was bought comes back. */
export const returnProbability = (latent: Latent, situation: Situation, deal: Deal | null): number =>
  deal ? 0.04 + 0.7 * deal.depth * mindOf(latent, situation).hunts + 0.05 * Math.min(1, added(situation, deal)) : 0.04;

/** Expected margin of the visit net of the deal's cost, before anything comes back; minor units. */
export const grossMargin = (latent: Latent, situation: Situation, deal: Deal | null): number =>
  buyProbability(latent, situation, deal) * (deal ? deal.treatedMarginMinor - deal.costMinor : situation.marginMinor);

/** Expected margin of the visit net of the deal's cost and of returns, minor units. */
export const expectedMargin = (latent: Latent, situation: Situation, deal: Deal | null): number => {
  const back = returnProbability(latent, situation, deal);
  const kept = deal ? deal.treatedMarginMinor - deal.costMinor : situation.marginMinor;
  return buyProbability(latent, situation, deal) * ((1 - back) * kept - back * returnHandlingMinor);
};
