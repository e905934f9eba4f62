/** Whether the product spoken of has or is something: "does it have a hood", 有帽子吗. Takes folded text. */

const longest = 60;
/** "…, or must I buy that too", 还是要另外买: that it may not come with it is put beside. */
const elseBought =
  /,? (?:or|otherwise) (?:must|do|should|would|will|shall|can) (?:i|we) (?:have to |need to |also )*(?:buy|get|order|need) (?:that|it|one|this|them|those|some)(?: too| separately| extra| as well| myself)*(?=[?!. ]*$)|(?:[,，]|(?=还是))(?:还是)?(?:说)?(?:要|得|需要)?(?:另外|单独|自己|额外)(?:再|要)?[买配](?:的)?(?:吗|么|呢|啊)?(?=[?!. ]*$)/u;
/** …，配几号的: which of them, whether or not it comes with one. */
const whichForm =
  /[,， ]+(?:是|要|得|需要)?[配用](?:几号|多大|什么(?:型号|规格|尺寸)|哪[种款个])的?(?:呢|啊|呀)?(?=[?!. ]*$)/u;
/** What is told before it. */
const toldBefore = /^.*[.!?。！？] *(?=(?:and |so |but )?(?:does|do|is|are|has|have) |[^.!?。！？]{2,16}$)/u;
const pointer = '(?:it|this|that|they|these|those|(?:this|that|the (?:first|second|third|fourth|fifth|last)) one)';
const has = new RegExp(
  `^(?:(?:and|so|ok|but|also)[, ]+)*(?:(?:does|do|has|have|did) ${pointer}(?: also| really)?(?: have| got| come with| include| contain)|(?:has|have) ${pointer} got)(?: an?| any| some| the)? ([a-z][a-z' -]{1,40}?)(?: on (?:it|them)| in (?:it|them)| to (?:it|them))?[?!. ]*$`,
);
/** One word or two: what is longer, or says where and when, asks of no property. */
const is = new RegExp(
  `^(?:(?:and|so|ok|but|also)[, ]+)*(?:is|are) ${pointer}(?: also| really| made of| an?)? ([a-z][a-z'-]+(?: [a-z][a-z'-]+)?)[?!. ]*$`,
);
/** A question by its form: 有没有, or 吗 at its end; 有点 says how much. */
const chinese =
  /^(?:那|它|请问|这[个款件双条只]?|那[个款件双条只])*(?:上面|里面)?(?:(?:有没有|带不带|是不是|含不含)(\p{Script=Han}{1,6}?)(?:的)?(?:吗|么|嘛|啊|呢)?|(?:有(?!点|些)|带|含)(\p{Script=Han}{1,6}?)(?:的)?(?:吗|么|嘛|不|没有|没))[?!. ]*$|^(?:那|它|请问)?(?:有没有|有|是|会)?(?:配|附|自带|附带)(?:了|有)?(?!货|送)(\p{Script=Han}{1,6}?)的?(?:吗|么|嘛|不|没有|没)[?!. ]*$|^(?:那|请问)?(\p{Script=Han}{1,5}?)(?:是|有|会|都|一起)*(?:配|附|自带|附带|带)(?:不[配附带]|(?:套|好)?的?(?:吗|么|嘛|不|没有?))[?!. ]*$/u;
/** 线轮要另外买吗, 包不包含三脚架: whether it comes with it. */
const boughtBeside =
  /^(?:那|请问)?(?:.{2,8}的|.{1,6}[那这][个款])?(\p{Script=Han}{1,6}?)(?:(?:是|还|是不是)?(?:要|得|需要|用)(?:不[要用])?(?:另外|单独|自己|额外)(?:再|要)?(?:买|配|准备)的?|[,，]?(?:包不包含|包含|含不含|送不送))(?:吗|么|呢|啊)?[?!. ]*$|^(?:那|请问|它|这[个款件])*(?:包不包含|包含|包括|含不含)(\p{Script=Han}{1,6}?)(?:的)?(?:吗|么|呢)?[?!. ]*$|^(?:(?:and|so|ok|but|also)[, ]+)*(?:is|are) (?:the |an? )?([a-z][a-z' -]{1,30}?) (?:included|in the box|part of it|with it)[?!. ]*$/u;
/** Matters of the shop, of orders and of whoever is spoken to, and goods of another kind. */
const ofShop =
  /\b(?:return\w*|refund\w*|deliver\w*|ship\w*|arriv\w*|cancel\w*|lost|stock|sale|discount\w*|deals?|offers?|codes?|coupons?|warranty|guarantee|free|expensive|cheap\w*|worth|available|sold|sure|true|ok|okay|good|bad|better|best|right|wrong|all|everything|more|other|others|size|sizes|color|colour|price|alternatives?|reviews?|to|from|here|there|yet|open|closed|late|about|in|my|mine|your|yours|you|me|possible|joke|scam|legit|it|that|this|raining)\b|优惠|活动|折|便宜|退|换|货|码|发票|券|客服|人(?!造)|店|别|其他|推荐|礼|卡|什么|哪|多|几|大小|颜色|色|赠|保修|质保|邮|运费|快递|发货|评价|没|会员|积分|大|小|微信|电话|问题|道理|骗|实体|官网|门面|时候|包装|保质期|^(?:空|袜子?|裤子?|裙子?|衣服?|书|茶叶?|咖啡|耳机|手表|鞋子?)$/u;

/** "Warm enough for -15": how warm is a word no page has. */
const temperature =
  /(?:(?<!\d ?|[\p{L}\p{N}-])[-−]|\bminus |\bbelow (?=\d+ ?(?:degrees|°|celsius|c\b)))\d{1,2}(?! ?(?:%|days?|yuan|元|左右))\b(?! ?-)|\b\d{1,2} ?(?:degrees|°|celsius)|零下[一二三四五六七八九十百\d]+/u;
/** The temperature that something is asked to be made for, as it was said. */
export const temperatureAsked = (folded: string): string | undefined =>
  folded.length <= 120 ? temperature.exec(folded)?.[0] : undefined;

/** Whether it is had with it, and not what it is like. */
export const asksIfWithIt = (folded: string): boolean =>
  /\b(?:comes? with|includ\w+|in the box|part of it)\b|另外|单独|额外|包含|包括|含不含|附|自带|配|带|送不送(?!货|到|去|上门|给)/u.test(
    folded,
  );

/** What is asked for, as it was said; undefined: nothing in closed words. */
export const propertyAsked = (folded: string): string | undefined => {
  const asked = folded.replace(whichForm, '').replace(toldBefore, '').replace(elseBought, '');
  if (asked.length > longest) return undefined;
  const found = has.exec(asked) ?? is.exec(asked) ?? chinese.exec(asked) ?? boughtBeside.exec(asked);
  const said = found
    ?.slice(1)
    .find(Boolean)
    ?.trim()
    .replace(/^(?:搭?配套?的|配套)(?=\p{Script=Han})/u, '');
  return said === undefined || ofShop.test(said) ? undefined : said;
};
