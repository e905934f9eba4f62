/** A randomised trial from a CSV of any shape: which rows count, what is outcome, arm and feature; or one sentence about what is wrong. */

import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Table as CsvTable, readCsv } from '../data/csv.ts';
import { areaUnderRoc, sigmoid } from '../respond/calibration.ts';
import { fitLogistic, logisticScore } from '../respond/logistic.ts';
import { BadInput } from './task.ts';
import { encodeTable, type RawColumn } from './uplift-table.ts';

export interface TrialsOptions {
  readonly file: string;
  readonly treatment: string;
  readonly control: string;
  /** One treatment or several, each compared with control. */
  readonly treated: readonly string[];
  readonly outcome: string;
  readonly ignore: readonly string[];
}

export interface TrialRows {
  /** Feature columns as text, one cell per kept row. */
  readonly columns: readonly RawColumn[];
  readonly outcome: Uint8Array;
  /** 0 control, 1.. the treatments in the order asked for. */
  readonly arm: Uint8Array;
  /** Row of the file, the header being row 1. */
  readonly fileRow: Int32Array;
  /** Columns left out because each row has its own text (names, ids). */
  readonly dropped: readonly string[];
}

const outcomeOf = (cell: string): 0 | 1 | undefined => {
  switch (cell.trim().toLowerCase()) {
    case '1':
    case '1.0':
    case 'true':
    case 'yes':
      return 1;
    case '0':
    case '0.0':
    case 'false':
    case 'no':
      return 0;
    default:
      return undefined;
  }
};

