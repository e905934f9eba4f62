/**
 * What a training run has finished so far, in a folder beside the registry: a run that was killed goes on from there. One file
 * for each fitted model, found by a hash of everything the fit depends on, so that nothing outdated is ever taken.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Interactions } from '../data/interactions.ts';
import {
  type FitContext,
  type Fitted,
  type ModelKind,
  type ModelSettings,
  nextEpoch,
  type StoredModel,
} from '../recommend/model.ts';
import type { CarryOut } from '../recommend/tuning.ts';
import { arrayIndexSchema, firstNotFinite, packArrays, unpackArrays } from '../serve/arrays-file.ts';
import { sha256 } from '../serve/manifest.ts';

/** Grows when the files here or the models' arithmetic change. */
const format = 5;
/** Their fit draws nothing, so that runs of several seeds share it. */
const seedless: ReadonlySet<string> = new Set([
  'popularity',
  'trending',
  'buy-again',
  'item-knn',
  'user-knn',
  'markov',
  'ease',
]);

const runSchema = z.strictObject({
  format: z.literal(format),
  now: z.iso.datetime(),
  seed: z.number().int(),
  seeds: z.number().int().positive(),
  models: z.array(z.string()),
  only: z.array(z.string()).nullable(),
  budgetMinutes: z.number().positive().nullable(),
});
/** What was asked for; a run that goes on asks for the same. */
export type RunRecord = Omit<z.infer<typeof runSchema>, 'format'>;

const headerSchema = z.strictObject({
  sha256: z.string(),
  index: arrayIndexSchema,
  meta: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  settled: z.record(z.string(), z.number()).nullable(),
  trainMilliseconds: z.number(),
  curve: z.array(z.strictObject({ step: z.number(), value: z.number() })),
});

/** NDCG on validation after each epoch that was looked at. */
export type Curve = z.infer<typeof headerSchema>['curve'];

export interface Work {
  /** Fits, or takes what an earlier run fitted from the same data, settings and seed. */
  readonly carryOut: CarryOut;
  /** The training curve of the best fit of each model that stops early. */
  curves(): Readonly<Record<string, Curve>>;
  /** How many fits were taken from an earlier run. */
  taken(): number;
  /** The run is over: nothing of it is needed any more. */
  clear(): void;
}

/** The run that was interrupted in this folder; or why none can go on, in a sentence. */
export const interruptedRun = (dir: string): RunRecord | string => {
  let text: string;
  try {
    text = readFileSync(join(dir, 'run.json'), 'utf8');
  } catch {
    return 'There is no interrupted run to go on with';
  }
  try {
    const told: unknown = JSON.parse(text);
    const { success, data } = runSchema.safeParse(told);
    if (success) {
      const { format: _, ...run } = data;
      return run;
    }
    const other = z.looseObject({ format: z.number() }).safeParse(told);
    if (other.success && other.data.format !== format)
      return `The interrupted run was begun by another version of this program (format ${other.data.format}, this one has ${format}), and what it finished can't be used`;
  } catch {
    // Not JSON: nobody can tell what it was.
  }
  return 'What is left of the interrupted run is damaged';
};

export interface WorkInput {
  readonly dir: string;
  readonly run: RunRecord;
  /** Goes on with what is there instead of clearing it away. */
  readonly resume: boolean;
  /** Anything else that fits depend on: what is known of the products, the tensor backend. */
  readonly salt: string;
}

