/**
 * A shop's own log as rounds for the estimators: what another policy would have done at each decision, with what chance.
 * Showing nothing is one action, whether by choice ("none") or by holdout ("control"): what happens is the same, so its chance is
 * P(none) + holdout · (1 - P(none)). Target policies hold nobody out.
 */
import { z } from 'zod';
import type { Impression } from '../../knowledge/domain/offer.ts';
import { closedOutcome } from '../../knowledge/domain/outcome.ts';
import type { PromotionKind } from '../../knowledge/domain/promotion.ts';
import type { ResponseArm, ResponseModel } from '../types.ts';
import type { Rounds } from './ope-metrics.ts';

/** What the decision could have shown, as it was kept with the impression. */
const keptTrace = z.object({
  none: z.object({ p: z.number() }).optional(),
  arms: z.array(
    z.object({
      promotion: z.string(),
      saves: z.number().optional(),
      cost: z.number().optional(),
      uplift: z.number().optional(),
      buyWithout: z.number().optional(),
      p: z.number().optional(),
      stretched: z.boolean().optional(),
    }),
  ),
  more: z.number().default(0),
});
type Kept = z.infer<typeof keptTrace>;

export type Target =
  | { readonly kind: 'never' }
  /** Nothing and every deal that fitted, each with the same chance. */
  | { readonly kind: 'uniform' }
  /** One deal wherever it fitted, nothing elsewhere. */
  | { readonly kind: 'fixed'; readonly promotion: string }
  /** The deal the model expects most of, if it expects more than nothing. */
  | { readonly kind: 'model'; readonly model: ResponseModel };

export interface LogRounds {
  readonly rounds: Rounds;
  /** Decisions left out, by why. */
  readonly leftOut: Readonly<Record<'noOutcome' | 'noTrace', number>>;
}

type Logged = Impression & { readonly outcome: NonNullable<Impression['outcome']> };

