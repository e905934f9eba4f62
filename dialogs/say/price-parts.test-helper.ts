/** Every kind of answer to a short question about prices and deals, as data. */
import { asId, type PromotionId } from '../../knowledge/domain/ids.ts';
import { goods, now, orderOf, shop } from '../dialogs.test-helper.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import { tellDeal } from '../offers/rules/tell-deal.ts';
import type { DealMeant, PricedNow } from '../price-parts.ts';
import { type Parts, rule } from './deal-parts.test-helper.ts';

const context = { shop, products: Object.values(goods), now };
const off = {
  promotion: asId<PromotionId>('p-1'),
  name: { en: '¥30 off every ¥300', zh: '每满300减30' },
  saves: yuan(30),
  gift: false,
};
const gift = {
  promotion: asId<PromotionId>('p-2'),
  name: { en: 'A small gift', zh: '小礼' },
  saves: yuan(39),
  gift: true,
};

const priced = (more: Partial<PricedNow> = {}): PricedNow => ({
  lines: [{ product: goods.road, quantity: 1, price: goods.road.price }],
  before: yuan(359),
  deals: [],
  off: yuan(0),
  shipping: yuan(12),
  total: yuan(371),
  ...more,
});
const reduced = priced({
  deals: [off, { ...off, name: { en: 'Code WILD20', zh: '优惠码 WILD20' }, saves: yuan(20) }, gift],
  off: yuan(50),
  shipping: yuan(0),
  total: yuan(309),
});
const two = priced({
  lines: [{ product: goods.road, quantity: 2, price: yuan(718) }],
  before: yuan(718),
  deals: [{ ...off, saves: yuan(60) }],
  off: yuan(60),
  shipping: yuan(0),
  total: yuan(658),
});
const three = priced({
  lines: [goods.road, goods.bag, goods.road].map(product => ({ product, quantity: 1, price: product.price })),
});
const abroad = priced({ abroad: { goods: yuan(359) } });
const toGermany = priced({ abroad: { place: 'Germany', fee: yuan(120), goods: yuan(359), total: yuan(479) } });

const deal = tellDeal(rule, context);
const hourly = tellDeal({ ...rule, conditions: [{ kind: 'hours', from: '20:00', to: '22:00' }] }, context);
const meant: readonly DealMeant[] = [
  { deal, onCart: false, isOffer: true, withCode: false },
  { deal, onCart: true, isOffer: true, withCode: true },
  { deal, code: 'WILD20', onCart: true, isOffer: false, withCode: false },
  { deal: hourly, onCart: true, isOffer: false, withCode: true },
];

export const ofPrices = {
  'comes-off': () =>
    (['cart', 'one', 'together'] as const).flatMap(of =>
      (['discount', 'saved', 'best-price'] as const).flatMap(asked =>
        [priced(), reduced, abroad, toGermany, three].map(one => ({
          kind: 'comes-off' as const,
          of,
          asked,
          priced: one,
        })),
      ),
    ),
  'list-comes-off': () => [
    { kind: 'list-comes-off', of: [], isAll: false },
    { kind: 'list-comes-off', of: [reduced], isAll: false },
    { kind: 'list-comes-off', of: [reduced], isAll: true },
  ],
  'with-one-more': () =>
    (['one', 'cart'] as const).flatMap(of => [
      { kind: 'with-one-more' as const, product: goods.road, of, now: priced(), after: two },
      { kind: 'with-one-more' as const, product: goods.road, of, now: priced(), after: two, beside: true as const },
      { kind: 'with-one-more' as const, product: goods.road, of, now: abroad, after: three },
      { kind: 'with-one-more' as const, product: goods.road, of, now: toGermany, after: toGermany },
    ]),
  'deal-catch': () => meant.map(one => ({ kind: 'deal-catch', meant: one })),
  'no-catch': () =>
    (['cart', 'one', 'together', 'list'] as const).flatMap(of =>
      [priced(), reduced, three, null].flatMap(one => [
        { kind: 'no-catch' as const, of, priced: one, fee: yuan(12), freeFrom: yuan(199), returnDays: 30 },
        {
          kind: 'no-catch' as const,
          of,
          priced: one,
          fee: yuan(12),
          freeFrom: null,
          sendsTo: { place: 'Germany', fee: yuan(120) },
          returnDays: 30,
        },
        { kind: 'no-catch' as const, of, priced: one, fee: yuan(12), freeFrom: null, sendsTo: {}, returnDays: 30 },
      ]),
    ),
  'cancel-no-catch': () => [{ kind: 'cancel-no-catch', order: orderOf(), refund: yuan(447) }],
  'return-terms': () => [{ kind: 'return-terms', days: 30 }],
  'cancel-until': () => [{ kind: 'cancel-until', order: orderOf(), days: 30 }],
  'deal-valid': () => meant.map(one => ({ kind: 'deal-valid', meant: one })),
  'price-valid': () => [
    { kind: 'price-valid', product: null, until: null },
    { kind: 'price-valid', product: null, until: deal.ends, keeps: 'some' },
    {
      kind: 'price-valid',
      product: goods.road,
      until: deal.ends,
      keeps: { name: { en: 'Shelf life', zh: '保质期' }, value: { en: '18 months', zh: '18 个月' } },
    },
  ],
  'deal-and-code': () => meant.map(one => ({ kind: 'deal-and-code', meant: one })),
  'one-code': () => [{ kind: 'one-code', code: 'WILD20' }],
  'no-code-on-order': () => [{ kind: 'no-code-on-order' }, { kind: 'no-code-on-order', order: orderOf() }],
  'order-saved': () =>
    (['saved', 'best-price'] as const).flatMap(asked => [
      { kind: 'order-saved' as const, order: orderOf(), asked },
      { kind: 'order-saved' as const, order: orderOf({ discount: yuan(20) }), asked },
      { kind: 'order-saved' as const, order: orderOf({ discount: yuan(0) }), asked },
    ]),
  'order-closed': () => [{ kind: 'order-closed', order: orderOf() }],
  'why-again': () => [
    { kind: 'why-again', count: 1 },
    { kind: 'why-again', count: 2, number: 'WY-20418' },
    { kind: 'why-again', count: 3, number: 'WY-20418' },
  ],
  'why-order': () => (['latest', 'only-open'] as const).map(how => ({ kind: 'why-order', order: orderOf(), how })),
  'why-returnable': () => [{ kind: 'why-returnable', days: 30 }],
  'why-number': () => [{ kind: 'why-number' }],
  'better-of-kind': () => [
    { kind: 'better-of-kind', product: goods.road, above: [goods.bag], others: 3 },
    { kind: 'better-of-kind', product: goods.road, above: [goods.bag, goods.road], others: 3 },
    { kind: 'better-of-kind', product: goods.road, above: [], others: 2 },
    { kind: 'better-of-kind', product: goods.road, above: [], others: 0 },
  ],
  'of-what': () =>
    (['why', 'catch', 'valid', 'better', 'saved', 'price', 'more'] as const).map(asked => ({ kind: 'of-what', asked })),
} satisfies Partial<Parts>;
