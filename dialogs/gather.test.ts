import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asId, type OfferId, type ShopperId } from '../knowledge/domain/ids.ts';
import type { Stores } from '../knowledge/ports.ts';
import type { Newcomers, Recommender } from '../models/types.ts';
import { decide } from './decide.ts';
import {
  ann,
  factOf,
  failing,
  goods,
  idOf,
  likesRed,
  now,
  offerOf,
  openSmallShop,
  orderOf,
  type SmallShop,
  turnOf,
  understood,
} from './dialogs.test-helper.ts';
import { gather } from './gather.ts';
import { emptyMemory } from './memory.ts';
import { product, shopper } from './offers/offers.test-helper.ts';
import { cartIdOf } from './record-cart.ts';
import { say } from './say/say.ts';
import type { DialogServices } from './services.ts';
import type { Turn, Understanding } from './turn.ts';

let shop: SmallShop;
const colours = ['red', 'blue', 'green', 'black', 'white', 'grey'];
const cups = colours.map((colour, i) =>
  product(`cup-${i}`, 60 + i, {
    category: 'mugs',
    name: { en: `Harbour cup, ${colour}`, zh: `港湾 咖啡杯 ${colour}` },
  }),
);

beforeAll(async () => {
  shop = await openSmallShop([...cups, product('hidden', 10, { hidden: true })]);
  await shop.stores.shoppers.put([shopper({ id: ann })]);
  await shop.stores.orders.put([orderOf()]);
});
afterAll(() => shop.close());

const gathered = (
  turn: Turn,
  understanding: Understanding,
  memory = emptyMemory,
  services: DialogServices = shop.services,
) => gather(turn, understanding, memory, services);

const withFailing = <K extends keyof Stores>(store: K, method: keyof Stores[K]): DialogServices => ({
  ...shop.services,
  stores: failing(shop.stores, store, method),
});

