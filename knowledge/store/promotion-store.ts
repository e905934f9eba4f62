import type { Db } from 'mongodb';
import { z } from 'zod';
import { asId, type CampaignId, type PromotionId } from '../domain/ids.ts';
import type { Campaign, Promotion } from '../domain/promotion.ts';
import type { LivePromotion, PromotionRules, PromotionStore } from '../ports/promotions.ts';
import { type Documents, insertOnce, replaceAll, type Stored, shape } from './document.ts';
import { count, date, id, localized, money, rate, text } from './fields.ts';
import { action, condition, limits } from './promotion-rule.ts';

/** A promotion's fields, as the store and files of promotions have them. */
export const promotionFields = z.object({
  id: id<PromotionId>(),
  campaign: id<CampaignId>(),
  name: localized,
  terms: localized,
  conditions: z.array(condition),
  action,
  active: z.boolean(),
  startsAt: date,
  endsAt: date,
  cap: money,
  trigger: z.enum(['offer', 'automatic', 'code']).optional(),
  counterOnly: z.boolean().optional(),
  group: text.optional(),
  order: z.number().optional(),
  limits: limits.optional(),
  onReturn: z.enum(['keep', 'unearned']).optional(),
  onCancel: z.enum(['release', 'keep']).optional(),
});

const rules = shape<Promotion>('promotions', promotionFields);
const livePromotions = shape<LivePromotion>('promotions', promotionFields.extend({ remainingMinor: count }));

const campaigns = shape<Campaign>(
  'campaigns',
  z.object({
    id: id<CampaignId>(),
    name: localized,
    startsAt: date,
    endsAt: date,
    active: z.boolean(),
    holdout: rate,
    exploration: rate,
    guardrails: z.object({
      marginFloor: z.number().max(1),
      maxOffers: count,
      perDays: z.number().min(0),
      cooldownHours: z.number().min(0),
    }),
    quoteMinutes: z.number().min(0),
    budget: money.optional(),
    purpose: z.literal('goodwill').optional(),
    maxCounterOffers: count.min(0).optional(),
    outcomeHours: z.number().min(0).optional(),
  }),
);

/** Holds can be many and only the redemptions read them. */
const withoutHolds = { projection: { holds: 0, promises: 0 } };

const rulesMilliseconds = 1_000;

export const promotionStore = (db: Db): PromotionStore => {
  const documents: Documents = db.collection<Stored>('promotions');
  const campaignDocuments: Documents = db.collection<Stored>('campaigns');

  /**
   * A changed cap moves the balance by the difference, in the same write, only if the cap is still the one that was read and
   * only as far as there is balance. Returns the cap as it is now.
   */
  const putOne = async (promotion: Promotion): Promise<number> => {
    const { _id, ...fields } = rules.write(promotion);
    const wanted = promotion.cap.minor;
    for (;;) {
      const known = await documents.findOne({ _id }, { projection: { capMinor: 1, remainingMinor: 1 } });
      if (!known) {
        const full = { capMinor: wanted, remainingMinor: wanted, holds: [], promises: [] };
        if (await insertOnce(documents, { _id, ...fields, ...full })) return wanted;
        continue;
      }
      const before = Number(known.capMinor);
      const capMinor = Math.max(wanted, before - Number(known.remainingMinor));
      const lowered = Math.max(0, before - capMinor);
      const updated = await documents.updateOne(
        { _id, capMinor: before, ...(lowered > 0 ? { remainingMinor: { $gte: lowered } } : {}) },
        {
          $set: { ...fields, cap: { ...promotion.cap, minor: capMinor }, capMinor },
          $inc: { remainingMinor: capMinor - before },
        },
      );
      if (updated.matchedCount === 1) return capMinor;
    }
  };

  let known: { readonly at: number; readonly rules: Promise<PromotionRules> } | null = null;
  const readRules = async (): Promise<PromotionRules> => {
    const [all, running] = await Promise.all([
      documents.find({}, withoutHolds).toArray(),
      campaignDocuments.find().toArray(),
    ]);
    const budgets = running.map(campaigns.read).flatMap(c => (c.budget ? [[c.id, c.budget] as const] : []));
    return { promotions: new Map(all.map(rules.read).map(p => [p.id, p])), budgets: new Map(budgets) };
  };
  const rulesNow = (): Promise<PromotionRules> => {
    const at = performance.now();
    const rules = readRules();
    known = { at, rules };
    rules.catch(() => {
      if (known?.rules === rules) known = null;
    });
    return rules;
  };
  /** What this process wrote is what it reads next. */
  const written = async <T>(write: Promise<T>): Promise<T> => {
    try {
      return await write;
    } finally {
      known = null;
    }
  };
  const putAll = async (all: readonly Promotion[]) => {
    const kept: { promotion: PromotionId; capMinor: number }[] = [];
    for (const promotion of all) {
      const capMinor = await putOne(promotion);
      if (capMinor !== promotion.cap.minor) kept.push({ promotion: promotion.id, capMinor });
    }
    return kept;
  };

  return {
    campaigns: async () => (await campaignDocuments.find().toArray()).map(campaigns.read),
    putCampaigns: async all => {
      await written(replaceAll(campaignDocuments, all.map(campaigns.write)));
    },
    live: async now => {
      const filter = { active: true, startsAt: { $lte: now }, endsAt: { $gt: now } };
      return (await documents.find(filter, withoutHolds).toArray()).map(livePromotions.read);
    },
    get: async promotion => {
      const found = await documents.findOne({ _id: promotion }, withoutHolds);
      return found && livePromotions.read(found);
    },
    all: async () => (await documents.find({}, withoutHolds).toArray()).map(livePromotions.read),
    put: all => written(putAll(all)),
    setActive: async (promotion, active) =>
      (await written(documents.updateOne({ _id: promotion }, { $set: { active } }))).matchedCount === 1,
    rules: async wanted => {
      const fresh = known !== null && performance.now() - known.at < rulesMilliseconds;
      const found = await (fresh && known ? known.rules : rulesNow());
      return fresh && wanted.some(id => !found.promotions.has(id)) ? rulesNow() : found;
    },
    balances: async ids => {
      if (ids.length === 0) return new Map();
      const projection = { projection: { remainingMinor: 1 } };
      const found = await documents.find({ _id: { $in: [...new Set(ids)] } }, projection).toArray();
      return new Map(found.map(d => [asId<PromotionId>(d._id), Number(d.remainingMinor)]));
    },
  };
};
