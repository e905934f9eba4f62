/**
 * A budget spread over its campaign's life by a shadow price: an offer is worth its uplift less `price` times what it is
 * expected to spend, so that when money is short only the offers that earn most per unit of it are made.
 *
 * The price is the dual variable of the budget, moved by online gradient steps on what was spent against what was to be
 * spent per decision (Balseiro, Lu and Mirrokni 2020, dual descent for online allocation), with the target planned anew at
 * every step from what is left (the control loop that Meituan puts on its Lagrangian dual, arXiv 2406.05987):
 *   ρ = (budget - spent) / decisions still expected        target of the step = ρ · decisions of the step
 *   price ← max(0, price + gain · (spent in the step - target) / (ρ · decisions expected per unit of time))
 * Spent is what is committed and held, and the quotes that stand times the probability that each is taken: what lies aside
 * for them comes back where it isn't used. The loop only steers: that nothing is ever overspent is the ledger's conditional write.
 */
import type { CampaignId } from '../../../knowledge/domain/ids.ts';
import type { Pace } from '../../../knowledge/domain/learning.ts';
import type { Campaign } from '../../../knowledge/domain/promotion.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import type { BudgetState } from './choose-input.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 86_400_000;

const gain = 0.5;
/** A surprise counts for at most this many units of time. */
const mostError = 2;
/**
 * The plan is spent a little before the end, so that quotes not taken and a quiet last hour still find their use: 1.5 % of
 * the campaign's life, and of a short one 90 minutes, but at most a twelfth.
 */
const planEnd = ({ startsAt, endsAt }: Pick<Campaign, 'startsAt' | 'endsAt'>): number => {
  const life = endsAt.getTime() - startsAt.getTime();
  return endsAt.getTime() - Math.max(0.015 * life, Math.min(life / 12, 90 * minute));
};

/** The unit of time of the control loop: a thirtieth of the campaign's life, at least ten minutes, at most a day. */
export const paceUnit = (campaign: Pick<Campaign, 'startsAt' | 'endsAt'>): number =>
  Math.min(day, Math.max(10 * minute, (campaign.endsAt.getTime() - campaign.startsAt.getTime()) / 30));

export interface PaceStep {
  readonly campaign: Pick<Campaign, 'id' | 'startsAt' | 'endsAt'>;
  readonly budgetMinor: number;
  /** Committed, held and expected of the quotes that stand, now. */
  readonly spentMinor: number;
  readonly pace: Pace | null;
  /** Decisions made since `pace.at`. */
  readonly decisions: number;
  readonly now: Date;
}

/** The controller's next state; null: nothing to learn from yet. Pure. */
export const nextPace = ({ campaign, budgetMinor, spentMinor, pace, decisions, now }: PaceStep): Pace | null => {
  if (!pace) {
    return { id: campaign.id, version: 0, at: now, since: now, price: 0, spentMinor, opportunities: 0, perHour: 0 };
  }
  if (decisions <= 0) return null;
  const opportunities = pace.opportunities + decisions;
  const end = planEnd(campaign);
  const perMillisecond = decisionRate(pace, decisions, now, end - now.getTime(), paceUnit(campaign));
  const next = { ...pace, at: now, spentMinor, opportunities, perHour: perMillisecond * hour };
  const left = budgetMinor - pace.spentMinor;
  // All that is left may go, or there is nothing left that a price could steer.
  if (now.getTime() >= end || left <= 0) return { ...next, price: left <= 0 ? pace.price : 0 };
  const expected = decisions + perMillisecond * (end - now.getTime());
  const perDecision = left / expected;
  const surprise = spentMinor - pace.spentMinor - perDecision * decisions;
  const scale = perDecision * Math.max(decisions / 4, perMillisecond * paceUnit(campaign));
  const error = Math.max(-mostError, Math.min(mostError, surprise / scale));
  return { ...next, price: Math.max(0, pace.price + gain * error) };
};

/**
 * Decisions per millisecond in the time that is left, judged by as long a time before: the mean of the whole life while
 * most of it lies ahead, the last hours towards the end. At least two units are looked back upon.
 */
