/** The intent that a message's words say outright of goods: chosen, asked about, looked for, or a taste told. */

import { isBodyTrait } from '../../../knowledge/profile/sensitive.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { tellsOfBought } from '../orders/bought-told.ts';
import { wantsToReturn } from '../orders/return-asked.ts';
import { isShortQuestion } from '../pages/leans-on-page.ts';
import { barelyAskedFor } from '../pointing/any-thing.ts';
import { asksWhichToTake, isComparing } from '../pointing/compared.ts';
import { isOnlyPointing } from '../pointing/list-place.ts';
import { wantsElseThan } from '../pointing/others-wanted.ts';
import {
  asksItsMeasures,
  asksItsPrice,
  asksOfNamed,
  asksWhetherItIs,
  checksOut,
  isCloseUp,
  takesAll,
  takesIt,
  takesOfPlace,
  takesPointed,
  takesSome,
} from '../product/focus-talk.ts';
import {
  asksForGoods,
  asksForNewest,
  asksForSomething,
  asksIfAnyOfThese,
  asksPriceOfKind,
  asksWhichAreSo,
} from '../product/goods-asked.ts';
import { missedAmongShown } from '../product/none-missed.ts';
import { asksForOwn, leadsToOthers } from '../product/other-goods.ts';
import { asksOnceMore } from '../product/thing-asked.ts';
import { isComplaint } from '../talk/mood.ts';
import { askedFor } from '../wishes/asked-for.ts';
import type { Taste } from '../wishes/preferences.ts';
import { asksWhatToBring } from '../wishes/present-asked.ts';
import { isOnlyFilters } from '../wishes/query.ts';
import { isForOneself, tellsOwnSize, tellsOwnTaste, tellsTasteOfOther } from '../wishes/taste-told.ts';
import { isWithoutIdea } from '../wishes/without-idea.ts';
import {
  asksAtAll,
  asksForPlace,
  asksIfLeft,
  asksOfStock,
  asksPriceOfNamed,
  asksToRecommend,
  asksWhatThereIs,
  changesGoods,
  isFewWords,
  pointsAtNamed,
} from './forms-said.ts';
import {
  type IntentInput,
  inSearch,
  isPointed,
  namesCategory,
  namesGoods,
  namesOne,
  pointsAt,
} from './intent-input.ts';
import { spokenDeal } from './label-check.ts';
import { aboutOrder } from './rules.ts';
import { type Guess, saysWhich } from './settled-intent.ts';

/** "The box of three, not single", 三块的 不是单块: which of its forms is meant. */
const notOther =
  /^(?:(?:no|sorry|oh|i mean(?:t)?)[,. ]+)*(?:the |that |a )?[a-z0-9' -]{3,40}, ?not (?:the |that |a )?[a-z0-9' -]{2,24}[.! ]*$|^(?:我?(?:说|要|问)的?是?)?(?:那个?)?[\p{Script=Han}\d]{2,10}[,， ]+(?:不是|不要)[\p{Script=Han}\d]{1,8}[.!。 ]*$/u;
/** "Is it safe for my dog" asks for no goods. */
const asksIfGood =
  /\b(?:safe|toxic|ok|okay|good|suitable|bad|harmful|poisonous)\b|安全|有毒|[能会]不[能会]|可以.{0,6}吗/u;

