/** What the cart, the goods or the orders come to, with delivery or without it. */
import { sum as sumOf } from '../../../../knowledge/domain/money.ts';
import type { Order } from '../../../../knowledge/domain/order.ts';
import type { DeliveryAsks } from '../../../cost-parts.ts';
import type { ReplyPart } from '../../../reply.ts';
import { abroadOf } from '../../../sent-abroad.ts';
import type { Turn, Understanding } from '../../../turn.ts';
import type { CostBefore, SumFacts, TurnFacts } from '../../../turn-facts.ts';
import { allOfIt, viewCart } from '../../cart.ts';
import { toFreeDelivery } from '../../delivery-of-cart.ts';
import { type Draft, suggest } from '../../draft.ts';
import type { DecideOn } from '../../on-ground.ts';
import { addingOf } from '../../sum.ts';
import { staysOn } from './stays-on.ts';

const notPaid: ReadonlySet<Order['status']> = new Set(['cancelled', 'returned']);

/** With what is to be done next, and the ground it is asked on kept for the next such question. */
const told = (
  parts: readonly ReplyPart[],
  before: CostBefore,
  facts: TurnFacts,
  more: Draft['memory'] = {},
): Draft => ({
  parts,
  memory: { failures: 0, ...staysOn(before, facts), ...more },
  suggestions: nextOf(before, facts),
});

const nextOf = ({ of, each }: CostBefore, { memory }: TurnFacts): Draft['suggestions'] & object => {
  const [only] = each;
  if (of === 'one' && only?.lines[0]) return [addingOf(only.lines[0]), ...suggest('deals')];
  if (of === 'again' && memory.addOn) return [allOfIt, ...suggest('view-cart')];
  if (of === 'orders') return suggest('order-status', 'person');
  return of === 'cart' ? suggest('view-cart', 'deals') : suggest('deals');
};

const wouldCost = (sum: SumFacts, { sendsTo }: TurnFacts): ReplyPart => {
  const { abroad } = abroadOf(sum, sendsTo);
  return {
    kind: 'would-cost',
    abroad: sendsTo !== undefined,
    ...sum,
    ...(abroad?.fee && abroad.total ? { abroadFor: { fee: abroad.fee, total: abroad.total } } : {}),
  };
};

const withOffer = ({ withOffer: deal }: CostBefore, { sendsTo }: TurnFacts): readonly ReplyPart[] =>
  deal ? [{ kind: 'with-offer', saves: deal.saves, total: deal.priced.total, ...abroadOf(deal.priced, sendsTo) }] : [];

const ofOrders = (asks: 'total' | DeliveryAsks, before: CostBefore, facts: TurnFacts): Draft | undefined => {
  const all = (before.orders ?? []).map(one => one.order);
  const paid = all.filter(order => !notPaid.has(order.status));
  const orders = paid.length > 0 ? paid : all;
  if (orders.length === 0) return undefined;
  const total = sumOf(
    orders.map(order => order.total),
    facts.shop.currency,
  );
  return told([{ kind: 'orders-cost', asks, orders, total }], before, facts);
};

/** Undefined: nothing is in the cart beside it. */
const cartAndIt = (
  { lines }: SumFacts,
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
): readonly ReplyPart[] | undefined => {
  const { cart, withIt } = facts.costBefore ?? {};
  const [line] = lines;
  if (!cart || !withIt || !line) return undefined;
  const [ofCart] = viewCart(turn, understanding, { ...facts, cartPriced: cart.priced, cartDeals: cart.deals }).parts;
  const beside = { kind: 'cart-with' as const, product: line.product, total: withIt.total };
  return ofCart && [ofCart, { ...beside, ...abroadOf(withIt, facts.sendsTo) }];
};

export const totalAsked: DecideOn = (_ground, turn, understanding, facts) => {
  const before = facts.costBefore;
  if (!before || facts.unavailable.includes('cart')) return undefined;
  const { of, cart, each, together } = before;
  if (of === 'orders') return ofOrders('total', before, facts);
  if (of === 'unseen') return told([{ kind: 'own-unseen' }], before, facts);
  if (of === 'cart' && cart) {
    const now = { ...facts, cartPriced: cart.priced, cartDeals: cart.deals };
    const { parts, ...shown } = viewCart(turn, understanding, now);
    // Where it can cost less by a deal that was offered, nothing is proposed beside that.
    const [first, ...others] = parts;
    const deal = withOffer(before, facts);
    return {
      ...shown,
      parts: [...(first ? [first] : []), ...deal, ...(deal.length > 0 ? [] : others)],
      memory: { ...staysOn(before, facts), ...shown.memory, failures: 0 },
    };
  }
  const [only] = each;
  if (of === 'one' && only) {
    const sum = only.lines.map(({ product, quantity }) => ({ product: product.id, quantity }));
    const beside = cartAndIt(only, turn, understanding, facts);
    // "Add it" means the thing that is not in yet.
    return beside
      ? told(beside, before, facts, { sum, focus: only.lines[0]!.product.id })
      : told([wouldCost(only, facts)], before, facts, { sum });
  }
  if (of === 'again' && together) return told([wouldCost(together, facts)], before, facts);
  if (of === 'list' && together)
    return told(
      [
        {
          kind: 'all-would-cost',
          count: together.lines.length,
          total: together.total,
          ...abroadOf(together, facts.sendsTo),
        },
      ],
      before,
      facts,
      { toSum: { quantity: 1, at: facts.memory.turns } },
    );
  return { ...told([{ kind: 'cart-empty' }], before, facts), suggestions: suggest('recommend') };
};

