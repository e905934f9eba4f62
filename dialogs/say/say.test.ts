import { describe, expect, test } from 'vitest';
import { asId, type CartId, type PromotionId, type ReturnId } from '../../knowledge/domain/ids.ts';
import { languages } from '../../knowledge/domain/language.ts';
import { offerRefusals } from '../../knowledge/domain/offer.ts';
import { orderStatuses } from '../../knowledge/domain/order.ts';
import { article, factOf, goods, likesRed, now, offerOf, orderOf, shop } from '../dialogs.test-helper.ts';
import { promotion, yuan } from '../offers/offers.test-helper.ts';
import { refundNotes } from '../offers/refund.ts';
import { exampleTexts, tellDeal } from '../offers/rules/tell-deal.ts';
import type { ReplyPart, ReturnRefusal } from '../reply.ts';
import { toActivity } from './activity.ts';
import type { Card } from './cards.ts';
import { UnbackedFigureError } from './check.ts';
import { say } from './say.ts';

const byId = new Map(Object.values(goods).map(p => [p.id, p]));
const deal = promotion(
  { kind: 'amount-off', amount: yuan(30) },
  { name: { en: '¥30 off', zh: '立减 30 元' }, terms: { en: 'Once per shopper.', zh: '每人限用一次。' } },
);

const said = (parts: readonly ReplyPart[], language: 'en' | 'zh' = 'en') =>
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
const found = [{ product: goods.road, score: 1, reason: { kind: 'bought-with', because: goods.bag.id } as const }];

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
const every: Parts = {
  greeting: () => [
    { kind: 'greeting', returning: false },
    { kind: 'greeting', returning: true, name: 'Ann Lee' },
  ],
  thanks: () => [{ kind: 'thanks' }],
  'all-right': () => [{ kind: 'all-right' }],
  goodbye: () => [{ kind: 'goodbye' }],
  help: () => [{ kind: 'help' }],
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
    ]),
  'nothing-found': () => [{ kind: 'nothing-found' }, { kind: 'nothing-found', budget: yuan(20) }],
  product: () => [
    { kind: 'product', product: goods.road, aspect: 'details' },
    { kind: 'product', product: goods.road, aspect: 'stock' },
    { kind: 'product', product: { ...goods.road, stock: 0 }, aspect: 'stock' },
    { kind: 'product', product: { ...goods.road, stock: null }, aspect: 'stock' },
  ],
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
  'offer-declined': () => [{ kind: 'offer-declined' }],
  'offer-refused': () => [
    ...offerRefusals.map(reason => ({ kind: 'offer-refused', reason }) as const),
    { kind: 'offer-refused', reason: 'conditions-not-met', unlock: { spendMore: yuan(23) } },
    { kind: 'offer-refused', reason: 'conditions-not-met', unlock: { addQuantity: 1 } },
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
  'code-applied': () => [{ kind: 'code-applied', code: 'WILD20', name: sale.name, saves: yuan(20), total: yuan(200) }],
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
  'sorry-first': () => [{ kind: 'sorry-first' }],
  'back-to': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'back-to', flow })),
  'set-aside': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'set-aside', flow })),
};

