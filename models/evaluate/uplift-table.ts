/** Any trial table as numbers: columns told apart by their cells, everything that is fitted fitted on the train rows only. */
import type { Table } from '../respond/logistic.ts';

export interface RawColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

/** Text columns keep this many of their commonest values; the rest share one column. */
const mostLevels = 30;
/** A text value needs this many train rows to have a column of its own. */
const fewestRows = 20;

const isNumber = (cell: string): boolean => cell !== '' && Number.isFinite(Number(cell));

interface Encoder {
  readonly names: readonly string[];
  encode(row: number, out: Float64Array, at: number): void;
}

const moments = (values: Float64Array): { mean: number; deviation: number; skew: number } => {
  const n = Math.max(1, values.length);
  const mean = values.reduce((s, v) => s + v, 0) / n;
  let second = 0;
  let third = 0;
  for (const v of values) {
    second += (v - mean) ** 2 / n;
    third += (v - mean) ** 3 / n;
  }
  const deviation = Math.sqrt(second);
  return { mean, deviation, skew: deviation > 0 ? third / deviation ** 3 : 0 };
};

const numberEncoder = (column: RawColumn, train: Int32Array): Encoder => {
  const values = Float64Array.from(column.cells, cell => (cell.trim() === '' ? Number.NaN : Number(cell)));
  const known = Float64Array.from(train, i => values[i]!).filter(v => !Number.isNaN(v));
  const plain = moments(known);
  const hasGaps = known.length < train.length;
  // Amounts with a long tail (money, counts) act by ratio: their logarithm is offered beside them.
  const isSkewed = plain.skew > 1 && known.every(v => v >= 0) && new Set(known).size > 10;
  const logs = moments(known.map(v => Math.log1p(v)));
  const scaled = (v: number, m: { mean: number; deviation: number }): number =>
    Number.isNaN(v) || m.deviation === 0 ? 0 : Math.max(-6, Math.min(6, (v - m.mean) / m.deviation));
  return {
    names: [column.name, ...(isSkewed ? [`log ${column.name}`] : []), ...(hasGaps ? [`no ${column.name}`] : [])],
    encode: (row, out, at) => {
      const v = values[row]!;
      let next = at;
      out[next++] = scaled(v, plain);
      if (isSkewed) out[next++] = scaled(Math.log1p(Math.max(0, v)), logs);
      if (hasGaps) out[next] = Number.isNaN(v) ? 1 : 0;
    },
  };
};

const textEncoder = (column: RawColumn, train: Int32Array): Encoder => {
  const counts = new Map<string, number>();
  for (const i of train) counts.set(column.cells[i]!, (counts.get(column.cells[i]!) ?? 0) + 1);
  const levels = [...counts]
    .filter(([, n]) => n >= fewestRows)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostLevels)
    .map(([value]) => value);
  const at = new Map(levels.map((value, n) => [value, n]));
  return {
    names: [...levels, 'other'].map(value => `${column.name}=${value}`),
    encode: (row, out, start) => {
      out[start + (at.get(column.cells[row]!) ?? levels.length)] = 1;
    },
  };
};

/** The columns as a table of numbers, standardised on `train`; text becomes one column per common value. */
export const encodeTable = (columns: readonly RawColumn[], train: Int32Array): { table: Table; names: string[] } => {
  const rows = columns[0]?.cells.length ?? 0;
  const encoders = columns.map(column =>
    column.cells.every(cell => cell.trim() === '' || isNumber(cell.trim()))
      ? numberEncoder(column, train)
      : textEncoder(column, train),
  );
  const names = encoders.flatMap(e => e.names);
  const x = new Float64Array(rows * names.length);
  for (let row = 0; row < rows; row++) {
    let at = row * names.length;
    for (const encoder of encoders) {
      encoder.encode(row, x, at);
      at += encoder.names.length;
    }
  }
  return { table: { rows, columns: names.length, x }, names };
};
