import type { Db } from 'mongodb';
import { z } from 'zod';
import { asId, type ShopperId } from '../domain/ids.ts';
import type { Shopper } from '../domain/shopper.ts';
import type { ShopperStore } from '../ports/shoppers.ts';
import { type Documents, insertMissing, insertOnce, replaceAll, type Stored, shape } from './document.ts';
import { date, id, language, text } from './fields.ts';

const shoppers = shape<Shopper>(
  'shoppers',
  z.object({
    id: id<ShopperId>(),
    name: text.optional(),
    email: text.optional(),
    language,
    segments: z.array(text),
    consent: z.object({ personalOffers: z.boolean(), profile: z.boolean() }),
    createdAt: date,
  }),
);

/** Everyone but visitors without an account, whose ids start with "guest-": as a range, which the id's index answers. */
const notGuests = { $or: [{ _id: { $lt: asId<ShopperId>('guest-') } }, { _id: { $gte: asId<ShopperId>('guest.') } }] };

/** A sample is drawn from this many ids at most, so that a large shop isn't read whole. */
const sampledFrom = 10_000;

export const shopperStore = (db: Db): ShopperStore => {
  const documents: Documents = db.collection<Stored>('shoppers');
  const get = async (shopper: ShopperId): Promise<Shopper | null> => {
    const found = await documents.findOne({ _id: shopper });
    return found && shoppers.read(found);
  };
  return {
    get,
    put: async all => {
      await replaceAll(documents, all.map(shoppers.write));
    },
    insertMissing: all => insertMissing(documents, all.map(shoppers.write)),
    ensure: async shopper => {
      const known = await get(shopper.id);
      if (known) return known;
      if (await insertOnce(documents, shoppers.write(shopper))) return shopper;
      return (await get(shopper.id)) ?? shopper;
    },
    setConsent: async (shopper, consent) => {
      const $set: Record<string, boolean> = {};
      if (consent.personalOffers !== undefined) $set['consent.personalOffers'] = consent.personalOffers;
      if (consent.profile !== undefined) $set['consent.profile'] = consent.profile;
      if (Object.keys($set).length > 0) await documents.updateOne({ _id: shopper }, { $set });
    },
    setLanguage: async (shopper, next) => {
      await documents.updateOne({ _id: shopper }, { $set: { language: next } });
    },
    /** Spread evenly over the ids in their order, guests aside, so the same shop always gives the same sample. */
    sample: async wanted => {
      const ids = await documents
        .find(notGuests, { projection: { _id: 1 }, sort: { _id: 1 }, limit: sampledFrom })
        .toArray();
      const size = Math.min(Math.max(0, wanted), ids.length);
      const chosen = Array.from({ length: size }, (_, i) => ids[Math.floor((i * ids.length) / size)]!._id);
      if (chosen.length === 0) return [];
      const found = await documents.find({ _id: { $in: chosen } }).toArray();
      return found.map(shoppers.read).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
};
