/** The models the server answers with: loaded from the registry, swapped whole when a new version is published, trained beside. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundle } from '../recommend/load-bundle.ts';
import { popularityRecommender } from '../recommend/popularity-only.ts';
import { loadResponse, type ResponseBundle } from '../respond/model.ts';
import type { ModelSet, ModelStatus, Models } from '../types.ts';
import { arraysOf } from './arrays-file.ts';
import { type Artifact, ArtifactRefused, openRegistry } from './registry.ts';
import { startTrainer, type Trainer } from './trainer-process.ts';

export interface ModelsOptions {
  /** The registry's folder: <DATA_DIR>/models. */
  readonly dir: string;
  /** Product id -> how many bought it (0 to list it all the same): what is recommended before any training. */
  readonly sales?: ReadonlyMap<string, number>;
  readonly log?: (message: string) => void;
  /** Called after each change of version, with what is now in use. */
  readonly onSwap?: (set: ModelSet) => void;
  /** How often the registry is looked at; 0: only on `reload()`. */
  readonly pollMilliseconds?: number;
  readonly trainTimeoutMilliseconds?: number;
  /** Another trainer than models/train/main; for tests. */
  readonly trainer?: string;
}

export type TrainOutcome =
  | { readonly kind: 'trained'; readonly version: number }
  /** The new version is kept as a candidate; what was in use stays. */
  | { readonly kind: 'kept'; readonly version: number; readonly reason: string }
  /** One job at a time: the one under way goes on. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed' | 'timed-out' | 'stopped'; readonly reason: string };

export interface ServedModels extends Models {
  /** Looks at the registry now; true when another version came into use. */
  reload(): boolean;
  /** Trains in a process of its own with this environment (MONGODB_URI, DATA_DIR, DB_PORT …) and serves what comes out. */
  train(env: Readonly<Record<string, string | undefined>>, args?: readonly string[]): Promise<TrainOutcome>;
  /** Stops watching, and the trainer if one runs. */
  close(): Promise<void>;
}

const idle: ModelStatus['training'] = { running: false, progress: 0, step: '' };

type Loaded = Pick<ModelSet, 'recommender' | 'response'> & { readonly status: Omit<ModelStatus, 'training'> };

/** Before the first training: what many buy, no promotion response, and the status says so. */
const untrained = (sales: ReadonlyMap<string, number>): Loaded => {
  const recommender = popularityRecommender(sales, 'untrained');
  return {
    recommender,
    response: null,
    status: {
      recommender: { name: recommender.name, version: recommender.version },
      response: null,
      backend: 'none',
      device: 'none',
    },
  };
};

const build = ({ manifest, arrays }: Artifact, sales: ReadonlyMap<string, number>): Loaded => {
  const version = `v${manifest.version}`;
  const { parts } = manifest;
  /** A part that was carried over is older than its version. */
  const trainedAt = (part: Readonly<Record<string, unknown>> | null): string =>
    typeof part?.trainedAt === 'string' ? part.trainedAt : manifest.trainedAt;
  const recommender = parts.recommender
    ? loadBundle(
        { arrays: arraysOf(arrays, 'recommender'), meta: parts.recommender } as Parameters<typeof loadBundle>[0],
        version,
      )
    : popularityRecommender(sales, 'untrained');
  const response = parts.response
    ? loadResponse(
        { arrays: arraysOf(arrays, 'response'), meta: parts.response as unknown as ResponseBundle['meta'] },
        version,
      )
    : null;
  return {
    recommender,
    response,
    status: {
      recommender: {
        name: recommender.name,
        version: recommender.version,
        ...(parts.recommender && { trainedAt: trainedAt(parts.recommender) }),
      },
      response: response && { name: response.name, version: response.version, trainedAt: trainedAt(parts.response) },
      backend: manifest.backend,
      device: manifest.device,
    },
  };
};

const half = 30 * 60_000;

