import { describe, expect, test } from 'vitest';
import { money } from '../../../knowledge/domain/money.ts';
import type { Action, Condition, Scope } from '../../../knowledge/domain/promotion.ts';
import type { RuleQuestionKind } from './draft-rule.ts';
import { choiceTexts, questionText } from './question-text.ts';
import { readRule } from './read-rule.ts';
import { plainRule, type Rule } from './rule.ts';
import { ruleContext } from './rules.test-helper.ts';

const y = (yuan: number) => money(Math.round(yuan * 100), 'CNY');
const tea: Scope = { categories: ['tea-coffee'] };
const shoes: Scope = { categories: ['running-shoes'] };
const skin: Scope = { categories: ['skincare'] };
const bags: Scope = { categories: ['bags'] };
const jackets: Scope = { categories: ['jackets'] };
const off = (rate: number, scope?: Scope, most?: number): Action => ({
  kind: 'percent-off',
  rate,
  ...(scope ? { scope } : {}),
  ...(most ? { maxDiscount: y(most) } : {}),
});
const tiers = (steps: readonly (readonly [number, number])[], more: Partial<Action> = {}): Action =>
  ({ kind: 'spend-and-save', tiers: steps.map(([t, o]) => ({ threshold: y(t), off: y(o) })), ...more }) as Action;
const get = (buyQuantity: number, getQuantity: number, scope: Scope = {}, more: Partial<Action> = {}): Action =>
  ({ kind: 'buy-x-get-y', scope, buyQuantity, getQuantity, ...more }) as Action;
const less = (yuan: number, scope?: Scope): Action => ({
  kind: 'amount-off',
  amount: y(yuan),
  ...(scope ? { scope } : {}),
});
const free: Action = { kind: 'free-shipping' };
const from = (yuan: number, scope?: Scope): Condition => ({
  kind: 'min-spend',
  amount: y(yuan),
  ...(scope ? { scope } : {}),
});
const pieces = (quantity: number, scope?: Scope): Condition => ({
  kind: 'min-quantity',
  quantity,
  ...(scope ? { scope } : {}),
});
const first: Condition = { kind: 'first-order' };
const hours = (days: readonly number[] | null, start = '00:00', end = '00:00'): Condition => ({
  kind: 'hours',
  ...(days ? { days } : {}),
  from: start,
  to: end,
});
const rule = (action: Action, conditions: readonly Condition[] = [], more: Partial<Rule> = {}): Rule => ({
  action,
  conditions,
  ...more,
});
const until = (text: string) => new Date(text);

type Row = readonly [words: string, means: Rule | readonly Rule[] | readonly RuleQuestionKind[]];

