import { inLanguage } from '../../knowledge/domain/language.ts';
import { add, fromMajor, type Money, zero } from '../../knowledge/domain/money.ts';
import type { Suggestion } from '../reply.ts';
import type { SumFacts, TurnFacts } from '../turn-facts.ts';
import type { AddsUp } from '../understand/cart/adds-up.ts';
import type { CostAsked } from '../understand/cart/cost-asked.ts';
import { type Draft, say, suggest } from './draft.ts';

/** Whether it gets cheaper is asked beside it. */
const ofDeals = /\b(?:deals?|discounts?|offers?|promo\w*|cheaper|off|less)\b|优惠|折|便宜|活动|减/u;
/** "Any discount for buying 2?", 买两瓶有优惠吗: where nothing comes off it is told so. */
export const summedOff = (draft: Draft, said = ''): Draft =>
  ofDeals.test(said)
    ? { ...draft, parts: draft.parts.map(part => (part.kind === 'would-cost' ? { ...part, asksOff: true } : part)) }
    : draft;

/** What goods would cost together; they go into the cart by a tap, in words of the shopper's. */
export const summed = (asked: CostAsked, facts: TurnFacts, quantity = 1): Draft => {
  if ('added' in asked) return addedUp(asked.added, facts);
  if ('amount' in asked) return ofAmount(asked, facts);
  if ('which' in asked) {
    const of = facts.listed ?? [];
    const { sums = [] } = facts;
    if (sums.length > 1)
      return {
        parts: sums.map(sum => ({ kind: 'would-cost' as const, abroad: facts.memory.abroad ?? false, ...sum })),
        memory: { shown: sums.flatMap(sum => sum.lines.map(({ product }) => product.id)), failures: 0 },
        suggestions: suggest('deals'),
      };
    return {
      ...say({ kind: 'which-product', of }),
      memory: {
        shown: of.map(p => p.id),
        failures: 0,
        toSum: { quantity: asked.each ?? quantity, at: facts.memory.turns },
      },
      suggestions: [],
    };
  }
  if (!facts.sum) return say(facts.focus ? { kind: 'out-of-stock', product: facts.focus } : { kind: 'which-product' });
  const [only, second] = facts.sum.lines;
  // "A kettle, a mug and some green tea": the tea is asked about, and counts with them once it is told which.
  const open = 'lines' in asked && asked.open ? (facts.listed ?? []) : [];
  return {
    parts: [
      {
        kind: 'would-cost',
        abroad: ('to' in asked && asked.to !== undefined) || (facts.memory.abroad ?? false),
        ...facts.sum,
      },
      ...(open.length > 0 ? [{ kind: 'which-product' as const, of: open }] : []),
    ],
    memory: {
      // Of what there is too little, what there is.
      sum: facts.sum.lines.map(({ product, quantity }) => ({ product: product.id, quantity })),
      failures: 0,
      ...(open.length > 0
        ? { shown: open.map(p => p.id), toSum: { quantity: 1, at: facts.memory.turns, beside: true as const } }
        : {}),
      ...(second || !only || open.length > 0 ? {} : { focus: only.product.id }),
      // Told next in another colour, it is so many of that.
      ...(facts.sum.short && !second && 'lines' in asked
        ? { toSum: { quantity: asked.lines[0]!.quantity, at: facts.memory.turns } }
        : {}),
    },
    suggestions: second || open.length > 0 ? suggest('deals') : [addingOf(only!), ...suggest('deals')],
  };
};

/** The shopper's own figures. */
const addedUp = ({ terms, said }: AddsUp, { shop: { currency } }: TurnFacts): Draft => {
  const [one, other] = terms.map(major => fromMajor(major, currency)) as [Money, Money];
  return {
    parts: [{ kind: 'adds-up', terms: [one, other], total: add(one, other), isRight: terms[0] + terms[1] === said }],
    memory: { failures: 0 },
    suggestions: suggest('view-cart'),
  };
};

/** Delivery, and what comes off any goods by the rules that run; where those could not be read, by the shop's plain rule. */
const ofAmount = (
  { amount: asked, to, ofDelivery }: Extract<CostAsked, { readonly amount: number }>,
  { shop, memory, amount }: TurnFacts,
): Draft => {
  const { currency, freeShippingFrom } = shop;
  const goods = fromMajor(asked, currency);
  const isFree = freeShippingFrom !== undefined && goods.minor >= freeShippingFrom.minor;
  const shipping = amount?.shipping ?? (isFree ? zero(currency) : shop.shippingFee);
  return {
    parts: [
      {
        kind: 'order-would-cost',
        goods,
        shipping,
        total: amount?.total ?? add(goods, shipping),
        freeFrom: freeShippingFrom ?? null,
        abroad: to !== undefined || (memory.abroad ?? false),
        ...(ofDelivery ? { ofDelivery } : {}),
        ...(amount?.abroadFor ? { abroadFor: amount.abroadFor } : {}),
        ...(amount ? { deals: amount.deals, others: amount.others } : {}),
      },
    ],
    memory: {
      failures: 0,
      spentAt: memory.turns,
      spent: {
        major: asked,
        ...(amount?.of === undefined ? {} : { of: amount.of }),
        ...(amount?.hour === undefined ? {} : { hour: amount.hour }),
      },
    },
    suggestions: suggest('deals'),
  };
};

export const addingOf = ({ product, quantity }: SumFacts['lines'][number]): Suggestion => ({
  kind: 'ask',
  label: { en: 'Add to cart', zh: '加入购物车' },
  text: {
    en: `add ${quantity} ${inLanguage(product.name, 'en')} to my cart`,
    zh: `把${quantity}件${inLanguage(product.name, 'zh')}加入购物车`,
  },
});
