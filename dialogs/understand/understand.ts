import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { isAboutChild } from '../../knowledge/profile/sensitive.ts';
import { fold, hasHan, languageOf } from '../../knowledge/retrieval/fold.ts';
import { tokensOf } from '../../knowledge/retrieval/tokens.ts';
import { createVocabulary, type Vocabulary } from '../../knowledge/retrieval/vocabulary.ts';
import type { ConversationMemory, Entities, Intent, TapValue, Turn, Understanding } from '../turn.ts';
import { entitiesIn } from './entities.ts';
import { readExamples } from './examples.ts';
import { featuresOf, mask, type Span } from './features.ts';
import { type MoneySaid, moneyIn } from './money-said.ts';
import { isComplaint, isUpset } from './mood.ts';
import { createProductNames } from './named-products.ts';
import { type Taste, tasteIn } from './preferences.ts';
import { isOnlyFilters, productQueryOf, queryOf } from './query.ts';
import { aboutOrder, ruledIntent } from './rules.ts';
import { sizesIn } from './sizes.ts';
import { type Classifier, trainClassifier } from './softmax.ts';
import { createSpeller } from './typos.ts';

export interface UnderstandingContext {
  /** The product being talked about. */
  readonly focus?: Product;
  readonly openOffer: boolean;
  /** A flow waits for this message's answer. */
  readonly inFlow?: boolean;
}

export interface Understander {
  /** Synchronous, well under a millisecond; never throws for any text. */
  understand(turn: Turn, memory: ConversationMemory, context?: UnderstandingContext): Understanding;
}

/** Below this the classifier's best guess is not acted upon; set on the examples left out in training. */
const confidenceWanted = 0.34;
const longest = 2_000;

const searching: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
/** Intents in which naming a colour or a size is a wish; elsewhere it describes what the shopper has or asks about. */
const wishing: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference', 'unclear', 'deals']);

/** Trains on the example files with this catalogue's vocabulary; takes some hundred milliseconds. */
export const createUnderstander = (view: CatalogueView): Understander => {
  const vocabulary = createVocabulary(view);
  const names = createProductNames(view, part => vocabulary.mentions(part).length > 0);
  const examples = readExamples();
  const known = new Set(englishWords(examples.map(e => e.text)));
  for (const a of view.articles)
    for (const w of englishWords([a.title.en ?? '', a.body.en ?? '', ...a.questions])) known.add(w);
  for (const p of view.products) for (const w of englishWords([p.name.en ?? '', p.description.en ?? ''])) known.add(w);
  const targets = new Set([
    ...vocabulary.words,
    ...names.words,
    ...englishWords(examples.map(e => e.text)).filter(w => w.length >= 5),
  ]);
  const speller = createSpeller(targets, new Set([...known, ...vocabulary.words, ...names.words]));
  const correct = (folded: string): string => (hasLatin(folded) ? speller.correct(folded) : folded);
  const read = (text: string): Reading => readText(text, correct, vocabulary);

  const taught = new Set(examples.map(e => fold(e.text)));
  for (const article of view.articles) {
    for (const text of article.questions) {
      // What an article answers in general, not what the shopper's own orders, cart and offers answer.
      if (taught.has(fold(text)) || personal.test(fold(text))) continue;
      examples.push({ language: hasHan(text) ? 'zh' : 'en', intent: 'question', text });
    }
  }

  const train = (language: Language): Classifier<Intent> =>
    trainClassifier(
      examples
        .filter(e => e.language === language)
        .map(e => {
          const reading = read(e.text);
          return { features: featuresOf(reading.masked, reading.folded), label: e.intent };
        }),
      { seed: 7 },
    );
  const classifiers = { en: train('en'), zh: train('zh') };

  const understandText = (
    text: string,
    turn: Turn,
    memory: ConversationMemory,
    context?: UnderstandingContext,
  ): Understanding => {
    const original = text.slice(0, longest);
    const reading = read(original);
    const { folded, money } = reading;
    const language =
      languageOf(withoutCodes(folded)) ??
      memory.language ??
      (turn.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en');
    const entities = entitiesIn(original, folded, money, folded.length > 400 ? [] : names.named(folded));
    const taste = tasteIn({ original, money, shop: view.shop, vocabulary, correct, forWhom: recipientOf(memory) });
    const upset = isUpset(folded, original);
    const { intent, confidence } = decideIntent({
      reading,
      entities,
      taste,
      memory,
      upset,
      context,
      classifier: classifiers[hasHan(folded) ? 'zh' : 'en'],
    });
    const shopping = intent === 'product-search' || intent === 'recommend' || intent === 'state-preference';
    return {
      intent,
      confidence,
      language,
      entities,
      preferences: preferencesFor(intent, taste, entities, folded),
      correction: taste.correction && taste.preferences.length > 0,
      mood: upset ? 'upset' : 'neutral',
      query: shopping ? productQueryOf(folded) : queryOf(folded),
    };
  };

  return {
    understand(turn, memory, context) {
      if (turn.value && turn.value.tap !== 'say') return understandTap(turn.value, turn, memory);
      return understandText(turn.value?.text ?? turn.text, turn, memory, context);
    },
  };
};

/** An order number or an address says nothing about the language its writer speaks. */
const withoutCodes = (folded: string): string =>
  folded.replace(
    /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,24}|(?<![a-z0-9])[a-z]{1,4}-?\d{4,12}(?![a-z0-9])/g,
    ' ',
  );

