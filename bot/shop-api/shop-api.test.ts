import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type OfferId, type ProductId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import { money, zero } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { App } from '../app.ts';
import { openApiPath } from '../docs/openapi.ts';
import { call } from '../testing/direct-line-client.ts';
import { startShop } from '../testing/start-shop.ts';
import { operations } from './operations.ts';

const shopKey = 'the-key-of-the-shops-server';
let app: App;
let url: string;

interface CartBody {
  readonly lines: { product: string; quantity: number }[];
  readonly subtotal: { minor: number };
  readonly discount: { minor: number };
  readonly total: { minor: number };
  readonly offer: { id: string; saves: { minor: number } } | null;
  readonly problem: { code: string; message: string } | null;
  readonly error?: { code: string; message: string };
}
interface OrderBody {
  readonly id: string;
  readonly number: string;
  readonly discount: { minor: number };
  readonly total: { minor: number };
  readonly error?: { code: string; message: string };
}

beforeAll(async () => {
  app = await startShop({ env: { SHOP_API_KEY: shopKey }, demo: { shoppers: 60, impressions: 50 } });
  url = `${app.url}/api/shop`;
});
afterAll(async () => {
  await app.close();
});

const guest = async (): Promise<{ token: string; id: ShopperId }> => {
  const { body } = await call<{ token: string; shopper: { id: string } }>('POST', `${url}/session`);
  return { token: body.token, id: asId(body.shopper.id) };
};

/** Something to buy, with stock for all tests. */
const goods = (): { id: ProductId; price: number } => {
  const found = app.catalogue.view.products.find(p => !p.hidden && (p.stock ?? 100) >= 30 && p.cost);
  if (!found) throw new Error('The demo shop has nothing in stock');
  return { id: found.id, price: found.price.minor };
};

const promotion: Promotion = {
  id: asId('test-tenth'),
  campaign: asId('test'),
  name: { en: 'A tenth off', zh: '九折' },
  terms: { en: 'On everything', zh: '全场' },
  conditions: [],
  action: { kind: 'percent-off', rate: 0.1 },
  active: true,
  startsAt: new Date(Date.now() - 86_400_000),
  endsAt: new Date(Date.now() + 86_400_000),
  cap: money(1_000_000, 'CNY'),
};

const quote = async (shopper: ShopperId, minutes = 30): Promise<Offer> => {
  const { id, price } = goods();
  const { currency } = app.catalogue.view.shop;
  await app.stores.promotions.put([{ ...promotion, cap: money(1_000_000, currency) }]);
  await app.catalogue.refresh();
  const offer: Offer = {
    id: asId<OfferId>(`offer-${shopper}`),
    promotion: promotion.id,
    campaign: promotion.campaign,
    shopper,
    conversation: asId('conversation'),
    turn: asId<TurnId>('turn'),
    kind: 'percent-off',
    rule: { conditions: promotion.conditions, action: promotion.action },
    basket: [{ product: id, quantity: 2 }],
    priced: {
      lines: [],
      subtotal: money(price * 2, currency),
      discount: zero(currency),
      shipping: zero(currency),
      shippingDiscount: zero(currency),
      total: money(price * 2, currency),
    },
    saves: money(Math.round(price * 0.2), currency),
    state: 'quoted',
    quotedAt: new Date(),
    expiresAt: new Date(Date.now() + minutes * 60_000),
    because: { model: 'test', upliftMinor: 0, buyProbability: 0.5, buyProbabilityWithout: 0.4, explored: false },
  };
  await app.stores.offers.insert(offer);
  return offer;
};

