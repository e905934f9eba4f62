/** How good a model is on validation shoppers: on all of them, or on as many as a look has time for. */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { shuffled } from '../backend/training.ts';
import { rankingMetrics } from '../evaluate/ranking-metrics.ts';
import type { RankingCase, RankingCases } from './cases.ts';
import type { Clock, Fitted } from './model.ts';
import { rankerOf, scorerOf } from './ranker.ts';
import type { Purpose } from './tuning.ts';

/** Fewer would be luck, whatever the time. */
const fewestCases = 200;

export interface ValidationJudge {
  /** Mean NDCG@k, 0..1, of every model over the same shoppers; 0 without any. */
  ndcg(model: Fitted): number;
  /** Over how many shoppers; 0 before the first look. */
  shoppers(): number;
  /** Milliseconds that ranking for one shopper took at the last look; 0 before. */
  perShopper(): number;
}

export interface JudgeInput {
  readonly cases: readonly RankingCase[];
  readonly validation: RankingCases;
  readonly purpose: Purpose;
  readonly clock: Clock;
  /** Milliseconds that one look may take, about; infinite: all cases are looked at. */
  readonly most: number;
}

/** The first look ends when its time is over; later ones are over the same shoppers, so that what settings reach can be compared. */
export const validationJudge = ({ cases, validation, purpose, clock, most }: JudgeInput): ValidationJudge => {
  // In a drawn order, so that any first part of it is a sample.
  const drawn =
    most === Number.POSITIVE_INFINITY
      ? cases
      : Array.from(shuffled(cases.length, seededRandom(purpose.seed + 2)), i => cases[i]!);
  const { known, now } = validation;
  let size: number | null = null;
  let perShopper = 0;
  return {
    ndcg: model => {
      const ranker = rankerOf(scorerOf(model), { known, maskSeen: purpose.maskSeen, k: purpose.k });
      const start = clock();
      let sum = 0;
      let done = 0;
      for (const { history, relevant } of size === null ? drawn : drawn.slice(0, size)) {
        sum += rankingMetrics(ranker.top(history, now), relevant, purpose.k).ndcg;
        done++;
        if (size === null && done >= fewestCases && clock() - start >= most) break;
      }
      size = done;
      perShopper = done === 0 ? 0 : (clock() - start) / done;
      return done === 0 ? 0 : sum / done;
    },
    shoppers: () => size ?? 0,
    perShopper: () => perShopper,
  };
};
