/** The lab's shop: a small catalogue, one campaign over the whole time, and a dozen deals of every kind and depth. */
import { asId, type CampaignId, type ProductId, type PromotionId } from '../../knowledge/domain/ids.ts';
import { fromMajor, type Money, money } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Action, Campaign, Condition, Promotion } from '../../knowledge/domain/promotion.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';

export const day = 86_400_000;
/** Midnight of the lab's first day; a Monday. */
export const labStart = new Date('2026-03-02T00:00:00Z');

export const categories = ['tea', 'coffee', 'shoes', 'bags', 'kitchen', 'skincare', 'toys', 'lamps'] as const;

const yuan = (amount: number): Money => fromMajor(amount, 'CNY');

const labShop: Shop = {
  id: 'shop',
  name: { en: 'The lab', zh: '实验店' },
  tagline: { en: '', zh: '' },
  currency: 'CNY',
  languages: ['en', 'zh'],
  categories: categories.map(key => ({ key, name: { en: key }, synonyms: [] })),
  shippingFee: yuan(12),
  freeShippingFrom: yuan(299),
  returnDays: 30,
  exchangeRates: {},
  source: 'lab',
};

/** Twelve products a category, ¥28 to about ¥420, sold at 42 to 62 % margin; stock is not counted. */
const makeProducts = (seed: number): Product[] => {
  const random = seededRandom(seed * 7 + 3);
  return categories.flatMap((category, c) =>
    Array.from({ length: 12 }, (_, i): Product => {
      const price = 100 * Math.round((28 + 18 * (c % 4)) * Math.exp(0.16 * i) * (0.85 + 0.3 * random()));
      return {
        id: asId<ProductId>(`${category}-${i}`),
        name: { en: `${category} ${i + 1}` },
        description: {},
        category,
        attributes: {},
        price: money(price, 'CNY'),
        cost: money(Math.round(price * (0.38 + 0.2 * random())), 'CNY'),
        stock: null,
        hidden: false,
        addedAt: new Date(labStart.getTime() - 400 * day),
      };
    }),
  );
};

/** What the marketer allows in the lab; every policy lives under the same. */
const labCampaign = (days: number, budgetMinor: number | undefined): Campaign => ({
  id: asId<CampaignId>('lab'),
  name: { en: 'The lab', zh: '实验' },
  startsAt: labStart,
  endsAt: new Date(labStart.getTime() + days * day),
  active: true,
  holdout: 0.1,
  exploration: 0.02,
  guardrails: { marginFloor: 0.12, maxOffers: 3, perDays: 7, cooldownHours: 48 },
  quoteMinutes: 24 * 60,
  outcomeHours: 24,
  ...(budgetMinor === undefined ? {} : { budget: money(budgetMinor, 'CNY') }),
});

/** The campaign of the history: the same deals at random, before the lab begins. */
const pilotCampaign = (campaign: Campaign, historyDays: number): Campaign => {
  const { budget: _, ...rest } = campaign;
  return {
    ...rest,
    id: asId<CampaignId>('pilot'),
    startsAt: new Date(labStart.getTime() - historyDays * day),
    endsAt: labStart,
    holdout: 0.2,
    exploration: 1,
  };
};

/** The name of the plain 10 % that "always" gives. */
export const tenPercent = asId<PromotionId>('percent-10');

const deals = (products: readonly Product[]): readonly (readonly [string, Action, Condition?])[] => {
  const least = (amount: number): Condition => ({ kind: 'min-spend', amount: yuan(amount) });
  const one = (threshold: number, off: number): Action => ({
    kind: 'spend-and-save',
    tiers: [{ threshold: yuan(threshold), off: yuan(off) }],
  });
  const gift = products.find(p => p.category === 'kitchen' && p.price.minor >= 5_000) as Product;
  const pair = [products[3] as Product, products[14] as Product];
  const together = pair.reduce((sum, p) => sum + p.price.minor, 0);
  return [
    ['percent-5', { kind: 'percent-off', rate: 0.05 }],
    [tenPercent, { kind: 'percent-off', rate: 0.1 }],
    ['percent-15', { kind: 'percent-off', rate: 0.15 }],
    ['percent-20', { kind: 'percent-off', rate: 0.2 }],
    ['off-15', { kind: 'amount-off', amount: yuan(15) }, least(99)],
    ['off-40', { kind: 'amount-off', amount: yuan(40) }, least(239)],
    ['save-200-25', one(200, 25)],
    ['save-400-70', one(400, 70)],
    [
      'third-free',
      {
        kind: 'buy-x-get-y',
        scope: { categories: ['tea', 'coffee', 'skincare'] },
        buyQuantity: 2,
        getQuantity: 1,
        limit: 1,
      },
    ],
    ['bundle', { kind: 'bundle', products: pair.map(p => p.id), price: money(Math.round(together * 0.8), 'CNY') }],
    ['gift', { kind: 'gift', product: gift.id }, least(180)],
    ['ship-free', { kind: 'free-shipping' }, least(69)],
  ];
};

const unlimitedMinor = 1_000_000_000_00;

export interface LabWorld {
  readonly seed: number;
  readonly days: number;
  readonly products: readonly Product[];
  readonly catalogue: ReadonlyMap<ProductId, Product>;
  readonly campaign: Campaign;
  readonly promotions: readonly Promotion[];
  readonly shop: Shop;
}

/** The same world on the days before: the pilot's campaign in place of the lab's, no budget. */
export const pilotWorld = (world: LabWorld, historyDays: number): LabWorld => {
  const campaign = pilotCampaign(world.campaign, historyDays);
  const promotions = world.promotions.map(p => ({
    ...p,
    campaign: campaign.id,
    startsAt: campaign.startsAt,
    endsAt: campaign.endsAt,
    cap: money(unlimitedMinor, 'CNY'),
  }));
  return { ...world, campaign, promotions };
};

/** `budgetMinor`: the whole campaign's; without one the pools are too deep to be emptied. */
export const makeWorld = (options: { seed: number; days: number; budgetMinor?: number | undefined }): LabWorld => {
  const { seed, days, budgetMinor } = options;
  const products = makeProducts(seed);
  const campaign = labCampaign(days, budgetMinor);
  const promotions = deals(products).map(
    ([id, action, condition]): Promotion => ({
      id: asId<PromotionId>(id),
      campaign: campaign.id,
      name: { en: id },
      terms: {},
      conditions: condition ? [condition] : [],
      action,
      active: true,
      startsAt: campaign.startsAt,
      endsAt: campaign.endsAt,
      cap: money(budgetMinor ?? unlimitedMinor, 'CNY'),
      limits: { perShopper: { uses: 1_000 } },
    }),
  );
  return {
    seed,
    days,
    products,
    catalogue: new Map(products.map(p => [p.id, p])),
    campaign,
    promotions,
    shop: labShop,
  };
};
