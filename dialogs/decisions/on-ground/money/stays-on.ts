/** What was asked of stays what the next short question is asked of: "and with delivery?" */
import type { ConversationMemory } from '../../../memory.ts';
import type { CostBefore, TurnFacts } from '../../../turn-facts.ts';

export const staysOn = (
  { of, orders = [] }: CostBefore,
  { memory }: Pick<TurnFacts, 'memory'>,
): Partial<ConversationMemory> => {
  const { turns, offer, offerAt, addOn, lastIntent } = memory;
  const isOffered = offer !== undefined && offerAt !== undefined && turns - offerAt <= 1;
  const offered = isOffered ? { offerAt: turns } : {};
  switch (of) {
    case 'cart':
      return { lastIntent: 'view-cart', ...offered };
    case 'again':
      return { lastIntent: 'reorder', ...(addOn ? { addOn: { ...addOn, at: turns } } : {}) };
    case 'one':
    case 'list':
      return { lastIntent: 'product-details', ...offered };
    case 'orders': {
      const number = orders[0]?.order.number;
      const isOfOrders = lastIntent === 'start-return' || lastIntent === 'cancel-order';
      return {
        lastIntent: isOfOrders ? lastIntent : 'order-status',
        ...(number === undefined ? {} : { orderTold: { at: turns, number } }),
      };
    }
    case 'unseen':
      return { lastIntent };
    default:
      return { lastIntent: 'question' };
  }
};
