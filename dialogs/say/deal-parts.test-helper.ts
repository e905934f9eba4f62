/** Every kind of answer about deals, codes and what to add to a cart, as data. */
import { asId, type PromotionId } from '../../knowledge/domain/ids.ts';
import { offerRefusals } from '../../knowledge/domain/offer.ts';
import { factOf, goods, now, offerOf, shop } from '../dialogs.test-helper.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import { exampleTexts, tellDeal } from '../offers/rules/tell-deal.ts';
import type { ReplyPart } from '../reply.ts';

export type Parts = { readonly [K in ReplyPart['kind']]: (language: 'en' | 'zh') => Extract<ReplyPart, { kind: K }>[] };

const told = { shop, products: Object.values(goods), now };
export const rule = {
  id: asId<PromotionId>('p-1'),
  name: { en: '¥50 off ¥300', zh: '满 300 减 50' },
  conditions: [],
  action: { kind: 'spend-and-save' as const, tiers: [{ threshold: yuan(300), off: yuan(50) }] },
  startsAt: now,
  endsAt: new Date(now.getTime() + 86_400_000),
};
const sale = tellDeal(rule, told);
const hourly = tellDeal(
  {
    ...rule,
    name: { en: 'Evenings', zh: '晚间优惠' },
    conditions: [{ kind: 'hours', from: '20:00', to: '22:00' }],
    action: { kind: 'percent-off', rate: 0.2, scope: { categories: ['bags'] } },
    startsAt: new Date(now.getTime() + 3_600_000),
    onReturn: 'unearned',
  },
  told,
);

