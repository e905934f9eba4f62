/** The order whose goods go back: found by its number, by what is named of it, or asked for; and what it leaves open. */
import type { Order } from '../../knowledge/domain/order.ts';
import { suggest } from '../decisions/draft.ts';
import { isUnderWay } from '../decisions/own-orders.ts';
import { proveOrder } from '../prove-order.ts';
import { ordersWithWorn, tellsWorn, wornLines } from './fit-told.ts';
import { ends, type FlowContext, type FlowStep, notFound } from './flow.ts';
import { goodsIn, linesOfKind, ordersWith } from './goods-meant.ts';
import { asking, forReason, refused } from './return-asks.ts';
import { linesDescribed, linesLeftOpen, linesTold, openLines, refusalOf, someOfOnly } from './return-lines.ts';
import { earlier, orderOf, type ReturnState, returnable } from './return-state.ts';
import { namesLatest, namesToReturn, reasonTold, returnsOneMore, saysUnderWay, withoutOrder } from './return-told.ts';

export const withOrder = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
  if (context.turn.signedIn && !state.number) {
    const open = await returnable(context);
    const orders = await ordersWithWorn(await ordersMeant(open, context), context);
    if (orders.length === 0) return notAmong(open, state, context);
    if (orders.length > 1 && !namesLatest(context)) return asking(state, context);
    return withOrder({ ...state, number: orders[0]!.number }, context);
  }
  const proof = await proveOrder(state, context.turn, context.stores.orders);
  if (proof.kind === 'ask') return asking(state, context);
  if (proof.kind === 'refused' && context.turn.signedIn && (await returnable(context)).length > 0) {
    const next = await asking({ step: 'order', ...(state.reason ? { reason: state.reason } : {}) }, context);
    return { ...next, parts: [{ kind: 'not-in-orders', what: state.number ?? '', listed: true }, ...next.parts] };
  }
  if (proof.kind === 'refused') return notFound(state, context);
  const { order } = proof;
  const previous = await earlier(order, context);
  const reason = refusalOf(order, previous, context);
  if (reason) return refused(state, order, reason, context);
  const next: ReturnState = { ...state, number: order.number, order: order.id };
  const open = openLines(order, previous);
  const unsure = linesLeftOpen(order, open, context.turn.text);
  if (unsure) return asking({ ...next, step: 'lines', among: unsure }, context);
  const only = open.length === 1 && open[0]!.quantity === 1 ? open : someOfOnly(open, context);
  if (only) return forReason({ ...next, lines: only }, order, previous, context);
  const { text } = context.turn;
  const { product, ...rest } = next;
  const spoken = product === undefined ? [] : open.filter(line => line.product === product && line.quantity === 1);
  if (spoken.length > 0) return forReason({ ...rest, lines: spoken }, order, previous, context);
  const told =
    state.step === 'order'
      ? linesTold(order, open, withoutOrder(context), namesToReturn(text) || returnsOneMore(text))
      : null;
  if (told) return forReason({ ...next, lines: told }, order, previous, context);
  const byWords = linesDescribed(order, open, context.turn.text.toLowerCase());
  const described = byWords.length > 0 ? byWords : await linesOfKind(open, context);
  const worn = described.length === 0 && tellsWorn(context) ? await wornLines(open, context) : [];
  const [oneWorn] = worn;
  if (oneWorn && worn.length === 1 && oneWorn.quantity === 1)
    return forReason({ ...next, lines: worn }, order, previous, context);
  const among = worn.length > 0 ? worn : open.length === 1 ? open : [];
  return described.length === 1 && described[0]!.quantity === 1 && state.step === 'order' && state.number !== undefined
    ? forReason({ ...next, lines: described }, order, previous, context)
    : asking({ ...next, step: 'lines', ...(among.length > 0 ? { among } : {}) }, context);
};

/** Of those that could go back: none, where another has more of the name that was said, whatever has become of it. */
const ordersMeant = async (open: readonly Order[], context: FlowContext): Promise<readonly Order[]> => {
  const such = await ordersWith(open, context);
  if (such.length === 0) return such;
  const all = await context.stores.orders.ofShopper(context.turn.shopper, 20);
  const meant = new Set((await ordersWith(all, context)).map(order => order.id));
  return such.filter(order => meant.has(order.id));
};

/** None of the orders that could go back is meant: what is known of it is said, and what could go back instead. */
const notAmong = async (
  open: readonly Order[],
  state: ReturnState,
  context: FlowContext,
): Promise<FlowStep<ReturnState>> => {
  const all = await context.stores.orders.ofShopper(context.turn.shopper, 20);
  if (all.length === 0)
    return { ...ends(state, { kind: 'no-orders' }), suggestions: suggest('order-status', 'person') };
  // Bought too long ago is another answer than never bought.
  const such = await ordersWith(all, context);
  // What was called off never came: one that did is meant.
  // What is on its way is meant where it says so.
  const coming = saysUnderWay(context.turn.text) ? await ordersWith(all.filter(isUnderWay), context) : [];
  const before = coming[0] ?? such.find(({ status }) => status === 'delivered') ?? such[0];
  const reason = before ? refusalOf(before, await earlier(before, context), context) : null;
  if (before)
    return reason
      ? refused(state, before, reason, context, such.length > 1 && goodsIn(context) === null && open.length === 0)
      : withOrder({ ...state, number: before.number }, context);
  const none = { kind: 'not-in-orders', what: goodsIn(context) ?? '' } as const;
  if (open.length === 0) return { ...ends(state, none), suggestions: suggest('order-status', 'person') };
  const next = await asking({ step: 'order', ...(state.reason ? { reason: state.reason } : {}) }, context);
  return { ...next, parts: [{ ...none, listed: true }, ...next.parts] };
};

/** The goods that are named, in whichever order they are; a guest is known to have none but the one that was proved. */
export const elsewhere = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
  const reason = { ...(state.reason ? { reason: state.reason } : {}), ...reasonTold(context) };
  if (context.turn.signedIn) return withOrder({ step: 'order', ...reason }, context);
  const { lines: _, ...rest } = state;
  const order = await orderOf(state, context);
  const such = await linesOfKind(openLines(order, await earlier(order, context)), context);
  if (such.length > 0) return withOrder({ ...rest, ...reason, step: 'order' }, context);
  const next = await asking({ ...rest, ...reason, step: 'lines' }, context);
  const { number = '' } = state;
  return { ...next, parts: [{ kind: 'not-in-orders', what: goodsIn(context) ?? '', number }, ...next.parts] };
};
