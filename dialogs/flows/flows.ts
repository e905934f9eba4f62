import type { StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { cancelFlow } from './cancel-flow.ts';
import type { FlowContext, FlowMeeting, FlowSaid, TurnFlows } from './flow.ts';
import { enterFlow, FlowDialog, flowOutcome } from './flow-dialog.ts';
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
      meet: async flow => this.#meet(await open(flow), flow),
      begin: async (start, flow) => {
        const dialog = await open(flow);
        await dialog.cancelAllDialogs();
        await dialog.beginDialog(start.flow, start);
        return said(context);
      },
      leave: async flow => {
        await (await open(flow)).cancelAllDialogs();
      },
      reprompt: async flow => {
        const dialog = await open(flow);
        if (!dialog.activeDialog) return null;
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
    const answers = flow instanceof FlowDialog && flow.isAnswer(active, context);
    const stops =
      !answers && understanding.intent === 'cancel' && (!anyWordsWillDo || understanding.confidence >= certain);
    if (stops || understanding.intent === 'person') {
      await dialog.cancelAllDialogs();
      return { kind: stops ? 'cancelled' : 'left' };
    }
    if (!answers && (anyWordsWillDo ? asksAside(turn, understanding) : asides.has(understanding.intent)))
      return { kind: 'aside' };
    await dialog.continueDialog();
    const outcome = flowOutcome(dialog.context);
    return outcome === 'not-an-answer' ? { kind: 'aside' } : { kind: 'said', said: outcome };
  }
}

/** Confidence of closed words, against that of a likeness. */
const certain = 0.95;

/** Never an answer to a question that has a certain kind of answer. */
const asides: ReadonlySet<Intent> = new Set(['help', 'question']);

/** Words that are a question even where any words would do as an answer; "is too small" and "does not fit" are none. */
const question =
  /[?？]\s*$|^(?:how|what|when|where|which|who|why)\b|^(?:do|does|can|could|is|are|will)\s+(?:i|you|it|this|that|there|my|the|they|we)\b|吗|呢|怎么|多久|多少|几天|什么|哪/i;

const asksAside = (turn: Turn, { intent }: Understanding): boolean =>
  turn.value !== undefined || intent === 'help' || (question.test(turn.text.trim()) && intent !== 'complaint');

const said = (context: TurnContext): FlowSaid => {
  const outcome = flowOutcome(context);
  if (outcome === 'not-an-answer') throw new Error('A flow that was begun or asked again took it as an answer');
  return outcome;
};
