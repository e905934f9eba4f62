/**
 * The models the server answers with: loaded from the registry, swapped by one assignment when a new version is published, trained beside. A
 * model that this program can't read stays as it was while the other one of its version is swapped, and the status says why.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelSet, ModelStatus, Models } from '../types.ts';
import { ArtifactRefused, openRegistry } from './registry.ts';
import { startTrainer, type Trainer } from './trainer-process.ts';
import {
  type Loaded,
  type PartName,
  partNames,
  partsOf,
  untrained,
  untrainedVersion,
  type VersionParts,
} from './version-parts.ts';

export interface ModelsOptions {
  /** The registry's folder: <DATA_DIR>/models. */
  readonly dir: string;
  /**
   * Product id -> how many bought it (0 to list it all the same): what is recommended before any training. Counted only where no
   * recommender could be read at the start.
   */
  readonly sales?: () => Promise<ReadonlyMap<string, number>>;
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
  /**
   * Nothing was trained yet, or what was can't be read, or the training of the response failed or was not asked for. A recommender alone is
   * no reason: a shop that has not made enough offers can't learn a response to them, however often it starts.
   */
  needTraining(): boolean;
  /** Looks at the registry now; true when another version came into use. */
  reload(): boolean;
  /** Trains in a process of its own with this environment (MONGODB_URI, DATA_DIR, DB_PORT …) and serves what comes out. */
  train(env: Readonly<Record<string, string | undefined>>, args?: readonly string[]): Promise<TrainOutcome>;
  /** Stops watching, and the trainer if one runs. */
  close(): Promise<void>;
}

const idle: ModelStatus['training'] = { running: false, progress: 0, step: '' };

const half = 30 * 60_000;

export const openModels = async (options: ModelsOptions): Promise<ServedModels> => {
  const log = options.log ?? (() => {});
  const registry = openRegistry(options.dir);
  let sales: ReadonlyMap<string, number> = new Map();
  let loaded = untrained(sales);
  let training = idle;
  let version: number | null = null;
  let set: ModelSet;
  let trainer: Trainer | null = null;
  let closed = false;

  /** Why a model of a version that was to be used is not in use. */
  let refused: VersionParts['refused'] = {};
  /** The same of the version in use. */
  let refusedInUse = refused;

  const refresh = (): void => {
    const { recommender, response, status } = loaded;
    const isRefused = Object.keys(refused).length > 0;
    set = { recommender, response, status: { ...status, ...(isRefused && { refused }), training } };
  };

  /** Takes what can be read of a version; says in the log what can't. */
  const read = (wanted: number, only: readonly PartName[] = partNames): VersionParts => {
    try {
      const parts = partsOf(registry.load(wanted), loaded, sales, only);
      for (const [name, reason] of Object.entries(parts.refused)) log(`The ${name} model is refused, ${reason}`);
      return parts;
    } catch (fault) {
      const reason =
        fault instanceof ArtifactRefused ? fault.message : `Model v${wanted} is refused: ${(fault as Error).message}`;
      log(reason);
      return { loaded: null, refused: Object.fromEntries(only.map(name => [name, reason])) };
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

  const use = (next: Loaded, nextVersion: number, refusedOfIt: VersionParts['refused']): void => {
    loaded = next;
    version = nextVersion;
    refusedInUse = refusedOfIt;
    refresh();
    const { recommender, response, backend, device } = next.status;
    const parts = [recommender, ...(response ? [response] : [])].map(part => `${part.name} ${part.version}`);
    log(`Models v${nextVersion} in use: ${parts.join(', ')} (${backend}, ${device})`);
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
    if (wanted === null) return false;
    if (wanted === version) {
      // Back from a version that was refused as a whole.
      refused = refusedInUse;
      refresh();
      return false;
    }
    const next = read(wanted);
    refused = next.refused;
    if (next.loaded === null) refresh();
    else use(next.loaded, wanted, refused);
    return next.loaded !== null;
  };

  refresh();
  reload();
  // What can't be read of the current version serves from the newest one in which it can, until the next training.
  const missing = new Set(version === null ? partNames : (Object.keys(refused) as PartName[]));
  for (const older of registry.versions()) {
    if (missing.size === 0) break;
    if (older === version || isCandidate(older)) continue;
    const next = read(older, [...missing]);
    if (next.loaded === null) continue;
    for (const name of missing) if (next.refused[name] === undefined) missing.delete(name);
    if (version === null) use(next.loaded, older, next.refused);
    else use(next.loaded, version, refusedInUse);
  }
  if (options.sales && loaded.recommender.version === untrainedVersion) {
    sales = await options.sales();
    loaded = { ...loaded, recommender: untrained(sales).recommender };
    refresh();
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
    needTraining: () =>
      loaded.recommender.version === untrainedVersion || Object.keys(refused).length > 0 || loaded.responseWaits,
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
