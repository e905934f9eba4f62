/** A code or a deal is to come off the cart, or is not to be used: no thing of the cart is meant, and nothing goes on. Takes folded text. */

export type TakenOff = 'code' | 'deal';

const lead =
  "(?:(?:ok|okay|no|actually|please|wait|sorry|hm+|and|then|now|but|just|(?:can|could|would) (?:you|i|we)|i(?:'d like to| want(?: you)? to| need to)|let's|pls)[,. ]+)*";
const ofCode = '(?:codes?|coupons?|vouchers?)';
const ofDeal = '(?:deal|discount|offer|promo(?:tion)?)';
const thing = `(?:(?:the|that|this|my|your) (?:[a-z0-9%¥'-]+ ){0,3}?(?:${ofCode}|${ofDeal})|(?:(?:the|that|this|my) )?(?:(?:promo|discount|coupon) )?(?:code )?xcode)`;
const cart =
  '(?:(?:off|from|on|for|to|out|of|in|my|the|this|cart|basket|bag|order|it|again|after|all|any ?more|please|pls|then|now|thanks|thank|you|sorry|yet|too|,) ?)*[.!? ]*';
const verb =
  '(?:remove|delete|drop|cancel|undo|scrap|ditch|lose|clear|get rid of|take (?:off|out|away|back)|leave (?:off|out))';
const not =
  "(?:don'?t|do not|never|i (?:don'?t|do not) want (?:you )?to|i(?:'d| would) rather not|i(?:'m| am) not going to|i won'?t|no need to) (?:apply|use|add|put|enter|redeem|take|include)";
const english = new RegExp(
  `^${lead}(?:${verb} ${thing}|(?:take|leave|put) ${thing} (?:off|out|away|back|aside)|${not} ${thing}|without ${thing}) ?${cart}$`,
);

const leadZh = '(?:请|帮我|给我|麻烦|那|我|算了|还是|不对|哦|先|就|想|要|,|，| )*';
const thingZh =
  '(?:购物车里?的?|刚才|刚刚|刚用|刚加|上面|[这那][个张笔]|我|你们?|的|它|那|这)*\\p{Script=Han}{0,3}?(?:优惠码|折扣码|兑换码|优惠券|抵用券|立减|优惠|折扣|(?:优惠|折扣)?[券码]|xcode)';
const gone = '(?:去掉|去了|拿掉|拿走|取消|撤掉|撤了|撤下来?|撤销|删掉|删了|删除|移除|移掉|退掉|卸掉)';
const unused = '(?:不想再?用|不用|别用|不要用|不使用|别使用|先别用|不想要用)';
const chinese = new RegExp(
  `^${leadZh}(?:[把将]?${thingZh}(?:给我|帮我|也|都|先|还是|就|从购物车里?)*(?:${gone}|${unused})|(?:${gone}|${unused})${thingZh})(?:一下|吧|了|掉|好了|先|购物车|[!。. ])*$`,
  'u',
);
/** Whether offers are made at all is another matter. */
const ofAllOffers = /个性化|专属|个人|针对我|推送|\bpersonal|\btailored/u;
const isCode = new RegExp(`\\b${ofCode}\\b|\\bxcode\\b|[券码]`, 'u');
const longest = 80;

/** `code`: one that is named in it. Undefined: nothing of the kind is said. */
export const takenOff = (folded: string, code: string | undefined): TakenOff | undefined => {
  if (folded.length > longest || ofAllOffers.test(folded)) return undefined;
  const said = code === undefined ? folded : folded.replace(code.toLowerCase(), 'xcode');
  if (!english.test(said) && !chinese.test(said)) return undefined;
  return isCode.test(said) ? 'code' : 'deal';
};
