import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  asId,
  type CampaignId,
  type CartId,
  type OfferId,
  type PromotionId,
  type ShopperId,
} from '../../../knowledge/domain/ids.ts';
import type { Offer } from '../../../knowledge/domain/offer.ts';
import { campaignPool, usesPool } from '../../../knowledge/domain/pool.ts';
import type { Action, Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { openStores } from '../../../knowledge/store/open.ts';
import { cancelOrder } from '../ledger/cancel.ts';
import { checkout } from '../ledger/checkout.ts';
import { applyCode, shareCode } from '../ledger/codes.ts';
import { balancedPool, balancedPromotion } from '../ledger/ledger.test-helper.ts';
import { applyOffer, readCart, releaseOffer } from '../ledger/redeem.ts';
import { sweep } from '../ledger/sweep.ts';
import {
  campaign,
  minutes,
  nobody,
  now,
  offerOf,
  shop as plainShop,
  product,
  promotion,
  yuan,
} from '../offers.test-helper.ts';
import { evaluatePromotion } from './evaluate.ts';
import { promiseOffer } from './promise.ts';

/** Random stories; PROMISE_RUNS=500 for the round of full size. */
const runs = Number(process.env.PROMISE_RUNS ?? 8);

let stores: Stores;
const mug = product('mug', 100);
/** Sold below cost as soon as anything comes off. */
const dear = product('dear', 50, { cost: yuan(50) });
const shop = { ...plainShop, stackGroups: [{ key: 'all', name: {}, order: 0, mode: 'all' as const }] };
beforeAll(async () => {
  stores = await openStores({ dataDir: null });
  await stores.products.put([mug, dear]);
});
afterAll(() => stores.close());

const whos = 4;
const fifth: Action = { kind: 'percent-off', rate: 0.2 };

type Event =
  | { do: 'quote' | 'apply' | 'pay' | 'cancel'; who: number; units: number }
  | { do: 'grow'; who: number; units: number; with: 'mug' | 'dear' }
  | { do: 'let-go'; who: number; declined: boolean }
  | { do: 'others-buy'; units: number; code: boolean }
  | { do: 'wait'; minutes: number; sweep: boolean }
  | { do: 'cap' | 'budget'; yuan: number }
  | { do: 'pause'; on: boolean }
  | { do: 'edit' | 'end' };

const who = fc.nat(whos - 1);
const units = fc.integer({ min: 1, max: 3 });
const events: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('quote', 'apply', 'pay', 'cancel'), who, units }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('quote'), who, units }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('grow'), who, units, with: fc.constantFrom('mug', 'dear') }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('let-go'), who, declined: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('others-buy'), units, code: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 45 }), sweep: fc.boolean() }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('cap', 'budget'), yuan: fc.integer({ min: 1, max: 200 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pause'), on: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('edit', 'end') }) },
  ) as fc.Arbitrary<Event>,
  { minLength: 8, maxLength: 30 },
);

let stories = 0;

