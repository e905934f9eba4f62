/**
 * Which deal, if any: consent -> eligible -> guardrails -> score -> pick -> arm. Pure: the same input, the same answer.
 *
 * Draws. Exploration and the holdout are hashes of the shopper, never of the turn, so that asking again draws nothing new:
 *   explore(shopper, UTC day)     one number u in [0, 1) that spreads over the eligible arms and the greedy choice
 *   holdout(campaign, shopper)    held out when below `campaign.holdout`; cannot see scores
 * With the eligible arms E, the greedy choice g (an arm of E, or none) and ε(a), the exploration rate of a's campaign:
 *   P(a)    = ε(a) / |E| + [a = g] · (1 - Σ ε(b) / |E|, over b in E)
 *   P(none) =              [none = g] · (1 - Σ ε(b) / |E|)
 * The propensity logged is that of what happened: P(a) · (1 - holdout) for an offer shown, P(a) · holdout for one held
 * out, P(none) for deliberately nothing; over all three they add up to 1. It is > 0 for whatever was drawn.
 */
import { money } from '../../knowledge/domain/money.ts';
import type { NoOfferReason, Offer, OfferDecision, OfferRefusal } from '../../knowledge/domain/offer.ts';
import type { Campaign } from '../../knowledge/domain/promotion.ts';
import { hashUnit } from '../../knowledge/domain/random.ts';
import type { LivePromotion } from '../../knowledge/ports.ts';
import type { ArmScore, ResponseArm } from '../../models/types.ts';
import { type Basket, type BasketLine, prepareBasket } from './basket.ts';
import type { ChooseInput } from './choose-input.ts';
import { judge, type Verdict } from './evaluate.ts';
import { coolingUntil, isCapped, wasRedeemed } from './guardrails.ts';
import { pricedCart } from './price.ts';
import { stretchTo } from './stretch.ts';

/** A promotion that passed every gate, priced. */
export interface Arm {
  readonly promotion: LivePromotion;
  readonly campaign: Campaign;
  /** The basket it is priced for: the shopper's own, or the nearest that meets the condition. */
  readonly basket: Basket;
  readonly stretched: boolean;
  readonly verdict: Extract<Verdict, { kind: 'applies' }>;
  readonly response: ResponseArm;
}

export type ArmRefusal = OfferRefusal | 'capped' | 'cooling-down' | 'unknown-campaign';

/** What staff see of one promotion: why it was out, or what it was expected to bring. */
export interface ArmTrace {
  readonly promotion: LivePromotion['id'];
  readonly campaign: Campaign['id'];
  readonly stretched: boolean;
  readonly refused?: ArmRefusal;
  readonly savesMinor?: number;
  readonly costMinor?: number;
  readonly score?: ArmScore;
  /** P(a) of the header, before the holdout. */
  readonly probability?: number;
}

export interface DecisionTrace {
  readonly gate: 'consent' | 'service-first' | 'open-offer' | 'eligible' | 'guardrails' | 'score' | 'pick' | 'arm';
  readonly arms: readonly ArmTrace[];
  readonly model: string;
  readonly coolingUntil?: Date;
  readonly explored: boolean;
  readonly heldOut: boolean;
}

export interface Choice {
  readonly decision: OfferDecision;
  readonly trace: DecisionTrace;
}

/** The arm as the response model reads it. Depth is what is saved per unit of the treated basket's price, at most 1. */
export const responseArmFor = (
  promotion: Pick<LivePromotion, 'id' | 'action'>,
  basket: Basket,
  verdict: Extract<Verdict, { kind: 'applies' }>,
): ResponseArm => ({
  promotion: promotion.id,
  kind: promotion.action.kind,
  depth: basket.goodsMinor > 0 ? Math.min(1, verdict.savesMinor / basket.goodsMinor) : 0,
  costMinor: verdict.costMinor,
  treatedBasketMinor: basket.goodsMinor,
  treatedMarginMinor: basket.goodsMinor - (basket.costMinor ?? basket.goodsMinor),
});

const linesOf = (basket: Basket): BasketLine[] => basket.shown.map(place => basket.lines[place] as BasketLine);

