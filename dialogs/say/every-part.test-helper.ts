/** Every kind of answer as data, and said on a small shop. */
import { asId, type CartId, type PromotionId, type ReturnId } from '../../knowledge/domain/ids.ts';
import { offerRefusals } from '../../knowledge/domain/offer.ts';
import { orderStatuses } from '../../knowledge/domain/order.ts';
import { article, factOf, goods, likesRed, now, offerOf, orderOf, shop } from '../dialogs.test-helper.ts';
import { promotion, yuan } from '../offers/offers.test-helper.ts';
import { refundNotes } from '../offers/refund.ts';
import { exampleTexts, tellDeal } from '../offers/rules/tell-deal.ts';
import type { ReplyPart, ReturnRefusal } from '../reply.ts';
import { say } from './say.ts';

export const byId = new Map(Object.values(goods).map(p => [p.id, p]));
export const deal = promotion(
  { kind: 'amount-off', amount: yuan(30) },
  { name: { en: '¥30 off', zh: '立减 30 元' }, terms: { en: 'Once per shopper.', zh: '每人限用一次。' } },
);

export const said = (parts: readonly ReplyPart[], language: 'en' | 'zh' = 'en') =>
  say(
    { parts, language, suggestions: [] },
    {
      language,
      shop,
      product: id => byId.get(id),
      now: new Date('2026-11-24T12:00:00Z'),
      promotionOf: () => deal,
      factText: fact => `${fact.slot} ${fact.value}`,
    },
  );

const passageIn = (language: 'en' | 'zh') => ({
  id: `delivery#${language}-1`,
  article,
  text: article.body[language]!,
  score: 0.9,
});
const cart = {
  id: asId<CartId>('cart:ann'),
  shopper: orderOf().shopper,
  lines: [{ product: goods.bag.id, quantity: 2 }],
  version: 1,
  updatedAt: now,
};
const lines = [{ product: goods.road.id, quantity: 1 }];
export const found = [
  { product: goods.road, score: 1, reason: { kind: 'bought-with', because: goods.bag.id, deed: 'bought' } as const },
];

type Parts = { readonly [K in ReplyPart['kind']]: (language: 'en' | 'zh') => Extract<ReplyPart, { kind: K }>[] };