const chinese: readonly Row[] = [
  ['每满300减50,上不封顶,可与店铺券叠加', rule(tiers([[300, 50]], { repeat: true }), [], { group: 'sale' })],
  [
    '满200减20，满400减60',
    rule(
      tiers([
        [200, 20],
        [400, 60],
      ]),
    ),
  ],
  [
    '满２００减２０ 满４００减６０',
    rule(
      tiers([
        [200, 20],
        [400, 60],
      ]),
    ),
  ],
  ['滿三百減五十', rule(tiers([[300, 50]]))],
  [
    '每滿200減30，最高減120，每人限兩次',
    rule(tiers([[200, 30]], { repeat: true, cap: y(120) }), [], { limits: { perShopper: { uses: 2 } } }),
  ],
  ['买二送一', rule(get(2, 1))],
  ['茶 买2件 送1件', rule(get(2, 1, tea))],
  ['买三免一 跑鞋', rule(get(2, 1, shoes))],
  [
    '跑鞋买2送1，买4送3',
    rule(
      get(2, 1, shoes, {
        steps: [
          { buyQuantity: 2, getQuantity: 1 },
          { buyQuantity: 4, getQuantity: 3 },
        ],
      } as Partial<Action>),
    ),
  ],
  ['第二件半价', rule(get(1, 1, {}, { rate: 0.5 } as Partial<Action>))],
  ['咖啡第2件5折，限同款', rule(get(1, 1, tea, { rate: 0.5, sameItem: true } as Partial<Action>))],
  ['全场8折，最高减100', rule(off(0.2, undefined, 100))],
  ['跑鞋 85 折', rule(off(0.15, shoes))],
  ['八五折 护肤品', rule(off(0.15, skin))],
  ['外套打七点五折', rule(off(0.25, jackets))],
  ['护肤品立减20%', rule(off(0.2, skin))],
  ['包袋半价', rule(off(0.5, bags))],
  ['茶满200打8折', rule(off(0.2, tea), [from(200, tea)])],
  ['新客首单立减20', rule(less(20), [first])],
  ['首单立减15块', rule(less(15), [first])],
  ['周五晚上8点到10点鞋类7折', rule(off(0.3, shoes), [hours([5], '20:00', '22:00')])],
  ['每天20:00-23:00 护肤9折 最高减60元', rule(off(0.1, skin, 60), [hours(null, '20:00', '23:00')])],
  ['周末茶叶九折，不与其他优惠同享', rule(off(0.1, tea), [hours([0, 6])])],
  ['2件8折3件7折', [rule(off(0.2), [pieces(2)]), rule(off(0.3), [pieces(3)])]],
  ['满99包邮', rule(free, [from(99)])],
  ['满¥99免运费，自动生效', rule(free, [from(99)], { trigger: 'automatic' })],
  ['满399元送“窑叠 指印马克杯 鼠尾草绿”', rule({ kind: 'gift', product: 'p-mug-sage' } as Action, [from(399)])],
  ['Puddlejump的跑鞋8折，凭优惠码使用', rule(off(0.2, { ...shoes, brands: ['Puddlejump'] }), [], { trigger: 'code' })],
  [
    '护肤满169减30，总预算10000元，退货扣回优惠',
    rule(tiers([[169, 30]], { scope: skin } as Partial<Action>), [], { cap: y(10_000), onReturn: 'unearned' }),
  ],
  [
    '全场9折，12月1日至12月12日，限前100名',
    rule(off(0.1), [], {
      startsAt: until('2026-11-30T16:00:00Z'),
      endsAt: until('2026-12-12T16:00:00Z'),
      limits: { uses: 100 },
    }),
  ],
  ['VIP会员专享88折', rule(off(0.12), [{ kind: 'segment', anyOf: ['vip'] }])],
  ['满减50', ['threshold-missing']],
  ['满300减', ['not-understood']],
  ['全场打折', ['amount-missing']],
  ['低至5折', ['up-to']],
  ['外套7折起', ['up-to']],
  ['满300减50 上不封顶', ['once-or-repeat']],
  ['满50减300', ['contradiction']],
  ['跑鞋8折 跑鞋7折', ['contradiction']],
  ['全场8折并包邮', ['two-actions']],
  ['满200，茶8折', ['threshold-of-what']],
  ['帽子8折', ['unknown-goods']],
  ['马克杯8折', ['which-goods']],
  ['满300减50美元', ['which-currency']],
  ['任选3件99元', ['not-expressible']],
  ['除了茶全场8折', ['not-expressible']],
  ['新人8折', ['which-shoppers']],
  ['学生专享9折', ['which-shoppers']],
  ['满399送马克杯', ['which-product']],
  ['全场8折，可与抖音券叠加', ['which-group']],
  ['全场9折 到2月30日', ['date-unclear']],
  ['满300返50', ['not-understood']],
];

