/** "Add ¥23 and save ¥50": the steps a cart is close to, each tried by the best combination before it is said. */
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import { type Money, money } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { nearShare } from './add-on-plan.ts';
import { type Threshold, thresholdsOf } from './add-on-thresholds.ts';
import { type BasketLine, inScope } from './basket.ts';
import type { CombineInput } from './combine.ts';
import { type Solved, solveDeals } from './combine-solve.ts';

export interface Nudge {
  readonly deal: PromotionId | 'delivery';
  /** Goods to add at price, at least; absent where only the number of units counts. */
  readonly spend?: Money;
  /** Units to add, where more than one is needed. */
  readonly units?: number;
  /** What they must come from; absent: anything in the shop. */
  readonly scope?: Scope;
  /** How much less the shopper pays for the cart and the addition than without the step. */
  readonly saves: Money;
}

const most = 2;
/** A saving that is less of what is added is no reason to add it. */
const worthSaying = 0.1;

/** A product to try a step with: like one in the cart where that counts, else of the kind that is asked for. */
const likeOf = (input: CombineInput, scope: Scope | undefined): Product | null => {
  const [first] = input.lines;
  const inCart = input.lines.find(line => inScope(line.product, scope));
  if (inCart) return inCart.product;
  if (!first || scope?.products) return null;
  const [category = first.product.category] = scope?.categories ?? [];
  const [brand] = scope?.brands ?? [];
  return { ...first.product, category, ...(brand === undefined ? {} : { brand }) };
};

/** The addition as one line that is nothing else in the shop. */
const addition = (like: Product, threshold: Threshold): BasketLine => {
  const { gapMinor, units } = threshold;
  const each = gapMinor > 0 ? Math.ceil(gapMinor / units) : like.price.minor;
  const product: Product = {
    ...like,
    id: `${like.id}\u0000` as Product['id'],
    price: money(each, like.price.currency),
    stock: null,
  };
  return { product, quantity: units };
};

const giftsMinor = ({ found }: Solved): number => found.steps.reduce((sum, s) => sum + (s.gift?.price.minor ?? 0), 0);

/** The nearest steps that save more than nothing, at most two; none for an empty cart. Pure. */
export const nudgesOf = (input: CombineInput): Nudge[] => {
  const base = solveDeals(input);
  const near = thresholdsOf(base)
    .filter(t => t.gapMinor + (t.units > 1 ? 1 : 0) > 0 && t.gapMinor <= nearShare * base.basket.goodsMinor)
    .sort((a, b) => a.gapMinor - b.gapMinor);
  const nudges: Nudge[] = [];
  for (const threshold of near) {
    if (nudges.length === most) break;
    const like = likeOf(input, threshold.scope);
    // Only named products count: what they cost is not ours to choose.
    if (!like || threshold.scope?.products) continue;
    const line = addition(like, threshold);
    const after = solveDeals({ ...input, lines: [...input.lines, line] });
    const addedMinor = line.product.price.minor * line.quantity;
    const savesMinor = base.found.totalMinor + addedMinor - after.found.totalMinor;
    // A gift given up for it is no saving.
    const losesGift = giftsMinor(after) < giftsMinor(base);
    if (!threshold.isReached(after) || savesMinor <= worthSaying * addedMinor || losesGift) continue;
    nudges.push({
      deal: threshold.deal,
      ...(threshold.gapMinor > 0 ? { spend: money(addedMinor, base.basket.currency) } : {}),
      ...(threshold.units > 1 ? { units: threshold.units } : {}),
      ...(threshold.scope ? { scope: threshold.scope } : {}),
      saves: money(savesMinor, base.basket.currency),
    });
  }
  return nudges;
};