const personal =
  /\bwhere(?:'s| is)\b|\btrack\b|\bi want\b|\bmy (?:order|parcel|package|cart|offer|data|profile|size)\b|\b(?:deals?|discounts?|offers?|coupons?)(?: (?:today|now|for me))?\??$|\bcomplain|\b(?:human|person|agent)\b|^(?:return|refund)\b|我的(?:订单|包裹|快递|优惠|数据)|查|到哪|我要|我想|投诉|人工|(?:优惠|折扣|活动)吗?$|forget|忘|opt|why this|为什么/u;

interface Reading {
  readonly folded: string;
  readonly masked: string;
  readonly money: MoneySaid;
}

const hasLatin = (text: string): boolean => /[a-z]{5}/.test(text);
const englishWords = (texts: readonly string[]): string[] =>
  texts.flatMap(t =>
    tokensOf(fold(t)).flatMap(token => (/^[a-z]{2,}$/.test(token.text) ? [token.text] : token.text.split("'"))),
  );

const readText = (text: string, correct: (folded: string) => string, vocabulary: Vocabulary): Reading => {
  const folded = correct(fold(text));
  const money = moneyIn(folded);
  const spans: Span[] = money.spans.map(s => ({ ...s, kind: 'money' }));
  const free = (start: number, end: number): boolean => !spans.some(s => start < s.end && s.start < end);
  for (const m of folded.matchAll(/[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,24}/g)) {
    spans.push({ start: m.index, end: m.index + m[0].length, kind: 'email' });
  }
  for (const m of folded.matchAll(/(?<![a-z0-9])[a-z]{1,4}-?\d{4,12}(?![a-z0-9])|(?<![\d.])\d{5,14}(?!\d)/g)) {
    if (free(m.index, m.index + m[0].length)) spans.push({ start: m.index, end: m.index + m[0].length, kind: 'order' });
  }
  for (const s of sizesIn(folded)) if (free(s.start, s.end)) spans.push({ start: s.start, end: s.end, kind: 'size' });
  for (const m of vocabulary.mentions(folded)) {
    if (free(m.start, m.end)) spans.push({ start: m.start, end: m.end, kind: m.meanings[0]!.slot });
  }
  return { folded, masked: mask(folded, spans), money };
};

interface IntentInput {
  readonly reading: Reading;
  readonly entities: Entities;
  readonly taste: Taste;
  readonly memory: ConversationMemory;
  readonly upset: boolean;
  readonly context: UnderstandingContext | undefined;
  readonly classifier: Classifier<Intent>;
}

const decideIntent = (input: IntentInput): { intent: Intent; confidence: number } => {
  const { reading, taste, memory, upset } = input;
  const { folded, masked } = reading;
  if (!/[\p{L}\p{N}]/u.test(folded)) return { intent: 'unclear', confidence: 1 };
  const ruled = ruledIntent(folded);
  if (ruled) return { intent: ruled, confidence: 0.98 };
  if (isComplaint(folded)) return { intent: 'complaint', confidence: 0.95 };
  if (isOnlyOrder(masked)) return { intent: aboutOrder(folded), confidence: 0.95 };
  if (taste.preferences.length > 0 && tellsTaste.test(folded) && !namesCategory(taste)) {
    return { intent: 'state-preference', confidence: 0.9 };
  }
  if (onlyPlace.test(folded)) return { intent: 'product-details', confidence: 0.9 };
  if (isOnlyPointing(input)) return { intent: 'product-details', confidence: 0.9 };
  if (ownSize.test(folded) && !inSearch(memory)) return { intent: 'state-preference', confidence: 0.9 };
  if (isOnlyFilters(masked) && input.entities.ordinal === undefined) {
    const bare = filterIntent(taste, memory);
    if (bare) return { intent: bare, confidence: 0.9 };
  }
  const features = featuresOf(masked, folded);
  const ranked = input.classifier.classify(features);
  // A text of which hardly a feature was ever seen can't be trusted to any label.
  const trust = Math.min(1, input.classifier.coverage(features) / 0.3);
  const best = ranked[0]!;
  const confidence = best.probability * trust;
  if (upset && (best.label === 'unclear' || best.label === 'question' || confidence < confidenceWanted)) {
    return { intent: 'complaint', confidence: Math.max(confidence, 0.6) };
  }
  if (masked.includes('xorder') && (best.label === 'unclear' || confidence < confidenceWanted)) {
    return { intent: aboutOrder(folded), confidence: 0.6 };
  }
  if (confidence < confidenceWanted) return fallback(input, confidence);
  return { intent: settle(best.label, input), confidence };
};

/** A taste told for its own sake rather than a request. */
const tellsTaste =
  /\b(?:i|we)(?:'m| am)? (?:really |also |only |usually |always |don't |do not |never |can't )*(?:like|love|prefer|hate|dislike|want|wear|stand|allergic)\b|我(?:很|最|比较|一直|一般|平时|从来?|也)?(?:不)?(?:喜欢|爱|讨厌|偏爱|穿|要|想要)/u;

const namesCategory = (taste: Taste): boolean =>
  taste.preferences.some(
    p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product' || p.slot === 'recipient'),
  );

/** "The second one", "第二个" and nothing else. */
const onlyPlace =
  /^(?:the )?(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)(?: one)?(?: please)?[.! ]*$|^(?:第[一二三四五1-5]|最后一?)(?:个|款|件|双)?[.! ]*$/u;

/** What can't be undone, or gives something up, is never done on a likeness alone: the message has to say it. */
const mustSay: Partial<Record<Intent, RegExp>> = {
  'forget-all': /forget|delete|erase|remove|wipe|clear|忘|删|清/u,
  forget: /forget|delete|erase|remove|stop remembering|忘|删|别记|不要记/u,
  'opt-out': /offer|deal|discount|promotion|personal|price|track|优惠|折扣|促销|推荐|个性|专属/u,
  'opt-in': /offer|deal|discount|promotion|personal|优惠|折扣|促销|推荐|个性|专属/u,
  'apply-offer': /apply|use|take|claim|redeem|activate|accept|deal|offer|discount|coupon|优惠|折扣|券|用|领/u,
  'add-to-cart': /add|cart|basket|buy|take|order|get|want|加|买|购|要|下单/u,
};

/** Nothing but an order number and perhaps an e-mail address. */
const isOnlyOrder = (masked: string): boolean =>
  masked.includes('xorder') &&
  masked
    .replace(
      /\bx(?:order|email)\b|\b(?:order|number|no|is|my|and|the|e-?mail|it's|its|for|with|status|check|return)\b|订单号?|邮箱|号码|单号|是|我的|查|退货?|要/gu,
      '',
    )
    .replace(/[^\p{L}\p{N}]+/gu, '') === '';

/** "The second one" and no more: shown closer, not bought. */
const isOnlyPointing = ({ entities, reading }: IntentInput): boolean =>
  entities.ordinal !== undefined &&
  entities.ordinal !== 0 &&
  /^(?:(?:ok|and|the|no\.?|number|option|very|last|one|item|\d{1,2}(?:st|nd|rd|th)?|#|first|second|third|fourth|fifth|please)[ .,!?]*)+$|^(?:那个?)?(?:第 ?[一二三四五六七八九十\d]+|最后一?)(?:个|款|双|件|条|只|种)?(?:吧|呢)?[.!?]*$/u.test(
    reading.folded,
  );

/** A message that is only filters: narrows a search, starts one, or is a taste told. */
const filterIntent = (taste: Taste, memory: ConversationMemory): Intent | undefined => {
  if (taste.preferences.length === 0) return undefined;
  if (inSearch(memory)) return 'product-search';
  const slots = new Set(taste.preferences.filter(p => p.polarity === 'like').map(p => p.slot));
  if (slots.has('category') || slots.has('product') || slots.has('recipient') || slots.has('budget')) {
    return taste.correction && !slots.has('category') ? 'state-preference' : 'product-search';
  }
  return 'state-preference';
};

const inSearch = (memory: ConversationMemory): boolean =>
  (memory.search !== undefined && memory.search.length > 0) ||
  (memory.lastIntent !== undefined && searching.has(memory.lastIntent));

/** Not sure: a named wish is still a search, a named product still a product. */
const fallback = (
  { taste, entities, reading }: IntentInput,
  confidence: number,
): { intent: Intent; confidence: number } => {
  const names = taste.preferences.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'));
  const asks = /\?|？|\b(?:how|when|where|why|can|do|does|is|are|what)\b|怎么|吗|多久|什么时候|能不能|可以/u.test(
    reading.folded,
  );
  if (names && !asks) return { intent: 'product-search', confidence: Math.max(confidence, 0.4) };
  if (entities.products.length > 0) return { intent: 'product-details', confidence: Math.max(confidence, 0.4) };
  return { intent: 'unclear', confidence };
};

/** The classifier's label, checked against what the message holds. */
const settle = (label: Intent, { taste, entities, memory, reading }: IntentInput): Intent => {
  const likes = taste.preferences.filter(p => p.polarity === 'like');
  const category = likes.some(p => p.slot === 'category' || p.slot === 'product');
  const pointed = entities.products.length > 0 || entities.ordinal !== undefined;
  const wanted = mustSay[label];
  if (wanted && !wanted.test(reading.folded)) return pointed ? 'product-details' : 'unclear';
  if (label === 'state-preference' && taste.preferences.length === 0) return 'unclear';
  if (label === 'state-preference' && category && shopsFor.test(reading.folded)) return 'product-search';
  if (label === 'recommend' && category) return 'product-search';
  if ((label === 'stock' || label === 'product-details') && !pointed && category && !memory.focus)
    return 'product-search';
  if (
    label === 'stock' &&
    !pointed &&
    category &&
    !/\bstock\b|\bleft\b|available|有货|库存|现货|剩/u.test(reading.folded)
  )
    return 'product-search';
  return label;
};

const shopsFor =
  /\b(?:i'd like|i would like|i need|i want|we need|looking for|need|want) (?:to (?:buy|get|find) )?(?:an?|some|new|the|my|another)\b|想要?[买一]|想要(?!.*不)|要[一买找]|找一?[个件双]/u;

const ownSize = /^(?:my|mine|i'm|i am) (?:\w+ )?sizes?(?: is|:)|^我的?(?:鞋码|尺码|鞋子尺码|码数)(?:是|为)/u;

const preferencesFor = (
  intent: Intent,
  taste: Taste,
  entities: Entities,
  folded: string,
): readonly StatedPreference[] => {
  const asked =
    (intent === 'stock' || intent === 'product-details') &&
    entities.products.length === 0 &&
    entities.ordinal === undefined;
  if (!wishing.has(intent) && !asked) return [];
  // A child's taste is nobody's to keep; it serves a search and nothing else.
  if (isAboutChild(folded) && intent === 'state-preference') return [];
  return taste.preferences;
};

const recipientOf = (memory: ConversationMemory): string =>
  memory.search?.find(p => p.forWhom !== 'self')?.forWhom ?? 'self';

const understandTap = (
  tap: Exclude<TapValue, { tap: 'say' }>,
  turn: Turn,
  memory: ConversationMemory,
): Understanding => {
  const language =
    memory.language ?? languageOf(turn.text) ?? (turn.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en');
  const base = { confidence: 1, language, preferences: [], correction: false, mood: 'neutral', query: '' } as const;
  const about = (intent: Intent, products: readonly ProductId[] = [], orderNumber?: string): Understanding => ({
    ...base,
    intent,
    entities: { products, ...(orderNumber === undefined ? {} : { orderNumber }) },
  });
  switch (tap.tap) {
    case 'apply-offer':
      return about('apply-offer');
    case 'decline-offer':
      return about('decline-offer');
    case 'add-to-cart':
      return about('add-to-cart', [asId<ProductId>(tap.product)]);
    case 'product':
      return about('product-details', [asId<ProductId>(tap.product)]);
    case 'order':
      return about('order-status', [], tap.order);
    case 'return-order':
      return about('start-return', [], tap.order);
  }
};
