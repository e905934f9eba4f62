import type { ProductId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { isWorthTelling } from '../../knowledge/retrieval/goods/no-property.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import type { Reply, ReplyPart, Suggestion } from '../reply.ts';
import { backingOf } from './backing.ts';
import { cardsOf } from './build-cards.ts';
import type { CardContext } from './card-context.ts';
import type { Card, CardButton, CounterofferChannelData } from './cards.ts';
import { UnbackedFigureError, unbackedFigures } from './check.ts';
import { comparisonHeadEn, comparisonHeadZh } from './comparison.ts';
import { deskMarkOf } from './desk-mark.ts';
import { labelsEn } from './labels-en.ts';
import { labelsZh } from './labels-zh.ts';
import { wellQuoted } from './quoted.ts';
import type { Spoken } from './rephrase/parts.ts';
import { inTone, labelsInTone } from './tone/apply-tone.ts';
import { defaultTone, type Tone } from './tone/tone.ts';
import { categoryName, type Labels, type Wording, type Words } from './words.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

const wordsIn: Record<Language, Words> = { en: english, zh: chinese };

/** Where a card shows two things side by side, the words leave that to it. */
const besideCards: Record<Language, Words> = {
  en: { ...english, comparison: comparisonHeadEn },
  zh: { ...chinese, comparison: comparisonHeadZh },
};

/** Made once for a tone: it is walked whole. */
const labelsByTone = new WeakMap<Tone, Record<Language, Labels>>();
const tonedLabels = (language: Language, tone: Tone): Labels => {
  const made = labelsByTone.get(tone) ?? { en: labelsEn, zh: labelsInTone(labelsZh, 'zh', tone) };
  labelsByTone.set(tone, made);
  return made[language];
};

/** What wording looks up besides the reply itself. */
export interface SayContext extends Wording {
  readonly now: Date;
  /** The message that is answered; none was written where a button was tapped. */
  readonly heard?: string;
  /** How the shop speaks; the templates as they are unless given. */
  readonly tone?: Tone;
  promotionOf(offer: Offer): Promotion | undefined;
  /** `beside`: the facts shown with it. */
  factText(fact: ProfileFact, beside: readonly ProfileFact[]): string;
}

/** A reply in words and cards, before it becomes an activity of some channel. */
export interface Said {
  readonly text: string;
  readonly cards: readonly Card[];
  /** Where a card shows what the text tells: the text without that. */
  readonly textBesideCards?: string;
  readonly suggestions: readonly CardButton[];
  readonly desk?: CounterofferChannelData['desk'];
}

/** Wording of one part; the union is narrowed by its kind, which the compiler can't follow through the table. */
const sentence = (told: ReplyPart, words: Words, wording: Wording & Pick<SayContext, 'tone' | 'heard'>): string => {
  const part = wellQuoted(told, wording.heard);
  const plain = (words[part.kind] as (part: ReplyPart, wording: Wording) => string)(part, wording);
  const { tone = defaultTone } = wording;
  return tone === defaultTone ? plain : inTone(part, plain, wording, tone);
};

/** Each part of a reply in the template's words, in its order. */
export const spokenOf = (parts: readonly ReplyPart[], wording: SayContext): Spoken[] =>
  parts.map(part => ({ kind: part.kind, text: sentence(part, wordsIn[wording.language], wording) }));

/** The one product that a part answers something of. */
const answeredOf = (part: ReplyPart): ProductId | undefined => {
  if (part.kind === 'product-says' || part.kind === 'product-answer') return part.product.id;
  return part.kind === 'product-choices' && part.of.length === 1 ? part.of[0]!.product.id : undefined;
};

/** Weighed once more, or taken of them: shown by then. */
const weighs: ReadonlySet<ReplyPart['kind']> = new Set(['comparison', 'advice']);

/** What else is answered of a product shows no second card of it; an order has one, and so has a page. */
const cardsOfAll = (parts: readonly ReplyPart[], context: CardContext): Card[] => {
  const shown = new Set<string>();
  return parts.flatMap((part, i) => {
    const product = answeredOf(part);
    const showsMore =
      (part.kind === 'product-choices' && part.others.length > 0) ||
      (part.kind === 'product-answer' && (part.others.length > 0 || (part.shown?.length ?? 0) > 0));
    const isShown =
      product !== undefined && !showsMore && parts.slice(0, i).some(before => answeredOf(before) === product);
    const cards = isShown
      ? []
      : cardsOf(part, context).filter(
          card =>
            !(weighs.has(part.kind) && card.type === 'product' && shown.has(card.id)) &&
            !(card.type === 'order' && shown.has(card.number)) &&
            !(card.type === 'source' && shown.has(card.title)),
        );
    for (const card of cards) {
      if (card.type === 'product') shown.add(card.id);
      if (card.type === 'order') shown.add(card.number);
      if (card.type === 'source') shown.add(card.title);
    }
    return cards;
  });
};

/** Beside what is answered: that a page leaves something open which nobody asked, 怎么变两个了 beside the cart set right. */
const saysNothing = (part: ReplyPart, heard: string | undefined): boolean => {
  const quoted = wellQuoted(part, heard);
  const isNothing = ({ kind, words, isAsked }: Asked): boolean =>
    kind === undefined && isAsked !== true && (words === '' || !isWorthTelling(words));
  if (quoted.kind === 'each-says') return quoted.of.length === 0 && quoted.asked.every(isNothing);
  return (
    quoted.kind === 'product-says' &&
    quoted.said.length === 0 &&
    quoted.near === undefined &&
    quoted.withIt === undefined &&
    quoted.other === undefined &&
    quoted.open.every(isNothing)
  );
};

/** Of a product of which something was left open just before, that more is, and nothing that could be named. */
const saysNothingNew = (part: ReplyPart, before: readonly ReplyPart[], heard: string | undefined): boolean => {
  const quoted = part.kind === 'product-says' ? wellQuoted(part, heard) : undefined;
  return (
    quoted?.kind === 'product-says' &&
    quoted.said.length === 0 &&
    quoted.near === undefined &&
    quoted.withIt === undefined &&
    quoted.open.every(one => one.kind === undefined && one.words === '') &&
    before.some(one => one.kind === 'product-says' && one.product.id === quoted.product.id)
  );
};

/**
 * Puts a reply into words and cards in its language. Throws UnbackedFigureError when a sentence states an amount or a
 * percentage that none of its records holds.
 */
export const say = (reply: Pick<Reply, 'parts' | 'language' | 'suggestions'>, context: SayContext): Said => {
  const { language } = reply;
  const labels = tonedLabels(language, context.tone ?? defaultTone);
  const offerTerms = (offer: Offer): string => {
    const promotion = context.promotionOf(offer);
    return promotion ? inLanguage(promotion.terms, language) : '';
  };
  const offerTitle = (offer: Offer): string => {
    const promotion = context.promotionOf(offer);
    return promotion ? inLanguage(promotion.name, language) : labels.saves(formatMoney(offer.saves));
  };
  const cardContext: CardContext = { ...context, language, labels, offerTerms, offerTitle };
  const news = reply.parts.filter((part, i, all) => !saysNothingNew(part, all.slice(0, i), context.heard));
  const something = news.filter(part => !saysNothing(part, context.heard));
  const told = something.length > 0 ? something : news;
  const textIn = (words: Words): string =>
    told
      .map(part => sentence(part, words, cardContext))
      .filter(Boolean)
      .join('\n\n');
  const text = textIn(wordsIn[language]);
  const unbacked = unbackedFigures(text, backingOf(reply.parts));
  if (unbacked.length > 0) throw new UnbackedFigureError(unbacked);
  const desk = deskMarkOf(reply.parts);
  const cards = cardsOfAll(reply.parts, cardContext);
  const isDrawn = cards.some(card => card.type === 'comparison');
  return {
    text,
    cards,
    ...(isDrawn ? { textBesideCards: textIn(besideCards[language]) } : {}),
    suggestions: reply.suggestions.flatMap(s => chip(s, labels, cardContext)),
    ...(desk ? { desk } : {}),
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
    case 'ask':
      return [
        {
          label: inLanguage(suggestion.label, wording.language),
          value: { tap: 'say', text: inLanguage(suggestion.text, wording.language) },
        },
      ];
    case 'category': {
      const label = categoryName(suggestion.key, wording);
      return [{ label, value: { tap: 'say', text: label } }];
    }
  }
};
