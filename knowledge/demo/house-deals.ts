import type { PromotionCode } from '../domain/code.ts';
import { asId, type ProductId, type PromotionId } from '../domain/ids.ts';
import { fromMajor, type Money } from '../domain/money.ts';
import type { Action, Condition, Limits, Promotion, StackGroup } from '../domain/promotion.ts';
import type { Pair } from './content/design.ts';

const yuan = (amount: number): Money => fromMajor(amount, 'CNY');

/**
 * How deals of the demo shop go together: a personal deal or a code, not both, and neither on top of a category deal;
 * 满减 counts what is left after them; gifts and delivery come last and go with anything.
 */
export const demoStackGroups: readonly StackGroup[] = [
  {
    key: 'personal',
    name: { en: 'Personal deals', zh: '专属优惠' },
    order: 0,
    mode: 'best',
    with: ['storewide', 'gifts', 'shipping'],
  },
  {
    key: 'category',
    name: { en: 'Category deals', zh: '品类优惠' },
    order: 1,
    mode: 'all',
    with: ['storewide', 'gifts', 'shipping'],
  },
  {
    key: 'codes',
    name: { en: 'Codes', zh: '优惠码' },
    order: 2,
    mode: 'best',
    with: ['storewide', 'gifts', 'shipping'],
  },
  { key: 'storewide', name: { en: 'Storewide spend and save', zh: '全店满减' }, order: 3, mode: 'best' },
  { key: 'gifts', name: { en: 'Gifts', zh: '赠品' }, order: 4, mode: 'all' },
  { key: 'shipping', name: { en: 'Delivery deals', zh: '运费优惠' }, order: 5, mode: 'best' },
];

interface HouseDraft {
  readonly key: string;
  readonly trigger: 'automatic' | 'code';
  readonly group: string;
  readonly order?: number;
  readonly name: Pair;
  readonly terms: Pair;
  readonly conditions: readonly Condition[];
  readonly action: Action;
  readonly capYuan: number;
  readonly limits?: Limits;
  readonly onReturn?: 'keep' | 'unearned';
  readonly codes?: readonly { readonly id: string; readonly singleUse: boolean }[];
}

/** The gift of large orders, and what may be taken instead. */
const houseGifts: readonly ProductId[] = ['p-handcream-30ml', 'p-chrysanthemum-50g', 'p-yoyo-cherry'].map(id =>
  asId<ProductId>(id),
);

/** A shopper may use what runs by itself on many orders. */
const often: Limits = { perShopper: { uses: 50 } };

