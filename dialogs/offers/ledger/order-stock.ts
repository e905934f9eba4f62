/** The stock of an order: taken with a note of whose it is, kept once the order stands, or given back. */
import { asId, type OrderId, type ProductId } from '../../../knowledge/domain/ids.ts';
import type { Order } from '../../../knowledge/domain/order.ts';
import type { LedgerStores } from './ledger.ts';

/** Units of each product an order needs, gift included. */
export const unitsOf = (order: Pick<Order, 'lines'>): Map<ProductId, number> => {
  const units = new Map<ProductId, number>();
  for (const line of order.lines) units.set(line.product, (units.get(line.product) ?? 0) + line.quantity);
  return units;
};

/** What a stock taken for an order is noted as; with the number of a cancelling try, what that try will give back. */
export const takeNote = (order: OrderId, quantity: number, cancel?: number): string =>
  cancel === undefined ? `${order}#${quantity}` : `${order}#${quantity}~${cancel}`;

export const readTakeNote = (
  note: string,
): { readonly order: OrderId; readonly quantity: number; readonly cancel?: number } => {
  const at = note.lastIndexOf('#');
  const [quantity, cancel] = note.slice(at + 1).split('~');
  return {
    order: asId<OrderId>(note.slice(0, at)),
    quantity: Number(quantity),
    ...(cancel === undefined ? {} : { cancel: Number(cancel) }),
  };
};

/** All lines or none. */
export const takeStock = async (stores: Pick<LedgerStores, 'products'>, order: Order): Promise<boolean> => {
  for (const [product, quantity] of unitsOf(order)) {
    if (await stores.products.take(product, quantity, takeNote(order.id, quantity))) continue;
    await giveBackStock(stores, order);
    return false;
  }
  return true;
};

export const giveBackStock = async (stores: Pick<LedgerStores, 'products'>, order: Order): Promise<void> => {
  for (const [product, quantity] of unitsOf(order)) {
    await stores.products.giveBack(product, quantity, takeNote(order.id, quantity));
  }
};
