import { campaignPool } from '../knowledge/domain/pool.ts';
import type { Stores } from '../knowledge/ports.ts';

/** What a promotion's own money or a campaign's budget may give and has given, held or committed. Minor units. */
export interface BudgetFigure {
  readonly scope: 'promotion' | 'campaign';
  readonly id: string;
  readonly capMinor: number;
  readonly usedMinor: number;
}

/** Read at every scrape: promotions and campaigns are few. */
export const budgetsOf = async (stores: Pick<Stores, 'promotions' | 'pools'>): Promise<readonly BudgetFigure[]> => {
  const [promotions, campaigns] = await Promise.all([stores.promotions.all(), stores.promotions.campaigns()]);
  const budgeted = campaigns.flatMap(c => (c.budget ? [{ id: c.id, capMinor: c.budget.minor }] : []));
  const usage = await stores.pools.usage(budgeted.map(c => campaignPool(c.id)));
  return [
    ...promotions.map(({ id, cap, remainingMinor }) => ({
      scope: 'promotion' as const,
      id,
      capMinor: cap.minor,
      usedMinor: cap.minor - remainingMinor,
    })),
    ...budgeted.map(({ id, capMinor }) => ({
      scope: 'campaign' as const,
      id,
      capMinor,
      usedMinor: usage.get(campaignPool(id))?.usedMinor ?? 0,
    })),
  ];
};
