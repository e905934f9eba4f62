import { command, readArguments } from '../../knowledge/command-line.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { readCsv } from '../data/csv.ts';
import { amountLearners, type PolicyLearner, rateLearners } from './policy-learners.ts';
import { paired, policyValue } from './policy-metrics.ts';
import { BadInput, type EvaluateTask, listed } from './task.ts';
import { encodeTable, type RawColumn } from './uplift-table.ts';

const usage = command({
  name: 'npm run evaluate -- policy',
  about:
    'Which arm for whom, on a randomised trial of two arms or more: the value of every policy, beside each arm given to everybody.',
  options: {
    trials: { takes: 'FILE', needed: true, about: 'CSV, a row for each person' },
    treatment: { takes: 'COLUMN', needed: true, about: 'the arm each got' },
    outcome: { takes: 'COLUMN', needed: true, about: 'what came of it' },
    arms: { takes: 'a,b,c', about: 'those compared, 2 to 20; all if not given' },
    ignore: { takes: 'COLUMNS', about: 'columns that are not learned from' },
    test: { takes: 'SHARE', usually: '0.3', about: 'of the rows, for testing' },
    seeds: { takes: 'COUNT', usually: '20', about: 'splits, 2 to 1000' },
    learners: { takes: 'NAMES', about: 'separated by commas; all that fit the outcome if not given' },
  },
  examples: ['--trials hillstrom.csv --treatment segment --outcome visit --ignore conversion,spend'],
});

/** The first split's seed; further splits count up from it. */
const firstSeed = 42;
const fewestPerArm = 100;

const parse = (args: readonly string[]) => readArguments(usage, args).values;

interface PolicyTrial {
  readonly arms: readonly string[];
  readonly drawn: Int32Array;
  readonly outcome: Float64Array;
  readonly columns: readonly RawColumn[];
  readonly isRate: boolean;
}

const readTrial = (values: ReturnType<typeof parse>): PolicyTrial => {
  const file = values.trials;
  let table: ReturnType<typeof readCsv>;
  try {
    table = readCsv(file);
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
  const indexOf = (name: string, flag: string): number => {
    const at = table.columns.indexOf(name);
    if (at < 0) throw new BadInput(`${flag} names the column "${name}"; columns are ${table.columns.join(', ')}`);
    return at;
  };
  const treatmentAt = indexOf(values.treatment, '--treatment');
  const outcomeAt = indexOf(values.outcome, '--outcome');
  const ignored = listed(values.ignore).map(name => indexOf(name, '--ignore'));
  const found = [...new Set(table.rows.map(row => (row[treatmentAt] ?? '').trim()))].sort();
  const arms = values.arms === undefined ? found : listed(values.arms);
  for (const arm of arms) {
    if (!found.includes(arm))
      throw new BadInput(`--arms names "${arm}"; "${values.treatment}" holds ${found.slice(0, 8).join(', ')}`);
  }
  if (arms.length < 2 || arms.length > 20)
    throw new BadInput(`Between 2 and 20 arms can be compared, got ${arms.length}`);
  const kept = table.rows.filter(row => arms.includes((row[treatmentAt] ?? '').trim()));
  const drawn = Int32Array.from(kept, row => arms.indexOf((row[treatmentAt] ?? '').trim()));
  const outcome = Float64Array.from(kept, (row, n) => {
    const cell = (row[outcomeAt] ?? '').trim();
    const value = Number(cell);
    if (cell === '' || !Number.isFinite(value)) {
      throw new BadInput(
        `The outcome column "${values.outcome}" must hold numbers, got "${cell}" in data row ${n + 1}`,
      );
    }
    return value;
  });
  for (const [n, arm] of arms.entries()) {
    const size = drawn.filter(a => a === n).length;
    if (size < fewestPerArm)
      throw new BadInput(`Only ${size} rows have the arm "${arm}"; at least ${fewestPerArm} are needed`);
  }
  const columns = table.columns.flatMap((name, at): RawColumn[] => {
    if (at === treatmentAt || at === outcomeAt || ignored.includes(at)) return [];
    const cells = kept.map(row => (row[at] ?? '').trim());
    const distinct = new Set(cells).size;
    const isText = cells.some(cell => cell !== '' && !Number.isFinite(Number(cell)));
    return distinct < 2 || (isText && distinct > cells.length / 2) ? [] : [{ name, cells }];
  });
  if (columns.length === 0) throw new BadInput('No column is left to tell people apart by');
  return { arms, drawn, outcome, columns, isRate: outcome.every(y => y === 0 || y === 1) };
};

/** `share` of each arm for testing, drawn by the seed. */
const split = (trial: PolicyTrial, share: number, seed: number): { train: Int32Array; test: Int32Array } => {
  const random = seededRandom(seed);
  const train: number[] = [];
  const test: number[] = [];
  for (let arm = 0; arm < trial.arms.length; arm++) {
    const rows = [...trial.drawn.keys()].filter(i => trial.drawn[i] === arm);
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [rows[i], rows[j]] = [rows[j]!, rows[i]!];
    }
    const count = Math.round(rows.length * share);
    test.push(...rows.slice(0, count));
    train.push(...rows.slice(count));
  }
  return { train: Int32Array.from(train).sort(), test: Int32Array.from(test).sort() };
};