const read = (file: string): CsvTable => {
  try {
    return readCsv(file);
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
};

/** A smaller share of the rows than this in an arm leaves nothing to compare with. */
const leastShare = 0.01;

/** Fewest rows of each arm, and of each outcome within an arm, that a 70/30 split can still use. */
const fewest = { arm: 50, outcome: 5 };

export const readTrials = (options: TrialsOptions): TrialRows => {
  const table = read(options.file);
  const indexOf = (name: string, flag: string): number => {
    const at = table.columns.indexOf(name);
    if (at < 0) {
      throw new BadInput(
        `${flag} names the column "${name}", which is not in ${options.file}; columns are ${table.columns.join(', ')}`,
      );
    }
    return at;
  };
  const treatmentAt = indexOf(options.treatment, '--treatment');
  const outcomeAt = indexOf(options.outcome, '--outcome');
  for (const name of options.ignore) indexOf(name, '--ignore');
  if (options.treated.includes(options.control))
    throw new BadInput(`--control and --treated are both "${options.control}"`);
  if (treatmentAt === outcomeAt) throw new BadInput(`--treatment and --outcome are both "${options.outcome}"`);

  const kept: (readonly string[])[] = [];
  const outcome: number[] = [];
  const arm: number[] = [];
  const fileRow: number[] = [];
  for (const [n, row] of table.rows.entries()) {
    const value = (row[treatmentAt] ?? '').trim();
    const group = value === options.control ? 0 : options.treated.indexOf(value) + 1;
    if (group === 0 && value !== options.control) continue;
    const y = outcomeOf(row[outcomeAt] ?? '');
    if (y === undefined) {
      throw new BadInput(
        `The outcome column "${options.outcome}" must hold 0 or 1, got "${row[outcomeAt] ?? ''}" in row ${n + 2}`,
      );
    }
    kept.push(row);
    outcome.push(y);
    arm.push(group);
    fileRow.push(n + 2);
  }
  for (const [side, name] of [options.control, ...options.treated].entries()) {
    const flag = side === 0 ? '--control' : '--treated';
    const size = arm.filter(t => t === side).length;
    const buyers = arm.filter((t, i) => t === side && outcome[i] === 1).length;
    if (size === 0) {
      const values = [...new Set(table.rows.map(row => (row[treatmentAt] ?? '').trim()))].slice(0, 8);
      throw new BadInput(
        `No row has ${flag} "${name}" in "${options.treatment}"; it holds ${values.map(v => `"${v}"`).join(', ')}`,
      );
    }
    if (size < fewest.arm)
      throw new BadInput(`Only ${size} rows have ${flag} "${name}"; at least ${fewest.arm} are needed`);
    if (size < leastShare * arm.length) {
      throw new BadInput(
        `The arms do not overlap: only ${((100 * size) / arm.length).toFixed(2)} % of the rows have ${flag} "${name}"; at least ${100 * leastShare} % are needed`,
      );
    }
    if (Math.min(buyers, size - buyers) < fewest.outcome) {
      throw new BadInput(
        `The outcome "${options.outcome}" is 1 in ${buyers} of ${size} rows with ${flag} "${name}"; at least ${fewest.outcome} of each outcome are needed`,
      );
    }
  }

  const dropped: string[] = [];
  const columns: RawColumn[] = [];
  for (const [at, name] of table.columns.entries()) {
    if (at === treatmentAt || at === outcomeAt || options.ignore.includes(name)) continue;
    const cells = kept.map(row => (row[at] ?? '').trim());
    const distinct = new Set(cells).size;
    const isText = cells.some(cell => cell !== '' && !Number.isFinite(Number(cell)));
    if (distinct < 2) continue;
    if (isText && distinct > cells.length / 2) dropped.push(name);
    else columns.push({ name, cells });
  }
  if (columns.length === 0) {
    throw new BadInput(
      `No column is left to tell people apart by, besides "${options.treatment}" and "${options.outcome}"`,
    );
  }
  return {
    columns,
    outcome: Uint8Array.from(outcome),
    arm: Uint8Array.from(arm),
    fileRow: Int32Array.from(fileRow),
    dropped,
  };
};

export interface TrialSplit {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** `share` of each (arm, outcome) cell for testing, drawn by the seed. */
export const splitTrials = (rows: Pick<TrialRows, 'outcome' | 'arm'>, share: number, seed: number): TrialSplit => {
  const random = seededRandom(seed);
  const train: number[] = [];
  const test: number[] = [];
  const cells = 2 * (rows.arm.reduce((most, a) => Math.max(most, a), 0) + 1);
  for (let cell = 0; cell < cells; cell++) {
    const members: number[] = [];
    for (let i = 0; i < rows.outcome.length; i++) {
      if (rows.arm[i]! * 2 + rows.outcome[i]! === cell) members.push(i);
    }
    for (let i = members.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [members[i], members[j]] = [members[j]!, members[i]!];
    }
    const count = Math.min(members.length - 1, Math.max(1, Math.round(members.length * share)));
    test.push(...members.slice(0, count));
    train.push(...members.slice(count));
  }
  return { train: Int32Array.from(train).sort(), test: Int32Array.from(test).sort() };
};

/** Above this an arm can be told from the features: shoppers of one arm have no counterpart in the other. */
const noOverlapAuc = 0.95;
/** Probabilities of an arm, as the features give it away, outside [bound, 1 - bound] for more than this share: no overlap. */
const extreme = { bound: 0.01, share: 0.5 };
/** Above this, and more than chance explains, the arms were not drawn by chance: every figure mixes choice with effect. */
const confounded = { auc: 0.55, p: 0.01 };
const permutations = 499;

export interface Diagnosis {
  /** The arm that the features give away most; its name, how well (0.5 in a randomised trial), and how often chance does as well. */
  readonly arm: string;
  readonly auc: number;
  readonly p: number;
  readonly isRandomised: boolean;
}

/**
 * How well the features give each arm away against control, on held-out rows, and whether that is more than chance (the arms
 * of the held-out rows permuted). Throws, naming arm and figure, when the arms do not overlap.
 */
export const diagnose = (rows: TrialRows, split: TrialSplit, names: readonly string[], seed: number): Diagnosis => {
  const { table } = encodeTable(rows.columns, split.train);
  let worst: Diagnosis = { arm: '', auc: 0, p: 1, isRandomised: true };
  for (const [n, name] of names.entries()) {
    const arm = n + 1;
    const of = (i: number): boolean => rows.arm[i] === 0 || rows.arm[i] === arm;
    const is = Uint8Array.from(rows.arm, a => (a === arm ? 1 : 0));
    const fit = fitLogistic(table, { outcome: is, on: split.train.filter(of), penalty: 10 });
    const test = split.test.filter(of);
    const logits = Float64Array.from(test, i => logisticScore(fit, table, i));
    const drawn = Float64Array.from(test, i => is[i]!);
    const auc = areaUnderRoc(logits, drawn);
    if (auc > noOverlapAuc) {
      throw new BadInput(
        `The arms do not overlap: the other columns tell "${name}" from control almost surely (AUC ${auc.toFixed(3)}); name the columns that follow from the treatment in --ignore`,
      );
    }
    const chances = logits.map(sigmoid);
    const outside = chances.filter(p => p < extreme.bound || p > 1 - extreme.bound).length / test.length;
    if (outside > extreme.share) {
      throw new BadInput(
        `The arms do not overlap: for ${(100 * outside).toFixed(0)} % of the rows the probability of "${name}" is below ${extreme.bound} or above ${1 - extreme.bound}`,
      );
    }
    const random = seededRandom(seed);
    let asGood = 0;
    for (let round = 0; auc > confounded.auc && round < permutations; round++) {
      for (let i = drawn.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!];
      }
      if (areaUnderRoc(logits, drawn) >= auc) asGood += 1;
    }
    // Below the bound nothing depends on p, and permuting is left out.
    const p = auc > confounded.auc ? (asGood + 1) / (permutations + 1) : 1;
    if (auc > worst.auc) worst = { arm: name, auc, p, isRandomised: !(auc > confounded.auc && p < confounded.p) };
    if (!worst.isRandomised) break;
  }
  return worst;
};