const drafts: readonly HouseDraft[] = [
  {
    key: 'every-300',
    trigger: 'automatic',
    group: 'storewide',
    name: ['¥30 off every ¥300', '每满 300 减 30'],
    terms: [
      'Every ¥300 of goods takes ¥30 off, at most ¥120 in one order. What counts is what is left after other deals. If what you keep after a return no longer reaches a step, that step is taken from the refund.',
      '商品每满 300 元减 30 元，每单最多减 120 元，按其他优惠之后的金额计算。退货后留下的商品达不到的档位，会从退款中扣回。',
    ],
    conditions: [],
    action: {
      kind: 'spend-and-save',
      tiers: [{ threshold: yuan(300), off: yuan(30) }],
      repeat: true,
      cap: yuan(120),
    },
    capYuan: 60_000,
    limits: often,
    onReturn: 'unearned',
  },
  {
    key: 'second-half',
    trigger: 'automatic',
    group: 'category',
    name: ['Tea & coffee: second one half price', '茶与咖啡第二件半价'],
    terms: [
      'Two of the same from Tea & coffee: the second is half price. At most three times per order; not together with a personal deal or a code.',
      '茶与咖啡同款第二件半价，每单最多三次；不与专属优惠、优惠码同享。',
    ],
    conditions: [],
    action: {
      kind: 'buy-x-get-y',
      scope: { categories: ['tea-coffee'] },
      buyQuantity: 1,
      getQuantity: 1,
      sameItem: true,
      rate: 0.5,
      limit: 3,
    },
    capYuan: 20_000,
    limits: often,
  },
  {
    key: 'evening-skin',
    trigger: 'automatic',
    group: 'category',
    order: 1,
    name: ['Skincare evenings: 10% off from 8 to 11 pm', '晚八点护肤九折'],
    terms: [
      'Every evening from 20:00 to 23:00 (Beijing time), 10% off skincare, at most ¥60 off; not together with a personal deal or a code.',
      '每晚 20:00 到 23:00（北京时间）护肤类九折，最多优惠 60 元；不与专属优惠、优惠码同享。',
    ],
    conditions: [{ kind: 'hours', from: '20:00', to: '23:00' }],
    action: { kind: 'percent-off', rate: 0.1, scope: { categories: ['skincare'] }, maxDiscount: yuan(60) },
    capYuan: 15_000,
    limits: often,
  },
  {
    key: 'gift-499',
    trigger: 'automatic',
    group: 'gifts',
    name: ['A small gift from ¥499', '满 499 元赠小礼'],
    terms: [
      'From ¥499 of goods after other deals: a hand cream, a chrysanthemum tea or a yo-yo, as you choose, while there are any.',
      '其他优惠之后商品满 499 元，护手霜、菊花茶、溜溜球任选其一，赠完即止。',
    ],
    conditions: [{ kind: 'min-spend', amount: yuan(499) }],
    action: { kind: 'gift', product: houseGifts[0] as ProductId, choices: houseGifts.slice(1) },
    capYuan: 12_000,
    limits: often,
  },
  {
    key: 'wild20',
    trigger: 'code',
    group: 'codes',
    name: ['Code WILD20: ¥20 off from ¥199', '优惠码 WILD20：满 199 减 20'],
    terms: [
      'With the code WILD20: ¥20 off from ¥199 of goods. Once per shopper, for the first 2,000 orders; not together with a personal deal or a category deal.',
      '使用优惠码 WILD20，商品满 199 元减 20 元。每人限用一次，共 2,000 单；不与专属优惠、品类优惠同享。',
    ],
    conditions: [{ kind: 'min-spend', amount: yuan(199) }],
    action: { kind: 'amount-off', amount: yuan(20) },
    capYuan: 40_000,
    limits: { perShopper: { uses: 1 }, perCode: 2_000 },
    codes: [{ id: 'WILD20', singleUse: false }],
  },
  {
    key: 'first15',
    trigger: 'code',
    group: 'codes',
    name: ['Code FIRST15: 15% off your first order', '优惠码 FIRST15：首单 85 折'],
    terms: [
      'With the code FIRST15: 15% off your first order, at most ¥60 off; not together with a personal deal or a category deal.',
      '使用优惠码 FIRST15，首单 85 折，最多优惠 60 元；不与专属优惠、品类优惠同享。',
    ],
    conditions: [{ kind: 'first-order' }],
    action: { kind: 'percent-off', rate: 0.15, maxDiscount: yuan(60) },
    capYuan: 20_000,
    limits: { perShopper: { uses: 1 } },
    codes: [{ id: 'FIRST15', singleUse: false }],
  },
  {
    key: 'sorry-30',
    trigger: 'code',
    group: 'codes',
    order: 1,
    name: ['Our apology: ¥30 off from ¥99', '致歉券：满 99 减 30'],
    terms: [
      'With your own code: ¥30 off from ¥99 of goods, once; not together with a personal deal or a category deal.',
      '使用您专用的优惠码，商品满 99 元减 30 元，限用一次；不与专属优惠、品类优惠同享。',
    ],
    conditions: [{ kind: 'min-spend', amount: yuan(99) }],
    action: { kind: 'amount-off', amount: yuan(30) },
    capYuan: 3_000,
    codes: ['SORRYQ7M2', 'SORRYK4TD', 'SORRY8RWX'].map(id => ({ id, singleUse: true })),
  },
];

export const houseCampaign = {
  key: 'open-house',
  name: ['Open house', '常驻优惠'],
  days: 120,
} as const satisfies { key: string; name: Pair; days: number };

/** What runs by itself and what codes give, from `startsAt` on: not before the shop opens, so that its history has none of it. */
export const makeHouseDeals = (options: {
  readonly campaign: Promotion['campaign'];
  readonly startsAt: Date;
  readonly endsAt: Date;
}): { promotions: Promotion[]; codes: PromotionCode[] } => {
  const promotions = drafts.map((draft): Promotion => {
    const { key, name, terms, capYuan, codes: _, ...rule } = draft;
    return {
      id: asId<PromotionId>(`promo-${key}`),
      campaign: options.campaign,
      name: { en: name[0], zh: name[1] },
      terms: { en: terms[0], zh: terms[1] },
      active: true,
      startsAt: options.startsAt,
      endsAt: options.endsAt,
      cap: yuan(capYuan),
      ...rule,
    };
  });
  const codes = drafts.flatMap(draft =>
    (draft.codes ?? []).map(code => ({
      ...code,
      promotion: asId<PromotionId>(`promo-${draft.key}`),
      active: true,
    })),
  );
  return { promotions, codes };
};
