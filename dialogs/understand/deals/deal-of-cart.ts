/** Whether there is a first-order deal or a code for what is in the cart: 首单能用吗, "which code could I use for this cart". Takes folded text. */
import { dealKindAsked } from './deal-kinds.ts';

export type DealOfCart = 'first-order' | 'code';

const longest = 80;
const code = '(?:(?:promo|discount|coupon|voucher) )?(?:codes?|coupons?|vouchers?)';
const asksCodeEn = new RegExp(
  String.raw`\b(?:have|got|is there|are there|any|which|what|know(?: of)?|give me|need)\b[^.?!]{0,30}\b${code}\b`,
);
/** 有42码吗 asks for a size. */
const asksCodeZh =
  /(?:有没有|有|求|给|发|来|要|用)(?:没有?|什么|啥|哪些|哪个|一?张|一?个|点|我|别的|其他|能用|可用|可以用|的|新人|隐藏)*(?:(?:优惠|折扣|兑换|促销)[码券]|(?<![\d尺鞋大小均加欧])码(?=[吗么嘛没不呢啊可能?？]|$)|[券劵])|(?:什么|啥|哪个|哪张)(?:优惠|折扣)?(?:码|券)(?:能|可以|好)/u;
/** How one is put in or why it fails, and what is told of one that is had. */
const ofOneHad =
  /\b(?:where|how) (?:do|can|to|does)\b|\b(?:enter|invalid|expired?|not work\w*|doesn'?t|won'?t|can'?t|wrong|rejected|qr|bar ?code|post ?code|zip|i (?:have|got|'ve got) (?:a|the|this|my)|with (?:a|the|my) code)\b|怎么(?:用|填|输|领)|哪里?(?:填|输|领)|用不了|没用|失效|过期|不能用|无效|我有|二维码|条码|邮编|密码|验证码|尺码/u;

/** 怎么还是289: why it comes to so much is told line by line. */
const whySoMuch = /(?:怎么|咋|为什么|为啥)[^,，。]{0,4}还(?:是)?[¥￥]?\d|\bwhy\b[^.?!]{0,24}\bstill\b[^.?!]{0,8}\d/u;

export const dealOfCartAsked = (folded: string): DealOfCart | undefined => {
  if (folded.length > longest || whySoMuch.test(folded)) return undefined;
  if (dealKindAsked(folded) === 'first-order') return 'first-order';
  return !ofOneHad.test(folded) && (asksCodeEn.test(folded) || asksCodeZh.test(folded)) ? 'code' : undefined;
};
