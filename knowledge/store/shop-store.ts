import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Shop } from '../domain/shop.ts';
import type { ShopStore } from '../ports/shop.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, currency, language, localized, money, text } from './fields.ts';

const shops = shape<Shop>(
  'shop',
  z.object({
    id: z.literal('shop'),
    name: localized,
    tagline: localized,
    currency,
    languages: z.array(language),
    categories: z.array(z.object({ key: text, name: localized, synonyms: z.array(text) })),
    shippingFee: money,
    freeShippingFrom: money.optional(),
    returnDays: count,
    exchangeRates: z.partialRecord(currency, z.number().positive()),
    timeZone: text.optional(),
    stackGroups: z
      .array(
        z.object({
          key: text,
          name: localized,
          order: z.number(),
          mode: z.enum(['best', 'all']),
          exclusive: z.boolean().optional(),
          with: z.array(text).optional(),
        }),
      )
      .optional(),
    source: text,
    seed: count.optional(),
  }),
);

export const shopStore = (db: Db): ShopStore => {
  const shop: Documents = db.collection<Stored>('shop');
  const secrets: Documents = db.collection<Stored>('secrets');
  const secretOf = async (name: string): Promise<string | undefined> => {
    const found = await secrets.findOne({ _id: name });
    return typeof found?.value === 'string' ? found.value : undefined;
  };
  return {
    get: async () => {
      const found = await shop.findOne({ _id: 'shop' });
      return found && shops.read(found);
    },
    put: async value => {
      const { _id, ...replacement } = shops.write(value);
      await shop.replaceOne({ _id }, replacement, { upsert: true });
    },
    secret: async (name, make) => {
      const known = await secretOf(name);
      if (known !== undefined) return known;
      const made = make();
      if (await insertOnce(secrets, { _id: name, value: made })) return made;
      const winner = await secretOf(name);
      if (winner === undefined) throw new Error(`Secret "${name}" vanished while it was being made`);
      return winner;
    },
  };
};
