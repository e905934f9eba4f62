import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
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
import { asksOfRuleAlone, withCase } from './case-asked.ts';
import { type AskClassifiers, type AskLabel, readAsks, shortAsk } from './ground/ask-reader.ts';
import { askedOfCart } from './ground/asked-of-cart.ts';
import { movesBeside } from './ground/asks.ts';
import { isMisheardAsk } from './ground/misheard-ask.ts';
import { doesMore } from './ground/own-object.ts';
import { heldBack } from './intent/held-back.ts';
import { meantInContext } from './intent/in-context.ts';
import { decideIntent, ofNamedOrder } from './intent/intent.ts';
import type { IntentInput } from './intent/intent-input.ts';
import { intentInputOf } from './intent/intent-input-of.ts';
import { settle } from './intent/label-check.ts';
import { messageInContext } from './intent/message-signals.ts';
import { type SentenceVectors, withSecondLooks } from './intent/second-look.ts';
import type { Guess } from './intent/settled-intent.ts';
import { withoutDenied } from './orders/not-meant.ts';
import { withThingHad } from './orders/thing-had.ts';
import { toldGoodsNamed } from './orders/told-goods.ts';
import { withToldGoods } from './orders/with-told-goods.ts';
import { createGoodsReader } from './pointing/goods-spoken-of.ts';
import { createAskedReader } from './product/asked-now.ts';
import { coloursIn, readAnew } from './read-anew.ts';
import { type ReadsOfTurns, readsOf } from './reads-of-turn.ts';
import { createSetRight, type SetRight } from './repair/set-right.ts';
import { createReader, readShop, type ShopReader } from './shop-reader.ts';
import type { Reading } from './text/reading.ts';
import type { TurnRead } from './turn-read.ts';
import { understandTap } from './understand-tap.ts';
import { understandingOf } from './understanding-of.ts';
import { createToldReader } from './wishes/told-now.ts';

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
  /** What was misheard of the message before, said as it is meant; undefined: nothing of it is set right. */
  setRight(text: string, memory: ConversationMemory): SetRight | undefined;
  /** The message with the goods it names spelled as they are: 双肩苞. */
  withGoodsMended(text: string): string;
  /** The message without what is only told in passing in it; as it was given where it wishes for nothing, or tells nothing so. */
  withoutPassing(text: string): string;
  /** The same without what is owned or turned down in it; undefined: nothing is, or nothing else is said. */
  withoutWithdrawn(text: string): string | undefined;
  /** What lies on the table, without goods that are turned down in the message beside a wish. */
  withoutDeclined(text: string, memory: ConversationMemory): ConversationMemory;
  /** Whether two products are forms of one thing. */
  isOneModel(one: ProductId, other: ProductId): boolean;
  /** The English examples, as a classifier with sentence vectors is taught them. */
  readonly examples: readonly TaughtIntent<Intent>[];
  /** The sentences of the short questions, likewise. */
  askExamples(language: Language): Promise<readonly TaughtIntent<AskLabel>[]>;
  /** The same, with what was learned since: of the short questions, and what is asked where words are not sure and there is a sentence vector. */
  withSecondLook(deeper: Deeper): Understander;
}

export interface Deeper {
  /** English ones that know what sentences mean. */
  readonly intents?: IntentClassifier<Intent>;
  readonly meantAsks?: IntentClassifier<AskLabel>;
  /** Of the short questions, by words; absent: they are read as any other message. */
  readonly asks?: AskClassifiers;
}

