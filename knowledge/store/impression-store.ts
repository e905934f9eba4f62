import type { Db } from 'mongodb';
import { z } from 'zod';
import type {
  CampaignId,
  ConversationId,
  ImpressionId,
  OfferId,
  PromotionId,
  ShopperId,
  TurnId,
} from '../domain/ids.ts';
import type { Impression, Treatment } from '../domain/offer.ts';
import type { ImpressionStore } from '../ports.ts';
import { type Documents, insertOnce, replaceAll, type Stored, shape } from './document.ts';
import { date, id, plainKey } from './fields.ts';
import { promotionKind } from './promotion-rule.ts';

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
    outcome: z
      .object({
        bought: z.boolean(),
        revenueMinor: z.number(),
        marginMinor: z.number(),
        discountMinor: z.number(),
      })
      .optional(),
    answer: z.enum(['applied', 'declined', 'redeemed']).optional(),
  }),
);

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