export const deliveryAsked =
  (asks: DeliveryAsks): DecideOn =>
  (ground, _turn, _understanding, facts) => {
    const before = facts.costBefore;
    if (!before || facts.unavailable.includes('cart')) return undefined;
    const { shop, sendsTo } = facts;
    const freeFrom = shop.freeShippingFrom ?? null;
    const { of, cart, each, together } = before;
    // Of several that were listed the one that was told is meant.
    if (of === 'orders')
      return ofOrders(
        asks,
        ground.kind === 'order' ? { ...before, orders: before.orders?.slice(0, 1) ?? [] } : before,
        facts,
      );
    if (of === 'cart' && cart) {
      const { shipping, total } = cart.priced;
      const abroad = abroadOf(cart.priced, sendsTo);
      const { missing } = toFreeDelivery(shop, cart.priced);
      return told(
        [{ kind: 'delivery-of', asks, of, shipping, total, freeFrom, ...(missing ? { missing } : {}), ...abroad }],
        before,
        facts,
      );
    }
    const [only] = each;
    const one = of === 'one' ? only : of === 'again' ? together : undefined;
    if (one) {
      const name = one.lines[0]!.product.name;
      return told(
        [
          {
            kind: 'delivery-of',
            asks,
            of: of === 'one' ? 'one' : 'these',
            name,
            shipping: one.shipping,
            total: one.total,
            freeFrom,
            ...abroadOf(one, sendsTo),
          },
        ],
        before,
        facts,
      );
    }
    const free = each.filter(({ shipping }) => shipping.minor === 0).map(({ lines }) => lines[0]!.product);
    return told(
      [
        {
          kind: 'delivery-each',
          asks,
          fee: shop.shippingFee,
          freeFrom,
          of: each.length,
          free,
          ...(sendsTo ? { to: sendsTo } : {}),
        },
      ],
      before,
      facts,
      // What is asked on goes on with that page: "and express?"
      each.length === 0 ? { topic: facts.passages[0]?.article.id } : {},
    );
  };

/** So many of the one thing, each its own way; of several it is asked which. */
export const severalCost: DecideOn = (ground, _turn, _understanding, facts) => {
  const before = facts.costBefore;
  if (!before?.count || facts.unavailable.includes('cart')) return undefined;
  const { of, cart, each, together, count } = before;
  if (of === 'cart' && cart) {
    const { total, shipping } = cart.priced;
    const goods = { ...total, minor: total.minor - shipping.minor };
    const lines = cart.products.map(({ product, quantity }) => ({
      product,
      quantity,
      price: { ...product.price, minor: product.price.minor * quantity },
    }));
    const sum: SumFacts = { lines, shipping, total, goods, deals: cart.deals };
    return told([wouldCost(sum, facts), ...withOffer(before, facts)], before, facts);
  }
  const [only, ...others] = each;
  if (of === 'again' && together) return told([wouldCost(together, facts)], before, facts);
  if (only && others.length === 0)
    return {
      ...told([wouldCost(only, facts)], before, facts),
      suggestions: [addingOf(only.lines[0]!), ...suggest('deals')],
      memory: {
        failures: 0,
        ...staysOn(before, facts),
        sum: only.lines.map(({ product, quantity }) => ({ product: product.id, quantity })),
      },
    };
  const which = each.map(({ lines }) => lines[0]!.product);
  if (ground.kind === 'unsold')
    return { parts: [{ kind: 'not-sold', what: ground.what, nearest: false, still: true }], suggestions: [] };
  return {
    parts: [{ kind: 'which-product', ...(which.length > 1 ? { of: which } : {}) }],
    memory: {
      failures: 0,
      ...(which.length > 1 ? { shown: which.map(product => product.id) } : {}),
      toSum: { quantity: count, at: facts.memory.turns },
    },
    suggestions: which.length > 1 ? [] : suggest('recommend'),
  };
};
