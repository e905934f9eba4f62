/** The models of one version, each read for itself: one that can't be read takes nothing from the other. */
import { loadBundle } from '../recommend/bundle/load-bundle.ts';
import { popularityRecommender } from '../recommend/popularity/popularity-only.ts';
import { loadResponse } from '../respond/model.ts';
import type { ModelSet, ModelStatus } from '../types.ts';
import { arraysOf } from './arrays-file.ts';
import type { Artifact } from './registry.ts';

export const partNames = ['recommender', 'response'] as const;
export type PartName = (typeof partNames)[number];

/** What the server answers with, but for how its training goes. */
export type Loaded = Pick<ModelSet, PartName> & {
  readonly status: Omit<ModelStatus, 'training'>;
  /** There is no response, for another reason than too little data: the next training may make one. */
  readonly responseWaits: boolean;
};

export interface VersionParts {
  /** Null: the version has no part that could be read. A refused part is the one of `before`. */
  readonly loaded: Loaded | null;
  readonly refused: Readonly<Partial<Record<PartName, string>>>;
}

/** Of a recommender that no training made. */
export const untrainedVersion = 'untrained';

/** Before the first training: what many buy, no promotion response, and the status says so. */
export const untrained = (sales: ReadonlyMap<string, number>): Loaded => {
  const recommender = popularityRecommender(sales, untrainedVersion);
  return {
    recommender,
    response: null,
    responseWaits: false,
    status: {
      recommender: { name: recommender.name, version: recommender.version },
      response: null,
      backend: 'none',
      device: 'none',
    },
  };
};

/**
 * `before`: what is in use, of which a part stays where this version's is refused. `only`: the parts to be taken; the others stay. A version
 * without a recommender ranks by `sales`, one without a response scores no deal.
 */
export const partsOf = (
  { manifest, arrays }: Artifact,
  before: Loaded,
  sales: ReadonlyMap<string, number>,
  only: readonly PartName[] = partNames,
): VersionParts => {
  const version = `v${manifest.version}`;
  const { parts, backend, device } = manifest;
  const refused: Partial<Record<PartName, string>> = {};
  let read = 0;
  /** Undefined: refused, or not to be taken. */
  const part = <Model>(name: PartName, load: (stored: Stored) => Model, absent: Model): Model | undefined => {
    if (!only.includes(name)) return undefined;
    const meta = parts[name];
    if (meta === null) return absent;
    try {
      const model = load({ arrays: arraysOf(arrays, name), meta });
      read++;
      return model;
    } catch (fault) {
      refused[name] = `${version}: ${(fault as Error).message}`;
      return undefined;
    }
  };
  const none = untrained(sales).recommender;
  const recommender = part('recommender', stored => loadBundle(stored, version), none);
  const response = part<Loaded['response']>('response', stored => loadResponse(stored, version), null);
  if (read === 0) return { loaded: null, refused };

  /** A part that was carried over is older than its version. */
  const trainedAt = (name: PartName): string => {
    const at = parts[name]?.trainedAt;
    return typeof at === 'string' ? at : manifest.trainedAt;
  };
  const keepsResponse = response === undefined && before.response !== null;
  return {
    loaded: {
      recommender: recommender ?? before.recommender,
      response: response === undefined ? before.response : response,
      responseWaits:
        response === undefined
          ? before.responseWaits
          : response === null && manifest.refusedAs?.response !== 'too-little',
      status: {
        recommender:
          recommender === undefined
            ? before.status.recommender
            : {
                name: recommender.name,
                version: recommender.version,
                ...(parts.recommender && { trainedAt: trainedAt('recommender') }),
              },
        response:
          response === undefined
            ? before.status.response
            : response && { name: response.name, version: response.version, trainedAt: trainedAt('response') },
        backend: keepsResponse ? before.status.backend : backend,
        device: keepsResponse ? before.status.device : device,
      },
    },
    refused,
  };
};

type Stored = Parameters<typeof loadBundle>[0];
