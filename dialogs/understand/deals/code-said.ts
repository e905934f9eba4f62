/** Codes of promotions that are typed, put in or taken off: closed words. All take folded text. */

const codeWords = /\bcodes?\b|\bcoupons?\b|\bvouchers?\b|\bpromo\b|优惠码|优惠券|券码|折扣码|兑换码|口令|[码券]/u;
const using =
  /\b(?:use|apply|enter|redeem|add|try|have|got|activate|remove|delete|take off|drop)\b|用|输|有|填|兑|领|试|去掉|取消|删/u;

/** "Put … on my order", 把 … 加到我的订单上. */
const intoOrder =
  /^(?:(?:please|can you|could you|i want to|pls) )*(?:put|add|use|apply|enter) (?:on|to|in|into|for|at) (?:my|the|this) (?:order|cart|basket|bag|checkout)(?: please)?$|^(?:请|帮我|麻烦|你)*(?:把|将) ?(?:加|放|用|输|填)(?:到|在|进|入|上)?(?:我的?|这个?)?(?:订单|购物车|这单|单子)(?:上|里)?(?:吧|吗)?$/u;

/** A code is put in or taken off: said so, or nothing but the code. */
export const isCodeEntry = (folded: string, code: string | undefined): boolean => {
  if (folded.length > 120) return false;
  if (code === undefined) {
    return /^(?:hi,? |hello,? )?(?:i(?:'ve| have)?(?: got)? (?:a|my|this|the)|apply (?:a|my)|use (?:a|my)|enter (?:a|my)|where (?:can|do) i (?:enter|put|type|use)(?: in)? (?:a|my|the)) (?:promo |promotion |discount |coupon |voucher )?codes?(?: here)?[.!? ]*$|^我?(?:有|要用|想用|要输|想输)(?:一?个|一?张)?(?:优惠|折扣|兑换)码[。.!? ]*$|^(?:优惠|折扣|兑换)码(?:在哪|怎么|往哪)(?:里|儿)?(?:输|填|输入|填写)(?:啊|呢)?[?.! ]*$/u.test(
      folded,
    );
  }
  const rest = folded
    .replace(code.toLowerCase(), ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return (
    rest === '' ||
    /^(?:please|pls|谢谢|请|and|or|what about|how about|maybe|那|那么?|呢|那呢|那 呢|还有|试试|那试试)$/u.test(rest) ||
    (codeWords.test(rest) && using.test(rest)) ||
    /^(?:please )?(?:use|apply|enter|redeem|try|add|remove|(?:我?要|我想|帮我)?(?:用|使用|输入|试|填|去掉|取消)(?:一?下|试|了|吧)?)$/u.test(
      rest,
    ) ||
    intoOrder.test(rest) ||
    /^(?:(?:promo|discount|coupon|voucher|my|the|is|here) ?)*code$|^(?:我的)?(?:优惠|折扣|兑换)码是?$/u.test(rest)
  );
};

/** Two codes or more, and nothing said but that they are to be used; "can I use A and B together?" is a question. */
export const isSeveralCodes = (folded: string, codes: readonly string[] | undefined): boolean =>
  codes !== undefined &&
  codes.length > 1 &&
  folded.length <= 120 &&
  !/[?？]/u.test(folded) &&
  severalCodes.test(
    codes
      .reduce((text, code) => text.replaceAll(code.toLowerCase(), ' '), folded)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
const severalCodes =
  /^(?:(?:please|pls|ok|hi|hello|i want to|i'?d like to|i have|i ve got|i got|use|apply|enter|redeem|try|add|remove|delete|take off|drop|both|the|my|these|two|promo|discount|codes?|coupons?|vouchers?|and|with|plus|also|now|from my cart|to my cart|on my cart) ?)*$|^(?:请|帮我|麻烦|我要|我想|我有|想|把|使用|同时|一起|用|输入?|填|试|去掉|取消|删掉?|移除|上|一下|优惠|折扣|兑换|[券码]|和|跟|加|与|还有|以及|这|[两2]|[个张]|都|了|吧| )*$/u;

export const isCodeRemoval = (folded: string): boolean =>
  /\b(?:remove|delete|take off|drop|don't use|without)\b|去掉|取消|删掉?|不用|移除/u.test(folded);

/** "Please use CODE on what I have in my basket", 把CODE加到订单上: done with it, or had and to be tried. */
const usedOutright =
  /\b(?:use|apply|enter|redeem|activate|put|add|try|take|punch|stick|pop|type|input) (?:(?:in|on|the|my|this|that|a|promo|discount|coupon|voucher|code) )*xcode\b|\bxcode\b.{0,40}\b(?:can|could|would|will|shall) (?:you|u|i|we) (?:please |pls |just )?(?:apply|use|put|take|add|enter|knock|deduct|redeem|activate|try|get) (?:it|that|this|the (?:discount|code))\b|\b(?:got|have|had|given|gave|sent|received|found|here'?s|here is)\b.{0,40}\bxcode\b(?:(?!\b(?:why|how|when|not|n't)\b).){0,40}(?:\b(?:works?|valid|any good|use (?:it|that)|useful|usable|count|counts)\b.{0,24})?$|(?:把|将) ?xcode ?.{0,4}(?:加|放|用|输|填|兑|抵|算)|(?:用|输入?|填|试|兑换?|加上|带上|抵扣)(?:一下|下|上|了|进|入|的|这个|这张|我的?|个|优惠|折扣|兑换|[码券:：是])* ?xcode|xcode ?.{0,12}(?:(?:用|加|填|输|带|抵)[上掉进]|(?:帮|给|替)我(?:用|加|填|输|抵))|(?:给了?我|有[个张]?|拿到|收到|领了?|得了?)(?:一?[个张])?(?:优惠|折扣)?[码券]?[:： ]*xcode ?.{0,6}(?:(?<!还)能用|好使|有用|管用|能抵)[吗不么]/u;
/** The rules of it, or why it does not count, are another matter. */
const asksOfCode =
  /\b(?:why|combin\w*|stack\w*|together|both|expir\w*|until|as well|also|too|how often|how many|twice|again|return\w*|refund\w*|not|n't|remove|delete)\b|为什么|为啥|怎么(?!用.{0,4}[帮给])|叠加|一起|同时|也能|也可以|还能|到什么时候|到几号|过期|几次|不能|用不了|没用|退|去掉|取消|删|规则|条件/u;

/** A code is named and to be put on the cart, whatever else of the cart or of goods its words name. */
export const putsCodeIn = (folded: string, code: string | undefined): boolean =>
  code !== undefined &&
  folded.length <= 120 &&
  !asksOfCode.test(folded) &&
  usedOutright.test(folded.replace(code.toLowerCase(), 'xcode'));
