/**
 * What the demo shop answers "can you do better?" with: for each campaign more off for more goods, in steps that a cart of
 * one or two common products can reach. Never offered first.
 */
import { fromMajor, type Money } from '../domain/money.ts';
import type { Action, Condition } from '../domain/promotion.ts';
import type { Pair } from './content/design.ts';

const yuan = (amount: number): Money => fromMajor(amount, 'CNY');

export interface CounterDraft {
  /** Key of the campaign whose offers it answers. */
  readonly campaign: string;
  readonly key: string;
  readonly name: Pair;
  readonly terms: Pair;
  readonly conditions: readonly Condition[];
  readonly action: Action;
  readonly capYuan: number;
}

/** So much off from so much of goods, of one category where one is named. */
const step = (
  campaign: string,
  from: number,
  off: number,
  capYuan: number,
  { of, also = [], person }: { of?: { category: string; name: Pair }; also?: readonly Condition[]; person?: Pair } = {},
): CounterDraft => {
  const scope = of ? { categories: [of.category] } : undefined;
  const [goods, goodsZh] = of?.name ?? ['goods', '商品'];
  return {
    campaign,
    key: `${campaign}-${from}`,
    name: [`¥${off} off ${of ? `${goods} ` : ''}from ¥${from}`, `${of ? goodsZh : ''}满 ${from} 减 ${off}`],
    terms: [
      `${person ? `${person[0]} ` : ''}From ¥${from} of ${goods}, ¥${off} comes off.`,
      `${person?.[1] ?? ''}${goodsZh}满 ${from} 元，立减 ${off} 元。`,
    ],
    conditions: [...also, { kind: 'min-spend', amount: yuan(from), ...(scope ? { scope } : {}) }],
    action: { kind: 'amount-off', amount: yuan(off), ...(scope ? { scope } : {}) },
    capYuan,
  };
};

const firstOrder = {
  also: [{ kind: 'first-order' }],
  person: ['For your first order.', '首次下单：'],
} as const satisfies Parameters<typeof step>[4];
const skincare = { of: { category: 'skincare', name: ['skincare', '护肤'] } } as const;

export const counterDeals: readonly CounterDraft[] = [
  step('welcome', 259, 45, 6_000, firstOrder),
  step('welcome', 499, 90, 6_000, firstOrder),
  step('cross-the-river', 420, 75, 10_000),
  step('cross-the-river', 700, 160, 10_000),
  {
    campaign: 'rain-season',
    key: 'shoes-pair-20',
    name: ['20% off two pairs of running shoes', '跑鞋两双 8 折'],
    terms: [
      'Two pairs of running shoes or more: 20% off them, at most ¥220 off. Other goods stay at their price.',
      '购买两双及以上跑鞋，跑鞋享 8 折，最多优惠 220 元；其他商品按原价。',
    ],
    conditions: [{ kind: 'min-quantity', quantity: 2, scope: { categories: ['running-shoes'] } }],
    action: { kind: 'percent-off', rate: 0.2, scope: { categories: ['running-shoes'] }, maxDiscount: yuan(220) },
    capYuan: 12_000,
  },
  {
    campaign: 'tea-hour',
    key: 'tea-five-28',
    name: ['28% off five from Tea & coffee', '茶与咖啡五件 72 折'],
    terms: [
      'Five or more from Tea & coffee: 28% off them, at most ¥160 off.',
      '茶与咖啡类满五件，享 72 折，最多优惠 160 元。',
    ],
    conditions: [{ kind: 'min-quantity', quantity: 5, scope: { categories: ['tea-coffee'] } }],
    action: { kind: 'percent-off', rate: 0.28, scope: { categories: ['tea-coffee'] }, maxDiscount: yuan(160) },
    capYuan: 9_000,
  },
  step('thank-you', 699, 120, 8_000),
  step('doorstep', 139, 16, 5_000),
  step('doorstep', 199, 25, 5_000),
  step('doorstep', 349, 45, 8_000),
  {
    campaign: 'come-back',
    key: 'back-two-18',
    name: ['18% off two or more, welcome back', '回来买两件 82 折'],
    terms: [
      'For shoppers who have not ordered for half a year: two pieces or more, 18% off the whole cart, at most ¥200 off.',
      '给半年没有下单的老朋友：满两件整单 82 折，最多优惠 200 元。',
    ],
    conditions: [
      { kind: 'segment', anyOf: ['lapsed'] },
      { kind: 'min-quantity', quantity: 2 },
    ],
    action: { kind: 'percent-off', rate: 0.18, maxDiscount: yuan(200) },
    capYuan: 10_000,
  },
  {
    campaign: 'come-back',
    key: 'vip-two-13',
    name: ['13% off two or more for regulars', '熟客两件 87 折'],
    terms: [
      'For our regulars (VIP): two pieces or more, 13% off the whole cart, at most ¥220 off.',
      '给熟客（VIP）：满两件整单 87 折，最多优惠 220 元。',
    ],
    conditions: [
      { kind: 'segment', anyOf: ['vip'] },
      { kind: 'min-quantity', quantity: 2 },
    ],
    action: { kind: 'percent-off', rate: 0.13, maxDiscount: yuan(220) },
    capYuan: 10_000,
  },
  step('skin-days', 299, 70, 8_000, skincare),
];
