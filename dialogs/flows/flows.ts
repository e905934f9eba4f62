import type { StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { FlowStart, Understanding } from '../turn.ts';
import type { Flow, FlowContext } from './flow.ts';
import { enterFlows, FlowDialog, type FlowOutcome, flowOutcome } from './flow-dialog.ts';
import { guestOrderFlow } from './guest-order-flow.ts';
import { returnFlow } from './return-flow.ts';

/** Words that are a question even where any words would do as an answer. */
const asksSomething =
  /[?？]\s*$|^(how|what|when|where|which|who|why|do|does|can|could|is|are|will)\b|吗|呢|怎么|多久|多少|几天|什么|哪/i;

/** How a message meets a waiting flow. */
export type FlowTurn =
  | { readonly kind: 'none' }
  /** Cancel, a person, help, leave me alone: looked for before anything else, here and nowhere else. */
  | { readonly kind: 'interrupted'; readonly by: 'cancel' | 'person' | 'help' | 'aside' }
  | { readonly kind: 'said'; readonly outcome: Exclude<FlowOutcome, { notAnAnswer: true }> };

/** The flows and the one place that decides whether a message continues them or interrupts. */
export class Flows {
  readonly #dialogs: DialogSet;
  readonly #flows = new Map<string, Flow<object>>();

  constructor(state: StatePropertyAccessor<DialogState>) {
    this.#dialogs = new DialogSet(state);
    for (const flow of [returnFlow, guestOrderFlow] as unknown as Flow<object>[]) {
      this.#flows.set(flow.id, flow);
      this.#dialogs.add(new FlowDialog(flow));
    }
  }

  /** Is a flow waiting for an answer? */
  async waiting(context: TurnContext): Promise<string | null> {
    return (await this.#dialogs.createContext(context)).activeDialog?.id ?? null;
  }

  async meet(context: TurnContext, flow: FlowContext): Promise<FlowTurn> {
    const dialog = await this.#dialogs.createContext(context);
    const active = dialog.activeDialog;
    if (!active) return { kind: 'none' };
    enterFlows(context, flow);
    const interruption = this.#interruption(flow.understanding, flow.turn.text, dialog);
    if (interruption === 'cancel' || interruption === 'person') {
      await dialog.cancelAllDialogs();
      return { kind: 'interrupted', by: interruption };
    }
    if (interruption) return { kind: 'interrupted', by: interruption };
    await dialog.continueDialog();
    const outcome = flowOutcome(context);
    if (!outcome) throw new Error(`The ${active.id} flow answered nothing`);
    return 'notAnAnswer' in outcome ? { kind: 'interrupted', by: 'aside' } : { kind: 'said', outcome };
  }

  async begin(context: TurnContext, start: FlowStart, flow: FlowContext): Promise<FlowTurn> {
    const dialog = await this.#dialogs.createContext(context);
    await dialog.cancelAllDialogs();
    enterFlows(context, flow);
    await dialog.beginDialog(start.flow, start);
    return said(context);
  }

  /** Asks the waiting question again, after something else was answered on the side. */
  async reprompt(context: TurnContext, flow: FlowContext): Promise<FlowTurn> {
    const dialog = await this.#dialogs.createContext(context);
    if (!dialog.activeDialog) return { kind: 'none' };
    enterFlows(context, flow);
    await dialog.repromptDialog();
    return said(context);
  }

  #interruption(
    understanding: Understanding,
    text: string,
    dialog: DialogContext,
  ): 'cancel' | 'person' | 'help' | 'aside' | null {
    switch (understanding.intent) {
      case 'cancel':
        return 'cancel';
      case 'person':
        return 'person';
      case 'help':
        return 'help';
      case 'question': {
        const active = dialog.activeDialog;
        const flow = active ? this.#flows.get(active.id) : undefined;
        return flow?.takesFreeText(active?.state ?? {}) && !asksSomething.test(text) ? null : 'aside';
      }
      default:
        return null;
    }
  }
}

const said = (context: TurnContext): FlowTurn => {
  const outcome = flowOutcome(context);
  if (!outcome || 'notAnAnswer' in outcome) return { kind: 'none' };
  return { kind: 'said', outcome };
};
