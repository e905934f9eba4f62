/** Which order holds a thing, or whether it was ever bought: "which order has the shoes", 面霜那单, "have I bought a puzzle here before". Folded text. */
const which =
  /\b(?:which|what) (?:one )?(?:of (?:my|the|these|those) )?orders? (?:has|have|had|holds?|contains?|includes?|are|is|was|were|did)\b|\bin (?:which|what) order\b|哪(?:一)?(?:[单笔]|个订单|张单)(?:里|是|有|买|装|包含)/u;
/** "When did I buy the kettle?", 水壶是什么时候买的. */
const when =
  /^(?:(?:and|so|ok|hi|hello|hey)[,. ]+)*when (?:did|have) (?:i|we) (?:last )?(?:buy|bought|order|get|purchase) (?:the|my|that|this|those|these|an?) (?!orders?\b|last|latest|one\b|things?\b|stuff|parcel|refund)((?:[a-z'-]+ ?){1,3}?)(?: again| from you)?[?!. ]*$|^(?:那|请问|我的?|[,， ])*(?:[那这](?:一)?[个件双条只款])?(?![那这]一?[单笔个件]|订单|上)(\p{Script=Han}{1,8}?)(?:是)?我?(?:什么时候|啥时候|哪天|几号|几月)(?:买|下单|订)的(?:啊|呀|呢|[?？。 ])*$|^(?:那|请问|我|[,， ])*(?:是)?(?:什么时候|啥时候|哪天|几号|几月)(?:买|下单|订)的(?:[那这](?:一)?[个件双条只款])?(?![那这]一?[单笔]|订单)(\p{Script=Han}{1,8}?)(?:啊|呀|呢|[?？。 ])*$/u;
const boughtBefore =
  /\b(?:have|did|had) (?:i|we) (?:ever |already |also |maybe )*(?:(?:review|rate)(?:ed)? or )?(?:buy|bought|order|ordered|get|got|purchase|purchased)\b(?=.{2,60}\b(?:before|already|here|from you|in the past|last time|earlier)\b)|\b(?:have|did) (?:i|we) (?:ever|already) (?:(?:review|rate)(?:ed)? or )?(?:buy|bought|order|ordered|purchase|purchased)\b|我?(?:之前|以前|是不是|有没有|在你们?(?:家|店|这儿?|这里)?)*(?:是不是|有没有|在你们?(?:家|店|这儿?|这里)?)*(?:买|下单|订)过(?!的|不|几|多|什么|啥|哪|些)\p{Script=Han}{1,8}?(?:吗|没有?|么|嘛)(?=[?？!.。 ]|$)/u;
/** The thing that is asked about. */
const thing =
  /\borders? (?:has|have|had|holds?|contains?|includes?) (?:the |my |an? |any |some )?((?:[a-z'-]+ ){1,3}?)(?:in it\b|[?.!]|$)|\b(?:buy|bought|order|ordered|get|got|purchase|purchased) (?!(?:has|have|had|holds?|contains?|includes?|is|are) )(?:any |an? |the |my |some |this |that |those |these |one of )?((?:[a-z'-]+ ){1,3}?)(?:from you\b|here\b|before\b|already\b|in the past\b|last time\b|earlier\b|in it\b|[?.!]|$)|(?:买|下单|订)过(\p{Script=Han}{1,8}?)(?:吗|没有?|么|嘛)(?=[?？!.。 ]|$)/u;
export const thingIfBought = (folded: string): string | null => {
  if (!asksIfBought(folded) && !asksWhichHolds(folded)) return null;
  // "Did I ever order a lamp" ends as a question does that has its mark.
  const asked = folded.replace(/[?!.]+$/u, ' ').replace(/(?<=\S)$/u, asksIfBought(folded) ? ' ' : '');
  const [, ...found] = when.exec(folded) ?? thing.exec(asked) ?? [];
  return found.find(one => one !== undefined)?.trim() ?? null;
};

/** What was paid, shown or agreed, or what is to be bought. */
const otherMatter =
  /\b(?:cart|basket|code|coupon|deal|refund|enough|spent|membership|regular|vip)\b|购物车|券|优惠|会员|够/u;
const longest = 100;

export const asksWhichHolds = (folded: string): boolean =>
  folded.length <= longest && (which.test(folded) || when.test(folded)) && !otherMatter.test(folded);

export const asksIfBought = (folded: string): boolean =>
  folded.length <= longest && boughtBefore.test(folded) && !otherMatter.test(folded);

const connected = /^(?:我的?|my |the )?(?:手机|电脑|平板|蓝牙|车|phone|laptop|computer|tablet|bluetooth|car)s?$/u;
/** What a thing connects to is not what was bought: 连不上手机了. */
export const isConnectedTo = (goods: string): boolean => connected.test(goods);