/** 100片太少了 有没有500片以上的: there is too little of the one that was shown, and one with more is asked for. */
const wantsMoreThanThat =
  /\b(?:too (?:few|little|easy)|not enough|isn't enough)\b[^?]{0,30}\b(?:any|anything|something|have|got)\b|(?:太少|不够|太简单|少了点)[^?？]{0,6}(?:有没有|有)[^?？]{0,4}\d[^?？]{0,4}(?:以上|多|的)/u;

/** "Do you carry notebooks that bear fountain pen ink": what stands behind is what they are to be. */
const namedBehind =
  /\b(?:do|don't) (?:you|u|they) (?:also )?(?:sell|stock|carry|supply) (?:[a-z-]+ ){1,6}(?:that|which|who|to|for|with|suitable) /;

/** Undefined: nothing of that is said. */
export const intentOfGoods = (input: IntentInput): Guess | undefined => {
  const { reading, taste, memory, upset } = input;
  const { folded, masked } = reading;
  if (memory.shown.length > 1 && asksWhichToTake(folded))
    return { intent: memory.shown.length === 2 ? 'product-details' : 'why-product', confidence: 0.95 };
  if (input.reproaches || (input.rulesOut && !input.policy)) return { intent: 'product-search', confidence: 0.9 };
  if (input.forPets && !input.policy && !namesOne(input) && !asksIfGood.test(folded))
    return { intent: 'product-search', confidence: 0.9 };
  if (wantsElseThan(folded) && taste.preferences.some(p => p.polarity === 'dislike') && !namesOne(input))
    return { intent: 'product-search', confidence: 0.9 };
  if (input.choice) return { intent: 'product-details', confidence: 0.95 };
  if (asksItsPrice(folded) && pointsAt(input)) return { intent: 'product-details', confidence: 0.9 };
  if (input.entities.products.length === 1 && !input.sum && !input.compares && asksPriceOfNamed(folded))
    return { intent: 'product-details', confidence: 0.9 };
  if (takesOfPlace(folded) || (pointsAt(input) && asksForPlace.test(folded)))
    return { intent: 'add-to-cart', confidence: 0.9 };
  if (memory.shown.length === 2 && takesAll(folded)) return { intent: 'add-to-cart', confidence: 0.95 };
  // "Place the order" is of what is in the cart, whatever else is looked at.
  const isFilled = (memory.inCart?.length ?? 0) > 0;
  if (checksOut(folded) && (!isCloseUp(memory) || isFilled || memory.lastIntent === 'add-to-cart'))
    return { intent: 'view-cart', confidence: 0.95 };
  if ((isCloseUp(memory) || (memory.focus !== undefined && takesPointed(folded))) && takesIt(folded))
    return { intent: 'add-to-cart', confidence: 0.9 };
  if (memory.shown.length > 1 && memory.focus === undefined && !memory.offer && takesSome(folded) && !pointsAt(input))
    return { intent: 'add-to-cart', confidence: 0.9 };
  if (
    isCloseUp(memory) &&
    !input.otherGoods &&
    (asksItsMeasures(folded) || (isOnlyFilters(masked) && asksWhetherItIs(folded)))
  )
    return { intent: 'product-details', confidence: 0.9 };
  // What was answered with something else is answered, before anybody is sorry.
  if (input.ofThing && asksOnceMore(folded)) return { intent: 'product-details', confidence: 0.8 };
  if (isComplaint(folded)) return { intent: 'complaint', confidence: 0.95 };
  if (inSearch(memory) && namesGoods(taste) && changesGoods.test(folded) && !isPointed(input))
    return { intent: 'product-search', confidence: 0.9 };
  if (wantsToReturn(folded)) return { intent: 'start-return', confidence: tellsOfBought(folded) ? 0.95 : 0.9 };
  if (input.policy) return { intent: 'question', confidence: 0.9 };
  // 那闹钟呢,有没有: of the shelves, and not of the radio on the table.
  if (input.sold && input.entities.products.length > 0 && !namedBehind.test(folded))
    return { intent: 'product-details', confidence: 0.95 };
  if (input.sold || (input.asksOwnThing && !namesOne(input))) return { intent: 'product-search', confidence: 0.95 };
  const isPointedOut = pointsAtNamed.test(folded) || saysWhich.test(folded) || notOther.test(folded);
  if (input.entities.products.length === 1 && isPointedOut && !/[?？]|吗/u.test(folded))
    return { intent: 'product-details', confidence: 0.9 };
  if (input.isName) return { intent: asksOfStock.test(folded) ? 'stock' : 'product-details', confidence: 0.9 };
  if (input.isNameInForm) return { intent: 'stock', confidence: 0.9 };
  if (input.entities.products.length > 0 && asksOfNamed(folded)) return { intent: 'product-details', confidence: 0.9 };
  if (input.ofThing && asksIfLeft.test(folded)) return { intent: 'stock', confidence: 0.9 };
  if (memory.shown.length > 0 && missedAmongShown(folded) !== undefined)
    return { intent: 'product-search', confidence: 0.95 };
  if (input.ofThing && wantsMoreThanThat.test(folded)) return { intent: 'product-search', confidence: 0.9 };
  if ((input.ofThing === 'named' || input.follows) && !upset) return { intent: 'product-details', confidence: 0.85 };
  if (input.onlyTold === 'general') return { intent: 'unclear', confidence: 0.9 };
  // The number alone, after it was asked to send one back: that one.
  if (isOnlyOrder(masked) && (memory.lastIntent === 'start-return' || memory.lastIntent === 'cancel-order'))
    return { intent: memory.lastIntent, confidence: 0.95 };
  if (isOnlyOrder(masked)) return { intent: aboutOrder(folded), confidence: 0.95 };
  if (asksForNewest(folded) && !namesOne(input))
    return { intent: namesGoods(taste) ? 'product-search' : 'recommend', confidence: 0.9 };
  if (asksPriceOfKind(folded) && namesGoods(taste) && !namesOne(input))
    return { intent: 'product-search', confidence: 0.9 };
  if (asksWhatToBring(folded))
    return {
      intent: taste.preferences.some(p => p.polarity === 'like') ? 'product-search' : 'recommend',
      confidence: 0.9,
    };
  // "I'll think about it. What about socks?"
  if (input.otherGoods && (asksForOwn(folded) || leadsToOthers(folded)))
    return { intent: 'product-search', confidence: 0.85 };
  // "What coffee goes with it": coffee, whatever it is to go with.
  if (memory.shown.length === 0 && asksWhichAreSo(folded) && namesGoods(taste) && !namesOne(input) && !input.policy)
    return { intent: 'product-search', confidence: 0.85 };
  // 你们的跑鞋质量怎么样, before anything is bought.
  if (asksQuality.test(folded) && !bought.test(folded) && !namesOne(input) && (namesGoods(taste) || input.asksThing))
    return { intent: 'product-search', confidence: 0.85 };
  if (input.whichOfKind && input.entities.products.length === 0 && !pointsAt(input))
    return { intent: 'product-search', confidence: 0.85 };
  // 对比下你们的两款降噪耳机, of nothing that was shown: they are shown first.
  if (isComparing(folded) && !input.compares && namesSort(taste) && !namesOne(input) && !isPointed(input))
    return { intent: 'product-search', confidence: 0.8 };
  // 我想买那个洗头的: a thing by its use, whatever points.
  if (input.need && (!namesOne(input) || (input.asksThing && input.entities.products.length === 0)))
    return { intent: 'product-search', confidence: 0.9 };
  // 除螨仪 扫地机器人这些有吗: no person is called for.
  if (input.asksThing && asksIfAnyOfThese(folded) && !namesOne(input))
    return { intent: 'product-search', confidence: 0.95 };
  // "Never mind the dinosaurs. A little car perhaps?"
  if (input.entities.products.length === 0 && !isPointed(input) && barelyAskedFor(folded).length > 0)
    return { intent: 'product-search', confidence: 0.9 };
  // "My dad snores, got anything for that?": goods, whether there are any or not.
  if (input.entities.products.length === 0 && !input.memory.offer && askedFor(folded))
    return { intent: 'product-search', confidence: 0.9 };
  if (asksForSomething(folded) && taste.preferences.some(p => p.polarity === 'like') && !namesOne(input))
    return { intent: 'product-search', confidence: 0.9 };
  // "She likes tea", in a search for her: what she would like is looked for.
  if ((taste.preferences.length > 0 || input.narrows) && tellsTasteOfOther(folded) && searchesForOther(memory)) {
    return { intent: 'product-search', confidence: 0.9 };
  }
  if (isWithoutIdea(folded) && !namesGoods(taste) && !isPointed(input) && input.present !== true)
    return { intent: 'recommend', confidence: 0.9 };
  // What the skin is like is told for the sake of what is made for it.
  if (
    !isPointed(input) &&
    isBodyTrait(folded) &&
    taste.preferences.some(p => p.polarity === 'like' && p.slot === 'feature')
  )
    return { intent: 'product-search', confidence: 0.9 };
  if (taste.preferences.length > 0 && tellsOwnTaste(folded) && !namesCategory(taste)) {
    // "Recommend me something, I like running".
    if (asksToRecommend.test(folded)) return { intent: 'recommend', confidence: 0.9 };
    const tellsPrice = input.entities.budget !== undefined && inSearch(memory);
    if (input.asksThing || tellsPrice || asksWhatThereIs.test(folded))
      return { intent: 'product-search', confidence: 0.9 };
    return { intent: 'state-preference', confidence: 0.9 };
  }
  if (
    input.unproved &&
    !isPointed(input) &&
    (namesGoods(taste) || input.present || asksForGoods(folded) || isFewWords.test(folded))
  )
    return { intent: namesGoods(taste) || !input.present ? 'product-search' : 'recommend', confidence: 0.9 };
  if (input.cheaper) return { intent: 'product-search', confidence: 0.9 };
  if (input.likeShown) return { intent: 'product-search', confidence: 0.9 };
  // "Not so pricey bag": goods at a low price, no haggling over one and no "no".
  if (input.wantsLowPrice && namesGoods(taste) && !isPointed(input) && !spokenDeal.test(folded))
    return { intent: 'product-search', confidence: 0.8 };
  if (isForOneself(folded) && !isPointed(input))
    return { intent: namesGoods(taste) ? 'product-search' : 'recommend', confidence: 0.9 };
  if (input.extreme) return { intent: 'product-details', confidence: 0.9 };
  if (pointsAt(input) && isOnlyPointing(folded)) return { intent: 'product-details', confidence: 0.9 };
  if (tellsOwnSize(folded) && !inSearch(memory)) return { intent: 'state-preference', confidence: 0.9 };
  // 礼品呢 推荐几样, after a page was told.
  if (memory.lastIntent === 'question' && asksToRecommend.test(folded) && !isPointed(input))
    return { intent: namesGoods(taste) ? 'product-search' : 'recommend', confidence: 0.9 };
  if (!input.taught && asksOfPage(input)) return { intent: 'question', confidence: 0.7 };
  if (input.ofItsForms && isOnlyFilters(masked) && input.entities.ordinal === undefined)
    return { intent: 'stock', confidence: 0.9 };
  if (isOnlyFilters(masked) && input.entities.ordinal === undefined) {
    const bare = filterIntent(taste, memory);
    if (bare) return { intent: bare, confidence: 0.9 };
  }
  // Goods and what they may cost, in no question: whatever else it is like.
  if (input.entities.budget && namesGoods(taste) && !isPointed(input) && !asksAtAll.test(folded))
    return { intent: 'product-search', confidence: 0.9 };
  if (input.owns) return { intent: 'product-search', confidence: 0.9 };
  if (input.onlyTold === 'trait') return { intent: 'unclear', confidence: 1 };
  return undefined;
};

/** A short question right after a page was told, naming no goods: unless it is surely of another matter, that page is asked first. */
const asksOfPage = (input: IntentInput): boolean =>
  input.memory.topic !== undefined &&
  input.memory.lastIntent === 'question' &&
  input.entities.products.length === 0 &&
  input.entities.ordinal === undefined &&
  !namesCategory(input.taste) &&
  isShortQuestion(input.reading.folded) &&
  !isOfOtherMatter(input);

/** No page has them: "got any discounts?", "any recommendations?" right after the return window. */
const otherMatters: ReadonlySet<Intent> = new Set(['deals', 'recommend', 'order-status', 'view-cart']);
const sureOfOther = 0.9;
const isOfOtherMatter = ({ classifier, reading: { folded, masked } }: IntentInput): boolean => {
  if (asksToRecommend.test(folded)) return true;
  const guess = classifier.classify({ words: masked, said: folded });
  return guess.probability >= sureOfOther && otherMatters.has(guess.intent);
};

const asksQuality =
  /(?:质量|品质|做工)(?:到底|都|还)?(?:咋样|怎么?样|如何|好不好|好吗|好么|行不行|行吗|可靠吗|过关吗|过硬吗|靠谱吗)|\bhow(?:'s| is| good is) the quality of\b|\bare your [a-z ]{3,30} (?:any good|good quality|well made)\b/u;
const bought = /我的|买的|买了|收到|退|换|订单|\bmy\b|\bbought\b/u;

/** "Your oolong teas", 你们的降噪耳机: goods, by what they are or are made of. */
const namesSort = (taste: Taste): boolean =>
  namesGoods(taste) || taste.preferences.some(p => p.slot === 'material' && p.polarity === 'like');

const searchesForOther = (memory: ConversationMemory): boolean =>
  memory.search?.some(p => p.forWhom !== 'self') ?? false;

/** Nothing but an order number and perhaps an e-mail address. */
const isOnlyOrder = (masked: string): boolean =>
  masked.includes('xorder') &&
  masked
    .replace(
      /\bx(?:order|email)\b|\b(?:order|number|no|is|my|and|the|e-?mail|it's|its|for|with|status|check|return)\b|订单号?|邮箱|号码|单号|是|我的|查|退货?|要/gu,
      '',
    )
    .replace(/[^\p{L}\p{N}]+/gu, '') === '';

/** Said alone, these ask for goods; a colour or a size is a taste told. */
const told = ['category', 'product', 'recipient', 'budget', 'feature', 'material', 'occasion'] as const;

/** A message that is only filters: narrows a search, starts one, or is a taste told. */
const filterIntent = (taste: Taste, memory: ConversationMemory): Intent | undefined => {
  if (taste.preferences.length === 0) return undefined;
  if (inSearch(memory)) return 'product-search';
  const slots = new Set(taste.preferences.filter(p => p.polarity === 'like').map(p => p.slot));
  if (told.some(slot => slots.has(slot))) {
    return taste.correction && !slots.has('category') ? 'state-preference' : 'product-search';
  }
  return 'state-preference';
};
