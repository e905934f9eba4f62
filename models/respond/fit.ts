/**
 * Trains the promotion response: candidates are compared by what their policy would have earned on rows they never saw
 * (cross-fitted by shopper), the simplest wins ties within the interval, and the winner is fitted again on everything.
 */
import type { TensorBackend } from '../backend/backend.ts';
import { fitPlatt, type Platt } from './calibration.ts';
import { type Candidate, type Fitted, standardisedRow } from './candidates/candidate.ts';
import { netCandidate } from './candidates/net.ts';
import { plainCandidate } from './candidates/plain.ts';
import { armKinds, encodingSchema, featureCount, fitScaling, type Scaling } from './encode.ts';
import {
  type Estimate,
  expectedMargins,
  expectedUplifts,
  type Judged,
  measureResponse,
  policyGain,
  type RowArms,
  rowArms,
} from './metrics.ts';
import type { ComparedCandidate, ResponseBundle, ResponseMeta } from './model.ts';
import { layoutOf } from './surface.ts';
import { ageOf, driftLogit } from './surface-fit.ts';
import { SurfaceView } from './surface-view.ts';
import { floors, inverseWeights, newestTrials, type Refused, refuseTrials, type Trials } from './trials.ts';

/** Simplest first: the order in which ties are settled. */
export const candidates = [plainCandidate, netCandidate] as const satisfies readonly Candidate[];
export type CandidateName = (typeof candidates)[number]['name'];

export interface FitOptions {
  readonly backend: TensorBackend;
  readonly seed: number;
  /** 0..1 with what is being done. */
  readonly onProgress?: (progress: number, step: string) => void;
  /** Which are compared; default all. With one there is nothing to choose, only to judge. */
  readonly candidates?: readonly CandidateName[];
  /** Parts for cross-fitting, by shopper; default 3, of long histories 2. */
  readonly folds?: number;
  /** Share of goods that come back, per category; goes into the artifact. */
  readonly returnRates?: Readonly<Record<string, number>>;
}

export type FitResult = { readonly kind: 'trained'; readonly bundle: ResponseBundle } | Refused;

/** Rows a fit looks at: about half a minute of one core for the simplest candidate. */
const mostRows = 90_000;
/** Offers of one kind that must have been shown before it gets an effect of its own. */
const kindFloor = 50;

/** Kinds shown too rarely are learned from as "some deal", which only the pooled effect sees. */
const poolRareKinds = (trials: Trials): { readonly trials: Trials; readonly shownByKind: Int32Array } => {
  const shownByKind = new Int32Array(armKinds.length);
  for (let i = 0; i < trials.count; i++) {
    const kind = trials.kind[i]!;
    if (trials.treated[i] === 1 && kind >= 0) shownByKind[kind] = shownByKind[kind]! + 1;
  }
  const kind = trials.kind.map(k => (k >= 0 && shownByKind[k]! >= kindFloor ? k : -1));
  return { trials: { ...trials, kind }, shownByKind };
};

/** Which part judges each row; all rows of a shopper fall into the same. */
const foldOf = (trials: Trials, folds: number, seed: number): Int32Array =>
  Int32Array.from(trials.shopper, u => Math.floor(((u * 9973 + seed * Math.SQRT2) % 1) * folds));

/** Log odds of the rows under one fit, as of their own time. */
const judge = (
  trials: Trials,
  arms: RowArms,
  rows: Int32Array,
  { representation, surface }: Fitted,
  scaling: Scaling,
  into: { without: Float64Array; with: Float64Array },
): void => {
  const view = new SurfaceView(layoutOf(representation.base, representation.effect), surface.weights, null);
  const z = new Float64Array(featureCount);
  const base = new Float64Array(representation.base);
  const effect = new Float64Array(representation.effect);
  for (const row of rows) {
    standardisedRow(trials, row, scaling, z);
    representation.write(z, base, effect);
    view.see(base, effect);
    const age = ageOf(trials.at[row]!, trials.to);
    const arm = arms.arm[row]!;
    into.without[row] = view.without + driftLogit(surface.drift, null, age);
    into.with[row] = view.with(arm) + driftLogit(surface.drift, arm, age);
  }
};

const plattOf = (
  trials: Trials,
  weights: ArrayLike<number>,
  rows: Int32Array,
  logits: { readonly without: Float64Array; readonly with: Float64Array },
): Platt =>
  fitPlatt(
    Float64Array.from(rows, i => (trials.treated[i] === 1 ? logits.with : logits.without)[i]!),
    Float64Array.from(rows, i => trials.bought[i]!),
    Float64Array.from(rows, i => weights[i]!),
  );

const rowsWhere = (count: number, keep: (row: number) => boolean): Int32Array => {
  const rows: number[] = [];
  for (let i = 0; i < count; i++) if (keep(i)) rows.push(i);
  return Int32Array.from(rows);
};

/** A more elaborate candidate must beat the simplest by this many standard errors (one-sided 95 %). */
const lead = 1.645;

const choiceText = (winner: string, simplest: string, best: { name: string; above: Estimate } | undefined): string => {
  if (!best) return `${winner} was the only candidate`;
  const figures = `${best.above.gainMinor.toFixed(2)} ± ${best.above.standardError.toFixed(2)} minor units per impression against ${simplest}`;
  return winner === simplest
    ? `${winner}: the best of the others, ${best.name}, earned ${figures}, not more than chance explains`
    : `${winner}: it earned ${figures}, more than chance explains`;
};

