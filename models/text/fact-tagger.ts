/**
 * Which stretches of a message are facts: a linear model of sequences over named features of its pieces. Each piece has one of
 * 1 + 2 * slots tags (0: none, 1 + 2k: begins slot k, 2 + 2k: goes on with it; Ramshaw and Marcus 1995), and the best sequence is found
 * by Viterbi's algorithm. The weights are learned in fact-learning.ts.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Language } from '../../knowledge/domain/language.ts';
import type { FactTagger, TaggedStretch } from '../types.ts';

/** Sparse rows: of feature f the entries from `starts[f]` up to `starts[f + 1]`. */
export interface SparseRows {
  readonly index: ReadonlyMap<string, number>;
  /** Length: features + 1. */
  readonly starts: Uint32Array;
  readonly columns: Uint8Array;
  readonly weights: Float32Array;
}

export interface TaggerModel {
  readonly slots: readonly string[];
  /** Features x tags. */
  readonly pieces: SparseRows;
  /** Tags x tags, from the former to the next; the first row is the start of a message as well. */
  readonly moves: Float32Array;
  /** Features x 1: above 0 speaks for a wish. */
  readonly polarity: SparseRows;
}
export type TaggerModels = Readonly<Record<Language, TaggerModel>>;

export const tagsOf = (slots: readonly string[]): number => 1 + 2 * slots.length;

/** The best sequence of tags. `emissions`: pieces x tags, row after row. */
export const bestTags = (emissions: Float64Array, moves: Float32Array, tags: number): Int32Array => {
  const pieces = emissions.length / tags;
  const best = Int32Array.from({ length: pieces }, () => 0);
  if (pieces === 0) return best;
  const from = new Int16Array(pieces * tags);
  let before = new Float64Array(tags).fill(Number.NEGATIVE_INFINITY);
  let now = new Float64Array(tags);
  before[0] = 0;
  for (let i = 0; i < pieces; i++) {
    for (let t = 0; t < tags; t++) {
      let [most, at] = [Number.NEGATIVE_INFINITY, 0];
      if (t === 0 || t % 2 === 1) {
        for (let p = 0; p < tags; p++) {
          const score = before[p]! + moves[p * tags + t]!;
          if (score > most) [most, at] = [score, p];
        }
      }
      // A fact goes on only after it began.
      else
        for (let p = t - 1; p <= t; p++) {
          const score = before[p]! + moves[p * tags + t]!;
          if (score > most) [most, at] = [score, p];
        }
      now[t] = most + emissions[i * tags + t]!;
      from[i * tags + t] = at;
    }
    [before, now] = [now, before];
  }
  for (let t = 1; t < tags; t++) if (before[t]! > before[best[pieces - 1]!]!) best[pieces - 1] = t;
  for (let i = pieces - 1; i > 0; i--) best[i - 1] = from[i * tags + best[i]!]!;
  return best;
};

export const stretchesIn = (best: Int32Array, slots: readonly string[]): TaggedStretch[] => {
  const stretches: TaggedStretch[] = [];
  for (let start = 0; start < best.length; start++) {
    const tag = best[start]!;
    if (tag === 0 || tag % 2 === 0) continue;
    let end = start + 1;
    while (end < best.length && best[end] === tag + 1) end++;
    stretches.push({ slot: slots[(tag - 1) / 2]!, start, end });
  }
  return stretches;
};

/** Adds each feature's row to `sums`, from `offset` on. */
const add = (rows: SparseRows, features: readonly string[], sums: Float64Array, offset: number): void => {
  for (const feature of features) {
    const row = rows.index.get(feature);
    if (row === undefined) continue;
    for (let k = rows.starts[row]!; k < rows.starts[row + 1]!; k++)
      sums[offset + rows.columns[k]!]! += rows.weights[k]!;
  }
};

export const openTagger = (models: TaggerModels): FactTagger => ({
  stretches(language, features) {
    const { slots, pieces, moves } = models[language];
    const tags = tagsOf(slots);
    const emissions = new Float64Array(features.length * tags);
    features.forEach((of, i) => {
      add(pieces, of, emissions, i * tags);
    });
    return stretchesIn(bestTags(emissions, moves, tags), slots);
  },
  polarity(language, features) {
    const sum = new Float64Array(1);
    add(models[language].polarity, features, sum, 0);
    return sum[0]! >= 0 ? 1 : -1;
  },
});

