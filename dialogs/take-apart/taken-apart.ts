/** What a message is taken apart into. */
import type { Understanding } from '../turn.ts';
import type { BesideAnswer } from '../understand/beside-answer.ts';
import type { PassedOver } from '../understand/passed-over/passed-over.ts';
import type { Request } from '../understand/several-requests.ts';

/**
 * What the clauses of one turn were understood as: each is asked about again and again, whatever it stands beside. It is
 * read anew only when a sentence vector that it lacked has come.
 */
export type Known = Map<string, { readonly meant: Understanding; readonly lacked: readonly string[] }>;

export interface TakenApart {
  /** Of the message, or of the first of its requests. */
  readonly understanding: Understanding;
  /** In the order in which they are answered; one, mostly. */
  readonly requests: readonly [Request, ...Request[]];
  /** "Never mind that, …": whatever was under way is no longer wanted. */
  readonly takesBack: boolean;
  /** "I'm not returning anything": no return and no cancelling is wanted, whichever step of one waits. */
  readonly denies?: true;
  /** What is taken back is only goods or people that were spoken of: "forget the parka! …". */
  readonly dropsGoods?: true;
  /** Where a flow waits: its answer, and what is asked beside it instead of `requests`. */
  readonly beside?: BesideAnswer;
  /** The message before with what this one sets right: it is what was meant. */
  readonly meantAs?: string;
  /** What else the message asks, orders or wishes. */
  readonly passedOver?: readonly PassedOver[];
}