describe('sessions', () => {
  it('open for a guest, by bearer and by cookie, and are read back', async () => {
    const response = await fetch(`${url}/session`, { method: 'POST' });
    expect(response.status).toBe(201);
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    const again = await call<{ shopper: { id: string; signedIn: boolean } }>('GET', `${url}/session`, {
      headers: { cookie },
    });
    expect(again.body.shopper).toMatchObject({ signedIn: false });
    expect(again.body.shopper.id).toMatch(/^guest-/);
  });

  it('sign in as a demo shopper, who brings the guest’s cart along', async () => {
    const { token } = await guest();
    await call('POST', `${url}/cart/lines`, { token, body: { product: goods().id } });
    const list = await call<{ shoppers: { id: string; orders: number }[] }>('GET', `${url}/demo-shoppers`);
    expect(list.body.shoppers.length).toBeGreaterThan(2);
    const shopper = list.body.shoppers[0]!;
    expect(shopper.orders).toBeGreaterThan(0);
    const signed = await call<{ token: string; shopper: object }>('POST', `${url}/session`, {
      token,
      body: { shopper: shopper.id },
    });
    expect(signed.body.shopper).toMatchObject({ id: shopper.id, signedIn: true });
    const cart = await call<CartBody>('GET', `${url}/cart`, { token: signed.body.token });
    expect(cart.body.lines).toMatchObject([{ product: goods().id, quantity: 1 }]);
    const orders = await call<{ orders: unknown[] }>('GET', `${url}/orders`, { token: signed.body.token });
    expect(orders.body.orders).toHaveLength(Math.min(20, shopper.orders));
  });

  it('are refused when unknown, forged, or used from another site', async () => {
    const { token } = await guest();
    expect((await call('POST', `${url}/session`, { body: { shopper: 'nobody' } })).status).toBe(404);
    expect((await call('GET', `${url}/cart`)).status).toBe(401);
    expect((await call('GET', `${url}/cart`, { token: `${token}x` })).status).toBe(401);
    const headers = { cookie: `co_session=${token}`, 'sec-fetch-site': 'cross-site' };
    const foreign = await call('POST', `${url}/cart/lines`, { headers, body: { product: goods().id } });
    expect(foreign.status).toBe(403);
    const own = { ...headers, 'sec-fetch-site': 'same-origin' };
    expect((await call('POST', `${url}/cart/lines`, { headers: own, body: { product: goods().id } })).status).toBe(200);
  });
});

describe('products', () => {
  it('are listed by category and by words, in both languages, with a picture', async () => {
    const { body } = await call<{ categories: { key: string; name: string; products: number }[] }>(
      'GET',
      `${url}/categories?language=zh`,
    );
    expect(body.categories).toHaveLength(8);
    expect(body.categories[0]!.name).toMatch(/\p{Script=Han}/u);
    const { key } = body.categories.find(c => c.products > 0)!;
    const listed = await call<{ total: number; products: { category: string; picture: string; name: string }[] }>(
      'GET',
      `${url}/products?category=${key}&limit=5`,
    );
    expect(listed.body.products.every(p => p.category === key)).toBe(true);
    const picture = await fetch(`${app.url}${listed.body.products[0]!.picture}`);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(await picture.text()).toContain('<svg');
    const word = listed.body.products[0]!.name.split(' ')[0]!;
    const found = await call<{ total: number; products: { name: string }[] }>(
      'GET',
      `${url}/products?q=${encodeURIComponent(word)}`,
    );
    expect(found.body.total).toBeGreaterThan(0);
  });

  it('refuse unknown ids and bad parameters with a sentence', async () => {
    expect((await call('GET', `${url}/products/none`)).status).toBe(404);
    const bad = await call<{ error: { message: string } }>('GET', `${url}/products?limit=many&language=fr`);
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toMatch(/limit/);
    expect(bad.body.error.message).toMatch(/language/);
  });
});

