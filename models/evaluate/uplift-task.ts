import { openBackend, type TensorBackend } from '../backend/backend.ts';
import { areaUnderRoc, expectedCalibrationError } from '../respond/calibration.ts';
import { learners, needsBackend } from '../respond/learners/catalogue.ts';
import { cautiousPolicy } from '../respond/learners/cautious-policy.ts';
import { bootstrapInterval, pairedDifference } from './paired-metrics.ts';
import { policyValue } from './policy-metrics.ts';
import type { EvaluateIo, EvaluateTask, Predictions } from './task.ts';
import { auuc, averageEffect, effectCalibrationError, qini, type Trial, upliftAt } from './uplift-metrics.ts';
import { readOptions, type UpliftOptions, usage } from './uplift-options.ts';
import { encodeTable } from './uplift-table.ts';
import { type Diagnosis, diagnose, readTrials, splitTrials, type TrialRows } from './uplift-trials.ts';

/** The learner that the others are compared with: one logistic regression per arm. */
const anchor = 't';

const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;

/** Sample standard deviation; 0 for a single value. */
const deviation = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((s, v) => s + (v - centre) ** 2, 0) / (values.length - 1));
};

const figureNames = ['qini', 'auuc', 'uplift10', 'uplift30', 'ate', 'effectEce'] as const;
type Figures = Record<(typeof figureNames)[number], number[]>;

/** What one learner did with one treatment over the splits. */
class ArmRecord {
  readonly figures: Figures = { qini: [], auuc: [], uplift10: [], uplift30: [], ate: [], effectEce: [] };
  /** Of the first split's test rows, by bootstrap. */
  interval: readonly [number, number] | null = null;

  add(trial: Trial, score: Float64Array, seed: number): void {
    this.figures.qini.push(qini(trial, score));
    this.figures.auuc.push(auuc(trial, score));
    this.figures.uplift10.push(upliftAt(trial, score, 0.1));
    this.figures.uplift30.push(upliftAt(trial, score, 0.3));
    this.figures.ate.push(averageEffect(trial));
    this.figures.effectEce.push(effectCalibrationError(trial, score));
    this.interval ??= qiniInterval(trial, score, seed);
  }
}

const qiniInterval = (trial: Trial, score: Float64Array, seed: number): readonly [number, number] => {
  // Sorted once: sorting what is nearly sorted already is what makes a hundred rounds bearable.
  const order = Int32Array.from(score.keys()).sort((a, b) => score[b]! - score[a]!);
  return bootstrapInterval(
    order.length,
    places => {
      const rows = places.sort().map(place => order[place]!);
      const drawn = {
        outcome: Uint8Array.from(rows, i => trial.outcome[i]!),
        arm: Uint8Array.from(rows, i => trial.arm[i]!),
      };
      return qini(
        drawn,
        Float64Array.from(rows, i => score[i]!),
      );
    },
    seed,
    100,
  );
};

interface LearnerRecord {
  readonly arms: readonly ArmRecord[];
  readonly seconds: number[];
  /**
   * With several treatments: what giving each person the arm with the highest effect, if any is positive, is worth; of the
   * default, what its cautious policy is worth.
   */
  readonly policy: number[];
}

/** Of the test rows those under control or the arm, and the scores they got for it. */
const armTrial = (rows: TrialRows, test: Int32Array, effects: Float64Array, arms: number, arm: number) => {
  const kept = test.filter(i => rows.arm[i] === 0 || rows.arm[i] === arm);
  const trial: Trial = {
    outcome: Uint8Array.from(kept, i => rows.outcome[i]!),
    arm: Uint8Array.from(kept, i => (rows.arm[i] === arm ? 1 : 0)),
  };
  return { kept, trial, score: Float64Array.from(kept, i => effects[i * arms + arm - 1]!) };
};

const bestArms = (rows: Int32Array, effects: Float64Array, arms: number): Int32Array =>
  rows.map(i => {
    let best = 0;
    for (let arm = 1; arm <= arms; arm++)
      if (effects[i * arms + arm - 1]! > (best === 0 ? 0 : effects[i * arms + best - 1]!)) best = arm;
    return best;
  });

/** Data that nobody drew by chance: how likely people are to respond can be learned from them, what moved them can't. */
const propensityOnly = async (
  rows: TrialRows,
  options: UpliftOptions,
  diagnosis: Diagnosis,
  io: EvaluateIo,
): Promise<void> => {
  io.note(
    `The arms were not drawn by chance (features tell "${diagnosis.arm}" from control, AUC ${diagnosis.auc.toFixed(3)}, permutation p ${diagnosis.p.toFixed(3)}): propensity only, no uplift can be read from these data`,
  );
  const auc: number[] = [];
  const ece: number[] = [];
  for (const seed of options.seeds) {
    const { train, test } = splitTrials(rows, options.test, seed);
    const { table } = encodeTable(rows.columns, train);
    const likely = await learners.get('propensity')!({ table, outcome: rows.outcome, arm: rows.arm, train, seed });
    const score = Float64Array.from(test, i => likely[i * options.treated.length]!);
    const happened = Float64Array.from(test, i => rows.outcome[i]!);
    auc.push(areaUnderRoc(score, happened));
    ece.push(expectedCalibrationError(score, happened));
  }
  io.print({
    learner: 'propensity',
    reading: 'propensity only',
    auc: mean(auc),
    aucSd: deviation(auc),
    ece: mean(ece),
    armAuc: diagnosis.auc,
    armP: diagnosis.p,
    seeds: options.seeds.length,
    test: options.test,
    rows: rows.arm.length,
  });
};

