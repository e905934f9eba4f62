import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { lowPrices } from '../../knowledge/profile/budget.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { inSlices } from '../../knowledge/slices.ts';
import type {
  FactTagger,
  InContextClassifier,
  IntentClassifier,
  IntentJudgement,
  LearnIntents,
  Learning,
  TaughtIntent,
} from '../../models/types.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { onlyTakesOut } from './cart/change-asked.ts';
import { meantInContext } from './intent/in-context.ts';
import { decideIntent } from './intent/intent.ts';
import type { IntentInput } from './intent/intent-input.ts';
import { settle } from './intent/label-check.ts';
import { messageInContext } from './intent/message-signals.ts';
import { type SentenceVectors, withSecondLooks } from './intent/second-look.ts';
import type { Guess } from './intent/settled-intent.ts';
import { asksApartAlone } from './pointing/compared.ts';
import { createGoodsReader } from './pointing/goods-spoken-of.ts';
import { meaningAsked } from './pointing/meaning-asked.ts';
import { withoutSize } from './pointing/name-in-form.ts';
import { asksForSize } from './pointing/size-order.ts';
import { askedAgain } from './product/asked-again.ts';
import { askedBehindObjection } from './product/asked-behind-objection.ts';
import { createAskedReader } from './product/asked-now.ts';
import { askedOfRemarked } from './product/asked-of-remarked.ts';
import { asksForThing, asksIfAnyOfThese, asksWhichOfKind, wantsToBuy } from './product/goods-asked.ts';
import { type ReadsOfTurns, readsOf } from './reads-of-turn.ts';
import { createReader, readShop, type ShopReader } from './shop-reader.ts';
import type { Reading } from './text/reading.ts';
import { understandTap } from './understand-tap.ts';
import { understandingOf } from './understanding-of.ts';
import { measuresShown } from './wishes/in-unit-told.ts';
import { isOtherMatter, tellsOfChild, turnsAway } from './wishes/told-in-search.ts';
import { createToldReader } from './wishes/told-now.ts';
import { kinds, recipientOf } from './wishes/wished.ts';

export interface Understander {
  /**
   * Synchronous, well under a millisecond; never throws for any text. `looks`: sentence vectors there are, and those wished
   * for. `isAnswer`: a flow waits, and things are described of its own list, not of the one shown. `isPart`: of a message.
   */
  understand(
    turn: Turn,
    memory: ConversationMemory,
    looks?: SentenceVectors,
    isAnswer?: boolean,
    isPart?: boolean,
  ): Understanding;
  /** The English examples, as a classifier with sentence vectors is taught them. */
  readonly examples: readonly TaughtIntent<Intent>[];
  /** The same, with a classifier that is asked where the first is not sure and there is a sentence vector. */
  withSecondLook(classifier: IntentClassifier<Intent>): Understander;
}

const longest = 2_000;
/** Asked of one product. */
const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);

type Classifiers = Record<Language, IntentClassifier<Intent>>;
type Examples = Record<Language, readonly TaughtIntent<Intent>[]>;

const seed = 7;

/** Learns from the example files with this catalogue's vocabulary, here and now; takes some hundred milliseconds. */
export const createUnderstander = (
  view: CatalogueView,
  learn: LearnIntents,
  inContext?: InContextClassifier<Intent>,
  tagger?: FactTagger,
): Understander => {
  const reader = createReader(view, tagger);
  const examples = { en: reader.taught('en'), zh: reader.taught('zh') };
  return understanderOf(reader, examples, { en: learn(examples.en, seed), zh: learn(examples.zh, seed) }, inContext);
};

/** The same, learned beside the turns that are going on. */
export const openUnderstander = async (
  view: CatalogueView,
  learning: Learning,
  inContext?: InContextClassifier<Intent>,
  tagger?: FactTagger,
): Promise<Understander> => {
  const reader = await inSlices(readShop(view, tagger));
  const en = reader.taught('en');
  await breath();
  const zh = reader.taught('zh');
  const [english, chinese] = await Promise.all([learning.intents('en', en, seed), learning.intents('zh', zh, seed)]);
  return understanderOf(reader, { en, zh }, { en: english, zh: chinese }, inContext);
};

/** Whoever waits has a turn before the next long piece of work. */
const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

const isLooking = ({ shown, focus }: ConversationMemory): boolean => shown.length > 0 || focus !== undefined;

/** Goods are looked for and nothing is told of them, now or before. */
const searchesForNothing = (
  { intent, preferences, wishes = [], entities }: Understanding,
  memory: ConversationMemory,
): boolean =>
  intent === 'product-search' &&
  preferences.length + wishes.length + entities.products.length + (memory.search?.length ?? 0) === 0;

/** Asked of one product where none was named or shown, a likelihood is a search for the goods that are named. */
const ofGoods = (meant: Guess, input: IntentInput): Guess =>
  input.memory.shown.length === 0 && (meant.intent === 'product-details' || meant.intent === 'stock')
    ? { ...meant, intent: settle(meant.intent, input) }
    : meant;