describe('cart and checkout', () => {
  it('adds, sets and removes lines, and refuses what can’t be had', async () => {
    const { token } = await guest();
    const { id, price } = goods();
    const post = (body: unknown) => call<CartBody>('POST', `${url}/cart/lines`, { token, body });
    expect((await post({ product: id, quantity: 2 })).body.subtotal.minor).toBe(price * 2);
    const put = (quantity: unknown) => call<CartBody>('PUT', `${url}/cart/lines/${id}`, { token, body: { quantity } });
    expect((await put(3)).body.lines[0]).toMatchObject({ quantity: 3 });
    expect((await put(-1)).status).toBe(400);
    expect((await post({ product: id, quantity: 1.5 })).status).toBe(400);
    expect((await post({ product: 'none' })).status).toBe(404);
    expect((await call<CartBody>('DELETE', `${url}/cart/lines/${id}`, { token })).body.lines).toEqual([]);
    const empty = await call<OrderBody>('POST', `${url}/checkout`, { token, body: { idempotencyKey: 'first-click' } });
    expect([empty.status, empty.body.error?.code]).toEqual([409, 'empty-cart']);
  });

  it('applies an offer, changes the total, redeems it once at the checkout, and refuses a second try with a reason', async () => {
    const { token, id: shopper } = await guest();
    const { id, price } = goods();
    const offer = await quote(shopper);
    await call('POST', `${url}/cart/lines`, { token, body: { product: id, quantity: 2 } });
    const before = await call<CartBody>('GET', `${url}/cart`, { token });
    const applied = await call<CartBody>('POST', `${url}/cart/offer`, { token, body: { offer: offer.id } });
    expect(applied.status).toBe(200);
    expect(applied.body.discount.minor).toBe(Math.round(price * 0.2));
    expect(applied.body.total.minor).toBeLessThan(before.body.total.minor);
    const released = await call<CartBody>('DELETE', `${url}/cart/offer`, { token });
    expect(released.body.discount.minor).toBe(0);
    await call('POST', `${url}/cart/offer`, { token, body: { offer: offer.id } });
    const clicks = await Promise.all(
      [1, 2, 3].map(() =>
        call<OrderBody>('POST', `${url}/checkout`, { token, body: { idempotencyKey: 'one-checkout' } }),
      ),
    );
    expect(new Set(clicks.map(c => c.body.number)).size).toBe(1);
    expect(clicks[0]!.body.discount.minor).toBe(Math.round(price * 0.2));
    await call('POST', `${url}/cart/lines`, { token, body: { product: id } });
    const second = await call<CartBody>('POST', `${url}/cart/offer`, { token, body: { offer: offer.id } });
    expect([second.status, second.body.error?.code]).toEqual([409, 'already-redeemed']);
    const zh = await call<CartBody>('POST', `${url}/cart/offer?language=zh`, { token, body: { offer: offer.id } });
    expect(zh.body.error?.message).toMatch(/\p{Script=Han}/u);
    const other = await guest();
    await call('POST', `${url}/cart/lines`, { token: other.token, body: { product: id } });
    const stolen = await call<CartBody>('POST', `${url}/cart/offer`, { token: other.token, body: { offer: offer.id } });
    expect(stolen.body.error?.code).toBe('not-yours');
    const books = await app.stores.books(promotion.id);
    expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
  });

  it('shows the refund before a return, registers it once, and hides other people’s orders', async () => {
    const all = await app.stores.shoppers.sample(60);
    const orders = (await Promise.all(all.map(s => app.stores.orders.ofShopper(s.id, 5)))).flat();
    const days = app.catalogue.view.shop.returnDays;
    const order = orders.find(
      o =>
        o.status === 'delivered' &&
        Date.now() - (o.shipment?.deliveredAt ?? o.placedAt).getTime() < (days - 1) * 86_400_000,
    );
    expect(order, 'a demo shop has fresh orders').toBeDefined();
    const { body: session } = await call<{ token: string }>('POST', `${url}/session`, {
      body: { shopper: order!.shopper },
    });
    const line = order!.lines.find(l => !l.gift)!;
    const body = { lines: [{ product: line.product, quantity: line.quantity }], reason: 'too small' };
    const at = `${url}/orders/${order!.number}/returns`;
    const preview = await call<{ refund: { minor: number } }>('POST', `${at}/preview`, { token: session.token, body });
    expect(preview.status).toBe(200);
    expect(preview.body.refund.minor).toBeGreaterThanOrEqual(line.paid.minor);
    const made = await call<{ refund: { minor: number } }>('POST', at, { token: session.token, body });
    expect(made.status).toBe(201);
    expect(made.body.refund.minor).toBe(preview.body.refund.minor);
    expect((await call('POST', at, { token: session.token, body })).status).toBe(409);
    const { token } = await guest();
    const foreign = await call('POST', `${at}/preview`, { token, body });
    const unknown = await call('POST', `${url}/orders/WY-0/returns/preview`, { token, body });
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
  });
});

