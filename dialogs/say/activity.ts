import {
  ActionTypes,
  type Activity,
  type Attachment,
  type CardAction,
  CardFactory,
  MessageFactory,
  TextFormatTypes,
} from 'botbuilder-core';
import type { Language } from '../../knowledge/domain/language.ts';
import type { Card, CardButton, CounterofferChannelData } from './cards.ts';
import type { Said } from './say.ts';

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
      ...(said.textBesideCards === undefined ? {} : { textBesideCards: said.textBesideCards }),
      suggestions: said.suggestions,
      cartChanged: options.cartChanged,
      ...(said.desk ? { desk: said.desk } : {}),
    },
  };
  const attachments = said.cards.flatMap(card => hero(card, options.publicUrl));
  return {
    ...MessageFactory.text(said.text),
    // Names and articles are the shop's words, not markup, which channels otherwise take Markdown for.
    textFormat: TextFormatTypes.Plain,
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
          [card.price, card.reason, card.stock, card.colours?.text].filter(Boolean).join(' · '),
          [{ url: absolute(card.picture), alt: card.name }],
          card.buttons.map(messageBack),
        ),
      ];
    // Its rows are told in the text.
    case 'comparison':
      return [];
    case 'offer':
      return [
        CardFactory.heroCard(
          card.title,
          [
            card.saves,
            ...card.lines.map(l => `${l.quantity} × ${l.name} ${l.paid}`),
            card.expires,
            card.terms,
            card.notice,
          ]
            .filter(Boolean)
            .join('\n\n'),
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
