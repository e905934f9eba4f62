/** What is kept so that decisions can be judged and learned from: expectations, daily sums, and the pace of a budget. */
import type { CampaignId, PromotionId } from './ids.ts';

/** Whose response an outcome shows: control and a deliberate "none" both show what happens without an offer. */
export type LearnedArm = PromotionId | 'none';

/** What a decision expected of the arm it took; kept with its impression and compared with the outcome when that is known. */
export interface Expectation {
  /** name@version of the response model. */
  readonly model: string;
  readonly arm: LearnedArm;
  /** A group of shoppers that may respond otherwise than the model thinks; see dialogs/offers/choose/segment.ts. */
  readonly segment: string;
  /** Margin expected of this shopper under the arm, net of the offer's cost; minor units. */
  readonly marginMinor: number;
  /** Margin at stake, before the discount; minor units, > 0. Differences are learned as shares of it. */
  readonly scaleMinor: number;
}

/** One joined outcome: (margin earned - margin expected) / margin at stake, filed under the UTC day it was joined. */
export interface Learned {
  readonly day: string;
  readonly residual: number;
}

/** Sums over the outcomes of one arm and segment: how many, Σ residual, Σ residual². */
export interface CellSums {
  readonly model: string;
  readonly arm: LearnedArm;
  readonly segment: string;
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * What was learned on one UTC day. It is a function of the impressions filed under that day and is computed anew from
 * them whenever one is joined or corrected, so no outcome can be counted twice or lost, whoever crashes when.
 */
export interface DaySums {
  /** "2026-05-04" */
  readonly id: string;
  readonly version: number;
  readonly cells: readonly CellSums[];
}

/** The shadow price of a campaign's budget and what its controller remembers. One per campaign, moved by compare-and-set. */
export interface Pace {
  readonly id: CampaignId;
  readonly version: number;
  readonly at: Date;
  /** What one unit of budget is worth now: an offer must bring `price` times its expected spend more. 0: not binding. */
  readonly price: number;
  /** Given away at `at`: committed and held, and the expected part of the quotes that are open. */
  readonly spentMinor: number;
  /** Decisions made, of any outcome, after `since` and until `at`. */
  readonly opportunities: number;
  readonly since: Date;
  /** Decisions per hour as they are expected to go on. */
  readonly perHour: number;
}
