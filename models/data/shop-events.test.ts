import { describe, expect, it } from 'vitest';
import {
  asId,
  type ConversationId,
  type FactId,
  type OrderId,
  type ProductId,
  type ReturnId,
  type ShopperId,
  type TurnId,
} from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type {
  BrowseEvent,
  Order,
  OrderLine,
  ProductMention,
  ProductRating,
  ReturnRequest,
} from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { describeQuality } from './quality.ts';
import { type ShopEventsInput, shopEvents } from './shop-events.ts';
import type { SignalEvent } from './signals.ts';

const now = new Date('2026-06-01T00:00:00Z');
const shopper = (id: string): ShopperId => asId<ShopperId>(id);
const product = (id: string): ProductId => asId<ProductId>(id);
const cents = (minor: number) => money(minor, 'CNY');

const line = (id: string, quantity = 1, over: Partial<OrderLine> = {}): OrderLine => ({
  product: product(id),
  title: { en: id },
  quantity,
  unitPrice: cents(1000),
  discount: cents(0),
  paid: cents(1000),
  gift: false,
  ...over,
});
let orders = 0;
const order = (who: string, lines: OrderLine[], over: Partial<Order> = {}): Order => {
  orders++;
  return {
    id: asId<OrderId>(`o${orders}`),
    number: `WY-${orders}`,
    shopper: shopper(who),
    lines,
    currency: 'CNY',
    subtotal: cents(0),
    discount: cents(0),
    shipping: cents(0),
    total: cents(0),
    status: 'delivered',
    placedAt: new Date(now.getTime() - orders * 3_600_000),
    source: 'test',
    ...over,
  };
};
const goods = (id: string, over: Partial<Product> = {}): Product => ({
  id: product(id),
  name: { en: id },
  description: { en: id },
  category: 'tea',
  attributes: {},
  price: cents(1000),
  stock: null,
  hidden: false,
  addedAt: now,
  ...over,
});
const view = (who: string, id: string, over: Partial<BrowseEvent> = {}): BrowseEvent => ({
  shopper: shopper(who),
  product: product(id),
  kind: 'view',
  at: new Date(now.getTime() - 1_000_000),
  dwellSeconds: 30,
  ...over,
});
const fact = (who: string, over: Partial<ProfileFact>): ProfileFact => ({
  id: asId<FactId>(`${who}-${over.value}`),
  shopper: shopper(who),
  slot: 'brand',
  value: 'x',
  polarity: 'like',
  forWhom: 'self',
  quote: '',
  conversation: asId<ConversationId>('c'),
  turn: asId<TurnId>('t'),
  confidence: 1,
  statedAt: now,
  expiresAt: new Date(now.getTime() + 1),
  ...over,
});

const rating = (who: string, id: string, stars: number, over: Partial<ProductRating> = {}): ProductRating => ({
  shopper: shopper(who),
  product: product(id),
  stars,
  at: new Date(now.getTime() - 1_000_000),
  ...over,
});
const mention = (
  who: string,
  id: string,
  kind: ProductMention['kind'],
  over: Partial<ProductMention> = {},
): ProductMention => ({
  shopper: shopper(who),
  product: product(id),
  kind,
  turn: asId<TurnId>('t'),
  at: new Date(now.getTime() - 1_000_000),
  ...over,
});

