/** Why a product is on a list, in the shop's ids. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { asId } from '../../../knowledge/domain/ids.ts';
import { purchaseWeight } from '../../data/interactions.ts';
import type { Deed, Likeness, RecommendationReason, RecommendRequest } from '../../types.ts';
import type { ServedBlend } from '../blend/served-blend.ts';

export interface ReasonSource {
  /** Has read the history of the request. */
  readonly blend: ServedBlend;
  /** Product ids by row. */
  readonly products: readonly string[];
  /** Codes of category and brand by row, -1 where there is none, as far as they are known. */
  readonly labels?: Readonly<Record<string, Int32Array>>;
}

/**
 * Of the model or the wish without which the product would fall furthest. "Popular" says nothing about a shopper, so that a wish that
 * is met is told before it. `floor`: what the list added to every score. `row` below 0: a product no model knows.
 */
export const reasonOf = (
  { blend, products, labels = {} }: ReasonSource,
  row: number,
  product: ProductId,
  request: RecommendRequest,
  floor: number,
): RecommendationReason => {
  const stated = told(product, request);
  if (row < 0) return stated ?? { kind: 'popular' };
  const { gave, reason, isStatic } = blend.cause(row);
  if (stated !== null) {
    const factor = request.boost?.get(product)?.factor ?? 1;
    const withoutWish = blend.scoreOf(row) - blend.low + floor;
    if (reason.kind === 'popular' || withoutWish * (factor - 1) >= gave * factor) return stated;
  }
  if (reason.kind === 'popular') return isStatic ? reason : noticed(product, request);
  if (reason.kind !== 'bought-with' && reason.kind !== 'similar') return reason;
  const because = asId<ProductId>(products[reason.because]!);
  const deed = deedOf(because, request) ?? 'viewed';
  if (reason.kind === 'bought-with') return { kind: 'bought-with', because, deed };
  return { kind: 'similar', because, deed, alike: reason.alike ?? likeness(labels, row, reason.because) };
};

const told = (product: ProductId, request: RecommendRequest): RecommendationReason | null => {
  const boost = request.boost?.get(product);
  return boost !== undefined && boost.factor > 1 && boost.told.length > 0 ? { kind: 'stated', told: boost.told } : null;
};

const likeness = (labels: Readonly<Record<string, Int32Array>>, a: number, b: number): Likeness => {
  const same = (codes: Int32Array | undefined): boolean =>
    codes !== undefined && codes[a]! >= 0 && codes[a] === codes[b];
  if (same(labels.category)) return same(labels.brand) ? 'brand-and-category' : 'category';
  return same(labels.brand) ? 'brand' : 'description';
};

/** A model that looks at the shopper praises a product and names no other one it rests on: it rests on the product itself. */
const noticed = (product: ProductId, request: RecommendRequest): RecommendationReason => {
  const deed = deedOf(product, request);
  return deed === null ? { kind: 'popular' } : { kind: 'noticed', deed };
};

const deedsByWeight: readonly Deed[] = ['bought', 'in-cart', 'asked-about', 'viewed'];

/** What says most of all that was done with the product; null: nothing was. */
const deedOf = (product: ProductId, { history }: RecommendRequest): Deed | null => {
  let most = deedsByWeight.length;
  for (let e = 0; e < history.length; e++) {
    const { product: one, weight, deed } = history[e]!;
    if (one !== product) continue;
    most = Math.min(most, deedsByWeight.indexOf(deed ?? (weight >= purchaseWeight ? 'bought' : 'viewed')));
  }
  return deedsByWeight[most] ?? null;
};
