import { refusalOf } from '../../../dialogs/flows/return-lines.ts';
import { cancelOrder, cancelPreview } from '../../../dialogs/offers/ledger/cancel.ts';
import { refundPreview } from '../../../dialogs/offers/ledger/refund.ts';
import { deskWordsIn } from '../../../dialogs/say/desk-words.ts';
import { labelsEn } from '../../../dialogs/say/labels-en.ts';
import { labelsZh } from '../../../dialogs/say/labels-zh.ts';
import type { Conversation } from '../../../knowledge/domain/conversation.ts';
import { asId, type ProductId, type ReturnId } from '../../../knowledge/domain/ids.ts';
import { inLanguage } from '../../../knowledge/domain/language.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import { lineName, type Order, type ReturnRequest } from '../../../knowledge/domain/order.ts';
import { notFound } from '../../http/problem.ts';
import type { Desk } from '../desk.ts';
import { tell } from '../desk-changes.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import { moneyView } from '../desk-views.ts';
import { conversationFor, isOwner } from './conversation-handlers.ts';

/** Only orders of the shopper this conversation is with; anybody else's does not exist here. */
const orderOf = async (desk: Desk, conversation: Conversation, number: string): Promise<Order> => {
  const order = await desk.stores.orders.byNumber(number);
  if (!order || order.shopper !== conversation.shopper)
    throw notFound(`There is no order ${number} of theirs`, 'no-order');
  return order;
};

const sentences = {
  'not-delivered': 'This order has not been delivered yet',
  'too-late': 'The time for returns is over',
  'already-returned': 'All of this has been returned already',
  cancelled: 'This order was cancelled',
} as const;

interface Previewed {
  readonly preview: {
    order: string;
    lines: { product: string; name: string; quantity: number; refund: ReturnType<typeof moneyView> }[];
    refund: ReturnType<typeof moneyView>;
    notes: string[];
  };
  readonly lines: ReturnRequest['lines'];
  readonly refund: ReturnRequest['refund'];
  readonly earlier: readonly ReturnRequest[];
}

/** The very preview the bot shows, from the allocation frozen at purchase. */
const previewOf = async (
  desk: Desk,
  conversation: Conversation,
  order: Order,
  asked: readonly { readonly product: string; readonly quantity: number }[],
): Promise<Previewed> => {
  const earlier = await desk.stores.returns.ofOrder(order.id);
  const at = { turn: { at: desk.now }, shop: desk.shop } as Parameters<typeof refusalOf>[2];
  const refusal = refusalOf(order, earlier, at);
  if (refusal) throw refuse(refusal, sentences[refusal]);
  const lines = asked.map(l => ({ product: asId<ProductId>(l.product), quantity: l.quantity }));
  if (lines.some(l => !order.lines.some(o => o.product === l.product))) {
    throw refuse('bad-lines', `Order ${order.number} has no such product`, 400);
  }
  const promotion = order.promotion ? await desk.stores.promotions.get(order.promotion) : null;
  const { byId } = desk.services.catalogue.view;
  const judge = (some: typeof lines) => refundPreview(order, earlier, some, promotion ?? undefined, desk.shop, byId);
  const result = judge(lines);
  if (result.lines.length === 0) throw refuse('already-returned', sentences['already-returned']);
  const { language } = conversation;
  const labels = language === 'zh' ? labelsZh : labelsEn;
  return {
    preview: {
      order: order.number,
      lines: result.lines.map(l => {
        const bought = order.lines.find(o => o.product === l.product);
        return {
          product: l.product,
          name: bought ? inLanguage(lineName(bought), language) : '',
          quantity: l.quantity,
          // By itself; together they may pay back shipping as well.
          refund: moneyView(judge([l]).refund),
        };
      }),
      refund: moneyView(result.refund),
      notes: result.notes.map(note => labels.notes[note]),
    },
    lines: result.lines,
    refund: result.refund,
    earlier,
  };
};

