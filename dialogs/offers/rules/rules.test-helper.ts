/** A demo shop that declares groups, and random rules over its catalogue. */
import fc from 'fast-check';
import { asId, type ProductId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Action, Condition, Scope } from '../../../knowledge/domain/promotion.ts';
import { demoView } from '../../understand/fixture.ts';
import { momentOf } from './calendar.ts';
import type { Rule, RuleContext } from './rule.ts';

const view = demoView();

export const ruleContext: RuleContext = {
  shop: {
    ...view.shop,
    timeZone: 'Asia/Shanghai',
    stackGroups: [
      { key: 'deals', name: { en: 'Deals', zh: '单享优惠' }, order: 0, mode: 'best', exclusive: true },
      { key: 'store', name: { en: 'Store coupons', zh: '店铺券' }, order: 1, mode: 'best' },
      { key: 'sale', name: { en: 'Sale', zh: '大促满减' }, order: 2, mode: 'best', with: ['store'] },
      { key: 'gifts', name: { en: 'Gifts', zh: '满赠' }, order: 3, mode: 'all', with: ['sale'] },
    ],
  },
  products: view.products,
  now: new Date('2026-11-24T10:00:00Z'),
};

const yuan = fc.oneof(
  fc.integer({ min: 1, max: 3000 }).map(n => money(n * 100, 'CNY')),
  fc.integer({ min: 101, max: 99_999 }).map(n => money(n, 'CNY')),
);
const count = (max: number) => fc.integer({ min: 1, max });
const some = <T>(values: readonly T[], max = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: max });
const productIds: readonly ProductId[] = ruleContext.products.map(p => p.id);
const categories = ruleContext.shop.categories.map(c => c.key);
const brands = [...new Set(ruleContext.products.flatMap(p => p.brand ?? []))];

const scope: fc.Arbitrary<Scope> = fc
  .record(
    { products: some(productIds, 2), categories: some(categories, 3), brands: some(brands, 2) },
    { requiredKeys: [] },
  )
  .filter(s => Object.keys(s).length > 0);
const anyScope = fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: scope });

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const rate = fc.integer({ min: 1, max: 9_989 }).map(n => n / 10_000);
const roundRate = fc.integer({ min: 1, max: 99 }).map(n => n / 100);

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc
    .record({
      kind: fc.constant('percent-off' as const),
      rate: fc.oneof(rate, roundRate),
      scope: maybe(scope),
      maxDiscount: maybe(yuan),
    })
    .map(defined),
  fc.record({ kind: fc.constant('amount-off' as const), amount: yuan, scope: maybe(scope) }).map(defined),
  fc
    .record({ kind: fc.constant('fixed-price' as const), price: yuan, scope: anyScope, limit: maybe(count(9)) })
    .map(defined),
  fc
    .record({
      kind: fc.constant('spend-and-save' as const),
      steps: fc.uniqueArray(count(400), { minLength: 1, maxLength: 4 }),
      repeat: fc.boolean(),
      cap: maybe(fc.integer({ min: 500, max: 9000 }).map(n => money(n * 100, 'CNY'))),
      scope: maybe(scope),
    })
    .map(({ steps, repeat, cap, ...rest }): Action => {
      const tiers = [...steps]
        .sort((a, b) => a - b)
        .map(n => ({ threshold: money(n * 1000, 'CNY'), off: money(n * 100 + 7, 'CNY') }));
      const single = tiers.length === 1;
      // A cap above what one tier gives says nothing unless the tier repeats.
      const capped = single && !repeat ? undefined : cap;
      return defined({ ...rest, tiers, ...(single && repeat ? { repeat: true } : {}), cap: capped });
    }),
  fc
    .record({
      kind: fc.constant('buy-x-get-y' as const),
      scope: anyScope,
      buyQuantity: count(9),
      getQuantity: count(4),
      other: fc.constantFrom('none' as const, 'same' as const, 'goods' as const),
      getScope: scope,
      rate: maybe(fc.oneof(rate, roundRate)),
      more: fc.uniqueArray(fc.integer({ min: 10, max: 40 }), { maxLength: 2 }),
      limit: maybe(count(9)),
    })
    .map(({ other, getScope, more, ...rest }): Action => {
      const first = { buyQuantity: rest.buyQuantity, getQuantity: rest.getQuantity };
      const steps = [first, ...[...more].sort((a, b) => a - b).map(n => ({ buyQuantity: n, getQuantity: n - 6 }))];
      return defined({
        ...rest,
        ...(other === 'same' ? { sameItem: true } : {}),
        ...(other === 'goods' ? { getScope } : {}),
        ...(steps.length > 1 ? { steps } : {}),
      });
    }),
  fc.record({
    kind: fc.constant('bundle' as const),
    products: fc.array(fc.constantFrom(...productIds), { minLength: 2, maxLength: 4 }),
    price: yuan,
  }),
  fc
    .record({
      kind: fc.constant('gift' as const),
      product: fc.constantFrom(...productIds),
      choices: maybe(some(productIds, 3)),
    })
    .map(({ choices, ...gift }): Action => {
      const others = choices?.filter(id => id !== gift.product) ?? [];
      return { ...gift, ...(others.length > 0 ? { choices: others } : {}) };
    }),
  fc.constant({ kind: 'free-shipping' as const }),
);

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const segments = fc.oneof(
  some(['vip', 'new', 'returning', 'lapsed'], 4),
  some(['gold-2', 'Friends & family', '内购'], 2),
);

