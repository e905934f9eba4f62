/** What outcomes have taught beyond the response model, kept in memory and refreshed from the daily sums. */
import type { CellSums, DaySums } from '../../knowledge/domain/learning.ts';
import type { LearningStore } from '../../knowledge/ports/learning.ts';
import type { Beliefs } from '../types.ts';
import { discount, noSums, plus, type Sums, segmentPosterior } from './posterior.ts';

const dayMilliseconds = 86_400_000;

export interface BeliefSettings {
  /** Days after which an outcome counts half. */
  readonly halfLifeDays: number;
}

const defaultBeliefs: BeliefSettings = { halfLifeDays: 14 };

/** Older days weigh less than 2 % and are not read. */
const halfLivesKept = 6;

const armKey = (model: string, arm: string): string => `${model}|${arm}`;

/** Beliefs from daily sums as of `now`; pure. Outcomes of another model version correct nothing of this one. */
const beliefsFrom = (days: readonly DaySums[], now: Date, settings: BeliefSettings = defaultBeliefs): Beliefs => {
  const cells = new Map<string, Map<string, Sums>>();
  const add = (cell: CellSums, weight: number): void => {
    const key = armKey(cell.model, cell.arm);
    const segments = cells.get(key) ?? new Map<string, Sums>();
    segments.set(cell.segment, plus(segments.get(cell.segment) ?? noSums, cell, weight));
    cells.set(key, segments);
  };
  for (const day of days) {
    const age = (now.getTime() - Date.parse(`${day.id}T12:00:00Z`)) / dayMilliseconds;
    const weight = discount(age, settings.halfLifeDays);
    for (const cell of day.cells) add(cell, weight);
  }
  const totals = new Map(
    [...cells].map(([key, segments]) => [key, [...segments.values()].reduce((a, b) => plus(a, b), noSums)]),
  );
  return {
    correction: (model, arm, segment, priorSd) => {
      const key = armKey(model, arm);
      // Nothing was seen of most arms most of the time.
      if (!cells.has(key)) return { mean: 0, sd: priorSd };
      const own = cells.get(key)?.get(segment) ?? noSums;
      const others = plus(totals.get(key) ?? noSums, own, -1);
      return segmentPosterior(priorSd, own, others.count > 1e-9 ? others : noSums);
    },
    seen: (model, arm) => totals.get(armKey(model, arm))?.count ?? 0,
  };
};

/** Beliefs of a running process: `refresh` reads what any process has joined; `current` never waits. */
export interface LiveBeliefs {
  current(): Beliefs;
  refresh(now: Date): Promise<void>;
}

export const liveBeliefs = (learning: LearningStore, settings: BeliefSettings = defaultBeliefs): LiveBeliefs => {
  let beliefs = beliefsFrom([], new Date(0), settings);
  return {
    current: () => beliefs,
    refresh: async now => {
      const oldest = now.getTime() - halfLivesKept * settings.halfLifeDays * dayMilliseconds;
      beliefs = beliefsFrom(await learning.since(new Date(oldest).toISOString().slice(0, 10)), now, settings);
    },
  };
};
