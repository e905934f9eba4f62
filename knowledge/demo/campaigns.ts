import type { PromotionCode } from '../domain/code.ts';
import { asId, type CampaignId, type PromotionId } from '../domain/ids.ts';
import { formatMoney, fromMajor, type Money, times } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import type { Action, Campaign, Condition, Promotion } from '../domain/promotion.ts';
import type { Pair } from './content/design.ts';
import { counterDeals } from './counter-deals.ts';
import { houseCampaign, makeHouseDeals } from './house-deals.ts';

const day = 86_400_000;
const yuan = (amount: number): Money => fromMajor(amount, 'CNY');

interface Draft {
  readonly key: string;
  readonly name: Pair;
  readonly terms: Pair;
  readonly conditions: readonly Condition[];
  readonly action: Action;
  readonly capYuan: number;
}

interface CampaignDraft {
  readonly key: string;
  readonly name: Pair;
  readonly days: number;
  readonly promotions: readonly Draft[];
}

const find = (products: readonly Product[], id: string): Product => {
  const product = products.find(p => p.id === id);
  if (!product) throw new RangeError(`The demo campaigns need the product ${id}; ask for more products`);
  return product;
};

/** Eight campaigns with every kind of personal promotion; the words of the terms are made from the rule's own numbers. */
const drafts = (products: readonly Product[]): CampaignDraft[] => {
  const gift = find(products, 'p-mug-sage');
  const dripper = find(products, 'p-dripper-chalk');
  const beans = find(products, 'p-alley-house-250g');
  const together = times({ minor: dripper.price.minor + beans.price.minor, currency: 'CNY' }, 0.82);
  const bundlePrice = yuan(Math.round(together.minor / 1000) * 10 - 1);
  return [
    {
      key: 'welcome',
      name: ['Welcome aboard', '上船礼'],
      days: 120,
      promotions: [
        {
          key: 'welcome-20',
          name: ['¥20 off your first order', '首单立减 20 元'],
          terms: [
            'For your first order of ¥129 or more: ¥20 off the goods. Once per shopper.',
            '首次下单满 129 元，商品立减 20 元。每人限一次。',
          ],
          conditions: [{ kind: 'first-order' }, { kind: 'min-spend', amount: yuan(129) }],
          action: { kind: 'amount-off', amount: yuan(20) },
          capYuan: 12_000,
        },
      ],
    },
    {
      key: 'cross-the-river',
      name: ['Cross the river', '过河满减'],
      days: 75,
      promotions: [
        {
          key: 'tiers',
          name: ['¥50 off ¥300, ¥100 off ¥500', '满 300 减 50，满 500 减 100'],
          terms: [
            'Spend ¥300 and ¥50 comes off; spend ¥500 and ¥100 comes off. The highest step you reach counts, once per order.',
            '满 300 元减 50 元，满 500 元减 100 元；按达到的最高一档减一次，每单限一次。',
          ],
          conditions: [],
          action: {
            kind: 'spend-and-save',
            tiers: [
              { threshold: yuan(300), off: yuan(50) },
              { threshold: yuan(500), off: yuan(100) },
            ],
          },
          capYuan: 40_000,
        },
      ],
    },
    {
      key: 'rain-season',
      name: ['Run in the rain', '雨天照跑'],
      days: 60,
      promotions: [
        {
          key: 'shoes-15',
          name: ['15% off running shoes', '跑鞋 85 折'],
          terms: [
            '15% off all running shoes in the cart, at most ¥90 off. Other goods stay at their price.',
            '购物车内所有跑鞋享 85 折，最多优惠 90 元；其他商品按原价。',
          ],
          conditions: [{ kind: 'contains', scope: { categories: ['running-shoes'] } }],
          action: { kind: 'percent-off', rate: 0.15, scope: { categories: ['running-shoes'] }, maxDiscount: yuan(90) },
          capYuan: 25_000,
        },
      ],
    },
    {
      key: 'tea-hour',
      name: ['The tea hour', '喝茶时间'],
      days: 90,
      promotions: [
        {
          key: 'tea-2-1',
          name: ['Tea & coffee: buy two, get one free', '茶与咖啡买二赠一'],
          terms: [
            'For every two from Tea & coffee, a third from Tea & coffee is free; the cheapest is the free one. At most twice per order.',
            '茶与咖啡类每买两件，再送一件同类商品，价格最低的一件免费；每单最多送两件。',
          ],
          conditions: [],
          action: {
            kind: 'buy-x-get-y',
            scope: { categories: ['tea-coffee'] },
            buyQuantity: 2,
            getQuantity: 1,
            limit: 2,
          },
          capYuan: 18_000,
        },
        {
          key: 'slow-morning',
          name: ['Slow morning bundle', '慢早晨套装'],
          terms: [
            `The ceramic dripper and the Alley House beans (250 g) together for ${formatMoney(bundlePrice)}.`,
            `陶瓷滤杯和巷子拼配咖啡豆（250 克）一起买，合计 ${formatMoney(bundlePrice)}。`,
          ],
          conditions: [],
          action: { kind: 'bundle', products: [dripper.id, beans.id], price: bundlePrice },
          capYuan: 6_000,
        },
      ],
    },
    {
      key: 'thank-you',
      name: ['A mug to say thanks', '谢礼马克杯'],
      days: 75,
      promotions: [
        {
          key: 'mug',
          name: ['Free Thumbprint mug from ¥399', '满 399 元赠指印马克杯'],
          terms: [
            `Orders of ¥399 or more come with a Thumbprint mug in sage (worth ${formatMoney(gift.price)}), while there are any.`,
            `订单满 399 元即赠鼠尾草绿指印马克杯一只（价值 ${formatMoney(gift.price)}），赠完即止。`,
          ],
          conditions: [{ kind: 'min-spend', amount: yuan(399) }],
          action: { kind: 'gift', product: gift.id },
          capYuan: 15_000,
        },
      ],
    },
    {
      key: 'doorstep',
      name: ['To your doorstep', '送到家门口'],
      days: 90,
      promotions: [
        {
          key: 'ship-free',
          name: ['Free delivery from ¥69', '满 69 元免运费'],
          terms: ['No delivery fee on orders of ¥69 or more within mainland China.', '中国大陆订单满 69 元免运费。'],
          conditions: [{ kind: 'min-spend', amount: yuan(69) }],
          action: { kind: 'free-shipping' },
          capYuan: 9_000,
        },
      ],
    },
    {
      key: 'come-back',
      name: ['The boat is still here', '船还在等你'],
      days: 65,
      promotions: [
        {
          key: 'back-12',
          name: ['12% off everything, welcome back', '回来就 88 折'],
          terms: [
            'For shoppers who have not ordered for half a year: 12% off the whole cart, at most ¥120 off.',
            '给半年没有下单的老朋友：整单 88 折，最多优惠 120 元。',
          ],
          conditions: [{ kind: 'segment', anyOf: ['lapsed'] }],
          action: { kind: 'percent-off', rate: 0.12, maxDiscount: yuan(120) },
          capYuan: 20_000,
        },
        {
          key: 'vip-8',
          name: ['8% off for regulars', '熟客 92 折'],
          terms: [
            'For our regulars (VIP): 8% off the whole cart, at most ¥150 off.',
            '给熟客（VIP）：整单 92 折，最多优惠 150 元。',
          ],
          conditions: [{ kind: 'segment', anyOf: ['vip'] }],
          action: { kind: 'percent-off', rate: 0.08, maxDiscount: yuan(150) },
          capYuan: 20_000,
        },
      ],
    },
    {
      key: 'skin-days',
      name: ['Dry air days', '干燥季护肤'],
      days: 62,
      promotions: [
        {
          key: 'skin-30',
          name: ['¥30 off skincare from ¥169', '护肤满 169 元减 30 元'],
          terms: [
            'Put ¥169 or more of skincare in the cart and ¥30 comes off it.',
            '购物车内护肤类商品满 169 元，立减 30 元。',
          ],
          conditions: [{ kind: 'min-spend', amount: yuan(169), scope: { categories: ['skincare'] } }],
          action: { kind: 'amount-off', amount: yuan(30), scope: { categories: ['skincare'] } },
          capYuan: 10_000,
        },
      ],
    },
  ];
};