const told = { shop, products: Object.values(goods), now };
const rule = {
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

/** One or more of every kind; the compiler asks for a row when a kind is added. */
export const every: Parts = {
  greeting: () => [
    { kind: 'greeting', returning: false },
    { kind: 'greeting', returning: true, name: 'Ann Lee' },
  ],
  thanks: () => [{ kind: 'thanks' }],
  'all-right': () => [{ kind: 'all-right' }],
  goodbye: () => [{ kind: 'goodbye' }],
  help: () => [{ kind: 'help' }],
  identity: () => [{ kind: 'identity' }],
  cancelled: () => [null, 'flow', 'queue', 'return'].map(what => ({ kind: 'cancelled', what })),
  answer: language => [{ kind: 'answer', passage: passageIn(language), others: [article] }],
  'part-unknown': () => [{ kind: 'part-unknown', asked: 'is there parking' }],
  'dont-know': () => [
    { kind: 'dont-know', nearest: [] },
    { kind: 'dont-know', nearest: [article] },
  ],
  unclear: () => [{ kind: 'unclear', suggestions: ['recommend'] }],
  orders: () => [{ kind: 'orders', orders: [orderOf()] }],
  order: () => orderStatuses.map(status => ({ kind: 'order', order: orderOf({ status }) })),
  'no-orders': () => [{ kind: 'no-orders' }],
  'order-not-found': () => [{ kind: 'order-not-found' }],
  products: () =>
    (['search', 'recommend', 'popular', 'similar'] as const).flatMap(heading => [
      { kind: 'products', found, relaxed: [], heading },
      { kind: 'products', found, relaxed: ['category:shoes'], budget: yuan(500), heading },
      { kind: 'products', found, relaxed: ['unmarked:vegan'], heading },
      {
        kind: 'products',
        found,
        relaxed: [],
        around: yuan(300),
        forWhom: { ...likesRed, slot: 'recipient', value: 'partner', forWhom: 'partner' },
        heading,
      },
    ]),
  'nothing-found': () => [{ kind: 'nothing-found' }, { kind: 'nothing-found', budget: yuan(20) }],
  product: () => [
    { kind: 'product', product: goods.road, aspect: 'details' },
    { kind: 'product', product: goods.road, aspect: 'stock' },
    { kind: 'product', product: { ...goods.road, stock: 0 }, aspect: 'stock' },
    { kind: 'product', product: { ...goods.road, stock: null }, aspect: 'stock' },
  ],
  'why-product': () => [
    { kind: 'why-product', product: goods.road, fits: [] },
    { kind: 'why-product', product: goods.road, fits: [likesRed], reason: { kind: 'similar-shoppers' } },
    {
      kind: 'why-product',
      product: goods.road,
      fits: [],
      reason: { kind: 'bought-with', because: goods.bag.id, deed: 'bought' },
    },
  ],
  'removed-from-cart': () => [
    { kind: 'removed-from-cart', products: [goods.road] },
    { kind: 'removed-from-cart', products: [goods.road, goods.bag] },
    { kind: 'removed-from-cart', products: [goods.road], quantity: 1 },
  ],
  'which-to-remove': () => [{ kind: 'which-to-remove', products: [goods.road, goods.bag] }],
  'product-answer': () => [
    {
      kind: 'product-answer',
      product: goods.road,
      asked: [{ slot: 'feature', value: 'waterproof', holds: true }],
      others: [],
      colours: [],
    },
    {
      kind: 'product-answer',
      product: goods.road,
      asked: [{ slot: 'size', value: '49', holds: false }],
      others: [],
      colours: [],
    },
    {
      kind: 'product-answer',
      product: goods.road,
      asked: [{ slot: 'colour', value: 'blue', holds: false }],
      others: [goods.bag],
      colours: ['red', 'blue'],
    },
    {
      kind: 'product-answer',
      product: goods.road,
      asked: [{ slot: 'colour', value: 'green', holds: false }],
      others: [],
      colours: ['red', 'blue'],
    },
    {
      kind: 'product-answer',
      product: goods.road,
      asked: [{ slot: 'material', value: 'leather', holds: false }],
      others: [],
      colours: [],
    },
  ],
  'product-choices': () =>
    (['colour', 'size', 'material'] as const).flatMap(slot =>
      [[], ['42', '43']].flatMap(values => [
        { kind: 'product-choices', slot, of: [{ product: goods.road, values }], others: [] },
        {
          kind: 'product-choices',
          slot,
          of: [
            { product: goods.road, values },
            { product: goods.bag, values: ['red'] },
          ],
          others: [goods.bag],
        },
        {
          kind: 'product-choices',
          slot,
          of: [
            { product: goods.road, values },
            { product: goods.bag, values },
          ],
          others: [],
        },
      ]),
    ),
  'which-product': () => [{ kind: 'which-product' }],
  cart: () => [{ kind: 'cart', cart, products: [goods.bag], total: yuan(412) }],
  'cart-empty': () => [{ kind: 'cart-empty' }],
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
  'new-total': () => [{ kind: 'new-total', total: yuan(270) }],
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
  'added-to-cart': () => [{ kind: 'added-to-cart', product: goods.bag }],
  'out-of-stock': () => [{ kind: 'out-of-stock', product: goods.bag }],
  offer: () => [true, false].map(unprompted => ({ kind: 'offer', offer: offerOf(), unprompted })),
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
  ],
  'offer-declined': () => [{ kind: 'offer-declined' }, { kind: 'offer-declined', taken: offerOf() }],
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
    (['until', 'how-often', 'return', 'how'] as const).flatMap(aspect => [
      { kind: 'deal-terms' as const, aspect, deal: sale, examples: [] },
      { kind: 'deal-terms' as const, aspect, deal: hourly, examples: exampleTexts(rule, told) },
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
    })),
  'code-removed': () => [
    { kind: 'code-removed', code: 'WILD20', total: null },
    { kind: 'code-removed', code: 'WILD20', total: yuan(80) },
  ],
  'no-better-deal': () => [{ kind: 'no-better-deal', offer: offerOf() }],
  'counter-offer': () => [{ kind: 'counter-offer', offer: offerOf(), standing: offerOf() }],
  'about-me': () => [
    { kind: 'about-me', facts: [factOf()], orders: 2, consent: { personalOffers: true, profile: true } },
    { kind: 'about-me', facts: [], orders: 0, consent: { personalOffers: false, profile: true } },
  ],
  noted: () => [
    {
      kind: 'noted',
      facts: [
        likesRed,
        { ...likesRed, slot: 'category', value: 'shoes', polarity: 'dislike' },
        { ...likesRed, slot: 'budget', value: 'max:30000:CNY' },
        { ...likesRed, slot: 'recipient', value: 'dad', forWhom: 'dad' },
        { ...likesRed, slot: 'size', value: 'xl' },
        { ...likesRed, slot: 'product', value: 'bag' },
      ],
    },
  ],
  forgotten: () => [
    { kind: 'forgotten', count: 0, all: false },
    { kind: 'forgotten', count: 1, all: false },
    { kind: 'forgotten', count: 3, all: true },
  ],
  'changed-mind': () => [{ kind: 'changed-mind', now: { ...likesRed, polarity: 'dislike' }, before: factOf() }],
  'which-to-forget': () => [{ kind: 'which-to-forget', facts: [factOf()] }],
  'opted-out': () => [{ kind: 'opted-out' }],
  'opted-in': () => [{ kind: 'opted-in' }],
  sorry: () => [{ kind: 'sorry', about: 'complaint' }],
  queued: () => [1, 4].map(position => ({ kind: 'queued', position })),
  'still-queued': () => [
    { kind: 'still-queued', position: 2 },
    { kind: 'still-queued', position: 1, expectedSeconds: 200 },
  ],
  'desk-closed': () => [
    { kind: 'desk-closed', opensAt: null, timeZone: 'UTC' },
    { kind: 'desk-closed', opensAt: now, timeZone: 'Asia/Shanghai' },
  ],
  'contact-noted': () => [{ kind: 'contact-noted', contact: { kind: 'email', value: 'ann@example.com' } }],
  unavailable: () => [{ kind: 'unavailable', what: 'orders' }],
  'message-cut': () => [{ kind: 'message-cut' }],
  'ask-order-number': () => [{ kind: 'ask-order-number' }],
  'ask-email': () => [{ kind: 'ask-email', number: 'WY-20418' }],
  'ask-which-order': () => [{ kind: 'ask-which-order', orders: [orderOf()] }],
  'ask-which-lines': () => [{ kind: 'ask-which-lines', order: orderOf() }],
  'ask-reason': () => [{ kind: 'ask-reason', order: orderOf(), lines: [{ product: goods.bag.id, quantity: 1 }] }],
  'return-preview': () => [{ kind: 'return-preview', order: orderOf(), lines, refund: yuan(300), notes: refundNotes }],
  'return-done': () => [
    { kind: 'return-done', id: asId<ReturnId>('R-WY-20418-1'), order: orderOf(), refund: yuan(300) },
  ],
  'return-refused': () =>
    (['not-delivered', 'too-late', 'already-returned', 'cancelled'] as const satisfies ReturnRefusal[]).map(reason => ({
      kind: 'return-refused',
      order: orderOf(),
      reason,
      days: 30,
    })),
  comparison: () => [
    {
      kind: 'comparison',
      products: [goods.road, goods.bag],
      cheaper: { product: goods.bag.id, by: yuan(100) },
      differs: [{ attribute: 'colour', first: ['red'], second: [] }],
    },
    {
      kind: 'comparison',
      products: [goods.road, goods.road],
      cheaper: { product: goods.road.id, by: yuan(0) },
      differs: [],
    },
  ],
  again: () => [
    { kind: 'again', order: orderOf(), products: [goods.bag], missing: 0 },
    { kind: 'again', order: orderOf(), products: [goods.bag], missing: 2 },
    { kind: 'again', order: orderOf(), products: [], missing: 1 },
  ],
  'again-unknown': () => [
    { kind: 'again-unknown', signedIn: true },
    { kind: 'again-unknown', signedIn: false },
  ],
  'cancel-preview': () => [
    { kind: 'cancel-preview', order: orderOf(), refund: yuan(300), freed: [], kept: [] },
    { kind: 'cancel-preview', order: orderOf(), refund: yuan(300), freed: [rule.name], kept: [rule.name] },
  ],
  'cancel-done': () => [{ kind: 'cancel-done', order: orderOf(), refund: yuan(300) }],
  'cancel-refused': () =>
    (['shipped', 'delivered', 'returned', 'already-cancelled', 'order-changed'] as const).map(reason => ({
      kind: 'cancel-refused',
      order: orderOf(),
      reason,
    })),
  'not-sold': language => [
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: true },
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: false },
  ],
  stuck: () => [{ kind: 'stuck' }],
  'offer-person': () => [{ kind: 'offer-person' }],
  'sorry-first': () => [{ kind: 'sorry-first' }],
  'back-to': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'back-to', flow })),
  'set-aside': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'set-aside', flow })),
};
