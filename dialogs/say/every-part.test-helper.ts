import { article, factOf, goods, likesRed, now, orderOf, shop } from '../dialogs.test-helper.ts';
import { promotion, yuan } from '../offers/offers.test-helper.ts';
import type { ReplyPart } from '../reply.ts';
import { ofCarts } from './cart-parts.test-helper.ts';
import { ofCases } from './case-parts.test-helper.ts';
import { ofCosts } from './cost-parts.test-helper.ts';
import { ofDeals, type Parts } from './deal-parts.test-helper.ts';
import { ofGround } from './ground-parts.test-helper.ts';
import { ofOrders } from './order-parts.test-helper.ts';
import { ofPrices } from './price-parts.test-helper.ts';
import { ofProducts } from './product-parts.test-helper.ts';
import { say } from './say.ts';
import { ofStands } from './stand-parts.test-helper.ts';
import { ofTalk } from './talk-parts.test-helper.ts';

export const byId = new Map(Object.values(goods).map(p => [p.id, p]));
const deal = promotion(
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

/** One or more of every kind; the compiler asks for a row when a kind is added. */
export const every: Parts = {
  ...ofCarts,
  ...ofCases,
  ...ofCosts,
  ...ofDeals,
  ...ofGround,
  ...ofOrders,
  ...ofPrices,
  ...ofProducts,
  ...ofTalk,
  ...ofStands,
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
    ...(
      [
        'within',
        'beyond',
        'enough',
        'too-little',
        'listed',
        'not-listed',
        'there',
        'not-there',
        'place-not-listed',
      ] as const
    ).map(is => ({
      kind: 'answer' as const,
      passage: { ...passageIn(language), verdict: { is, said: language === 'zh' ? '五周' : '5 weeks' } },
      others: [],
    })),
  ],
  'part-unknown': () => [{ kind: 'part-unknown', asked: 'is there parking' }],
  'page-says-no-more': language => [
    { kind: 'page-says-no-more', passage: passageIn(language) },
    { kind: 'page-says-no-more', passage: { ...passageIn(language), hedged: true } },
    { kind: 'page-says-no-more', passage: { ...passageIn(language), hedged: true, unsaid: 'x' } },
    { kind: 'page-says-no-more', passage: { ...passageIn(language), hedged: true, unsaid: 'x' }, again: true },
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
    (['complaint', 'told', 'harm', 'harmed', 'missing', 'manners'] as const).flatMap(about => [
      { kind: 'sorry', about },
      ...(about === 'missing' ? [{ kind: 'sorry' as const, about, order: orderOf() }] : []),
    ]),
  queued: () => [1, 4].map(position => ({ kind: 'queued', position })),
  'still-queued': () => [
    { kind: 'still-queued', position: 2 },
    { kind: 'still-queued', position: 2, again: true },
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
  'yours-to-unsubscribe': () => [{ kind: 'yours-to-unsubscribe' }, { kind: 'yours-to-unsubscribe', again: true }],
  'how-to-order': () => [
    { kind: 'how-to-order', inCart: true },
    { kind: 'how-to-order', inCart: false },
  ],
  'spend-counting': () => [{ kind: 'spend-counting' }, { kind: 'spend-counting', again: true }],
  'yours-to-tick': () => [{ kind: 'yours-to-tick' }],
  stuck: () => [{ kind: 'stuck' }],
  'no-more-to-tell': () => [
    { kind: 'no-more-to-tell', of: 'page', isNear: true },
    { kind: 'no-more-to-tell', of: 'page', isNear: false },
    { kind: 'no-more-to-tell', of: 'goods', isNear: false },
  ],
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
  'offer-person': () => [{ kind: 'offer-person' }, { kind: 'offer-person', to: 'hurry' }],
  'goes-back': () => [{ kind: 'goes-back' }],
  'sorry-first': () => [{ kind: 'sorry-first' }],
  'back-to': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'back-to', flow })),
  'in-turn': () => [{ kind: 'in-turn', flows: ['return', 'cancel-order', 'guest-order'] }],
  'on-to': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'on-to', flow })),
  'set-aside': () => (['return', 'cancel-order', 'guest-order'] as const).map(flow => ({ kind: 'set-aside', flow })),
};
