/** A turn, what was understood of it and the facts around it, as small literals; and a small real shop to run them on. */
import { Catalogue } from '../knowledge/catalogue.ts';
import type { Article } from '../knowledge/domain/article.ts';
import type { Conversation } from '../knowledge/domain/conversation.ts';
import { asId, type ConversationId, type ProductId, type ShopperId } from '../knowledge/domain/ids.ts';
import type { Offer } from '../knowledge/domain/offer.ts';
import type { Order, OrderLine } from '../knowledge/domain/order.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { Shop } from '../knowledge/domain/shop.ts';
import type { ProfileFact } from '../knowledge/domain/shopper.ts';
import type { Stores } from '../knowledge/ports.ts';
import { createArticleIndex } from '../knowledge/retrieval/pages/articles.ts';
import { openStores } from '../knowledge/store/open.ts';
import { learnIntents, pageSense } from '../models/text/learn-intents.ts';
import type { Recommender, RecommendRequest } from '../models/types.ts';
import type { TurnFlows } from './flows/flow.ts';
import { type IndexSet, indexSet } from './indexes.ts';
import { emptyMemory } from './memory.ts';
import { priceCart } from './offers/combine/price.ts';
import { campaign, shop as dealShop, now, product, promotion, shopper, yuan } from './offers/offers.test-helper.ts';
import type { DialogServices } from './services.ts';
import type { Turn, Understanding } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';
import { createUnderstander } from './understand/understand.ts';

export { now };

export const shop: Shop = {
  ...dealShop,
  name: { en: 'Test shop', zh: '测试商店' },
  categories: [
    { key: 'shoes', name: { en: 'Shoes', zh: '鞋' }, synonyms: ['shoe', '鞋子'] },
    { key: 'bags', name: { en: 'Bags', zh: '包' }, synonyms: ['bag', '背包'] },
    { key: 'mugs', name: { en: 'Mugs', zh: '杯子' }, synonyms: ['mug', '水杯'] },
  ],
};

const named = (id: string, category: string, price: number, en: string, zh: string, more: Partial<Product> = {}) =>
  product(id, price, { category, name: { en, zh }, description: { en: `${en}.`, zh: `${zh}。` }, ...more });

export const goods = {
  road: named('road', 'shoes', 300, 'Tempo road shoe, red', '快步 公路跑鞋 红色', { attributes: { colour: ['red'] } }),
  trail: named('trail', 'shoes', 400, 'Goat trail shoe, blue', '山羊 越野跑鞋 蓝色'),
  bag: named('bag', 'bags', 200, 'River backpack, green', '小河 双肩背包 绿色', { attributes: { colour: ['green'] } }),
  mug: named('mug', 'mugs', 50, 'Dawn mug, white', '晨光 马克杯 白色'),
} as const;

export const article: Article = {
  id: asId('delivery'),
  topic: 'delivery',
  title: { en: 'Delivery', zh: '配送' },
  body: { en: 'Delivery takes two to four days.', zh: '配送需要两到四天。' },
  questions: ['how long does delivery take', '送货要几天'],
  url: '/help/delivery',
  updatedAt: now,
};

export const ann = asId<ShopperId>('ann');
export const talk = asId<ConversationId>('talk');

export const turnOf = (more: Partial<Turn> = {}): Turn => ({
  id: asId('turn-1'),
  conversation: talk,
  shopper: ann,
  signedIn: true,
  channel: 'test',
  text: 'words',
  cut: false,
  at: now,
  ...more,
});

export const understood = (intent: Understanding['intent'], more: Partial<Understanding> = {}): Understanding => ({
  intent,
  confidence: 0.9,
  language: 'en',
  entities: { products: [] },
  preferences: [],
  correction: false,
  mood: 'neutral',
  query: 'words',
  ...more,
});

export const conversationOf = (more: Partial<Conversation> = {}): Conversation => ({
  id: talk,
  shopper: ann,
  channel: 'test',
  language: 'en',
  owner: 'bot',
  version: 0,
  createdAt: now,
  lastAt: now,
  ...more,
});

export const likesRed: StatedPreference = {
  slot: 'colour',
  value: 'red',
  polarity: 'like',
  forWhom: 'self',
  quote: 'red',
  confidence: 0.9,
};

export const factOf = (more: Partial<ProfileFact> = {}): ProfileFact => ({
  ...likesRed,
  id: asId('fact-1'),
  shopper: ann,
  conversation: talk,
  turn: asId('turn-0'),
  statedAt: new Date(now.getTime() - 60_000),
  expiresAt: new Date(now.getTime() + 86_400_000),
  ...more,
});

export const offerOf = (more: Partial<Offer> = {}): Offer => {
  const rule = { conditions: [], action: { kind: 'amount-off', amount: yuan(30) } } as const;
  const priced = priceCart({
    lines: [{ product: goods.bag, quantity: 1 }],
    shop,
    products: new Map([[goods.bag.id, goods.bag]]),
    promotion: rule,
  });
  return {
    id: asId('offer-1'),
    promotion: asId('promo'),
    campaign: asId('spring'),
    shopper: ann,
    conversation: talk,
    turn: asId('turn-0'),
    kind: 'amount-off',
    rule,
    basket: [{ product: goods.bag.id, quantity: 1 }],
    priced,
    saves: yuan(30),
    state: 'quoted',
    quotedAt: new Date(now.getTime() - 30_000),
    expiresAt: new Date(now.getTime() + 3_600_000),
    because: { model: 'told', upliftMinor: 500, buyProbability: 0.3, buyProbabilityWithout: 0.2, explored: false },
    ...more,
  };
};

