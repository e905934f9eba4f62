/** The intent that a message's words say outright: an act on an order, the cart or the stock, a harm, a rule asked about. */
import { appliesLimit, asksIfOver, asksIfTooLate } from '../../../knowledge/retrieval/pages/limits.ts';
import { asksIfHad } from '../cart/had-asked.ts';
import { paysHeld } from '../cart/pays-held.ts';
import { besideCart } from '../cart/quantity-asked.ts';
import { putsCodeIn } from '../deals/code-said.ts';
import { dealOfCartAsked } from '../deals/deal-of-cart.ts';
import { speaksOfOffer, usesOffer } from '../deals/offer-talk.ts';
import { askedOfCartsDeals } from '../deals/promotion-asked.ts';
import { takenOff } from '../deals/taken-off.ts';
import { tellsWhenBought } from '../orders/bought-when.ts';
import { asksIfCalledOff, callsOffTold } from '../orders/called-off.ts';
import { asksWhoCancelled } from '../orders/cancelled-told.ts';
import { answersClaimNow, goesOnWithClaim } from '../orders/claim-told.ts';
import { asksOfListed, asksOfSum, asksToListOrders, asksWhatIsIn } from '../orders/contents-asked.ts';
import { tellsOfManners } from '../orders/courier-manners.ts';
import { ordersExchange, wantsRemedy } from '../orders/exchange-asked.ts';
import { asksIfBought, asksWhichHolds } from '../orders/holding-asked.ts';
import { tellsSlow, threatensReview, wantsCompensation, wantsNoneIfLate } from '../orders/late-told.ts';
import { tellsMissing } from '../orders/missing-told.ts';
import { actOnPointed, goodsOfTold } from '../orders/order-pointed.ts';
import {
  asksArrival,
  asksForOrder,
  asksOfOrder,
  asksOrderHistory,
  asksOwnSent,
  asksOwnSpend,
  asksSent,
  asksToHurry,
  asksTotalOfTold,
  cancelsOrder,
} from '../orders/order-talk.ts';
import { buysMoreOfTold, keepsSome, orderWish, repeatsOrder, wishesSameAgain } from '../orders/order-wishes.ts';
import { asksWhereNumber } from '../orders/orders-asked.ts';
import { otherOrderMeant } from '../orders/other-order.ts';
import { ofOthersAccount } from '../orders/others-account.ts';
import { callsOffPart } from '../orders/part-called-off.ts';
import { asksOwnRefund, waitsForRefund } from '../orders/refund-asked.ts';
import {
  asksIfReturnable,
  asksStillReturn,
  doesAsTold,
  keepsNot,
  ordersReturn,
  returnsAnother,
  takesUpReturn,
} from '../orders/return-asked.ts';
import { returnOrdered } from '../orders/return-ordered.ts';
import { callsOffAll, callsOffThing } from '../orders/thing-called-off.ts';
import {
  asksForRemedy,
  insistsOnHarm,
  pointsAtBought,
  tellsOfHarm,
  wantsMoneyForHarm,
} from '../orders/trouble-told.ts';
import { waitsNoLonger } from '../orders/waits-no-longer.ts';
import { leansOnPage } from '../pages/leans-on-page.ts';
import { tellsTried } from '../pages/tried-told.ts';
import { asksHowToCheckOut, isCloseUp } from '../product/focus-talk.ts';
import { asksPriceBarely, goodsOnTable } from '../product/follow-up.ts';
import { asksSheet } from '../product/sheet-asked.ts';
import { asksHowMany } from '../product/stock-asked.ts';
import { asksWhyShown } from '../product/why-shown.ts';
import { asksWhatIsLeft, refusesErasing } from '../talk/erasing-refused.ts';
import { onlyGreets, takesLeave } from '../talk/greeted.ts';
import { intentOfTalk } from '../talk/shop-talk.ts';
import { isCodeText } from '../text/code-text.ts';
import type { Taste } from '../wishes/preferences.ts';
import { asksToKeep } from '../wishes/taste-told.ts';
import {
  asksDealsHad,
  asksForCart,
  asksIfInCart,
  asksMeaning,
  asksOfCart,
  asksWhatCameOff,
  deletesIt,
} from './forms-said.ts';
import { type IntentInput, inSearch, namesCategory, namesGoods, namesOne } from './intent-input.ts';
import type { Guess } from './settled-intent.ts';