/** Eligible and inside the guardrails: an arm, or why not. */
export const armFor = (
  promotion: LivePromotion,
  campaign: Campaign | undefined,
  basket: Basket,
  input: Pick<ChooseInput, 'shopper' | 'orderCount' | 'now' | 'catalogue' | 'recent' | 'mayStretch'>,
): Arm | ArmRefusal => {
  if (!campaign) return 'unknown-campaign';
  const { now } = input;
  if (!campaign.active || now < campaign.startsAt || now >= campaign.endsAt) return 'not-active';
  if (wasRedeemed(promotion.id, input.recent)) return 'already-redeemed';
  const question = {
    promotion,
    shopper: { segments: input.shopper.segments, orderCount: input.orderCount },
    now,
    products: input.catalogue,
    catalogue: input.catalogue,
    marginFloor: campaign.guardrails.marginFloor,
  };
  let verdict = judge(basket, question);
  let treated = basket;
  const near = verdict.kind === 'refused' && verdict.reason === 'conditions-not-met' ? verdict.unlock : undefined;
  if (near && input.mayStretch !== false) {
    const stretched = stretchTo(basket, near, question);
    if (stretched) {
      treated = stretched.basket;
      verdict = stretched.verdict;
    }
  }
  if (verdict.kind === 'refused') return verdict.reason;
  if (!treated.inStock) return 'out-of-stock';
  if (isCapped(campaign, input.recent, now)) return 'capped';
  if (promotion.remainingMinor < verdict.savesMinor) return 'budget-spent';
  const response = responseArmFor(promotion, treated, verdict);
  return { promotion, campaign, basket: treated, stretched: treated !== basket, verdict, response };
};

/** Probability that each arm is picked, by the formula in the header, then that nothing is; adds up to 1. */
export const pickProbabilities = (
  arms: readonly { readonly campaign: Pick<Campaign, 'exploration'> }[],
  greedy: number | null,
): { readonly arms: readonly number[]; readonly none: number } => {
  const explored = arms.map(a => a.campaign.exploration / arms.length);
  const rest = 1 - explored.reduce((a, b) => a + b, 0);
  return { arms: explored.map((p, i) => (i === greedy ? p + rest : p)), none: greedy === null ? rest : 0 };
};

/** The arm that `u` in [0, 1) falls on, exploration first; null: nothing is offered. */
export const draw = (
  arms: readonly { readonly campaign: Pick<Campaign, 'exploration'> }[],
  greedy: number | null,
  u: number,
): { readonly pick: number | null; readonly explored: boolean } => {
  let edge = 0;
  for (const [i, arm] of arms.entries()) {
    edge += arm.campaign.exploration / arms.length;
    if (u < edge) return { pick: i, explored: true };
  }
  return { pick: greedy, explored: false };
};

/** Shares a shopper's held-out place in a campaign: stable for the campaign's life, blind to every score. */
export const isHeldOut = (campaign: Pick<Campaign, 'id' | 'holdout'>, shopper: ChooseInput['shopper']['id']): boolean =>
  hashUnit(`holdout|${campaign.id}|${shopper}`) < campaign.holdout;

const noOffer = (reason: NoOfferReason, trace: Partial<DecisionTrace> & Pick<DecisionTrace, 'gate'>): Choice => ({
  decision: { kind: 'none', reason },
  trace: { arms: [], model: 'none', explored: false, heldOut: false, ...trace },
});

/** Of all that was refused, the reason a shopper should hear: whatever got furthest. */
const refusalReason = (refusals: readonly ArmRefusal[]): NoOfferReason =>
  refusals.includes('capped') ? 'capped' : refusals.includes('budget-spent') ? 'budget-spent' : 'none-eligible';

