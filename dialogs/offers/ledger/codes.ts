/** Promotion codes: making them, entering them into a cart, taking them out; and the gift a shopper chooses. */
import { randomBytes } from 'node:crypto';
import { normaliseCode, type PromotionCode } from '../../../knowledge/domain/code.ts';
import type { CartId, ConversationId, ProductId, PromotionId, ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { OfferRefusal } from '../../../knowledge/domain/offer.ts';
import type { Cart } from '../../../knowledge/domain/order.ts';
import { inStock } from '../../../knowledge/domain/product.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Random } from '../../../knowledge/domain/random.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { CodeStore } from '../../../knowledge/ports/promotions.ts';
import { conditionHolds, isAboutCart } from '../choose/conditions.ts';
import { prepareBasket, type Unlock } from '../combine/basket.ts';
import { type CartDeals, dealsOfCart, maxCodes, traceOf } from '../combine/deals-of-cart.ts';
import { type LedgerStores, offerProblem, type Refused, refuse } from './ledger.ts';

/** Letters and digits nobody mistakes for one another: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const letters = 'ACDEFGHJKMNPQRTWXY34679';
const codeLength = 12;

/** Randomness nobody can predict, for codes that are worth money. */
export const unguessable: Random = () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48;

/** Twelve letters, 23 to the 12th or 54 bits: of a million issued, a guess is right once in 20 billion. */
const makeCode = (random: Random): string =>
  Array.from({ length: codeLength }, () => letters[Math.floor(random() * letters.length)]).join('');

/** As people read it: "ACDE-FGHJ-KMNP". */
export const printCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/**
 * Issues `count` single-use codes of a promotion, all new; stored before they are returned. `random` must be
 * `unguessable` wherever the codes are given out. Throws RangeError for a count that is not whole and 1 to 100,000.
 */
export const makeCodes = async (
  stores: { readonly codes: CodeStore },
  promotion: PromotionId,
  count: number,
  random: Random,
): Promise<string[]> => {
  if (!Number.isSafeInteger(count) || count < 1 || count > 100_000) {
    throw new RangeError(`Codes are made 1 to 100,000 at a time, got ${count}`);
  }
  const made: string[] = [];
  while (made.length < count) {
    const fresh = new Set<string>();
    while (fresh.size < count - made.length) fresh.add(makeCode(random));
    const codes = [...fresh].map((id): PromotionCode => ({ id, promotion, singleUse: true, active: true }));
    made.push(...(await stores.codes.insert(codes)).map(c => c.id));
  }
  return made;
};

/** Issues one code for many shoppers, such as WELCOME10; null when it is no code or another promotion has it. */
export const shareCode = async (
  stores: { readonly codes: CodeStore },
  promotion: PromotionId,
  text: string,
): Promise<string | null> => {
  const id = normaliseCode(text);
  if (id === '') return null;
  const inserted = await stores.codes.insert([{ id, promotion, singleUse: false, active: true }]);
  if (inserted.length > 0) return id;
  const [known] = await stores.codes.many([id]);
  return known?.promotion === promotion && !known.singleUse ? id : null;
};

export interface CodeInput {
  readonly stores: LedgerStores;
  readonly cart: CartId;
  readonly shopper: ShopperId;
  readonly shop: Shop;
  readonly now: Date;
  /** Counts against guessing, beside the shopper: guests are many, a conversation is one. */
  readonly conversation?: ConversationId;
}

export type CodeOutcome =
  /** On the cart and at work in its price. */
  | {
      readonly kind: 'applied';
      readonly code: string;
      readonly promotion: PromotionId;
      readonly saves: Money;
      readonly total: Money;
    }
  /** On the cart and waiting: it counts as soon as the reason is gone, by itself. */
  | {
      readonly kind: 'pending';
      readonly code: string;
      readonly promotion: PromotionId;
      readonly reason: OfferRefusal;
      readonly unlock?: Unlock;
      /** The deals that it can't go with. */
      readonly beatenBy?: readonly PromotionId[];
    }
  | Refused;

/** Wrong codes in ten minutes, by one shopper or in one conversation, before the next is not even looked at. */
const maxWrongTries = 10;
const triesMilliseconds = 600_000;

/** What changing the cart, or waiting for the hour, can still cure; with anything else a code would wait for ever. */
const curable: ReadonlySet<OfferRefusal> = new Set<OfferRefusal>([
  'empty-cart',
  'better-deal-applies',
  'excluded-by-group',
  'outside-hours',
  'out-of-stock',
  'makes-order-free',
]);

/** Everything that is missing is about the cart, not about who holds it. */
const isAboutGoods = ({ goods, person }: CartDeals, rule: Pick<Promotion, 'conditions'>, shop: Shop): boolean => {
  const basket = prepareBasket(goods.lines, shop);
  return rule.conditions.every(c => isAboutCart(c) || conditionHolds(c, basket, person));
};

/**
 * Enters a code. It is on the cart only if it saves something now ('applied') or can once its reason is gone ('pending');
 * everything else is refused with the reason and leaves the cart as it was. Repeating it changes nothing. The use itself
 * is taken at checkout.
 */
export const applyCode = async (input: CodeInput, typed: string): Promise<CodeOutcome> => {
  const { stores, shopper, now } = input;
  const code = normaliseCode(typed);
  const guessers = [`shopper:${shopper}`, ...(input.conversation ? [`conversation:${input.conversation}`] : [])];
  const counted = await Promise.all(guessers.map(who => stores.codes.countTry(who, now, triesMilliseconds)));
  if (counted.some(tries => tries > maxWrongTries)) return refuse('too-many-tries');
  const [issued] = code === '' ? [] : await stores.codes.many([code]);
  if (!issued) return refuse('unknown-code');
  await Promise.all(guessers.map(who => stores.codes.forgiveTry(who, now, triesMilliseconds)));
  if (!issued.active) return refuse('not-active');

  for (let round = 0; round < 4; round++) {
    const cart = await stores.carts.ensure(input.cart, shopper, now);
    if (cart.shopper !== shopper) return refuse('not-yours');
    const entered = cart.codes ?? [];
    const there = entered.includes(code);
    if (!there && entered.length >= maxCodes) return refuse('limit-reached');
    const codes = there ? entered : [...entered, code];
    const outcome = await tryCode(input, { ...cart, codes }, issued);
    if (there || outcome.kind === 'refused') return outcome;
    const { lines, offer } = cart;
    if (await stores.carts.change(cart.id, cart.version, { lines, offer, codes }, now)) return outcome;
  }
  return refuse('cart-changed');
};

/** What the code does on this cart. */
const tryCode = async (input: CodeInput, cart: Cart, { id: code, promotion }: PromotionCode): Promise<CodeOutcome> => {
  const { stores, shopper, shop, now } = input;
  const offer = cart.offer ? await stores.offers.get(cart.offer) : null;
  const standing = offerProblem(offer, shopper, now) ? null : offer;
  const deals = await dealsOfCart({ stores, cart, offer: standing, shopper, shop, now });
  const deal = traceOf(deals, { code });
  if (!deal) return refuse('not-active');
  const { total } = deals.combination.priced;
  if (deal.outcome === 'applied' && deal.saves) return { kind: 'applied', code, promotion, saves: deal.saves, total };
  const { reason = 'conditions-not-met', unlock, beatenBy } = deal;
  // Used by this very shopper: the code is what they think of, not the promotion behind it.
  const told = reason === 'already-redeemed' ? 'code-used' : reason;
  const curedByGoods = told === 'conditions-not-met' && isAboutGoods(deals, deals.claimOf(deal).rule, shop);
  if (!curable.has(told) && !curedByGoods) return refuse(told, unlock);
  return {
    kind: 'pending',
    code,
    promotion,
    reason: told,
    ...(unlock ? { unlock } : {}),
    ...(beatenBy ? { beatenBy } : {}),
  };
};

/** Takes a code off the cart; one that is not there is off already. */
export const removeCode = async (
  input: Omit<CodeInput, 'shop' | 'conversation'>,
  typed: string,
): Promise<{ readonly kind: 'removed' } | Refused> => {
  const { stores, shopper, now } = input;
  const code = normaliseCode(typed);
  for (let round = 0; round < 4; round++) {
    const cart = await stores.carts.get(input.cart);
    if (cart && cart.shopper !== shopper) return refuse('not-yours');
    if (!cart?.codes?.includes(code)) return { kind: 'removed' };
    const { lines, offer } = cart;
    const codes = cart.codes.filter(c => c !== code);
    if (await stores.carts.change(cart.id, cart.version, { lines, offer, codes }, now)) return { kind: 'removed' };
  }
  return refuse('cart-changed');
};

/** Takes one of the gifts a promotion leaves the choice of; kept with the cart, and honoured while it is in stock. */
export const chooseGift = async (
  input: Omit<CodeInput, 'conversation' | 'shop'>,
  choice: { readonly promotion: PromotionId; readonly product: ProductId },
): Promise<{ readonly kind: 'chosen' } | Refused> => {
  const { stores, shopper, now } = input;
  const { promotions } = await stores.promotions.rules([choice.promotion]);
  const action = promotions.get(choice.promotion)?.action;
  const possible = action?.kind === 'gift' ? [action.product, ...(action.choices ?? [])] : [];
  if (!possible.includes(choice.product)) return refuse('conditions-not-met');
  const [product] = await stores.products.many([choice.product]);
  if (!product || product.hidden || !inStock(product)) return refuse('out-of-stock');
  for (let round = 0; round < 4; round++) {
    const cart = await stores.carts.get(input.cart);
    if (!cart) return refuse('empty-cart');
    if (cart.shopper !== shopper) return refuse('not-yours');
    const gifts = [...(cart.gifts ?? []).filter(g => g.promotion !== choice.promotion), choice];
    const { lines, offer } = cart;
    if (await stores.carts.change(cart.id, cart.version, { lines, offer, gifts }, now)) return { kind: 'chosen' };
  }
  return refuse('cart-changed');
};