/** Trains, or says why these trials can't be learned from. Every tensor it makes is given back. */
export const trainResponse = async (given: Trials, options: FitOptions): Promise<FitResult> => {
  const started = performance.now();
  const all = newestTrials(given, mostRows);
  const refused = refuseTrials(all);
  if (refused) return refused;
  const { trials, shownByKind } = poolRareKinds(all);
  const { seed, backend } = options;
  const folds = options.folds ?? (trials.count > 10_000 ? 2 : 3);
  const inRace = candidates.filter(c => options.candidates?.includes(c.name) ?? true);
  const [simplest] = inRace;
  if (!simplest)
    throw new RangeError(`candidates must name some of ${candidates.map(c => c.name).join(', ')}, got none`);

  const importance = inverseWeights(trials);
  // Every row counts alike in the likelihood: the surface is conditional on all that a draw may have looked at, so that inverse
  // propensities would only throw rows away. They belong into what is judged over all rows.
  const weights = new Float64Array(trials.count).fill(1);
  const arms = rowArms(trials, seed);
  const fold = foldOf(trials, folds, seed);
  const everything = rowsWhere(trials.count, () => true);
  const steps = inRace.length * folds + 1;
  let done = 0;
  const tick = (what: string): void => options.onProgress?.(done++ / steps, `response: ${what}`);

  const judged = new Map<string, Judged & { readonly seconds: number; readonly platts: readonly Platt[] }>();
  for (const candidate of inRace) {
    const logits = { without: new Float64Array(trials.count), with: new Float64Array(trials.count) };
    const began = performance.now();
    for (let part = 0; part < folds; part++) {
      tick(`${candidate.name}, part ${part + 1} of ${folds}`);
      const rows = rowsWhere(trials.count, i => fold[i] !== part);
      const scaling = fitScaling(trials.features, rows);
      const fitted = await candidate.fit({ trials, rows, weights, scaling, seed: seed + part, backend });
      judge(
        trials,
        arms,
        rowsWhere(trials.count, i => fold[i] === part),
        fitted,
        scaling,
        logits,
      );
    }
    // Each part is calibrated by the others, as the served model is by all of them.
    const platts = Array.from({ length: folds }, (_, part) =>
      plattOf(
        trials,
        importance,
        rowsWhere(trials.count, i => fold[i] !== part),
        logits,
      ),
    );
    judged.set(candidate.name, {
      ...logits,
      platts,
      platt: row => platts[fold[row]!]!,
      seconds: (performance.now() - began) / 1000,
    });
  }

  const expected = expectedMargins(trials, arms, judged.get(simplest.name)!);
  const picks = (name: string): Float64Array =>
    expectedUplifts(trials, arms, judged.get(name)!).map(uplift => (uplift > 0 ? 1 : 0));
  const simplePicks = picks(simplest.name);
  const table = { treated: trials.treated, marginMinor: trials.marginMinor, weight: importance, expected };
  const race = inRace.map(candidate => {
    const own = picks(candidate.name);
    const above =
      candidate === simplest
        ? { gainMinor: 0, standardError: 0 }
        : policyGain(
            table,
            own.map((pick, i) => pick - simplePicks[i]!),
          );
    return { candidate, above };
  });
  const [best] = race.slice(1).sort((a, b) => b.above.gainMinor - a.above.gainMinor);
  const winner = best && best.above.gainMinor > lead * best.above.standardError ? best.candidate : simplest;

  tick(`${winner.name} on everything`);
  const scaling = fitScaling(trials.features, everything);
  const fitted = await winner.fit({ trials, rows: everything, weights, scaling, seed, backend });
  const arrays = {
    mean: scaling.mean,
    deviation: scaling.deviation,
    weights: fitted.surface.weights,
    covariance: fitted.surface.covariance,
    shownByKind,
    ...fitted.arrays,
  };
  const bytes = Object.values(arrays).reduce((sum, array) => sum + array.byteLength, 0);
  const compared = race.map(({ candidate, above }): ComparedCandidate => {
    const own = judged.get(candidate.name)!;
    return {
      name: candidate.name,
      metrics: measureResponse(trials, importance, arms, own, expected),
      aboveSimplest: above,
      seconds: own.seconds,
    };
  });
  const meta: ResponseMeta = {
    name: winner.name,
    schema: encodingSchema,
    representation: winner.representation,
    platt: plattOf(trials, importance, everything, judged.get(winner.name)!),
    kinds: armKinds.filter((_, n) => shownByKind[n]! >= kindFloor),
    seed,
    backend: backend.name,
    device: backend.device,
    rows: trials.count,
    leftOut: { ...trials.leftOut, ...(given.count > all.count && { older: given.count - all.count }) },
    from: trials.from.toISOString(),
    to: trials.to.toISOString(),
    ridges: fitted.surface.ridges,
    seconds: (performance.now() - started) / 1000,
    bytes,
    metrics: compared.find(c => c.name === winner.name)!.metrics,
    compared,
    choice: choiceText(winner.name, simplest.name, best && { name: best.candidate.name, above: best.above }),
    returnRates: options.returnRates ?? {},
    floors: { ...floors, kind: kindFloor },
  };
  options.onProgress?.(1, 'response: done');
  return { kind: 'trained', bundle: { arrays, meta } };
};
