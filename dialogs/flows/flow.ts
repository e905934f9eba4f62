import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { FlowStart, ReplyPart, Suggestion, Turn, Understanding } from '../turn.ts';

/** What a flow may look at: the message, how it was understood, and the stores it reads from and, at its end, writes to. */
export interface FlowContext {
  readonly turn: Turn;
  readonly understanding: Understanding;
  readonly stores: Stores;
  readonly shop: Shop;
}

/** One step of a flow: the state to keep (plain JSON), what to say, and whether it is over. */
export interface FlowStep<State> {
  readonly state: State;
  readonly parts: readonly ReplyPart[];
  readonly suggestions: readonly Suggestion[];
  readonly done: boolean;
}

/**
 * A conversation of more than one turn. `answer` returns null when the message does not answer the question asked: it is
 * then dealt with on the side and the question is asked again.
 */
export interface Flow<State extends object> {
  readonly id: FlowStart['flow'];
  begin(start: FlowStart, context: FlowContext): Promise<FlowStep<State>>;
  answer(state: State, context: FlowContext): Promise<FlowStep<State> | null>;
  ask(state: State, context: FlowContext): Promise<Pick<FlowStep<State>, 'parts' | 'suggestions'>>;
  /** True when any words at all answer the question (a reason): only clear questions are then taken as asides. */
  takesFreeText(state: State): boolean;
}

export const ends = <State>(state: State, ...parts: ReplyPart[]): FlowStep<State> => ({
  state,
  parts,
  suggestions: [],
  done: true,
});
