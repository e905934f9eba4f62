import {
  ActionTypes,
  type Activity,
  type Attachment,
  type CardAction,
  CardFactory,
  MessageFactory,
} from 'botbuilder-core';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import type { Reply, ReplyPart, Suggestion } from '../turn.ts';
import { backingOf } from './backing.ts';
import { type CardContext, cardsOf } from './build-cards.ts';
import type { Card, CardButton, CounterofferChannelData } from './cards.ts';
import { UnbackedFigureError, unbackedFigures } from './check.ts';
import { categoryName, type Labels, type Wording, type Words } from './words.ts';
import { english, labelsEn } from './words-en.ts';
import { chinese, labelsZh } from './words-zh.ts';

const wordsIn: Record<Language, Words> = { en: english, zh: chinese };
const labelsIn: Record<Language, Labels> = { en: labelsEn, zh: labelsZh };

/** What wording looks up besides the reply itself. */
export interface SayContext extends Wording {
  promotionOf(offer: Offer): Promotion | undefined;
  factText(fact: ProfileFact): string;
  readonly turn: string;
}

/** A reply in words and cards, before it becomes an activity of some channel. */
export interface Said {
  readonly text: string;
  readonly cards: readonly Card[];
  readonly suggestions: readonly CardButton[];
}

/** Wording of one part; the union is narrowed by its kind, which the compiler can't follow through the table. */
const sentence = (part: ReplyPart, words: Words, wording: Wording): string =>
  (words[part.kind] as (part: ReplyPart, wording: Wording) => string)(part, wording);

/**
 * Puts a reply into words and cards in its language. Throws UnbackedFigureError when a sentence states an amount or a
 * percentage that none of its records holds.
 */
export const say = (reply: Pick<Reply, 'parts' | 'language' | 'suggestions'>, context: SayContext): Said => {
  const { language } = reply;
  const labels = labelsIn[language];
  const offerTerms = (offer: Offer): string => {
    const promotion = context.promotionOf(offer);
    return promotion ? inLanguage(promotion.terms, language) : '';
  };
  const offerTitle = (offer: Offer): string => {
    const promotion = context.promotionOf(offer);
    return promotion ? inLanguage(promotion.name, language) : labels.saves(formatMoney(offer.saves));
  };
  const cardContext: CardContext = { ...context, language, labels, offerTerms, offerTitle };
  const text = reply.parts
    .map(part => sentence(part, wordsIn[language], cardContext))
    .filter(Boolean)
    .join('\n\n');
  const unbacked = unbackedFigures(text, backingOf(reply.parts));
  if (unbacked.length > 0) throw new UnbackedFigureError(unbacked);
  return {
    text,
    cards: reply.parts.flatMap(part => cardsOf(part, cardContext)),
    suggestions: reply.suggestions.flatMap(s => chip(s, labels, cardContext)),
  };
};

const chip = (suggestion: Suggestion, labels: Labels, wording: Wording): CardButton[] => {
  switch (suggestion.kind) {
    case 'intent': {
      const label = labels.intents[suggestion.intent];
      return label ? [{ label, value: { tap: 'say', text: label } }] : [];
    }
    case 'tap':
      return [{ label: labels[suggestion.label], value: suggestion.value }];
    case 'category': {
      const label = categoryName(suggestion.key, wording);
      return [{ label, value: { tap: 'say', text: label } }];
    }
  }
};

/** One message activity: text, standard hero cards for any channel, and our own cards for the widget and the terminal. */
export const toActivity = (
  said: Said,
  options: { turn: string; language: Language; publicUrl: string; cartChanged: boolean },
): Partial<Activity> => {
  const channelData: { counteroffer: CounterofferChannelData } = {
    counteroffer: {
      turn: options.turn,
      language: options.language,
      cards: said.cards,
      suggestions: said.suggestions,
      cartChanged: options.cartChanged,
    },
  };
  const attachments = said.cards.flatMap(card => hero(card, options.publicUrl));
  return {
    ...MessageFactory.text(said.text),
    locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
    ...(attachments.length > 0 ? { attachments, attachmentLayout: attachments.length > 1 ? 'carousel' : 'list' } : {}),
    ...(said.suggestions.length > 0
      ? { suggestedActions: { to: [], actions: said.suggestions.map(messageBack) } }
      : {}),
    channelData,
  };
};

const messageBack = (button: CardButton): CardAction => ({
  type: button.value.tap === 'say' ? ActionTypes.ImBack : ActionTypes.MessageBack,
  title: button.label,
  value: button.value.tap === 'say' ? button.value.text : button.value,
  text: button.label,
  displayText: button.label,
});

const hero = (card: Card, publicUrl: string): Attachment[] => {
  const absolute = (path: string): string => (path.startsWith('/') ? `${publicUrl}${path}` : path);
  switch (card.type) {
    case 'product':
      return [
        CardFactory.heroCard(
          card.name,
          [card.price, card.reason, card.stock].filter(Boolean).join(' · '),
          [{ url: absolute(card.picture), alt: card.name }],
          card.buttons.map(messageBack),
        ),
      ];
    case 'offer':
      return [
        CardFactory.heroCard(
          card.title,
          [card.saves, card.expires, card.terms, card.notice].filter(Boolean).join('\n\n'),
          [],
          card.buttons.map(messageBack),
        ),
      ];
    case 'order':
      return [
        CardFactory.heroCard(
          card.number,
          [card.statusText, card.total, card.shipment ? `${card.shipment.carrier} ${card.shipment.tracking}` : '']
            .filter(Boolean)
            .join(' · '),
          [],
          card.buttons.map(messageBack),
        ),
      ];
    case 'source':
      return [
        CardFactory.heroCard(
          card.title,
          [],
          [{ type: ActionTypes.OpenUrl, title: card.title, value: absolute(card.url) }],
        ),
      ];
    case 'cart':
      return [
        CardFactory.heroCard(
          card.total,
          card.lines.map(l => `${l.quantity} × ${l.name} ${l.price}`).join('\n\n'),
          [],
          [],
        ),
      ];
    case 'facts':
      return [CardFactory.heroCard('', card.facts.map(f => f.text).join('\n\n'), [], [])];
    case 'refund':
      return [CardFactory.heroCard(card.refund, card.lines.map(l => `${l.quantity} × ${l.name}`).join('\n\n'), [], [])];
  }
};
