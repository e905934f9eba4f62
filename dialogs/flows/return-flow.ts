import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { suggest } from '../decisions/draft.ts';
import { isUnderWay } from '../decisions/own-orders.ts';
import { proveOrder } from '../prove-order.ts';
import { agreesToReturn } from '../understand/orders/return-asked.ts';
import { agreedIn } from './agreed.ts';
import { countTold } from './count-told.ts';
import { asksExchange, byPerson } from './exchange-step.ts';
import { namesClothes, ordersWithWorn, tellsWorn, wornLines } from './fit-told.ts';
import { ends, type Flow, type FlowContext, type FlowStep, notFound } from './flow.ts';
import { goodsIn, linesOfKind, ordersWith, ownGoodsIn } from './goods-meant.ts';
import { lacksNumber as hasNoNumber } from './guest-order-flow.ts';
import { claimAtStart, joinClaim } from './join-claim.ts';
import { asksOfGoods, namesLine } from './lines-answered.ts';
import { withMeant } from './meant-instead.ts';
import { tellsOpened, unlessOpened, withOpened } from './opened-goods.ts';
import { joinShown } from './order-claims.ts';
import { asking, forReason, options, question, refused } from './return-asks.ts';
import {
  beginsCorrecting,
  linesCorrected,
  namesAnother,
  opensCorrecting,
  reasonCorrected,
  skipsReason,
  soundsCorrecting,
  tellsWhatStays,
} from './return-corrections.ts';
import {
  clausesOf,
  counted,
  everything,
  linesDescribed,
  linesExcluded,
  linesLeftOpen,
  linesMeant,
  linesOfThing,
  linesTold,
  openLines,
  refusalOf,
  someOfOnly,
} from './return-lines.ts';
import {
  earlier,
  latestMeant,
  numberDescribed,
  orderOf,
  type ReturnState,
  refundOf,
  returnable,
} from './return-state.ts';
import {
  asksSomething,
  leadsOn,
  leavesBefore,
  maxReason,
  namesLatest,
  namesToReturn,
  reasonIn,
  reasonTold,
  returnsOneMore,
  saysUnderWay,
  speaksOfReturn,
  withoutOrder,
} from './return-told.ts';

/** Order -> lines -> reason -> the exact refund shown -> yes: registered. Nothing is written before the yes. */
export const returnFlow: Flow<ReturnState> = {
  id: 'return',
  begin: async (start, context) => {
    const claim = claimAtStart(start, context);
    const before = context.why === undefined ? {} : { reason: context.why };
    const spoken = start.product === undefined ? {} : { product: start.product };
    const state: ReturnState = { step: 'order', ...claim, ...before, ...reasonTold(context), ...spoken };
    // What can't go back can't be exchanged either, and that is said.
    const none = context.turn.signedIn && (await returnable(context)).length === 0;
    if (asksExchange(context) && !none) return byPerson(state, context);
    return unlessOpened(await withOrder(withOpened(state, context), context), context);
  },
  answer: async (before, heard) => {
    const context = withMeant(heard);
    const state = withOpened(before, context);
    const step = await answered(state, context);
    return unlessOpened(step ?? (state.opened && !before.opened ? await asking(state, context) : null), context);
  },
  ask: async (state, context) => ({ parts: await question(state, context), suggestions: options(state) }),
  takesFreeText: state => state.step === 'reason',
  isAnswer: async (state, heard) => {
    const context = withMeant(heard);
    const { text } = context.turn;
    if (asksExchange(context)) return true;
    if (isLeft(state, context) || lacksNumber(state, context)) return true;
    if (context.turn.value === undefined && tellsOpened(text)) return true;
    if (state.step === 'order') return leadsOn(context);
    if (state.step === 'lines')
      return (
        leadsOn(context) ||
        namesClothes(context) ||
        speaksOfReturn(text) ||
        tellsWhatStays(text) ||
        namesToReturn(text) ||
        (countTold(text) !== undefined && !asksSomething.test(text)) ||
        (everything.test(text) && !asksSomething.test(text)) ||
        (await namesLine(state, context))
      );
    const isOther = context !== heard && (namesClothes(context) || ownGoodsIn(context) !== null);
    if (state.step === 'reason') return isOther || leadsOn(context) || skipsReason(text) || opensCorrecting(text);
    return state.step === 'confirm' && (isOther || agreed(context) === 'yes' || soundsCorrecting(text));
  },
};

