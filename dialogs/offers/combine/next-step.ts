/** How much is missing from the next step of a spend-and-save deal (满减), tried by the best combination before it is said. */
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import { type Money, money } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { thresholdsOf } from './add-on-thresholds.ts';
import type { CombineInput } from './combine.ts';
import { type Solved, solveDeals } from './combine-solve.ts';

export interface NextStep {
  readonly deal: PromotionId;
  /** Of any goods, at price. */
  readonly missing: Money;
  /** What comes off more then by that deal. */
  readonly off: Money;
  /** It takes something off already. */
  readonly isFurther: boolean;
}

const offBy = ({ found }: Solved, deal: PromotionId): number =>
  found.steps.find(step => step.entry.candidate.promotion.id === deal)?.offMinor ?? 0;

/** Null: the last step is reached, no such deal can come onto this cart, or it takes certain goods. Pure. */
export const nextStepOf = (input: CombineInput): NextStep | null => {
  const [first] = input.lines;
  if (!first) return null;
  const base = solveDeals(input);
  const stepped = new Set(
    base.able.flatMap(({ candidate: { promotion } }) =>
      promotion.action.kind === 'spend-and-save' ? [promotion.id] : [],
    ),
  );
  const near = thresholdsOf(base)
    .filter(({ deal, gapMinor, scope }) => deal !== 'delivery' && stepped.has(deal) && gapMinor > 0 && !scope)
    .sort((a, b) => a.gapMinor - b.gapMinor);
  for (const { deal, gapMinor, isReached } of near) {
    if (deal === 'delivery') continue;
    const product: Product = {
      ...first.product,
      id: `${first.product.id}\u0000` as Product['id'],
      price: money(gapMinor, first.product.price.currency),
      stock: null,
    };
    const after = solveDeals({ ...input, lines: [...input.lines, { product, quantity: 1 }] });
    const { currency } = base.basket;
    const offMinor = offBy(after, deal) - offBy(base, deal);
    if (isReached(after) && offMinor > 0)
      return {
        deal,
        missing: money(gapMinor, currency),
        off: money(offMinor, currency),
        isFurther: offBy(base, deal) > 0,
      };
  }
  return null;
};
