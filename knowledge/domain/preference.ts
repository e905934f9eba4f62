import type { Currency } from './money.ts';
import type { FactSlot } from './shopper.ts';

export interface MoneyBound {
  readonly bound: 'max' | 'min' | 'around';
  /** Major units as said. */
  readonly amount: number;
  /** As said; undefined when no currency was named. */
  readonly currency?: Currency;
}

/** One thing a shopper told, by slot and canonical value. */
export type Told = Pick<StatedPreference, 'slot' | 'value'>;

/** A wish for this search or a standing preference. Values are canonical English keys, like product attributes. */
export interface StatedPreference {
  readonly slot: FactSlot;
  readonly value: string;
  readonly polarity: 'like' | 'dislike';
  /** 'self', or for whom ("dad"). */
  readonly forWhom: string;
  readonly quote: string;
  /** 0..1 */
  readonly confidence: number;
  /** It is met before any other wish: "it has to be waterproof". */
  readonly must?: boolean;
}
