import { asId, type OrderId, type ProductId, type ReturnId } from '../../knowledge/domain/ids.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { suggest } from '../decisions/draft.ts';
import { refundPreview } from '../offers/refund.ts';
import type { ReplyPart, ReturnRefusal } from '../turn.ts';
import { ends, type Flow, type FlowContext, type FlowStep } from './flow.ts';
import { joinClaim, type OrderClaim, proveOrder } from './prove-order.ts';

type ReturnLine = ReturnRequest['lines'][number];

interface ReturnState extends OrderClaim {
  readonly step: 'order' | 'lines' | 'reason' | 'confirm';
  readonly order?: OrderId;
  readonly lines?: readonly ReturnLine[];
  readonly reason?: string;
}

const day = 86_400_000;
const maxReason = 300;

/** Order -> lines -> reason -> the exact refund shown -> yes: registered. Nothing is written before the yes. */
export const returnFlow: Flow<ReturnState> = {
  id: 'return',
  begin: (start, context) =>
    withOrder({ step: 'order', ...joinClaim(start.number ? { number: start.number } : {}, context) }, context),
  answer: async (state, context) => {
    switch (state.step) {
      case 'order': {
        const claim = await joinOrder(state, context);
        return claim.number === state.number && claim.email === state.email
          ? null
          : withOrder({ ...state, ...claim }, context);
      }
      case 'lines': {
        const order = await orderOf(state, context);
        const lines = linesMeant(order, await earlier(order, context), context);
        return lines ? forReason({ ...state, lines }) : null;
      }
      case 'reason':
        return forConfirmation({ ...state, reason: context.turn.text.trim().slice(0, maxReason) }, context);
      case 'confirm':
        if (context.understanding.intent === 'yes') return register(state, context);
        if (context.understanding.intent === 'no') return ends(state, { kind: 'cancelled', what: 'return' });
        return null;
    }
  },
  ask: async (state, context) => ({ parts: await question(state, context), suggestions: options(state) }),
  takesFreeText: state => state.step === 'reason',
};

const question = async (state: ReturnState, context: FlowContext): Promise<ReplyPart[]> => {
  switch (state.step) {
    case 'order': {
      if (!context.turn.signedIn) {
        return [state.number ? { kind: 'ask-email', number: state.number } : { kind: 'ask-order-number' }];
      }
      return [{ kind: 'ask-which-order', orders: await returnable(context) }];
    }
    case 'lines':
      return [{ kind: 'ask-which-lines', order: await orderOf(state, context) }];
    case 'reason':
      return [{ kind: 'ask-reason' }];
    case 'confirm':
      return [await preview(state, context)];
  }
};

const options = (state: ReturnState) => (state.step === 'confirm' ? suggest('yes', 'no') : suggest('cancel', 'person'));

const asking = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => ({
  state,
  parts: await question(state, context),
  suggestions: options(state),
  done: false,
});

/** The signed-in shopper's orders that could still go back, newest first. */
const returnable = async (context: FlowContext): Promise<Order[]> => {
  const orders = await context.stores.orders.ofShopper(context.turn.shopper, 20);
  return orders.filter(order => refusalOf(order, [], context) === null).slice(0, 3);
};

/** An order named by its place in the list just shown ("the second one"), beside number and e-mail. */
const joinOrder = async (state: ReturnState, context: FlowContext): Promise<OrderClaim> => {
  const { ordinal } = context.understanding.entities;
  if (context.turn.signedIn && ordinal) {
    const chosen = (await returnable(context)).at(ordinal > 0 ? ordinal - 1 : ordinal);
    if (chosen) return { number: chosen.number };
  }
  return joinClaim(state, context);
};

const withOrder = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
  if (context.turn.signedIn && !state.number) {
    const orders = await returnable(context);
    if (orders.length === 0) {
      const [latest] = await context.stores.orders.ofShopper(context.turn.shopper, 1);
      const reason = latest ? refusalOf(latest, [], context) : null;
      return latest && reason
        ? ends(state, { kind: 'return-refused', order: latest, reason, days: context.shop.returnDays })
        : ends(state, { kind: 'no-orders' });
    }
    if (orders.length > 1) return asking(state, context);
    return withOrder({ ...state, number: orders[0]!.number }, context);
  }
  const proof = await proveOrder(state, context);
  if (proof.kind === 'ask') return asking(state, context);
  if (proof.kind === 'refused') return { ...ends(state, { kind: 'order-not-found' }), suggestions: suggest('person') };
  const { order } = proof;
  const previous = await earlier(order, context);
  const reason = refusalOf(order, previous, context);
  if (reason) {
    return {
      ...ends(state, { kind: 'return-refused', order, reason, days: context.shop.returnDays }),
      suggestions: suggest('person'),
    };
  }
  const next: ReturnState = { ...state, number: order.number, order: order.id };
  const open = openLines(order, previous);
  const only = open.length === 1 && open[0]!.quantity === 1 ? open : null;
  return only ? forReason({ ...next, lines: only }) : asking({ ...next, step: 'lines' }, context);
};

