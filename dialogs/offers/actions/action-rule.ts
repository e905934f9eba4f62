import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { allocate } from '../../../knowledge/domain/money.ts';
import type { Action, Scope } from '../../../knowledge/domain/promotion.ts';
import { type Basket, inScope, type Unlock } from '../combine/basket.ts';

/** How much an action does to one basket, counting what is left of its lines; amounts in minor units. */
export interface Size {
  /** Whole, never more than is left of the lines it comes off. */
  readonly offMinor: number;
  /** Off each line, where that is what it was counted by. */
  readonly off?: readonly number[];
  /** One unit of the first of these that is in stock is added at no price. */
  readonly gifts?: readonly ProductId[];
  readonly freeShipping?: boolean;
}

/** The same, line by line. */
export interface Effect extends Size {
  /** Off each line of `basket.lines`; whole, never more than is left of the line. */
  readonly off: readonly number[];
}

export interface ActionRule<A extends Action> {
  /** Null: this basket does not reach it. Asked by the hundred, so that lines are left to `off`. */
  size(action: A, basket: Basket): Size | null;
  /** What `size` took off, divided over the lines; absent: `size` names them, or takes nothing off. */
  off?(action: A, basket: Basket, offMinor: number): readonly number[];
  /** The smallest change that would reach it; null when nothing the shopper adds would. */
  unlock(action: A, basket: Basket): Unlock | null;
}

export type ActionOf<K extends Action['kind']> = Extract<Action, { kind: K }>;

/**
 * `rate` of an amount, rounded down to whole minor units so that no percentage below 1 ever makes goods free.
 * The rate is read to a millionth, which keeps 0.29 × 100 at 29.
 */
export const shareOf = (minor: number, rate: number): number =>
  Math.floor((minor * Math.round(rate * 1_000_000)) / 1_000_000);

/** Splits a discount over the lines of a scope in proportion to what is left of them; lines outside get nothing. */
export const spread = (discount: number, basket: Basket, scope: Scope | undefined): number[] =>
  allocate(
    discount,
    basket.lines.map((line, i) => (inScope(line.product, scope) ? (basket.left[i] as number) : 0)),
  );
