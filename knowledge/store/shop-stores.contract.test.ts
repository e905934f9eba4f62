import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type ProductId, type ShopperId } from '../domain/ids.ts';
import type { Stores } from '../ports.ts';
import { aFact, aProduct, aShop, aShopper, later, now } from './contract-fixtures.ts';
import { type OpenedServer, testServers, times } from './contract-servers.ts';
import { DamagedDocumentError } from './document.ts';

const shopper = (id: string): ShopperId => asId(id);

describe.each(testServers())('the shop, its products and shoppers on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  const raw = async (collection: string, id: string, change: Record<string, unknown>): Promise<void> => {
    const client = await new MongoClient(opened.uri).connect();
    await client.db(opened.database).collection<{ _id: string }>(collection).updateOne({ _id: id }, { $set: change });
    await client.close();
  };

  it('answers a ping and says where it is without credentials', async () => {
    await stores.ping();
    expect(stores.describe).toMatch(/MongoDB at|embedded/);
    expect(stores.describe).not.toContain('@');
  });

  describe('the shop', () => {
    it('has no settings until they are put, then exactly those', async () => {
      expect(await stores.shop.get()).toBeNull();
      await stores.shop.put(aShop());
      await stores.shop.put(aShop({ returnDays: 14 }));
      expect(await stores.shop.get()).toEqual(aShop({ returnDays: 14 }));
    });

    it('makes a secret once, however many ask at the same time', async () => {
      const all = await times(20, i => stores.shop.secret('session', () => `made by ${i}`));
      expect(new Set(all).size).toBe(1);
      expect(await stores.shop.secret('session', () => 'too late')).toBe(all[0]);
    });

    it('refuses a document that somebody spoiled, naming collection, id and field', async () => {
      await stores.articles.put([
        {
          id: asId('a1'),
          topic: 'returns',
          title: { en: 'Returns' },
          body: { en: '30 days' },
          questions: [],
          url: '/a1',
          updatedAt: now,
        },
      ]);
      expect((await stores.articles.get(asId('a1')))?.topic).toBe('returns');
      expect(await stores.articles.all()).toHaveLength(1);
      await raw('articles', 'a1', { updatedAt: 'yesterday' });
      const reading = stores.articles.get(asId('a1'));
      await expect(reading).rejects.toThrow(DamagedDocumentError);
      await expect(reading).rejects.toThrow(/"a1" in articles.*updatedAt/);
    });

    it('refuses to write what could not be read back', async () => {
      const spoiled = aProduct('half', { price: { minor: 79.5, currency: 'CNY' } });
      await expect(stores.products.put([spoiled])).rejects.toThrow(/"half".*products.*price\.minor/);
      expect(await stores.products.many([asId('half')])).toEqual([]);
    });
  });

  describe('products', () => {
    it('come back as they were put, attribute names with dots and dollars included', async () => {
      const { brand: _, cost: __, picture: ___, url: ____, ...bare } = aProduct('p2', { stock: null });
      await stores.products.put([aProduct('p1'), bare]);
      expect(await stores.products.many([asId('p2'), asId('none'), asId('p1')])).toEqual([bare, aProduct('p1')]);
      expect((await stores.products.all()).map(p => p.id).sort()).toEqual(['p1', 'p2']);
    });

    it('put again without a cost lose the cost', async () => {
      const { cost: _, ...withoutCost } = aProduct('p3');
      await stores.products.put([aProduct('p3')]);
      await stores.products.put([withoutCost]);
      expect(await stores.products.many([asId('p3')])).toEqual([withoutCost]);
    });

    it('are never sold below zero by 100 orders at once', async () => {
      const id: ProductId = asId('scarce');
      await stores.products.put([aProduct(id, { stock: 61 })]);
      const taken = await times(100, i => stores.products.take(id, 2, `order-${i}#2`));
      expect(taken.filter(Boolean)).toHaveLength(30);
      expect((await stores.products.many([id]))[0]?.stock).toBe(1);
    });

    it('are taken once for one order, however often it is repeated, and given back once', async () => {
      const id: ProductId = asId('repeated');
      await stores.products.put([aProduct(id, { stock: 5 })]);
      expect(await times(10, () => stores.products.take(id, 3, 'o1#3'))).toEqual(Array(10).fill(true));
      expect((await stores.products.many([id]))[0]?.stock).toBe(2);
      await times(5, () => stores.products.giveBack(id, 3, 'o1#3'));
      expect((await stores.products.many([id]))[0]?.stock).toBe(5);
    });

    it('keep the notes of unsettled orders when they are put again', async () => {
      const id: ProductId = asId('noted');
      await stores.products.put([aProduct(id)]);
      await stores.products.take(id, 1, 'o9#1');
      await stores.products.put([aProduct(id, { stock: 3 })]);
      expect(await stores.products.openTakes(1000)).toContainEqual({ product: id, by: 'o9#1' });
      expect(await stores.products.settleTake(id, 'o9#1')).toBe(true);
      expect(await stores.products.settleTake(id, 'o9#1')).toBe(false);
      expect((await stores.products.openTakes(1000)).filter(t => t.product === id)).toEqual([]);
      await stores.products.giveBack(id, 1, 'o9#1');
      expect((await stores.products.many([id]))[0]?.stock).toBe(3);
    });

    it('that are not counted never run out, unknown ones are never there', async () => {
      await stores.products.put([aProduct('endless', { stock: null })]);
      expect(await stores.products.take(asId('endless'), 999, 'o1#999')).toBe(true);
      expect(await stores.products.settleTake(asId('endless'), 'o1#999')).toBe(true);
      expect((await stores.products.many([asId('endless')]))[0]?.stock).toBeNull();
      expect(await stores.products.take(asId('nowhere'), 1, 'o1#1')).toBe(false);
      await expect(stores.products.take(asId('endless'), 0, 'o1#0')).rejects.toThrow(/at least 1, got 0/);
    });
  });

  describe('shoppers', () => {
    it('are made once and keep what is stored', async () => {
      const made = await times(10, i => stores.shoppers.ensure(aShopper('s1', { name: `Name ${i}` })));
      expect(new Set(made.map(s => s.name)).size).toBe(1);
      expect(await stores.shoppers.get(shopper('s1'))).toEqual(made[0]);
      expect(await stores.shoppers.get(shopper('nobody'))).toBeNull();
    });

    it('imported again keep what they chose', async () => {
      await stores.shoppers.put([aShopper('s4', { language: 'zh' })]);
      expect(await stores.shoppers.insertMissing([aShopper('s4'), aShopper('s5')])).toBe(1);
      expect(await stores.shoppers.get(shopper('s4'))).toMatchObject({ language: 'zh' });
      expect(await stores.shoppers.insertMissing([])).toBe(0);
    });

    it('change one consent without touching the other', async () => {
      await stores.shoppers.put([aShopper('s2')]);
      await stores.shoppers.setConsent(shopper('s2'), { personalOffers: false });
      await stores.shoppers.setLanguage(shopper('s2'), 'zh');
      await stores.shoppers.setConsent(shopper('s2'), {});
      expect(await stores.shoppers.get(shopper('s2'))).toEqual(
        aShopper('s2', { language: 'zh', consent: { personalOffers: false, profile: true } }),
      );
    });

    it('give the same sample each time, never more than there are', async () => {
      await stores.shoppers.put(Array.from({ length: 30 }, (_, i) => aShopper(`sample-${i}`)));
      const first = await stores.shoppers.sample(5);
      expect(first).toHaveLength(5);
      expect(await stores.shoppers.sample(5)).toEqual(first);
      expect((await stores.shoppers.sample(1000)).length).toBeGreaterThanOrEqual(30);
      expect(await stores.shoppers.sample(0)).toEqual([]);
    });
  });

  describe('stated facts', () => {
    const values = async (who: string) => (await stores.facts.active(shopper(who), now)).map(f => f.value);

    it('newest first, without expired and superseded ones', async () => {
      await stores.facts.add([
        { fact: aFact('f1', 'f', { value: 'red', statedAt: later(-30) }), supersedes: [] },
        { fact: aFact('f2', 'f', { value: 'tea', slot: 'category', statedAt: later(-20) }), supersedes: [] },
        { fact: aFact('f3', 'f', { value: 'old', slot: 'brand', expiresAt: later(-1) }), supersedes: [] },
      ]);
      const corrected = { fact: aFact('f4', 'f', { value: 'blue' }), supersedes: [aFact('f1', 'f').id] };
      await stores.facts.add([corrected]);
      await stores.facts.add([corrected]);
      const all: string[] = [];
      for await (const fact of stores.facts.stream(now)) if (fact.shopper === shopper('f')) all.push(fact.value);
      expect(all.sort()).toEqual(['blue', 'tea']);
      expect(await values('f')).toEqual(['blue', 'tea']);
    });

    it('of another shopper are out of reach', async () => {
      await stores.facts.add([{ fact: aFact('g1', 'g'), supersedes: [] }]);
      await stores.facts.add([{ fact: aFact('h1', 'h', { value: 'green' }), supersedes: [aFact('g1', 'g').id] }]);
      expect(await values('g')).toEqual(['red']);
      const streamed: string[] = [];
      for await (const fact of stores.facts.stream(now)) streamed.push(fact.id);
      expect(streamed).toContain(aFact('g1', 'g').id);
      expect(await stores.facts.forget(shopper('h'), [aFact('g1', 'g').id])).toBe(0);
      expect(await values('g')).toEqual(['red']);
    });

    it('marked as superseded by an earlier version of this program stay superseded', async () => {
      await stores.facts.add([
        { fact: aFact('k1', 'k'), supersedes: [] },
        { fact: aFact('k2', 'k', { value: 'blue' }), supersedes: [] },
      ]);
      const client = await new MongoClient(opened.uri).connect();
      await client
        .db(opened.database)
        .collection('facts')
        .updateOne({ value: 'red', shopper: 'k' }, { $set: { supersededBy: aFact('k2', 'k').id } });
      await client.close();
      expect(await values('k')).toEqual(['blue']);
    });

    it('forgotten are gone with everything they had replaced', async () => {
      const id = (n: number) => aFact(`m${n}`, 'm').id;
      await stores.facts.add([{ fact: aFact('m1', 'm', { value: 'red' }), supersedes: [] }]);
      await stores.facts.add([{ fact: aFact('m2', 'm', { value: 'blue' }), supersedes: [id(1)] }]);
      await stores.facts.add([{ fact: aFact('m3', 'm', { value: 'green' }), supersedes: [id(2)] }]);
      await stores.facts.add([{ fact: aFact('m4', 'm', { value: 'tea', slot: 'category' }), supersedes: [] }]);
      expect(await stores.facts.forget(shopper('m'), [id(3), id(99)])).toBe(1);
      expect(await values('m')).toEqual(['tea']);
      expect(await stores.facts.forgetAll(shopper('m'))).toBe(1);
      expect(await values('m')).toEqual([]);
    });
  });
});