const answered = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState> | null> => {
  if (asksExchange(context)) return byPerson(state, context);
  if (lacksNumber(state, context)) return { ...ends(state, { kind: 'number-lost' }), suggestions: suggest('person') };
  if (isLeft(state, context)) return ends(state, { kind: 'cancelled', what: 'return' });
  switch (state.step) {
    case 'order': {
      const claim = await joinShown(state, context, returnable);
      if (claim.number !== state.number || claim.email !== state.email)
        return withOrder({ ...state, ...claim, ...reasonTold(context) }, context);
      const number = (await numberDescribed(context)) ?? (await latestMeant(context));
      if (number) return withOrder({ ...state, ...reasonTold(context), number }, context);
      if (ownGoodsIn(context)) {
        // What a guest told of the order so far is all that leads to it.
        const told: ReturnState = context.turn.signedIn ? { step: 'order' } : state;
        return withOrder({ ...told, ...reasonTold(context) }, context);
      }
      return leadsOn(context) ? asking({ ...state, ...reasonTold(context) }, context) : null;
    }
    case 'lines': {
      const order = await orderOf(state, context);
      const previous = await earlier(order, context);
      const open = openLines(order, previous);
      const { text } = context.turn;
      const described = linesDescribed(order, open, text.toLowerCase());
      // "What is the mug made of?" chooses nothing.
      if (context.turn.value === undefined && asksOfGoods(text)) return null;
      const unsure = linesLeftOpen(order, open, text);
      if (unsure) return asking({ ...state, ...reasonTold(context), among: unsure }, context);
      const lines = tellsWhatStays(context.turn.text)
        ? linesCorrected(order, open, open, context)
        : (someOfOnly(open, context) ??
          linesMeant(order, open, context) ??
          (described.length > 0 ? counted(described, text, open) : null) ??
          (open.length === 1 && countTold(text) !== undefined ? open : null));
      if (lines) return forReason({ ...state, ...reasonTold(context), lines }, order, previous, context);
      if (tellsWorn(context)) {
        const worn = await wornLines(open, context);
        const [only, ...others] = worn;
        if (only && others.length === 0 && only.quantity === 1)
          return forReason({ ...state, ...reasonTold(context), lines: worn }, order, previous, context);
        if (only) return asking({ ...state, ...reasonTold(context), among: worn }, context);
        if (namesClothes(context)) return elsewhere(state, context);
      }
      if (ownGoodsIn(context)) return elsewhere(state, context);
      return leadsOn(context) || speaksOfReturn(text) ? asking({ ...state, ...reasonTold(context) }, context) : null;
    }
    case 'reason':
      // "All" answers which things, which was clear already; it is no reason.
      if (everything.test(context.turn.text)) return asking(state, context);
      return (
        (await otherLines(state, context)) ??
        (namesClothes(context) && beginsCorrecting(context.turn.text) ? await elsewhere(state, context) : null) ??
        (beginsCorrecting(context.turn.text) || tellsWhatStays(context.turn.text) || ownGoodsIn(context)
          ? await noneLeft(state, context)
          : null) ??
        asking({ ...state, step: 'confirm', reason: reasonIn(context.turn.text) }, context)
      );
    case 'confirm': {
      const { intent, entities } = context.understanding;
      const another = entities.orderNumber !== undefined && entities.orderNumber !== state.number;
      if (another && intent !== 'cancel-order' && beginsCorrecting(context.turn.text))
        return withOrder({ step: 'order', ...joinClaim({}, context) }, context);
      const reason = reasonCorrected(context.turn.text);
      if (reason !== null) return asking({ ...state, reason: reason.slice(0, maxReason) }, context);
      const isClothes = namesClothes(context) && beginsCorrecting(context.turn.text);
      const corrected =
        (await otherLines(state, context)) ??
        (isClothes ? await elsewhere(state, context) : await noneLeft(state, context));
      const yes = agreed(context);
      // "Yes. The bag and the mug stay": those were not chosen.
      if (corrected && !(yes === 'yes' && isSameChoice(corrected.state, state))) return corrected;
      switch (yes) {
        case 'yes':
          return register(state, context);
        case 'no':
          return ends(state, { kind: 'cancelled', what: 'return' });
        case null:
          return null;
      }
    }
  }
};