const cancelView = (order: Order, conversation: Conversation) => {
  const plan = cancelPreview(order);
  if (!plan) throw refuse('not-cancellable', 'This order can’t be cancelled any more');
  return {
    order: order.number,
    lines: order.lines.map(l => ({
      product: l.product,
      name: inLanguage(lineName(l), conversation.language),
      quantity: l.quantity,
      refund: moneyView(l.paid),
    })),
    refund: moneyView(plan.refund),
    notes: [],
  };
};

/** An order that shows it: the return or cancellation the shopper wanted is done. */
const settled = async (desk: Desk, conversation: Conversation): Promise<void> => {
  if (conversation.desk) await desk.stores.tickets.update(conversation.desk.ticket, { outcome: 'confirmed' });
};

type OrderHandlers = Pick<Handlers, 'previewReturn' | 'startReturn' | 'previewCancel' | 'cancelOrder'>;

export const orderHandlers: OrderHandlers = {
  previewReturn: async (desk, { session, conversation: id, call, body }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    const order = await orderOf(desk, conversation, call.params.number ?? '');
    return { preview: (await previewOf(desk, conversation, order, body.lines)).preview };
  },
  startReturn: async (desk, { session, conversation: id, call, body }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    if (!isOwner(conversation, session.agent)) throw refuse('not-yours', 'This conversation is not yours');
    const order = await orderOf(desk, conversation, call.params.number ?? '');
    const known = (await desk.stores.returns.ofOrder(order.id)).find(r => r.reason.endsWith(`[${body.key}]`));
    if (known) {
      const preview = {
        order: order.number,
        lines: known.lines.map(l => ({
          product: l.product,
          name: inLanguage(order.lines.find(o => o.product === l.product)?.title ?? {}, conversation.language),
          quantity: l.quantity,
          refund: moneyView(known.refund),
        })),
        refund: moneyView(known.refund),
        notes: [],
      };
      return { id: known.id, preview };
    }
    const { preview, lines, refund, earlier } = await previewOf(desk, conversation, order, body.lines);
    const request: ReturnRequest = {
      // Numbered by what went before, as the chat and the shop do it: of two at once one is registered.
      id: asId<ReturnId>(`R-${order.number}-${earlier.length + 1}`),
      order: order.id,
      shopper: order.shopper,
      lines,
      reason: `${body.reason} [${body.key}]`,
      refund,
      status: 'requested',
      requestedAt: desk.now,
    };
    if (!(await desk.stores.returns.insert(request))) {
      throw refuse('already-returned', 'A return of this order was started this moment: look again');
    }
    await tell(desk, conversation, {
      id: `${id}|return-${request.id}`,
      text: deskWordsIn(conversation.language, desk.services.tone).returnStarted(
        request.id,
        order.number,
        formatMoney(refund),
      ),
      desk: { change: 'message', agent: session.agent.name },
    });
    await settled(desk, conversation);
    return { id: request.id, preview };
  },
  previewCancel: async (desk, { session, conversation: id, call }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    return { preview: cancelView(await orderOf(desk, conversation, call.params.number ?? ''), conversation) };
  },
  cancelOrder: async (desk, { session, conversation: id, call }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    if (!isOwner(conversation, session.agent)) throw refuse('not-yours', 'This conversation is not yours');
    const order = await orderOf(desk, conversation, call.params.number ?? '');
    const preview = cancelView(order, conversation);
    const outcome = await cancelOrder({
      stores: desk.stores,
      order: order.id,
      shopper: conversation.shopper,
      now: desk.now,
    });
    if (outcome.kind === 'refused') throw refuse('not-cancellable', 'This order can’t be cancelled any more');
    await tell(desk, conversation, {
      id: `${id}|cancel-${order.id}`,
      text: deskWordsIn(conversation.language, desk.services.tone).orderCancelled(
        order.number,
        formatMoney(outcome.refund),
      ),
      desk: { change: 'message', agent: session.agent.name },
    });
    await settled(desk, conversation);
    return { preview };
  },
};
