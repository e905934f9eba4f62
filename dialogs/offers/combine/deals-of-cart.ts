/**
 * The deals that may come onto a cart and the best combination of them: what runs by itself, what its codes open, and
 * the personal offer on it. Whether a pool still has room (`room-of-deals.ts`) is looked up here, so that the price shown
 * can be had; what decides is the hold at checkout. An offer takes what was promised by it whatever its pools say; what a
 * larger cart would take beyond that, it takes while there is room, and otherwise stays at what was promised.
 */
import type { PromotionCode } from '../../../knowledge/domain/code.ts';
import type { ShopperId } from '../../../knowledge/domain/ids.ts';
import { type Money, money } from '../../../knowledge/domain/money.ts';
import type { Offer, OfferRefusal, Promised } from '../../../knowledge/domain/offer.ts';
import type { Cart } from '../../../knowledge/domain/order.ts';
import { type PoolBound, poolBounds, promiseText } from '../../../knowledge/domain/pool.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { PromotionRules } from '../../../knowledge/ports/promotions.ts';
import type { ConditionShopper } from '../choose/conditions.ts';
import { evaluatePromotion } from '../choose/evaluate.ts';
import {
  type CartGoods,
  coversQuote,
  isWithinQuote,
  type LedgerStores,
  orderIdOf,
  readGoods,
  redemptionIdOf,
  redemptionOfOffer,
} from '../ledger/ledger.ts';
import {
  bestCombination,
  type Candidate,
  type Combination,
  type CombineInput,
  type CombineRule,
  type DealTrace,
} from './combine.ts';
import { addRoom, type DealClaim, firstShort, lookUp, type Named, nameOf } from './room-of-deals.ts';

/** Most codes a cart keeps. */
export const maxCodes = 8;

export interface DealsInput {
  readonly stores: LedgerStores;
  readonly cart: Pick<Cart, 'id' | 'version' | 'lines' | 'codes' | 'gifts'>;
  /** The personal offer on the cart, or about to be; one that stands. */
  readonly offer: Offer | null;
  /** The pools were asked for more than was promised by the offer, in vain: it takes what was promised. */
  readonly asPromised?: boolean;
  readonly shopper: ShopperId;
  readonly shop: Shop;
  readonly now: Date;
}

export interface CartDeals {
  readonly goods: CartGoods;
  readonly combination: Combination;
  /** What it was combined from. */
  readonly combined: CombineInput;
  readonly rules: PromotionRules;
  /** As the conditions see the shopper. */
  readonly person: ConditionShopper;
  /** The codes entered that were issued. */
  readonly codes: ReadonlyMap<string, PromotionCode>;
  /** For any deal of the trace. */
  claimOf(deal: Named): DealClaim;
  /** What an applied deal takes from its pools. */
  drawnBy(deal: Named & { readonly saves: Money }): Money;
  /** What was promised by the offer, where this cart would take more and can't. */
  readonly cappedAt?: Money;
}

const isRunning = (rule: Promotion, now: Date): boolean => rule.active && rule.startsAt <= now && rule.endsAt > now;

/** The rule an offer is priced by: as it was quoted; the promotion's own for offers older than that. Null: both are gone. */
const ruleOfOffer = (offer: Offer, promotion: Promotion | undefined): CombineRule | null => {
  const rule = offer.rule ?? promotion;
  if (!rule) return null;
  const { group, order } = rule;
  return {
    id: offer.promotion,
    campaign: offer.campaign,
    name: promotion?.name ?? {},
    conditions: rule.conditions,
    action: rule.action,
    active: true,
    startsAt: offer.quotedAt,
    endsAt: offer.expiresAt,
    trigger: 'offer',
    ...(group === undefined ? {} : { group }),
    ...(order === undefined ? {} : { order }),
  };
};

