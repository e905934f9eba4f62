/** Which of the shopper's own orders a short question is asked of, and what can still be done with each of them. */
import { type Order, returnableUntil } from '../../../knowledge/domain/order.ts';
import { openLines, refusalOf } from '../../flows/return-lines.ts';
import { cancelPreview } from '../../offers/ledger/cancel.ts';
import { refundPreview } from '../../offers/ledger/refund.ts';
import type { OrderStand } from '../../order-parts.ts';
import { mostOrders } from '../../orders-then.ts';
import type { Turn } from '../../turn.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import type { Ground } from '../../understand/ground/ground.ts';
import { isUnderWay } from '../own-orders.ts';

export const standOf = (order: Order, turn: Turn, { shop, returns = [] }: TurnFacts): OrderStand => {
  const cancelled = cancelPreview(order);
  if (cancelled) return { is: 'open', order, refund: cancelled.refund };
  if (isUnderWay(order)) return { is: 'coming', order };
  const before = returns.filter(one => one.order === order.id);
  const reason = refusalOf(order, before, { turn, shop });
  if (reason) return { is: 'over', order, reason };
  const { refund } = refundPreview(order, before, openLines(order, before), undefined, shop);
  return { is: 'returnable', order, until: returnableUntil(order, shop.returnDays), refund };
};

/** A flow asked about this very order just now. */
const isChosen = ({ orderTold, turns }: TurnFacts['memory']): boolean =>
  orderTold !== undefined && turns - orderTold.at <= 1;

/** Undefined: it is asked of none of their own orders. The one that was told of stands first. */
export const ordersMeant = (
  ground: Ground,
  turn: Turn,
  facts: TurnFacts,
): readonly [OrderStand, ...OrderStand[]] | undefined => {
  const { orders, memory, unavailable, conversation } = facts;
  if (!turn.signedIn || orders.length === 0 || unavailable.includes('orders') || conversation.owner !== 'bot')
    return undefined;
  const stands = orders.map(order => standOf(order, turn, facts));
  const back = stands.filter(({ is }) => is === 'returnable').slice(0, mostOrders);
  const told = stands.find(({ order }) => order.number === memory.orderTold?.number);
  if (memory.waits === 'return' && !isChosen(memory)) {
    const [first, ...others] = back;
    return first && [first, ...others];
  }
  if (memory.waits === 'cancel-order' && !isChosen(memory)) {
    const [first, ...others] = stands.filter(({ is }) => is === 'open');
    return first && [first, ...others];
  }
  const first = memory.waits || ofOrder.has(ground.kind) ? told : speaksOfOrders(ground, facts) ? stands[0] : undefined;
  if (!first) return undefined;
  // What has not come yet is hardly what "still" is asked of: the others that could go back are told too.
  const others = memory.waits || first.is === 'returnable' ? [] : back.filter(({ order }) => order !== first.order);
  return [first, ...others];
};

const ofOrder: ReadonlySet<Ground['kind']> = new Set(['order', 'again']);

/** Nothing else lies before them: a complaint is of the latest order, and so is what is asked first of all. */
const speaksOfOrders = ({ kind }: Ground, { memory }: TurnFacts): boolean =>
  kind === 'nothing' && (memory.lastIntent === 'complaint' || memory.shown.length === 0);
