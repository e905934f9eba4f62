/** Orders of one's own: returns, refunds, addresses, invoices, decided on the ground they are asked on. */
import { mostOrders } from '../../orders-then.ts';
import type { Turn, Understanding } from '../../turn.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { type Ground, isOfCart } from '../../understand/ground/ground.ts';
import { hasFormOfQuestion } from '../../understand/intent/settled-intent.ts';
import { isOtherMatter } from '../../understand/orders/other-matter.ts';
import { suggest } from '../draft.ts';
import type { DecideOn, OnGroundDecisions } from '../on-ground.ts';
import { isUnderWay, orderToChange } from '../own-orders.ts';
import { answered } from '../page-answer.ts';
import { orderInvoice } from '../told-of-own.ts';
import { boughtBeforeOf, boughtBesideOrder, whatWasBought } from './bought-before.ts';
import { cartAddress, cartRefund, cartSize, cartWhere, sizeOf, staysInCart } from './of-cart.ts';
import { pageOf, toldInShort } from './of-orders.ts';
import { ordersMeant, standOf } from './orders-meant.ts';

const isCart = (ground: Ground, { cart, memory }: TurnFacts): boolean =>
  isOfCart(ground, memory, (cart?.lines.length ?? 0) > 0);

/** It is done, and no question asked: "I'd like to return something". */
const isActed = ({ intent, said = '' }: Understanding, { memory }: TurnFacts): boolean =>
  intent === 'start-return' && memory.waits === undefined && !hasFormOfQuestion(said);

/** None of them is asked where another matter goes on. */
const unlessOther =
  (decide: DecideOn): DecideOn =>
  (ground, turn, understanding, facts) =>
    isOtherMatter(understanding, facts.memory) ? undefined : decide(ground, turn, understanding, facts);

const isGuest = ({ signedIn }: Turn): boolean => !signedIn;

const returnPossible: DecideOn = (ground, turn, understanding, facts) => {
  if (isActed(understanding, facts)) return undefined;
  const { openedRule, memory, shop } = facts;
  const rule = openedRule === undefined ? [] : [{ kind: 'opened-rule' as const, rule: openedRule }];
  const stands = ordersMeant(ground, turn, facts);
  // Its own return is offered with it.
  if (stands && (memory.waits || stands.length > 1 || stands[0].is !== 'returnable'))
    return toldInShort(stands, 'return', facts, stands.some(({ is }) => is === 'returnable') ? rule : []);
  if (stands) return undefined;
  if (
    ground.kind === 'page' &&
    isGuest(turn) &&
    ([memory.service?.rule, memory.policy, memory.subject].some(rule => rule?.startsWith('return-')) ||
      // The rule that was told is asked of their own case.
      (memory.topic !== undefined && facts.passages[0]?.article.id === memory.topic))
  )
    return {
      parts: [{ kind: 'return-if', days: shop.returnDays }],
      suggestions: suggest('start-return', 'person'),
      memory: { failures: 0 },
    };
  const page = rule.length > 0 ? answered(facts) : null;
  return page ? { ...page, parts: [...page.parts, ...rule] } : undefined;
};

const refundAmount: DecideOn = (ground, turn, understanding, facts) => {
  if (isActed(understanding, facts)) return undefined;
  const stands = ordersMeant(ground, turn, facts);
  if (stands) return toldInShort(stands, 'refund', facts);
  if (isCart(ground, facts)) return cartRefund(facts) ?? answered(facts) ?? undefined;
  const page = answered(facts);
  if (!page) return undefined;
  const [product] = ground.kind === 'one' ? (facts.onGround ?? []) : [];
  return product ? { ...page, parts: [{ kind: 'price-back', product }, ...page.parts] } : page;
};

const cancelIt: DecideOn = (ground, turn, { intent }, facts) => {
  const { memory, conversation } = facts;
  if (conversation.owner !== 'bot') return undefined;
  if (memory.waits === 'guest-order')
    return { parts: [{ kind: 'cancel-needs' }], start: { flow: 'cancel-order' }, memory: { failures: 0 } };
  if (memory.waits) return undefined;
  if (memory.lastIntent === 'complaint') {
    const open = ordersMeant(ground, turn, facts)?.find(({ is }) => is === 'open');
    return open && { parts: [], start: { flow: 'cancel-order', number: open.order.number } };
  }
  if (!isCart(ground, facts)) return undefined;
  const code = memory.lastIntent === 'apply-code' ? facts.cart?.codes?.at(-1) : undefined;
  if (code !== undefined) return { parts: [], claim: { kind: 'remove-code', code }, suggestions: suggest('view-cart') };
  return intent === 'cancel' ? staysInCart(facts) : undefined;
};

