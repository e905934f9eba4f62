import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { FlowStart } from '../turn.ts';
import type { Flow, FlowContext, FlowStep } from './flow.ts';

const contextKey = Symbol('flow-context');
const outcomeKey = Symbol('flow-outcome');

/** What a flow said in this turn, picked up by the turn runner: dialogs do not send, so that words leave in one place. */
export type FlowOutcome = Pick<FlowStep<object>, 'parts' | 'suggestions' | 'done'> | { readonly notAnAnswer: true };

export const enterFlows = (context: TurnContext, flow: FlowContext): void => {
  context.turnState.set(contextKey, flow);
  context.turnState.set(outcomeKey, undefined);
};

export const flowOutcome = (context: TurnContext): FlowOutcome | undefined =>
  context.turnState.get(outcomeKey) as FlowOutcome | undefined;

/** Runs a Flow on botbuilder-dialogs' stack, which keeps its state and lets it be interrupted and resumed. */
export class FlowDialog<State extends object> extends Dialog {
  readonly flow: Flow<State>;

  constructor(flow: Flow<State>) {
    super(flow.id);
    this.flow = flow;
  }

  override async beginDialog(dialog: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.#settle(dialog, await this.flow.begin(options as FlowStart, contextOf(dialog.context)));
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const state = dialog.activeDialog?.state as State;
    const step = await this.flow.answer(state, contextOf(dialog.context));
    if (!step) {
      dialog.context.turnState.set(outcomeKey, { notAnAnswer: true } satisfies FlowOutcome);
      return Dialog.EndOfTurn;
    }
    return this.#settle(dialog, step);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { parts, suggestions } = await this.flow.ask(instance.state as State, contextOf(context));
    context.turnState.set(outcomeKey, { parts, suggestions, done: false } satisfies FlowOutcome);
  }

  async #settle(dialog: DialogContext, step: FlowStep<State>): Promise<DialogTurnResult> {
    const { parts, suggestions, done } = step;
    dialog.context.turnState.set(outcomeKey, { parts, suggestions, done } satisfies FlowOutcome);
    if (done) return dialog.endDialog();
    const active = dialog.activeDialog;
    if (active) active.state = step.state;
    return Dialog.EndOfTurn;
  }
}

const contextOf = (context: TurnContext): FlowContext => {
  const flow = context.turnState.get(contextKey) as FlowContext | undefined;
  if (!flow) throw new Error('A flow ran outside a turn: call enterFlows first');
  return flow;
};
