/** Where a thing is, or when it comes, asked without a word of whose it is: "where is the teahouse jacket?", 茶馆外套什么时候到. Takes folded text. */

const longest = 70;

const lead = /^(?:(?:hi|hey|hello|ok|okay|so|and|but|um|please|sorry|any idea|do you know|can you tell me)[,. ]+)*/
  .source;
const thing = "(?:the|that|those|these) ([a-z0-9' -]{3,40}?)";
const close = /(?: (?:now|yet|then|at|please|exactly|today|tomorrow|currently|right now|at the moment))*[?!. ]*$/
  .source;
const come =
  '(?:arriv(?:e|es|ing|ed)|com(?:e|es|ing)|be (?:here|delivered|there|sent|shipped)|get(?:ting)? (?:here|delivered|sent|shipped)|gets here|turn up|show up|reach me|left|ship(?:ped)?|dispatched|delivered|sent(?: out)?|(?:on (?:its|their|the) way))';
const english = [
  new RegExp(
    `${lead}where(?:'?s| is| are| the hell is| on earth is| has| have)? ${thing}(?: (?:got|gone|been) ?(?:to)?)?${close}`,
    'u',
  ),
  new RegExp(
    `${lead}when(?:'?s| is| are| does| do| will| should| can i expect) ${thing}(?: (?:going to|supposed to|due to|meant to))? ?(?:${come}|due|expected)?${close}`,
    'u',
  ),
  new RegExp(
    `${lead}(?:has|have|is|are|did|will) ${thing} (?:been |already |still |even |finally )*${come}${close}`,
    'u',
  ),
  new RegExp(
    `${lead}(?:any (?:news|updates?|word) (?:on|of|about)|what(?:'s| is| has)? (?:happen(?:ing|ed)|up|going on) (?:with|to)|status of|track) ${thing}${close}`,
    'u',
  ),
];
const chinese =
  /^(?:请问|你好|那|请|帮我?查?(?:一下|下)?|看看?|问一下|那个|这个|[,，。 ])*(?:那|这)?(?:[个件双条只盒瓶包罐袋套盏台把支])?(\p{Script=Han}{2,12}?)(?:现在|到底|大概|今天|明天)?(?:到哪(?:里|儿)?了?|在哪(?:里|儿)?了|到了(?:吗|没有?)|(?:什么时候|啥时候|几号|哪天|几天|多久|何时)(?:才)?(?:能|会|可以)?(?:送?到(?!期|货)|收到|送达|发货|发)|(?:发货|发出|寄出)了?(?:吗|没有?)|发了(?:吗|没有?)|(?:怎么)?还(?:没|不)(?:到|发货?|送到?|来)|今天(?:能|会)到(?:吗|么)|明天(?:能|会)到(?:吗|么)|走到哪(?:里|儿)?了?)(?:呢|啊|呀|了|吗|[?？!！。. ])*$/u;

/** An order is named as such, or one that is not placed yet. */
const otherThan =
  /\b(?:my|our|orders?|parcels?|package|delivery|refund|money|return|exchange|replacement|invoice|fapiao|courier|code|gift card|e-?mail|shop|store|warehouse|factory|made|from|if|buy|sold|sale|size|offer|deal|discount|vat|catch|link|button|cart|basket|page)\b|\bback in\b|\bin stock\b|我的|订单|快递|包裹|物流|退|换|发票|如果|要是|现在(?:买|下单)|优惠|活动|补货|到货|上架|新款|店|仓/u;

export const asksOfAwaited = (folded: string): boolean =>
  folded.length <= longest &&
  !otherThan.test(folded) &&
  (/\p{Script=Han}/u.test(folded) ? chinese.test(folded) : english.some(form => form.test(folded)));

/** The thing in its words: 茶馆外套. Undefined: it is not asked in Chinese. */
export const awaitedIn = (folded: string): string | undefined => chinese.exec(folded)?.[1];