const longest = 2_000;

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
  deeper: Deeper = {},
): Understander => {
  const goodsIn = createGoodsReader(reader);
  const toldIn = createToldReader(reader);
  const readsOfTurns: ReadsOfTurns = new WeakMap();
  const askedOf = createAskedReader(reader);

  const understandText = (
    text: string,
    turn: Turn,
    memory: ConversationMemory,
    looks: SentenceVectors | undefined,
    isAnswer: boolean,
    isPart: boolean,
    of?: ProductId,
    isInFull = false,
  ): Understanding => {
    const reads = readsOf(readsOfTurns, looks, memory);
    const key = `${isAnswer} ${of ?? ''} ${text}`;
    const before = reads.get(key);
    const goods = before?.goods ?? goodsIn(text.slice(0, longest), turn, memory, isAnswer, of);
    const { asks, meantAsks } = deeper;
    const hasCart = !isAnswer && (memory.inCart ?? []).length > 0;
    const ofCart = hasCart ? askedOfCart(goods.spoken.folded) : undefined;
    const heard =
      isInFull || !asks
        ? undefined
        : ofCart
          ? ofCart.ask
          : shortAsk(goods, { zh: asks.zh, en: withSecondLooks(asks.en, meantAsks, looks) });
    const isOfOther = isMisheardAsk(heard, goods.spoken.folded);
    const ask = heard !== undefined && (isOfOther || (isPart && movesBeside.has(heard))) ? undefined : heard;
    const others = isAnswer || of !== undefined ? [] : readAnew(goods, turn, memory, goodsIn, reader, ask, isInFull);
    for (const other of others) {
      if (other.unless?.(understandText(text, turn, memory, looks, isAnswer, isPart, of, true))) continue;
      const meant = other.take(
        understandText(other.text, turn, other.memory, looks, false, isPart, other.of, isInFull || other.isInFull),
      );
      if (meant) return meant;
    }
    const now = before?.now ?? toldIn(goods, turn, memory, isAnswer);
    const questions = before?.questions ?? askedOf(goods, now, memory);
    reads.set(key, { goods, now, questions });
    const { reading } = goods;
    const likeness = remembering(
      hasHan(reading.folded) ? classifiers.zh : withSecondLooks(classifiers.en, deeper.intents, looks),
    );
    const read: TurnRead = { goods, now, questions, memory, reader };
    const input = intentInputOf(read, likeness, isAnswer);
    const held = heldBack(text, read, input, ofCart?.ask === 'never-mind');
    const decided = held.last(held.first(decideIntent(input)));
    const settled = understandingOf(decided, read);
    // What answers a flow's question is meant as that.
    // So are goods for an animal.
    const isOfPets = input.forPets && decided.intent === 'product-search';
    // "Is that the only one?": others are asked for, whatever is told beside it.
    const asksOthers = (input.others || input.ofKind || input.sold === true) && decided.intent === 'product-search';
    const told = toldGoodsNamed(withoutDenied(reading.folded), memory, reader.view);
    const inCase = (meant: Understanding): Understanding => {
      const ofTold = isAnswer ? meant : withToldGoods(meant, told.length > 0, memory);
      const ofCase = withCase(ofTold, turn, memory, reader.view.shop, isAnswer);
      const its = isAnswer ? ofCase : withThingHad(ofCase, told, turn, memory, reader.view);
      // 有甜食吗 names what is asked for, and no colour.
      if (its.toldArrival || (its.sold !== undefined && ask === 'in-colour')) return its;
      return {
        ...its,
        // 各要最便宜的 orders two, and asks for nothing cheaper.
        ...(ask === undefined ||
        its.missing ||
        // "How long have I got", of a return that was told.
        (ask === 'valid-until' && its.own) ||
        (ask === 'anything-cheaper' && its.ordered) ||
        // "Add it, in red too" puts in both, and asks for no colour.
        (ask === 'in-colour' && its.ordered) ||
        // 颜色不同价格一样吗 is of one thing in its colours.
        (ask === 'whats-the-difference' && its.choice === 'price') ||
        doesMore(ask, meant.intent) ||
        asksOfRuleAlone(its)
          ? {}
          : { ask }),
        ...(ask === 'in-colour' ? { askedColours: coloursIn(goods.spoken.folded, reader) } : {}),
      };
    };
    const asksOfSold = input.sold === true && decided.intent === 'product-details';
    if (!inContext || isAnswer || isOfPets || asksOthers || asksOfSold || settled.wider) return inCase(settled);
    const message = messageInContext({
      text,
      input,
      guess: likeness.last() ?? plainly(classifiers, reading),
      decided: decided.intent,
      confidence: decided.confidence,
      settled,
      memory,
      facts: now.told.facts,
      notOurTrade: goods.notOurTrade,
    });
    const meant = meantInContext(message, inContext, isPart);
    if (!meant) return inCase(settled);
    const weighed = understandingOf(held.last(ofNamedOrder(ofGoods(held.first(meant), input), input)), read);
    return inCase(searchesForNothing(weighed, memory) ? settled : weighed);
  };

  return {
    examples: examples.en,
    askExamples: language => inSlices(readAsks(language, examples[language], reader.read)),
    setRight: createSetRight(reader),
    withGoodsMended: reader.withGoodsMended,
    withoutPassing: reader.withoutPassing,
    withoutWithdrawn: reader.withoutWithdrawn,
    withoutDeclined: reader.withoutDeclined,
    isOneModel: reader.isOneModel,
    withSecondLook: given => understanderOf(reader, examples, classifiers, inContext, { ...deeper, ...given }),
    understand(turn, memory, looks, isAnswer = false, isPart = false) {
      const { value } = turn;
      if (value && value.tap !== 'say' && value.tap !== 'rate') return understandTap(value, turn, memory);
      return understandText(value?.tap === 'say' ? value.text : turn.text, turn, memory, looks, isAnswer, isPart);
    },
  };
};