const conditionOf: { readonly [K in Condition['kind']]: fc.Arbitrary<Condition> } = {
  'min-spend': fc.record({ kind: fc.constant('min-spend' as const), amount: yuan, scope: maybe(scope) }).map(defined),
  'min-quantity': fc
    .record({ kind: fc.constant('min-quantity' as const), quantity: count(20), scope: maybe(scope) })
    .map(defined),
  contains: fc.record({ kind: fc.constant('contains' as const), scope }),
  segment: fc.record({ kind: fc.constant('segment' as const), anyOf: segments }),
  shopper: fc.record({
    kind: fc.constant('shopper' as const),
    anyOf: some(['s-1', 'S-27', 'Ling 42'].map(id => asId<ShopperId>(id))),
  }),
  'first-order': fc.constant({ kind: 'first-order' as const }),
  hours: fc
    .record({ kind: fc.constant('hours' as const), days: maybe(some([0, 1, 2, 3, 4, 5, 6], 6)), from: time, to: time })
    .map(defined),
};

const conditions = fc
  .uniqueArray(fc.constantFrom(...(Object.keys(conditionOf) as Condition['kind'][])), { maxLength: 4 })
  .chain(kinds => fc.tuple(...kinds.map(kind => conditionOf[kind])));

const moment = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom([0, 0], [9, 30], [22, 0], [23, 59]))
  .map(([day, [hour = 0, minute = 0]]) =>
    momentOf({ year: 2026, month: 1, day: 1 + day, hour, minute }, 'Asia/Shanghai'),
  );

const limits = fc
  .record({
    perShopper: maybe(fc.record({ uses: maybe(count(9)), money: maybe(yuan) }).map(defined)),
    perDay: maybe(fc.record({ uses: maybe(count(500)), money: maybe(yuan) }).map(defined)),
    uses: maybe(count(5000)),
    perCode: maybe(count(50)),
  })
  .map(defined);

export const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    conditions,
    action: anyAction,
    trigger: maybe(fc.constantFrom('offer' as const, 'automatic' as const, 'code' as const)),
    group: maybe(fc.constantFrom('deals', 'store', 'sale', 'gifts')),
    order: maybe(fc.integer({ min: 0, max: 30 })),
    limits: maybe(limits),
    onReturn: maybe(fc.constantFrom('keep' as const, 'unearned' as const)),
    onCancel: maybe(fc.constantFrom('release' as const, 'keep' as const)),
    window: maybe(fc.tuple(moment, moment)),
    cap: maybe(yuan),
  })
  .map(({ window, ...rule }): Rule => {
    const [a, b] = window ?? [];
    const [startsAt, endsAt] = a && b && a < b ? [a, b] : a && b && a > b ? [b, a] : [undefined, a];
    return defined({ ...rule, conditions: rule.conditions as Condition[], startsAt, endsAt });
  });
