/**
 * The deals that may come onto a cart and the best combination of them: what runs by itself, what its codes open, and
 * the personal offer on it. Whether a pool still has room is looked up here, so that the price shown can be had; what
 * decides is the hold at checkout.
 */
import type { PromotionCode } from '../../knowledge/domain/code.ts';
import type { CampaignId, PromotionId, RedemptionId, ShopperId } from '../../knowledge/domain/ids.ts';
import type { Offer, OfferRefusal, Redemption } from '../../knowledge/domain/offer.ts';
import type { Cart } from '../../knowledge/domain/order.ts';
import { overBound, type PoolBound, poolBounds } from '../../knowledge/domain/pool.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { PromotionRules } from '../../knowledge/ports/promotions.ts';
import {
  bestCombination,
  type Candidate,
  type Combination,
  type CombineInput,
  type CombineRule,
  type DealTrace,
} from './combine.ts';
import type { ConditionShopper } from './conditions.ts';
import { evaluatePromotion } from './evaluate.ts';
import {
  type CartGoods,
  isWithinQuote,
  type LedgerStores,
  orderIdOf,
  readGoods,
  redemptionIdOf,
  redemptionOfOffer,
} from './ledger.ts';

/** Most codes a cart keeps. */
export const maxCodes = 8;

export interface DealsInput {
  readonly stores: LedgerStores;
  readonly cart: Pick<Cart, 'id' | 'version' | 'lines' | 'codes' | 'gifts'>;
  /** The personal offer on the cart, or about to be; one that stands. */
  readonly offer: Offer | null;
  readonly shopper: ShopperId;
  readonly shop: Shop;
  readonly now: Date;
}

/** What a deal would draw from and under which redemption. */
export interface DealClaim {
  readonly redemption: RedemptionId;
  readonly campaign: CampaignId;
  readonly bounds: readonly PoolBound[];
  readonly rule: Pick<Promotion, 'conditions' | 'action' | 'group' | 'order' | 'onReturn' | 'onCancel'>;
}

type Named = Pick<DealTrace, 'promotion' | 'offer' | 'code'>;
const nameOf = ({ promotion, offer, code }: Named): string => `${promotion}|${offer ?? ''}|${code ?? ''}`;

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
    const code = deal.code === undefined ? undefined : codes.get(deal.code);
    const claim: DealClaim = {
      redemption: personal
        ? redemptionOfOffer(personal, limits)
        : redemptionIdOf({ promotion: deal.promotion, limits, shopper, order: orderIdOf(cart) }),
      campaign,
      bounds: poolBounds(
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
      ),
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
  if (offer && quoted && goods.lines.length > 0 && isBelowCost({ offer, quoted, goods, person, shop, now })) {
    refusals.set(nameOf({ promotion: offer.promotion, offer: offer.id }), 'below-margin');
  }
  const inputs = (): CombineInput => ({
    lines: goods.lines,
    shop,
    shopper: person,
    now,
    products: goods.products,
    ...(cart.gifts ? { gifts: cart.gifts } : {}),
    candidates: candidates.map(c => {
      const refused = refusals.get(nameOf(toNamed(c)));
      return refused && !c.refused ? { ...c, refused } : c;
    }),
  });
  // What a deal takes depends on the others, so a pool that is too empty for it is found only once they are combined.
  let combination = bestCombination(inputs());
  for (let round = 0; round < candidates.length; round++) {
    const short = firstShort(combination, claimOf, room);
    if (!short) break;
    refusals.set(nameOf(short.deal), short.reason);
    combination = bestCombination(inputs());
  }
  return { goods, combination, combined: inputs(), rules, person, codes, claimOf };
};

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

interface Room {
  readonly refusals: ReadonlyMap<string, OfferRefusal>;
  readonly remaining: ReadonlyMap<PromotionId, number>;
  readonly usage: ReadonlyMap<string, { readonly usedMinor: number; readonly uses: number }>;
  /** What this very cart holds already, from a checkout that did not end. */
  readonly own: ReadonlyMap<string, Redemption>;
}

/** How full the pools are, and what this shopper used before. */
const lookUp = async (
  { stores, cart, now }: DealsInput,
  open: readonly { readonly deal: Named; readonly claim: DealClaim }[],
): Promise<Room> => {
  if (open.length === 0) return { refusals: new Map(), remaining: new Map(), usage: new Map(), own: new Map() };
  const [known, remaining, usage] = await Promise.all([
    stores.redemptions.many(open.map(o => o.claim.redemption)),
    stores.promotions.balances(open.map(o => o.deal.promotion)),
    stores.pools.usage(open.flatMap(o => o.claim.bounds.map(b => b.pool))),
  ]);
  const byId = new Map(known.map(r => [r.id, r]));
  const refusals = new Map<string, OfferRefusal>();
  const own = new Map<string, Redemption>();
  for (const { deal, claim } of open) {
    const redemption = byId.get(claim.redemption);
    if (redemption?.state === 'committed') refusals.set(nameOf(deal), 'already-redeemed');
    if (redemption?.state !== 'reserved') continue;
    const ours = redemption.cart === cart.id && redemption.code === deal.code && !redemption.offer;
    if (ours) own.set(nameOf(deal), redemption);
    else if (redemption.expiresAt > now) refusals.set(nameOf(deal), 'already-held');
  }
  return { refusals, remaining, usage, own };
};

/** The first deal of a combination whose pools have too little left for it and those before it. */
const firstShort = (
  { trace }: Combination,
  claimOf: CartDeals['claimOf'],
  room: Room,
): { readonly deal: Named; readonly reason: OfferRefusal } | null => {
  const drawn = new Map<string, { usedMinor: number; uses: number }>();
  for (const deal of trace) {
    if (deal.outcome !== 'applied' || deal.offer) continue;
    const minor = deal.saves?.minor ?? 0;
    const own = room.own.get(nameOf(deal));
    if (minor > (room.remaining.get(deal.promotion) ?? 0) + (own?.amount.minor ?? 0)) {
      return { deal, reason: 'budget-spent' };
    }
    for (const bound of claimOf(deal).bounds) {
      const there = room.usage.get(bound.pool) ?? { usedMinor: 0, uses: 0 };
      const before = drawn.get(bound.pool) ?? { usedMinor: 0, uses: 0 };
      const ours = own?.bounds?.some(b => b.pool === bound.pool) ? own.amount.minor : null;
      const used = {
        usedMinor: there.usedMinor + before.usedMinor - (ours ?? 0),
        uses: there.uses + before.uses - (ours === null ? 0 : 1),
      };
      const reason = overBound(bound, used, minor);
      if (reason) return { deal, reason };
      drawn.set(bound.pool, { usedMinor: before.usedMinor + minor, uses: before.uses + 1 });
    }
  }
  return null;
};

/** What became of one deal of the cart; null when it is no candidate there. */
export const traceOf = (
  { combination }: Pick<CartDeals, 'combination'>,
  by: { readonly offer?: Offer['id']; readonly code?: string },
): DealTrace | null =>
  combination.trace.find(t => (by.offer ? t.offer === by.offer : by.code !== undefined && t.code === by.code)) ?? null;
