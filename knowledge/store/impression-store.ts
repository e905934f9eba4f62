import type { Db } from 'mongodb';
import { z } from 'zod';
import type {
  AgentId,
  CampaignId,
  ConversationId,
  ImpressionId,
  OfferId,
  PromotionId,
  ShopperId,
  TurnId,
} from '../domain/ids.ts';
import type { CellSums, LearnedArm } from '../domain/learning.ts';
import type { Impression, Treatment } from '../domain/offer.ts';
import type { ImpressionStore } from '../ports/learning.ts';
import { checked, type Documents, insertOnce, replaceAll, type Stored, shape } from './document.ts';
import { date, id, plainKey, text } from './fields.ts';
import { promotionKind } from './promotion-rule.ts';

const outcome = z.object({
  bought: z.boolean(),
  revenueMinor: z.number(),
  marginMinor: z.number(),
  discountMinor: z.number(),
});
const learned = z.object({ day: text, residual: z.number() });

const impressions = shape<Impression>(
  'impressions',
  z.object({
    id: id<ImpressionId>(),
    shopper: id<ShopperId>(),
    conversation: id<ConversationId>().optional(),
    turn: id<TurnId>().optional(),
    campaign: id<CampaignId>(),
    treatment: id<PromotionId>() as z.ZodType<Treatment>,
    kind: promotionKind.optional(),
    offer: id<OfferId>().optional(),
    promotion: id<PromotionId>().optional(),
    // An impression without a chance of having gone otherwise can't be learned from.
    propensity: z.number().gt(0).max(1),
    features: z.record(plainKey, z.number()),
    at: date,
    outcome: outcome.optional(),
    answer: z.enum(['applied', 'declined', 'redeemed']).optional(),
    device: text.optional(),
    by: id<AgentId>().optional(),
    expected: z
      .object({
        model: text,
        arm: id<PromotionId>() as z.ZodType<LearnedArm>,
        segment: plainKey,
        marginMinor: z.number(),
        scaleMinor: z.number().gt(0),
      })
      .optional(),
    dueAt: date.optional(),
    windowEndsAt: date.optional(),
    learned: learned.optional(),
    counterTo: id<OfferId>().optional(),
    why: text.optional(),
  }),
);

const outcomes = z.object({
  outcome,
  learned: learned.optional(),
  dueAt: date.optional(),
  windowEndsAt: date.optional(),
});

export const impressionStore = (db: Db): ImpressionStore => {
  const documents: Documents = db.collection<Stored>('impressions');
  return {
    insert: async impression => {
      await insertOnce(documents, impressions.write(impression));
    },
    put: async all => {
      await replaceAll(documents, all.map(impressions.write));
    },
    /** Newest first. */
    recent: async (shopper, since) => {
      const filter = { shopper, at: { $gte: since } };
      return (await documents.find(filter).sort({ at: -1 }).toArray()).map(impressions.read);
    },
    recentOnDevice: async (device, since) => {
      const filter = { device, at: { $gte: since } };
      return (await documents.find(filter).sort({ at: -1 }).toArray()).map(impressions.read);
    },
    due: async (now, limit) => {
      const filter = { dueAt: { $lte: now } };
      return (await documents.find(filter).sort({ dueAt: 1 }).limit(limit).toArray()).map(impressions.read);
    },
    join: async (impression, dueAt, result) => {
      const { dueAt: again, ...set } = checked(outcomes, result, `The outcome of impression "${impression}"`);
      const updated = await documents.updateOne(
        { _id: impression, dueAt },
        again ? { $set: { ...set, dueAt: again } } : { $set: set, $unset: { dueAt: '' } },
      );
      return updated.matchedCount === 1;
    },
    learnedOn: async day => {
      const cells = new Map<string, { -readonly [K in keyof CellSums]: CellSums[K] }>();
      const fields = { projection: { expected: 1, learned: 1 } };
      for await (const document of documents.find({ 'learned.day': day }, fields)) {
        const { model, arm, segment } = document.expected as NonNullable<Impression['expected']>;
        const { residual } = document.learned as NonNullable<Impression['learned']>;
        const key = `${model}|${arm}|${segment}`;
        const cell = cells.get(key) ?? { model, arm, segment, count: 0, sum: 0, squares: 0 };
        cell.count += 1;
        cell.sum += residual;
        cell.squares += residual ** 2;
        cells.set(key, cell);
      }
      return [...cells.values()];
    },
    countSince: (from, to) => documents.countDocuments({ at: { $gt: from, $lte: to } }),
    answer: async (impression, answer) => {
      await documents.updateOne({ _id: impression }, { $set: { answer } });
    },
    byOffer: async offer => {
      const found = await documents.findOne({ offer });
      return found && impressions.read(found);
    },
    stream: async function* () {
      for await (const document of documents.find()) yield impressions.read(document);
    },
  };
};