describe('codes and deals together', () => {
  interface DealsBody extends CartBody {
    readonly deals: { promotion: string; title: string; code?: string; saves: { minor: number } }[];
    readonly codes: { code: string; applied: boolean; reason?: string; message?: string }[];
    readonly nudges: { promotion?: string; spend?: { minor: number }; saves: { minor: number } }[];
    readonly gifts: { promotion: string; choices: { product: string; chosen: boolean }[] }[];
  }
  const codePromotion = async (id: string, more: Partial<Promotion>): Promise<Promotion> => {
    const { currency } = app.catalogue.view.shop;
    const made: Promotion = {
      ...promotion,
      id: asId(id),
      cap: money(1_000_000, currency),
      trigger: 'code',
      ...more,
    };
    await app.stores.promotions.put([made]);
    await app.stores.codes.insert([{ id: id.toUpperCase(), promotion: made.id, singleUse: false, active: true }]);
    await app.catalogue.refresh();
    return made;
  };

  it('a code is applied, waits with its reason, or is refused with the sentence; what is seen is what is paid', async () => {
    const { token } = await guest();
    const { id, price } = goods();
    const { currency } = app.catalogue.view.shop;
    await call('POST', `${url}/cart/lines`, { token, body: { product: id, quantity: 1 } });
    const enter = (code: string) => call<DealsBody>('POST', `${url}/cart/codes`, { token, body: { code } });
    const unknown = await enter('nobody knows');
    expect([unknown.status, unknown.body.error?.code]).toEqual([409, 'unknown-code']);
    expect(unknown.body.error?.message).toMatch(/code/);
    await codePromotion('half', { action: { kind: 'percent-off', rate: 0.5 } });
    await codePromotion('later', { conditions: [{ kind: 'min-spend', amount: money(price * 50, currency) }] });
    const half = await enter(' h-a l f ');
    expect(half.status).toBe(200);
    expect(half.body.deals).toMatchObject([{ promotion: 'half', title: 'A tenth off', code: 'HALF' }]);
    const later = await enter('later');
    expect(later.body.codes).toMatchObject([
      { code: 'HALF', applied: true },
      { code: 'LATER', applied: false, reason: expect.any(String), message: expect.stringMatching(/\.$/) },
    ]);
    const pay = (seenTotal: number) =>
      call<OrderBody>('POST', `${url}/checkout`, { token, body: { idempotencyKey: `seen-${seenTotal}`, seenTotal } });
    const seen = later.body.total.minor;
    const less = await pay(seen - 1);
    expect([less.status, less.body.error?.code]).toEqual([409, 'cart-changed']);
    const paid = await pay(seen);
    expect([paid.status, paid.body.total.minor]).toEqual([201, seen]);
    const cancelled = await call<{ refund: { minor: number }; freed: string[]; error?: { code: string } }>(
      'POST',
      `${url}/orders/${paid.body.number}/cancel`,
      { token, body: {} },
    );
    expect(cancelled.body).toMatchObject({ refund: { minor: seen }, freed: ['half'] });
    const figures = await (await fetch(`${app.url}/metrics`)).text();
    expect(figures).toContain('counteroffer_budget_minor{scope="promotion",id="half",figure="used"} 0');
    const again = await call<OrderBody>('POST', `${url}/orders/${paid.body.number}/cancel`, { token, body: {} });
    expect([again.status, again.body.error?.code]).toEqual([409, 'already-cancelled']);
    await call('POST', `${url}/cart/lines`, { token, body: { product: id, quantity: 1 } });
    expect((await enter('HALF')).body.codes).toMatchObject([{ code: 'HALF', applied: true }]);
    const without = await call<DealsBody>('DELETE', `${url}/cart/codes/half`, { token });
    expect(without.body.codes).toEqual([]);
  });

  it('says what is missing to the next step and what it saves, and lets the gift be chosen', async () => {
    const { token } = await guest();
    const { id, price } = goods();
    const { currency } = app.catalogue.view.shop;
    const [one, other] = app.catalogue.view.products.filter(p => !p.hidden && (p.stock ?? 9) > 5 && p.id !== id);
    await call('POST', `${url}/cart/lines`, { token, body: { product: id, quantity: 1 } });
    const enter = (code: string) => call<DealsBody>('POST', `${url}/cart/codes`, { token, body: { code } });
    await codePromotion('step', {
      action: {
        kind: 'spend-and-save',
        tiers: [{ threshold: money(price + 100, currency), off: money(Math.floor(price / 2), currency) }],
      },
    });
    const near = (await enter('step')).body.nudges.find(n => n.promotion === 'step');
    expect(near?.spend?.minor).toBe(100);
    expect(near?.saves.minor).toBeGreaterThan(0);
    await call('DELETE', `${url}/cart/codes/STEP`, { token });
    await codePromotion('present', { action: { kind: 'gift', product: one!.id, choices: [other!.id] } });
    const given = (await enter('present')).body;
    expect(given.gifts).toMatchObject([{ promotion: 'present', choices: [{ product: one!.id, chosen: true }, {}] }]);
    const body = { product: other!.id };
    const taken = await call<DealsBody>('PUT', `${url}/cart/gifts/present`, { token, body });
    expect(taken.body.gifts[0]?.choices.find(c => c.chosen)?.product).toBe(other!.id);
    const wrong = await call<DealsBody>('PUT', `${url}/cart/gifts/present`, { token, body: { product: id } });
    expect(wrong.status).toBe(409);
  });
});