export const openWork = ({ dir, run, resume, salt }: WorkInput): Work => {
  if (!resume) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  replaceFile(join(dir, 'run.json'), JSON.stringify({ format, ...run }));
  const hashes = new WeakMap<Interactions, string>();
  const best = new Map<string, { curve: Curve; top: number }>();
  let taken = 0;
  const hashOf = (data: Interactions): string => {
    const known = hashes.get(data) ?? hashInteractions(data);
    hashes.set(data, known);
    return known;
  };
  const keyOf = (kind: ModelKind, data: Interactions, settings: ModelSettings, context: FitContext): string =>
    sha256(
      JSON.stringify([
        format,
        salt,
        kind.name,
        Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)),
        seedless.has(kind.name) ? null : context.seed,
        context.now,
        context.validate !== undefined,
        hashOf(data),
      ]),
    ).slice(0, 32);
  return {
    carryOut: async (kind, train, settings, context) => {
      const file = join(dir, `${keyOf(kind, train, settings, context)}.fit`);
      const known = readFit(file);
      const done = known ?? (await fitAfresh(kind, train, settings, context));
      if (known === null) replaceFile(file, packFit(done), dir);
      else taken++;
      const top = Math.max(...done.curve.map(point => point.value));
      if (done.curve.length > 1 && top > (best.get(kind.name)?.top ?? -1))
        best.set(kind.name, { curve: done.curve, top });
      // Always what came back from its stored form, so that a run that was interrupted ends exactly like one that was not.
      const model = kind.restore(done.stored);
      const { settled, trainMilliseconds } = done;
      return { ...model, ...(settled !== null && { settled }), trainMilliseconds };
    },
    curves: () => Object.fromEntries([...best].map(([name, { curve }]) => [name, curve])),
    taken: () => taken,
    clear: () => rmSync(dir, { recursive: true, force: true }),
  };
};

interface DoneFit {
  readonly stored: StoredModel;
  readonly settled: ModelSettings | null;
  /** What a plan expects of the next fit, also where this one was taken from an earlier run. */
  readonly trainMilliseconds: number;
  readonly curve: Curve;
}

const fitAfresh = async (
  kind: ModelKind,
  train: Parameters<CarryOut>[1],
  settings: ModelSettings,
  context: FitContext,
): Promise<DoneFit> => {
  const curve: Curve = [];
  const { validate } = context;
  const start = performance.now();
  const model = await kind.fit(train, settings, {
    ...context,
    ...(validate !== undefined && {
      validate: (half: Fitted) => {
        const value = validate(half);
        const step = nextEpoch(half, curve.at(-1)?.step);
        if (step !== null) curve.push({ step, value });
        return value;
      },
    }),
  });
  const { trainMilliseconds = performance.now() - start, settled = null } = model;
  const stored = model.store();
  const broken = firstNotFinite(stored.arrays);
  if (broken !== null) throw new Error(`The model ${kind.name} came out with ${broken}`);
  return { stored, settled, trainMilliseconds, curve };
};

const hashInteractions = (data: Interactions): string => {
  const hash = createHash('sha256');
  for (const ids of [data.shoppers.ids, data.products.ids]) for (const id of ids) hash.update(`${id}\u0000`);
  for (const column of [data.shopper, data.product, data.at, data.quantity, data.weight])
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.digest('hex');
};

/** Header length (4 bytes, little-endian), header as JSON, padding to 8 bytes, arrays. */
const packFit = ({ stored, ...told }: DoneFit): Uint8Array => {
  const { bytes, index } = packArrays(stored.arrays);
  const header = Buffer.from(JSON.stringify({ sha256: sha256(bytes), index, meta: stored.meta, ...told }));
  const start = Math.ceil((4 + header.byteLength) / 8) * 8;
  const all = Buffer.alloc(start + bytes.byteLength);
  all.writeUInt32LE(header.byteLength);
  all.set(header, 4);
  all.set(bytes, start);
  return all;
};

/** Null: not there, or damaged. */
const readFit = (file: string): DoneFit | null => {
  try {
    const all = readFileSync(file);
    const length = all.readUInt32LE();
    const header = headerSchema.parse(JSON.parse(all.toString('utf8', 4, 4 + length)));
    const bytes = all.subarray(Math.ceil((4 + length) / 8) * 8);
    if (sha256(bytes) !== header.sha256) return null;
    const { sha256: _, index, meta, ...told } = header;
    return { stored: { arrays: unpackArrays(bytes, index), meta }, ...told };
  } catch {
    return null;
  }
};

/** By rename, so that a reader finds the old content or the new. */
const replaceFile = (file: string, content: string | Uint8Array, dir?: string): void => {
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const next = `${file}.tmp-${process.pid}`;
  writeFileSync(next, content);
  renameSync(next, file);
};
