/**
 * Which deal, if any: consent -> eligible -> guardrails -> score -> pick -> arm. Pure: the same input, the same answer.
 *
 * Draws are hashes of the shopper (of the device, where it is known), never of the turn, so that asking again draws nothing new:
 *   pick(device or shopper, UTC day)   one number u in [0, 1) that falls on an arm or on "no offer"; see select.ts; the
 *                                      shopper's next device draws the first one's number
 *   holdout(campaign, shopper)         held out when below `campaign.holdout`; cannot see scores
 * The propensity logged is that of what happened: P(a) · (1 - holdout) for an offer shown, P(a) · holdout for one held
 * out, P(none) for deliberately nothing; over all three they add up to 1. It is > 0 for whatever was drawn.
 */
import { money } from '../../../knowledge/domain/money.ts';
import type { NoOfferReason, Offer, OfferDecision } from '../../../knowledge/domain/offer.ts';
import type { Campaign } from '../../../knowledge/domain/promotion.ts';
import { hashUnit } from '../../../knowledge/domain/random.ts';
import type { ArmScore, ResponseArm, ResponseModel } from '../../../models/types.ts';
import { type Basket, type BasketLine, lineMinor, prepareBasket } from '../combine/basket.ts';
import { BesideAutomatic } from '../combine/beside-automatic.ts';
import { applicationOf, pricedCart } from '../combine/price.ts';
import { type Arm, armFor, questionFor } from './arms.ts';
import type { ChooseInput } from './choose-input.ts';
import type { ArmRefusal, ArmTrace, DecisionTrace } from './explain.ts';
import { coolingUntil, deviceCoolingUntil, drawDay, drawnAs, earlierOffers } from './guardrails.ts';
import { segmentOf } from './segment.ts';
import { certainChances, draw, modelName, type PickChances, pickChances, type Valued, valued } from './select.ts';

export interface Choice {
  readonly decision: OfferDecision;
  readonly trace: DecisionTrace;
  /** The arm of the offer or ghost, and its score; for its impression. */
  readonly taken?: { readonly arm: Arm; readonly score?: ArmScore };
  /** Margin expected without an offer, net of returns, where a model scored; minor units. */
  readonly withoutMinor?: number;
}

const linesOf = (basket: Basket): BasketLine[] => basket.shown.map(place => basket.lines[place] as BasketLine);

/** Shares a shopper's held-out place in a campaign: stable for the campaign's life, blind to every score. */
export const isHeldOut = (campaign: Pick<Campaign, 'id' | 'holdout'>, shopper: ChooseInput['shopper']['id']): boolean =>
  hashUnit(`holdout|${campaign.id}|${shopper}`) < campaign.holdout;

const noOffer = (reason: NoOfferReason, trace: Partial<DecisionTrace> & Pick<DecisionTrace, 'gate'>): Choice => ({
  decision: { kind: 'none', reason },
  trace: { arms: [], model: 'none', explored: false, heldOut: false, ...trace },
});

/** Of all that was refused, the reason a shopper should hear: whatever got furthest. */
const refusalReason = (refusals: readonly ArmRefusal[]): NoOfferReason =>
  refusals.includes('capped') || refusals.includes('more-than-earlier')
    ? 'capped'
    : refusals.includes('budget-spent')
      ? 'budget-spent'
      : 'none-eligible';

/** The gates that ask nothing of promotions, budgets or the past: refused or open already; null: the choice goes on. */
export const firstGates = (input: Pick<ChooseInput, 'shopper' | 'serviceFirst' | 'open' | 'now'>): Choice | null => {
  if (!input.shopper.consent.personalOffers) return noOffer('no-consent', { gate: 'consent' });
  if (input.serviceFirst) return noOffer('not-now', { gate: 'service-first' });
  const now = input.now.getTime();
  const open = input.open.find(
    o => o.shopper === input.shopper.id && (o.state === 'quoted' || o.state === 'held') && o.expiresAt.getTime() > now,
  );
  if (open) {
    return {
      decision: { kind: 'offer', offer: open, propensity: 1 },
      trace: { gate: 'open-offer', arms: [], model: open.because.model, explored: false, heldOut: false },
    };
  }
  return null;
};

