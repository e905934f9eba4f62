/**
 * "Can you do better?" A counter-offer is another promotion of the same campaign that saves more and gives something back:
 * more goods in the basket, at no less margin for the shop if it is taken. It is scored on the shopper's own curve and
 * passes the same gates; what was said, how often or how rudely, is not an input. The standing offer keeps standing; of
 * the two only one can be used. At most `Campaign.maxCounterOffers` of them, then a last word that asking does not move.
 */
import type { Impression, Offer } from '../../../knowledge/domain/offer.ts';
import { campaignOf } from '../../../knowledge/domain/promotion.ts';
import { hashUnit } from '../../../knowledge/domain/random.ts';
import { type Basket, type BasketLine, prepareBasket } from '../combine/basket.ts';
import { BesideAutomatic } from '../combine/beside-automatic.ts';
import { type Arm, eligibleArm, questionFor } from './arms.ts';
import { type Choice, offerFor, returnRateOf, scoreArms } from './choose.ts';
import type { ChooseInput } from './choose-input.ts';
import type { ArmRefusal, ArmTrace, DecisionTrace } from './explain.ts';
import { drawnAs } from './guardrails.ts';
import { segmentOf } from './segment.ts';
import { certainChances, draw, modelName, pickChances, valued } from './select.ts';

/** The offer a negotiation began with: the one that is no counter-offer itself, or whose answers are all that is left. */
const rootOf = (open: readonly Offer[]): { readonly root: Offer['id']; readonly chain: readonly Offer[] } | null => {
  const [newest] = open;
  if (!newest) return null;
  const root = newest.counterTo ?? newest.id;
  return { root, chain: open.filter(o => o.id === root || o.counterTo === root) };
};

/** Who asks for more may be asked for more in return: twice the goods of what stands, and a little to find them. */
const counterLimit = 2.1;

/** So often the same goods are asked for where the least dear addition gives too little back. */
const mostTimes = 6;

/** The basket twice, three times and so on, up to what may be asked for and is in stock: "take two of them". */
const multiplesOf = (basket: Basket, mostMinor: number): Basket[] => {
  const multiples: Basket[] = [];
  for (let times = 2; times <= mostTimes && times * basket.goodsMinor <= mostMinor; times++) {
    const lines = basket.shown.flatMap(place => basket.lines[place] ?? []);
    const more = prepareBasket(
      lines.map(({ product, quantity }) => ({ product, quantity: times * quantity })),
      basket.shop,
    );
    if (more.inStock) multiples.push(more);
  }
  return multiples;
};

/** Counter-offers made to `root` so far. */
const stepsTaken = (root: Offer['id'], recent: readonly Impression[]): number =>
  recent.filter(i => i.counterTo === root).length;

/** What the shop earns if the offer is taken as it stands, minor units; null when a cost is unknown. */
const marginOf = (offer: Offer, catalogue: ChooseInput['catalogue']): number | null => {
  let margin = -offer.priced.shippingDiscount.minor;
  for (const line of offer.priced.lines) {
    const cost = catalogue.get(line.product)?.cost;
    if (!cost) return null;
    margin += line.paid.minor - cost.minor * line.quantity;
  }
  return margin;
};

const goodsOf = (offer: Offer): number =>
  offer.priced.lines.reduce((sum, l) => (l.gift ? sum : sum + l.unitPrice.minor * l.quantity), 0);

/** The basket that is negotiated about: the shopper's own, else the one the standing offer was made for. */
const basketFor = (input: ChooseInput, chain: readonly Offer[]): readonly BasketLine[] => {
  if (input.basket.length > 0 && input.mayStretch !== false) return input.basket;
  return (chain.at(-1)?.basket ?? []).flatMap(({ product, quantity }) => {
    const known = input.catalogue.get(product);
    return known ? [{ product: known, quantity }] : [];
  });
};

/**
 * The counter-offer to what is open, with the probability it was picked with; null: the last word is said. Pure; the same
 * shopper asking at the same step of a negotiation that began the same day draws the same number: to start anew, or from
 * another device, draws nothing new.
 */
