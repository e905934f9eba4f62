/**
 * Columns of very different sizes brought to one scale: log where a column is skewed, then centred and divided by its spread. Fitted on rows
 * of a training part only (the type asks for them), kept as numbers in the artifact, and applied to nothing that has other columns.
 */
import type { TrainRows } from './feature-rows.ts';

/** What was fitted for one column: z = (f(x) - centre) / spread with f = sign(x)·ln(1 + |x|) where `log`, else x itself. */
export interface ColumnScale {
  readonly name: string;
  readonly log: boolean;
  readonly centre: number;
  /** > 0 */
  readonly spread: number;
}

export interface Scaler {
  readonly columns: readonly ColumnScale[];
  /** Scales a row in place: `at` is where it begins. A missing value (NaN) becomes 0, the column's centre. */
  apply(row: Float64Array | Float32Array, at?: number): void;
}

/** Skewness above this is brought in by the logarithm. */
const skewed = 2;
/** Beyond this many spreads a value says no more. */
const furthest = 6;
/** Mean and standard deviation are led astray by outliers where the middle half is this much narrower than a normal one's. */
const heavyTail = 0.5;
/** Width of a normal's middle half, in standard deviations. */
const normalMiddle = 1.349;

/**
 * Standardised by mean and deviation; columns with heavy tails by median and middle half (robust), skewed ones after a logarithm. Missing
 * values are not looked at; a column that is constant, or missing everywhere, is left at 0. Throws RangeError for an infinite value.
 */
export const fitScaler = ({ names, x, rows }: TrainRows): Scaler => {
  const width = names.length;
  return scalerOf(
    names.map((name, column) => {
      const values: number[] = [];
      for (let row = 0; row < rows; row++) {
        const value = x[row * width + column]!;
        if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
          throw new RangeError(
            `${name} is ${value} in row ${row}; a feature must be a finite number, or NaN where it is missing`,
          );
        if (!Number.isNaN(value)) values.push(value);
      }
      return scaleOf(name, values);
    }),
  );
};

const scaleOf = (name: string, raw: readonly number[]): ColumnScale => {
  const plain = Float64Array.from(raw).sort();
  const log = Math.abs(skewnessOf(plain)) > skewed;
  const values = log ? plain.map(signedLog) : plain;
  const { mean, deviation } = momentsOf(values);
  if (values.length === 0 || !(deviation > 0)) return { name, log: false, centre: plain[0] ?? 0, spread: 1 };
  const quantile = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))]!;
  const middle = (quantile(0.75) - quantile(0.25)) / normalMiddle;
  return middle > 0 && middle < heavyTail * deviation
    ? { name, log, centre: quantile(0.5), spread: middle }
    : { name, log, centre: mean, spread: deviation };
};

const signedLog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

const momentsOf = (values: Float64Array): { mean: number; deviation: number } => {
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  const mean = sum / Math.max(1, values.length);
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length)) };
};

/** Third standardised moment; 0 where nothing varies. */
const skewnessOf = (values: Float64Array): number => {
  const { mean, deviation } = momentsOf(values);
  if (!(deviation > 0)) return 0;
  let cubes = 0;
  for (const value of values) cubes += ((value - mean) / deviation) ** 3;
  return cubes / values.length;
};

const scalerOf = (columns: readonly ColumnScale[]): Scaler => ({
  columns,
  apply: (row, at = 0) => {
    for (let column = 0; column < columns.length; column++) {
      const { log, centre, spread } = columns[column]!;
      const value = row[at + column]!;
      const z = ((log ? signedLog(value) : value) - centre) / spread;
      row[at + column] = z > furthest ? furthest : z < -furthest ? -furthest : Number.isNaN(z) ? 0 : z;
    }
  },
});

/** As JSON, for an artifact. */
export const storeScaler = (scaler: Scaler): readonly ColumnScale[] => scaler.columns;

/** Throws where the stored columns are not `names` in their order, or hold a number that cannot be. */
export const restoreScaler = (stored: unknown, names: readonly string[]): Scaler => {
  if (!Array.isArray(stored))
    throw new Error(`A stored scaler is ${JSON.stringify(stored)}; it must be a list of columns`);
  const columns = stored as readonly Partial<ColumnScale>[];
  const other = names.findIndex((name, column) => columns[column]?.name !== name);
  if (other >= 0 || columns.length !== names.length)
    throw new Error(
      other >= 0
        ? `A stored scaler has ${JSON.stringify(columns[other]?.name)} as column ${other}; this program has ${JSON.stringify(names[other])}`
        : `A stored scaler has ${columns.length} columns; this program has ${names.length}`,
    );
  for (const { name, log, centre, spread } of columns)
    if (
      typeof log !== 'boolean' ||
      !Number.isFinite(centre) ||
      !(typeof spread === 'number' && spread > 0 && spread < Number.POSITIVE_INFINITY)
    )
      throw new Error(
        `A stored scaler has centre ${centre} and spread ${spread} for ${name}; both must be finite, the spread above 0`,
      );
  return scalerOf(columns as readonly ColumnScale[]);
};
