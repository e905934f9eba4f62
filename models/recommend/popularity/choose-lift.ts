/** How far the members of a blend follow what sells now, by validation. */
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { shuffled } from '../../backend/training.ts';
import type { Train } from '../../data/splits.ts';
import { boughtIn } from '../../data/weighed-signals.ts';
import { rankingMetrics } from '../../evaluate/ranking-metrics.ts';
import type { RankingCases } from '../cases.ts';
import { staticModels } from '../kinds.ts';
import type { Clock, Fitted } from '../model.ts';
import { pairedGain } from '../paired-gain.ts';
import { BestRows, ScoreSheet } from '../serving/score-sheet.ts';
import { liftedScore } from '../serving/touched-scores.ts';
import type { Purpose } from '../tuning.ts';
import { canBeLifted, type DemandLift, demandRatios, liftFactors, noLift } from './demand-lift.ts';

const halfLives = [10, 30];
const exponents = [0.35, 0.7, 1];
/** Shoppers looked at: more tell no more. */
const mostCases = 800;
/** Fewer tell nothing. */
const fewestCases = 100;
/**
 * Standard errors that one lift of all members, the best of six, must win by in the mean over them. The weights are learned and judged on
 * the same shoppers, whose NDCG this flatters a little.
 */
const errors = 2;

export interface ChooseLiftInput {
  /** Fitted on `train`. */
  readonly members: readonly Fitted[];
  readonly train: Train;
  /** What came after. */
  readonly validation: RankingCases;
  readonly purpose: Purpose;
  readonly time?: { readonly clock: Clock; readonly until: number } | undefined;
}

/**
 * The same for all members, by what it gains them together. `noLift` where none is better beyond noise, where there is too little to judge
 * by, for members that are demand themselves or can't be lifted, and where what is asked about lies at another moment for each shopper: no
 * demand is that of all of them.
 */
export const chooseLifts = ({ members, train, validation, purpose, time }: ChooseLiftInput): readonly DemandLift[] => {
  const { cases, known, now } = validation;
  const none = members.map(() => noLift);
  if (cases.length < fewestCases || purpose.rule.kind !== 'temporal') return none;
  const options = halfLives.flatMap(halfLifeDays => exponents.map(exponent => ({ halfLifeDays, exponent })));
  const ratios = new Map(halfLives.map(days => [days, demandRatios(train, now, days)]));
  const factors = options.map(option => liftFactors(ratios.get(option.halfLifeDays)!, option));
  const judged = members.map(() => [noLift, ...options].map(() => [] as number[]));
  const sheet = new ScoreSheet(known.length);
  const best = new BestRows(purpose.k);
  const allowed = known.slice();
  const order = shuffled(cases.length, seededRandom(purpose.seed + 29)).subarray(0, mostCases);
  for (const [looked, i] of order.entries()) {
    if (time !== undefined && looked >= fewestCases && time.clock() > time.until) break;
    const { history, relevant } = cases[i]!;
    const seen = purpose.maskSeen ? boughtIn(history) : [];
    for (const item of seen) allowed[item] = 0;
    members.forEach((member, m) => {
      if (staticModels.has(member.name) || !canBeLifted(member)) return;
      sheet.clear();
      member.score(history, now, sheet);
      const { touched, values, count } = sheet;
      judged[m]!.forEach((out, o) => {
        const factor = factors[o - 1];
        best.clear();
        for (let t = 0; t < count; t++) {
          const row = touched[t]!;
          if (allowed[row] === 1)
            best.offer(row, factor === undefined ? values[row]! : liftedScore(values[row]!, factor[row]!));
        }
        out.push(rankingMetrics(best.rows.subarray(0, best.count), relevant, purpose.k).ndcg);
      });
    });
    for (const item of seen) allowed[item] = known[item]!;
  }
  const gains = judged.map(([plain, ...lifted]) => lifted.map(ndcg => ndcg.map((value, n) => value - plain![n]!)));
  const looking = gains.filter(([first]) => first!.length > 0);
  if (looking.length === 0) return none;
  const together = options.map((_, o) =>
    meanGain(looking[0]![o]!.map((_, n) => looking.reduce((sum, own) => sum + own[o]![n]!, 0) / looking.length)),
  );
  const most = together.reduce((first, gain, o) => (gain.mean > together[first]!.mean ? o : first), 0);
  if (together[most]!.mean <= errors * together[most]!.error) return none;
  // One that stands against it alone is left as it is.
  return gains.map(own => {
    if (own[most]!.length === 0) return noLift;
    const { mean, error } = meanGain(own[most]!);
    return mean < -error ? noLift : options[most]!;
  });
};

const meanGain = (gains: readonly number[]): { readonly mean: number; readonly error: number } =>
  pairedGain(new Float64Array(gains.length), Float64Array.from(gains));
