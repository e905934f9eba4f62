import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { allocate } from '../../../knowledge/domain/money.ts';
import type { Action, Scope } from '../../../knowledge/domain/promotion.ts';
import { type Basket, inScope, type Unlock } from '../basket.ts';

/** What an action does to one basket, counting what is left of its lines; amounts in minor units. */
export interface Effect {
  /** Off each line of `basket.lines`; whole, never more than is left of the line. */
  readonly off: readonly number[];
  /** One unit of the first of these that is in stock is added at no price. */
  readonly gifts?: readonly ProductId[];
  readonly freeShipping?: boolean;
}

export interface ActionRule<A extends Action> {
  /** Null: this basket does not reach it. */
  effect(action: A, basket: Basket): Effect | null;
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
