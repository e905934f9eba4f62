/** "Does the backpack hold a laptop?", 手表能打电话吗: what goods can do is asked, of none that was shown. Takes folded text. */

const longest = 100;
const asksEn =
  /^(?:(?:and|so|but|hi|hello|hey|ok|sorry|please)[,. ]+)*(?:can|could|do|does|is|are|will|would|has|have) (?!(?:i|we|you|u|it|he|she|they|there|anyone|anybody|someone|somebody|my|any)\b)(?:(?:your|the|these|those|this|that|all) )*[a-z]/;
const asksZh =
  /^(?:请问|那|你们家?的?|这种|那种)*\p{Script=Han}{1,8}?(?:能不能|能|可不可以|可以|会不会|会|支持|是不是|带不带|带)\p{Script=Han}{1,8}(?:吗|么|嘛|不|吧)?[?!. ]*$/u;
/** Rules and advice of the shop, which are no property of the goods. */
const ofShop =
  /\b(?:return\w*|refund\w*|exchang\w*|warrant\w*|guarantee\w*|deliver\w*|ship\w*|arriv\w*|parcel|order\w*|pay|paid|discount\w*|code|codes|coupon\w*|offer\w*|deals?|sale|wash\w*|clean\w*|iron\w*|car(?:e|ed)|repair\w*|expir\w*|sizes?|sizing|true|insur\w*|wrap\w*|engrav\w*|cost|price\w*)\b|退|换|保修|质保|寄|送|发货|付|优惠|打折|券|活动|便宜|洗|熨|保养|修|码|发票|包装|刻字|下单|订单|到货|过期/u;

/** What no shop answers from likeness: a cure, an irritation, a danger. */
const health =
  /\b(?:cur(?:e|es|ing)|heal\w*|treat|treats|irritat\w*|allerg\w*|acne|eczema|rash|safe|safety|safely|dangerous|harmful|toxic|radiation)\b|治|辐射|过敏|刺激|安全|有毒|有害|致癌/u;

export const concernsHealth = (folded: string): boolean => health.test(folded);

export const asksOfGoods = (folded: string): boolean =>
  folded.length <= longest && (asksEn.test(folded) || asksZh.test(folded)) && !ofShop.test(folded);