/** The whole choice with its reasons for staff. */
export const decideOffer = (input: ChooseInput): Choice => {
  const settled = firstGates(input);
  if (settled) return settled;
  const basket = prepareBasket(input.basket, input.shop);
  const beside = new BesideAutomatic(input.live, input);
  const { arms, traces } = allArms(input, basket, beside);
  const onDevice = deviceCoolingUntil(input.campaigns, input.recentOnDevice ?? [], input.shopper.id, input.now);
  const cooling = coolingUntil(input.campaigns, input.recent, input.now) ?? onDevice;
  if (cooling && arms.length > 0) {
    for (const { promotion, stretched } of arms) {
      traces.push({ promotion: promotion.id, campaign: promotion.campaign, stretched, refused: 'cooling-down' });
    }
    return noOffer('capped', {
      gate: 'guardrails',
      arms: traces,
      coolingUntil: cooling,
      ...(onDevice === cooling ? { onDevice: true } : {}),
    });
  }
  if (arms.length === 0) {
    const reason = refusalReason(traces.flatMap(t => t.refused ?? []));
    return noOffer(reason, { gate: reason === 'none-eligible' ? 'eligible' : 'guardrails', arms: traces });
  }
  if (!input.response && !input.asked) return noOffer('no-model', { gate: 'score', arms: traces });

  const marginMinor = basket.goodsMinor - (basket.costMinor ?? basket.goodsMinor) - beside.costMinor(basket);
  const scores = scoreArms(input, basket, arms, marginMinor);
  const segment = segmentOf(input.features);
  const worth = scores ? valued(input, arms, scores, segment, marginMinor) : null;
  const chances = worth ? pickChances(arms, worth) : certainChances(arms, cheapest(arms));
  const drawn = drawnAs({ shopper: input.shopper.id, device: input.device }, input.recent, input.now);
  const u = hashUnit(`pick|${drawn}|${drawDay(input.recent, input.now)}`);
  const pick = draw(chances, u);

  const known = { scores, worth, chances };
  for (let i = 0; i < arms.length; i++) traces.push(armTrace(input, arms[i] as Arm, i, known));
  const trace = {
    arms: traces,
    model: input.response ? modelName(input.response) : 'default',
    none: {
      valueMinor: worth?.none.mean ?? 0,
      valueSdMinor: worth?.none.sd ?? 0,
      probability: chances.none,
    },
    segment,
    explored: pick !== chances.greedy,
  };
  const kept = input.response ? 1 - returnRateOf(input.response, basket) : 1;
  const p0 = scores?.[0]?.buyProbabilityWithout;
  const expected = p0 === undefined ? {} : { withoutMinor: p0 * marginMinor * kept };
  if (pick === null) {
    // Filed under the campaign that would have come next.
    const campaign = (arms[likeliest(chances)] as Arm).campaign.id;
    return {
      decision: { kind: 'none', reason: 'no-uplift', campaign, propensity: chances.none },
      trace: { gate: 'pick', ...trace, heldOut: false },
      ...expected,
    };
  }

  const arm = arms[pick] as Arm;
  const score = scores?.[pick];
  const offer = offerFor(input, arm, score, trace, beside);
  const probability = chances.arms[pick] as number;
  const heldOut = isHeldOut(arm.campaign, input.shopper.id);
  const { holdout } = arm.campaign;
  return {
    decision: heldOut
      ? { kind: 'held-out', ghost: offer, propensity: probability * holdout }
      : { kind: 'offer', offer, propensity: probability * (1 - holdout) },
    trace: { gate: 'arm', ...trace, heldOut },
    taken: { arm, ...(score ? { score } : {}) },
    ...expected,
  };
};

