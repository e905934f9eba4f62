/** One training run: the shop's history in, a published version out. Models that can't be learned are left out with a reason. */
import type { HeldOut, Promotion } from '../serve/card.ts';
import type { Refusal } from '../serve/manifest.ts';
import { type FittedPart, fitRecommender, fitResponse, type RecommenderPart } from './parts.ts';
import { publishMade, reasonsOf, refusalIn, trainedAt, versionInUse } from './publication.ts';
import { spans, startRun, type Trainable, type TrainInput, trainable } from './run.ts';

export interface TrainReport {
  /** The newest version; in use, unless it is the candidate. */
  readonly version: number;
  /** The version that lost against the one in use, which stays; null: none did. */
  readonly candidate: number | null;
  readonly promotion: Promotion;
  readonly heldOut: HeldOut | null;
  /** The recommender's part of the manifest it went into, a candidate's too; null: none was fitted. */
  readonly recommender: FittedPart['meta'] | null;
  /** Of the run's tensor backend; "none" where nothing needed one. */
  readonly backend: string;
  readonly device: string;
  readonly trained: readonly Trainable[];
  /** Why a model is missing, in one sentence each. */
  readonly refused: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, number>>;
  readonly metrics: Readonly<Record<string, unknown>>;
  /** Models that an interrupted run, or another seed of this one, had fitted already. */
  readonly fitsTaken: number;
}

/** Not one model could be made anew: nothing is published, what is in use stays. */
export class NothingToTrain extends Error {
  override readonly name = 'NothingToTrain';

  constructor(refused: Readonly<Record<string, string>>) {
    const reasons = Object.entries(refused).map(([name, reason]) => `${name}: ${reason}`);
    super(`No model could be trained; ${reasons.join('; ')}`);
  }
}

const notAsked: Refusal = { kind: 'not-asked', reason: 'It was not asked for' };

export const train = async (input: TrainInput): Promise<TrainReport> => {
  const started = performance.now();
  const previous = versionInUse(input.registry);
  const run = startRun(input);
  const { rows, seconds } = run;
  const metrics: Record<string, unknown> = {};
  const refused: Partial<Record<Trainable, Refusal>> = {};
  const fitted: Partial<Record<Trainable, FittedPart>> = {};
  const faults: unknown[] = [];
  let judged: Pick<RecommenderPart, 'heldOut' | 'promotion'> | null = null;
  for (const name of trainable) {
    const kept = previous?.manifest.parts[name] ?? null;
    if (!input.models.includes(name)) {
      if (kept === null) refused[name] = (previous && refusalIn(previous.manifest, name)) ?? notAsked;
      continue;
    }
    const from = performance.now();
    let part: RecommenderPart | FittedPart | string;
    let kind: Refusal['kind'] = 'too-little';
    try {
      part = name === 'recommender' ? await fitRecommender(run, previous) : await fitResponse(run);
    } catch (fault) {
      faults.push(fault);
      kind = 'failed';
      part = `Its training failed: ${fault instanceof Error ? fault.message : String(fault)}`;
    }
    seconds[name] = Math.round(performance.now() - from) / 1000;
    if (typeof part === 'string') {
      const reason = kept === null ? part : `${part}; the one trained at ${trainedAt(kept, previous)} stays`;
      refused[name] = { kind, reason };
      continue;
    }
    const { meta, arrays } = 'fitted' in part ? part.fitted : part;
    if ('fitted' in part) judged = part;
    fitted[name] = { meta: { ...meta, trainedAt: input.now.toISOString() }, arrays };
    if (meta.metrics !== undefined) metrics[name] = meta.metrics;
  }
  const trained = trainable.filter(name => fitted[name] !== undefined);
  if (trained.length === 0) {
    if (faults.length > 0) throw faults[0];
    throw new NothingToTrain(reasonsOf(refused));
  }

  input.onProgress(spans.response, 'writing the new version');
  seconds.all = Math.round(performance.now() - started) / 1000;
  const published = publishMade(run, previous, { fitted, judged, refused, metrics });
  // A fault is a bug or a broken machine and must be heard of, but what the other model learned is safe by now.
  if (faults.length > 0) throw faults[0];
  run.work?.clear();
  input.onProgress(1, 'done');
  return {
    ...published,
    trained,
    refused: reasonsOf(refused),
    rows,
    seconds,
    metrics,
    heldOut: judged?.heldOut ?? null,
    recommender: fitted.recommender?.meta ?? null,
    fitsTaken: run.work?.taken() ?? 0,
  };
};
