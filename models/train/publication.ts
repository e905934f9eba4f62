/**
 * Which versions a training run publishes. The two models of a version pass two gates, and neither waits for the other:
 *
 * - The recommender is compared with the one in use on the newest purchases (verdict.ts). One that loses is published as a candidate, which
 *   never serves by itself; the one in use stays.
 * - The promotion response has its gate in front of it (respond/trials.ts: enough offers and refusals of each kind, chance involved, alike
 *   shoppers), and its candidates are judged among each other on shoppers held out (respond/fit.ts). It is not compared with the one in use: an
 *   offer's log says nothing of arms that policy never tried, so newer data decides. One that is refused, or whose training failed, is not
 *   part of the new version: the one in use is carried over, with its own date and the reason.
 *
 * A version is one folder that appears by one rename, all of its parts in it, so there is no moment at which half of one serves.
 */
import { loadResponse } from '../respond/model.ts';
import { type Arrays, arraysOf } from '../serve/arrays-file.ts';
import type { Card, Promotion } from '../serve/card.ts';
import type { Manifest, Refusal } from '../serve/manifest.ts';
import { type Artifact, ArtifactRefused, type Registry } from '../serve/registry.ts';
import type { FittedPart, RecommenderPart } from './parts.ts';
import { type Run, type Trainable, trainable } from './run.ts';
import { nothingToCompare } from './verdict.ts';

/**
 * The version in use, whose parts are carried over where they are not fitted anew; null: there is none that can be served. A response that
 * this program can't read is left out of it, for carried over it would be refused, and trained again, at every start. (A recommender can be
 * fitted from the first purchase on, so one that can't be read is not carried over for long; until then an older one serves.)
 */
export const versionInUse = (registry: Registry): Artifact | null => {
  const version = registry.current();
  if (version === null) return null;
  try {
    return withReadableResponse(registry.load(version));
  } catch (fault) {
    // What can't be served can't be carried over either.
    if (fault instanceof ArtifactRefused) return null;
    throw fault;
  }
};

const withReadableResponse = (artifact: Artifact): Artifact => {
  const { manifest, arrays } = artifact;
  const { version, parts, refused, refusedAs } = manifest;
  if (parts.response === null) return artifact;
  try {
    loadResponse({ meta: parts.response, arrays: arraysOf(arrays, 'response') }, `v${version}`);
    return artifact;
  } catch (fault) {
    const reason = `That of v${version} can't be read: ${(fault as Error).message}`;
    return {
      manifest: {
        ...manifest,
        parts: { ...parts, response: null },
        refused: { ...refused, response: reason },
        refusedAs: { ...refusedAs, response: 'failed' },
      },
      arrays: Object.fromEntries(Object.entries(arrays).filter(([name]) => !name.startsWith('response/'))),
    };
  }
};

/** Why the version has no such part; null: it has one, or does not say. */
export const refusalIn = ({ refused, refusedAs }: Manifest, name: Trainable): Refusal | null => {
  const reason = refused[name];
  return reason === undefined ? null : { kind: refusedAs?.[name] ?? 'not-asked', reason };
};

/** When the part was fitted, which is before its version when it was carried over. */
export const trainedAt = (
  part: Readonly<Record<string, unknown>>,
  from: { readonly manifest: Manifest } | null,
): string => (typeof part.trainedAt === 'string' ? part.trainedAt : (from?.manifest.trainedAt ?? 'an unknown time'));

/** What a run has made; at least one part. */
export interface Made {
  readonly fitted: Readonly<Partial<Record<Trainable, FittedPart>>>;
  /** Absent: the recommender was not fitted anew. */
  readonly judged: Pick<RecommenderPart, 'heldOut' | 'promotion'> | null;
  readonly refused: Readonly<Partial<Record<Trainable, Refusal>>>;
  readonly metrics: Readonly<Record<string, unknown>>;
}

export interface Publication {
  /** The newest version that is in use. */
  readonly version: number;
  /** The version that lost against the one in use; null: none did. */
  readonly candidate: number | null;
  readonly promotion: Promotion;
  readonly backend: string;
  readonly device: string;
}

export const publishMade = (run: Run, previous: Artifact | null, made: Made): Publication => {
  const { registry, now, seed } = run.input;
  const { fitted, judged, refused } = made;
  const old = previous?.manifest ?? null;
  const ran = run.opened() ?? (old && old.backend !== 'none' ? old : { backend: 'none', device: 'none' });
  const { backend, device } = ran;
  const publish = (names: readonly Trainable[], promotion: Promotion): number => {
    const own = (name: Trainable): FittedPart | undefined => (names.includes(name) ? fitted[name] : undefined);
    const arraysFor = (name: Trainable): Arrays =>
      own(name)?.arrays ?? (previous === null ? {} : arraysOf(previous.arrays, name));
    return registry.publish(
      {
        trainedAt: now.toISOString(),
        seed,
        backend,
        device,
        window: run.window.value ?? old?.window ?? null,
        parts: {
          recommender: own('recommender')?.meta ?? old?.parts.recommender ?? null,
          response: own('response')?.meta ?? old?.parts.response ?? null,
        },
        refused: reasonsOf(refused),
        refusedAs: Object.fromEntries(Object.entries(refused).map(([name, { kind }]) => [name, kind])),
        card: cardOf(run, old, made, {
          isOwn: own('recommender') !== undefined,
          bytes: Object.fromEntries(trainable.map(name => [name, bytesOf(arraysFor(name))])),
        }),
        promotion,
      },
      Object.assign({}, ...trainable.map(name => prefixed(name, arraysFor(name)))),
    );
  };
  const names = trainable.filter(name => fitted[name] !== undefined);
  const promotion = judged?.promotion ?? nothingToCompare('The recommender is the one that was in use');
  const version = publish(names, promotion);
  if (promotion.status === 'promoted') return { version, candidate: null, promotion, backend, device };
  // What else was trained need not wait for a better recommender.
  const others = names.filter(name => name !== 'recommender');
  const inUse =
    others.length === 0
      ? version
      : publish(
          others,
          nothingToCompare(`The recommender of v${old?.version} stays: that of v${version} is only a candidate`),
        );
  return { version: inUse, candidate: version, promotion, backend, device };
};

/** `isOwn`: the recommender is of this run; else what the card says of it is what the card of the version in use says. */
const cardOf = (
  run: Run,
  old: Manifest | null,
  { judged, metrics }: Made,
  { isOwn, bytes }: { readonly isOwn: boolean; readonly bytes: Readonly<Record<string, number>> },
): Card => {
  const data = isOwn ? run.quality : old?.card.data;
  const heldOut = isOwn ? judged?.heldOut : old?.card.heldOut;
  const history = isOwn ? run.work?.curves() : old?.card.history;
  return {
    rows: { ...run.rows },
    seconds: { ...run.seconds },
    metrics: { ...metrics },
    bytes: { ...bytes },
    ...(data && { data }),
    ...(heldOut && { heldOut }),
    ...(history && Object.keys(history).length > 0 && { history: { ...history } }),
  };
};

/** The sentences alone, by model. */
export const reasonsOf = (refused: Made['refused']): Record<string, string> =>
  Object.fromEntries(Object.entries(refused).map(([name, { reason }]) => [name, reason]));

const bytesOf = (arrays: Arrays): number => Object.values(arrays).reduce((sum, array) => sum + array.byteLength, 0);

const prefixed = (part: string, arrays: Arrays): Arrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${part}/${name}`, array]));
