/** A randomised trial from a CSV of any shape: which rows count, what is outcome, arm and feature; or one sentence about what is wrong. */

import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Table as CsvTable, readCsv } from '../data/csv.ts';
import { areaUnderRoc } from '../respond/calibration.ts';
import { fitLogistic, logisticScore } from '../respond/logistic.ts';
import { BadInput } from './task.ts';
import { encodeTable, type RawColumn } from './uplift-table.ts';

export interface TrialsOptions {
  readonly file: string;
  readonly treatment: string;
  readonly control: string;
  readonly treated: string;
  readonly outcome: string;
  readonly ignore: readonly string[];
}

export interface TrialRows {
  /** Feature columns as text, one cell per kept row. */
  readonly columns: readonly RawColumn[];
  readonly outcome: Uint8Array;
  /** 1 treated, 0 control. */
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
  if (options.control === options.treated) throw new BadInput(`--control and --treated are both "${options.control}"`);
  if (treatmentAt === outcomeAt) throw new BadInput(`--treatment and --outcome are both "${options.outcome}"`);

  const kept: (readonly string[])[] = [];
  const outcome: number[] = [];
  const arm: number[] = [];
  const fileRow: number[] = [];
  for (const [n, row] of table.rows.entries()) {
    const value = (row[treatmentAt] ?? '').trim();
    if (value !== options.control && value !== options.treated) continue;
    const y = outcomeOf(row[outcomeAt] ?? '');
    if (y === undefined) {
      throw new BadInput(
        `The outcome column "${options.outcome}" must hold 0 or 1, got "${row[outcomeAt] ?? ''}" in row ${n + 2}`,
      );
    }
    kept.push(row);
    outcome.push(y);
    arm.push(value === options.treated ? 1 : 0);
    fileRow.push(n + 2);
  }
  for (const [side, name, flag] of [
    [0, options.control, '--control'],
    [1, options.treated, '--treated'],
  ] as const) {
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
  for (let cell = 0; cell < 4; cell++) {
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
/** Above this the arms were hardly drawn by chance, and every figure mixes choice with effect. */
const confoundedAuc = 0.6;

/** How well the features give the arm away, on held-out rows: 0.5 in a randomised trial. Throws when there is no overlap. */
export const checkOverlap = (
  rows: TrialRows,
  split: TrialSplit,
): { readonly auc: number; readonly warning?: string } => {
  const { table } = encodeTable(rows.columns, split.train);
  const fit = fitLogistic(table, { outcome: rows.arm, on: split.train, penalty: 10 });
  const auc = areaUnderRoc(
    Float64Array.from(split.test, i => logisticScore(fit, table, i)),
    Float64Array.from(split.test, i => rows.arm[i]!),
  );
  if (auc > noOverlapAuc) {
    throw new BadInput(
      `The arms do not overlap: the other columns tell them apart almost surely (AUC ${auc.toFixed(3)}); name the columns that follow from the treatment in --ignore`,
    );
  }
  return auc > confoundedAuc
    ? {
        auc,
        warning: `The arms were not drawn by chance (features tell them apart, AUC ${auc.toFixed(3)}): read these figures as propensity, not as uplift`,
      }
    : { auc };
};
