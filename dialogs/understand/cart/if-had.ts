/** "Pink, 38. Have you got it": whether there is such a one is asked, and nothing is bought yet. Takes folded text. */
const asked =
  /(?:^|[,.;!?] *| )(?:have you got|have you|do you have|you got|got) (?:it|that|that one|one|them|any)(?: (?:in stock|left|there))*[?!. ]*$|(?:^|[,.;!?] *)(?:is|are) (?:it|that|they|those) (?:still )?(?:in stock|available|there|left)[?!. ]*$/;
/** 藏青 XL 有吗. */
const askedInChinese = /[\s,，。]+(?:还|现在)?(?:有(?:没有)?(?:货|现货)?|在售)(?:吗|么|嘛|没有?|不)?[?？!. ]*$/u;
const whether = /有没有|[吗么嘛没不?？]/u;
const buys =
  /\b(?:add|put|take|buy|order|give me|get me|i'?ll (?:have|take|get))\b|买|下单|加(?:入|购|到|一|两|[\d个双件])|购物车|[来拿][一两二三\d]?[个双件条只份盒包瓶罐]|拍|没有?别的|别的|还有没有/u;

export const asksIfHad = (folded: string): boolean =>
  folded.length <= 80 &&
  !buys.test(folded) &&
  (asked.test(folded) || (askedInChinese.test(folded) && whether.test(folded.slice(-4))));
