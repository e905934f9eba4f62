import { randomUUID } from 'node:crypto';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { call } from '../testing/direct-line-client.ts';
import { quoteDeal, runPromotion } from '../testing/quoted-deal.ts';
import { percentile, type Row, round } from './report.ts';
import type { BenchOptions, Surroundings } from './surroundings.ts';
import { openSession, paced } from './visitor.ts';

const shoppersCount = 200;
const affordable = 140;

interface Refusal {
  readonly error?: { readonly code?: string };
}

/**
 * 200 shoppers, each quoted ¥10 off one promotion with money for 140, all apply at the same moment over the shop's HTTP
 * API; who got it pays, every checkout sent twice at once. Throws unless exactly 140 orders carry the deal, none twice,
 * and the books balance.
 */
export const benchRedemptions = async (surroundings: Surroundings, options: BenchOptions): Promise<Row[]> => {
  const { stores, shopUrl: url } = surroundings;
  options.say('Redemptions');
  const shop = (await stores.shop.get())!;
  const products = await stores.products.all();
  // A stock that is not counted: the budget alone is what is scarce.
  const cheapest = products
    .filter(p => !p.hidden && p.price.minor > 5_000)
    .sort((a, b) => (b.stock ?? 1e9) - (a.stock ?? 1e9))[0]!;
  const product: Product = { ...cheapest, stock: null };
  await stores.products.put([product]);
  const offMinor = 1_000;
  const promotion = await runPromotion(stores, money(offMinor, shop.currency), affordable);
  const shoppers = await paced(Array.from({ length: shoppersCount }), 150, async () => {
    const { token, shopper } = await openSession(url);
    const id = asId<ShopperId>(shopper);
    const cart = await stores.carts.ensure(cartIdOf(id), id, new Date());
    await stores.carts.change(cart.id, cart.version, { lines: [{ product: product.id, quantity: 1 }] }, new Date());
    return { token, offer: await quoteDeal(stores, promotion, id, product) };
  });

  const trips: number[] = [];
  const refusals: Record<string, number> = {};
  const applyStarted = performance.now();
  const applied = await Promise.all(
    shoppers.map(async shopper => {
      const started = performance.now();
      const answer = await call<Refusal>('POST', `${url}/api/shop/cart/offer`, {
        token: shopper.token,
        body: { offer: shopper.offer },
      });
      trips.push(performance.now() - started);
      if (answer.status === 200) return [shopper];
      const code = answer.body.error?.code ?? String(answer.status);
      refusals[code] = (refusals[code] ?? 0) + 1;
      return [];
    }),
  );
  const winners = applied.flat();
  const applySeconds = (performance.now() - applyStarted) / 1000;
  const payStarted = performance.now();
  const paid = await Promise.all(
    winners.flatMap(winner => {
      const idempotencyKey = randomUUID();
      const pay = () =>
        call<{ number?: string } & Refusal>('POST', `${url}/api/shop/checkout`, {
          token: winner.token,
          body: { idempotencyKey },
        });
      return [pay(), pay()];
    }),
  );
  const paySeconds = (performance.now() - payStarted) / 1000;
  const orders = new Set(paid.flatMap(answer => (answer.status === 201 ? [answer.body.number!] : [])));
  const books = await stores.books(promotion.id);
  const balanced =
    books.capMinor - books.remainingMinor === books.committedMinor + books.heldMinor &&
    books.committedMinor === affordable * offMinor;
  const exact = winners.length === affordable && orders.size === affordable && balanced;
  if (!exact) {
    throw new Error(
      `Of a budget for ${affordable} ${winners.length} were applied and ${orders.size} paid; refused: ${JSON.stringify(refusals)}; books: ${JSON.stringify(books)}`,
    );
  }
  return [
    {
      bench: 'redemptions',
      case: `${shoppersCount} at once, a budget for ${affordable}`,
      figures: {
        applied: winners.length,
        refused: Object.entries(refusals)
          .map(([code, count]) => `${count} ${code}`)
          .join(', '),
        'orders with the deal': orders.size,
        'books balance': balanced,
        'apply s': round(applySeconds),
        'apply p50 ms': round(percentile(trips, 0.5), 0),
        'apply p99 ms': round(percentile(trips, 0.99), 0),
        'checkouts sent': paid.length,
        'checkout s': round(paySeconds),
      },
      protocol: `${shoppersCount} shoppers apply an offer of one promotion in the same moment over the shop’s HTTP API (POST /api/shop/cart/offer), then every winner’s checkout is sent twice at once; embedded database on disk`,
      seed: options.seed,
    },
  ];
};