/** `least`: weights that are smaller are left out, and features without any. */
export const sparseRows = (
  names: readonly string[],
  weights: Float32Array,
  columns: number,
  least: number,
): SparseRows => {
  const kept: { readonly name: string; readonly row: number }[] = [];
  names.forEach((name, row) => {
    for (let c = 0; c < columns; c++)
      if (Math.abs(weights[row * columns + c]!) >= least) {
        kept.push({ name, row });
        return;
      }
  });
  kept.sort((a, b) => (a.name < b.name ? -1 : 1));
  const starts = [0];
  const [at, values]: [number[], number[]] = [[], []];
  for (const { row } of kept) {
    for (let c = 0; c < columns; c++) {
      const weight = weights[row * columns + c]!;
      if (Math.abs(weight) < least) continue;
      at.push(c);
      values.push(weight);
    }
    starts.push(at.length);
  }
  return {
    index: new Map(kept.map(({ name }, i) => [name, i])),
    starts: Uint32Array.from(starts),
    columns: Uint8Array.from(at),
    weights: Float32Array.from(values),
  };
};

const rowsSchema = z.object({
  /** Names line by line; of each row how many entries; columns; weights in bytes -127..127 times `scale`. Each deflated. */
  names: z.base64(),
  counts: z.base64(),
  columns: z.base64(),
  weights: z.base64(),
  scale: z.number().positive(),
});
const modelSchema = z.object({
  slots: z.array(z.string()),
  pieces: rowsSchema,
  moves: z.array(z.number()),
  polarity: rowsSchema,
});
const packedTaggerSchema = z.object({ en: modelSchema, zh: modelSchema });

const deflated = (bytes: Uint8Array | string): string => deflateRawSync(bytes, { level: 9 }).toString('base64');
const inflated = (packed: string): Buffer => inflateRawSync(Buffer.from(packed, 'base64'));

const packedRows = ({ index, starts, columns, weights }: SparseRows): z.input<typeof rowsSchema> => {
  const most = weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0);
  const scale = Number((most / 127 || 1).toPrecision(6));
  return {
    names: deflated([...index.keys()].join('\n')),
    counts: deflated(Uint8Array.from({ length: index.size }, (_, i) => starts[i + 1]! - starts[i]!)),
    columns: deflated(columns),
    weights: deflated(new Uint8Array(Int8Array.from(weights, w => Math.round(w / scale)).buffer)),
    scale,
  };
};

const unpackedRows = ({ names, counts, columns, weights, scale }: z.output<typeof rowsSchema>): SparseRows => {
  const text = inflated(names).toString();
  const list = text === '' ? [] : text.split('\n');
  const starts = new Uint32Array(list.length + 1);
  inflated(counts).forEach((count, i) => {
    starts[i + 1] = starts[i]! + count;
  });
  return {
    index: new Map(list.map((name, i) => [name, i])),
    starts,
    columns: new Uint8Array(inflated(columns)),
    weights: Float32Array.from(new Int8Array(inflated(weights)), byte => byte * scale),
  };
};

const packedModel = ({ slots, pieces, moves, polarity }: TaggerModel): z.input<typeof modelSchema> => ({
  slots: [...slots],
  pieces: packedRows(pieces),
  moves: Array.from(moves, move => Number(move.toPrecision(4))),
  polarity: packedRows(polarity),
});

/** Plain data, weights to a byte each. */
export const packedTagger = ({ en, zh }: TaggerModels): z.input<typeof packedTaggerSchema> => ({
  en: packedModel(en),
  zh: packedModel(zh),
});

const unpackedModel = ({ slots, pieces, moves, polarity }: z.output<typeof modelSchema>): TaggerModel => ({
  slots,
  pieces: unpackedRows(pieces),
  moves: Float32Array.from(moves),
  polarity: unpackedRows(polarity),
});

/** Throws ZodError where `packed` is not what packedTagger gives. */
export const unpackedTagger = (packed: unknown): TaggerModels => {
  const { en, zh } = packedTaggerSchema.parse(packed);
  return { en: unpackedModel(en), zh: unpackedModel(zh) };
};
