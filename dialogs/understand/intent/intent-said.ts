/** The intent that a message's words say outright: closed words first, then what it names, asks of and points at. */

import { isBodyTrait } from '../../../knowledge/profile/sensitive.ts';
import { appliesLimit } from '../../../knowledge/retrieval/pages/limits.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { asksIfHad } from '../cart/had-asked.ts';
import { isCodeEntry, isSeveralCodes, putsCodeIn } from '../deals/code-said.ts';
import { onlyFindsDear } from '../deals/deal-spoken.ts';
import {
  agreesToOffer,
  asksGoodsOnOffer,
  pressesForMore,
  putsOfferInCart,
  speaksOfOffer,
  wantsMoreOffered,
} from '../deals/offer-talk.ts';
import { tellsOfBought } from '../orders/bought-told.ts';
import { asksWhoCancelled } from '../orders/cancelled-told.ts';
import { goesOnWithClaim } from '../orders/claim-told.ts';
import { ordersExchange, wantsRemedy } from '../orders/exchange-asked.ts';
import { tellsSlow, threatensReview } from '../orders/late-told.ts';
import { tellsMissing } from '../orders/missing-told.ts';
import { actOnPointed, goodsOfTold } from '../orders/order-pointed.ts';
import {
  asksArrival,
  asksForOrder,
  asksOfOrder,
  asksOwnSpend,
  asksSent,
  asksToHurry,
  cancelsOrder,
} from '../orders/order-talk.ts';
import { orderWish, repeatsOrder } from '../orders/order-wishes.ts';
import { asksOwnRefund } from '../orders/refund-asked.ts';
import {
  asksIfReturnable,
  asksStillReturn,
  doesAsTold,
  keepsNot,
  ordersReturn,
  returnsAnother,
  takesUpReturn,
  wantsToReturn,
} from '../orders/return-asked.ts';
import { asksForRemedy, pointsAtBought, tellsOfHarm, wantsMoneyForHarm } from '../orders/trouble-told.ts';
import { isShortQuestion, leansOnPage } from '../pages/leans-on-page.ts';
import { tellsTried } from '../pages/tried-told.ts';
import { asksWhichToTake, isComparing } from '../pointing/compared.ts';
import { pointedAt } from '../pointing/like-shown.ts';
import { isOnlyPointing } from '../pointing/list-place.ts';
import { hasThatAlready, wantsOtherThan } from '../pointing/others-wanted.ts';
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
import { asksPriceBarely } from '../product/follow-up.ts';
import { asksForGoods, asksForNewest, asksForSomething, asksPriceOfKind } from '../product/goods-asked.ts';
import { asksHowMany } from '../product/stock-asked.ts';
import { asksOnceMore } from '../product/thing-asked.ts';
import { asksWhyShown } from '../product/why-shown.ts';
import { refusesErasing } from '../talk/erasing-refused.ts';
import { isComplaint } from '../talk/mood.ts';
import { intentOfTalk } from '../talk/shop-talk.ts';
import { isCodeText } from '../text/code-text.ts';
import type { Taste } from '../wishes/preferences.ts';
import { asksWhatToBring } from '../wishes/present-asked.ts';
import { isOnlyFilters } from '../wishes/query.ts';
import { isForOneself, tellsOwnSize, tellsOwnTaste, tellsTasteOfOther } from '../wishes/taste-told.ts';
import {
  asksAtAll,
  asksForPlace,
  asksIfInCart,
  asksIfLeft,
  asksMeaning,
  asksOfIt,
  asksOfStock,
  asksToRecommend,
  changesGoods,
  deletesIt,
  isFewWords,
  onceMore,
  pointsAtNamed,
} from './forms-said.ts';
import {
  type IntentInput,
  inFilters,
  inSearch,
  isPointed,
  namesCategory,
  namesGoods,
  namesOne,
  pointsAt,
} from './intent-input.ts';
import { spokenDeal } from './label-check.ts';
import { aboutOrder, ruledIntent } from './rules.ts';
import { type Guess, saysWhich } from './settled-intent.ts';

/** In which colour or size it is meant, and nothing else. */
const onlyTellsForm = ({ preferences }: Taste): boolean =>
  preferences.length > 0 && preferences.every(({ slot }) => slot === 'colour' || slot === 'size');