/** Every live promotion as an arm, or with the reason why it is none. */
const allArms = (input: ChooseInput, basket: Basket, beside: BesideAutomatic): { arms: Arm[]; traces: ArmTrace[] } => {
  const arms: Arm[] = [];
  const traces: ArmTrace[] = [];
  const campaigns = new Map(input.campaigns.map(c => [c.id, c]));
  const earlier = earlierOffers(input.campaigns, [...input.recent, ...(input.recentOnDevice ?? [])], input.now);
  const question = questionFor(input);
  for (const promotion of input.live) {
    if ((promotion.trigger !== undefined && promotion.trigger !== 'offer') || promotion.counterOnly) continue;
    const alone = armFor(promotion, campaigns.get(promotion.campaign), basket, question, earlier);
    const arm = typeof alone === 'string' ? alone : beside.judge(alone, arms.length);
    if (typeof arm === 'string') {
      traces.push({ promotion: promotion.id, campaign: promotion.campaign, stretched: false, refused: arm });
    } else arms.push(arm);
  }
  return { arms, traces };
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const armTrace = (
  input: ChooseInput,
  arm: Arm,
  place: number,
  known: { scores: readonly ArmScore[] | null; worth: Valued | null; chances: PickChances },
): ArmTrace => {
  const budget = input.pacing?.get(arm.campaign.id);
  const worth = known.worth?.arms[place];
  const score = known.scores?.[place];
  const { promotion, campaign, stretched } = arm;
  const { savesMinor, costMinor } = arm.verdict;
  const probability = known.chances.arms[place] as number;
  const left = budget ? budget.leftMinor : Number.POSITIVE_INFINITY;
  const remainingMinor = Math.min(promotion.remainingMinor, left);
  // Written whole, without spreading: hundreds are made for one decision.
  const trace: Writable<ArmTrace> =
    score && worth
      ? {
          promotion: promotion.id,
          campaign: campaign.id,
          stretched,
          savesMinor,
          costMinor,
          probability,
          remainingMinor,
          score,
          valueMinor: worth.mean,
          valueSdMinor: worth.sd,
        }
      : {
          promotion: promotion.id,
          campaign: campaign.id,
          stretched,
          savesMinor,
          costMinor,
          probability,
          remainingMinor,
        };
  if (budget && budget.price > 0) trace.price = budget.price;
  return trace;
};

/** Scores net of what is expected to come back, where the model knows of returns. */
export const scoreArms = (
  input: ChooseInput,
  basket: Basket,
  arms: readonly Arm[],
  basketMarginMinor: number,
): ArmScore[] | null => {
  const { response } = input;
  if (!response) return null;
  const returnRate = returnRateOf(response, basket);
  const context = { features: input.features, basketMinor: basket.goodsMinor, basketMarginMinor, returnRate };
  return response.score(
    context,
    arms.map(arm => askedOf(arm, response)),
  );
};

const askedOf = ({ stretched, basket, response: asked }: Arm, response: ResponseModel): ResponseArm => {
  if (!stretched || !response.expectedReturnRate) return asked;
  const { promotion, kind, depth, costMinor, treatedBasketMinor, treatedMarginMinor } = asked;
  const returnRate = returnRateOf(response, basket);
  return { promotion, kind, depth, costMinor, treatedBasketMinor, treatedMarginMinor, returnRate };
};

export const returnRateOf = (response: ResponseModel, basket: Basket): number =>
  response.expectedReturnRate?.(
    basket.lines.map(line => ({ category: line.product.category, valueMinor: lineMinor(line) })),
  ) ?? 0;

/** Without a model, the deal that costs least. */
const cheapest = (arms: readonly Arm[]): number =>
  arms.reduce((best, arm, i) => (arm.verdict.costMinor < (arms[best] as Arm).verdict.costMinor ? i : best), 0);

const likeliest = ({ arms }: PickChances): number =>
  arms.reduce((best, p, i) => (p > (arms[best] as number) ? i : best), 0);

export const offerFor = (
  input: ChooseInput,
  arm: Arm,
  score: ArmScore | undefined,
  { model, explored }: Pick<DecisionTrace, 'model' | 'explored'>,
  beside?: BesideAutomatic,
): Offer => ({
  id: input.offerId,
  promotion: arm.promotion.id,
  campaign: arm.campaign.id,
  shopper: input.shopper.id,
  conversation: input.conversation,
  turn: input.turn,
  kind: arm.promotion.action.kind,
  rule: {
    conditions: arm.promotion.conditions,
    action: arm.promotion.action,
    ...(arm.promotion.group !== undefined ? { group: arm.promotion.group } : {}),
    ...(arm.promotion.order !== undefined ? { order: arm.promotion.order } : {}),
    ...(arm.promotion.onReturn !== undefined ? { onReturn: arm.promotion.onReturn } : {}),
  },
  basket: linesOf(arm.basket).map(line => ({ product: line.product.id, quantity: line.quantity })),
  priced: beside?.any
    ? beside.with(arm).priced
    : pricedCart(arm.basket, applicationOf(arm.basket, arm.promotion, arm.verdict.sized)),
  saves: money(arm.verdict.savesMinor, arm.basket.currency),
  state: 'quoted',
  quotedAt: input.now,
  expiresAt: new Date(input.now.getTime() + arm.campaign.quoteMinutes * 60_000),
  because: {
    model,
    upliftMinor: score?.upliftMinor ?? 0,
    buyProbability: score?.buyProbability ?? 0,
    buyProbabilityWithout: score?.buyProbabilityWithout ?? 0,
    explored,
  },
});

/**
 * The decision alone. Never two open offers: one that is open is returned again, with the turn it was made in and
 * propensity 1, and must be neither inserted nor logged a second time (`isReshown`).
 */
export const chooseOffer = (input: ChooseInput): OfferDecision => decideOffer(input).decision;

/** The reasons alone: per promotion why it was out or what it scored, and which gate ended the choice. */
export const decisionTrace = (input: ChooseInput): DecisionTrace => decideOffer(input).trace;

/** True for an open offer shown again: it is in the ledger already. */
export const isReshown = (decision: OfferDecision, turn: ChooseInput['turn']): boolean =>
  decision.kind === 'offer' && decision.offer.turn !== turn;
