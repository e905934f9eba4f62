import { expect, it } from 'vitest';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { returnRates } from './return-rates.ts';

const order = (id: string, status: string, lines: readonly (readonly [string, number, number])[]): Order =>
  ({
    id,
    status,
    lines: lines.map(([product, quantity, paid]) => ({ product, quantity, paid: { minor: paid }, gift: false })),
  }) as unknown as Order;
const request = (of: string, product: string, quantity: number, status = 'refunded'): ReturnRequest =>
  ({ order: of, lines: [{ product, quantity }], status }) as unknown as ReturnRequest;
const rates = (orders: Order[], returns: ReturnRequest[]) =>
  returnRates({ orders, returns, categoryOf: product => product.split('-')[0] });

it('counts what came back by value: part of a line, a whole order marked returned, not a refused request', async () => {
  const found = await rates(
    [
      order('a', 'delivered', [['shoe-1', 2, 2000]]),
      order('b', 'returned', [['hat-1', 1, 1000]]),
      order('c', 'delivered', [['hat-2', 1, 1000]]),
      order('d', 'shipped', [['shoe-1', 1, 99_000]]),
    ],
    [request('a', 'shoe-1', 1), request('c', 'hat-2', 1, 'refused')],
  );
  expect(found['*']).toBe(0.5);
});

it('holds a category with few sales to the mean of the shop, and lets one with many speak for itself', async () => {
  const orders = Array.from({ length: 400 }, (_, n) =>
    order(`s${n}`, n % 2 ? 'returned' : 'delivered', [['shoe-1', 1, 100]]),
  );
  orders.push(...Array.from({ length: 400 }, (_, n) => order(`h${n}`, 'delivered', [['hat-1', 1, 100]])));
  orders.push(order('t', 'returned', [['tea-1', 1, 100]]));
  const found = await rates(orders, []);
  expect(found['*']).toBeCloseTo(0.25, 2);
  expect(found.shoe).toBeGreaterThan(0.48);
  expect(found.hat).toBeLessThan(0.02);
  expect(found.tea).toBeLessThan(0.3);
});

it('says nothing where nothing ever came back', async () => {
  expect(await rates([order('a', 'delivered', [['shoe-1', 1, 100]])], [])).toEqual({});
});