const decisionRate = (pace: Pace, decisions: number, now: Date, left: number, unit: number): number => {
  const passed = Math.max(1, now.getTime() - pace.at.getTime());
  const life = Math.max(passed, now.getTime() - pace.since.getTime());
  const weight = Math.max(passed / life, 1 - Math.exp(-passed / Math.max(left, 2 * unit)));
  const before = pace.perHour / hour;
  return before + weight * (decisions / passed - before);
};

/** Most a campaign may give: its own budget, else what its promotions may give together. */
const budgetOf = (
  campaign: Pick<Campaign, 'id' | 'budget'>,
  promotions: readonly Pick<LivePromotion, 'campaign' | 'cap'>[],
): number =>
  campaign.budget?.minor ?? promotions.reduce((sum, p) => (p.campaign === campaign.id ? sum + p.cap.minor : sum), 0);

/** Committed, held and promised: what has left the pools of a campaign's promotions, paused and ended ones included. */
const takenOf = (
  campaign: Pick<Campaign, 'id'>,
  promotions: readonly Pick<LivePromotion, 'campaign' | 'cap' | 'remainingMinor'>[],
): number =>
  promotions.reduce((sum, p) => (p.campaign === campaign.id ? sum + p.cap.minor - p.remainingMinor : sum), 0);

type Quotes = Awaited<ReturnType<Stores['offers']['quotes']>>;

const quotedOf = (
  campaign: CampaignId,
  quotes: Quotes,
  which: 'promisedMinor' | 'savesMinor' | 'expectedMinor',
): number => quotes.reduce((sum, q) => (q.campaign === campaign ? sum + q[which] : sum), 0);

/** What every campaign's budget says to a decision made now. */
export const budgetStates = (
  campaigns: readonly Campaign[],
  promotions: readonly LivePromotion[],
  paces: readonly Pace[],
  quotes: Quotes,
): Map<CampaignId, BudgetState> =>
  new Map(
    campaigns.map(campaign => [
      campaign.id,
      {
        price: paces.find(p => p.id === campaign.id)?.price ?? 0,
        // A quote for which no money lies aside is not promised to anybody else either.
        leftMinor:
          budgetOf(campaign, promotions) - takenOf(campaign, promotions) - quotedOf(campaign.id, quotes, 'savesMinor'),
      },
    ]),
  );

export type PacingStores = Pick<Stores, 'promotions' | 'pacing' | 'offers' | 'impressions'>;

/** How often a price is moved: eight times per unit of time. */
const stepsPerUnit = 8;

/**
 * Moves the price of every running campaign that is due for a step. Run it as often as you like and from several
 * processes: a step is one compare-and-set, and whoever comes second leaves it. Returns how many prices were moved.
 */
export const stepPacing = async ({
  stores,
  now,
}: {
  readonly stores: PacingStores;
  readonly now: Date;
}): Promise<number> => {
  const [campaigns, promotions, paces, quotes] = await Promise.all([
    stores.promotions.campaigns(),
    stores.promotions.all(),
    stores.pacing.all(),
    stores.offers.quotes(now),
  ]);
  let moved = 0;
  const counts = new Map<number, Promise<number>>();
  for (const campaign of campaigns) {
    if (!campaign.active || now < campaign.startsAt || now >= campaign.endsAt) continue;
    const pace = paces.find(p => p.id === campaign.id) ?? null;
    if (pace && now.getTime() - pace.at.getTime() < paceUnit(campaign) / stepsPerUnit) continue;
    const since = pace?.at.getTime() ?? now.getTime();
    const decisions = pace ? (counts.get(since) ?? stores.impressions.countSince(pace.at, now)) : Promise.resolve(0);
    counts.set(since, decisions);
    const next = nextPace({
      campaign,
      budgetMinor: budgetOf(campaign, promotions),
      spentMinor:
        takenOf(campaign, promotions) -
        quotedOf(campaign.id, quotes, 'promisedMinor') +
        quotedOf(campaign.id, quotes, 'expectedMinor'),
      pace,
      decisions: await decisions,
      now,
    });
    if (next && (await stores.pacing.move(next))) moved += 1;
  }
  return moved;
};
