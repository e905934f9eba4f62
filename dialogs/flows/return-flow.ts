import type { ReturnRequest } from '../../knowledge/domain/order.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { agreesToReturn } from '../understand/orders/return-asked.ts';
import { agreedIn } from './agreed.ts';
import { countTold } from './count-told.ts';
import { asksExchange, byPerson } from './exchange-step.ts';
import { namesClothes, tellsWorn, wornLines } from './fit-told.ts';
import { ends, type Flow, type FlowContext, type FlowStep } from './flow.ts';
import { orderNamed, ownGoodsIn } from './goods-meant.ts';
import { lacksNumber as hasNoNumber, stillLacksNumber, withoutNumber } from './guest-order-flow.ts';
import { claimAtStart, joinClaim } from './join-claim.ts';
import { asksOfGoods, namesLine } from './lines-answered.ts';
import { withMeant } from './meant-instead.ts';
import { tellsOpened, unlessOpened, withOpened } from './opened-goods.ts';
import { joinShown } from './order-claims.ts';
import { lineAtHand, pointsAtIt } from './points-at-it.ts';
import { asking, forReason, options, question } from './return-asks.ts';
import { noneLeft, otherLines } from './return-chosen.ts';
import {
  beginsCorrecting,
  linesCorrected,
  opensCorrecting,
  reasonCorrected,
  skipsReason,
  soundsCorrecting,
  tellsWhatStays,
} from './return-corrections.ts';
import {
  counted,
  everything,
  linesDescribed,
  linesLeftOpen,
  linesMeant,
  openLines,
  someOfOnly,
} from './return-lines.ts';
import { elsewhere, withOrder } from './return-order.ts';
import {
  anotherLatest,
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
  meansLatest,
  namesOnlyGoods,
  namesToReturn,
  reasonIn,
  reasonTold,
  speaksOfReturn,
  tellsReason,
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
    const lacking = stillLacksNumber(state, context);
    return lacking ?? unlessOpened(await withOrder(withOpened(state, context), context), context);
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
    if (isLeft(state, context) || lacksNumber(state, context) || pointsAtIt(context)) return true;
    if (context.turn.value === undefined && tellsOpened(text)) return true;
    if (state.step === 'order') return leadsOn(context) || (await isNamed(context));
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
    return (
      state.step === 'confirm' &&
      (isOther || agreed(context) === 'yes' || soundsCorrecting(text) || givesReason(state, context))
    );
  },
};

const answered = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState> | null> => {
  if (asksExchange(context)) return byPerson(state, context);
  if (lacksNumber(state, context)) return withoutNumber(state);
  if (isLeft(state, context)) return ends(state, { kind: 'cancelled', what: 'return' });
  // Which it is was clear already, or it tells none of several.
  if (pointsAtIt(context) && state.step !== 'lines') return asking(state, context);
  switch (state.step) {
    case 'order': {
      const claim = await joinShown(state, context, returnable);
      if (claim.number !== state.number || claim.email !== state.email)
        return withOrder({ ...state, ...claim, ...reasonTold(context) }, context);
      const number = (await numberDescribed(context)) ?? (await latestMeant(context));
      if (number) return withOrder({ ...state, ...reasonTold(context), number }, context);
      if (await isNamed(context)) return withOrder({ step: 'order', ...reasonTold(context) }, context);
      if (ownGoodsIn(context)) {
        // What a guest told of the order so far is all that leads to it.
        const told: ReturnState = context.turn.signedIn ? { step: 'order' } : state;
        return withOrder({ ...told, ...reasonTold(context) }, context);
      }
      return leadsOn(context) ? asking({ ...state, ...reasonTold(context) }, context) : null;
    }
    case 'lines':
      return linesAnswered(state, context);
    case 'reason': {
      const latest = await anotherLatest(state, context);
      if (latest) return withOrder({ step: 'order', number: latest }, context);
      // "All" answers which things, which was clear already, and "the latest one" which order, "the shoes" what goes back; they are no reason.
      if (everything.test(context.turn.text) || meansLatest(context) || namesOnlyGoods(context))
        return asking(state, context);
      return (
        (await otherLines(state, context)) ??
        (namesClothes(context) && beginsCorrecting(context.turn.text) ? await elsewhere(state, context) : null) ??
        (beginsCorrecting(context.turn.text) || tellsWhatStays(context.turn.text) || ownGoodsIn(context)
          ? await noneLeft(state, context)
          : null) ??
        asking({ ...state, step: 'confirm', reason: reasonIn(context.turn.text) }, context)
      );
    }
    case 'confirm': {
      const { intent, entities } = context.understanding;
      const another = entities.orderNumber !== undefined && entities.orderNumber !== state.number;
      if (another && intent !== 'cancel-order' && beginsCorrecting(context.turn.text))
        return withOrder({ step: 'order', ...joinClaim({}, context) }, context);
      const reason = reasonCorrected(context.turn.text);
      if (reason !== null) return asking({ ...state, reason: reason.slice(0, maxReason) }, context);
      if (givesReason(state, context)) return asking({ ...state, reason: reasonIn(context.turn.text) }, context);
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

/** 太小了, where the reason was skipped and the return is to be confirmed. */
const givesReason = (state: ReturnState, context: FlowContext): boolean =>
  !state.reason && context.turn.value === undefined && tellsReason(context);

/** Of what a guest bought nothing is known before the order is proved. */
const isNamed = async (context: FlowContext): Promise<boolean> =>
  context.turn.signedIn && (await orderNamed(await returnable(context), context)) !== undefined;

const linesAnswered = async (state: ReturnState, context: FlowContext): Promise<FlowStep<ReturnState> | null> => {
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
  if (pointsAtIt(context)) {
    const atHand = lineAtHand(order, open, context);
    return atHand ? forReason({ ...state, lines: atHand }, order, previous, context) : asking(state, context);
  }
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
