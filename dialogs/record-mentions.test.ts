import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId, type TurnId } from '../knowledge/domain/ids.ts';
import { decide } from './decide.ts';
import {
  ann,
  factsOf,
  goods,
  likesRed,
  now,
  openSmallShop,
  type SmallShop,
  turnOf,
  understood,
} from './dialogs.test-helper.ts';
import { record } from './record.ts';
import { mentionsOf } from './record-mentions.ts';
import type { Intent, TapValue } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

const mentioned = (intent: Intent, facts: Partial<TurnFacts>, value?: TapValue) => {
  const [turn, all] = [turnOf(value ? { value } : {}), factsOf(facts)];
  return mentionsOf(turn, decide(turn, understood(intent), all), all).map(m => `${m.kind} ${m.product}`);
};
const found = [goods.road, goods.bag].map(product => ({ product, score: 1 }));

describe('products that come up in a chat', () => {
  test('are those shown, those asked about in words, and those tapped', () => {
    expect(mentioned('recommend', { products: found })).toEqual(['shown road', 'shown bag']);
    expect(mentioned('product-details', { focus: goods.mug })).toEqual(['asked mug']);
    expect(mentioned('product-details', { focus: goods.mug }, { tap: 'product', product: goods.mug.id })).toEqual([
      'tapped mug',
    ]);
    expect(mentioned('product-details', { compared: [goods.road, goods.trail] })).toEqual([
      'asked road',
      'asked trail',
    ]);
    expect(mentioned('thanks', { products: found })).toEqual([]);
  });

  test('are kept with their propensity where chance decided who has the place', () => {
    const list = [
      { product: goods.road, score: 2 },
      { product: goods.bag, score: 1, propensity: 0.01 },
    ];
    const all = factsOf({ products: list });
    expect(mentionsOf(turnOf(), decide(turnOf(), understood('recommend'), all), all)).toMatchObject([
      { product: goods.road.id, kind: 'shown' },
      { product: goods.bag.id, kind: 'shown', propensity: 0.01 },
    ]);
    expect(mentionsOf(turnOf(), decide(turnOf(), understood('recommend'), all), all)[0]).not.toHaveProperty(
      'propensity',
    );
  });

  test('are not kept of who does not want to be remembered, nor of a search for somebody else', () => {
    const silent = { ...factsOf().shopper, consent: { personalOffers: true, profile: false } };
    expect(mentioned('recommend', { products: found, shopper: silent })).toEqual([]);
    const forDad = { preferences: [{ ...likesRed, forWhom: 'dad' }] };
    expect(mentioned('recommend', { products: found, search: forDad })).toEqual([]);
  });
});

describe('on record', () => {
  let shop: SmallShop;
  beforeEach(async () => {
    shop = await openSmallShop();
  });
  afterEach(() => shop.close());

  test('they are written once a turn, and forgotten with everything else', async () => {
    const facts = factsOf({ products: found });
    for (let time = 0; time < 2; time++)
      await record(turnOf(), decide(turnOf(), understood('recommend'), facts), facts, shop.services);
    expect(await shop.stores.mentions.recent(ann, 10)).toHaveLength(2);
    await shop.stores.ratings.put([{ shopper: ann, product: goods.bag.id, stars: 5, at: now }]);
    await shop.stores.browsing.add([{ shopper: ann, product: goods.bag.id, kind: 'view', at: now }]);
    const forget = { ...decide(turnOf(), understood('help'), factsOf()), effects: [{ kind: 'forget-all' as const }] };
    await record(turnOf({ id: asId<TurnId>('turn-2') }), forget, factsOf(), shop.services);
    expect(await shop.stores.mentions.recent(ann, 10)).toEqual([]);
    expect(await shop.stores.ratings.ofShopper(ann)).toEqual([]);
    expect(await shop.stores.browsing.recent(ann, 10)).toEqual([]);
  });

  test('what goes into the cart from the chat counts as it does on the page', async () => {
    const claim = { kind: 'add-to-cart', product: goods.bag.id, quantity: 1 } as const;
    const reply = { ...decide(turnOf(), understood('help'), factsOf()), effects: [], claim };
    await record(turnOf(), reply, factsOf(), shop.services);
    expect(await shop.stores.browsing.recent(ann, 5)).toEqual([
      { shopper: ann, product: goods.bag.id, kind: 'cart', at: now },
    ]);
  });
});
