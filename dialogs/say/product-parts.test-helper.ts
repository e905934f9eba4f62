/** Every kind of answer about products and the cart, as data. */
import { asId, type CartId } from '../../knowledge/domain/ids.ts';
import { times } from '../../knowledge/domain/money.ts';
import { goods, likesRed, now, orderOf } from '../dialogs.test-helper.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import type { Parts } from './deal-parts.test-helper.ts';

export const found = [
  { product: goods.road, score: 1, reason: { kind: 'bought-with', because: goods.bag.id, deed: 'bought' } as const },
];
const cart = {
  id: asId<CartId>('cart:ann'),
  shopper: orderOf().shopper,
  lines: [{ product: goods.bag.id, quantity: 2 }],
  version: 1,
  updatedAt: now,
};

/** Their part of `every`. */
export const ofProducts = {
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
    { kind: 'why-product', product: goods.road, fits: [likesRed], beside: true },
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
  'which-size': () => [
    { kind: 'which-size', product: goods.road, sizes: ['41', '42', '43'] },
    { kind: 'which-size', product: goods.road, sizes: ['41', '42', '43'], now: '42' },
  ],
  'too-few-left': () => [
    { kind: 'too-few-left', product: goods.road, left: 1 },
    { kind: 'too-few-left', product: goods.bag, left: 3 },
    { kind: 'too-few-left', product: goods.road, left: 1, beside: true },
    { kind: 'too-few-left', product: goods.bag, left: 3, beside: true },
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
  'whom-for': () =>
    (['children', 'men', 'women', 'grown-ups', 'anybody', 'no-children'] as const).flatMap(whom => [
      { kind: 'whom-for', product: goods.road, whom, span: ['36', '46'] },
      ...(whom === 'grown-ups' ? [] : [{ kind: 'whom-for' as const, product: goods.mug, whom }]),
    ]),
  'each-comes': () => [
    { kind: 'each-comes', asked: [{ slot: 'size', value: '38' }], of: [goods.road], not: [goods.trail] },
    { kind: 'each-comes', asked: [{ slot: 'colour', value: 'red' }], of: [goods.road, goods.trail], not: [] },
    { kind: 'each-comes', asked: [{ slot: 'size', value: '38' }], of: [], not: [goods.road, goods.trail] },
    {
      kind: 'each-comes',
      asked: [{ slot: 'colour', value: 'red' }],
      of: [goods.road],
      not: [goods.trail],
      without: [goods.bag],
    },
    { kind: 'each-comes', asked: [{ slot: 'colour', value: 'red' }], of: [], not: [], without: [goods.bag, goods.mug] },
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
      { kind: 'by-degree', asked: '', how: 'all-marked', of: [of('feature', 'lightweight')], leading: [] },
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
  'with-wrap': () => [{ kind: 'with-wrap', fee: yuan(9), total: yuan(80) }],
  'figure-checked': () =>
    (['total', 'delivery', 'wrap', null] as const).map(is => ({
      kind: 'figure-checked' as const,
      said: yuan(80),
      is,
      total: yuan(80),
    })),
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
  'made-for': () =>
    [true, false].map(asks => ({
      kind: 'made-for',
      of: [
        { product: goods.bag, occasions: ['commute', 'office'] },
        { product: goods.road, occasions: ['running'] },
      ],
      asks,
    })),
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
  comparison: () => [
    {
      kind: 'comparison',
      products: [goods.road, goods.bag],
      cheaper: { product: goods.bag.id, by: yuan(100) },
      differs: [{ attribute: 'colour', first: ['red'], second: [] }],
      details: [
        {
          name: { en: 'Weight', zh: '重量' },
          first: { en: '254 g', zh: '254 克' },
          second: { en: '310 g', zh: '310 克' },
        },
      ],
      pages: [{ product: goods.road, text: 'For the road.' }],
    },
    {
      kind: 'comparison',
      products: [goods.road, goods.road],
      cheaper: { product: goods.road.id, by: yuan(0) },
      differs: [],
      details: [],
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
  'not-sold': language => [
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: true },
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: false },
    { kind: 'not-sold', what: language === 'zh' ? '吉他' : 'guitar', nearest: false, beside: true },
  ],
  'what-for': () => [{ kind: 'what-for' }, { kind: 'what-for', plain: true }],
} satisfies Partial<Parts>;