const traceOf = (impression: Impression): Kept | null => {
  if (impression.why === undefined) return null;
  try {
    const read = keptTrace.safeParse(JSON.parse(impression.why));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};

/** What only the whole log knows: the kind of each promotion, and how much its condition made people add. */
interface Promotions {
  readonly kinds: ReadonlyMap<string, PromotionKind>;
  readonly stretch: ReadonlyMap<string, number>;
}

const promotionsOf = (log: readonly Impression[]): Promotions => {
  const kinds = new Map<string, PromotionKind>();
  const added = new Map<string, { sum: number; count: number }>();
  for (const { promotion, kind, features } of log) {
    if (promotion === undefined || kind === undefined) continue;
    kinds.set(promotion, kind);
    const { basketMinor, treatedBasketMinor } = features;
    if (!basketMinor || !treatedBasketMinor || treatedBasketMinor <= basketMinor) continue;
    const entry = added.get(promotion) ?? { sum: 0, count: 0 };
    added.set(promotion, { sum: entry.sum + treatedBasketMinor / basketMinor, count: entry.count + 1 });
  }
  return { kinds, stretch: new Map([...added].map(([id, { sum, count }]) => [id, sum / count])) };
};

/** Exact where nothing is added and for the arm that was taken; else with what the promotion usually makes people add. */
const armOf = (arm: Kept['arms'][number], logged: Logged, known: Promotions): ResponseArm | null => {
  const kind = known.kinds.get(arm.promotion);
  if (kind === undefined) return null;
  const { features } = logged;
  const taken = logged.promotion === arm.promotion && logged.treatment !== 'none' && logged.treatment !== 'control';
  const more = taken || !arm.stretched ? 1 : (known.stretch.get(arm.promotion) ?? 1);
  const basket = taken ? (features.treatedBasketMinor ?? 0) : (features.basketMinor ?? 0) * more;
  const margin = taken ? (features.treatedMarginMinor ?? 0) : (features.basketMarginMinor ?? 0) * more;
  return {
    promotion: arm.promotion as ResponseArm['promotion'],
    kind,
    depth: basket > 0 ? Math.min(1, (arm.saves ?? 0) / basket) : 0,
    costMinor: arm.cost ?? 0,
    treatedBasketMinor: basket,
    treatedMarginMinor: margin,
  };
};

/** Chance of each kept arm under the target; the rest is nothing. */
const targetChances = (target: Target, trace: Kept, logged: Logged, known: Promotions): number[] => {
  const { arms } = trace;
  switch (target.kind) {
    case 'never':
      return arms.map(() => 0);
    case 'uniform':
      return arms.map(() => 1 / (arms.length + trace.more + 1));
    case 'fixed':
      return arms.map(arm => (arm.promotion === target.promotion ? 1 : 0));
    case 'model': {
      const possible = arms.map(arm => armOf(arm, logged, known));
      const priced = possible.flatMap((arm, i) => (arm ? [{ arm, i }] : []));
      const context = {
        features: logged.features,
        basketMinor: logged.features.basketMinor ?? 0,
        basketMarginMinor: logged.features.basketMarginMinor ?? 0,
      };
      const scores = target.model.score(
        context,
        priced.map(p => p.arm),
      );
      let best = -1;
      let most = 0;
      for (const [n, { upliftMinor }] of scores.entries()) {
        if (upliftMinor > most) {
          most = upliftMinor;
          best = priced[n]!.i;
        }
      }
      return arms.map((_, i) => (i === best ? 1 : 0));
    }
  }
};

const isNothing = (impression: Impression): boolean =>
  impression.treatment === 'control' || impression.treatment === 'none';

/** Probability that nothing was shown. */
const nothingChance = (logged: Logged, trace: Kept): number => {
  const none = trace.none?.p ?? (logged.treatment === 'none' ? logged.propensity : 0);
  if (logged.treatment === 'none') return Math.max(none, logged.propensity);
  const picked = trace.arms.find(arm => arm.promotion === logged.promotion)?.p;
  const holdout = picked ? Math.min(1, logged.propensity / picked) : 0;
  return logged.treatment === 'control' ? Math.min(1, none + holdout * (1 - none)) : none;
};

/** Of a holdout seen only in control's rows: a "none" happens on both sides, so its chance counts the held-out picks too. */
const withHoldout = (none: number, holdout: number): number => Math.min(1, none + holdout * (1 - none));

const holdoutOf = (log: readonly Logged[]): number => {
  const held = log.filter(l => l.treatment === 'control').length;
  const picked = log.filter(l => l.treatment !== 'none').length;
  return picked > 0 ? held / picked : 0;
};

/** `reward`: the margin of the outcome net of the deal's cost, minor units. The reward model is what was expected at decision time. */
export const roundsOf = (all: readonly Impression[], target: Target): LogRounds => {
  const leftOut = { noOutcome: 0, noTrace: 0 };
  const log = all.filter((i): i is Logged => {
    const isKnown = closedOutcome(i) !== undefined;
    if (!isKnown) leftOut.noOutcome += 1;
    return isKnown;
  });
  const known = promotionsOf(log);
  const holdout = holdoutOf(log);
  const columns = { reward: [], propensity: [], target: [], predicted: [], predictedTarget: [], cluster: [] } as Record<
    'reward' | 'propensity' | 'target' | 'predicted' | 'predictedTarget' | 'cluster',
    number[]
  >;
  const shoppers = new Map<string, number>();
  for (const logged of log) {
    const trace = traceOf(logged);
    if (!trace) {
      leftOut.noTrace += 1;
      continue;
    }
    const chances = targetChances(target, trace, logged, known);
    const rest = Math.max(0, 1 - chances.reduce((s, p) => s + p, 0));
    const at = trace.arms.findIndex(arm => arm.promotion === logged.treatment);
    const base = (trace.arms[0]?.buyWithout ?? 0) * (logged.features.basketMarginMinor ?? 0);
    const worth = trace.arms.map(arm => base + (arm.uplift ?? 0));
    columns.reward.push(logged.outcome.marginMinor);
    if (isNothing(logged)) {
      const chance = nothingChance(logged, trace);
      columns.propensity.push(logged.treatment === 'none' ? withHoldout(chance, holdout) : chance);
      columns.target.push(rest);
      columns.predicted.push(base);
    } else {
      columns.propensity.push(logged.propensity);
      columns.target.push(at < 0 ? 0 : chances[at]!);
      columns.predicted.push(at < 0 ? base : worth[at]!);
    }
    columns.predictedTarget.push(rest * base + chances.reduce((s, p, i) => s + p * worth[i]!, 0));
    if (!shoppers.has(logged.shopper)) shoppers.set(logged.shopper, shoppers.size);
    columns.cluster.push(shoppers.get(logged.shopper)!);
  }
  return { rounds: columns, leftOut };
};

/** What the log itself earned, as the policy that made it: mean reward per decision. */
export const loggedRounds = ({ rounds }: LogRounds): Rounds => ({
  reward: rounds.reward,
  propensity: Array.from(rounds.reward, () => 1),
  target: Array.from(rounds.reward, () => 1),
  ...(rounds.cluster ? { cluster: rounds.cluster } : {}),
});
