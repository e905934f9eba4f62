import { expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import { isWithinReturnWindow, returnableUntil } from '../../knowledge/domain/order.ts';
import { factsOf, goods, lineOf, now, orderOf, shop, turnOf, understood } from '../dialogs.test-helper.ts';
import { ownReturn } from './return-window.ts';

const shoes = orderOf({ id: asId<OrderId>('o-shoes'), number: 'WY-1001', lines: [lineOf(goods.road)] });
const bags = orderOf({
  id: asId<OrderId>('o-bags'),
  number: 'WY-1002',
  lines: [lineOf(goods.bag, 1, { category: 'bags' })],
});

const asked = (text: string, orderNumber?: string) =>
  ownReturn(
    turnOf({ text }),
    understood('question', { entities: { products: [], ...(orderNumber ? { orderNumber } : {}) } }),
    factsOf({ orders: [shoes, bags] }),
  )?.parts;

test.each([
  ['can I still return the backpack from that order?', 'WY-1002'],
  ['can I still return the bag from that order?', 'WY-1002'],
  ['上一单里的跑鞋还能退吗', 'WY-1001'],
  ['上一单里的包还能退吗', 'WY-1002'],
  ['can I still return it, from my last order?', 'WY-1001'],
  ['上一单里的东西还能退吗', 'WY-1001'],
])('%s: until when is told of %s, which has it', (text, number) => {
  const until = returnableUntil(shoes, shop.returnDays);
  expect(asked(text)).toMatchObject([{ kind: 'return-window', order: { number }, until }]);
});

test('no window is told of an order that does not have the thing', () => {
  expect(asked('can I still return the kettle from that order?')).toEqual([{ kind: 'not-in-orders', what: 'kettle' }]);
  expect(asked('上一单里的水壶还能退吗')).toEqual([{ kind: 'not-in-orders', what: '水壶' }]);
  expect(asked('can I return the backpack from order WY-1001?', '1001')).toEqual([
    { kind: 'not-in-orders', what: 'backpack', number: 'WY-1001' },
  ]);
});

test('the last moment that is told is the last one in which it is taken back', () => {
  const until = returnableUntil(shoes, shop.returnDays);
  expect(isWithinReturnWindow(shoes, shop.returnDays, until)).toBe(true);
  expect(isWithinReturnWindow(shoes, shop.returnDays, new Date(until.getTime() + 1))).toBe(false);
  expect(until > now).toBe(true);
});