export const decideCounter = (input: ChooseInput): Choice | null => {
  const negotiation = rootOf(input.open.filter(o => o.shopper === input.shopper.id && o.expiresAt > input.now));
  if (!negotiation || !input.shopper.consent.personalOffers || input.serviceFirst) return null;
  const { root, chain } = negotiation;
  const campaign = campaignOf(input.campaigns, (chain[0] as Offer).campaign);
  const most = campaign?.maxCounterOffers ?? 0;
  const step = stepsTaken(root, input.recent) + 1;
  if (!campaign || step > most) return null;

  const basket = prepareBasket(basketFor(input, chain), input.shop);
  const beside = new BesideAutomatic(input.live, input);
  const standing = {
    goodsMinor: Math.max(...chain.map(goodsOf)),
    savesMinor: Math.max(...chain.map(o => o.saves.minor)),
    marginMinor: Math.max(...chain.map(o => marginOf(o, input.catalogue) ?? Number.POSITIVE_INFINITY)),
  };
  const mostMinor = Math.floor(counterLimit * standing.goodsMinor);
  const multiples = multiplesOf(basket, mostMinor);
  const arms: Arm[] = [];
  const traces: ArmTrace[] = [];
  const question = { ...questionFor({ ...input, mayStretch: true }), mostMinor };
  for (const promotion of input.live) {
    if (promotion.campaign !== campaign.id || (promotion.trigger ?? 'offer') !== 'offer') continue;
    let refused: ArmRefusal | null = null;
    for (const asked of [basket, ...multiples]) {
      const alone = eligibleArm(promotion, campaign, asked, question);
      const arm = typeof alone === 'string' ? alone : beside.judge(alone, arms.length);
      if (typeof arm !== 'string' && givesBack(arm, standing, chain)) {
        arms.push(asked === basket ? arm : { ...arm, stretched: true });
        refused = null;
        break;
      }
      // What keeps the goods as they are from it is what staff read.
      refused ??= typeof arm === 'string' ? arm : 'no-counter-offer';
      // A deal that these very goods meet gives nothing for more of them: it would stand when fewer are taken.
      if (asked === basket && (typeof alone === 'string' ? alone !== 'conditions-not-met' : !alone.stretched)) break;
    }
    if (refused) traces.push({ promotion: promotion.id, campaign: campaign.id, stretched: false, refused });
  }
  if (arms.length === 0) return null;

  const marginMinor = basket.goodsMinor - (basket.costMinor ?? basket.goodsMinor) - beside.costMinor(basket);
  const scores = scoreArms(input, basket, arms, marginMinor);
  const segment = segmentOf(input.features);
  const worth = scores ? valued(input, arms, scores, segment, marginMinor) : null;
  const chances = worth ? pickChances(arms, worth) : certainChances(arms, 0);
  const begun = (chain.at(-1) as Offer).quotedAt.toISOString().slice(0, 10);
  const drawn = drawnAs({ shopper: input.shopper.id, device: input.device }, input.recent, input.now);
  const pick = draw(chances, hashUnit(`counter|${drawn}|${campaign.id}|${begun}|${step}`));
  if (pick === null) return null;

  const arm = arms[pick] as Arm;
  const score = scores?.[pick];
  for (const [i, one] of arms.entries()) {
    traces.push({
      promotion: one.promotion.id,
      campaign: campaign.id,
      stretched: one.stretched,
      savesMinor: one.verdict.savesMinor,
      costMinor: one.verdict.costMinor,
      ...(scores?.[i] ? { score: scores[i] } : {}),
      ...(worth?.arms[i] ? { valueMinor: worth.arms[i].mean, valueSdMinor: worth.arms[i].sd } : {}),
      probability: chances.arms[i] as number,
    });
  }
  const trace: DecisionTrace = {
    gate: 'arm',
    arms: traces,
    model: input.response ? modelName(input.response) : 'default',
    none: { valueMinor: worth?.none.mean ?? 0, valueSdMinor: worth?.none.sd ?? 0, probability: chances.none },
    segment,
    explored: pick !== chances.greedy,
    heldOut: false,
    counter: { to: root, step, most },
  };
  const offer = { ...offerFor(input, arm, score, trace, beside), counterTo: root };
  const p0 = scores?.[0]?.buyProbabilityWithout;
  const kept = input.response ? 1 - returnRateOf(input.response, basket) : 1;
  return {
    decision: { kind: 'offer', offer, propensity: chances.arms[pick] as number },
    trace,
    taken: { arm, ...(score ? { score } : {}) },
    ...(p0 === undefined ? {} : { withoutMinor: p0 * marginMinor * kept }),
  };
};

/** More goods for more saved, and the shop earns no less by it than by what stands. */
const givesBack = (
  arm: Arm,
  standing: { readonly goodsMinor: number; readonly savesMinor: number; readonly marginMinor: number },
  chain: readonly Offer[],
): boolean =>
  !chain.some(o => o.promotion === arm.promotion.id) &&
  arm.basket.goodsMinor > standing.goodsMinor &&
  arm.verdict.savesMinor > standing.savesMinor &&
  arm.response.treatedMarginMinor - arm.verdict.costMinor >= standing.marginMinor;