export const lineOf = (bought: Product, quantity = 1, more: Partial<OrderLine> = {}): OrderLine => ({
  product: bought.id,
  title: bought.name,
  quantity,
  unitPrice: bought.price,
  discount: yuan(0),
  paid: { ...bought.price, minor: bought.price.minor * quantity },
  gift: false,
  ...more,
});

/** A delivered order of the signed-in shopper, three days old. */
export const orderOf = (more: Partial<Order> = {}): Order => {
  const lines = more.lines ?? [lineOf(goods.road, 2), lineOf(goods.bag)];
  const paid = lines.reduce((sum, line) => sum + line.paid.minor, 0);
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  return {
    id: asId('order-1'),
    number: 'WY-20418',
    shopper: ann,
    email: 'ann@example.com',
    lines,
    currency: 'CNY',
    subtotal: yuan(paid / 100),
    discount: yuan(0),
    shipping: yuan(0),
    total: yuan(paid / 100),
    status: 'delivered',
    placedAt: daysAgo(5),
    shipment: {
      carrier: 'SF',
      tracking: 'SF1',
      shippedAt: daysAgo(4),
      expectedAt: daysAgo(3),
      deliveredAt: daysAgo(3),
    },
    source: 'test',
    ...more,
  };
};

export const factsOf = (more: Partial<TurnFacts> = {}): TurnFacts => ({
  shop,
  now,
  shopper: shopper(),
  conversation: conversationOf(),
  memory: emptyMemory,
  profile: [],
  orders: [],
  orderRefused: false,
  toForget: [],
  cart: null,
  cartProducts: [],
  cartPriced: null,
  search: { preferences: [] },
  passages: [],
  answerThreshold: 0.5,
  products: [],
  relaxed: [],
  openOffers: [],
  decision: null,
  impression: null,
  queueLength: 0,
  marked: [],
  unavailable: [],
  ...more,
});

/** Ranks the catalogue as it stands, cheapest last, and keeps what it was asked. */
export const listedRecommender = (asked: RecommendRequest[] = []): Recommender => ({
  name: 'listed',
  version: '1',
  recommend: request => {
    asked.push(request);
    return Object.values(goods)
      .map(p => p.id)
      .filter(id => !request.exclude.has(id) && (!request.among || request.among.has(id)))
      .map((id, i) => ({ product: id, score: 1 / (i + 1), reason: { kind: 'popular' } as const }));
  },
});

export interface SmallShop {
  readonly stores: Stores;
  /** What the recommender was asked, oldest first. */
  readonly asked: readonly RecommendRequest[];
  readonly services: DialogServices;
  close(): Promise<void>;
}

/** The four products above and one standing deal of ¥30 off, in real stores held in memory. */
export const openSmallShop = async (more: readonly Product[] = []): Promise<SmallShop> => {
  const stores = await openStores({ dataDir: null, dbPort: 0 });
  await stores.shop.put(shop);
  await stores.products.put([...Object.values(goods), ...more]);
  await stores.articles.put([article]);
  await stores.promotions.putCampaigns([campaign()]);
  await stores.promotions.put([promotion({ kind: 'amount-off', amount: yuan(30) })]);
  const catalogue = await Catalogue.open(stores);
  const asked: RecommendRequest[] = [];
  const recommender = listedRecommender(asked);
  let ids = 0;
  // Built when first looked at: that takes some hundred milliseconds, and not every test searches.
  let indexes: IndexSet | undefined;
  const services: DialogServices = {
    stores,
    catalogue,
    indexes: {
      settled: async () => {},
      current: () => {
        const { view } = catalogue;
        if (indexes?.view !== view) {
          indexes = indexSet(
            view,
            createUnderstander(view, learnIntents),
            createArticleIndex(view.articles, { sense: pageSense() }),
          );
        }
        return indexes;
      },
    },
    models: {
      current: () => ({
        recommender,
        response: null,
        status: {
          recommender: { name: 'listed', version: '1' },
          response: null,
          backend: 'none',
          device: 'none',
          training: { running: false, progress: 0, step: '' },
        },
      }),
    },
    clock: () => now,
    publicUrl: 'http://shop.test',
    makeId: () => `made-${++ids}`,
  };
  return { stores, asked, services, close: () => stores.close() };
};

/** The same stores with one of their methods failing, as with a database that went away. */
export const failing = <K extends keyof Stores>(stores: Stores, store: K, method: keyof Stores[K]): Stores => ({
  ...stores,
  [store]: {
    ...(stores[store] as object),
    [method]: () => Promise.reject(new Error(`${String(store)} is down`)),
  },
});

export const idOf = (id: string): ProductId => asId<ProductId>(id);

/** No flow waits, and none is begun. */
export const noFlows = {
  waiting: async () => null,
  meet: async () => ({ kind: 'none' }),
  leave: async () => {},
  answers: async () => false,
} as Partial<TurnFlows> as TurnFlows;