const english: readonly Row[] = [
  ['20% off tea over ¥150, weekends only, not with other offers', rule(off(0.2, tea), [from(150, tea), hours([0, 6])])],
  ['buy 3 get the cheapest free', rule(get(2, 1))],
  ['free shipping over 99', rule(free, [from(99)])],
  ['Free delivery on orders of ¥99 or more', rule(free, [from(99)])],
  ['spend 300 save 50, every 300', rule(tiers([[300, 50]], { repeat: true }))],
  [
    'Spend ¥300, save ¥50; spend ¥500, save ¥100',
    rule(
      tiers([
        [300, 50],
        [500, 100],
      ]),
    ),
  ],
  [
    '¥10 off for every ¥100 spent on skincare, at most ¥60 off',
    rule(tiers([[100, 10]], { repeat: true, cap: y(60), scope: skin } as Partial<Action>)),
  ],
  ['every 100 you spend take 10 off', rule(tiers([[100, 10]], { repeat: true }))],
  ['ＢＵＹ ２ ＧＥＴ １ ＦＲＥＥ on tea & coffee', rule(get(2, 1, tea))],
  ['BOGO on skincare', rule(get(1, 1, skin))],
  ['3 for 2 on bags', rule(get(2, 1, bags))],
  ['buy two get one half price', rule(get(2, 1, {}, { rate: 0.5 } as Partial<Action>))],
  ['second pair of running shoes half price', rule(get(1, 1, shoes, { rate: 0.5 } as Partial<Action>))],
  ['Buy 2 running shoes and get 1 bag free', rule(get(2, 1, shoes, { getScope: bags } as Partial<Action>))],
  ['20 percent off jackets', rule(off(0.2, jackets))],
  ['half price bags', rule(off(0.5, bags))],
  ['sitewide 12.5% off, max ¥100', rule(off(0.125, undefined, 100))],
  ['all skincare half price on Fridays', rule(off(0.5, skin), [hours([5])])],
  [
    '15% off Puddlejump running shoes until 31 Dec',
    rule(off(0.15, { ...shoes, brands: ['Puddlejump'] }), [], { endsAt: until('2026-12-31T16:00:00Z') }),
  ],
  ['¥20 off your first order of ¥129 or more', rule(less(20), [first, from(129)])],
  ['20 yuan off skincare when you spend 169 on skincare', rule(less(20, skin), [from(169, skin)])],
  [
    '10% off with a code, once per customer, at most 500 times in all',
    rule(off(0.1), [], { trigger: 'code', limits: { perShopper: { uses: 1 }, uses: 500 } }),
  ],
  ['30% off shoes 8pm to 10pm on weekdays', rule(off(0.3, shoes), [hours([1, 2, 3, 4, 5], '20:00', '22:00')])],
  ['buy 2 get 20% off, buy 3 get 30% off', [rule(off(0.2), [pieces(2)]), rule(off(0.3), [pieces(3)])]],
  ['bags for ¥99 each, at most 2 items', rule({ kind: 'fixed-price', price: y(99), scope: bags, limit: 2 })],
  [
    '“Kilnfold Thumbprint mug, sage” and “Ember Alley Alley House espresso beans, 250 g” together for 89',
    rule({ kind: 'bundle', products: ['p-mug-sage', 'p-alley-house-250g'], price: y(89) } as unknown as Action),
  ],
  [
    'get a free “Kilnfold Thumbprint mug, sage” on orders over ¥399',
    rule({ kind: 'gift', product: 'p-mug-sage' } as Action, [from(399)]),
  ],
  [
    '10% off for VIP customers, stackable with Store coupons',
    rule(off(0.1), [{ kind: 'segment', anyOf: ['vip'] }], { group: 'sale' }),
  ],
  [
    '8% off everything from 1 Dec to 24 Dec, budget ¥5,000',
    rule(off(0.08), [], {
      startsAt: until('2026-11-30T16:00:00Z'),
      endsAt: until('2026-12-24T16:00:00Z'),
      cap: y(5000),
    }),
  ],
  ['save 10% when you buy 3 or more bags', rule(off(0.1, bags), [pieces(3, bags)])],
  [
    '¥20 off today only',
    rule(less(20), [], { startsAt: until('2026-11-23T16:00:00Z'), endsAt: until('2026-11-24T16:00:00Z') }),
  ],
  ['50 off', ['percent-or-money']],
  ['up to 50% off jackets', ['up-to']],
  ['$20 off orders over $100', ['which-currency', 'which-currency']],
  ['20% off hats', ['unknown-goods']],
  ['20% off mugs', ['which-goods']],
  ['20% off everything except tea', ['not-expressible']],
  ['mug and beans together for 89', ['which-product', 'which-product']],
  ['buy one get one', ['free-or-reduced']],
  ['spend and save', ['threshold-missing']],
  ['save on shoes', ['nothing-given']],
  ['10% off for members', ['which-shoppers']],
  ['10% off for new customers', ['which-shoppers']],
  ['20% off tea or Puddlejump', ['goods-of-either']],
  ['spend ¥50 save ¥80', ['contradiction']],
  ['20% off tea and free shipping', ['two-actions']],
  ['10% off, combinable with clearance', ['which-group']],
  ['20% off if the moon is full', ['not-understood']],
  ['', ['nothing-given']],
];

const read = (words: string) => readRule(words, ruleContext);
const isRule = (row: Row[1]): row is Rule => 'action' in row;

describe.each([
  ['Chinese', chinese],
  ['English', english],
] as const)('a rule typed in %s', (_, table) => {
  test.each(table.map(([words, means]) => ({ words, means })))('“$words”', ({ words, means }) => {
    const got = read(words);
    if (isRule(means) || (Array.isArray(means) && typeof means[0] === 'object')) {
      const wanted = (isRule(means) ? [means] : (means as readonly Rule[])).map(plainRule);
      expect(got.kind === 'rules' ? got.rules.map(plainRule) : got.questions).toEqual(wanted);
    } else {
      expect(got.kind === 'questions' ? got.questions.map(q => q.about) : got.rules).toEqual(means);
    }
  });
});

test('every question reads as a sentence in both languages and names the words it is about', () => {
  for (const [words, means] of [...chinese, ...english]) {
    if (isRule(means) || typeof means[0] === 'object') continue;
    const got = read(words);
    if (got.kind !== 'questions') throw new Error(words);
    for (const question of got.questions) {
      expect(questionText(question, 'en')).toMatch(/[?.]$/);
      expect(questionText(question, 'zh')).toMatch(/[？）]$/);
      expect(questionText(question, 'zh')).toContain(question.words);
      expect(choiceTexts(question, 'zh').length).toBe(question.choices.length);
    }
  }
});

test('a question that has few answers brings them along', () => {
  const got = read('满399送马克杯');
  if (got.kind !== 'questions') throw new Error('A mug of which there are several is asked about');
  expect(choiceTexts(got.questions[0], 'zh')).toContain('窑叠 指印马克杯 鼠尾草绿');
});

test('rubbish of any kind is a question, in time', () => {
  for (const words of [
    '🎉'.repeat(300),
    '满'.repeat(2000),
    '9'.repeat(3000),
    'buy '.repeat(700),
    '\ue100\ue101',
    '“”""',
    '折折折折',
  ]) {
    expect(read(words).kind, words.slice(0, 20)).toBe('questions');
  }
});
