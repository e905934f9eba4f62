/** Parts of a stored recommender that not every one has. */
import { fewestStars, mostStars } from '../../knowledge/domain/order.ts';
import { isSignalWeights, largestWeight, signalGroups } from '../data/signal-weights.ts';
import type { SignalReading } from './asked-history.ts';
import type { RecommenderBundle } from './bundle.ts';
import type { Fitted } from './model.ts';
import { restoreReranker } from './rerank-store.ts';
import { type SecondLook, secondLook } from './second-look.ts';
import type { ServedBlend } from './served-blend.ts';
import { columnNames } from './short-list.ts';

/** A re-ranker's arrays lie beside the models', behind this. */
export const rerankPart = 'rerank.';

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
