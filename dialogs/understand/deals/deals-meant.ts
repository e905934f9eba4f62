/** Which deal a question about one means: the one talked about, another that is named, or deals in general. Any case. */

/** "It", "this": the promotion talked about before. */
const pointsBack = /\b(?:it|this|that)\b|这个|那个|它/iu;
const general = /\b(?:promotions|discounts|offers|deals|coupons|vouchers|codes)\b/iu;
export const speaksOfDealsInGeneral = (text: string): boolean => general.test(text) && !pointsBack.test(text);

const deal = /满|[券码]|活动|offer|deal|promotion|code|coupon|sale|save|discount|half|gift|优惠|折|赠|第二件|半价|\d/iu;
/** A question that points back ("does it include shoes?") names its goods, not another deal. */
export const namesDeal = (text: string): boolean => deal.test(text);

const two =
  /\b(?:two|2|three|3|double|both|more than one|several) (?:of (?:them|it|the|those) |free |hand |gift)?(?:gifts?|creams?|ones?|freebies|items|of (?:them|it|those)|pieces)?\b|\btwice\b|\bboth\b|[两俩二2三3][份个件支瓶盒]|双份|都要|一起送|多送/iu;
/** More than one of what comes with an order: 能不能送两份. */
export const asksForTwo = (text: string): boolean => two.test(text);

const twoCodes =
  /\b(?:two|2|several|multiple) (?:\w+ )?(?:codes|coupons|vouchers)\b|[两俩2几多][张个](?:优惠|折扣)?[券码]/iu;
/** Two codes at once. */
export const asksForTwoCodes = (text: string): boolean => twoCodes.test(text);