export const openModels = async (options: ModelsOptions): Promise<ServedModels> => {
  const log = options.log ?? (() => {});
  const registry = openRegistry(options.dir);
  const sales = options.sales ?? new Map<string, number>();
  let loaded = untrained(sales);
  let training = idle;
  let version: number | null = null;
  let set: ModelSet;
  let trainer: Trainer | null = null;
  let closed = false;

  const refresh = (): void => {
    set = { recommender: loaded.recommender, response: loaded.response, status: { ...loaded.status, training } };
  };

  /** Null, with the reason in the log, when this version must not be served. */
  const tryLoad = (wanted: number): Loaded | null => {
    try {
      return build(registry.load(wanted), sales);
    } catch (fault) {
      log(
        fault instanceof ArtifactRefused ? fault.message : `Model v${wanted} is refused: ${(fault as Error).message}`,
      );
      return null;
    }
  };

  /** One that lost against the version in use never serves by itself. */
  const isCandidate = (wanted: number): boolean => {
    try {
      return !registry.hasServed(wanted);
    } catch {
      // What can't be read is refused, with its reason, when it is loaded.
      return false;
    }
  };

  const use = (next: Loaded, nextVersion: number): void => {
    loaded = next;
    version = nextVersion;
    refresh();
    log(`Models v${nextVersion} in use (${next.status.backend}, ${next.status.device})`);
    options.onSwap?.(set);
  };

  const wantedVersion = (): number | null => {
    try {
      return registry.current();
    } catch (fault) {
      log((fault as Error).message);
      return null;
    }
  };

  const reload = (): boolean => {
    const wanted = wantedVersion();
    if (wanted === null || wanted === version) return false;
    const next = tryLoad(wanted);
    if (!next) return false;
    use(next, wanted);
    return true;
  };

  refresh();
  if (!reload() && registry.versions().length > 0) {
    // The current version is damaged: the newest one that is whole serves until the next training.
    for (const older of registry.versions()) {
      if (isCandidate(older)) continue;
      const next = tryLoad(older);
      if (!next) continue;
      use(next, older);
      break;
    }
  }

  const pointer = join(options.dir, 'current');
  const signature = (): string => {
    const stat = statSync(pointer, { throwIfNoEntry: false });
    return stat ? `${stat.ino}:${stat.mtimeMs}` : '';
  };
  let seen = signature();
  const poll = (): void => {
    // A refused version is tried once, not every second.
    const now = signature();
    if (now === seen) return;
    seen = now;
    reload();
  };
  const interval = options.pollMilliseconds ?? 1000;
  const timer = interval > 0 ? setInterval(poll, interval) : undefined;
  timer?.unref();

  return {
    current: () => set,
    reload,
    train: async (env, args = []) => {
      if (trainer || closed) return trainer ? { kind: 'busy' } : { kind: 'stopped', reason: 'The models are closed' };
      training = { running: true, progress: 0, step: 'starting' };
      refresh();
      trainer = startTrainer({
        args,
        env,
        timeoutMilliseconds: options.trainTimeoutMilliseconds ?? half,
        ...(options.trainer !== undefined && { program: options.trainer }),
        log,
        onProgress: ({ progress, step }) => {
          training = { running: true, progress, step };
          refresh();
        },
      });
      const before = registry.versions()[0] ?? 0;
      const end = await trainer.end;
      trainer = null;
      training =
        end.kind === 'finished'
          ? { running: false, progress: 1, step: 'done' }
          : { running: false, progress: 0, step: end.reason };
      refresh();
      if (end.kind !== 'finished') {
        log(`Training did not finish: ${end.reason}`);
        return end;
      }
      seen = signature();
      reload();
      const newest = registry.versions()[0] ?? 0;
      if (newest > before && isCandidate(newest)) {
        const reason = registry.load(newest).manifest.promotion?.reason ?? 'it is a candidate';
        return { kind: 'kept', version: newest, reason };
      }
      if (newest <= before || version !== newest) {
        return {
          kind: 'failed',
          reason: `The trainer ended well but no new version is in use (v${version ?? 'none'})`,
        };
      }
      return { kind: 'trained', version: newest };
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      await trainer?.stop();
    },
  };
};