const refusalOf = (order: Order, previous: readonly ReturnRequest[], context: FlowContext): ReturnRefusal | null => {
  if (order.status === 'cancelled') return 'cancelled';
  if (order.status === 'returned' || openLines(order, previous).length === 0) return 'already-returned';
  if (order.status !== 'delivered') return 'not-delivered';
  const delivered = order.shipment?.deliveredAt ?? order.placedAt;
  const late = context.turn.at.getTime() - delivered.getTime() > context.shop.returnDays * day;
  return late ? 'too-late' : null;
};

/** Units not yet sent back, gifts apart: a gift goes with what it came with. */
const openLines = (order: Order, previous: readonly ReturnRequest[]): ReturnLine[] => {
  const back = new Map<ProductId, number>();
  for (const request of previous) {
    if (request.status === 'refused') continue;
    for (const line of request.lines) back.set(line.product, (back.get(line.product) ?? 0) + line.quantity);
  }
  return order.lines.flatMap(line => {
    const quantity = line.quantity - (back.get(line.product) ?? 0);
    return line.gift || quantity <= 0 ? [] : [{ product: line.product, quantity }];
  });
};

const everything = /^\s*(all|everything|all of (it|them)|both|the whole (order|thing))\b|全部|全都|所有|都退/i;

/** Which lines the words mean: all, a place in the list, or the name of a product in the order. */
const linesMeant = (order: Order, previous: readonly ReturnRequest[], context: FlowContext): ReturnLine[] | null => {
  const open = openLines(order, previous);
  const { entities } = context.understanding;
  const text = context.turn.text.toLowerCase();
  if (everything.test(text) || context.understanding.intent === 'yes') return open;
  if (entities.ordinal) {
    const line = open.at(entities.ordinal > 0 ? entities.ordinal - 1 : entities.ordinal);
    return line ? [withQuantity(line, entities.quantity)] : null;
  }
  const named = open.filter(line => entities.products.includes(line.product) || titleIn(order, line.product, text));
  return named.length > 0 ? named.map(line => withQuantity(line, entities.quantity)) : null;
};

const withQuantity = (line: ReturnLine, wanted: number | undefined): ReturnLine => ({
  product: line.product,
  quantity: wanted === undefined ? line.quantity : Math.min(line.quantity, Math.max(1, wanted)),
});

/** A word of the title that is longer than filler ("jacket", "水壶") named in the message. */
const titleIn = (order: Order, product: ProductId, text: string): boolean => {
  const title = order.lines.find(l => l.product === product)?.title ?? {};
  const english = inLanguage({ en: title.en ?? '' }, 'en')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(w => w.length > 3);
  if (english.some(word => new RegExp(`\\b${word}\\b`).test(text))) return true;
  const chinese = title.zh ?? '';
  for (let i = 0; i + 2 <= chinese.length; i++) {
    const pair = chinese.slice(i, i + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair) && i + 2 === chinese.length && text.includes(pair)) return true;
  }
  return chinese.length > 0 && text.includes(chinese);
};

const forReason = (state: ReturnState): FlowStep<ReturnState> => ({
  state: { ...state, step: 'reason' },
  parts: [{ kind: 'ask-reason' }],
  suggestions: suggest('cancel'),
  done: false,
});

const forConfirmation = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> =>
  asking({ ...state, step: 'confirm' }, context);

const preview = async (state: ReturnState, context: FlowContext): Promise<ReplyPart> => {
  const order = await orderOf(state, context);
  const { refund, notes } = await refundOf(state, order, context);
  return { kind: 'return-preview', order, lines: state.lines ?? [], refund, notes };
};

const refundOf = async (state: ReturnState, order: Order, context: FlowContext) => {
  const promotion = order.promotion ? await context.stores.promotions.get(order.promotion) : null;
  return refundPreview(order, await earlier(order, context), state.lines ?? [], promotion ?? undefined, context.shop);
};

const register = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
  const order = await orderOf(state, context);
  const previous = await earlier(order, context);
  const { refund } = await refundOf(state, order, context);
  const id = asId<ReturnId>(`R-${order.number}-${previous.length + 1}`);
  await context.stores.returns.insert({
    id,
    order: order.id,
    shopper: order.shopper,
    lines: state.lines ?? [],
    reason: state.reason ?? '',
    refund,
    status: 'requested',
    requestedAt: context.turn.at,
  });
  return ends(state, { kind: 'return-done', id, order, refund });
};

const earlier = (order: Order, context: FlowContext): Promise<ReturnRequest[]> =>
  context.stores.returns.ofOrder(order.id);

const orderOf = async (state: ReturnState, context: FlowContext): Promise<Order> => {
  const order = state.order ? await context.stores.orders.get(state.order) : null;
  if (!order) throw new Error(`The return flow lost its order: expected one at step ${state.step}`);
  return order;
};