/** In which colour or size it is meant, and nothing else. */
const onlyTellsForm = ({ preferences }: Taste): boolean =>
  preferences.length > 0 && preferences.every(({ slot }) => slot === 'colour' || slot === 'size');

const tellsSize = ({ preferences }: Taste): boolean =>
  preferences.some(({ slot, polarity }) => slot === 'size' && polarity === 'like');

/** Wished for or turned down: "I don't want the mug any more, cancel it". */
const speaksOfGoods = ({ preferences }: Taste): boolean =>
  preferences.some(({ slot }) => slot === 'category' || slot === 'product');

/** No other thing is to be done with it. */
const isOfThatOrder = (folded: string): boolean =>
  !/\b(?:cancel|return|refund|subscribe|newsletter|send me|invoice)\b|取消|退|订阅|发票|发到/u.test(folded);

/** Undefined: no such act is said. */
const addsFirst = /^(?:那|就|请|帮我|给我|再|好的?|行|嗯|[,. ])*加上/u;

export const intentOfAct = (input: IntentInput): Guess | undefined => {
  const { reading, taste, memory } = input;
  const { folded } = reading;
  if (!/[\p{L}\p{N}]/u.test(folded)) return { intent: 'unclear', confidence: 1 };
  if (onlyGreets(folded)) return { intent: 'greeting', confidence: 0.97 };
  if (takesLeave(folded)) return { intent: 'goodbye', confidence: 0.97 };
  // "Sorry, it's .org": of the order that was not found just now.
  const { email, orderNumber } = input.entities;
  if (memory.refused?.at === memory.turns - 1 && (email ?? orderNumber) !== undefined && isOfThatOrder(folded))
    return { intent: 'order-status', confidence: 0.97 };
  // "Remove the grinder from my order": of what was placed, and nothing on the shelves or in the cart.
  if (callsOffPart(folded, memory)) return { intent: 'cancel-order', confidence: 0.97 };
  if (callsOffAll(folded, memory)) return { intent: 'cancel-order', confidence: 0.97 };
  // "Cancel the mug": what waits in the cart is taken out of that.
  if (!input.takesOut && callsOffThing(folded) && (speaksOfGoods(taste) || input.entities.products.length > 0))
    return { intent: 'cancel-order', confidence: 0.95 };
  if (asksWhyShown(folded, memory)) return { intent: 'why-product', confidence: 0.95 };
  if (insistsOnHarm(folded, memory) || tellsMissing(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  if (tellsOfManners(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  // Of goods that came broken in an order that is known, it was asked which: a colleague hears the answer.
  const answersClaim = memory.claim?.order !== undefined && goesOnWithClaim(folded, memory);
  if (answersClaimNow(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  if (!answersClaim && wantsRemedy(folded, memory)) return { intent: 'start-return', confidence: 0.97 };
  if (putsCodeIn(folded, input.entities.code) && !input.entities.codes)
    return { intent: 'apply-code', confidence: 0.95 };
  const off = takenOff(folded, input.entities.code);
  if (off) return { intent: off === 'code' ? 'apply-code' : 'decline-offer', confidence: 0.97 };
  const quoted = memory.offer === undefined ? undefined : memory.turns - (memory.offerAt ?? memory.turns);
  if (usesOffer(folded, quoted)) return { intent: 'apply-offer', confidence: 0.97 };
  // 首单能用吗, of what is in the cart: it is looked up, and no page is asked.
  if ((memory.inCart?.length ?? 0) > 0 && input.entities.code === undefined && dealOfCartAsked(folded))
    return { intent: 'deals', confidence: 0.96 };
  if ((memory.inCart?.length ?? 0) > 0 && askedOfCartsDeals(folded))
    return { intent: 'promotion-question', confidence: 0.96 };
  const ofCart = asksDealsHad.test(folded) || asksWhatCameOff(folded);
  if (asksForCart.test(folded)) return { intent: 'view-cart', confidence: 0.97 };
  if (asksHowToCheckOut(folded) || ((memory.inCart?.length ?? 0) > 0 && (paysHeld(folded) || ofCart)))
    return { intent: 'view-cart', confidence: 0.97 };
  if (input.cartSum) return { intent: 'view-cart', confidence: 0.97 };
  if (input.edits) return { intent: input.editsOut ? 'remove-from-cart' : 'change-quantity', confidence: 0.97 };
  if (input.correctsSize) return { intent: 'state-preference', confidence: 0.97 };
  if (input.counts && memory.lastIntent !== undefined && besideCart.has(memory.lastIntent))
    return { intent: 'change-quantity', confidence: 0.95 };
  if (ofOthersAccount(folded) && input.entities.email === undefined) return { intent: 'question', confidence: 0.95 };
  if (waitsForRefund(folded, memory)) return { intent: 'question', confidence: 0.95 };
  if (asksOfSum(folded, memory)) return { intent: 'question', confidence: 0.95 };
  if (wantsNoneIfLate(folded)) return { intent: 'order-status', confidence: 0.95 };
  // What has not left is called off, and of what is on its way it is told that it can't be.
  if (waitsNoLonger(folded, memory)) return { intent: 'cancel-order', confidence: 0.95 };
  if (asksWhereNumber(folded)) return { intent: input.outright ? 'question' : 'order-status', confidence: 0.97 };
  if (wishesSameAgain(folded) && (asksWhatIsIn(folded) || asksOrderHistory(folded)))
    return { intent: 'reorder', confidence: 0.95 };
  if (!asksOfListed(folded, memory) && (asksWhatIsIn(folded) || asksToListOrders(folded)))
    return { intent: 'order-status', confidence: 0.97 };
  if (keepsNot(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (asksTotalOfTold(folded, memory)) return { intent: 'order-status', confidence: 0.95 };
  if (asksOwnSent(folded) || ((asksIfBought(folded) || asksWhichHolds(folded)) && !asksOwnRefund(folded, memory)))
    return { intent: 'order-status', confidence: 0.95 };
  if (asksToKeep(folded) && tellsSize(taste)) return { intent: 'state-preference', confidence: 0.95 };
  if (input.outright || leansOnPage(folded, memory)) return { intent: 'question', confidence: 0.95 };
  // 加上磨豆机和滤杯 orders two, and compares none.
  if (input.sum || input.degree || (input.compares && !(input.orders && addsFirst.test(folded))))
    return { intent: 'product-details', confidence: 0.95 };
  if (input.meaning) return { intent: 'question', confidence: 0.95 };
  if (asksWhatIsLeft(folded, memory)) return { intent: 'about-me', confidence: 0.95 };
  if (memory.lastIntent === 'about-me' && deletesIt.test(folded)) return { intent: 'forget-all', confidence: 0.95 };
  if (refusesErasing(folded)) return { intent: 'no', confidence: 0.95 };
  if (asksSheet(folded) && goodsOnTable(memory) && (memory.focus !== undefined || memory.shown.length === 1))
    return { intent: 'product-details', confidence: 0.95 };
  if (asksPriceBarely(folded, memory)) return { intent: 'product-details', confidence: 0.9 };
  // 那闹钟呢,有没有 asks of no form of the radio on the table.
  const asksOfForm = asksIfHad(folded) && !input.asksOwnThing;
  if (
    !input.policy &&
    asksHowMany(folded) &&
    (namesOne(input) || memory.focus !== undefined || memory.shown.length === 1)
  )
    return { intent: 'stock', confidence: 0.95 };
  if (asksOfForm && (input.entities.products.length > 0 || (onlyTellsForm(taste) && isCloseUp(memory))))
    return { intent: 'stock', confidence: 0.95 };
  if (input.shopTalk) return { intent: intentOfTalk[input.shopTalk], confidence: 0.95 };
  if (otherOrderMeant(folded, memory)) return { intent: 'order-status', confidence: 0.95 };
  const ofToldOrder = goodsOfTold(folded, memory);
  if (ofToldOrder) return { intent: ofToldOrder, confidence: 0.95 };
  if (asksIfCalledOff(folded, memory)) return { intent: 'order-status', confidence: 0.95 };
  if (asksWhoCancelled(folded)) return { intent: 'order-status', confidence: 0.95 };
  // 那个咖啡再来一份, after the orders were told: of what was bought.
  if (input.orders && memory.lastIntent === 'order-status' && orderWish(folded) === 'reorder')
    return { intent: 'reorder', confidence: 0.97 };
  if (buysMoreOfTold(folded, memory) || (keepsSome(folded, memory) && namesCategory(taste)))
    return { intent: 'reorder', confidence: 0.97 };
  if (asksOfForm && (namesOne(input) || memory.focus !== undefined || memory.shown.length === 1))
    return { intent: 'stock', confidence: 0.95 };
  if (input.orders) return { intent: 'add-to-cart', confidence: 0.95 };
  if (input.takesOut) return { intent: 'remove-from-cart', confidence: 0.95 };
  if (input.counts) return { intent: 'change-quantity', confidence: 0.95 };
  if (goesOnWithClaim(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  const onPointed = actOnPointed(folded, memory);
  if (onPointed && !namesGoods(taste)) return { intent: onPointed, confidence: 0.95 };
  if (takesUpReturn(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  // A colleague was spoken of, who takes it from there.
  if (memory.claim && memory.turns - memory.claim.at <= 3 && doesAsTold(folded, memory))
    return { intent: 'person', confidence: 0.95 };
  if (doesAsTold(folded, memory) || returnsAnother(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (ordersReturn(folded) || returnOrdered(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (ordersExchange(folded, memory)) return { intent: 'start-return', confidence: 0.95 };
  if (wantsMoneyForHarm(folded)) return { intent: 'start-return', confidence: 0.95 };
  if (tellsSlow(folded) || threatensReview(folded) || (!memory.claim && wantsCompensation(folded)))
    return { intent: 'complaint', confidence: 0.95 };
  if (tellsOfHarm(folded) || asksForRemedy(folded, memory)) return { intent: 'complaint', confidence: 0.95 };
  if (!input.policy && pointsAtBought(folded, memory)) return { intent: 'order-status', confidence: 0.9 };
  if (asksOwnSpend(folded) || asksOwnRefund(folded, memory)) return { intent: 'question', confidence: 0.9 };
  // A rule was told: whether it holds for what is told now.
  if (
    memory.topic !== undefined &&
    !input.isNameInForm &&
    (appliesLimit(folded) || asksIfTooLate(folded) || asksIfOver(folded)) &&
    !namesCategory(taste)
  )
    return { intent: 'question', confidence: 0.9 };
  if (memory.topic !== undefined && memory.lastIntent === 'question' && tellsTried(folded) && !namesCategory(taste))
    return { intent: 'question', confidence: 0.9 };
  if (asksIfInCart.test(folded) || asksOfCart.test(folded)) return { intent: 'view-cart', confidence: 0.95 };
  if (input.lacksPack) return { intent: 'product-details', confidence: 0.95 };
  if (input.adds) return { intent: repeatsOrder(folded) ? 'reorder' : 'add-to-cart', confidence: 0.95 };
  if (isCodeText(folded)) return { intent: namesCategory(taste) ? 'product-search' : 'unclear', confidence: 0.9 };
  if (cancelsOrder(folded, memory)) return { intent: 'cancel-order', confidence: 0.9 };
  if (callsOffTold(folded, memory)) return { intent: 'cancel-order', confidence: 0.95 };
  if (asksForOrder(folded, memory) && (orderWish(folded) !== 'reorder' || asksOrderHistory(folded)))
    return { intent: 'order-status', confidence: 0.9 };
  if (asksArrival(folded, memory)) return { intent: 'order-status', confidence: 0.95 };
  if (tellsWhenBought(folded, memory)) return { intent: 'order-status', confidence: 0.9 };
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
  return undefined;
};