/** Every text a card shows. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

describe.each(languages)('in %s every kind of answer', language => {
  test.each(Object.keys(every) as ReplyPart['kind'][])('%s', kind => {
    const heard = every[kind](language).map(part => said([part], language));
    for (const { text, cards } of heard) {
      expect(text.trim().length).toBeGreaterThan(3);
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\$\{/);
      expect(hasHan(text), text).toBe(language === 'zh');
      for (const card of cards) {
        expect(textsOf(card).join(' ')).not.toMatch(/undefined|NaN|\[object/);
        if ('buttons' in card) for (const button of card.buttons) expect(button.label.length).toBeGreaterThan(0);
      }
      expect(toActivity({ text, cards, suggestions: [] }, options).attachments?.length ?? 0).toBe(cards.length);
    }
    // Each case of a kind is told in words of its own, or the shopper could not tell them apart.
    if (['offer-refused', 'return-refused', 'cancel-refused', 'order', 'cancelled'].includes(kind)) {
      expect(new Set(heard.map(h => h.text)).size).toBeGreaterThanOrEqual(heard.length - 1);
    }
  });

  test('the notes of a refund are sentences', () => {
    const [card] = said(every['return-preview'](language), language).cards as Extract<Card, { type: 'refund' }>[];
    expect(card!.notes).toHaveLength(refundNotes.length);
    for (const note of card!.notes) expect(note).toMatch(/[.。]$/);
    expect(card!.notes.every(note => hasHan(note) === (language === 'zh'))).toBe(true);
  });
});

const options = { turn: 't', language: 'en', publicUrl: 'http://shop.test', cartChanged: true } as const;

describe('a reply as an activity', () => {
  test('product cards become a carousel of hero cards with a picture and buttons any channel can draw', () => {
    const activity = toActivity(
      said([{ kind: 'products', found: [...found, ...found], relaxed: [], heading: 'search' }]),
      options,
    );
    expect(activity.attachmentLayout).toBe('carousel');
    const [hero] = activity.attachments!;
    expect(hero!.contentType).toBe('application/vnd.microsoft.card.hero');
    expect(hero!.content).toMatchObject({
      title: 'Tempo road shoe, red',
      images: [{ url: 'http://shop.test/api/shop/products/road/picture.svg', alt: 'Tempo road shoe, red' }],
      buttons: [{ title: 'Add to cart', value: { tap: 'add-to-cart', product: 'road' } }, { title: 'Details' }],
    });
  });

  test('our own cards, suggestions and the changed cart travel beside it', () => {
    const activity = toActivity(
      { ...said([{ kind: 'offer', offer: offerOf(), unprompted: false }]), suggestions: [] },
      options,
    );
    expect(activity.channelData.counteroffer).toMatchObject({ turn: 't', language: 'en', cartChanged: true });
    expect(activity.channelData.counteroffer.cards).toMatchObject([
      {
        type: 'offer',
        title: '¥30 off',
        saves: 'You save ¥30',
        before: '¥212',
        after: '¥182',
        terms: 'Once per shopper.',
      },
    ]);
  });

  test('taps say what they do: words are spoken, choices carry their value', () => {
    const reply = say(
      {
        parts: [{ kind: 'help' }],
        language: 'zh',
        suggestions: [
          { kind: 'intent', intent: 'deals' },
          { kind: 'category', key: 'bags' },
          { kind: 'tap', label: 'apply', value: { tap: 'apply-offer', offer: offerOf().id } },
        ],
      },
      {
        language: 'zh',
        shop,
        product: () => undefined,
        now: new Date('2026-11-24T12:00:00Z'),
        promotionOf: () => undefined,
        factText: () => '',
      },
    );
    expect(reply.suggestions.map(s => s.label)).toEqual(['有优惠吗？', '包', '使用优惠']);
    const { actions } = toActivity(reply, { ...options, language: 'zh' }).suggestedActions!;
    expect(actions.map(a => [a.type, a.value])).toEqual([
      ['imBack', '有优惠吗？'],
      ['imBack', '包'],
      ['messageBack', { tap: 'apply-offer', offer: 'offer-1' }],
    ]);
  });

  test('HTML in a name or an article stays text', () => {
    const nasty = { ...goods.bag, name: { en: '<img src=x onerror=alert(1)>' } };
    const { text, cards } = said([{ kind: 'product', product: nasty, aspect: 'details' }]);
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(cards).toMatchObject([{ name: '<img src=x onerror=alert(1)>' }]);
    const activity = toActivity({ text, cards, suggestions: [] }, options);
    expect(activity.textFormat).toBe('plain');
  });

  test('an offer used up has no buttons', () => {
    const [card] = said([{ kind: 'offer-applied', offer: offerOf(), total: yuan(182) }]).cards;
    expect(card).toMatchObject({ type: 'offer', state: 'held', buttons: [] });
  });
});

describe('a figure without a record', () => {
  test('never leaves', () => {
    const madeUp = { ...goods.bag, name: { en: 'bag at ¥1' } };
    const reply = {
      parts: [{ kind: 'noted', facts: [{ ...likesRed, slot: 'product', value: 'bag' }] }],
      language: 'en',
      suggestions: [],
    } as const;
    const context = {
      language: 'en',
      shop,
      now: new Date('2026-11-24T12:00:00Z'),
      promotionOf: () => undefined,
      factText: () => '',
    } as const;
    expect(() => say(reply, { ...context, product: () => madeUp })).toThrow(UnbackedFigureError);
    expect(say(reply, { ...context, product: () => goods.bag }).text).toContain('River backpack');
  });

  test('is none that the shop’s own page or the shopper said', () => {
    const page = { id: 'deals#en-1', article, text: 'Members have 20% off.', score: 0.9 };
    expect(said([{ kind: 'answer', passage: page, others: [] }]).text).toContain('20%');
    const noted = { ...likesRed, slot: 'budget', value: 'max:9900:CNY' } as const;
    expect(said([{ kind: 'noted', facts: [noted] }]).text).toContain('¥99');
  });
});
