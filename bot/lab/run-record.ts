/** What a run of the lab carries along and leaves behind: the shoppers' own states, the log, the totals. */
import type { Impression, Offer } from '../../knowledge/domain/offer.ts';
import type { LabPeople, PastOrder } from './people.ts';
import type { Deal } from './truth.ts';

/** What a shopper carries from visit to visit; a run changes its own copy. */
export interface ShopperState {
  readonly orders: PastOrder[];
  open: { readonly offer: Offer; readonly deal: Deal; readonly impression: Impression } | null;
  /** A purchase decided on and not yet made. */
  pendingUntil: number;
}

export const freshStates = (people: LabPeople): ShopperState[] =>
  people.shoppers.map(({ before }) => ({
    orders: [...before],
    open: null,
    pendingUntil: Number.NEGATIVE_INFINITY,
  }));

export const copyStates = (states: readonly ShopperState[]): ShopperState[] =>
  states.map(s => ({ ...s, orders: [...s.orders] }));

/** One logged decision beside what the truth knows of it; what estimates are judged by. Money in minor units. */
export interface Logged {
  readonly impression: Impression;
  readonly day: number;
  readonly shopper: number;
  /** What the deal that was picked, shown or not, is expected to change in margin before returns; 0 for none. */
  readonly trueGain: number;
  /** What the log shows once outcomes are in: margin net of the deal's cost, 0 without a purchase. Returns come later. */
  margin: number;
  revenue: number;
  discount: number;
  bought: boolean;
  returned: boolean;
}

/** Totals of a run; money in minor units. */
export interface RunTotals {
  visits: number;
  decisions: number;
  offers: number;
  heldOut: number;
  conversions: number;
  redemptions: number;
  broken: number;
  returns: number;
  revenueMinor: number;
  /** What happened, returns included. */
  marginMinor: number;
  /** Discount money given, gifts and shipping at what the shopper kept by them. */
  discountMinor: number;
  /** The same at what it cost the shop. */
  costMinor: number;
  /** Sum over visits of the truth's expected margin of what was done. */
  expectedMinor: number;
  /** Sum over visits of the truth's buying probability under what was done. */
  expectedConversions: number;
}

export const nothingYet = (): RunTotals => ({
  visits: 0,
  decisions: 0,
  offers: 0,
  heldOut: 0,
  conversions: 0,
  redemptions: 0,
  broken: 0,
  returns: 0,
  revenueMinor: 0,
  marginMinor: 0,
  discountMinor: 0,
  costMinor: 0,
  expectedMinor: 0,
  expectedConversions: 0,
});

export interface RunResult {
  readonly totals: RunTotals;
  readonly log: readonly Logged[];
  /** Per day, not summed up. */
  readonly expectedByDay: Float64Array;
  readonly spentByDay: Float64Array;
  readonly states: readonly ShopperState[];
}

/** The reasons are ten times as long as the rest. */
export const withoutReasons = ({ why: _, ...impression }: Impression): Impression => impression;
