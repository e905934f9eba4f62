import type { StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import { type DialogContext, type DialogInstance, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { FlowStart } from '../flow-parts.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import type { Ask } from '../understand/ground/asks.ts';
import { asksOfNumbered } from './asked-of-order.ts';
import { cancelFlow } from './cancel-flow.ts';
import type { FlowContext, FlowMeeting, FlowSaid, TurnFlows } from './flow.ts';
import { enterFlow, FlowDialog, flowOutcome, timesAsked, wasAnswered } from './flow-dialog.ts';
import { asksOfQuestion, leavesIt, leftBy } from './flow-left.ts';
import { guestOrderFlow } from './guest-order-flow.ts';
import { returnFlow } from './return-flow.ts';

/** The flows, and the one place that decides whether a message continues the waiting one or interrupts it. */
export class Flows {
  readonly #dialogs: DialogSet;

  constructor(state: StatePropertyAccessor<DialogState>) {
    this.#dialogs = new DialogSet(state)
      .add(new FlowDialog(returnFlow))
      .add(new FlowDialog(cancelFlow))
      .add(new FlowDialog(guestOrderFlow));
  }

  /** The flows as this turn's conversation has them. */
  of(context: TurnContext): TurnFlows {
    const open = async (flow: FlowContext): Promise<DialogContext> => {
      enterFlow(context, flow);
      return this.#dialogs.createContext(context);
    };
    return {
      waiting: async () => {
        const active = (await this.#dialogs.createContext(context)).activeDialog;
        return active ? flowOf(active.id) : null;
      },
      meet: async flow => this.#meet(await open(flow), flow),
      begin: async (start, flow) => {
        const dialog = await open(flow);
        const waiting = dialog.activeDialog;
        // What was only asked so far is not worth going back to.
        const isUnder = dialog.stack.some(one => one.id === start.flow);
        const dropped =
          waiting && waiting.id !== start.flow && (isUnder || !wasAnswered(waiting)) ? startOf(waiting) : undefined;
        if (waiting && (isUnder || !wasAnswered(waiting))) await dialog.cancelAllDialogs();
        const under = dialog.stack.length;
        await dialog.beginDialog(start.flow, start);
        const begun = said(context);
        const all = dialog.stack.length === under ? await withNext(begun, dialog) : begun;
        return dropped ? { ...all, dropped } : all;
      },
      leave: async flow => {
        await (await open(flow)).cancelAllDialogs();
      },
      answers: async flow => {
        const active = (await open(flow)).activeDialog;
        const waiting = active && this.#dialogs.find(active.id);
        return active !== undefined && waiting instanceof FlowDialog && (await waiting.isAnswer(active, flow));
      },
      reprompt: async flow => {
        const dialog = await open(flow);
        const waiting = dialog.activeDialog;
        if (!waiting) return null;
        // What was only begun by mistake is not asked for again once goods are spoken of.
        const isBegun = !wasAnswered(waiting) && !flow.turn.signedIn;
        const isOfIt = asksOfQuestion(flow.understanding) || ofFlow[flowOf(waiting.id)].test(flow.turn.text);
        // A few words that ask of goods name none.
        if (isBegun && flow.understanding.ask === undefined && ofGoods.has(flow.understanding.intent)) {
          await dialog.cancelAllDialogs();
          return { parts: [], suggestions: [] };
        }
        if (timesAsked(waiting) >= (isOfIt ? enough + 1 : enough)) {
          await dialog.cancelAllDialogs();
          return { parts: [{ kind: 'set-aside', flow: flowOf(waiting.id) }], suggestions: [] };
        }
        await dialog.repromptDialog();
        return said(context);
      },
    };
  }

  /** Cancel, a person, a side question: looked for before anything else, here and nowhere else. */
  async #meet(dialog: DialogContext, context: FlowContext): Promise<FlowMeeting> {
    const { turn, understanding } = context;
    const active = dialog.activeDialog;
    if (!active) return { kind: 'none' };
    const flow = this.#dialogs.find(active.id);
    const anyWordsWillDo = flow instanceof FlowDialog && flow.takesFreeText(active);
    // "I changed my mind" is a reason to send something back, however much it sounds like stopping.
    const { email, orderNumber } = understanding.entities;
    const proves = email !== undefined || orderNumber !== undefined;
    const answers = flow instanceof FlowDialog && (proves || (await flow.isAnswer(active, context)));
    const { ask, intent } = understanding;
    const stops =
      context.denies ||
      // Where any words will do, "not really" may be a reason.
      (!answers &&
        (anyWordsWillDo
          ? intent === 'cancel' && understanding.confidence >= certain
          : intent === 'cancel' || ask === 'no'));
    if (stops) {
      await dialog.endDialog();
      const stopped: FlowSaid = { parts: [{ kind: 'cancelled', what: 'flow' }], suggestions: [] };
      return { kind: 'said', said: await withNext(stopped, dialog) };
    }
    if (flow instanceof FlowDialog && !answers && leavesIt(understanding, anyWordsWillDo)) {
      const left = leftBy(understanding, await flow.asks(active, context));
      await dialog.endDialog();
      return { kind: 'said', said: await withNext(left, dialog) };
    }
    // 好 人还挺好 办吧: an answer is no call for somebody on a likelihood.
    if (understanding.intent === 'person' && !(answers && understanding.confidence < certain)) {
      await dialog.cancelAllDialogs();
      return { kind: 'left' };
    }
    const aside: FlowMeeting = { kind: 'aside', flow: flowOf(active.id) };
    if (asksBeside(context, flowOf(active.id), anyWordsWillDo)) return aside;
    if (!answers && asksOfQuestion(understanding)) return aside;
    if (!answers && (anyWordsWillDo ? asksAside : asksByForm)(turn, understanding)) return aside;
    const depth = dialog.stack.length;
    await dialog.continueDialog();
    const outcome = flowOutcome(dialog.context);
    if (outcome === 'not-an-answer') return aside;
    return { kind: 'said', said: dialog.stack.length < depth ? await withNext(outcome, dialog) : outcome };
  }
}

const ofGoods: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'recommend',
  'stock',
  'add-to-cart',
]);

