/** Parts of a stored recommender that not every one has. */
import { fewestStars, mostStars } from '../../../knowledge/domain/order.ts';
import { isSignalWeights, largestWeight, signalGroups } from '../../data/signal-weights.ts';
import type { SignalReading } from '../asked-history.ts';
import type { ServedBlend } from '../blend/served-blend.ts';
import { columnNames } from '../blend/short-list.ts';
import type { Fitted, StoredModel } from '../model.ts';
import { type DemandLift, liftedBy, liftFactors } from '../popularity/demand-lift.ts';
import { restoreReranker } from '../rerank/rerank-store.ts';
import { type SecondLook, secondLook } from '../rerank/second-look.ts';
import { demandPart, type RecommenderBundle, rerankPart } from './bundle-format.ts';

/** The components, each as far as it follows what sells now; bundles made before any did name no lifts. Throws for what can't be one. */
export const liftedComponents = ({ arrays, meta }: RecommenderBundle, plain: readonly Fitted[]): readonly Fitted[] => {
  const { lifts } = meta;
  if (lifts === undefined) return plain;
  if (!Array.isArray(lifts) || lifts.length !== plain.length || !lifts.every(isLift))
    throw new Error(
      `Recommender bundle has the lifts ${JSON.stringify(lifts)}; it needs a half-life and an exponent from 0 to ${largestExponent} for each of ${plain.length} components`,
    );
  return plain.map((component, c) => {
    const own = lifts[c]!;
    if (own.exponent === 0) return component;
    const ratios = arrays[`${demandPart}${own.halfLifeDays}`];
    if (!(ratios instanceof Float32Array) || ratios.length !== component.products || !ratios.every(ratio => ratio > 0))
      throw new Error(
        `Recommender bundle has no positive ratio of demand (${demandPart}${own.halfLifeDays}) for each of ${component.products} products`,
      );
    return liftedBy(component, liftFactors(ratios, own));
  });
};

/** Format 2 tells how a history fades as a half-life in events; 0: not at all. */
export const withStepDecay = (meta: StoredModel['meta']): StoredModel['meta'] => {
  const { fade, ...rest } = meta;
  return typeof fade === 'number' ? { ...rest, stepDecay: fade > 0 ? 2 ** (-1 / fade) : 1 } : meta;
};

const largestExponent = 4;

const isLift = (value: unknown): value is DemandLift => {
  const { halfLifeDays, exponent } = (value ?? {}) as Partial<DemandLift>;
  return (
    typeof halfLifeDays === 'number' && typeof exponent === 'number' && exponent >= 0 && exponent <= largestExponent
  );
};

/** The re-ranker that earned its place; throws where it is damaged or of other columns than this program's. */
export const againOf = (
  { arrays, meta }: RecommenderBundle,
  blend: ServedBlend,
  components: readonly Fitted[],
): SecondLook | undefined => {
  if (meta.reranker === null || meta.reranker === undefined) return undefined;
  const own = Object.entries(arrays).flatMap(([name, array]) =>
    name.startsWith(rerankPart) ? [[name.slice(rerankPart.length), array] as const] : [],
  );
  const stored = { arrays: Object.fromEntries(own), meta: meta.reranker as Readonly<Record<string, unknown>> };
  const { reranker, facts } = restoreReranker(stored, columnNames(components), blend.products);
  return secondLook({ components, part: (c, product) => blend.part(c, product) }, facts, reranker);
};

/** How signals are weighed; throws for weights that cannot be. */
export const signalsIn = (stored: unknown): SignalReading | undefined => {
  if (stored === null || stored === undefined) return undefined;
  const { weights, usualRating: usual } = stored as { readonly weights?: unknown; readonly usualRating?: unknown };
  if (!isSignalWeights(weights) || typeof usual !== 'number' || !(usual >= fewestStars && usual <= mostStars))
    throw new Error(
      `Recommender bundle has signals ${JSON.stringify(stored)}; it needs a weight from 0 to ${largestWeight} for each of ${signalGroups.join(', ')}, and a usual rating from ${fewestStars} to ${mostStars}`,
    );
  return { weights, usualRating: usual };
};
