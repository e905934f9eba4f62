/** The order that was told is not the one that is meant: which of the others it may be, or that there is none. */
import type { Order } from '../../knowledge/domain/order.ts';
import { mostOrders, noneWasPlaced, ordersOn } from '../orders-then.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { thingBought } from '../understand/orders/bought-told.ts';
import { otherOrderMeant } from '../understand/orders/other-order.ts';
import { type Draft, suggest } from './draft.ts';
import { goodsAsked, noneOf, ordersHolding } from './goods-of-orders.ts';

const claimLasts = 3;

/** Null: the one that was told is not turned down. */
export const otherOrder = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { orders, memory } = facts;
  const meant = otherOrderMeant(understanding.said ?? '', memory);
  if (!meant || orders.length === 0 || understanding.entities.orderNumber) return null;
  if (noneWasPlaced(turn, understanding, orders)) return noneOf('of-days', facts);
  const toldOne = orders.find(order => order.number === (memory.claim?.order ?? memory.orderTold?.number));
  const others = orders.filter(order => order !== toldOne);
  const isClaim = memory.claim !== undefined && memory.turns - memory.claim.at <= claimLasts;
  const these = (found: readonly Order[]): Draft => {
    const [only, ...more] = found;
    if (only && more.length === 0)
      return isClaim
        ? {
            parts: [{ kind: 'claim-of', order: only }],
            suggestions: suggest('person', 'start-return'),
            memory: { claim: { at: memory.turns, order: only.number } },
          }
        : { parts: [{ kind: 'order', order: only }], suggestions: suggest('start-return', 'person') };
    return {
      parts: [{ kind: 'orders', orders: found.slice(0, mostOrders), none: 'not-told' }],
      suggestions: suggest('start-return', 'person'),
    };
  };
  const onDays = ordersOn(understanding.entities.when, others, turn.text);
  if (onDays.length > 0) return these(onDays);
  const goods = goodsAsked(turn, understanding, facts);
  // "That's not the blocks order", of one that holds blocks, names what is not meant.
  if (goods && !(toldOne && goods.isIn(toldOne))) {
    const found = others.filter(goods.isIn);
    if (found.length > 0) return these(found);
    return isClaim
      ? {
          parts: [{ kind: 'claim-which', orders: orders.slice(0, mostOrders), what: goods.what }],
          suggestions: suggest('person'),
          memory: { claim: { at: memory.turns } },
        }
      : { parts: [{ kind: 'not-in-orders', what: goods.what }], suggestions: suggest('order-status', 'person') };
  }
  // 不是那个，是最近买的那双鞋: the thing that is meant, whichever order was told.
  if (goods && toldOne && thingBought(understanding.said ?? '') !== null)
    return {
      parts: [{ kind: 'orders', orders: ordersHolding(goods, orders).slice(0, mostOrders), holding: goods.what }],
      suggestions: suggest('start-return', 'person'),
    };
  if (meant === 'newer') return orders[0] && orders[0] !== toldOne ? these([orders[0]]) : noneOf('newer', facts);
  return others.length > 0 ? these(others) : noneOf('other', facts);
};