/** What the conditions ask of the person, read only when one of them asks. */
const readShopper = async (input: DealsInput, candidates: readonly Candidate[]): Promise<ConditionShopper> => {
  const { stores, shopper, now } = input;
  const asks = (kind: string): boolean =>
    candidates.some(c => c.promotion.conditions.some(condition => condition.kind === kind));
  const [person, orders] = await Promise.all([
    asks('segment') ? stores.shoppers.get(shopper) : null,
    asks('first-order') ? stores.orders.ofShopper(shopper, 20) : [],
  ]);
  const orderCount = orders.filter(o => o.status !== 'cancelled').length;
  return { segments: person?.segments ?? [], orderCount, id: shopper, now };
};

/**
 * Prices the cart. Without automatic promotions and codes this reads the products and nothing else; with them, also how
 * full their pools are.
 */
export const dealsOfCart = async (input: DealsInput): Promise<CartDeals> => {
  const { stores, cart, offer, shopper, shop, now } = input;
  const entered = cart.codes ?? [];
  const issued = await stores.codes.many(entered);
  const codes = new Map(issued.map(c => [c.id, c]));
  const wanted = [...(offer ? [offer.promotion] : []), ...issued.map(c => c.promotion)];
  const rules = await stores.promotions.rules(wanted);

  const candidates: Candidate[] = [];
  const quoted = offer ? ruleOfOffer(offer, rules.promotions.get(offer.promotion)) : null;
  if (offer && quoted) candidates.push({ promotion: quoted, offer: offer.id, promised: true });
  for (const id of entered) {
    const code = codes.get(id);
    const promotion = code && rules.promotions.get(code.promotion);
    if (!code || !promotion) continue;
    const refused = !code.active ? 'not-active' : promotion.id === offer?.promotion ? 'already-held' : null;
    candidates.push({ promotion, code: id, ...(refused ? { refused } : {}) });
  }
  for (const promotion of rules.promotions.values()) {
    const runs = promotion.trigger === 'automatic' && isRunning(promotion, now);
    if (runs && promotion.id !== offer?.promotion) candidates.push({ promotion });
  }

  const claims = new Map<string, DealClaim>();
  const claimOf = (deal: Named): DealClaim => {
    const known = claims.get(nameOf(deal));
    if (known) return known;
    const promotion = rules.promotions.get(deal.promotion);
    const personal = deal.offer !== undefined && deal.offer === offer?.id ? offer : null;
    const rule = personal?.rule ?? promotion;
    const campaign = personal?.campaign ?? promotion?.campaign;
    if (!rule || !campaign) throw new Error(`No rule for the deal ${nameOf(deal)} of cart ${cart.id}`);
    const limits = promotion?.limits;
    const promise = personal?.promise;
    const code = deal.code === undefined ? undefined : codes.get(deal.code);
    const bounds = poolBounds(
      {
        promotion: deal.promotion,
        campaign,
        limits,
        budget: rules.budgets.get(campaign),
        shopper,
        code: code && { id: code.id, singleUse: code.singleUse },
        timeZone: shop.timeZone,
        now,
      },
      shop.currency,
    );
    const claim: DealClaim = {
      redemption: personal
        ? redemptionOfOffer(personal, limits)
        : redemptionIdOf({ promotion: deal.promotion, limits, shopper, order: orderIdOf(cart) }),
      campaign,
      bounds: promise ? boundsOfPromise(promise, bounds) : bounds,
      ...(personal && promise ? { promise: { text: promiseText(personal, promise.minor), minor: promise.minor } } : {}),
      rule: keptRule(rule, promotion),
    };
    claims.set(nameOf(deal), claim);
    return claim;
  };

  const open = candidates.filter(c => !c.offer && !c.refused);
  const [goods, person, room] = await Promise.all([
    readGoods(
      stores,
      cart.lines,
      shop,
      candidates.map(c => c.promotion),
    ),
    readShopper(input, candidates),
    lookUp(
      input,
      open.map(c => ({ deal: toNamed(c), claim: claimOf(toNamed(c)) })),
    ),
  ]);

  const refusals = new Map<string, OfferRefusal>(room.refusals);
  const belowCost =
    offer !== null &&
    quoted !== null &&
    goods.lines.length > 0 &&
    isBelowCost({ offer, quoted, goods, person, shop, now });
  if (belowCost && !(offer.promise && coversQuote(goods.lines, offer.basket))) {
    refusals.set(nameOf({ promotion: offer.promotion, offer: offer.id }), 'below-margin');
  }
  const promised = offer?.promise?.minor;
  let mostMinor: number | undefined;
  const inputs = (): CombineInput => ({
    lines: goods.lines,
    shop,
    shopper: person,
    now,
    products: goods.products,
    ...(cart.gifts ? { gifts: cart.gifts } : {}),
    candidates: candidates.map(c => {
      const refused = refusals.get(nameOf(toNamed(c)));
      if (c.offer && mostMinor !== undefined) return { ...c, mostMinor };
      return refused && !c.refused ? { ...c, refused } : c;
    }),
  });
  // What a deal takes depends on the others, so a pool that is too empty for it is found only once they are combined.
  let combination = bestCombination(inputs());
  let looked = room;
  for (let round = 0; round <= candidates.length; round++) {
    const own =
      offer && promised !== undefined && mostMinor === undefined ? traceOf({ combination }, { offer: offer.id }) : null;
    const isBeyond = own?.outcome === 'applied' && (own.saves?.minor ?? 0) > Number(promised);
    if (isBeyond && looked === room) looked = await addRoom(input, room, { deal: own, claim: claimOf(own) });
    const short = firstShort(combination, claimOf, looked, mostMinor !== undefined);
    if (isBeyond && (belowCost || input.asPromised || short?.deal.offer)) mostMinor = promised;
    else if (short) refusals.set(nameOf(short.deal), short.reason);
    else break;
    combination = bestCombination(inputs());
  }
  const drawnBy: CartDeals['drawnBy'] = ({ offer: by, saves }) =>
    by !== undefined && mostMinor !== undefined ? money(Math.min(saves.minor, mostMinor), saves.currency) : saves;
  const cappedAt = mostMinor === undefined ? {} : { cappedAt: money(mostMinor, shop.currency) };
  return { goods, combination, combined: inputs(), rules, person, codes, claimOf, drawnBy, ...cappedAt };
};