const isSameChoice = (one: ReturnState, other: ReturnState): boolean =>
  one.step === 'confirm' && JSON.stringify(one.lines) === JSON.stringify(other.lines);

/** 退吧 says so, asked whether the return shall begin. */
const agreed = (context: FlowContext): ReturnType<typeof agreedIn> =>
  context.turn.value === undefined && agreesToReturn(fold(context.turn.text)) ? 'yes' : agreedIn(context);

/** A guest was asked for it. */
const lacksNumber = ({ step, ...claim }: ReturnState, context: FlowContext): boolean =>
  step === 'order' && hasNoNumber(claim, context);

/** Before anything is chosen. */
const isLeft = ({ step }: ReturnState, context: FlowContext): boolean =>
  (step === 'order' || step === 'lines') && leavesBefore(context);

/** "No, only the shirt": the same question again, for those. */
const otherLines = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState> | null> => {
  const order = await orderOf(state, context);
  const open = openLines(order, await earlier(order, context));
  const lines = linesCorrected(order, open, state.lines ?? [], context, state.step === 'reason');
  return lines ? asking({ ...state, lines }, context) : null;
};

/** 外套啊，不是拼图: nothing chosen is meant, and what is may be in another order. */
const noneLeft = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState> | null> => {
  const { text, value } = context.turn;
  if (value || text.length > 120) return null;
  // "Wrong one, the shoes": of which there are none among those chosen.
  if (namesAnother(text) && ownGoodsIn(context) && (await linesOfKind(state.lines ?? [], context)).length === 0)
    return elsewhere(state, context);
  const order = await orderOf(state, context);
  // 盖碗不退: by what the thing is, where it is said to stay.
  const staying = clausesOf(text.toLowerCase()).filter(tellsWhatStays).join(', ');
  const out = [
    ...new Set([
      ...linesExcluded(order, state.lines ?? [], text.toLowerCase()),
      ...linesOfThing(order, state.lines ?? [], staying),
    ]),
  ];
  if (out.length === 0 || out.length < (state.lines ?? []).length) return null;
  if (ownGoodsIn(context)) return elsewhere(state, context);
  const { lines: _, ...rest } = state;
  const open = openLines(order, await earlier(order, context));
  const isAllOfIt = open.every(line => out.some(one => one.product === line.product));
  return asking(isAllOfIt ? { step: 'order' } : { ...rest, step: 'lines' }, context);
};

/** The goods that are named, in whichever order they are; a guest is known to have none but the one that was proved. */
const elsewhere = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
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

const withOrder = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
  if (context.turn.signedIn && !state.number) {
    const open = await returnable(context);
    const orders = await ordersWithWorn(await ordersWith(open, context), context);
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
  const kinds = byWords.length > 0 ? byWords : await linesOfKind(open, context);
  const worn = kinds.length === 0 && tellsWorn(context) ? await wornLines(open, context) : [];
  const [oneWorn] = worn;
  if (oneWorn && worn.length === 1 && oneWorn.quantity === 1)
    return forReason({ ...next, lines: worn }, order, previous, context);
  const described = kinds;
  const among = worn.length > 0 ? worn : open.length === 1 ? open : [];
  return described.length === 1 && described[0]!.quantity === 1 && state.step === 'order' && state.number !== undefined
    ? forReason({ ...next, lines: described }, order, previous, context)
    : asking({ ...next, step: 'lines', ...(among.length > 0 ? { among } : {}) }, context);
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

const register = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState>> => {
  const order = await orderOf(state, context);
  const { id } = state;
  if (!id) throw new Error(`The return flow lost its registration: expected one at step ${state.step}`);
  const request: ReturnRequest = {
    id,
    order: order.id,
    shopper: order.shopper,
    lines: state.lines ?? [],
    reason: state.reason ?? '',
    refund: (await refundOf(state, order, context)).refund,
    status: 'requested',
    requestedAt: context.turn.at,
  };
  if (await context.stores.returns.insert(request)) {
    return ends(state, { kind: 'return-done', id, order, refund: request.refund });
  }
  const registered = await context.stores.returns.get(id);
  // The same return a second time is this one; another one, made elsewhere meanwhile, leaves less to send back.
  return registered && JSON.stringify(registered.lines) === JSON.stringify(request.lines)
    ? ends(state, { kind: 'return-done', id, order, refund: registered.refund })
    : withOrder({ ...joinClaim(state, context), step: 'order' }, context);
};
