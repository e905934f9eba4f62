/** "Who won the world cup in 1998", 谁发明了茶: what happened in the world is asked, whatever goods its words name. Folded text. */
const asked =
  /^(?:(?:and|so|but|ok|well|hi|hey|hello)[,. ]+)*(?:who(?:'s)?|when (?:was|were|did)|(?:in )?which (?:year|century))\b|谁(?:最先|第一个|最早)?(?:是|发明|赢|胜|输|拿|夺|写|唱|演|当|打败)/u;
/** The shop, the shopper or goods that are pointed at are spoken of, or who makes and sells such. */
const ofShop =
  /\b(?:you|your|yours|my|mine|i|me|we|us|our|this|that|these|those|it|its|they|them|makes?|made|sells?|designs?|designed|orders?|parcel|delivery|shop|store)\b|[你您我咱它这那]|店|订单|快递|客服|生产|设计/u;

export const asksOfWorld = (folded: string): boolean =>
  folded.length <= 100 && asked.test(folded) && !ofShop.test(folded);