/** The pools that the promise lies in; what is taken beyond it keeps to their limits as they are now. */
const boundsOfPromise = ({ bounds = [] }: Promised, current: readonly PoolBound[]): readonly PoolBound[] =>
  bounds.map(bound => current.find(b => b.pool === bound.pool) ?? bound);

const toNamed = ({ promotion, offer, code }: Candidate): Named => ({
  promotion: promotion.id,
  ...(offer ? { offer } : {}),
  ...(code ? { code } : {}),
});

const keptRule = (
  rule: NonNullable<Offer['rule']> | Promotion,
  promotion: Promotion | undefined,
): DealClaim['rule'] => {
  const onReturn = rule.onReturn ?? promotion?.onReturn;
  const onCancel = promotion?.onCancel;
  return {
    conditions: rule.conditions,
    action: rule.action,
    ...(rule.group === undefined ? {} : { group: rule.group }),
    ...(rule.order === undefined ? {} : { order: rule.order }),
    ...(onReturn ? { onReturn } : {}),
    ...(onCancel ? { onCancel } : {}),
  };
};

/** A cart that goes beyond what was quoted must not be sold below cost, which nobody promised. */
const isBelowCost = (input: {
  readonly offer: Offer;
  readonly quoted: CombineRule;
  readonly goods: CartGoods;
  readonly person: ConditionShopper;
  readonly shop: Shop;
  readonly now: Date;
}): boolean => {
  const { offer, quoted, goods, shop, now } = input;
  if (isWithinQuote(goods.lines, offer.basket)) return false;
  const alone = evaluatePromotion({
    promotion: quoted,
    lines: goods.lines,
    shop,
    shopper: input.person,
    now,
    products: goods.products,
    promised: true,
    marginFloor: 0,
  });
  return alone.kind === 'refused' && alone.reason === 'below-margin';
};

/** What became of one deal of the cart; null when it is no candidate there. */
export const traceOf = (
  { combination }: Pick<CartDeals, 'combination'>,
  by: { readonly offer?: Offer['id']; readonly code?: string },
): DealTrace | null =>
  combination.trace.find(t => (by.offer ? t.offer === by.offer : by.code !== undefined && t.code === by.code)) ?? null;
