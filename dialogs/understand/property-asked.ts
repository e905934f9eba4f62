/** Whether the product spoken of has or is something: "does it have a hood", 有帽子吗. Takes folded text. */

const longest = 60;
const pointer = '(?:it|this|that|they|these|those|(?:this|that|the (?:first|second|third|fourth|fifth|last)) one)';
const has = new RegExp(
  `^(?:(?:and|so|ok|but|also)[, ]+)*(?:(?:does|do|has|have|did) ${pointer}(?: also| really)?(?: have| got| come with| include| contain)|(?:has|have|is there|are there) ${pointer} got)(?: an?| any| some| the)? ([a-z][a-z' -]{1,40}?)(?: on (?:it|them)| in (?:it|them)| to (?:it|them))?[?!. ]*$`,
);
const is = new RegExp(
  `^(?:(?:and|so|ok|but|also)[, ]+)*(?:is|are) ${pointer}(?: also| really| made of| an?)? ([a-z][a-z' -]{1,30}?)[?!. ]*$`,
);
const chinese =
  /^(?:那|它|请问|这[个款件双条只]?|那[个款件双条只])*(?:上面|里面)?(?:有没有|带不带|有|带|是不是|含不含|含)(\p{Script=Han}{1,6}?)(?:的)?(?:吗|么|嘛|不|没有|没)?[?!. ]*$/u;
/** Matters of the shop, and of what else it has. */
const ofShop =
  /\b(?:return\w*|refund\w*|deliver\w*|ship\w*|stock|sale|discount\w*|deals?|offers?|codes?|coupons?|warranty|guarantee|free|expensive|cheap\w*|worth|available|sold|sure|true|ok|okay|good|bad|better|best|right|wrong|all|everything|more|other|others|size|sizes|color|colour|price|alternatives?|reviews?)\b|优惠|活动|折|便宜|退|换|货|码|发票|券|客服|人工|店|别|其他|推荐|礼|卡|什么|哪|多|几|大小|颜色|色|赠|保修|质保|运费|评价|没|会员|积分|大|小/u;

/** What is asked for, as it was said; undefined: nothing in closed words. */
export const propertyAsked = (folded: string): string | undefined => {
  if (folded.length > longest) return undefined;
  const said = (has.exec(folded) ?? is.exec(folded) ?? chinese.exec(folded))?.[1]?.trim();
  return said === undefined || ofShop.test(said) ? undefined : said;
};