/** The question that waits is asked so often again, and then no more; once more where what is asked beside it is about it. */
const enough = 1;
const ofFlow: Readonly<Record<FlowStart['flow'], RegExp>> = {
  return: /退|换|寄回|标签|\b(?:return\w*|refund\w*|exchange\w*|send\w* .{0,12}back|label|money back)\b/iu,
  'cancel-order': /取消|退款|退钱|\b(?:cancel\w*|refund\w*|money back)\b/iu,
  'guest-order': /订单|单号|邮箱|\b(?:orders?|numbers?|e-?mails?)\b/iu,
};

const startOf = ({ id, state }: DialogInstance): FlowStart => {
  const { number } = state as { readonly number?: string };
  return { flow: flowOf(id), ...(number === undefined ? {} : { number }) };
};

/** Dialogs are registered under the names of the flows. */
const flowOf = (id: string): FlowStart['flow'] => id as FlowStart['flow'];

/** What a flow said at its end, and the question of the one beneath it, if there is one. */
const withNext = async (last: FlowSaid, dialog: DialogContext): Promise<FlowSaid> => {
  const next = dialog.activeDialog;
  if (!next) return last;
  await dialog.repromptDialog();
  const { parts, suggestions } = said(dialog.context);
  return { parts: [...last.parts, { kind: 'back-to', flow: flowOf(next.id) }, ...parts], suggestions };
};

/** Confidence of closed words, against that of a likeness. */
const certain = 0.95;

/** Words that are a question even where any words would do as an answer; "is too small" and "does not fit" are none. */
const question =
  /[?？]\s*$|^(?:how|what|when|where|which|who|why)\b|^(?:do|does|can|could|is|are|will)\s+(?:i|you|it|this|that|there|my|the|they|we)\b|吗|呢|怎么|多久|多少|几天|什么|哪/i;

const asksAside = (turn: Turn, { intent }: Understanding): boolean =>
  turn.value !== undefined || intent === 'help' || (question.test(turn.text.trim()) && intent !== 'complaint');

/** Never an answer to a question that has a certain kind of answer; a thing's long name alone may only sound like a question. */
const asksByForm = ({ text, value }: Turn, { intent }: Understanding): boolean =>
  intent === 'help' ||
  (intent === 'question' && (value !== undefined || !/^(?:the|my|that|those|these) [^?]*$/i.test(text)));

/** Questions about an order that choose nothing, whatever words of theirs a flow's answers have: "change the address" exchanges nothing. */
const ofOrder: ReadonlySet<Ask> = new Set([
  'return-possible',
  'refund-amount',
  'order-where',
  'change-address',
  'bought-before',
  'invoice-need',
]);
const asksBeside = (
  { turn, understanding: { ask } }: FlowContext,
  flow: FlowStart['flow'],
  anyWordsWillDo: boolean,
): boolean => {
  if (turn.value !== undefined || (anyWordsWillDo && !question.test(turn.text.trim()))) return false;
  if (asksOfNumbered(turn)) return true;
  // What it is in the other flows is what they ask.
  if (flow === 'guest-order' && ask === 'cancel-it') return true;
  return ask !== undefined && (ofOrder.has(ask) || (ask === 'exchange-size' && flow !== 'return'));
};

const said = (context: TurnContext): FlowSaid => {
  const outcome = flowOutcome(context);
  if (outcome === 'not-an-answer') throw new Error('A flow that was begun or asked again took it as an answer');
  return outcome;
};