const runSplits = async (
  rows: TrialRows,
  options: UpliftOptions,
  backend: TensorBackend | null,
  predictions: Predictions,
): Promise<{ records: ReadonlyMap<string, LearnerRecord>; fixed: readonly number[][] }> => {
  const arms = options.treated.length;
  const records = new Map<string, LearnerRecord>(
    options.learners.map(name => [name, { arms: options.treated.map(() => new ArmRecord()), seconds: [], policy: [] }]),
  );
  const shares = Array.from(
    { length: arms + 1 },
    (_, arm) => rows.arm.reduce((n, a) => n + (a === arm ? 1 : 0), 0) / rows.arm.length,
  );
  const fixed: number[][] = shares.map(() => []);
  for (const seed of options.seeds) {
    const { train, test } = splitTrials(rows, options.test, seed);
    const { table } = encodeTable(rows.columns, train);
    const valueUnder = (chosen: Int32Array): number =>
      policyValue({
        drawn: test.map(i => rows.arm[i]!),
        shares,
        outcome: Float64Array.from(test, i => rows.outcome[i]!),
        chosen,
      }).value;
    if (arms > 1) for (const [arm, values] of fixed.entries()) values.push(valueUnder(test.map(() => arm)));
    for (const [name, record] of records) {
      const started = performance.now();
      const effects = await learners.get(name)!({
        table,
        outcome: rows.outcome,
        arm: rows.arm,
        train,
        seed,
        ...(backend && { backend }),
      });
      record.seconds.push((performance.now() - started) / 1000);
      if (arms > 1) {
        const chosen =
          name === 'default'
            ? cautiousPolicy({ table, arms: arms + 1, drawn: rows.arm, outcome: rows.outcome, train, seed })
            : null;
        record.policy.push(valueUnder(chosen ? test.map(i => chosen[i]!) : bestArms(test, effects, arms)));
      }
      for (const [n, treated] of options.treated.entries()) {
        const { kept, trial, score } = armTrial(rows, test, effects, arms, n + 1);
        record.arms[n]!.add(trial, score, seed);
        for (const [at, i] of kept.entries()) {
          predictions.write({
            learner: name,
            ...(arms > 1 && { treated }),
            seed,
            row: rows.fileRow[i],
            score: score[at],
            arm: trial.arm[at],
            outcome: rows.outcome[i],
          });
        }
      }
    }
  }
  return { records, fixed };
};

const printFigures = (
  records: ReadonlyMap<string, LearnerRecord>,
  fixed: readonly number[][],
  rows: TrialRows,
  options: UpliftOptions,
  io: EvaluateIo,
): void => {
  const common = { seeds: options.seeds.length, test: options.test, rows: rows.arm.length };
  const several = options.treated.length > 1;
  for (const [learner, record] of records) {
    for (const [n, treated] of options.treated.entries()) {
      const { figures, interval } = record.arms[n]!;
      const than = records.get(anchor)?.arms[n]?.figures.qini;
      const paired = than && learner !== anchor ? pairedDifference(figures.qini, than, options.test) : null;
      io.print({
        learner,
        ...(several && { treated }),
        ...Object.fromEntries(figureNames.map(name => [name, mean(figures[name])])),
        qiniSd: deviation(figures.qini),
        // Of one split's test rows: what another draw of people would have given.
        ...(interval && { qiniLow: interval[0], qiniHigh: interval[1] }),
        ...(paired && { qiniAboveT: paired }),
        ...common,
        trainSeconds: mean(record.seconds),
      });
    }
  }
  if (!several) return;
  const names = [options.control, ...options.treated];
  const best = fixed.reduce((top, values, arm) => (mean(values) > mean(fixed[top]!) ? arm : top), 0);
  for (const [arm, values] of fixed.entries())
    io.print({ policy: `always ${names[arm]}`, value: mean(values), valueSd: deviation(values), ...common });
  for (const [learner, { policy }] of records) {
    io.print({
      policy: learner,
      value: mean(policy),
      valueSd: deviation(policy),
      bestFixed: names[best],
      aboveBestFixed: pairedDifference(policy, fixed[best]!, options.test),
      ...common,
    });
  }
};

/**
 * Uplift learners on any randomised trial: split by arm and outcome, everything fitted on the train part of each split, figures
 * on the rest; means over the splits, the same for every learner and compared in pairs with one logistic regression per arm.
 * With several treatments also what choosing the best arm for each person is worth.
 */
export const upliftTask: EvaluateTask = {
  name: 'uplift',
  usage,
  run: async (args, io) => {
    const options = readOptions(args);
    const rows = readTrials(options);
    const treated = rows.arm.reduce((s, a) => s + (a > 0 ? 1 : 0), 0);
    io.note(
      `${options.file}: ${treated} treated, ${rows.arm.length - treated} control, ${rows.columns.length} columns`,
    );
    if (rows.dropped.length > 0) io.note(`Left out, a text of its own in most rows: ${rows.dropped.join(', ')}`);
    const [seed] = options.seeds;
    const diagnosis = diagnose(rows, splitTrials(rows, options.test, seed!), options.treated, seed!);
    if (!diagnosis.isRandomised) return await propensityOnly(rows, options, diagnosis, io);

    const backend = options.learners.some(needsBackend) ? await openBackend({ choice: options.backend }) : null;
    const predictions = io.predictions(options.out);
    try {
      const { records, fixed } = await runSplits(rows, options, backend, predictions);
      printFigures(records, fixed, rows, options, io);
    } finally {
      predictions.close();
    }
  },
};
