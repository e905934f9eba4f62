import { describe, expect, test } from 'vitest';
import { languages } from '../../knowledge/domain/language.ts';
import { article, goods, likesRed, lineOf, offerOf, orderOf, shop } from '../dialogs.test-helper.ts';
import { refundNotes } from '../offers/ledger/refund.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import type { ReplyPart } from '../reply.ts';
import { toActivity } from './activity.ts';
import type { Card } from './cards.ts';
import { UnbackedFigureError } from './check.ts';
import { every, said } from './every-part.test-helper.ts';
import { found } from './product-parts.test-helper.ts';
import { say } from './say.ts';

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
      expect(toActivity({ text, cards, suggestions: [] }, options).attachments?.length ?? 0).toBe(
        // What tells two apart is in the text of channels that draw no such card.
        cards.filter(card => card.type !== 'comparison').length,
      );
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

test.each(languages)(
  'whoever draws two things side by side hears in words what the drawing does not show, %s',
  language => {
    const [part] = every.comparison(language);
    const reply = said([part!], language);
    const [card] = reply.cards.filter(c => c.type === 'comparison');
    expect(reply.cards.flatMap(c => (c.type === 'product' ? [c.id] : []))).toEqual(card!.products);
    const inWords = card!.rows.filter(row => !row.values.some(value => value.startsWith('“')));
    for (const text of inWords.flatMap(({ name, values }) => [name, ...values.filter(value => !/^[–—]/.test(value))])) {
      expect(reply.text).toContain(text);
      expect(reply.textBesideCards).not.toContain(text);
    }
    const { channelData } = toActivity(reply, options);
    expect(channelData.counteroffer.textBesideCards).toBe(reply.textBesideCards);
  },
);

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

  test.each([
    ['en', 'River backpack, green, size L'],
    ['zh', '小河 双肩背包 绿色（L码）'],
  ] as const)('what was bought is shown in its size, %s', (language, name) => {
    const order = orderOf({ lines: [lineOf(goods.bag, 1, { size: 'l' })] });
    const shown = said([{ kind: 'order', order }], language).cards;
    expect(shown).toMatchObject([{ type: 'order', lines: [{ name }] }]);
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
    expect(said([{ kind: 'answer', passage: { ...page, hedged: true }, others: [] }]).text).toMatch(
      /^This may be .*20%/,
    );
    const noted = { ...likesRed, slot: 'budget', value: 'max:9900:CNY' } as const;
    expect(said([{ kind: 'noted', facts: [noted] }]).text).toContain('¥99');
  });
});
