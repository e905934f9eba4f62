import type { ShopperId } from '../domain/ids.ts';
import type { Order } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import type { Shopper } from '../domain/shopper.ts';
import type { ImportContext } from './import-kind.ts';

const batchSize = 1000;

/** Puts products; an id that is there already is updated, and counted as known. */
export const writeProducts = async (context: ImportContext, products: readonly Product[]): Promise<void> => {
  const { stores, report, progress } = context;
  const known = new Set((await stores.products.all()).map(p => p.id));
  for (let i = 0; i < products.length; i += batchSize) {
    const batch = products.slice(i, i + batchSize);
    await stores.products.put(batch);
    report.wrote('products', batch.length, batch.filter(p => !known.has(p.id)).length);
    progress.at('writing products', i + batch.length, products.length);
  }
};

/** A shopper known from orders only: asked for nothing yet, so the shop's defaults hold. */
export const shopperFromOrders = (
  id: ShopperId,
  first: Date,
  more: Partial<Pick<Shopper, 'name' | 'email' | 'segments' | 'language'>> = {},
): Shopper => ({
  id,
  language: 'en',
  segments: ['returning'],
  consent: { personalOffers: true, profile: true },
  createdAt: first,
  ...more,
});

/**
 * Collects orders and their shoppers and writes them in large batches. A shopper who is there already keeps what they
 * chose (consent, language); an order that is there already is written as the file says.
 */
export class OrderWriter {
  readonly #context: ImportContext;
  #orders: Order[] = [];
  #shoppers = new Map<ShopperId, Shopper>();
  readonly #written = new Set<ShopperId>();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  async add(order: Order, shopper: Shopper): Promise<void> {
    this.#orders.push(order);
    const known = this.#shoppers.get(shopper.id);
    const isNew = !known && !this.#written.has(shopper.id);
    if (isNew || (known && shopper.createdAt < known.createdAt))
      this.#shoppers.set(shopper.id, { ...known, ...shopper });
    if (this.#orders.length >= batchSize) await this.flush();
  }

  async flush(): Promise<void> {
    const { stores, report } = this.#context;
    const orders = this.#orders;
    const shoppers = [...this.#shoppers.values()];
    this.#orders = [];
    this.#shoppers = new Map();
    for (const { id } of shoppers) this.#written.add(id);
    if (orders.length === 0) return;
    report.wrote('shoppers', shoppers.length, await stores.shoppers.insertMissing(shoppers));
    report.wrote('orders', orders.length, await stores.orders.put(orders));
  }
}
