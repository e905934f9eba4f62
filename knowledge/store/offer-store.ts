import type { Db } from 'mongodb';
import { z } from 'zod';
import type {
  CampaignId,
  ConversationId,
  OfferId,
  OrderId,
  ProductId,
  PromotionId,
  RedemptionId,
  ShopperId,
  TurnId,
} from '../domain/ids.ts';
import { type Offer, offerStates } from '../domain/offer.ts';
import type { OfferStore } from '../ports/promotions.ts';
import { checked, type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, money, text } from './fields.ts';
import { appliedDeal, keptRule, poolBounds, promotionKind } from './promotion-rule.ts';

const pricedCart = z.object({
  lines: z.array(
    z.object({
      product: id<ProductId>(),
      quantity: count,
      unitPrice: money,
      discount: money,
      paid: money,
      gift: z.boolean(),
    }),
  ),
  subtotal: money,
  discount: money,
  shipping: money,
  shippingDiscount: money,
  total: money,
  deals: z.array(appliedDeal).optional(),
});

const promised = z.object({ minor: count, bounds: poolBounds.optional() });

const offers = shape<Offer>(
  'offers',
  z.object({
    id: id<OfferId>(),
    promotion: id<PromotionId>(),
    campaign: id<CampaignId>(),
    shopper: id<ShopperId>(),
    conversation: id<ConversationId>(),
    turn: id<TurnId>(),
    kind: promotionKind,
    rule: keptRule.optional(),
    basket: z.array(z.object({ product: id<ProductId>(), quantity: count })),
    priced: pricedCart,
    saves: money,
    state: z.enum(offerStates),
    quotedAt: date,
    expiresAt: date,
    redemption: id<RedemptionId>().optional(),
    order: id<OrderId>().optional(),
    because: z.object({
      model: text,
      upliftMinor: z.number(),
      buyProbability: z.number(),
      buyProbabilityWithout: z.number(),
      explored: z.boolean(),
      givenBy: text.optional(),
    }),
    counterTo: id<OfferId>().optional(),
    promise: promised.optional(),
  }),
);

/** What a transition may set beside the state; absent fields stay as they are. */
const changes = z.object({
  redemption: id<RedemptionId>().optional(),
  order: id<OrderId>().optional(),
  promise: promised.optional(),
  priced: pricedCart.optional(),
  saves: money.optional(),
});

const undecided = { $in: ['quoted', 'held'] };

export const offerStore = (db: Db): OfferStore => {
  const documents: Documents = db.collection<Stored>('offers');
  return {
    insert: offer => insertOnce(documents, offers.write(offer)),
    get: async offer => {
      const found = await documents.findOne({ _id: offer });
      return found && offers.read(found);
    },
    open: async (shopper, now) => {
      const filter = { shopper, state: undecided, expiresAt: { $gt: now } };
      return (await documents.find(filter).sort({ quotedAt: -1 }).toArray()).map(offers.read);
    },
    ofShopper: async (shopper, limit) =>
      (await documents.find({ shopper }).sort({ quotedAt: -1 }).limit(limit).toArray()).map(offers.read),
    transition: async (offer, from, to, set = {}) => {
      const updated = await documents.updateOne(
        { _id: offer, state: { $in: [...from] } },
        { $set: { ...checked(changes, set, `Changes of offer "${offer}"`), state: to } },
      );
      return updated.matchedCount === 1;
    },
    lapseBeside: async used => {
      const offer = await documents.findOne({ _id: used }, { projection: { counterTo: 1 } });
      const root = offer?.counterTo ?? used;
      const standing = { $in: ['quoted', 'released'] };
      const beside = await documents.find({ counterTo: root, state: standing }).toArray();
      const first = root === used ? null : await documents.findOne({ _id: root, state: standing });
      const lapsed: Offer[] = [];
      for (const other of [...beside, ...(first ? [first] : [])]) {
        if (other._id === used) continue;
        const gone = await documents.updateOne({ _id: other._id, state: standing }, { $set: { state: 'expired' } });
        if (gone.matchedCount === 1) lapsed.push(offers.read(other));
      }
      return lapsed;
    },
    quotes: async now => {
      const quotes = new Map<
        PromotionId,
        {
          campaign: CampaignId;
          promotion: PromotionId;
          promisedMinor: number;
          savesMinor: number;
          expectedMinor: number;
        }
      >();
      const fields = {
        projection: {
          campaign: 1,
          promotion: 1,
          state: 1,
          'promise.minor': 1,
          'saves.minor': 1,
          'because.buyProbability': 1,
        },
      };
      // A held one is in its promotion's pool by its redemption.
      const standing = { state: { $in: ['quoted', 'released'] }, expiresAt: { $gt: now } };
      for await (const { campaign, promotion, state, promise, saves, because } of documents.find(standing, fields)) {
        const none = { campaign, promotion, promisedMinor: 0, savesMinor: 0, expectedMinor: 0 };
        const sums = quotes.get(promotion) ?? none;
        const minor = Number(promise?.minor ?? saves?.minor ?? 0);
        if (promise) sums.promisedMinor += minor;
        else sums.savesMinor += minor;
        if (state === 'quoted') sums.expectedMinor += minor * Number(because?.buyProbability ?? 0);
        quotes.set(promotion, sums);
      }
      return [...quotes.values()];
    },
    overdue: async (now, limit) => {
      const filter = { state: undecided, expiresAt: { $lte: now } };
      return (await documents.find(filter).sort({ expiresAt: 1 }).limit(limit).toArray()).map(offers.read);
    },
  };
};