/** Undefined: its words decide nothing by themselves. */
export const intentSaid = (input: IntentInput): Guess | undefined => {
  const { reading, taste, memory, upset } = input;
  const { folded, masked } = reading;
  if (!/[\p{L}\p{N}]/u.test(folded)) return { intent: 'unclear', confidence: 1 };
  if (asksWhyShown(folded, memory)) return { intent: 'why-product', confidence: 0.95 };
  if (tellsMissing(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  // Of goods that came broken in an order that is known, it was asked which: a colleague hears the answer.
  const answersClaim = memory.claim?.order !== undefined && goesOnWithClaim(folded, memory);
  if (!answersClaim && wantsRemedy(folded, memory)) return { intent: 'start-return', confidence: 0.97 };
  if (putsCodeIn(folded, input.entities.code) && !input.entities.codes)
    return { intent: 'apply-code', confidence: 0.95 };
  if (input.cartSum) return { intent: 'view-cart', confidence: 0.97 };
  if (input.edits) return { intent: input.editsOut ? 'remove-from-cart' : 'change-quantity', confidence: 0.97 };
  if (input.correctsSize) return { intent: 'state-preference', confidence: 0.97 };
  if (keepsNot(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (input.outright || leansOnPage(folded, memory)) return { intent: 'question', confidence: 0.95 };
  if (input.sum || input.degree || input.compares) return { intent: 'product-details', confidence: 0.95 };
  if (memory.lastIntent === 'about-me' && deletesIt.test(folded)) return { intent: 'forget-all', confidence: 0.95 };
  if (refusesErasing(folded)) return { intent: 'no', confidence: 0.95 };
  if (asksPriceBarely(folded, memory)) return { intent: 'product-details', confidence: 0.9 };
  if (asksHowMany(folded) && (namesOne(input) || memory.focus !== undefined || memory.shown.length === 1))
    return { intent: 'stock', confidence: 0.95 };
  if (asksIfHad(folded) && (input.entities.products.length > 0 || (onlyTellsForm(taste) && isCloseUp(memory))))
    return { intent: 'stock', confidence: 0.95 };
  if (input.shopTalk) return { intent: intentOfTalk[input.shopTalk], confidence: 0.95 };
  const ofToldOrder = goodsOfTold(folded, memory);
  if (ofToldOrder) return { intent: ofToldOrder, confidence: 0.95 };
  if (asksWhoCancelled(folded)) return { intent: 'order-status', confidence: 0.95 };
  // 那个咖啡再来一份, after the orders were told: of what was bought.
  if (input.orders && memory.lastIntent === 'order-status' && orderWish(folded) === 'reorder')
    return { intent: 'reorder', confidence: 0.97 };
  if (asksIfHad(folded) && (namesOne(input) || memory.focus !== undefined || memory.shown.length === 1))
    return { intent: 'stock', confidence: 0.95 };
  if (input.orders) return { intent: 'add-to-cart', confidence: 0.95 };
  if (input.takesOut) return { intent: 'remove-from-cart', confidence: 0.95 };
  if (input.counts) return { intent: 'change-quantity', confidence: 0.95 };
  if (goesOnWithClaim(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  const onPointed = actOnPointed(folded, memory);
  if (onPointed && !namesGoods(taste)) return { intent: onPointed, confidence: 0.95 };
  if (takesUpReturn(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (doesAsTold(folded, memory) || returnsAnother(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (ordersReturn(folded)) return { intent: 'start-return', confidence: 0.95 };
  if (ordersExchange(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (wantsMoneyForHarm(folded)) return { intent: 'start-return', confidence: 0.95 };
  if (tellsSlow(folded) || threatensReview(folded)) return { intent: 'complaint', confidence: 0.95 };
  if (tellsOfHarm(folded) || asksForRemedy(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  if (pointsAtBought(folded, memory)) return { intent: 'order-status', confidence: 0.9 };
  if (asksOwnSpend(folded) || asksOwnRefund(folded)) return { intent: 'question', confidence: 0.9 };
  // A rule was told: whether it holds for what is told now.
  if (memory.topic !== undefined && appliesLimit(folded) && !namesCategory(taste))
    return { intent: 'question', confidence: 0.9 };
  if (memory.topic !== undefined && memory.lastIntent === 'question' && tellsTried(folded) && !namesCategory(taste))
    return { intent: 'question', confidence: 0.9 };
  if (asksIfInCart.test(folded)) return { intent: 'view-cart', confidence: 0.95 };
  if (input.lacksPack) return { intent: 'product-details', confidence: 0.95 };
  if (input.adds) return { intent: repeatsOrder(folded) ? 'reorder' : 'add-to-cart', confidence: 0.95 };
  if (isCodeText(folded)) return { intent: namesCategory(taste) ? 'product-search' : 'unclear', confidence: 0.9 };
  if (cancelsOrder(folded, memory)) return { intent: 'cancel-order', confidence: 0.9 };
  if (asksForOrder(folded, memory) && orderWish(folded) !== 'reorder')
    return { intent: 'order-status', confidence: 0.9 };
  if (asksArrival(folded, memory)) return { intent: 'order-status', confidence: 0.95 };
  if (asksSent(folded) || asksOfOrder(folded, memory)) return { intent: 'order-status', confidence: 0.9 };
  if (asksToHurry(folded)) return { intent: 'order-status', confidence: 0.8 };
  // Asked after the rules of a deal; elsewhere it agrees.
  if (/^(?:and |but |so )?why not[?!. ]*$/.test(folded) && memory.lastIntent === 'promotion-question')
    return { intent: 'promotion-question', confidence: 0.9 };
  if (asksIfReturnable(folded, memory) || asksStillReturn(folded)) return { intent: 'question', confidence: 0.9 };
  // What was said of deals just now is not understood, or not so: 啥意思 我没关过啊.
  if (speaksOfOffer.has(memory.lastIntent ?? 'unclear') && asksMeaning.test(folded))
    return { intent: 'deals', confidence: 0.9 };
  if (
    input.onlyCut &&
    !input.choice &&
    input.entities.products.length === 0 &&
    !input.entities.ordinal &&
    (namesCategory(taste) || (memory.shown.length > 0 && inSearch(memory)))
  )
    return { intent: 'product-search', confidence: 0.9 };
  const ruled = ruledIntent(folded);
  if (memory.offer && agreesToOffer(folded)) return { intent: 'apply-offer', confidence: 0.95 };
  if (putsOfferInCart(folded) && memory.offer && !memory.focus && speaksOfOffer.has(memory.lastIntent ?? 'unclear'))
    return { intent: 'apply-offer', confidence: 0.9 };
  // "Is anybody there?" greets, but not after a complaint.
  if (ruled === 'greeting' && memory.serviceFirst && /有人|有没有人|\b(?:anyone|anybody|somebody)\b/.test(folded))
    return { intent: 'person', confidence: 0.9 };
  // With no deal on the table "take it" takes the thing.
  if (ruled === 'apply-offer' && !memory.offer && takesIt(folded)) return { intent: 'add-to-cart', confidence: 0.9 };
  if (ruled) return { intent: ruled, confidence: 0.98 };
  const isOfDeals = speaksOfOffer.has(memory.lastIntent ?? 'unclear');
  // "That's still too much for me", of the price that the deal comes to.
  if (isOfDeals && !namesCategory(taste) && (pressesForMore(folded) || onlyFindsDear(folded)))
    return { intent: 'better-deal', confidence: 0.95 };
  if (wantsMoreOffered(folded) && isOfDeals) return { intent: 'better-deal', confidence: 0.9 };
  if (input.others && !input.extreme && !input.choice)
    return { intent: inFilters(memory) ? 'product-search' : 'recommend', confidence: 0.9 };
  if (
    !input.choice &&
    memory.shown.length > 0 &&
    inFilters(memory) &&
    (wantsOtherThan(folded) || hasThatAlready(folded))
  )
    return { intent: 'product-search', confidence: 0.9 };
  // "The same as last time, but in black" repeats nothing.
  if (input.likeShown && !input.taste.correction && taste.preferences.length > 0)
    return { intent: 'product-search', confidence: 0.9 };
  const wish = orderWish(folded);
  // 再来一个第三个: one more of the list, no order of before.
  if (wish === 'reorder' && (memory.shown.length > 0 || pointsAt(input)) && onceMore.test(folded))
    return { intent: 'add-to-cart', confidence: 0.9 };
  if (wish) return { intent: wish, confidence: 0.95 };
  if (isSeveralCodes(folded, input.entities.codes)) return { intent: 'apply-code', confidence: 0.9 };
  if (input.asked && !(asksGoodsOnOffer(folded) && namesGoods(taste)))
    return { intent: 'promotion-question', confidence: 0.9 };
  if (isCodeEntry(folded, input.entities.code)) return { intent: 'apply-code', confidence: 0.9 };
  if (input.otherSize) return { intent: 'product-search', confidence: 0.9 };
  if (
    asksOfIt.test(folded) &&
    !input.otherGoods &&
    pointedAt(input.entities, memory) &&
    taste.preferences.some(p => p.polarity === 'like')
  )
    return { intent: 'product-details', confidence: 0.9 };
  // Of a list that is asked about as a whole, those that are it.
  if (
    !input.follows &&
    asksOfIt.test(folded) &&
    inSearch(memory) &&
    !memory.focus &&
    taste.preferences.some(p => p.polarity === 'like')
  )
    return { intent: 'product-search', confidence: 0.8 };
  if (memory.shown.length > 1 && asksWhichToTake(folded))
    return { intent: memory.shown.length === 2 ? 'product-details' : 'why-product', confidence: 0.9 };
  if (input.reproaches) return { intent: 'product-search', confidence: 0.9 };
  if (input.choice) return { intent: 'product-details', confidence: 0.95 };
  if (asksItsPrice(folded) && pointsAt(input)) return { intent: 'product-details', confidence: 0.9 };
  if (takesOfPlace(folded) || (pointsAt(input) && asksForPlace.test(folded)))
    return { intent: 'add-to-cart', confidence: 0.9 };
  if (memory.shown.length === 2 && takesAll(folded)) return { intent: 'add-to-cart', confidence: 0.95 };
  // "Buy it" right after it went into the cart takes no second one.
  if (checksOut(folded) && (!isCloseUp(memory) || memory.lastIntent === 'add-to-cart'))
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
  const isPointedOut = pointsAtNamed.test(folded) || saysWhich.test(folded);
  if (input.entities.products.length === 1 && isPointedOut && !/[?？]|吗/u.test(folded))
    return { intent: 'product-details', confidence: 0.9 };
  if (input.isName) return { intent: asksOfStock.test(folded) ? 'stock' : 'product-details', confidence: 0.9 };
  if (input.entities.products.length > 0 && asksOfNamed(folded)) return { intent: 'product-details', confidence: 0.9 };
  if (input.ofThing && asksIfLeft.test(folded)) return { intent: 'stock', confidence: 0.9 };
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
  // "What coffee goes with it": coffee, whatever it is to go with.
  if (input.whichOfKind && input.entities.products.length === 0 && !pointsAt(input))
    return { intent: 'product-search', confidence: 0.85 };
  // 对比下你们的两款降噪耳机, of nothing that was shown: they are shown first.
  if (isComparing(folded) && !input.compares && namesSort(taste) && !namesOne(input) && !isPointed(input))
    return { intent: 'product-search', confidence: 0.8 };
  // 我想买那个洗头的: a thing by its use, whatever points.
  if (input.need && (!namesOne(input) || (input.asksThing && input.entities.products.length === 0)))
    return { intent: 'product-search', confidence: 0.9 };
  if (asksForSomething(folded) && taste.preferences.some(p => p.polarity === 'like') && !namesOne(input))
    return { intent: 'product-search', confidence: 0.9 };
  // "She likes tea", in a search for her: what she would like is looked for.
  if ((taste.preferences.length > 0 || input.narrows) && tellsTasteOfOther(folded) && searchesForOther(memory)) {
    return { intent: 'product-search', confidence: 0.9 };
  }
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
    if (input.asksThing) return { intent: 'product-search', confidence: 0.9 };
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

/** A short question right after a page was told, naming no goods: whatever it sounds like, that page is asked first. */
const asksOfPage = ({ reading: { folded }, memory, taste, entities }: IntentInput): boolean =>
  memory.topic !== undefined &&
  memory.lastIntent === 'question' &&
  entities.products.length === 0 &&
  entities.ordinal === undefined &&
  !namesCategory(taste) &&
  isShortQuestion(folded);

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
