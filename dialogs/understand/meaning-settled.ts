/** What a message means, once its intent was guessed: the form of the message may still settle another one. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Entities, Intent, Understanding } from '../turn.ts';
import { forCart } from './cart/to-cart.ts';
import { type Guess, settledIntent, tellsNoHelp, tellsTrouble } from './intent/settled-intent.ts';
import { isOfClaim } from './orders/claim-told.ts';
import { findsShownUnfit } from './orders/not-of-orders.ts';
import { sizeOrderIn } from './pointing/size-order.ts';
import { asksOfGoods, asksOfHealth, concernsHealth } from './product/asks-of-goods.ts';
import { putsItIn } from './product/focus-talk.ts';
import type { SaidFact } from './said/fact.ts';
import type { TurnRead } from './turn-read.ts';
import { asksForMeasured, measuresOther } from './wishes/in-unit-told.ts';
import { goesOnSearching } from './wishes/of-this-search.ts';
import { openWishes } from './wishes/open-wishes.ts';
import { holdsSetToPrice } from './wishes/whole-set.ts';
import { kinds, raisesBudget, widerIsAsked } from './wishes/wished.ts';

const ofWhatIsShown: ReadonlySet<Intent> = new Set(['add-to-cart', 'stock']);

/** Intents that tell a taste in so many words. */
const telling: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference']);
const tasteSaid =
  /\bi(?:'m| am| also| really| usually| always| just| do)* (?:like|love|prefer|enjoy|adore|hate|dislike|read|listen)\b|\bi(?:'m| am) (?:into|a fan of)\b|\bi (?:don't|do not) like\b|我?(?:喜欢|爱|偏爱|讨厌|不喜欢|比较喜欢|平时爱)/u;

export interface MeaningSettled extends Guess {
  readonly entities: Entities;
  /** So many of what is looked for go into the cart, once it is known which. */
  readonly toCart: number | undefined;
  /** Wishes in the shopper's own words. */
  readonly wishes: readonly StatedPreference[];
  /** "Yes", to a wider search, or a higher price for it. */
  readonly wider: boolean;
  /** What goods are or do is asked of the shop, not of one of them. */
  readonly ofGoods: Understanding['ofGoods'];
  readonly trouble: Understanding['trouble'];
}

export const settleMeaning = (guessed: Guess, read: TurnRead): MeaningSettled => {
  const { goods, now, questions, memory } = read;
  const { ordered, likes, saidOfIt } = now;
  const { folded } = goods.reading;
  const { policy } = goods;
  const decided = ofOtherSize(goesOnSearching(guessed, now.ofThisSearch, memory), read);
  const { wishes, isTaste } = ownWords(decided, read);
  const wider = (decided.intent === 'yes' && !isTaste && widerIsAsked(memory)) || raisesBudget(folded, memory);
  const namesGoods = likes.some(p => kinds.has(p.slot));
  const asksHealth = !policy && asksOfHealth(folded);
  const asksGoods = asksHealth || (!policy && asksOfGoods(folded) && namesGoods);
  const ofHealth = asksHealth || (asksGoods && concernsHealth(folded));
  const isQuestion =
    asksHealth || (asksGoods && (decided.intent === 'unclear' || (ofHealth && decided.intent === 'product-search')));
  const noHelp = tellsNoHelp(folded, memory, decided);
  // "A complaint! The cup came broken": what the shop does about that is told, and whose order it is.
  const claims = decided.intent === 'complaint' && isOfClaim(policy?.name) && memory.claim === undefined;
  const asFormed = (): Guess => {
    if (noHelp) return { intent: 'question', confidence: 0.8 };
    if (claims) return { intent: 'question', confidence: 0.9 };
    if (now.edits) return decided;
    return settledIntent(decided, {
      folded,
      orders: ordered !== undefined,
      outright: policy?.outright === true,
      isTaste,
      wider,
      isQuestion,
      namesGoods,
      ofThing: questions.askedThing !== undefined,
      findsUnfit: findsShownUnfit(folded, memory),
    });
  };
  const settled = asFormed();
  const { guess, entities, toCart } = isInAlready(settled, read)
    ? { guess: { intent: 'view-cart' as const, confidence: 0.9 }, entities: saidOfIt, toCart: undefined }
    : ordered
      ? { guess: settled, entities: saidOfIt, toCart: undefined }
      : forCart(settled, saidOfIt, likes, questions.talk, folded);
  const asks = guess.intent === 'question';
  return {
    intent: guess.intent,
    confidence: guess.confidence,
    entities,
    toCart,
    wishes,
    wider,
    ofGoods: asks && asksGoods ? (ofHealth ? 'health' : 'property') : undefined,
    trouble: !asks ? undefined : noHelp ? 'still' : tellsTrouble(folded) ? 'told' : undefined,
  };
};

/** 那最大的包是多少升: of one that is known. */
const asksHowMuch = /\bhow (?:many|much|big|large)\b|多少|几(?:升|克|片|毫升|寸)|多大/u;

/**
 * 有500片的吗, of a puzzle of 1000: no question of that one, and nothing to put into the cart. Nor are 五个人能玩的呢 and "what's the
 * biggest bag you do".
 */
const ofOtherSize = (guess: Guess, { goods, now, memory, reader }: TurnRead): Guess => {
  const { folded } = goods.reading;
  if (goods.named.length > 0 || now.adding || now.ordered) return guess;
  const isOther = ofWhatIsShown.has(guess.intent) && measuresOther(folded, memory, reader);
  const asksOfOne = guess.intent === 'stock' || guess.intent === 'product-details';
  const isMeasured = asksOfOne && memory.shown.length > 0 && asksForMeasured(folded);
  const mayBe = (asksOfOne || guess.intent === 'unclear') && !asksHowMuch.test(folded);
  const how = mayBe ? sizeOrderIn(folded)?.how : undefined;
  const namesKind = now.likes.some(p => kinds.has(p.slot)) || (ofShop.test(folded) && isKindSought(memory));
  const isExtreme = (how === 'most' || how === 'least') && namesKind;
  const isOfSet = !asksOfSet.has(guess.intent) && holdsSetToPrice(folded, memory);
  return isOther || isMeasured || isExtreme || isOfSet ? { ...guess, intent: 'product-search' } : guess;
};

/** "The biggest one you have", after a list. */
const ofShop = /\b(?:you|u|you've|u've) (?:have|got|do|sell|stock)\b|你们?(?:家|店)?(?:有|卖)|店里/u;
const isKindSought = ({ search = [] }: TurnRead['memory']): boolean =>
  search.some(p => p.polarity === 'like' && kinds.has(p.slot));
const asksOfSet: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity', 'person']);

/** What is told in words that no catalogue knows is a taste all the same. */
const ownWords = ({ intent }: Guess, { goods, now }: TurnRead) => {
  const { taste, told } = now;
  const inOwnWords = (facts: readonly SaidFact[]): StatedPreference[] =>
    openWishes({ facts, preferences: taste.preferences, forWhom: taste.forWhom });
  const mayBeTaste = (intent === 'unclear' || intent === 'yes') && tasteSaid.test(goods.reading.folded);
  const byRules = mayBeTaste || telling.has(intent) ? inOwnWords(told.facts) : [];
  // What is noted may be read better than what is searched for, and makes no search of what is none.
  const mayNote =
    byRules.length > 0 || intent === 'state-preference' || (telling.has(intent) && taste.preferences.length > 0);
  const noted = mayNote ? inOwnWords(now.noted) : [];
  return { wishes: noted.length > 0 ? noted : byRules, isTaste: mayBeTaste && byRules.length > 0 };
};

/** "Add it", of what went in just now: whether it did is shown, and no second one goes in. */
const isInAlready = ({ intent }: Guess, { goods, memory }: TurnRead): boolean =>
  intent === 'add-to-cart' &&
  (memory.lastIntent === 'add-to-cart' ||
    // What was asked beside it was answered behind it.
    (memory.lastIntent === 'question' && memory.inCart?.some(line => line.product === memory.focus) === true)) &&
  memory.focus !== undefined &&
  memory.toCart?.at !== memory.turns - 1 &&
  memory.addOn?.at !== memory.turns - 1 &&
  putsItIn(goods.reading.folded);
