/** "Why this one?", of what no search has chosen: an order, what was bought before, or nothing at all. */
import { cancellable } from '../../offers/ledger/cancel.ts';
import { suggest } from '../draft.ts';
import type { DecideOn } from '../on-ground.ts';
import { orderTold, runningFlow } from './order-before.ts';
import { told } from './same-ground.ts';

const nothingChosen: ReadonlySet<string> = new Set(['nothing', 'page', 'unsold', 'order']);

export const whyThis: DecideOn = (ground, turn, _understanding, facts) => {
  const { orders, shop, pricedBefore: before } = facts;
  if (ground.kind === 'again') {
    const [only, ...others] = orders.filter(one =>
      ground.products.every(id => one.lines.some(line => line.product === id)),
    );
    const number = only && others.length === 0 ? only.number : before && facts.memory.orderTold?.number;
    return told(facts, [{ kind: 'why-again', count: ground.products.length, ...(number ? { number } : {}) }]);
  }
  const flow = runningFlow(facts);
  if (flow === 'return' && turn.signedIn) return told(facts, [{ kind: 'why-returnable', days: shop.returnDays }]);
  if (flow === 'number' && !turn.signedIn) return told(facts, [{ kind: 'why-number' }]);
  const order = orderTold(facts);
  if (order) {
    const open = orders.filter(one => cancellable.some(status => status === one.status));
    if (flow === 'cancellation' && open.length === 1)
      return told(facts, [{ kind: 'why-order', order, how: 'only-open' }]);
    if (orders[0]?.number === order.number)
      return told(facts, [{ kind: 'why-order', order, how: 'latest' }], suggest('order-status'));
  }
  return nothingChosen.has(ground.kind) ? told(facts, [{ kind: 'of-what', asked: 'why' }]) : undefined;
};
