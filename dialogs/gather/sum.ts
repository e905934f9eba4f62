import { asId, type CartId } from '../../knowledge/domain/ids.ts';
import { subtract, times } from '../../knowledge/domain/money.ts';
import { isSellable } from '../../knowledge/domain/product.ts';
import { dealsOfCart } from '../offers/deals-of-cart.ts';
import type { DialogServices } from '../services.ts';
import type { Turn } from '../turn.ts';
import type { SumFacts, TurnFacts } from '../turn-facts.ts';
import type { CostLine } from '../understand/cost-asked.ts';
import { appliedOf } from './add-on.ts';

/**
 * What these goods would cost if they alone were bought now: by the same rules as a cart, with the deals that count by themselves and
 * delivery. No code and no personal offer counts here, and nothing is held. Null: none of them can be had.
 */
export const readSum = async (
  turn: Turn,
  asked: readonly CostLine[],
  { shop }: Pick<TurnFacts, 'shop'>,
  { stores }: DialogServices,
): Promise<SumFacts | null> => {
  const products = new Map((await stores.products.many(asked.map(line => line.product))).map(p => [p.id, p]));
  const had = asked.flatMap(line => {
    const product = products.get(line.product);
    return product && isSellable(product) ? [{ ...line, of: product }] : [];
  });
  if (had.length === 0 || had.some(line => line.of.price.currency !== shop.currency)) return null;
  const few = had.find(({ of, quantity }) => of.stock !== null && of.stock < quantity);
  // Of what there is too little, what there is.
  const lines = had.map(({ of, quantity }) => ({ of, quantity: Math.min(quantity, of.stock ?? quantity) }));
  const deals = await dealsOfCart({
    stores,
    cart: {
      id: asId<CartId>(`sum:${turn.shopper}`),
      version: 0,
      lines: lines.map(({ of, quantity }) => ({ product: of.id, quantity })),
    },
    offer: null,
    shopper: turn.shopper,
    shop,
    now: turn.at,
  });
  const { shipping, total } = deals.combination.priced;
  return {
    lines: lines.map(({ of, quantity }) => ({ product: of, quantity, price: times(of.price, quantity) })),
    shipping,
    total,
    goods: subtract(total, shipping),
    deals: appliedOf(deals),
    ...(few ? { short: { product: few.of, left: few.of.stock! } } : {}),
  };
};