describe('the shop’s own server', () => {
  it('redeems an offer on an order of its own, once, and is asked for its key', async () => {
    const { id: shopper, token } = await guest();
    const offer = await quote(shopper);
    const body = { offer: offer.id, shopper, order: 'EXT-1', lines: [{ product: goods().id, quantity: 2 }] };
    expect((await call('POST', `${url}/redeem`, { body })).status).toBe(401);
    expect((await call('POST', `${url}/redeem`, { token, body })).status).toBe(403);
    const first = await call<OrderBody>('POST', `${url}/redeem`, { token: shopKey, body });
    expect(first.status).toBe(201);
    expect(first.body.discount.minor).toBe(Math.round(goods().price * 0.2));
    const again = await call<OrderBody>('POST', `${url}/redeem`, { token: shopKey, body });
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const other = await call<OrderBody>('POST', `${url}/redeem`, { token: shopKey, body: { ...body, order: 'EXT-2' } });
    expect([other.status, other.body.error?.code]).toEqual([409, 'already-redeemed']);
  });

  it('gives up an offer that is held', async () => {
    const { token, id: shopper } = await guest();
    const offer = await quote(shopper);
    await call('POST', `${url}/cart/lines`, { token, body: { product: goods().id, quantity: 2 } });
    await call('POST', `${url}/cart/offer`, { token, body: { offer: offer.id } });
    const release = () => call('POST', `${url}/release`, { token: shopKey, body: { offer: offer.id, shopper } });
    expect([(await release()).status, (await release()).status]).toEqual([204, 204]);
    expect((await call<CartBody>('GET', `${url}/cart`, { token })).body.offer).toBeNull();
  });
});