/** Their part of `every`. */
export const ofDeals = {
  'no-add-on': () =>
    (['nothing-near', 'nothing-wanted', 'buying-less-is-cheaper'] as const).map(reason => ({
      kind: 'no-add-on',
      reason,
    })),
  'to-free-delivery': () => [
    { kind: 'to-free-delivery', from: yuan(299), fee: yuan(12), missing: yuan(30), isEmpty: false },
    { kind: 'to-free-delivery', from: yuan(299), fee: yuan(12), missing: yuan(299), isEmpty: true },
    { kind: 'to-free-delivery', from: yuan(299), fee: yuan(12), missing: null, isEmpty: false },
    { kind: 'to-free-delivery', from: null, fee: yuan(12), missing: null, isEmpty: false },
  ],
  'add-on': () =>
    [-2_700, 0, 900].map(extra => ({
      kind: 'add-on' as const,
      plan: {
        kind: 'plan' as const,
        add: [
          { product: goods.bag, quantity: 1 },
          { product: goods.bag, quantity: 2 },
        ],
        price: yuan(23),
        before: yuan(277),
        after: { minor: 27_700 + extra, currency: 'CNY' as const },
        extra: { minor: extra, currency: 'CNY' as const },
        reaches: [{ en: '¥30 off every ¥300', zh: '每满300减30' }],
      },
    })),
  offer: () => [
    ...[true, false].map(unprompted => ({ kind: 'offer' as const, offer: offerOf(), unprompted })),
    ...(['also', 'but', 'named', 'stands'] as const).map(lead => ({
      kind: 'offer' as const,
      offer: offerOf(),
      unprompted: false,
      lead,
    })),
    {
      kind: 'offer',
      offer: offerOf(),
      unprompted: false,
      adds: [{ product: goods.bag.id, quantity: 2 }],
      cartNow: yuan(378),
      replaces: [sale.name],
    },
  ],
  'no-offer': () =>
    (
      [
        'no-consent',
        'none-eligible',
        'capped',
        'budget-spent',
        'no-uplift',
        'not-now',
        'no-model',
        'service-first',
        'none-shown',
      ] as const
    ).map(reason => ({ kind: 'no-offer', reason, freeShippingFrom: yuan(199) })),
  'offer-applied': () => [
    { kind: 'offer-applied', offer: offerOf(), total: yuan(182) },
    { kind: 'offer-applied', offer: offerOf(), total: yuan(364), cappedAt: yuan(18) },
    { kind: 'offer-applied', offer: offerOf(), total: yuan(364), added: [offerOf().basket[0]!.product] },
  ],
  'offer-declined': () => [
    { kind: 'offer-declined' },
    { kind: 'offer-declined', taken: offerOf() },
    { kind: 'offer-declined', taken: offerOf(), total: yuan(80) },
  ],
  'offer-refused': () => [
    ...offerRefusals.map(reason => ({ kind: 'offer-refused', reason }) as const),
    { kind: 'offer-refused', reason: 'conditions-not-met', unlock: { spendMore: yuan(23) } },
    { kind: 'offer-refused', reason: 'conditions-not-met', unlock: { addQuantity: 1 } },
    { kind: 'offer-refused', reason: 'unknown-code', code: 'NOPE99' },
    { kind: 'offer-refused', reason: 'conditions-not-met', offer: offerOf({ kind: 'free-shipping' }) },
  ],
  'why-offer': () =>
    [offerOf(), offerOf({ because: { ...offerOf().because, model: 'default' } })].map(offer => ({
      kind: 'why-offer',
      offer,
      factsUsed: [factOf()],
    })),
  'deal-terms': () =>
    (['until', 'how-often', 'return', 'how', 'same-item', 'any-item', 'one-gift'] as const).flatMap(aspect => [
      { kind: 'deal-terms' as const, aspect, deal: sale, examples: [] },
      { kind: 'deal-terms' as const, aspect, deal: hourly, examples: exampleTexts(rule, told) },
    ]),
  'deal-fact': () =>
    (['at-most', 'basis', 'order', 'least', 'whom', 'gives'] as const).flatMap(fact => [
      { kind: 'deal-fact' as const, fact, deal: sale, before: [], after: [hourly.name] },
      { kind: 'deal-fact' as const, fact, deal: hourly, before: [sale.name], after: [] },
    ]),
  'deal-covers': () => [
    { kind: 'deal-covers', deal: sale },
    { kind: 'deal-covers', deal: hourly },
    ...(['all', 'some', 'none'] as const).map(verdict => ({
      kind: 'deal-covers' as const,
      deal: sale,
      goods: { name: { en: 'Bags', zh: '包' }, verdict },
    })),
  ],
  'deals-together': () =>
    (['together', 'best-of-group', 'apart'] as const).map(verdict => ({
      kind: 'deals-together',
      first: sale,
      second: hourly,
      verdict,
    })),
  'deal-combines': () => [
    { kind: 'deal-combines', deal: sale, with: [], without: [] },
    { kind: 'deal-combines', deal: sale, with: [sale.name], without: [hourly.name], isCode: true },
    { kind: 'deal-combines', deal: sale, with: [], without: [hourly.name], isCode: true },
    { kind: 'deal-combines', deal: sale, with: [], without: [], isCode: true },
    { kind: 'deal-combines', deal: sale, with: [sale.name], without: [hourly.name] },
    { kind: 'deal-combines', deal: sale, with: [], without: [hourly.name] },
  ],
  stacking: () => [
    {
      kind: 'stacking',
      groups: [
        { name: { en: 'Codes', zh: '优惠码' }, all: false, with: [{ en: 'Sale', zh: '大促' }] },
        { name: { en: 'Gifts', zh: '赠品' }, all: true, with: [] },
      ],
    },
  ],
  'which-deal': () => [{ kind: 'which-deal', deals: [sale, hourly] }],
  'deals-of-kind': () => [
    { kind: 'deals-of-kind', what: { en: 'first-order deal', zh: '首单优惠' }, deals: [], others: [sale.name] },
    { kind: 'deals-of-kind', what: { en: 'first-order deal', zh: '首单优惠' }, isForSome: true, deals: [], others: [] },
    { kind: 'deals-of-kind', what: { en: 'first-order deal', zh: '首单优惠' }, deals: [hourly], others: [] },
    { kind: 'deals-of-kind', what: { en: 'first-order deal', zh: '首单优惠' }, again: true, deals: [sale], others: [] },
    {
      kind: 'deals-of-kind',
      what: { en: 'first-order deal', zh: '首单优惠' },
      again: true,
      deals: [hourly],
      others: [],
    },
    { kind: 'deals-of-kind', what: { en: 'first-order deal', zh: '首单优惠' }, deals: [sale, hourly], others: [] },
  ],
  'deals-running': () => [
    { kind: 'deals-running', deals: [] },
    { kind: 'deals-running', deals: [sale, hourly] },
    { kind: 'deals-running', deals: [sale, hourly], beside: true },
  ],
  'deal-trace': () => [
    { kind: 'deal-trace', deals: [], total: yuan(120) },
    {
      kind: 'deal-trace',
      total: yuan(120),
      added: goods.bag.name,
      deals: [
        { name: sale.name, outcome: 'applied', saves: yuan(30), beatenBy: [] },
        ...offerRefusals.map(reason => ({
          name: hourly.name,
          code: 'WILD20',
          outcome: 'refused' as const,
          reason,
          unlock: { spendMore: yuan(20), addQuantity: 1, scope: { categories: ['bags'] } },
          beatenBy: [sale.name],
        })),
      ],
    },
  ],
  'ask-code': () => [{ kind: 'ask-code' }, { kind: 'ask-code', codes: ['WILD20', 'FIRST15'] }],
  'code-applied': () =>
    [yuan(200), null].map(total => ({ kind: 'code-applied', code: 'WILD20', name: sale.name, saves: yuan(20), total })),
  'code-waiting': () =>
    offerRefusals.map(reason => ({
      kind: 'code-waiting',
      code: 'WILD20',
      name: sale.name,
      reason,
      unlock: { spendMore: yuan(20) },
      ...(reason === 'better-deal-applies' ? { better: [sale.name] } : {}),
    })),
  'no-code-on-cart': () => [{ kind: 'no-code-on-cart' }, { kind: 'no-code-on-cart', code: 'WILD20' }],
  'code-removed': () => [
    { kind: 'code-removed', code: 'WILD20', total: null },
    { kind: 'code-removed', code: 'WILD20', total: yuan(80) },
  ],
  'none-for-cart': () => [
    { kind: 'none-for-cart', asked: 'first-order' },
    { kind: 'none-for-cart', asked: 'code' },
  ],
  'next-step': () =>
    [true, false].map(isFurther => ({
      kind: 'next-step' as const,
      name: { en: '¥30 off every ¥300', zh: '每满 300 减 30' },
      missing: yuan(33),
      off: yuan(30),
      isFurther,
    })),
  'no-better-deal': () => [{ kind: 'no-better-deal', offer: offerOf() }],
  'counter-offer': () => [{ kind: 'counter-offer', offer: offerOf(), standing: offerOf() }],
} satisfies Partial<Parts>;