const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length;
const deviation = (values: readonly number[]): number => {
  const centre = mean(values);
  return values.length < 2 ? 0 : Math.sqrt(values.reduce((s, v) => s + (v - centre) ** 2, 0) / (values.length - 1));
};

/**
 * Which arm for whom, on a randomised trial of two arms or more: policies are fitted on the train part of each split and valued on
 * the rest, where the draw and the policy agree; the same splits for all, beside every arm given to everybody.
 */
export const policyTask: EvaluateTask = {
  name: 'policy',
  usage,
  run: async (args, io) => {
    const values = parse(args);
    const test = Number(values.test);
    if (!(test > 0 && test < 1)) throw new BadInput(`--test must be a share between 0 and 1, got "${values.test}"`);
    const seeds = Number(values.seeds);
    if (!(Number.isInteger(seeds) && seeds >= 2 && seeds <= 1000)) {
      throw new BadInput(`--seeds must be a whole number from 2 to 1000, got "${values.seeds}"`);
    }
    const trial = readTrial(values);
    const known = trial.isRate ? rateLearners : amountLearners;
    const chosen = values.learners === undefined ? [...known.keys()] : listed(values.learners);
    const unknown = chosen.find(name => !known.has(name));
    if (unknown !== undefined || chosen.length === 0) {
      throw new BadInput(
        `--learners knows ${[...known.keys()].join(', ')} for this outcome; got "${unknown ?? values.learners}"`,
      );
    }
    const shares = trial.arms.map((_, n) => trial.drawn.filter(a => a === n).length / trial.drawn.length);
    io.note(
      `${values.trials}: ${trial.drawn.length} rows, arms ${trial.arms.map((a, n) => `${a} ${(100 * shares[n]!).toFixed(1)} %`).join(', ')}`,
    );

    const of = new Map<string, { value: number[]; error: number[]; taken: number[][]; seconds: number }>();
    const add = (name: string, rows: Int32Array, picks: Int32Array, seconds: number): void => {
      const estimate = policyValue({
        drawn: Int32Array.from(rows, i => trial.drawn[i]!),
        shares,
        outcome: Float64Array.from(rows, i => trial.outcome[i]!),
        chosen: Int32Array.from(rows, i => picks[i]!),
      });
      const entry = of.get(name) ?? { value: [], error: [], taken: [], seconds: 0 };
      entry.value.push(estimate.value);
      entry.error.push(estimate.standardError);
      entry.taken.push(trial.arms.map((_, n) => rows.reduce((c, i) => c + (picks[i] === n ? 1 : 0), 0) / rows.length));
      entry.seconds += seconds;
      of.set(name, entry);
    };
    for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
      const { train, test: rows } = split(trial, test, seed);
      const { table } = encodeTable(trial.columns, train);
      for (const [n, arm] of trial.arms.entries()) add(`always ${arm}`, rows, new Int32Array(table.rows).fill(n), 0);
      for (const name of chosen) {
        const started = performance.now();
        const learner = known.get(name) as PolicyLearner;
        const picks = await learner({
          table,
          arms: trial.arms.length,
          drawn: trial.drawn,
          outcome: trial.outcome,
          train,
          seed,
        });
        add(name, rows, picks, (performance.now() - started) / 1000);
      }
    }
    const best = trial.arms
      .map(arm => `always ${arm}`)
      .sort((a, b) => mean(of.get(b)!.value) - mean(of.get(a)!.value))[0]!;
    for (const [policy, entry] of of) {
      const value = mean(entry.value);
      const error = mean(entry.error);
      io.print({
        policy,
        value,
        valueSd: deviation(entry.value),
        low: value - 1.96 * error,
        high: value + 1.96 * error,
        ...(policy === best ? {} : { against: best, ...paired(entry.value, of.get(best)!.value) }),
        taken: Object.fromEntries(trial.arms.map((arm, n) => [arm, mean(entry.taken.map(t => t[n]!))])),
        seeds,
        test,
        rows: trial.drawn.length,
        seconds: entry.seconds / seeds,
      });
    }
  },
};