describe('pages and reference', () => {
  it('documents every operation, with every parameter declared and every reference resolved', async () => {
    const { body } = await call<{
      openapi: string;
      paths: Record<
        string,
        Record<
          string,
          {
            operationId: string;
            parameters?: { name: string; in: string }[];
            responses: Record<string, { description: string }>;
          }
        >
      >;
      components: { schemas: Record<string, unknown> };
    }>('GET', `${app.url}/api/docs/openapi.json`);
    expect(body.openapi).toBe('3.1.0');
    for (const op of operations) {
      expect(body.paths[openApiPath(op.path)]?.[op.method.toLowerCase()]?.operationId).toBe(op.id);
    }
    const ids: string[] = [];
    for (const [path, methods] of Object.entries(body.paths)) {
      for (const op of Object.values(methods)) {
        ids.push(op.operationId);
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(m => m[1]);
        expect((op.parameters ?? []).filter(p => p.in === 'path').map(p => p.name)).toEqual(named);
        expect(Object.values(op.responses).every(r => r.description.length > 0)).toBe(true);
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
    const refs = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(m => m[1]!);
    expect(refs.length).toBeGreaterThan(5);
    expect(refs.filter(name => !(name in body.components.schemas))).toEqual([]);
    const page = await (await fetch(`${app.url}/api/docs`)).text();
    for (const op of operations) expect(page).toContain(`id="${op.id}"`);
    expect(page).not.toContain('<script');
  });

  it('serves help articles in both languages and escapes what is in them', async () => {
    const [article] = app.catalogue.view.articles;
    await app.stores.articles.put([{ ...article!, title: { en: '<script>x</script>', zh: '中文标题' } }]);
    await app.catalogue.refresh();
    const en = await (await fetch(`${app.url}/help/${article!.id}`)).text();
    expect(en).not.toContain('<script>');
    const zh = await (await fetch(`${app.url}/help/${article!.id}?language=zh`)).text();
    expect(zh).toContain('中文标题');
    expect((await fetch(`${app.url}/help/none`)).status).toBe(404);
  });
});

describe('ratings', () => {
  it('are given by the shopper, told by the shop’s server, and taken back', async () => {
    const { token, id } = await guest();
    const product = goods().id;
    const rating = `${url}/products/${product}/rating`;
    expect((await call('PUT', rating, { token, body: { stars: 4 } })).status).toBe(204);
    expect(await app.stores.ratings.ofShopper(id)).toMatchObject([{ product, stars: 4 }]);
    expect((await call('PUT', `${url}/products/nothing/rating`, { token, body: { stars: 4 } })).status).toBe(404);
    const told = await call<{ noted: number }>('POST', `${url}/ratings`, {
      token: shopKey,
      body: {
        ratings: [
          { shopper: id, product, stars: 2.5, at: '2020-01-01T00:00:00Z' },
          { shopper: 'elsewhere', product, stars: 5 },
          { shopper: 'elsewhere', product: 'nothing', stars: 5 },
          { shopper: 'elsewhere', product, stars: 5, at: '2999-01-01T00:00:00Z' },
        ],
      },
    });
    expect(told.body).toEqual({ noted: 2, unknownProducts: 1, inTheFuture: 1 });
    expect(await app.stores.ratings.ofShopper(id)).toMatchObject([{ stars: 4 }]);
    expect((await call('DELETE', rating, { token })).status).toBe(204);
    expect((await call('DELETE', rating, { token })).status).toBe(404);
  });

  it.each([
    [{ stars: 6 }, 'stars: is 6; it must be a whole number from 1 to 5'],
    [{ stars: 3.5 }, 'stars: is 3.5; it must be a whole number from 1 to 5'],
    [{ stars: 'good' }, 'stars: is "good"; it must be a whole number from 1 to 5'],
    [{}, 'stars: is missing; it must be a whole number from 1 to 5'],
  ])('%j is refused with what is allowed', async (body, message) => {
    const { token } = await guest();
    const refused = await call<{ error: { message: string } }>('PUT', `${url}/products/${goods().id}/rating`, {
      token,
      body,
    });
    expect([refused.status, refused.body.error.message]).toEqual([400, message]);
  });
});
