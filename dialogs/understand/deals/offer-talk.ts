/** What is said of a deal that is on the table, or was asked for just before. All take folded text. */
import type { Intent } from '../../turn.ts';

/** "Headphones under 150 with a discount": goods, and no rule of a deal. */
const goodsOnOffer =
  /^(?!.*\b(?:can|could|do|does|is|are|will|why|how|which|when|what)\b).*\b(?:with|on) (?:a |any |some |an )?(?:discounts?|offers?|deals?|sale|promotion)[.! ]*$/;
export const asksGoodsOnOffer = (folded: string): boolean => goodsOnOffer.test(folded);

/** "Ok, deal", 成交. */
const agreesToDeal =
  /^(?:(?:ok|okay|yes|fine|alright|good|great)[,. ]+)*(?:it'?s a |that'?s a |you have a |we have a )?deal[.! ]*$|^(?:好,?|行,?|那就?)?成交[吧!. ]*$/u;
export const agreesToOffer = (folded: string): boolean => agreesToDeal.test(folded);

/** What the offer on the table was priced for, into the cart: the offer is taken. */
const takesOffer =
  /^(?:(?:ok|okay|yes|great|then|please|can you)[,. ]+)*(?:add|put) (?:it|this|that|them) (?:to|in|into) (?:my |the )?(?:cart|basket|bag)(?: please)?[.! ]*$|^(?:好的?|行|那)?,? ?(?:就)?(?:把)?(?:它|这个)?(?:加到?|放进?)(?:入)?购物车(?:里)?(?:吧)?[.! ]*$/u;
/** After these a deal is what is spoken of. */
export const speaksOfOffer: ReadonlySet<Intent> = new Set(['deals', 'better-deal', 'why-offer']);
export const putsOfferInCart = (folded: string): boolean => takesOffer.test(folded);

/** After the deals: "that's all?", 就这些？ */
const isNothingMore =
  /^(?:(?:so|and|oh|hm+|really|but|ok)[,. ]+)*(?:is )?(?:that(?:'s| is)?|this is|that's really|that's) ?(?:it|all|everything)(?: you(?:'ve| have) got| there is| you have)?[?!. ]*$|^(?:so |really[,?]? |seriously[,?]? )*(?:no|not (?:even )?an?y?) (?:discounts?|deals?|offers?)(?: at all| for me| whatsoever)?[?!. ]*$|^(?:so |but )?nothing (?:else|more|better|at all)[?!. ]*$|^(?:就|只有?|才)(?:这些|这个|这点|这么点|这么些|这么少)(?:了|吗|啊|呀)*[?!. ]*$|^(?:真的?)?(?:就)?(?:没有?|一点)(?:别的|其他|优惠|折扣|更多|都)?(?:没有?|优惠|的)?(?:了)?(?:吗|么|啊)[?!. ]*$/u;

/** Said with a question or in wonder; "that's all", "no offers" and 就这些 as such end the talk. */
const wonders = /[?？]|^is |\b(?:so|really|seriously)\b|[吗么啊呀]/u;
export const wantsMoreOffered = (folded: string): boolean => isNothingMore.test(folded) && wonders.test(folded);