const stream = async function* <T>(all: readonly T[]) {
  yield* all;
};
const shop = (data: {
  orders?: Order[];
  returns?: Pick<ReturnRequest, 'order' | 'lines' | 'status'>[];
  browsing?: BrowseEvent[];
  ratings?: ProductRating[];
  mentions?: ProductMention[];
  facts?: ProfileFact[];
  products?: Product[];
}): ShopEventsInput => ({
  now,
  stores: {
    orders: { stream: () => stream(data.orders ?? []) },
    returns: {
      stream: () =>
        stream(
          (data.returns ?? []).map((request, r) => ({
            id: asId<ReturnId>(`r${r}`),
            shopper: shopper('ann'),
            reason: '',
            refund: cents(0),
            requestedAt: now,
            ...request,
          })),
        ),
    },
    browsing: { stream: () => stream(data.browsing ?? []) },
    ratings: { stream: () => stream(data.ratings ?? []) },
    mentions: { stream: () => stream(data.mentions ?? []) },
    facts: { stream: () => stream(data.facts ?? []) },
    products: { all: async () => data.products ?? ['tea', 'cup', 'pan', 'mat'].map(id => goods(id)) },
  },
});
describe('purchases', () => {
  it('leave out what was cancelled, given, or of no use, and say why', async () => {
    const repeated = order('ann', [line('mat')]);
    const { purchases, quality } = await shopEvents(
      shop({
        orders: [
          order('ann', [line('tea', 2), line('cup', 1, { gift: true })]),
          order('ann', [line('pan')], { status: 'cancelled' }),
          order('bob', [line('tea', -3), line('cup', Number.NaN), line('pan', 1, { unitPrice: cents(0) })]),
          order('bob', [line('tea')], { placedAt: new Date(now.getTime() + 1) }),
          order('bob', [line('tea')], { placedAt: new Date(Number.NaN) }),
          order(' ', [line('tea')]),
          repeated,
          { ...repeated, id: asId<OrderId>('again'), number: 'again' },
        ],
      }),
    );
    expect(purchases.map(e => [e.shopper, e.product, e.quantity])).toEqual([
      ['ann', 'tea', 2],
      ['ann', 'mat', 1],
    ]);
    expect(quality.sources[0]).toMatchObject({
      read: 11,
      kept: 2,
      dropped: {
        cancelled: 1,
        gift: 1,
        'bad-quantity': 2,
        'bad-price': 1,
        'bad-date': 2,
        'missing-shopper': 1,
        repeat: 1,
      },
    });
    expect(describeQuality(quality)[0]).toMatch(/read 11, kept 2; left out .*1 cancelled \(order WY-\d+, pan\)/);
  });

  it('are less what came back, matched to its order', async () => {
    const [whole, part, refused] = [
      order('ann', [line('tea', 2)]),
      order('ann', [line('cup', 3)]),
      order('ann', [line('pan')]),
    ];
    const marked = order('ann', [line('mat')], { status: 'returned' });
    const { purchases, quality } = await shopEvents(
      shop({
        orders: [whole, part, refused, marked],
        returns: [
          { order: whole.id, lines: [{ product: product('tea'), quantity: 2 }], status: 'refunded' },
          { order: part.id, lines: [{ product: product('cup'), quantity: 1 }], status: 'requested' },
          { order: refused.id, lines: [{ product: product('pan'), quantity: 1 }], status: 'refused' },
        ],
      }),
    );
    expect(purchases.map(e => [e.product, e.quantity])).toEqual([
      ['cup', 2],
      ['pan', 1],
    ]);
    expect(quality.sources[0]).toMatchObject({ dropped: { returned: 2 }, changed: { 'partly-returned': 1 } });
  });

  it('far outside a product’s own range are capped, or left out where the price shows a typing error', async () => {
    const usual = Array.from({ length: 12 }, (_, n) => order(`s${n}`, [line('tea', 1 + (n % 3))]));
    const { purchases, quality } = await shopEvents(
      shop({
        orders: [
          ...usual,
          order('odd', [line('tea', 9_000)]),
          order('typo', [line('tea', 1, { unitPrice: cents(100_000) })]),
        ],
      }),
    );
    expect(purchases).toHaveLength(13);
    expect(Math.max(...purchases.map(e => e.quantity!))).toBeLessThan(100);
    expect(quality.sources[0]).toMatchObject({ dropped: { 'price-outlier': 1 }, changed: { 'quantity-capped': 1 } });
    expect(quality.sources[0]!.examples['price-outlier']![0]).toMatch(/tea: 1000, usual are/);
  });

  it('of a machine are left out, those of a busy person are not', async () => {
    const many = (who: string, count: number) =>
      Array.from({ length: count }, (_, n) =>
        order(who, [line('tea')], { placedAt: new Date(now.getTime() - 86_400_000 + n * 60_000) }),
      );
    const { purchases } = await shopEvents(shop({ orders: [...many('machine', 60), ...many('busy', 5)] }));
    expect(new Set(purchases.map(e => e.shopper))).toEqual(new Set(['busy']));
  });
});

