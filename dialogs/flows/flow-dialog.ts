import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { FlowStart } from '../flow-parts.ts';
import type { Flow, FlowContext, FlowSaid, FlowStep } from './flow.ts';

const contextKey = Symbol('flow-context');
const outcomeKey = Symbol('flow-outcome');

/** Dialogs do not send: what a flow said is picked up by the turn, so that words leave in one place. */
type FlowOutcome = FlowSaid | 'not-an-answer';

export const enterFlow = (context: TurnContext, flow: FlowContext): void => {
  context.turnState.set(contextKey, flow);
  context.turnState.set(outcomeKey, undefined);
};

/** What the flow said since `enterFlow`. */
export const flowOutcome = (context: TurnContext): FlowOutcome => {
  const outcome = context.turnState.get(outcomeKey) as FlowOutcome | undefined;
  if (!outcome) throw new Error('A flow ran and said nothing');
  return outcome;
};

/** Runs a Flow on botbuilder-dialogs' stack, which keeps its state and lets it be interrupted and resumed. */
export class FlowDialog<State extends object> extends Dialog {
  readonly #flow: Flow<State>;

  constructor(flow: Flow<State>) {
    super(flow.id);
    this.#flow = flow;
  }

  takesFreeText(instance: DialogInstance): boolean {
    return this.#flow.takesFreeText(instance.state as State);
  }

  async isAnswer(instance: DialogInstance, context: FlowContext): Promise<boolean> {
    return (await this.#flow.isAnswer?.(instance.state as State, context)) ?? false;
  }

  /** The question that waits, without asking it. */
  async asks(instance: DialogInstance, context: FlowContext): Promise<FlowSaid> {
    return this.#flow.ask(instance.state as State, context);
  }

  override async beginDialog(dialog: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.#settle(dialog, await this.#flow.begin(options as FlowStart, contextOf(dialog.context)));
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const step = await this.#flow.answer(dialog.activeDialog?.state as State, contextOf(dialog.context));
    if (step) return this.#settle(dialog, step, true);
    dialog.context.turnState.set(outcomeKey, 'not-an-answer' satisfies FlowOutcome);
    return Dialog.EndOfTurn;
  }

  /** The flow on top of this one is over; the turn asks this one's question again. */
  override async resumeDialog(): Promise<DialogTurnResult> {
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    instance.state = { ...instance.state, asked: timesAsked(instance) + 1 };
    const said: FlowOutcome = await this.#flow.ask(instance.state as State, contextOf(context));
    context.turnState.set(outcomeKey, said);
  }

  async #settle(dialog: DialogContext, step: FlowStep<State>, answered = false): Promise<DialogTurnResult> {
    const { parts, suggestions } = step;
    dialog.context.turnState.set(outcomeKey, { parts, suggestions } satisfies FlowOutcome);
    if (step.done) return dialog.endDialog();
    if (dialog.activeDialog) dialog.activeDialog.state = { ...step.state, asked: 0, answered };
    return Dialog.EndOfTurn;
  }
}

/** How often the waiting question was asked again since it was last answered. */
export const timesAsked = (instance: DialogInstance): number =>
  (instance.state as { readonly asked?: number }).asked ?? 0;

/** Whether the shopper has answered anything in it yet. */
export const wasAnswered = (instance: DialogInstance): boolean =>
  (instance.state as { readonly answered?: boolean }).answered === true;

const contextOf = (context: TurnContext): FlowContext => {
  const flow = context.turnState.get(contextKey) as FlowContext | undefined;
  if (!flow) throw new Error('A flow ran outside a turn: call enterFlow first');
  return flow;
};
