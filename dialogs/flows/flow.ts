import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { suggest } from '../decisions/draft.ts';
import type { FlowStart } from '../flow-parts.ts';
import type { OrderClaim } from '../prove-order.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';

/** What a flow may look at: the message, how it was understood, and the stores it reads from and, at its end, writes to. */
export interface FlowContext {
  readonly turn: Turn;
  readonly understanding: Understanding;
  readonly stores: Stores;
  readonly shop: Shop;
  /** The order a guest proved earlier in this conversation: not asked for again. */
  readonly known?: OrderClaim;
  /** What was told just now of an order that could not be found by it. */
  readonly refused?: OrderClaim;
  /** A guest said before that the number is gone: it is not asked for again. */
  readonly lostNumber?: true;
  /** What is wrong with something bought, told a few messages ago. */
  readonly why?: string;
  /** It was said in so many words that nothing is to be returned or cancelled. */
  readonly denies?: true;
}

/** What a flow says in one turn. */
export interface FlowSaid {
  readonly parts: readonly ReplyPart[];
  readonly suggestions: readonly Suggestion[];
}

/** One step of a flow: what to say, the state to keep (plain JSON), and whether it is over. */
export interface FlowStep<State> extends FlowSaid {
  readonly state: State;
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
  ask(state: State, context: FlowContext): Promise<FlowSaid>;
  /** True when any words at all answer the question (a reason): only clear questions are then taken as asides. */
  takesFreeText(state: State): boolean;
  /** Words that would otherwise stop the flow and here are its answer ("cancel it", asked whether to cancel the order). */
  isAnswer?(state: State, context: FlowContext): boolean | Promise<boolean>;
}

/** How a message meets the flow that waits in its conversation. */
export type FlowMeeting =
  | { readonly kind: 'none' }
  | { readonly kind: 'said'; readonly said: FlowSaid }
  /** A person was asked for: the flow is over and the message is dealt with as any other. */
  | { readonly kind: 'left' }
  /** Something else was said: it is answered, then the flow's question is asked again. */
  | { readonly kind: 'aside'; readonly flow: FlowStart['flow'] };

/** `dropped`: what waited, nothing answered in it yet, and gave way. */
export interface FlowBegun extends FlowSaid {
  readonly dropped?: FlowStart;
}

/** The flows of one conversation, in one turn. */
export interface TurnFlows {
  /** The one that waits for an answer. */
  waiting(): Promise<FlowStart['flow'] | null>;
  meet(flow: FlowContext): Promise<FlowMeeting>;
  /** On top of the one that waits, if one does: that is gone on with afterwards. The same flow begun again starts afresh. */
  begin(start: FlowStart, flow: FlowContext): Promise<FlowBegun>;
  /** The waiting question again, or that it is set aside when it was asked often enough; null when no flow waits. */
  reprompt(flow: FlowContext): Promise<FlowSaid | null>;
  /** Whatever waits is over: a person takes the conversation, or had it since. */
  leave(flow: FlowContext): Promise<void>;
  /** True when the flow that waits knows these words for its answer, however much they sound like taking it all back. */
  answers(flow: FlowContext): Promise<boolean>;
}

/** By the number told there is none: none of theirs, whoever is signed in. */
export const notFound = <State>(state: State, { turn }: FlowContext): FlowStep<State> => ({
  ...ends(state, { kind: 'order-not-found', ...(turn.signedIn ? { signedIn: true } : {}) }),
  suggestions: suggest('person'),
});

export const ends = <State>(state: State, ...parts: ReplyPart[]): FlowStep<State> => ({
  state,
  parts,
  suggestions: [],
  done: true,
});