/** The last guess is kept: whoever weighs it in its context asks for it again. */
const remembering = (
  classifier: IntentClassifier<Intent>,
): IntentClassifier<Intent> & { last(): IntentJudgement<Intent> | undefined } => {
  let last: IntentJudgement<Intent> | undefined;
  return {
    classify(text) {
      last = classifier.classify(text);
      return last;
    },
    last: () => last,
  };
};

const plainly = (classifiers: Classifiers, { folded, masked }: Reading): IntentJudgement<Intent> =>
  (hasHan(folded) ? classifiers.zh : classifiers.en).classify({ words: masked, said: folded });

const understanderOf = (
  reader: ShopReader,
  examples: Examples,
  classifiers: Classifiers,
  inContext: InContextClassifier<Intent> | undefined,
  deeper?: IntentClassifier<Intent>,
): Understander => {
  const goodsIn = createGoodsReader(reader);
  const toldIn = createToldReader(reader);
  const readsOfTurns: ReadsOfTurns = new WeakMap();
  const askedOf = createAskedReader(reader);
  const { view, names, exactly, isSold, vocabulary } = reader;
  const coloursIn = (folded: string): readonly string[] =>
    vocabulary
      .mentions(folded)
      .flatMap(mention => mention.meanings)
      .filter(one => one.slot === 'colour')
      .map(one => one.value);
  const onTable = ({ focus, shown }: ConversationMemory): readonly Product[] =>
    [...new Set(focus === undefined ? shown : [focus, ...shown])].flatMap(id => view.byId.get(id) ?? []);

  const understandText = (
    text: string,
    turn: Turn,
    memory: ConversationMemory,
    looks: SentenceVectors | undefined,
    isAnswer: boolean,
    isPart: boolean,
    of?: ProductId,
  ): Understanding => {
    const reads = readsOf(readsOfTurns, looks, memory);
    const key = `${isAnswer} ${of ?? ''} ${text}`;
    const before = reads.get(key);
    const goods = before?.goods ?? goodsIn(text.slice(0, longest), turn, memory, isAnswer, of);
    const again =
      isAnswer || of !== undefined
        ? undefined
        : askedAgain(goods, memory, memory.focus && view.byId.get(memory.focus), names.areOneModel);
    if (again) {
      const { asked: _, topic: __, ...before } = memory;
      const now = { ...before, focus: again.product, shown: [again.product], lastIntent: 'product-details' as const };
      const meant = understandText(again.text, turn, now, looks, isAnswer, isPart, again.product);
      const { ordinal: ___, ...entities } = meant.entities;
      return { ...meant, entities: { ...entities, products: [again.product] } };
    }
    const behind =
      isAnswer || of !== undefined || goods.isTaken || memory.shown.length === 0
        ? undefined
        : askedBehindObjection(goods.original);
    if (behind) {
      const [asked, turnedDown] = [behind.rest, behind.first].map(words => goodsIn(words, turn, memory, false));
      const [product, ...more] = asked!.named;
      // "Too big. Is the Teahouse jacket warm?" is asked of that one, whatever was found too big.
      const isOther = product !== undefined && more.length === 0 && !turnedDown!.named.includes(product);
      const meant = isOther ? understandText(behind.rest, turn, memory, looks, false, isPart) : undefined;
      if (meant && ofOne.has(meant.intent)) return meant;
    }
    const remarked =
      isAnswer || of !== undefined || goods.isTaken ? undefined : askedOfRemarked(goods.spoken.folded, onTable(memory));
    if (remarked) {
      const product = names.inColour(remarked.product, coloursIn(remarked.text));
      const now = { ...memory, focus: product, lastIntent: 'product-details' as const };
      const meant = understandText(remarked.text, turn, now, looks, isAnswer, isPart, product);
      // One request, whatever is remarked beside it.
      if (ofOne.has(meant.intent))
        return { ...meant, entities: { ...meant.entities, products: [product] }, ofOneThing: true };
    }
    const now = before?.now ?? toldIn(goods, turn, memory, isAnswer);
    const questions = before?.questions ?? askedOf(goods, now, memory);
    reads.set(key, { goods, now, questions });
    const { sum, policy, need, reading, onlyCut, count, named, extreme, compares } = goods;
    const { takeOut, ordered, asksCheaper, asksDearer, owning, told, taste, likes, adding } = now;
    const { saidOfIt, ofSearch, forSearch } = now;
    const { talk, likeShown, upset, asked, choice, others, degree, unproved, present, property } = questions;
    const { only, asksAmount, askedThing, advice, follows, isBare, ofEach } = questions;
    const { folded } = reading;
    const likeness = remembering(hasHan(folded) ? classifiers.zh : withSecondLooks(classifiers.en, deeper, looks));
    const meaning = meaningAsked(goods.spoken.folded);
    const asksMeaning = meaning !== undefined && (meaning.ofWords || named.length === 0);
    const inForm = taste.preferences.some(p => p.polarity === 'like' && (p.slot === 'colour' || p.slot === 'size'));
    const input: IntentInput = {
      reading,
      entities: saidOfIt,
      taste,
      memory: talk,
      upset,
      classifier: likeness,
      asked,
      policy: policy !== undefined,
      outright:
        policy?.outright === true ||
        (policy?.next === true && (memory.lastIntent === 'question' || memory.lastIntent === 'order-status')),
      meaning:
        !isAnswer &&
        !compares &&
        choice === undefined &&
        (asksMeaning || (memory.lastIntent === 'question' && named.length === 0 && asksApartAlone(folded))),
      need: need !== undefined,
      taught: exactly(folded),
      choice: choice !== undefined,
      property: property !== undefined,
      isName: named.length === 1 && names.isNameOf(folded, named[0]!),
      isNameInForm: named.length === 1 && inForm && names.isNameOf(withoutSize(folded), named[0]!),
      extreme: extreme !== undefined,
      compares,
      ofThing: askedThing,
      follows: follows !== undefined || ofEach !== undefined || questions.inAll !== undefined,
      isBare,
      otherGoods: questions.isOtherGoods,
      asksOwnThing: questions.asksOwnThing,
      rulesOut: now.ruledOut.length > 0,
      asksAmount: askedThing !== undefined && asksAmount,
      sum: sum !== undefined || advice !== undefined,
      degree: degree !== undefined,
      shopTalk: questions.shopTalk,
      takesOut: takeOut !== undefined,
      cartSum: goods.cartSum,
      edits: now.edits !== undefined,
      editsOut: now.edits !== undefined && onlyTakesOut(now.edits),
      adds: adding !== undefined,
      lacksPack: now.lacks !== undefined,
      orders: ordered !== undefined,
      ofItsForms: now.ofItsForms && named.length === 0,
      counts: (count !== undefined && takeOut === undefined) || now.resize !== undefined,
      cheaper: asksCheaper || asksDearer,
      otherSize: asksForSize(folded, memory, reader.view),
      likeShown: likeShown !== undefined,
      whichOfKind:
        asksWhichOfKind(folded) &&
        (told.facts.some(f => f.slot === 'product_type' && f.polarity === 1 && isSold(fold(f.value))) ||
          likes.some(p => kinds.has(p.slot))),
      others: others.only,
      present,
      forPets: now.pets !== undefined,
      onlyTold: only,
      narrows:
        now.narrowsPlainly ||
        (ofSearch &&
          (forSearch.length + taste.preferences.length > 0 ||
            tellsOfChild(folded, recipientOf(memory)) ||
            measuresShown(folded, memory, view))),
      turnsAway: ofSearch && turnsAway(folded, told.facts),
      owns: owning !== undefined && !isOtherMatter(owning.rest) && forSearch.length + taste.preferences.length > 0,
      unproved: unproved.length > 0,
      onlyCut,
      correctsSize: now.corrected !== undefined,
      asksThing:
        (asksForThing(folded) || wantsToBuy(folded) || asksIfAnyOfThese(folded)) &&
        told.facts.some(f => f.spoken && f.slot === 'product_type' && f.polarity === 1),
      reproaches: now.reproached.length > 0 && likes.some(p => kinds.has(p.slot)),
      wantsLowPrice: told.facts.some(f => f.slot === 'price_max' && f.value === lowPrices && f.polarity === 1),
    };
    // "Which banks?" goes on with the rule that was told where no goods lie before anybody.
    const isOfRule =
      memory.lastIntent === 'question' && !isLooking(memory) && named.length + likes.length === 0 && need === undefined;
    const ofRule = (guess: Guess): Guess =>
      isOfRule && ofOne.has(guess.intent) ? { ...guess, intent: 'question' } : guess;
    const decided = ofRule(decideIntent(input));
    const settled = understandingOf(decided, goods, now, questions, memory, reader);
    // What answers a flow's question is meant as that.
    // So are goods for an animal.
    const isOfPets = input.forPets && decided.intent === 'product-search';
    // "Is that the only one?": others are asked for, whatever is told beside it.
    const asksOthers = others.only && decided.intent === 'product-search';
    if (!inContext || isAnswer || isOfPets || asksOthers) return settled;
    const { intent, confidence } = decided;
    const guess = likeness.last() ?? plainly(classifiers, reading);
    const read = {
      text,
      input,
      guess,
      decided: intent,
      confidence,
      settled,
      memory,
      facts: told.facts,
      notOurTrade: goods.notOurTrade,
    };
    const meant = meantInContext(messageInContext(read), inContext, isPart);
    if (!meant) return settled;
    const weighed = understandingOf(ofGoods(ofRule(meant), input), goods, now, questions, memory, reader);
    return searchesForNothing(weighed, memory) ? settled : weighed;
  };

  return {
    examples: examples.en,
    withSecondLook: classifier => understanderOf(reader, examples, classifiers, inContext, classifier),
    understand(turn, memory, looks, isAnswer = false, isPart = false) {
      const { value } = turn;
      if (value && value.tap !== 'say' && value.tap !== 'rate') return understandTap(value, turn, memory);
      return understandText(value?.tap === 'say' ? value.text : turn.text, turn, memory, looks, isAnswer, isPart);
    },
  };
};
