/** Whether a newly trained recommender may take the place of the one in use. */
import type { Promotion } from '../serve/card.ts';
import { fewestShoppers, type HeldOutWindow, meanOf, sdOf } from './held-out.ts';

/** 97.5 % point of the normal distribution; with 30 shoppers and more the t distribution is close to it. */
const normal = 1.96;
/** A loss of more than this share of the old one's NDCG is not accepted even where chance could explain it. */
const largestLoss = 0.05;

interface Side {
  readonly ndcg: readonly number[];
}

/**
 * Both ranked for the same shoppers, neither having seen the window. The new one is kept out when it is worse beyond chance
 * (95 % interval of the paired difference below 0) or by more than 5 % of the old one's NDCG. `of`: both models as they serve, or the old one's
 * recipe, fitted on what came before the window when that one was trained. Throws when the cases differ in number.
 */
export const pairedVerdict = (
  current: number,
  window: HeldOutWindow,
  next: Side,
  old: Side,
  of: 'model' | 'recipe' = 'model',
): Promotion => {
  if (next.ndcg.length !== old.ndcg.length)
    throw new RangeError(
      `${next.ndcg.length} shoppers on one side and ${old.ndcg.length} on the other can't be compared`,
    );
  const gaps = next.ndcg.map((value, i) => value - old.ndcg[i]!);
  return judged(
    current,
    window,
    meanOf(next.ndcg),
    meanOf(old.ndcg),
    gaps.length,
    sdOf(gaps) / Math.sqrt(gaps.length),
    of,
  );
};

/**
 * Too few shoppers bought since the version in use was trained, so it has seen the window and would be judged on what it knows. What
 * it did on its own window then, mean and standard deviation over `old.shoppers`, stands in for it.
 */
export const unpairedVerdict = (
  current: number,
  window: HeldOutWindow,
  next: Side,
  old: { readonly mean: number; readonly sd: number; readonly shoppers: number },
): Promotion => {
  const error = Math.sqrt(sdOf(next.ndcg) ** 2 / next.ndcg.length + old.sd ** 2 / Math.max(1, old.shoppers));
  return judged(current, window, meanOf(next.ndcg), old.mean, next.ndcg.length, error, null);
};

const judged = (
  current: number,
  window: HeldOutWindow,
  next: number,
  old: number,
  shoppers: number,
  error: number,
  pairedOf: 'model' | 'recipe' | null,
): Promotion => {
  const paired = pairedOf !== null;
  const mean = next - old;
  const difference = { mean, low: mean - normal * error, high: mean + normal * error };
  const [is, by] = [difference.high < 0, mean < -largestLoss * old];
  const how = paired
    ? `on ${shoppers} shoppers' purchases that neither ${pairedOf === 'recipe' ? 'recipe was given' : 'has seen'}`
    : `on its own ${shoppers} held-out shoppers, against what v${current} did on its own, for v${current} has seen the newest purchases`;
  const figures = `NDCG@10 ${next.toFixed(4)} against ${old.toFixed(4)} ${how}, difference ${signed(mean)} (95 % ${signed(difference.low)} to ${signed(difference.high)})`;
  return {
    status: is || (paired && by) ? 'candidate' : 'promoted',
    reason: `${is ? 'Worse than' : paired && by ? 'More than 5 % below' : mean >= 0 ? 'At least as good as' : 'Not worse beyond chance than'} v${current}: ${figures}`,
    comparison: {
      current,
      window: { from: window.from.toISOString(), to: window.to.toISOString() },
      shoppers,
      new: next,
      old,
      difference,
      paired,
    },
  };
};

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(4)}`;

export const nothingToCompare = (reason: string): Promotion => ({ status: 'promoted', reason, comparison: null });

export const tooFewShoppers = `Fewer than ${fewestShoppers} shoppers came back to buy: nothing can be held out`;
