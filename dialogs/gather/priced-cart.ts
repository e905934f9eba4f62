import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { priceCart } from '../offers/combine/price.ts';
import type { DialogServices } from '../services.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** The cart as it would be paid now, a held offer included; null: empty, or in another currency than the shop's. */
export const pricedCart = (
  cart: TurnFacts['cart'],
  products: readonly Product[],
  open: readonly Offer[],
  services: DialogServices,
): TurnFacts['cartPriced'] => {
  const lines = (cart?.lines ?? []).flatMap(line => {
    const product = products.find(p => p.id === line.product);
    return product ? [{ product, quantity: line.quantity }] : [];
  });
  if (lines.length === 0) return null;
  const held = cart?.offer ? open.find(o => o.id === cart.offer && o.state === 'held') : undefined;
  const { shop, byId } = services.catalogue.view;
  if (lines.some(line => line.product.price.currency !== shop.currency)) return null;
  return priceCart({ lines, shop, products: byId, ...(held?.rule ? { promotion: held.rule } : {}) });
};
