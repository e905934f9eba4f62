import { joinOutcomes } from '../dialogs/offers/choose/outcomes.ts';
import { stepPacing } from '../dialogs/offers/choose/pacing.ts';
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Stores } from '../knowledge/ports.ts';
import type { LiveBeliefs } from '../models/bandit/beliefs.ts';
import type { LiveNewcomers } from '../models/bandit/newcomers.ts';

/**
 * One round of learning from what happened: outcomes that are due are joined, prices of budgets moved, and what was
 * learned, by any process, is read into this one. It never stands in a turn's way, and may run in every process at once.
 */
export const learn = async ({
  stores,
  catalogue,
  beliefs,
  newcomers,
  now,
}: {
  readonly stores: Stores;
  readonly catalogue: Pick<Catalogue, 'view'>;
  readonly beliefs: LiveBeliefs;
  readonly newcomers: LiveNewcomers;
  readonly now: Date;
}): Promise<void> => {
  await joinOutcomes({ stores, shop: catalogue.view.shop, now });
  await stepPacing({ stores, now });
  await Promise.all([beliefs.refresh(now), newcomers.refresh(catalogue.view.products, now)]);
};
