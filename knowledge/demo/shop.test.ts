import { describe, expect, it } from 'vitest';
import { zero } from '../domain/money.ts';
import { isSellable, type Product } from '../domain/product.ts';
import { responseFeatureNames } from '../domain/response-features.ts';
import { mostProducts } from './products.ts';
import { makeDemoShop } from './shop.ts';

const now = new Date('2026-11-24T08:00:00Z');
const demo = makeDemoShop({ seed: 1, now });
const fitting = (test: (p: Product) => boolean): Product[] => demo.products.filter(p => isSellable(p) && test(p));
const has = (p: Product, key: string, value: string): boolean => p.attributes[key]?.includes(value) ?? false;
const yuan = (p: Product): number => p.price.minor / 100;

describe('the demo shop', () => {
  it('is the same for the same seed and moment, and another for another seed', () => {
    const options = { seed: 5, now, shoppers: 40, impressions: 120 };
    const first = JSON.stringify(makeDemoShop(options));
    expect(JSON.stringify(makeDemoShop(options))).toBe(first);
    expect(JSON.stringify(makeDemoShop({ ...options, seed: 6 }))).not.toBe(first);
  });

  it('has about 400 products in 8 categories, 2,000 shoppers, 10 campaigns and 12,000 pilot visits', () => {
    expect(demo.products).toHaveLength(400);
    expect(demo.shop.categories).toHaveLength(8);
    for (const { key } of demo.shop.categories)
      expect(demo.products.filter(p => p.category === key).length, key).toBeGreaterThanOrEqual(40);
    expect(demo.shoppers).toHaveLength(2_000);
    expect(demo.campaigns).toHaveLength(10);
    expect(new Set(demo.promotions.map(p => p.action.kind)).size).toBe(7);
    expect(Math.abs(demo.impressions.length - 12_000)).toBeLessThanOrEqual(100);
    expect(demo.orders.length).toBeGreaterThan(5_000);
    expect(demo.browsing.length).toBeLessThan(66_000);
    const buyers = new Set(demo.orders.map(o => o.shopper)).size;
    expect(buyers).toBeGreaterThan(1_400);
    expect(buyers).toBeLessThan(2_000);
  });

  it('gives no two documents the same id', () => {
    for (const list of [demo.products, demo.shoppers, demo.orders, demo.impressions, demo.promotions, demo.articles])
      expect(new Set(list.map(x => x.id)).size).toBe(list.length);
    expect(new Set(demo.orders.map(o => o.number)).size).toBe(demo.orders.length);
    expect(new Set(demo.shoppers.map(s => s.email)).size).toBe(demo.shoppers.length);
  });

  it('names and describes every product in both languages, each in its own words', () => {
    for (const p of demo.products) {
      expect(p.name.en).toMatch(/[a-z]/);
      expect(p.name.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(p.description.en!.length).toBeGreaterThan(60);
      expect(p.description.zh!.length).toBeGreaterThan(20);
      expect(p.description.en).not.toMatch(/undefined|\s{2}|\.\.| ,/);
      expect(p.description.zh).not.toMatch(/undefined|[a-z]-[a-z]|。。|，，/);
      for (const values of Object.values(p.attributes)) for (const v of values) expect(v).toMatch(/^[a-z0-9-]+$/);
    }
    for (const text of ['en', 'zh'] as const) {
      expect(new Set(demo.products.map(p => p.name[text])).size).toBe(demo.products.length);
      expect(new Set(demo.products.map(p => p.description[text])).size).toBe(demo.products.length);
    }
  });

  it('earns on every product, and a few are sold out or hidden', () => {
    for (const p of demo.products) {
      const rate = p.cost!.minor / p.price.minor;
      expect(rate).toBeGreaterThanOrEqual(0.349);
      expect(rate).toBeLessThanOrEqual(0.701);
      expect(yuan(p)).toBeGreaterThanOrEqual(29);
      expect(yuan(p)).toBeLessThanOrEqual(1_500);
      expect(p.stock).toBeGreaterThanOrEqual(0);
      expect(p.stock).toBeLessThanOrEqual(200);
    }
    const soldOut = demo.products.filter(p => p.stock === 0).length;
    expect(soldOut).toBeGreaterThanOrEqual(5);
    expect(soldOut).toBeLessThanOrEqual(40);
    expect(demo.products.filter(p => p.hidden).length).toBeLessThanOrEqual(20);
  });

  it.each([1, 2, 3, 20, 77])('with seed %i has what shoppers ask for, in stock', seed => {
    const products = makeDemoShop({ seed, now, shoppers: 1, impressions: 0 }).products.filter(isSellable);
    const count = (test: (p: Product) => boolean): number => products.filter(test).length;
    const shoes = (p: Product): boolean => p.category === 'running-shoes';
    expect(count(p => shoes(p) && has(p, 'feature', 'waterproof') && yuan(p) < 80)).toBeGreaterThanOrEqual(4);
    expect(count(p => shoes(p) && yuan(p) <= 300)).toBeGreaterThanOrEqual(10);
    expect(count(p => has(p, 'recipient', 'dad') && yuan(p) <= 200)).toBeGreaterThanOrEqual(20);
    expect(count(p => p.category === 'bags' && has(p, 'colour', 'red'))).toBeGreaterThanOrEqual(3);
    expect(count(p => p.category === 'bags' && has(p, 'material', 'leather'))).toBeGreaterThanOrEqual(2);
    expect(count(p => p.category === 'bags' && !has(p, 'material', 'leather'))).toBeGreaterThanOrEqual(20);
    expect(count(p => has(p, 'type', 'headphones') && has(p, 'feature', 'wireless'))).toBeGreaterThanOrEqual(8);
    expect(count(p => shoes(p) && has(p, 'size', '42'))).toBeGreaterThanOrEqual(30);
  });

  it('refuses more products than it has designed, in a sentence that says how many there are', () => {
    expect(() => makeDemoShop({ seed: 1, now, products: 5_000, shoppers: 1 })).toThrow(
      `1 to ${mostProducts} products, got 5000`,
    );
  });

  it('sells the first colour of a waterproof running shoe below ¥80 whatever the seed says', () => {
    expect(fitting(p => p.id === 'p-rainline-harbour')[0]?.price.minor).toBeLessThan(8_000);
  });
});

describe('orders', () => {
  it('add up, line by line and as a whole, and ship free from the shop’s own threshold', () => {
    for (const o of demo.orders) {
      expect(o.lines.length).toBeGreaterThan(0);
      for (const l of o.lines) {
        expect(l.paid.minor).toBe(l.quantity * l.unitPrice.minor - l.discount.minor);
        expect(l.paid.minor).toBeGreaterThanOrEqual(0);
        if (l.gift) expect(l.paid).toEqual(zero('CNY'));
      }
      const of = (part: 'discount' | 'paid'): number => o.lines.reduce((s, l) => s + l[part].minor, 0);
      expect(o.discount.minor).toBe(of('discount'));
      expect(o.subtotal.minor).toBe(of('discount') + of('paid'));
      expect(o.total.minor).toBe(o.subtotal.minor - o.discount.minor + o.shipping.minor);
      if (o.subtotal.minor - o.discount.minor >= demo.shop.freeShippingFrom!.minor) expect(o.shipping.minor).toBe(0);
      expect(o.placedAt.getTime()).toBeLessThan(now.getTime());
    }
  });

  it('carry a tracking number once shipped, and never a delivery in the future', () => {
    for (const o of demo.orders) {
      expect(o.shipment !== undefined).toBe(['shipped', 'delivered', 'returned'].includes(o.status));
      if (o.status === 'delivered') expect(o.shipment!.deliveredAt!.getTime()).toBeLessThanOrEqual(now.getTime());
      if (o.shipment) expect(o.shipment.shippedAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
    for (const status of ['packed', 'shipped', 'delivered', 'cancelled', 'returned'])
      expect(demo.orders.filter(o => o.status === status).length, status).toBeGreaterThan(1);
  });

  it('are numbered in the order they were placed, and the shoppers people try first have one under way', () => {
    expect(demo.orders.map(o => o.number)).toEqual(demo.orders.map((_, i) => `WY-${20_001 + i}`));
    const times = demo.orders.map(o => o.placedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const id of ['s-0001', 's-0002', 's-0003', 's-0004'])
      expect(
        demo.orders.filter(o => o.shopper === id && now.getTime() - o.placedAt.getTime() < 5 * 86_400_000).length,
        id,
      ).toBeGreaterThan(0);
  });

  it('are placed by shoppers who existed, for products the shop knows', () => {
    const products = new Set<string>(demo.products.map(p => p.id));
    const born = new Map(demo.shoppers.map(s => [s.id, s.createdAt.getTime()]));
    for (const o of demo.orders) {
      expect(o.placedAt.getTime()).toBeGreaterThanOrEqual(born.get(o.shopper)!);
      for (const l of o.lines) expect(products.has(l.product)).toBe(true);
    }
    for (const e of demo.browsing) {
      expect(e.at.getTime()).toBeLessThan(now.getTime());
      expect(products.has(e.product)).toBe(true);
    }
  });
});

describe('campaigns', () => {
  it('run now and for two months more, with terms in both languages and products that exist', () => {
    expect(demo.campaigns.filter(c => c.purpose === 'goodwill').map(c => c.budget)).toEqual([
      { minor: 500_000, currency: 'CNY' },
    ]);
    for (const c of demo.campaigns.filter(c => c.purpose === undefined)) {
      expect(c.startsAt.getTime()).toBeLessThan(now.getTime() - 29 * 86_400_000);
      expect(c.endsAt.getTime()).toBeGreaterThan(now.getTime() + 60 * 86_400_000);
      expect(c).toMatchObject({
        holdout: 0.1,
        exploration: 0.1,
        guardrails: { maxOffers: 3, perDays: 7, cooldownHours: 24 },
      });
    }
    const ids = new Set<string>(demo.products.map(p => p.id));
    for (const p of demo.promotions) {
      expect(demo.campaigns.some(c => c.id === p.campaign)).toBe(true);
      expect(p.terms.en).toMatch(/[a-z].*\.$/);
      expect(p.terms.zh).toMatch(/。$/);
      expect(p.cap.minor).toBeGreaterThan(0);
      const named = p.action.kind === 'bundle' ? p.action.products : p.action.kind === 'gift' ? [p.action.product] : [];
      for (const id of named) expect(ids.has(id)).toBe(true);
      if (p.action.kind === 'bundle') {
        const apart = named.reduce((s, id) => s + demo.products.find(x => x.id === id)!.price.minor, 0);
        expect(p.action.price.minor).toBeLessThan(apart);
      }
    }
  });
});

describe('the pilot', () => {
  it('records every feature the response model names, and the arm it showed', () => {
    for (const i of demo.impressions) {
      for (const name of responseFeatureNames) expect(Number.isFinite(i.features[name]), name).toBe(true);
      const shown = i.treatment !== 'control' && i.treatment !== 'none';
      if (shown) {
        expect(i.features.armDepth).toBeGreaterThan(0);
        expect(i.features.armDepth).toBeLessThan(1);
        expect(demo.promotions.find(p => p.id === i.treatment)?.action.kind).toBe(i.kind);
      } else {
        expect(i.features).toMatchObject({ armDepth: 0, armCostMinor: 0 });
        expect(i.features.treatedBasketMinor).toBe(i.features.basketMinor);
        expect(i.features.treatedMarginMinor).toBe(i.features.basketMarginMinor);
      }
      expect(i.outcome).toBeDefined();
      if (i.outcome!.bought)
        expect(i.outcome!.marginMinor).toBe(i.features.treatedMarginMinor! - i.features.armCostMinor!);
      else expect(i.outcome).toEqual({ bought: false, revenueMinor: 0, marginMinor: 0, discountMinor: 0 });
    }
  });

  it('leaves no shopper’s last week full of offers', () => {
    const last = Math.max(...demo.impressions.map(i => i.at.getTime()));
    expect(now.getTime() - last).toBeGreaterThan(7 * 86_400_000);
  });
});