describe('signals', () => {
  const kinds = (signals: readonly SignalEvent[]): string[] => signals.map(e => `${e.product} ${e.kind} ${e.value}`);

  it('come from pages, carts, ratings and chats, each as it happened', async () => {
    const { signals } = await shopEvents(
      shop({
        browsing: [view('ann', 'tea', { dwellSeconds: 5 }), view('ann', 'pan', { kind: 'cart' })],
        ratings: [rating('ann', 'mat', 4)],
        mentions: [mention('ann', 'cup', 'shown'), mention('ann', 'tea', 'asked')],
        facts: [fact('ann', { slot: 'product', value: 'pan', confidence: 0.8 })],
      }),
    );
    expect(kinds(signals)).toEqual([
      'tea view 5',
      'pan cart 1',
      'mat rating 4',
      'cup shown 1',
      'tea asked 1',
      'pan wish 0.8',
    ]);
  });

  it('leave out what nothing can be learned from, and say of each source what and why', async () => {
    const later = new Date(now.getTime() + 10);
    const { signals, quality } = await shopEvents(
      shop({
        browsing: [
          view('ann', 'tea', { dwellSeconds: 1 }),
          view('ann', 'gone'),
          view('ann', 'pan', { at: later }),
          view(' ', 'pan'),
        ],
        ratings: [
          rating('ann', 'tea', 0),
          rating('ann', 'tea', Number.NaN),
          rating('ann', 'gone', 3),
          rating('ann', 'tea', 3, { at: new Date(Number.NaN) }),
        ],
        mentions: [mention('ann', 'gone', 'asked'), mention('ann', 'cup', 'tapped', { at: later })],
        facts: [fact('ann', { forWhom: 'dad' }), fact('ann', { statedAt: later })],
      }),
    );
    expect(signals).toEqual([]);
    expect(
      quality.sources.slice(1).map(({ source, read, kept, dropped }) => ({ source, read, kept, dropped })),
    ).toEqual([
      {
        source: 'browsing',
        read: 4,
        kept: 0,
        dropped: { glance: 1, 'no-product-of-the-shop': 1, 'bad-date': 1, 'missing-shopper': 1 },
      },
      {
        source: 'ratings',
        read: 4,
        kept: 0,
        dropped: { 'bad-rating': 2, 'no-product-of-the-shop': 1, 'bad-date': 1 },
      },
      {
        source: 'products in chats',
        read: 2,
        kept: 0,
        dropped: { 'no-product-of-the-shop': 1, 'bad-date': 1 },
      },
      {
        source: 'wishes and dislikes from chats',
        read: 2,
        kept: 0,
        dropped: { 'for-somebody-else': 1, 'bad-date': 1 },
      },
    ]);
    expect(describeQuality(quality)[2]).toMatch(
      /^ratings: read 4, kept 0; left out .*2 bad-rating \(shopper ann, tea: 0 stars, …\)/,
    );
  });

  it('count as fitting where they fit a stated wish, and not at all against a stated dislike', async () => {
    const products = [goods('tea', { brand: 'Nova' }), goods('cup', { brand: 'Orb' }), goods('pan', { brand: 'Rix' })];
    const { signals } = await shopEvents(
      shop({
        products,
        browsing: [view('ann', 'tea'), view('ann', 'cup'), view('ann', 'pan')],
        mentions: [mention('ann', 'cup', 'asked'), mention('ann', 'cup', 'shown')],
        facts: [
          fact('ann', { value: 'nova' }),
          fact('ann', { value: 'orb', polarity: 'dislike' }),
          fact('ann', { value: 'rix', polarity: 'dislike', forWhom: 'dad' }),
        ],
      }),
    );
    expect(kinds(signals)).toEqual(['tea fitting-view 30', 'pan view 30', 'cup shown 1']);
  });

  it('of a robot that opens a page every second, or rates everything, are left out', async () => {
    const robot = Array.from({ length: 600 }, (_, n) =>
      view('robot', ['tea', 'cup', 'pan', 'mat'][n % 4]!, { at: new Date(now.getTime() - 900_000 + n * 1000) }),
    );
    const rater = Array.from({ length: 300 }, (_, n) =>
      rating('rater', ['tea', 'cup'][n % 2]!, 5, { at: new Date(now.getTime() - 1000 - n) }),
    );
    const { signals, quality } = await shopEvents(shop({ browsing: [...robot, view('ann', 'tea')], ratings: rater }));
    expect(signals.map(e => e.shopper)).toEqual(['ann']);
    expect(quality.sources[1]).toMatchObject({ read: 601, kept: 1, dropped: { machine: 600 } });
    expect(quality.sources[2]).toMatchObject({ read: 300, kept: 0, dropped: { machine: 300 } });
  });

  it('of one shopper and source are the latest 400', async () => {
    const many = Array.from({ length: 450 }, (_, n) =>
      view('ann', 'tea', { at: new Date(now.getTime() - (n + 1) * 3_600_000) }),
    );
    const { signals, quality } = await shopEvents(shop({ browsing: many }));
    expect(signals).toHaveLength(400);
    expect(quality.sources[1]!.dropped).toEqual({ 'older-than-kept': 50 });
    expect(signals.at(-1)!.at).toEqual(many[0]!.at);
  });

  it('of an empty shop are none', async () => {
    expect(await shopEvents(shop({ products: [] }))).toMatchObject({ purchases: [], signals: [], orders: 0 });
  });
});