/** The whole choice with its reasons for staff. */
export const decideOffer = (input: ChooseInput): Choice => {
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

  const basket = prepareBasket(input.basket, input.shop);
  const arms: Arm[] = [];
  const traces: ArmTrace[] = [];
  const campaigns = new Map(input.campaigns.map(c => [c.id, c]));
  for (const promotion of input.live) {
    const arm = armFor(promotion, campaigns.get(promotion.campaign), basket, input);
    if (typeof arm === 'string') {
      traces.push({ promotion: promotion.id, campaign: promotion.campaign, stretched: false, refused: arm });
    } else arms.push(arm);
  }
  const cooling = coolingUntil(input.campaigns, input.recent, input.now);
  if (cooling && arms.length > 0) {
    for (const { promotion, stretched } of arms) {
      traces.push({ promotion: promotion.id, campaign: promotion.campaign, stretched, refused: 'cooling-down' });
    }
    return noOffer('capped', { gate: 'guardrails', arms: traces, coolingUntil: cooling });
  }
  if (arms.length === 0) {
    const reason = refusalReason(traces.flatMap(t => t.refused ?? []));
    return noOffer(reason, { gate: reason === 'none-eligible' ? 'eligible' : 'guardrails', arms: traces });
  }
  if (!input.response && !input.asked) return noOffer('no-model', { gate: 'score', arms: traces });

  const scores = scoreArms(input, basket, arms);
  const greedy = greedyArm(input, arms, scores);
  const probabilities = pickProbabilities(arms, greedy);
  const day = input.now.toISOString().slice(0, 10);
  const { pick, explored } = draw(arms, greedy, hashUnit(`explore|${input.shopper.id}|${day}`));

  for (const [i, arm] of arms.entries()) {
    traces.push({
      promotion: arm.promotion.id,
      campaign: arm.campaign.id,
      stretched: arm.stretched,
      savesMinor: arm.verdict.savesMinor,
      costMinor: arm.verdict.costMinor,
      ...(scores ? { score: scores[i] as ArmScore } : {}),
      probability: probabilities.arms[i] as number,
    });
  }
  const model = input.response ? `${input.response.name}@${input.response.version}` : 'default';
  if (pick === null) {
    const campaign = (arms[0] as Arm).campaign.id;
    return {
      decision: { kind: 'none', reason: 'no-uplift', campaign, propensity: probabilities.none },
      trace: { gate: 'pick', arms: traces, model, explored: false, heldOut: false },
    };
  }

  const arm = arms[pick] as Arm;
  const offer = offerFor(input, arm, scores?.[pick], model, explored);
  const probability = probabilities.arms[pick] as number;
  const heldOut = isHeldOut(arm.campaign, input.shopper.id);
  const trace: DecisionTrace = { gate: 'arm', arms: traces, model, explored, heldOut };
  const { holdout } = arm.campaign;
  return heldOut
    ? { decision: { kind: 'held-out', ghost: offer, propensity: probability * holdout }, trace }
    : { decision: { kind: 'offer', offer, propensity: probability * (1 - holdout) }, trace };
};

const scoreArms = (input: ChooseInput, basket: Basket, arms: readonly Arm[]): ArmScore[] | null =>
  input.response?.score(
    {
      features: input.features,
      basketMinor: basket.goodsMinor,
      basketMarginMinor: basket.goodsMinor - (basket.costMinor ?? basket.goodsMinor),
    },
    arms.map(a => a.response),
  ) ?? null;

/** The arm that earns most over making no offer, if any does; without a model the one that costs least. */
const greedyArm = (input: ChooseInput, arms: readonly Arm[], scores: readonly ArmScore[] | null): number | null => {
  let best: number | null = null;
  let most = input.response ? 0 : Number.NEGATIVE_INFINITY;
  for (const [i, arm] of arms.entries()) {
    const value = scores ? (scores[i]?.upliftMinor ?? Number.NEGATIVE_INFINITY) : -arm.verdict.costMinor;
    if (value > most) {
      most = value;
      best = i;
    }
  }
  return best;
};

const offerFor = (
  input: ChooseInput,
  arm: Arm,
  score: ArmScore | undefined,
  model: string,
  explored: boolean,
): Offer => ({
  id: input.offerId,
  promotion: arm.promotion.id,
  campaign: arm.campaign.id,
  shopper: input.shopper.id,
  conversation: input.conversation,
  turn: input.turn,
  kind: arm.promotion.action.kind,
  rule: { conditions: arm.promotion.conditions, action: arm.promotion.action },
  basket: linesOf(arm.basket).map(line => ({ product: line.product.id, quantity: line.quantity })),
  priced: pricedCart(arm.basket, arm.verdict.application),
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