/**
 * Running since 30 days before `now`, for 60 days or more after it; what applies by itself or by code begins at `now`.
 * Pools are what the marketer lets each one cost.
 */
export const makeCampaigns = (options: {
  now: Date;
  products: readonly Product[];
}): { campaigns: Campaign[]; promotions: Promotion[]; codes: PromotionCode[] } => {
  const startsAt = new Date(Math.floor(options.now.getTime() / day - 30) * day);
  const campaigns: Campaign[] = [];
  const promotions: Promotion[] = [];
  const all: readonly CampaignDraft[] = [...drafts(options.products), { ...houseCampaign, promotions: [] }];
  for (const draft of all) {
    const id = asId<CampaignId>(`c-${draft.key}`);
    const endsAt = new Date(startsAt.getTime() + (draft.days + 31) * day);
    campaigns.push({
      id,
      name: { en: draft.name[0], zh: draft.name[1] },
      startsAt,
      endsAt,
      active: true,
      holdout: 0.1,
      exploration: 0.1,
      guardrails: { marginFloor: 0.12, maxOffers: 3, perDays: 7, cooldownHours: 24 },
      quoteMinutes: 60,
      maxCounterOffers: 1,
    });
    const counters = counterDeals.filter(p => p.campaign === draft.key);
    for (const p of [...draft.promotions, ...counters])
      promotions.push({
        id: asId<PromotionId>(`promo-${p.key}`),
        campaign: id,
        name: { en: p.name[0], zh: p.name[1] },
        terms: { en: p.terms[0], zh: p.terms[1] },
        conditions: p.conditions,
        action: p.action,
        active: true,
        startsAt,
        endsAt,
        cap: yuan(p.capYuan),
        trigger: 'offer',
        ...('campaign' in p ? { counterOnly: true } : {}),
        group: 'personal',
      });
  }
  const { id: campaign, endsAt } = campaigns.at(-1) as Campaign;
  campaigns.push({
    id: asId<CampaignId>('c-care'),
    name: { en: 'Putting things right', zh: '售后关怀' },
    startsAt,
    endsAt,
    active: true,
    holdout: 0,
    exploration: 0,
    guardrails: { marginFloor: 0, maxOffers: 3, perDays: 30, cooldownHours: 0 },
    quoteMinutes: 7 * 24 * 60,
    budget: yuan(5_000),
    purpose: 'goodwill',
  });
  const house = makeHouseDeals({ campaign, startsAt: options.now, endsAt });
  return { campaigns, promotions: [...promotions, ...house.promotions], codes: house.codes };
};
