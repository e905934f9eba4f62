/** Orders of one's own: returns, refunds, addresses, invoices, in full. */
import type { ProductId } from '../../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../../memory.ts';
import { orderToldNow } from '../../../order-told.ts';
import type { Intent } from '../../../turn.ts';
import { linesToUndo } from '../../cart/undone.ts';
import type { AsksInFull, InFull } from '../put-in-full.ts';

/** What is looked at, or went in last. */
const lastIn = ({ inCart = [], focus }: ConversationMemory): ProductId | undefined => {
  const products = inCart.map(line => line.product);
  return focus !== undefined && products.includes(focus) ? focus : products.at(-1);
};

const changesCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity']);

/** The last thing that was done is undone: as it was before, where that is known. */
const undoneInCart = (memory: ConversationMemory): InFull | undefined => {
  if (linesToUndo(memory).length > 0) return { text: { en: 'undo that', zh: '撤销刚才的操作' } };
  const { lastIntent } = memory;
  const product = lastIn(memory);
  return lastIntent && changesCart.has(lastIntent) && product !== undefined
    ? {
        text: { en: 'remove it from my cart', zh: '把它从购物车里删掉' },
        of: product,
        memory: { focus: product, shown: [product] },
      }
    : undefined;
};

const dealTaken = ({ lastIntent }: ConversationMemory): InFull | undefined =>
  lastIntent === 'apply-offer'
    ? {
        text: { en: "I don't want the deal after all", zh: '不用这个优惠了' },
        take: meant => ({ ...meant, intent: 'decline-offer' }),
      }
    : undefined;

const cancelsOrder: InFull = {
  text: { en: 'cancel my order', zh: '取消订单' },
  take: meant => (meant.intent === 'cancel-order' ? meant : undefined),
};
const whereIsMyOrder: InFull = { text: { en: 'where is my order?', zh: '我的订单到哪了？' } };

export const ordersInFull: AsksInFull = {
  'cancel-it': {
    // "Then I want to cancel it", after a rule that was asked of the order.
    page: (_, { memory }) => (orderToldNow(memory) === undefined ? undefined : cancelsOrder),
    cart: (_, { memory }) => dealTaken(memory) ?? undoneInCart(memory),
    offer: (_, { memory }) =>
      dealTaken(memory) ?? {
        text: { en: "I don't want the deal", zh: '不用优惠了' },
        take: meant => ({ ...meant, intent: 'decline-offer' }),
      },
  },
  // Nothing that is only looked at has been sent.
  'order-where': { one: () => whereIsMyOrder, list: () => whereIsMyOrder },
};
