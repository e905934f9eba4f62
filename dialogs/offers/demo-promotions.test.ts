import { expect, test } from 'vitest';
import { makeDemoShop } from '../../knowledge/demo/shop.ts';
import { validatePromotion } from './validate.ts';

test('every promotion of the demo shop would be accepted when saved', () => {
  const { promotions, shop, products } = makeDemoShop({
    seed: 1,
    now: new Date('2026-11-24T12:00:00Z'),
    shoppers: 20,
    impressions: 20,
  });
  const byId = new Map(products.map(p => [p.id, p]));
  expect(promotions.length).toBeGreaterThan(6);
  for (const promotion of promotions) {
    expect(validatePromotion({ promotion, shop, products: byId }), promotion.id).toEqual([]);
  }
});
