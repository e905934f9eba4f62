import type { Db } from 'mongodb';
import { z } from 'zod';
import type { CartId, ConversationId, OfferId, ProductId, PromotionId, ShopperId, TurnId } from '../domain/ids.ts';
import type { Cart } from '../domain/order.ts';
import type { CartStore } from '../ports/shoppers.ts';
import { checked, type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, text } from './fields.ts';

const line = z.object({ product: id<ProductId>(), quantity: count.min(1), size: text.optional() });
const lines = z.array(line);

const codes = z.array(text);
const gifts = z.array(z.object({ promotion: id<PromotionId>(), product: id<ProductId>() }));
const turns = z.array(id<TurnId>());
const was = z.object({
  conversation: id<ConversationId>(),
  message: id<TurnId>(),
  at: count,
  lines: z.array(line.extend({ quantity: count })),
});
const changes = z.object({
  offer: id<OfferId>().optional(),
  codes: codes.optional(),
  gifts: gifts.optional(),
  turns: turns.optional(),
  was: was.optional(),
});

const carts = shape<Cart>(
  'carts',
  z.object({
    id: id<CartId>(),
    shopper: id<ShopperId>(),
    lines,
    offer: id<OfferId>().optional(),
    codes: codes.optional(),
    gifts: gifts.optional(),
    turns: turns.optional(),
    was: was.optional(),
    version: count,
    updatedAt: date,
  }),
);

export const cartStore = (db: Db): CartStore => {
  const documents: Documents = db.collection<Stored>('carts');
  const get = async (cart: CartId): Promise<Cart | null> => {
    const found = await documents.findOne({ _id: cart });
    return found && carts.read(found);
  };
  return {
    get,
    /** The one changed last. */
    ofShopper: async shopper => {
      const [latest] = await documents.find({ shopper }).sort({ updatedAt: -1 }).limit(1).toArray();
      return latest ? carts.read(latest) : null;
    },
    ensure: async (cart, shopper, now) => {
      const known = await get(cart);
      if (known) return known;
      const fresh: Cart = { id: cart, shopper, lines: [], version: 1, updatedAt: now };
      if (await insertOnce(documents, carts.write(fresh))) return fresh;
      return (await get(cart)) ?? fresh;
    },
    change: async (cart, version, next, now) => {
      const { offer, codes, gifts, turns, was } = checked(changes, next, `A change of cart "${cart}"`);
      const $set = {
        lines: checked(lines, next.lines, `Lines of cart "${cart}"`),
        updatedAt: now,
        ...(offer === undefined ? {} : { offer }),
        ...(codes === undefined || codes.length === 0 ? {} : { codes }),
        ...(gifts === undefined || gifts.length === 0 ? {} : { gifts }),
        ...(turns === undefined ? {} : { turns }),
        ...(was === undefined ? {} : { was }),
      };
      const $unset = {
        ...(offer === undefined ? { offer: '' } : {}),
        ...(was === undefined ? { was: '' } : {}),
        ...(codes?.length === 0 ? { codes: '' } : {}),
        ...(gifts?.length === 0 ? { gifts: '' } : {}),
      };
      const changed = await documents.findOneAndUpdate(
        { _id: cart, version },
        { $set, ...(Object.keys($unset).length > 0 ? { $unset } : {}), $inc: { version: 1 } },
        { returnDocument: 'after' },
      );
      return changed && carts.read(changed);
    },
  };
};
