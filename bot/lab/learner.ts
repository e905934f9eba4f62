/**
 * Ours: the response model fitted on the pilot and again as outcomes come in, the beliefs that outcomes correct it by, the
 * shadow price that paces the budget. Everything is the shop's own code on the shop's own stores.
 */

import { joinOutcomes } from '../../dialogs/offers/choose/outcomes.ts';
import { stepPacing } from '../../dialogs/offers/choose/pacing.ts';
import { BadInput } from '../../knowledge/command-line.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openBackend, type TensorBackend } from '../../models/backend/backend.ts';
import { liveBeliefs } from '../../models/bandit/beliefs.ts';
import { candidates, trainResponse } from '../../models/respond/fit.ts';
import { loadResponse } from '../../models/respond/model.ts';
import { collectTrials } from '../../models/respond/trials.ts';
import type { ResponseModel } from '../../models/types.ts';
import type { Policy } from './policy.ts';
import type { Logged } from './run-record.ts';
import type { LabWorld } from './world.ts';

/** The pilot's impressions with the outcomes that a shop would have joined by now: what came back earned nothing. */
export const withOutcomes = (log: readonly Logged[]): Impression[] =>
  log.map(({ impression, bought, returned, margin, discount, revenue }) => ({
    ...withoutDue(impression),
    outcome: returned
      ? { bought, revenueMinor: 0, marginMinor: 0, discountMinor: discount }
      : { bought, revenueMinor: revenue, marginMinor: margin, discountMinor: discount },
    ...(bought && impression.offer && impression.treatment !== 'control' ? { answer: 'redeemed' as const } : {}),
  }));

const withoutDue = ({ dueAt: _, ...impression }: Impression): Impression => impression;

/** The candidate that a richer one must beat. */
export const simplest = candidates[0].name;

let backend: Promise<TensorBackend> | undefined;

/** A longer log is learned from as far back as this many decisions: tastes move, and a fit takes a second per two thousand. */
const mostRows = 60_000;

/**
 * Fits on what is known, oldest first; throws BadInput when these trials can't be learned from. `winner`: the candidate an earlier fit
 * settled on, fitted again without another race.
 */
export const fitResponse = async (
  impressions: readonly Impression[],
  seed: number,
  version: string,
  winner?: string,
): Promise<ResponseModel> => {
  backend ??= openBackend({ choice: 'auto' });
  const trials = await collectTrials(impressions.slice(-mostRows));
  const again = candidates.find(c => c.name === winner)?.name;
  const race = again ? { candidates: [again], folds: 2 } : {};
  const result = await trainResponse(trials, { backend: await backend, seed, ...race });
  if (result.kind === 'refused')
    throw new BadInput(`The pilot is too small to learn from: ${result.detail}; ask for more --shoppers or --history`);
  return loadResponse(result.bundle, version);
};

export interface LearnerOptions {
  readonly world: LabWorld;
  readonly stores: Stores;
  /** Fitted on the pilot. */
  readonly first: ResponseModel;
  /** The pilot's impressions that the stores do not hold, oldest first. */
  readonly older: readonly Impression[];
  /** Days between fits; 0: never again. */
  readonly refitDays: number;
  /** Writes what is still on its way to the stores, and lets quotes lapse that nobody took. */
  readonly tidy: (now: Date) => Promise<void>;
  readonly onRefit: (day: number, seconds: number) => void;
  readonly onPrice: (day: number, price: number) => void;
}

export const ours = (options: LearnerOptions): Policy => {
  const { world, stores } = options;
  const beliefs = liveBeliefs(stores.learning);
  let model = options.first;
  return {
    name: 'ours',
    campaign: campaign => campaign,
    model: () => model,
    more: () => ({ beliefs: beliefs.current() }),
    // Without a budget there is nothing to pace, and every price stays 0.
    ...(world.campaign.budget ? { step: async (now: Date) => void (await stepPacing({ stores, now })) } : {}),
    morning: async (day, now) => {
      await options.tidy(now);
      await joinOutcomes({ stores, shop: world.shop, now });
      await beliefs.refresh(now);
      const pace = (await stores.pacing.all()).find(p => p.id === world.campaign.id);
      options.onPrice(day, pace?.price ?? 0);
      if (options.refitDays > 0 && day > 0 && day % options.refitDays === 0) {
        const started = performance.now();
        const known = [...options.older];
        for await (const impression of stores.impressions.stream()) known.push(impression);
        model = await fitResponse(known, world.seed + day, `day-${day}`, model.name);
        options.onRefit(day, (performance.now() - started) / 1000);
      }
    },
  };
};
