/**
 * "Anything for mosquito bites?", "my dad snores, got anything for that?", 有没有什么能用的: goods by what they are to help with, where
 * nothing names any. Takes folded text.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 160;

const english =
  /\b(?:any ?thing|some ?thing|sth|smth) (?:(?:good|nice|at all|decent|useful|effective) )*(?:(?:that |which )?(?:helps?|works?) |to (?:help|use) )?(?:for|against|(?<=help |helps )with) ((?!me\b|us\b|myself\b|now\b|less\b|under\b|below\b|around\b|about\b|free\b|sale\b|you\b)[a-z][a-z' -]{1,40}?)(?=$|[,.;!?]| (?:at|on|when|while|if|please|pls|though|tho|and|or|but|that|which|around|under|in)\b)/u;
const ofThat = /^(?:that|this|it|these|those|such(?: things?)?)$/;
/** Right behind the name of a trouble. */
const chinese =
  /(?:有没有|有)(?:什么|啥)?(?:这方面|相关|对应|管用|好用|有用|能用|可以用|能缓解|能治|能改善|适合用?)的?(?:东西|产品|商品|好物)?(?:吗|么|呢|没有?)?[?!. ]*$/u;
/** 有没有防蚊子的. */
const againstInChinese =
  /(?:有没有|有)(?:什么|啥)?(?:能|可以|用来)?(?:防|治|驱|除|缓解|改善|对付|针对|预防)\p{Script=Han}{1,6}?的(?:东西|产品|好物)?(?:吗|么|呢)?[?!. ]*$/u;
/** Of the shop and what it does, and of nothing on its shelves. */
const ofShop =
  /\b(?:deliver\w*|shipping|postage|returns?|refunds?|orders?|parcels?|discounts?|deals?|offers?|codes?|coupons?|vouchers?|customers?|members?|students?|subscri\w*|sale|cart|basket|account|warranty|invoice)\b|退|换货|优惠|折|券|活动|订单|快递|运费|包邮|会员|发票/u;

export interface AskedFor {
  /** Undefined: for what was told before. */
  readonly what: string | undefined;
}

/** Undefined: nothing is asked for so. */
export const askedFor = (folded: string): AskedFor | undefined => {
  if (folded.length > longest) return undefined;
  if (hasHan(folded))
    return (chinese.test(folded) || againstInChinese.test(folded)) && !ofShop.test(folded)
      ? { what: undefined }
      : undefined;
  const what = english.exec(folded)?.[1]?.trim();
  if (what === undefined || ofShop.test(folded.slice(folded.indexOf(what)))) return undefined;
  return { what: ofThat.test(what) ? undefined : what.replace(/^the | (?:part|bit|side|thing)$/gu, '') };
};