/** "There must be more in it", "come on", 就不能再多点: after the deals, and nothing else is named. */
const presses =
  /\b(?:there )?(?:must|has to|have to|got to|gotta|should|could) be (?:something |a (?:bit|little) )?more\b|\b(?:you|u) (?:must|can|could|should|surely) (?:surely )?(?:have|do|give|go) (?:me )?(?:something |a (?:bit|little) |any )?(?:more|better|further)\b|^(?:oh |aw+ )?(?:come on|c'mon|please)[,.! ]*(?:a (?:bit|little) more)?[?!. ]*$|(?:不能|能不能|可以|再)(?:再)?(?:多|加|优惠|给)(?:一?[点些])(?:吗|嘛|么|吧|呗|不)?[?？!. ]*$|^(?:就|真的?)?(?:不能|没法|没办法)(?:再)?(?:商量|通融|多点|优惠)/u;
export const pressesForMore = (folded: string): boolean => folded.length <= 60 && presses.test(folded);

const deal = '(?:\\d{1,2}(?:\\.\\d)? ?折|免运费|包邮|免邮|立减|减 ?\\d{1,3}(?:元|块)?|优惠券?|折扣|[券劵])';
/** "Use the 8% one you offered", 用刚才那个92折, 使用那个免运费的优惠: the offer that was quoted is taken. */
const uses = [
  /^(?:(?:ok|okay|yes|yeah|sure|great|fine|good|so|then|please|now|and|can you|could you|let's|let me|i(?:'d| would) like to|i want to|i'?ll|i said)[,.! ]+)*(?:just )?(?:use|apply|take|redeem|claim|activate) (?:the|that|this|your|my) (?:[a-z]+ ){0,2}(?:\d{1,2}(?:\.\d)? ?% ?(?:off|discount|deal|one)?|free (?:delivery|shipping)|discount|deal|offer|coupon)(?: (?:one|deal|offer|discount|thing|from before|from ¥?\d+))*(?: (?:that )?(?:you|u) (?:just )?(?:mentioned|offered|quoted|said|showed|gave|told)(?: me)?)?(?: (?:of|about))?(?:,? (?:please|then|now|on (?:it|my cart)|to (?:it|my cart)))*[.! ]*$/u,
  new RegExp(
    `(?:^|[,，。.!！ ]|就|我说|那|我|要|能|可以|点|给我|帮我|请|现在)(?:使用|用上?|享受?|应用|领)(?:一下)?(?:你们?)?(?:(?:刚才|刚刚|上面|前面|之前)(?:说的|给的|的)?)?(?:优惠)?(?:[这那]个|[这那]张|该)?(?:就)?[\\p{Script=Han}\\d]{0,6}?${deal}的?(?:优惠|那个|这个|的)*(?:吧|了|呀|啊|哦|就行|就好|谢谢|[,，。.!！ ])*$`,
    'u',
  ),
  // 刚才那个减20给我用上: what is used stands before it.
  new RegExp(
    `^(?:可以|好的?|行|那|就|我说|[,，。.!！ ])*(?:刚才|刚刚|前面|上面|之前)?(?:说的|给的)?[这那]个${deal}的?(?:优惠|那个|活动)?(?:也|就|给我|帮我|要|先|都)*用(?:上|了|掉)?(?:吧|啊|呀|了|哦|[,，。.!！ ])*$`,
    'u',
  ),
];
/** "That free delivery deal from before, can I have that as well?" */
const usesAsked =
  /^(?:(?:and|also|ok|oh|so|what about)[,. ]+)*(?:the|that|this|your) (?:[a-z]+ ){0,2}(?:\d{1,2} ?% ?(?:off|discount|deal)?|free (?:delivery|shipping)|discount|deal|offer|coupon)(?: (?:one|deal|offer|discount|thing))*(?: (?:from before|from earlier|you (?:offered|mentioned|showed|gave)(?: me)?))*,? (?:can|could|may) (?:i|we) (?:have|use|get|take|add|apply) (?:that|it|this)(?: (?:as well|too|also|on top|with it))*[?!. ]*$|^(?:(?:and|also|ok|oh|so)[,. ]+)*(?:can|could|may) (?:i|we) (?:have|use|get|take|add|apply) (?:the|that|your) (?:free (?:delivery|shipping)|discount|deal|offer) (?:deal |offer |one )?(?:from before|from earlier|you (?:offered|mentioned|showed|gave)(?: me)?)(?: (?:as well|too|also|on top))*[?!. ]*$/u;
/** Right after it was quoted: 那使用吧, "use it". */
const usesIt =
  /^(?:.{1,16}[?？] ?)?(?:那|就|行吧?|好的?吧?|嗯|可以|请|帮我|给我|\d{2,5}(?:元|块钱?)?(?=那|就)|[,，。.! ])*(?:使用|用上?)(?:它|这个|上|了)*(?:吧|了|呗|[,，。.! ])*$/u;
const asksOfUse = /[?？]|怎么|如何|什么时候|为什么|为啥|哪|吗|不能|没用|用不了|\b(?:how|why|when|which|can i)\b/u;
const offerStands = 3;

/** `told`: how many messages ago it was quoted; undefined: none was. */
export const usesOffer = (folded: string, told: number | undefined): boolean =>
  told !== undefined &&
  folded.length <= 60 &&
  ((told <= offerStands && usesIt.test(folded)) ||
    usesAsked.test(folded) ||
    (!asksOfUse.test(folded) && uses.some(form => form.test(folded))));

/** 92折, "8% off", 免运费: which of several offers is spoken of. */
export const offerSaid = (folded: string): { readonly rate: number } | 'delivery' | undefined => {
  const [, off] = /(\d{1,2}(?:\.\d)?) ?%/u.exec(folded) ?? [];
  if (off !== undefined) return { rate: Number(off) / 100 };
  const [, paid] = /(\d{1,2}(?:\.\d)?) ?折/u.exec(folded) ?? [];
  if (paid !== undefined) return { rate: 1 - Number(paid) / (paid.length > 1 && !paid.includes('.') ? 100 : 10) };
  return /免运费|包邮|免邮|\bfree (?:delivery|shipping)\b/u.test(folded) ? 'delivery' : undefined;
};
/** 减20, "20 off": what is to come off, in major units; undefined: no amount is named. */
export const amountOffSaid = (folded: string): number | undefined => {
  const [, english, before, behind] = amountOff.exec(folded) ?? [];
  const amount = english ?? before ?? behind;
  return amount === undefined ? undefined : Number(amount);
};
const amountOff =
  /(\d{1,4}) ?(?:yuan|rmb|kuai)? ?off\b|(?:减免?|便宜|优惠|抵扣?|省) ?[¥￥]?(\d{1,4})|(\d{1,4}) ?(?:块钱?|元)的?(?:优惠|折扣|券)/u;
