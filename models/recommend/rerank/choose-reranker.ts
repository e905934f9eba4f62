/**
 * Whether a re-ranker serves, judged as it will serve: learned on one stretch of time, put to the test on the next, by models fitted anew on
 * more data. Cross-validation within one stretch is not enough: it takes for a pattern what only that stretch's models had in common.
 */
import type { ItemTraits } from '../../data/item-traits.ts';
import { knownUntil, type Split, type Train, validationSplit, withSignals } from '../../data/splits.ts';
import { weighedSignals } from '../../data/weighed-signals.ts';
import type { ServedBlend } from '../blend/served-blend.ts';
import { servedSource } from '../blend/short-list.ts';
import { rankingCases, type WeighedBy } from '../cases.ts';
import { kindNamed } from '../kinds.ts';
import type { FitContext, Fitted } from '../model.ts';
import type { Tuning } from '../tuning.ts';
import { productFacts } from './product-facts.ts';
import { fitReranker, judgeReranker, refitReranker, type Verdict } from './rerank.ts';
import type { Reranker } from './rerank-odds.ts';

export interface ChooseRerankerInput {
  readonly tuning: Tuning;
  /** The part of the train part that the inner models were fitted on, and what came after. */
  readonly inside: Split;
  readonly inner: readonly Fitted[];
  /** What the blend makes of a member fitted on a part, for a moment. */
  readonly lift: (model: Fitted, train: Train, now: number) => Fitted;
  readonly blendOf: (components: readonly Fitted[]) => ServedBlend;
  readonly items: ItemTraits | undefined;
  readonly beside: WeighedBy | null;
  readonly backend: FitContext['backend'];
}

export interface ChosenReranker {
  /** Null: it stays out. */
  readonly reranker: Reranker | null;
  /** Within the earlier stretch; `later`: NDCG@k on the next one. */
  readonly verdict: Verdict & {
    readonly later: { readonly before: number; readonly after: number; readonly cases: number };
  };
}

/** Null: not tried, with too few shoppers in either stretch, or with a neural model in the blend, which would have to be trained once more. */
export const chooseReranker = async (input: ChooseRerankerInput): Promise<ChosenReranker | null> => {
  const { tuning, inside, inner, blendOf, items, beside } = input;
  const { purpose, validation } = tuning;
  if (inner.some(({ name }) => kindNamed(name).neural === true)) return null;
  const earlier = validationSplit(inside.train, inside.rule, purpose.seed);
  const cases = rankingCases(earlier, purpose.maskSeen, beside ?? undefined);
  const before: Fitted[] = [];
  for (const { name } of inner) {
    const model = await fitEarlier(name, earlier, cases.now, input);
    before.push(input.lift(model, earlier.train, cases.now));
  }
  const first = fitReranker({
    source: servedSource(blendOf(before), before),
    facts: productFacts(earlier.train, cases.now, items, beside?.signals, knownUntil(earlier)),
    train: earlier.train,
    validation: cases,
    purpose,
  });
  if (first === null) return null;
  const next = {
    source: servedSource(blendOf(inner), inner),
    facts: productFacts(inside.train, validation.now, items, beside?.signals, knownUntil(inside)),
    train: inside.train,
    validation,
    purpose,
  };
  const later = judgeReranker(first, next);
  if (later === null) return null;
  const helps = first.verdict.helps && later.helps;
  return { reranker: helps ? refitReranker(first, next) : null, verdict: { ...first.verdict, helps, later } };
};

/** One of the blend's models with the settings it was given, as it was before the earlier stretch. */
const fitEarlier = async (
  name: string,
  earlier: Split,
  now: number,
  { tuning, items, beside, backend }: ChooseRerankerInput,
): Promise<Fitted> => {
  const kind = kindNamed(name);
  const { settings, fromSignals } = await tuning.choose(kind);
  const data =
    fromSignals && beside !== null
      ? withSignals(earlier.train, weighedSignals(beside.signals, beside.weights, knownUntil(earlier)))
      : earlier.train;
  return kind.fit(data, settings, { now, seed: tuning.purpose.seed, backend, ...(items !== undefined && { items }) });
};
