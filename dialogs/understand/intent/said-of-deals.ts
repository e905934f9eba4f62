/** The intent that a message's words say outright: closed words, deals and codes, and others of what was shown. */

import { isCodeEntry, isSeveralCodes } from '../deals/code-said.ts';
import { onlyFindsDear } from '../deals/deal-spoken.ts';
import {
  agreesToOffer,
  asksGoodsOnOffer,
  pressesForMore,
  putsOfferInCart,
  speaksOfOffer,
  wantsMoreOffered,
} from '../deals/offer-talk.ts';
import { orderWish } from '../orders/order-wishes.ts';
import { pointedAt } from '../pointing/like-shown.ts';
import { hasThatAlready, wantsOtherThan } from '../pointing/others-wanted.ts';
import { takesIt } from '../product/focus-talk.ts';
import { asksOfIt, onceMore } from './forms-said.ts';
import { type IntentInput, inFilters, inSearch, namesCategory, namesGoods, pointsAt } from './intent-input.ts';
import { ruledIntent } from './rules.ts';
import type { Guess } from './settled-intent.ts';

const asksDealOfOne =
  /(?:的|[款个罐瓶双件盒包])(?:现在|今天|目前|还)?有(?:没有|什么|啥)?(?:优惠|折扣)(?:吗|么|嘛|没有?|不)?[啊呀呢?!。. ]*$|\b(?:any|is there an?|got a|have you got an?) (?:discount|deal|offer)s? (?:on|for) (?:the|that|this)\b.{1,40}$/u;

/** Undefined: nothing of that is said. */
export const intentOfDeal = (input: IntentInput): Guess | undefined => {
  const { reading, taste, memory } = input;
  const { folded } = reading;
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
  // 250克的有优惠吗, "any discount on the 250 g?": of the one that is named.
  if (input.entities.products.length === 1 && asksDealOfOne.test(folded))
    return { intent: 'better-deal', confidence: 0.95 };
  if (wantsMoreOffered(folded) && isOfDeals) return { intent: 'better-deal', confidence: 0.9 };
  if (input.ofKind) return { intent: 'product-search', confidence: 0.9 };
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
  if (wish === 'reorder' && input.orders) return { intent: 'add-to-cart', confidence: 0.95 };
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
  return undefined;
};