/** A campaign of little money that three promotions share: one that is quoted, one that runs by itself, one by code. */
const story = async () => {
  stories += 1;
  const named = <T>(what: string): T => asId(`${what}-${stories}`) as T;
  let spring = campaign({ id: named<CampaignId>('spring'), budget: yuan(250) });
  const own = (id: string, action: Action, more: Partial<Promotion>): Promotion => {
    const { remainingMinor: _, ...rule } = promotion(action, {
      id: named<PromotionId>(id),
      campaign: spring.id,
      group: 'all',
      ...more,
    });
    return rule;
  };
  let quoted = own('quoted', fifth, {
    trigger: 'offer',
    cap: yuan(150),
    limits: { perShopper: { uses: 100 }, uses: 5 },
    order: 2,
  });
  const automatic = own(
    'automatic',
    { kind: 'amount-off', amount: yuan(5) },
    { trigger: 'automatic', limits: { perShopper: { uses: 100 } }, order: 0 },
  );
  const coded = own(
    'coded',
    { kind: 'amount-off', amount: yuan(7) },
    { trigger: 'code', limits: { perShopper: { uses: 100 } }, order: 1 },
  );
  const all = [quoted, automatic, coded];
  await stores.promotions.putCampaigns([spring]);
  await stores.promotions.put(all);
  const code = (await shareCode(stores, coded.id, `CODE${stories}`))!;

  let at = now;
  let made = 0;
  const standing = new Map<number, Offer>();
  const lastOrder = new Map<number, string>();
  const me = (i: number) => {
    const shopper = named<ShopperId>(`shopper-${i}`);
    return { stores, shop, shopper, cart: asId<CartId>(`cart:${shopper}`), now: at };
  };
  const fill = async (i: number, lines: Offer['basket'], offer?: OfferId) => {
    const { cart, shopper } = me(i);
    const there = await stores.carts.ensure(cart, shopper, at);
    await stores.carts.change(cart, there.version, { lines, offer: offer ?? there.offer }, at);
  };
  const rid = (): string => `key-${stories}-${made++}`;
  const pay = (i: number) => checkout({ ...me(i), idempotencyKey: rid(), makeOrderNumber: id => `T-${id}` });

  /** Whoever was quoted has the goods in the cart and takes the offer: at least what was quoted comes off, and is paid so. */
  const honoured = async (i: number, offer: Offer, paid: boolean): Promise<void> => {
    const lines = (await stores.carts.get(me(i).cart))?.lines ?? [];
    if (!offer.basket.every(l => lines.some(x => x.product === l.product && x.quantity >= l.quantity)))
      await fill(i, offer.basket);
    const applied = await applyOffer({ ...me(i), offer: offer.id });
    const state = (await readCart(me(i)))!;
    const spoken = JSON.stringify({
      applied: applied.kind === 'applied' ? applied.priced.total : applied.reason,
      lines: state.cart.lines,
    });
    expect(state.priced.discount.minor + state.priced.shippingDiscount.minor, spoken).toBeGreaterThanOrEqual(
      offer.saves.minor,
    );
    if (!paid) return;
    const order = await pay(i);
    expect(order.kind === 'placed' ? 'placed' : order.reason, spoken).toBe('placed');
    if (order.kind !== 'placed') return;
    expect(order.order.discount.minor).toBeGreaterThanOrEqual(offer.saves.minor);
    lastOrder.set(i, order.order.id);
    standing.delete(i);
  };

  const act = async (event: Event): Promise<void> => {
    switch (event.do) {
      case 'quote': {
        if (standing.has(event.who) || (await stores.promotions.get(quoted.id))?.active !== true) return;
        const lines = [{ product: mug, quantity: event.units }];
        const verdict = evaluatePromotion({ promotion: quoted, lines, shop, shopper: nobody, now: at });
        if (verdict.kind === 'refused') return;
        const offer = offerOf({
          id: asId<OfferId>(rid()),
          promotion: quoted.id,
          campaign: spring.id,
          shopper: me(event.who).shopper,
          rule: { conditions: [], action: quoted.action, group: 'all', order: 2 },
          basket: [{ product: mug.id, quantity: event.units }],
          priced: verdict.priced,
          saves: verdict.saves,
          quotedAt: at,
          expiresAt: new Date(at.getTime() + 60 * 60_000),
        });
        if (await promiseOffer(stores, offer, shop, at)) standing.set(event.who, offer);
        else expect(await stores.offers.get(offer.id)).toBeNull();
        return;
      }
      case 'apply':
      case 'pay': {
        const offer = standing.get(event.who);
        if (offer) await honoured(event.who, offer, event.do === 'pay');
        return;
      }
      case 'grow': {
        const lines = (await stores.carts.get(me(event.who).cart))?.lines ?? [];
        const more = event.with === 'mug' ? mug.id : dear.id;
        const there = lines.find(l => l.product === more)?.quantity ?? 0;
        await fill(event.who, [
          ...lines.filter(l => l.product !== more),
          { product: more, quantity: there + event.units },
        ]);
        return;
      }
      case 'let-go': {
        const offer = standing.get(event.who);
        if (offer) await releaseOffer({ ...me(event.who), offer: offer.id, declined: event.declined });
        return;
      }
      case 'cancel': {
        const id = lastOrder.get(event.who);
        if (id) await cancelOrder({ stores, order: asId(id), now: at });
        return;
      }
      case 'others-buy': {
        const other = 100 + made;
        await fill(other, [{ product: mug.id, quantity: event.units }]);
        if (event.code) await applyCode(me(other), code);
        expect((await pay(other)).kind).toBe('placed');
        return;
      }
      case 'wait':
        at = new Date(at.getTime() + event.minutes * 60_000);
        for (const [i, offer] of standing) if (offer.expiresAt <= at) standing.delete(i);
        if (event.sweep) await sweep({ stores, now: at });
        return;
      case 'cap': {
        quoted = { ...quoted, cap: yuan(event.yuan) };
        const [kept] = await stores.promotions.put([quoted]);
        if (kept) quoted = { ...quoted, cap: { ...quoted.cap, minor: kept.capMinor } };
        return;
      }
      case 'budget':
        spring = { ...spring, budget: yuan(event.yuan) };
        return stores.promotions.putCampaigns([spring]);
      case 'pause':
        await stores.promotions.setActive(quoted.id, event.on);
        return;
      case 'edit':
        quoted = {
          ...quoted,
          action: { kind: 'percent-off', rate: 0.05 },
          conditions: [{ kind: 'min-quantity', quantity: 3 }],
          limits: { uses: 1 },
        };
        await stores.promotions.put([quoted]);
        return;
      case 'end':
        quoted = { ...quoted, endsAt: at };
        await stores.promotions.put([quoted]);
    }
  };

  let usedMinor = 0;
  const balanced = async (): Promise<void> => {
    for (const { id } of all) expect((await balancedPromotion(stores, id)).remainingMinor).toBeGreaterThanOrEqual(0);
    const used = (await balancedPool(stores, campaignPool(spring.id))).usedMinor;
    // A budget lowered below what is out lets nothing more out.
    expect(used).toBeLessThanOrEqual(Math.max(spring.budget!.minor, usedMinor));
    usedMinor = used;
    const { uses } = await balancedPool(stores, usesPool(quoted.id));
    expect(uses).toBeLessThanOrEqual(5);
  };

  return {
    act: async (event: Event) => {
      await act(event);
      await balanced();
    },
    end: async () => {
      for (const [i, offer] of [...standing]) {
        await honoured(i, offer, true);
        await balanced();
      }
      for (const n of [1, 2]) await sweep({ stores, now: minutes(60 * 24 * n) });
      await balanced();
      const { heldMinor, promisedMinor } = await stores.books(quoted.id);
      expect({ heldMinor, promisedMinor }).toEqual({ heldMinor: 0, promisedMinor: 0 });
    },
  };
};

it(
  'whatever is done meanwhile, every standing quote is honoured at what it said, no pool is overspent, the books balance',
  async () => {
    await fc.assert(
      fc.asyncProperty(events, async all => {
        const told = await story();
        for (const event of all) await told.act(event);
        await told.end();
      }),
      { seed: 20261124, numRuns: runs, endOnFailure: true },
    );
  },
  60_000 + runs * 15_000,
);
