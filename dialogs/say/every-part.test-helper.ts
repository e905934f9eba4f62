/** Every kind of answer as data, and said on a small shop. */
import { asId, type CartId, type ReturnId } from '../../knowledge/domain/ids.ts';
import { times } from '../../knowledge/domain/money.ts';
import { orderStatuses } from '../../knowledge/domain/order.ts';
import { article, factOf, goods, likesRed, now, orderOf, shop } from '../dialogs.test-helper.ts';
import type { ReturnRefusal } from '../flow-parts.ts';
import { refundNotes } from '../offers/ledger/refund.ts';
import { promotion, yuan } from '../offers/offers.test-helper.ts';
import type { ReplyPart } from '../reply.ts';
import { ofDeals, type Parts, rule } from './deal-parts.test-helper.ts';
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

/** One or more of every kind; the compiler asks for a row when a kind is added. */
export const every: Parts = {
  ...ofDeals,
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
  answer: language => [
    { kind: 'answer', passage: passageIn(language), others: [article] },
    ...(['within', 'beyond', 'enough', 'too-little'] as const).map(is => ({
      kind: 'answer' as const,
      passage: { ...passageIn(language), verdict: { is, said: language === 'zh' ? '五周' : '5 weeks' } },
      others: [],
    })),
  ],
  'part-unknown': () => [{ kind: 'part-unknown', asked: 'is there parking' }],
  'page-says-no-more': language => [
    { kind: 'page-says-no-more', passage: passageIn(language) },
    { kind: 'page-says-no-more', passage: { ...passageIn(language), hedged: true } },
  ],
  'dont-know': () => [
    { kind: 'dont-know', nearest: [] },
    { kind: 'dont-know', nearest: [article] },
  ],
  'no-medical-advice': () => [{ kind: 'no-medical-advice' }],
  'no-cure': () => [{ kind: 'no-cure' }],
  'price-now': () => [
    { kind: 'price-now', product: goods.road },
    { kind: 'price-now', product: null },
  ],
  unclear: () => [{ kind: 'unclear', suggestions: ['recommend'] }],
  'which-topic': () => [
    { kind: 'which-topic', about: [article] },
    { kind: 'which-topic', about: [article, article] },
  ],
  orders: () => [
    { kind: 'orders', orders: [orderOf()] },
    { kind: 'orders', orders: [orderOf()], holding: 'mug' },
    { kind: 'orders', orders: [orderOf(), orderOf()], holding: 'mug' },
    ...(['under-way', 'of-days', 'of-number', 'newer', 'other', 'not-told'] as const).map(
      none => ({ kind: 'orders', orders: [orderOf()], none }) as const,
    ),
  ],
  'claim-of': () => [
    { kind: 'claim-of', order: orderOf() },
    { kind: 'claim-of', order: orderOf(), what: 'mug' },
    { kind: 'claim-of', order: orderOf(), what: 'mug', past: 30 },
  ],
  'claim-which': () => [
    { kind: 'claim-which', orders: [orderOf()] },
    { kind: 'claim-which', orders: [orderOf()], what: 'mug' },
  ],
  'claim-wish': () => [
    { kind: 'claim-wish', wish: 'money', order: orderOf() },
    { kind: 'claim-wish', wish: 'another' },
  ],
  order: () => orderStatuses.map(status => ({ kind: 'order', order: orderOf({ status }) })),
  'no-orders': () => [{ kind: 'no-orders' }],
  'return-window': () => [{ kind: 'return-window', order: orderOf(), until: now }],
  'refund-state': () => [
    { kind: 'refund-state', order: orderOf({ status: 'cancelled' }) },
    { kind: 'refund-state', order: orderOf({ status: 'returned' }) },
    ...(['requested', 'received', 'refunded', 'refused'] as const).map(status => ({
      kind: 'refund-state' as const,
      order: orderOf(),
      request: {
        id: asId<ReturnId>('R-1'),
        order: orderOf().id,
        shopper: orderOf().shopper,
        lines: [],
        reason: 'too small',
        refund: orderOf().total,
        status,
        requestedAt: now,
      },
    })),
  ],
  'no-return': () => [{ kind: 'no-return' }],
  'own-warranty': () =>
    [true, false].map(isOver => ({
      kind: 'own-warranty',
      order: orderOf(),
      line: orderOf().lines[0]!,
      until: new Date('2028-07-06T10:00:00Z'),
      isOver,
    })),
  'own-spend': () =>
    [true, false].map(isRegular => ({
      kind: 'own-spend',
      paid: orderOf().total,
      within: isRegular ? 'this-year' : 'twelve-months',
      isRegular,
      asksRegular: !isRegular,
      ...(isRegular ? {} : { toGo: yuan(1_853) }),
    })),
  'order-not-found': () => [{ kind: 'order-not-found' }, { kind: 'order-not-found', signedIn: true }],
  products: () =>
    (['search', 'recommend', 'popular', 'similar'] as const).flatMap(heading => [
      { kind: 'products', found, relaxed: [], heading },
      { kind: 'products', found, relaxed: ['category:shoes'], budget: yuan(500), heading },
      { kind: 'products', found, relaxed: ['unmarked:vegan'], heading },
      { kind: 'products', found, relaxed: ['unproved:halal'], heading },
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
  'quantity-changed': () => [{ kind: 'quantity-changed', product: goods.road, quantity: 2 }],
  'which-to-change': () => [{ kind: 'which-to-change', products: [goods.road, goods.bag] }],
  'which-size': () => [{ kind: 'which-size', product: goods.road, sizes: ['41', '42', '43'] }],
  'too-few-left': () => [
    { kind: 'too-few-left', product: goods.road, left: 1 },
    { kind: 'too-few-left', product: goods.bag, left: 3 },
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
  'product-says': () => [
    { kind: 'product-says', product: goods.road, said: ['The hood turns with your head.'], open: [] },
    { kind: 'product-says', product: goods.road, said: [], open: [{ words: 'a hood', terms: ['hood'] }] },
    { kind: 'product-says', product: goods.road, said: [], open: [{ kind: 'weight', words: 'how heavy', terms: [] }] },
  ],
  'each-says': () => [
    {
      kind: 'each-says',
      of: [{ product: goods.road, said: ['The hood turns with your head.'] }],
      silent: 2,
      asked: [{ kind: 'weight', words: 'how heavy', terms: [] }],
    },
    { kind: 'each-says', of: [], silent: 3, asked: [{ kind: 'weight', words: 'how heavy', terms: [] }] },
  ],
  'each-comes': () => [
    { kind: 'each-comes', asked: [{ slot: 'size', value: '38' }], of: [goods.road], not: [goods.trail] },
    { kind: 'each-comes', asked: [{ slot: 'colour', value: 'red' }], of: [goods.road, goods.trail], not: [] },
    { kind: 'each-comes', asked: [{ slot: 'size', value: '38' }], of: [], not: [goods.road, goods.trail] },
  ],
  'by-degree': language => {
    const asked = language === 'zh' ? '更轻' : 'lighter';
    const of = (attribute: string, text: string) => ({ product: goods.road, attribute, text });
    return [
      {
        kind: 'by-degree',
        asked,
        how: 'measured',
        of: [of('weight', '240g'), of('weight', '1kg')],
        leading: [goods.road],
      },
      { kind: 'by-degree', asked, how: 'marked', of: [of('feature', 'lightweight')], leading: [goods.road] },
      { kind: 'by-degree', asked, how: 'all-marked', of: [of('feature', 'lightweight')], leading: [] },
      { kind: 'by-degree', asked, how: 'unsaid', of: [], leading: [] },
      {
        kind: 'by-degree',
        asked,
        how: 'unsaid',
        of: [],
        leading: [],
        pages: [{ product: goods.road, text: 'Light.' }],
      },
    ];
  },
  'product-choices': () =>
    (['colour', 'size', 'material', 'brand'] as const).flatMap(slot =>
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
  'which-product': () => [{ kind: 'which-product' }, { kind: 'which-product', of: [goods.bag, goods.road] }],
  cart: () => [
    { kind: 'cart', cart, products: [goods.bag], total: yuan(412) },
    { kind: 'cart', cart, products: [goods.bag], total: yuan(412), ordering: true },
  ],
  'cart-empty': () => [
    { kind: 'cart-empty' },
    { kind: 'cart-empty', toCount: true },
    { kind: 'cart-empty', ordering: true },
  ],
  'adds-up': () =>
    [true, false].map(isRight => ({
      kind: 'adds-up' as const,
      terms: [yuan(99), yuan(120)] as const,
      total: yuan(219),
      isRight,
    })),
  'would-cost': () => {
    const lines = [
      { product: goods.bag, quantity: 2, price: times(goods.bag.price, 2) },
      { product: goods.road, quantity: 1, price: goods.road.price },
    ];
    const sum = { kind: 'would-cost' as const, lines, total: yuan(470), goods: yuan(458), abroad: false };
    const name = { en: 'Spend & save', zh: '满减' };
    return [
      { ...sum, shipping: yuan(0), deals: [{ name, saves: yuan(30), gift: false }] },
      { ...sum, lines: lines.slice(0, 1), shipping: yuan(12), deals: [{ name, saves: yuan(30), gift: true }] },
      { ...sum, shipping: yuan(12), deals: [], abroad: true, short: { product: goods.bag, left: 2 } },
      { ...sum, shipping: yuan(12), deals: [], abroad: true, abroadFor: { fee: yuan(120), total: yuan(578) } },
      { ...sum, shipping: yuan(0), deals: [{ name, saves: yuan(30), gift: false }], hour: '20:00' },
    ];
  },
  advice: () => {
    const advice = {
      kind: 'advice' as const,
      pick: goods.bag,
      marks: [],
      said: [],
      tied: [],
      pages: [],
      cheapest: false,
    };
    const marks = [{ slot: 'feature' as const, value: 'waterproof' }];
    return [
      { ...advice, how: 'page', said: ['Made for rain.'], marks },
      { ...advice, how: 'page', marks, beyond: true },
      { ...advice, how: 'beside', marks },
      { ...advice, how: 'tied', marks, tied: [goods.road], cheapest: true },
      { ...advice, how: 'plain', tied: [goods.road], cheapest: true },
      { ...advice, how: 'plain', tied: [goods.road] },
      { ...advice, how: 'unsaid', pages: [goods.bag, goods.road, goods.mug].map(product => ({ product, text: '' })) },
      {
        ...advice,
        how: 'unsaid',
        pages: [
          { product: goods.bag, text: 'A bag.' },
          { product: goods.road, text: 'A shoe.' },
        ],
      },
    ];
  },
  'order-would-cost': () => {
    const sum = { kind: 'order-would-cost' as const, goods: yuan(150), shipping: yuan(12), total: yuan(162) };
    return [
      { ...sum, freeFrom: yuan(199), abroad: false },
      { ...sum, freeFrom: null, abroad: false },
      { ...sum, freeFrom: yuan(199), abroad: true },
      { ...sum, goods: yuan(200), shipping: yuan(0), total: yuan(200), freeFrom: yuan(199), abroad: false },
      { ...sum, freeFrom: yuan(199), abroad: false, deals: [], others: true },
      {
        ...sum,
        goods: yuan(650),
        shipping: yuan(0),
        total: yuan(590),
        freeFrom: yuan(199),
        abroad: false,
        deals: [
          { name: { en: '¥30 off every ¥300', zh: '每满 300 减 30' }, saves: yuan(60), gift: false },
          { name: { en: 'A small gift', zh: '小礼' }, saves: yuan(39), gift: true },
        ],
        others: true,
      },
    ];
  },
  'new-total': () => [{ kind: 'new-total', total: yuan(270) }],
  'added-to-cart': () => [
    { kind: 'added-to-cart', product: goods.bag },
    { kind: 'added-to-cart', product: goods.bag, quantity: 2, inCart: 3 },
  ],
  'out-of-stock': () => [{ kind: 'out-of-stock', product: goods.bag }],
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
  'ask-forget': () => [[], [factOf()]].map(facts => ({ kind: 'ask-forget', facts })),
  forgotten: () => [
    { kind: 'forgotten', count: 0, all: false },
    { kind: 'forgotten', count: 1, all: false },
    { kind: 'forgotten', count: 3, all: true },
  ],
  'changed-mind': () => [{ kind: 'changed-mind', now: { ...likesRed, polarity: 'dislike' }, before: factOf() }],
  'which-to-forget': () => [{ kind: 'which-to-forget', facts: [factOf()] }],
  'opted-out': () => [{ kind: 'opted-out' }],
  'opted-in': () => [{ kind: 'opted-in' }, { kind: 'opted-in', already: true }],
  sorry: () =>
    (['complaint', 'told', 'harm', 'missing', 'manners'] as const).flatMap(about => [
      { kind: 'sorry', about },
      ...(about === 'missing' ? [{ kind: 'sorry' as const, about, order: orderOf() }] : []),
    ]),
  queued: () => [1, 4].map(position => ({ kind: 'queued', position })),
  'still-queued': () => [
    { kind: 'still-queued', position: 2 },
    { kind: 'still-queued', position: 1, expectedSeconds: 200 },
    { kind: 'still-queued', position: 1, expectedSeconds: null, asksWait: true },
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
  'not-in-orders': language =>
    [{}, { listed: true as const }, { number: 'WY-20418' }].map(more => ({
      kind: 'not-in-orders',
      what: language === 'zh' ? '外套' : 'jacket',
      ...more,
    })),
  'ask-which-order': () => [{ kind: 'ask-which-order', orders: [orderOf()] }],
  'ask-which-lines': () => [{ kind: 'ask-which-lines', order: orderOf() }],
  'ask-reason': () => [{ kind: 'ask-reason', order: orderOf(), lines: [{ product: goods.bag.id, quantity: 1 }] }],
  'return-preview': () => [{ kind: 'return-preview', order: orderOf(), lines, refund: yuan(300), notes: refundNotes }],
  'return-done': () => [
    { kind: 'return-done', id: asId<ReturnId>('R-WY-20418-1'), order: orderOf(), refund: yuan(300) },
  ],
  'number-lost': () => [{ kind: 'number-lost' }, { kind: 'number-lost', what: 'email' }],
  'exchange-by-person': () => {
    const of = { order: orderOf(), line: orderOf().lines[0]! };
    return [
      { kind: 'exchange-by-person' },
      { kind: 'exchange-by-person', size: '36' },
      { kind: 'exchange-by-person', of },
      { kind: 'exchange-by-person', of, size: 'm' },
      { kind: 'exchange-by-person', of, colour: 'black' },
    ];
  },
  'opened-by-person': language => [
    { kind: 'opened-by-person', rule: language === 'zh' ? '拆封的护肤品不能退。' : 'Opened skincare can’t come back.' },
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
      pages: [{ product: goods.road, text: 'For the road.' }],
    },
    {
      kind: 'comparison',
      products: [goods.road, goods.road],
      cheaper: { product: goods.road.id, by: yuan(0) },
      differs: [],
      pages: [],
    },
  ],
  again: () => [
    { kind: 'again', order: orderOf(), products: [goods.bag], missing: 0 },
    { kind: 'again', order: orderOf(), products: [goods.bag], missing: 2 },
    { kind: 'again', order: orderOf(), products: [], missing: 1 },
    { kind: 'again', order: orderOf(), products: [goods.bag], missing: 0, colour: 'other' },
    { kind: 'again', order: orderOf(), products: [goods.bag], missing: 0, colour: 'none' },
  ],
  'again-unknown': () => [
    { kind: 'again-unknown', signedIn: true, ofKind: false },
    { kind: 'again-unknown', signedIn: true, ofKind: true },
    { kind: 'again-unknown', signedIn: false, ofKind: false },
  ],
  'cancel-preview': () => [
    { kind: 'cancel-preview', order: orderOf(), refund: yuan(300), freed: [], kept: [] },
    { kind: 'cancel-preview', order: orderOf(), refund: yuan(300), freed: [rule.name], kept: [rule.name] },
  ],
  'cancel-done': () => [{ kind: 'cancel-done', order: orderOf(), refund: yuan(300) }],
  'cancel-refused': () =>
    (['shipped', 'delivered', 'past-return', 'returned', 'already-cancelled', 'order-changed'] as const).map(
      reason => ({
        kind: 'cancel-refused',
        order: orderOf(),
        reason,
      }),
    ),
  'not-sold': language => [
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: true },
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: false },
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: false, beside: true },
  ],
  'what-for': () => [{ kind: 'what-for' }],
  'sign-in-for-refund': () => [{ kind: 'sign-in-for-refund' }],
  'yours-to-unsubscribe': () => [{ kind: 'yours-to-unsubscribe' }],
  'yours-to-tick': () => [{ kind: 'yours-to-tick' }],
  stuck: () => [{ kind: 'stuck' }],
  'shop-talk': () =>
    (
      [
        'shelves',
        'trust',
        'no-rush',
        'feeling',
        'by-phone',
        'same-prices',
        'offers-off',
        'chat',
        'glad',
        'treat',
        'haggle',
        'sale-soon',
        'price-watch',
        'code-refused',
        'add-on-refused',
        'exception',
        'other-account',
        'other-trade',
      ] as const
    ).map(about => ({ kind: 'shop-talk', about })),
  'offer-person': () => [{ kind: 'offer-person' }],
  'sorry-first': () => [{ kind: 'sorry-first' }],
  'back-to': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'back-to', flow })),
  'in-turn': () => [{ kind: 'in-turn', flows: ['return', 'cancel-order', 'guest-order'] }],
  'on-to': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'on-to', flow })),
  'set-aside': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'set-aside', flow })),
};