const orderWhere: DecideOn = (ground, turn, _, facts) => {
  const stands = facts.memory.waits ? ordersMeant(ground, turn, facts) : undefined;
  if (stands) return toldInShort(stands, 'where', facts);
  return isCart(ground, facts) ? cartWhere(facts) : undefined;
};

const changeAddress: DecideOn = (ground, turn, understanding, facts) => {
  // Which address it goes to, and not that it should be another.
  if (understanding.own?.matters.includes('address')) return undefined;
  // The page is told with how the one that is named stands.
  if (ground.kind !== 'order' && !facts.memory.waits && orderToChange(turn, understanding, facts)) return undefined;
  const stands = ordersMeant(ground, turn, facts);
  // Only what has not come has an address to be changed, whichever was told of.
  const coming = stands && facts.orders.filter(isUnderWay).map(order => standOf(order, turn, facts));
  if (coming?.length === 0 && !facts.memory.waits)
    return {
      parts: [{ kind: 'orders', orders: facts.orders.slice(0, mostOrders), none: 'under-way' }],
      suggestions: suggest('person'),
      memory: { failures: 0 },
    };
  const first = coming?.find(({ order }) => order === stands?.[0].order) ?? coming?.[0] ?? stands?.[0];
  if (first) return toldInShort([first], 'address', facts, pageOf(facts).parts);
  if (isCart(ground, facts)) return cartAddress(facts);
  return facts.memory.waits ? (answered(facts) ?? undefined) : undefined;
};

const boughtBefore: DecideOn = (ground, turn, _, facts) => {
  if (!turn.signedIn || facts.orders.length === 0 || facts.unavailable.includes('orders')) return undefined;
  const goods = facts.onGround ?? [];
  const [first] = ordersMeant(ground, turn, facts) ?? [];
  if (first && ground.kind !== 'nothing') return boughtBesideOrder(first.order, facts);
  if (facts.memory.waits && first) return boughtBesideOrder(first.order, facts);
  return goods.length > 0 ? boughtBeforeOf(goods, facts) : whatWasBought(facts);
};

const exchangeSize: DecideOn = (ground, turn, understanding, facts) => {
  if (isCart(ground, facts)) return cartSize(facts);
  if (isActed(understanding, facts)) return undefined;
  const stands = ordersMeant(ground, turn, facts);
  if (stands) return toldInShort([stands[0]], 'exchange', facts, pageOf(facts).parts);
  if (facts.memory.waits) return answered(facts) ?? undefined;
  const [product, ...others] = facts.onGround ?? [];
  const isSized = others.length > 0 || (product && sizeOf(product).parts[0]?.kind === 'which-size');
  return product && !isSized ? sizeOf(product) : undefined;
};

const invoiceNeed: DecideOn = (ground, turn, { language }, facts) => {
  if (facts.memory.waits) return undefined;
  const [first] = ordersMeant(ground, turn, facts) ?? [];
  const part = first && orderInvoice(first.order, language, facts);
  if (!part) return undefined;
  const page = part.isOver ? [] : pageOf(facts).parts;
  return {
    parts: [part, ...page],
    suggestions: suggest('person'),
    memory: {
      orderTold: { at: facts.memory.turns, number: first.order.number },
      lastIntent: 'order-status',
      failures: 0,
    },
  };
};

export const ordersOnGround: OnGroundDecisions = {
  'return-possible': unlessOther(returnPossible),
  'refund-amount': unlessOther(refundAmount),
  'cancel-it': unlessOther(cancelIt),
  'order-where': unlessOther(orderWhere),
  'change-address': unlessOther(changeAddress),
  'bought-before': unlessOther(boughtBefore),
  'exchange-size': unlessOther(exchangeSize),
  'invoice-need': unlessOther(invoiceNeed),
};
