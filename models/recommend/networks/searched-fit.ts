/** The search for a network's settings within one fit, in the time that the fit has: tuning.ts would train each candidate to its end. */
import { Diverged } from '../../backend/training.ts';
import type { Clock, FitContext, Fitted, ModelSettings } from '../model.ts';
import { successiveHalving } from './successive-halving.ts';

/** Of the time for settings and final fit together: a whole fit has the time that is left, and the final one needs no look at validation. */
export const searchedShare = 0.7;
/**
 * What the first settings' fit may take of the time: while it still gets better so many epochs and this share are enough, so that the others have
 * their turn; at most it takes as long as is left for a final fit like it.
 */
const firstFit = { epochs: 12, share: 0.35, most: 0.5 / searchedShare };
/** A smaller relative gain on validation is noise, and the first settings stay. */
const smallestGain = 0.01;

export interface Search {
  /** Tried first, and whole where time is short, which is then spent as if there were no search. */
  readonly first: ModelSettings;
  /** The most promising first. */
  readonly others: readonly ModelSettings[];
  /** Epochs of the first round of successive halving. */
  readonly firstEpochs: number;
  /** Trains with these settings, of which `mostEpochs` bounds the epochs of a fit that has validation, and `looks` 0 is for one look at its end. */
  readonly fitWith: (settings: ModelSettings, context: FitContext) => Promise<Fitted>;
  /** Default performance.now(). */
  readonly clock?: Clock;
}

/**
 * The better on validation of two whole fits: the first settings', and those of what successive halving leaves of the others. What it settled
 * names the settings beside what that fit settled itself. The search leaves time for its second whole fit, or is not begun; without
 * validation there is nothing to search by.
 */
export const searchedFit = async (
  { first, others, firstEpochs, fitWith, clock = () => performance.now() }: Search,
  context: FitContext,
): Promise<Fitted> => {
  const { validate, deadline = Number.POSITIVE_INFINITY } = context;
  if (validate === undefined || others.length === 0) return fitWith(first, context);
  const started = clock();
  const all = deadline - started;
  let epochs = 0;
  const best = await scored(first, fitWith, {
    ...context,
    validate: model => {
      epochs = model.settled?.epochs ?? epochs;
      return validate(model);
    },
    isEnough: () => epochs >= firstFit.epochs && clock() - started > firstFit.share * all,
    ...(all < Number.POSITIVE_INFINITY && { deadline: started + firstFit.most * all }),
  });
  const whole = clock() - started;
  const time = deadline - clock() - whole;
  if (time < whole / 4) return best.model;
  // Steps of other fits are no part of the first one's training curve: their models name no epoch.
  const quietly = { ...context, validate: ({ settled: _, ...model }: Fitted) => validate(model) };
  const quality = async (settings: ModelSettings, mostEpochs: number): Promise<number> =>
    (await triedOut({ ...settings, mostEpochs, looks: 0 }, fitWith, quietly)).score;
  const left = await successiveHalving(others, quality, { firstEpochs, time, clock });
  const other = await triedOut(left, fitWith, quietly);
  if (other.model === null || other.score <= best.score * (1 + smallestGain)) return best.model;
  return { ...other.model, settled: { ...left, ...other.model.settled } };
};

/** The same of settings that may be of no use: those that training diverges with are the worst of all. */
const triedOut = async (...fit: Parameters<typeof scored>): Promise<{ model: Fitted | null; score: number }> => {
  try {
    return await scored(...fit);
  } catch (fault) {
    if (fault instanceof Diverged) return { model: null, score: Number.NEGATIVE_INFINITY };
    throw fault;
  }
};

/** A fit, and how good the best of its models was on validation. */
const scored = async (
  settings: ModelSettings,
  fitWith: Search['fitWith'],
  context: FitContext & Required<Pick<FitContext, 'validate'>>,
): Promise<{ readonly model: Fitted; readonly score: number }> => {
  let score = Number.NEGATIVE_INFINITY;
  const validate = (model: Fitted): number => {
    const value = context.validate(model);
    if (value > score) score = value;
    return value;
  };
  return { model: await fitWith(settings, { ...context, validate }), score };
};
