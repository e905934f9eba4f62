/** How a shop's own words are read: its catalogue's vocabulary, names and spelling, and the examples taught with them. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { type Language, languages } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { englishCardinals, englishOrdinals } from '../../knowledge/language/numbers.ts';
import { createWishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { familyOf } from '../../knowledge/retrieval/goods/families.ts';
import { createVocabulary } from '../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { singular, tokensOf } from '../../knowledge/retrieval/text/tokens.ts';
import { atOnce, type Steps } from '../../knowledge/slices.ts';
import type { FactTagger, TaughtIntent } from '../../models/types.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent } from '../turn.ts';
import { createAnotherReader } from './cart/another-of-it.ts';
import { createChangeReader } from './cart/change-asked.ts';
import { createOnlyThese } from './cart/only-these.ts';
import { createOrderReader, type Ordered, type OrderMemory } from './cart/ordered.ts';
import { createEnglishOrderReader } from './cart/ordered-english.ts';
import { createTakenReader } from './cart/taken-forms.ts';
import { createThingSaid } from './cart/thing-said.ts';
import { promotionAsked } from './deals/promotion-asked.ts';
import { type Example, readExamples } from './intent/examples.ts';
import { readProductNames } from './pointing/named-products.ts';
import { createThingNamed } from './pointing/thing-named.ts';
import { createFactNoter } from './said/noted.ts';
import { createWishReader } from './said/said.ts';
import { declinedIn, type RolePart, rolesIn, withoutPassing, withoutWithdrawn } from './talk/roles.ts';
import { withoutDeclined } from './talk/without-declined.ts';
import { mendChinese } from './text/chinese-slips.ts';
import { inFull } from './text/english-words.ts';
import { createGoodsMender } from './text/goods-slips.ts';
import { ownNames } from './text/own-names.ts';
import { englishWords, englishWordsIn, hasLatin, type Reading, readText } from './text/reading.ts';
import { createSpeller } from './text/typos.ts';
import { createNeedReader, needWords } from './wishes/needs.ts';
import { UnprovedClaims } from './wishes/unproved.ts';

/** Article questions about the shopper's own orders, cart and offers are other intents. */
const personal =
  /\bwhere(?:'s| is)\b|\btrack\b|\bi want\b|\bmy (?:order|parcel|package|cart|offer|data|profile|size)\b|\b(?:deals?|discounts?|offers?|coupons?)(?: (?:today|now|for me))?\??$|\bcomplain|\b(?:human|person|agent)\b|^(?:return|refund)\b|我的(?:订单|包裹|快递|优惠|数据)|查|到哪|我要|我想|投诉|人工|(?:优惠|折扣|活动)吗?$|forget|忘|opt|why this|为什么/u;

/** Without the marks and blanks around it. */
const plain = (folded: string): string => folded.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');

/** "The small one" is no Small Vegetable knife, "pour over" no Hush over-ear. */
const howLarge: ReadonlySet<string> = new Set(['small', 'medium', 'large', 'big', 'little', 'over', 'under', 'near']);

/** Said of orders, returns and rules time and again: "change" alone names no bag called Small Change. */
const servedWords = (examples: readonly Example[]): ReadonlySet<string> => {
  const said = new Map<string, number>();
  for (const { intent, language, text } of examples)
    if (language === 'en' && serving.has(intent))
      for (const word of new Set(englishWords([text]))) said.set(word, (said.get(word) ?? 0) + 1);
  return new Set([...said].flatMap(([word, times]) => (times >= often ? [word] : [])));
};
const serving: ReadonlySet<Intent> = new Set(['question', 'order-status', 'start-return', 'cancel-order', 'complaint']);
const often = 3;

/** 壶我有了. */
const inOneCharacter = /(?<!\p{Script=Han})[壶锅碗刀灯包鞋茶笔杯帽裤衣](?=[我你他她家也都已有不就])/gu;
const kindSlots: ReadonlySet<string> = new Set(['category', 'product']);

/** So many of a page's questions, the first ones, are examples of what a question is. */
const taughtOfPage: Readonly<Record<Language, number>> = { en: 4, zh: 3 };

/** What the products are called and what is written of them, folded, each text read once. */
function* readWritten(products: readonly Product[]) {
  /** Names and attribute values. */
  const named = new Set<string>();
  const wordsOfNamed = new Set<string>();
  /** English words of descriptions. */
  const wordsOfDescribed = new Set<string>();
  const claims = new UnprovedClaims();
  const values = new Set<string>();
  const add = (text: string | undefined, to: Set<string>): string => {
    const folded = fold(text ?? '');
    for (const word of englishWordsIn(folded)) to.add(word);
    claims.read(folded);
    return folded;
  };
  for (const { name, description, attributes } of products) {
    for (const text of Object.values(name)) named.add(add(text, wordsOfNamed));
    for (const value of Object.values(attributes).flat()) values.add(value);
    add(description.en, wordsOfDescribed);
    claims.read(fold(description.zh ?? ''));
    yield;
  }
  for (const value of values) named.add(add(value, wordsOfNamed));
  return { named: [...named], wordsOfNamed, wordsOfDescribed, unproved: claims.left };
}

/** "Choose the Broadway wide-fit": a page speaks of goods by their names too. */
const properName = /(?<=[a-z,;] )[A-Z][a-z]+/g;

/** What this catalogue's words are, and the examples as they are taught with them: here and now. */
export const createReader = (view: CatalogueView, tagger?: FactTagger): ShopReader => atOnce(readShop(view, tagger));

export type ShopReader = ReturnType<typeof readShop> extends Steps<infer T> ? T : never;

/** The same in steps. */
export function* readShop(view: CatalogueView, tagger?: FactTagger) {
  const vocabulary = createVocabulary(view);
  yield;
  const examples = [...readExamples()];
  const served = servedWords(examples);
  const written = yield* readWritten(view.products);
  const talk = new Set(
    englishWords([
      ...examples.map(e => e.text),
      ...view.articles.flatMap(a => [(a.body.en ?? '').replace(properName, ' '), ...a.questions]),
    ]).map(singular),
  );
  const names = yield* readProductNames(
    view,
    part =>
      howLarge.has(part) ||
      englishOrdinals.includes(part) ||
      part in englishCardinals ||
      served.has(part) ||
      vocabulary.mentions(part).length > 0,
    word => talk.has(word),
  );
  const known = new Set(englishWords(examples.map(e => e.text)));
  for (const a of view.articles)
    for (const w of englishWords([a.title.en ?? '', a.body.en ?? '', ...a.questions])) known.add(w);
  for (const w of written.wordsOfNamed) known.add(w);
  for (const w of written.wordsOfDescribed) known.add(w);
  for (const w of englishWords(needWords())) known.add(w);
  yield;
  const targets = new Set([
    ...vocabulary.words,
    ...names.words,
    ...englishWords(examples.map(e => e.text)).filter(w => w.length >= 5),
  ]);
  const speller = createSpeller(targets, new Set([...known, ...vocabulary.words, ...names.words]));
  const correct = (folded: string): string => {
    const mended = inFull(hasHan(folded) ? mendChinese(folded) : folded);
    return hasLatin(mended) ? speller.correct(mended) : mended;
  };
  const own = [...ownNames(view)];
  const factReader = createWishReader({ own, vocabulary, correct });
  const noter = tagger && createFactNoter(tagger, createWishVocabulary(own), vocabulary);
  const read = (text: string): Reading => readText(text, correct, vocabulary);
  const general = createWishVocabulary();
  const { named } = written;
  const called = named.map(name => ` ${name} `);
  const needIn = createNeedReader(vocabulary, undefined, name =>
    called.some(text => text.includes(hasHan(name) ? name : ` ${name} `)),
  );
  // A description's words that people say of a shop as well ("happy", "working") name nothing sold.
  const ofTalk = new Set(englishWords(examples.map(e => e.text)).map(singular));
  const soldWords = new Set([
    ...[...written.wordsOfNamed].map(singular),
    ...[...written.wordsOfDescribed].map(singular).filter(word => !ofTalk.has(word)),
  ]);
  /** Whether a vocabulary knows it, or the texts of a product speak of it; takes folded words. */
  const isSold = (words: string): boolean =>
    vocabulary.mentions(words).length > 0 ||
    general.named(tokensOf(words)).length > 0 ||
    (hasHan(words)
      ? named.some(name => name.includes(words))
      : englishWords([words]).every(word => soldWords.has(singular(word))));

  /** Things by any name that shops have for them. */
  const thingsIn = (folded: string): readonly string[] => [
    ...(folded.match(inOneCharacter) ?? []),
    ...general
      .named(tokensOf(folded))
      .flatMap(({ slots, start, end }) => (slots[0] === 'product_type' ? [folded.slice(start, end)] : [])),
  ];
  /** Whether goods are named: of the shop's kinds, or by the one character that a thing is called in Chinese. */
  const isOfRange = (words: string): boolean =>
    vocabulary.mentions(fold(words)).some(({ meanings }) => meanings.some(one => kindSlots.has(one.slot))) ||
    (hasHan(words) && thingsIn(fold(words)).length > 0);
  const rolesOf = (text: string): readonly RolePart[] => rolesIn(text, isOfRange, isSold);

  const taught = new Map(examples.map(e => [plain(fold(e.text)), e.intent]));
  for (const article of view.articles) {
    // A page found by many questions is no more of what shoppers ask for: its first ones teach what a question is.
    const few = languages.flatMap(l =>
      article.questions.filter(q => hasHan(q) === (l === 'zh')).slice(0, taughtOfPage[l]),
    );
    for (const text of few) {
      // What an article answers in general, not what the shopper's own orders, cart and offers answer.
      if (taught.has(plain(fold(text))) || personal.test(fold(text)) || promotionAsked(fold(text), false)) continue;
      examples.push({ language: hasHan(text) ? 'zh' : 'en', intent: 'question', text });
    }
  }

  const taughtIn = (language: Language): TaughtIntent<Intent>[] =>
    examples
      .filter(e => e.language === language)
      .map(e => {
        const { masked, folded } = read(e.text);
        return { words: masked, said: folded, intent: e.intent };
      });
  const orders = {
    en: createEnglishOrderReader(view, vocabulary),
    zh: createOrderReader(view, vocabulary),
  };
  const things = createThingSaid(view, vocabulary);
  /** The words end in the name of goods that some shop sells. */
  const namesGoods = (words: string): boolean =>
    general
      .named(tokensOf(words))
      .some(
        ({ slots, end }) => end === words.length && slots.some(slot => slot === 'product_type' || slot === 'category'),
      );
  const exactly = (folded: string): Intent | undefined => taught.get(plain(folded));
  return {
    view,
    names,
    vocabulary,
    factReader,
    noter,
    read,
    needIn,
    orderIn: (folded: string, memory: OrderMemory): Ordered | undefined =>
      (hasHan(folded) ? orders.zh : orders.en).read(folded, memory),
    anotherIn: createAnotherReader(view, things),
    changeIn: createChangeReader(view, things),
    onlyTheseIn: createOnlyThese(view, things),
    takenIn: createTakenReader(view, things),
    onlyThing: things.onlyThing,
    thingNamed: createThingNamed(view, names, vocabulary),
    namesGoods,
    /** 双肩苞: with the goods put as they are written. */
    withGoodsMended: createGoodsMender({ vocabulary, namesGoods }),
    taught: taughtIn,
    exactly,
    isSold,
    rolesIn: rolesOf,
    thingsIn,
    /** A message without what is only told in passing beside a wish; as it was given where nothing is. */
    withoutPassing: (text: string): string => withoutPassing(rolesOf(text), isOfRange),
    withoutWithdrawn: (text: string): string | undefined => withoutWithdrawn(rolesOf(text)),
    /** What lies on the table without the goods that are turned down beside a wish. */
    withoutDeclined: (text: string, memory: ConversationMemory): ConversationMemory =>
      withoutDeclined(memory, declinedIn(rolesOf(text)), vocabulary, view),
    isOneModel: (one: ProductId, other: ProductId): boolean => {
      const [first, second] = [view.byId.get(one), view.byId.get(other)];
      return first !== undefined && second !== undefined && familyOf(first) === familyOf(second);
    },
    unproved: written.unproved,
  };
}