describe('a store that is down', () => {
  const rows = [
    ['orders', 'ofShopper', 'order-status', 'orders'],
    ['products', 'many', 'product-search', 'products'],
    ['offers', 'open', 'deals', 'offers'],
    ['promotions', 'all', 'deals', 'decision'],
    ['promotions', 'rules', 'promotion-question', 'promotions'],
    ['facts', 'active', 'about-me', 'profile'],
    ['carts', 'ofShopper', 'view-cart', 'cart'],
    ['shoppers', 'get', 'deals', 'shopper'],
  ] as const;
  test.each(rows)('%s: %s fails, "%s" is answered honestly and names %s', async (store, method, intent, what) => {
    const turn = turnOf({ text: 'shoes' });
    const understanding = understood(intent, { query: 'shoes', entities: { products: [goods.bag.id] } });
    const facts = await gathered(turn, understanding, emptyMemory, withFailing(store, method as never));
    expect(facts.unavailable).toEqual([what]);
    const reply = decide(turn, understanding, facts);
    expect(reply.parts).toEqual([{ kind: 'unavailable', what }]);
    const said = say(reply, {
      language: 'en',
      shop: facts.shop,
      product: () => undefined,
      now: new Date('2026-11-24T12:00:00Z'),
      promotionOf: () => undefined,
      factText: fact => fact.value,
    });
    expect(said.text).toMatch(/can't look that up right now/);
  });

  test('that the message does not need leaves the answer as it is', async () => {
    const understanding = understood('question', { query: 'how long does delivery take' });
    const turn = turnOf({ text: 'how long does delivery take?' });
    const facts = await gathered(turn, understanding, emptyMemory, withFailing('carts', 'ofShopper'));
    expect(facts.unavailable).toEqual(['cart']);
    expect(decide(turn, understanding, facts).parts).toMatchObject([{ kind: 'answer' }]);
  });

  test('holding the consent: none is presumed', async () => {
    const understanding = understood('product-search', { query: 'shoes', preferences: [likesRed] });
    const services = withFailing('shoppers', 'get');
    const facts = await gathered(turnOf({ text: 'shoes' }), understanding, emptyMemory, services);
    expect(facts.shopper.consent).toEqual({ personalOffers: false, profile: false });
    expect(facts.decision).toMatchObject({ kind: 'none', reason: 'no-consent' });
    expect(decide(turnOf(), understanding, facts).effects.map(e => e.kind)).not.toContain('remember');
  });

  test('is told from a mistake of ours, which is a fault of the turn', async () => {
    const services: DialogServices = {
      ...shop.services,
      models: {
        current: () => {
          throw new TypeError('no such property');
        },
      },
    };
    const understanding = understood('recommend');
    await expect(gathered(turnOf(), understanding, emptyMemory, services)).rejects.toThrow('no such property');
  });
});

describe('orders are shown to their owner', () => {
  const asking = (more: Partial<Understanding['entities']> = {}) =>
    understood('order-status', { entities: { products: [], orderNumber: 'wy-20418', ...more } });
  const stranger = { shopper: asId<ShopperId>('bob') };

  test('signed in, by number in any case', async () => {
    const facts = await gathered(turnOf(), asking());
    expect(facts.order?.number).toBe('WY-20418');
    expect(facts.orderRefused).toBe(false);
  });

  test('as a guest, by number and e-mail together', async () => {
    const facts = await gathered(turnOf({ ...stranger, signedIn: false }), asking({ email: 'Ann@Example.com' }));
    expect(facts.order?.number).toBe('WY-20418');
  });

  test.each<[string, Partial<Turn>, Partial<Understanding['entities']>]>([
    ['somebody else signed in', stranger, {}],
    ['a guest with another e-mail', { ...stranger, signedIn: false }, { email: 'bob@example.com' }],
    ['a number nobody has', stranger, { orderNumber: 'WY-99999' }],
  ])('%s hears the same refusal', async (_name, turn, entities) => {
    const understanding = asking(entities);
    const facts = await gathered(turnOf(turn), understanding);
    expect(facts.order).toBeUndefined();
    expect(decide(turnOf(turn), understanding, facts).parts).toEqual([{ kind: 'order-not-found' }]);
  });

  test('who has orders of their own is shown those, whatever other number was said', async () => {
    const understanding = asking({ orderNumber: 'WY-99999' });
    const facts = await gathered(turnOf(), understanding);
    expect(facts.order).toBeUndefined();
    expect(decide(turnOf(), understanding, facts).parts).toMatchObject([
      { kind: 'orders', none: 'of-number', orders: [{ number: 'WY-20418' }] },
    ]);
  });

  test('a guest sees no order list, not even under a shopper’s own id', async () => {
    expect((await gathered(turnOf({ signedIn: false }), understood('order-status'))).orders).toEqual([]);
  });
});

describe('products', () => {
  test('sold out since the index was built are not shown', async () => {
    const before = await gathered(turnOf(), understood('recommend'));
    expect(before.products.map(f => f.product.id)).toContain(goods.mug.id);
    await shop.stores.products.put([{ ...goods.mug, stock: 0 }]);
    const after = await gathered(turnOf(), understood('recommend'));
    await shop.stores.products.put([goods.mug]);
    expect(after.products.map(f => f.product.id)).not.toContain(goods.mug.id);
    expect(after.products.length).toBeGreaterThan(0);
  });

  test('of one model in its several colours there is one', async () => {
    const byName = {
      ...shop.services,
      models: {
        current: () => ({
          ...shop.services.models.current(),
          recommender: {
            name: 'cups first',
            version: '1',
            recommend: () =>
              [...cups, goods.bag, goods.mug, goods.road].map((p, i) => ({
                product: p.id,
                score: 9 - i,
                reason: { kind: 'popular' as const },
              })),
          },
        }),
      },
    };
    const facts = await gathered(turnOf(), understood('recommend'), emptyMemory, byName);
    expect(facts.products).toHaveLength(4);
    expect(facts.products.filter(f => f.product.id.startsWith('cup-'))).toHaveLength(1);
  });

  test('for oneself follow one’s own history and exclude what was just bought', async () => {
    await gathered(turnOf(), understood('recommend'));
    const request = shop.asked.at(-1)!;
    expect(request.history.map(h => h.product)).toContain(goods.road.id);
    expect([...request.exclude]).toEqual(expect.arrayContaining([goods.road.id, goods.bag.id]));
  });

  test('are chosen also by what was looked at and asked about this minute, which is not what is shown then', async () => {
    const cara = asId<ShopperId>('cara');
    const looked = { shopper: cara, kind: 'view', at: new Date(now.getTime() - 60_000), dwellSeconds: 30 } as const;
    await shop.stores.browsing.add([
      { ...looked, product: goods.trail.id },
      { ...looked, product: goods.road.id, dwellSeconds: 1 },
    ]);
    const memory = { ...emptyMemory, focus: goods.mug.id };
    await gathered(turnOf({ shopper: cara }), understood('recommend'), memory);
    const request = shop.asked.at(-1)!;
    expect(request.history).toMatchObject([
      { product: goods.trail.id, deed: 'viewed' },
      { product: goods.mug.id, deed: 'asked-about' },
    ]);
    expect([...request.exclude]).toEqual(expect.arrayContaining([goods.trail.id, goods.mug.id]));
    const refused = shopper({ id: cara, consent: { personalOffers: true, profile: false } });
    await shop.stores.shoppers.put([refused]);
    await gathered(turnOf({ shopper: cara }), understood('recommend'), memory);
    expect(shop.asked.at(-1)!.history.map(event => event.deed)).toEqual(['asked-about']);
  });

  test('say what was told and fits where the models know nothing of the shopper', async () => {
    const dave = turnOf({ shopper: asId<ShopperId>('dave') });
    const told = { slot: 'budget', value: 'max:35000:CNY', quote: 'under 350' } as const;
    const budget = { ...likesRed, ...told };
    const shoes = { ...likesRed, slot: 'category', value: 'shoes' } as const;
    const list = await gathered(dave, understood('recommend', { preferences: [shoes, likesRed, budget] }));
    expect(list.products.map(f => [f.product.id, f.reason])).toEqual([
      [
        goods.road.id,
        {
          kind: 'stated',
          told: [
            { slot: 'category', value: 'shoes' },
            { slot: 'colour', value: 'red' },
            { slot: 'budget', value: 'max:35000:CNY' },
          ],
        },
      ],
    ]);
    const kind = await gathered(dave, understood('recommend', { preferences: [shoes] }));
    expect(kind.products.map(f => f.reason)).toEqual(kind.products.map(() => ({ kind: 'popular', category: 'shoes' })));
  });

  /** Everything there is, in one order. */
  const all = [goods.mug, goods.trail, ...cups, goods.road, goods.bag];
  const ranking: Recommender = {
    name: 'all',
    version: '1',
    recommend: ({ exclude, among, count }) =>
      all
        .filter(p => !exclude.has(p.id) && (among?.has(p.id) ?? true))
        .slice(0, count)
        .map((p, i) => ({ product: p.id, score: 9 - i, reason: { kind: 'popular' } })),
  };
  const trying = (newcomers: Newcomers): DialogServices => ({
    ...shop.services,
    newcomers: { current: () => newcomers },
    models: { current: () => ({ ...shop.services.models.current(), recommender: ranking }) },
  });

  test('give their last place to a new product where the draw says so, and say with which chance', async () => {
    const eve = asId<ShopperId>('eve');
    const list = async (at: Partial<Understanding>, draw: Newcomers['draw'], memory = emptyMemory) => {
      const services = trying({ share: 0.1, products: new Set(cups.map(c => c.id)), draw });
      const facts = await gathered(turnOf({ shopper: eve }), understood('recommend', at), memory, services);
      return facts.products;
    };
    const plain = await list({}, () => ({ product: null, propensity: 1 }));
    expect(plain).toHaveLength(5);
    expect(plain.some(f => f.propensity !== undefined)).toBe(false);
    let asked: Parameters<Newcomers['draw']>[0] | undefined;
    const kept = await list({}, request => {
      asked = request;
      return { product: null, propensity: 0.93 };
    });
    expect(kept).toEqual([...plain.slice(0, 4), { ...plain[4], propensity: 0.93 }]);
    const listed = new Set(plain.map(f => f.product.id));
    const fresh = asked!.candidates.find(id => !listed.has(id))!;
    expect(asked!.shopper).toBe(eve);
    for (const id of asked!.candidates) expect(asked!.isShowable(id)).toBe(!listed.has(id));
    const tried = await list({}, () => ({ product: fresh, propensity: 0.02 }));
    expect(tried.slice(0, 4)).toEqual(plain.slice(0, 4));
    expect(tried[4]).toMatchObject({ product: { id: fresh }, reason: { kind: 'new' }, propensity: 0.02 });
    // Sold out since, or shown before and something else is asked for: it takes part in the draw and is not shown.
    const showable = async (at: Partial<Understanding>, memory = emptyMemory): Promise<boolean | undefined> => {
      let answer: boolean | undefined;
      await list(
        at,
        request => {
          answer = request.candidates.includes(fresh) ? request.isShowable(fresh) : undefined;
          return { product: null, propensity: 1 };
        },
        memory,
      );
      return answer;
    };
    expect(await showable({})).toBe(true);
    expect(await showable({ unlikeShown: true }, { ...emptyMemory, shown: [fresh] })).toBe(false);
    const gone = cups.find(c => c.id === fresh)!;
    await shop.stores.products.put([{ ...gone, stock: 0 }]);
    expect(await showable({})).toBe(false);
    await shop.stores.products.put([{ ...gone, hidden: true }]);
    expect(await showable({})).toBe(false);
    await shop.stores.products.put([gone]);
  });

  test('try nothing new on who does not want to be remembered, nor in a search', async () => {
    const services = trying({
      share: 1,
      products: new Set(cups.map(c => c.id)),
      draw: () => {
        throw new RangeError('nothing is to be drawn here');
      },
    });
    const fred = asId<ShopperId>('fred');
    await shop.stores.shoppers.put([shopper({ id: fred, consent: { personalOffers: true, profile: false } })]);
    const turn = turnOf({ shopper: fred });
    expect((await gathered(turn, understood('recommend'), emptyMemory, services)).products).toHaveLength(5);
    const search = understood('product-search', { query: 'cup' });
    expect((await gathered(turnOf(), search, emptyMemory, services)).products.length).toBeGreaterThan(0);
  });

  test('for somebody else ignore one’s own history and wishes', async () => {
    const forDad = { ...likesRed, slot: 'recipient', value: 'dad', forWhom: 'dad' } as const;
    await gathered(turnOf(), understood('recommend', { preferences: [forDad] }));
    const request = shop.asked.at(-1)!;
    expect(request.history).toEqual([]);
    expect(request.boost).toBeUndefined();
  });

  test('"the second one" is the second of the last list, and nothing beyond its end', async () => {
    const memory = { ...emptyMemory, shown: [goods.road.id, goods.bag.id] };
    const at = (ordinal: number) =>
      gathered(turnOf(), understood('product-details', { entities: { products: [], ordinal } }), memory);
    expect((await at(2)).focus?.id).toBe(goods.bag.id);
    expect((await at(-1)).focus?.id).toBe(goods.bag.id);
    expect((await at(3)).focus).toBeUndefined();
  });

  test('hidden or unknown ones have no details', async () => {
    for (const id of ['no-such-product', 'hidden']) {
      const tap = { tap: 'product', product: idOf(id) } as const;
      expect((await gathered(turnOf({ value: tap }), understood('product-details'))).focus).toBeUndefined();
    }
  });
});

describe('offers', () => {
  const bob = asId<ShopperId>('bob');
  beforeEach(async () => {
    await shop.stores.offers.insert(offerOf({ id: asId<OfferId>('offer-of-bob'), shopper: bob }));
  });

  test('of somebody else are as unknown as ones that never were', async () => {
    const tap = { tap: 'apply-offer', offer: asId<OfferId>('offer-of-bob') } as const;
    const facts = await gathered(turnOf({ value: tap }), understood('apply-offer'));
    expect(facts.offer).toBeUndefined();
    expect(decide(turnOf({ value: tap }), understood('apply-offer'), facts).parts).toMatchObject([
      { kind: 'offer-refused', reason: 'unknown-offer' },
    ]);
  });

  test('are decided from the cart as it is in the store', async () => {
    const cart = await shop.stores.carts.ensure(cartIdOf(bob), bob, now);
    await shop.stores.carts.change(cart.id, cart.version, { lines: [{ product: goods.bag.id, quantity: 2 }] }, now);
    const facts = await gathered(turnOf({ shopper: bob }), understood('view-cart'));
    expect(facts.cartPriced?.subtotal.minor).toBe(2 * goods.bag.price.minor);
    expect(facts.cartProducts.map(p => p.id)).toEqual([goods.bag.id]);
  });

  test('are not decided where none is made', async () => {
    for (const intent of ['question', 'greeting', 'order-status', 'add-to-cart', 'forget'] as const)
      expect((await gathered(turnOf(), understood(intent))).decision, intent).toBeNull();
  });
});

test('"forget that I like red" names the fact that says so', async () => {
  await shop.stores.facts.add([{ fact: factOf({ quote: 'I like red' }), supersedes: [] }]);
  const facts = await gathered(turnOf({ text: 'forget that I like red' }), understood('forget'));
  expect(facts.toForget.map(f => f.id)).toEqual(['fact-1']);
});
