import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { asksOrderHistory } from './order-talk.ts';

/**
 * Cancelling an order and buying it again, as closed words: both are near "where is my order" and "return" in every other
 * respect. Takes folded text. A rule of the shop that is asked about in general ("can orders be cancelled?") is no wish.
 */
export const orderWish = (folded: string): Intent | undefined => {
  if (folded.length > 200) return undefined;
  // "Kill the order so I can do it again": first it is called off.
  if (callsOff.test(folded) && !asks.test(folded)) return 'cancel-order';
  if (
    again.test(folded) &&
    !ofOffers.test(folded) &&
    !happenedAgain.test(folded) &&
    !notAgain.test(folded) &&
    !otherThan.test(folded) &&
    !(asks.test(folded) && otherDoing.test(folded))
  )
    return 'reorder';
  if (general.test(folded) && !own.test(folded)) return undefined;
  // "My trip got cancelled, cancel my order": what is left without it may still order it.
  return cancelling.test(folded.replace(done, ' ')) ? 'cancel-order' : undefined;
};

/** "What did I buy last time? Want the same again": bought again is what is wished for, whatever is asked before. */
export const wishesSameAgain = (folded: string): boolean =>
  folded
    .split(/[.?!;,。？！；，]/u)
    .some(clause => orderWish(clause.trim()) === 'reorder' && !asksOrderHistory(clause.trim()));

/** Cancelled already, or by somebody else: something happened to it, and nothing is to be done to it. */
const done =
  /\b(?:was|were|been|got|shows?(?: as)?|says?) (?:already |just |suddenly )?cancell?ed\b|\b(?:was|were|is|are|has|have|did) (?:my|the|this|that|it|wy-?\d+) (?:[\w-]+ ){0,3}cancell?ed\b|(?:已经?|被|显示|自动|莫名)(?:被|自动)?取消|怎么(?:就|被|自动)?取消了/gu;

const cancelling =
  /\b(?:cancel|cancell?ing|call off|stop|undo|revoke|withdraw|void|annul|scrap|kill|bin|nix|axe|scratch|forget about|take back)\b(?: \w+){0,4} (?:orders?|purchase|wy-?\d+)\b(?! (?:confirmation|number|history|e-?mail))|\bcancel (?:number |no\.? ?)?#?\d{5,14}\b|\bcancel (?:everything|all|what|the (?:things?|stuff|goods|one)) (?:that |which )?i(?:'ve| have)? (?:just |have )?(?:ordered|bought)\b|\b(?:order|purchase|wy-?\d+) (?:\w+ ){0,3}(?:to be )?cancell?(?:ed|ation)?\b|\bordered (?:\w+ ){0,4}(?:by (?:mistake|accident)|accidentally|wrong)|\b(?:mistakenly|accidentally) ordered|\bordered the wrong\b|\b(?:wrong|mistaken) order\b|(?<!\bwhy )\b(?:don't|do not|no need to|please stop|stop|can you not|please not) (?:ship|send|dispatch|post|pack)(?:ping|ing)? (?:it|that|them|this|(?:my|the) (?:order|parcel|package|stuff|things|goods))(?: out| off)?(?: yet| please| any ?more)*(?=$|[,.;!? ])|\b(?:don't|do not) let (?:it|that|them|this|my (?:order|parcel)) (?:go|leave|ship|get sent|be sent)\b|\b(?:pull|get|call|hold) (?:my|the|that|this) (?:order|parcel|package|shipment) back\b|\b(?:scrap|bin|kill|cancel|drop) (?:what|everything|the (?:stuff|thing|things)) i (?:just )?(?:bought|ordered|paid for)\b|\b(?:don't|do not|no longer) (?:want|need) (?:\w+ ){0,2}(?:order|what i (?:just )?ordered)\b|取消.{0,8}(?:订单|定单|[这那一上]单|下的单|wy-?\d)|(?:订单|定单|[这那上]单|下的单|买的|拍的).{0,10}(?:取消|撤[销回单掉]|不(?:想)?要了|拦)|撤单|取[销銷].{0,8}(?:订单|[这那]?[笔单])|(?:订单|单子?|[这那]单).{0,8}(?:能|可以)?(?:撤|退单)(?:吗|不|么|了|掉|一下|$)|(?:订单|[那这]单).{0,8}退单|撤[销回](?:一下)?(?:我的)?(?:订单|定单)|(?:下|拍|买)错(?:了)?单|单(?:子)?(?:下|拍|买)错|(?:订单|[那这]?笔|[那这]?单|[那这]个)(?:\p{Script=Han}{0,6})?作废|(?<!先)(?:别|不用|不要|甭)(?:再)?(?:给我|帮我)?(?:发货|发了|寄了|寄出|发出|打包)(?:了|吧|啊)?(?=$|[,，。.! ])|(?:货|快递|包裹|单子?)(?:给我|帮我)?(?:拦下|拦截|截住|撤回)|(?:下|拍|买)错了?.{0,12}(?:取消|撤|拦)/u;

/** Orders at large, or how it is done. */
const general =
  /\b(?:an|any) order\b|\borders (?:be )?cancell?ed\b|\b(?:can|could|may) orders\b|\bhow (?:do|can|does|would) (?:i|one|you)\b|\bis it possible to\b|\bcancellation (?:policy|fee|rules)\b|怎么取消|如何取消|取消.{0,4}(?:规则|政策|手续费)|(?:订单|下单后?)(?:还)?(?:能|可以)取消吗/u;
/** This very order, or a request to do it; 我下错单了,怎么取消 is one too. */
const own =
  /\b(?:my|the|this|that|it) (?:last |latest |recent )?order\b|\b(?:my|this) (?:last |latest |recent )?purchase\b|\bfor me\b|wy-?\d+|帮我|给我|我要|我想|刚(?:才|刚)?(?:下|买|拍)|我(?:不小心|刚才?)?(?:下|拍|买|点)错|(?:下|拍)错了?单|\bi (?:just )?(?:ordered|bought|got) the wrong\b/u;

/** What else is done with an order, or on "the same order": asked, it is a rule of the shop. */
const otherDoing =
  /\b(?:use|combin\w*|stack|apply|pay|return|cancel|change|send|codes?|coupons?|vouchers?|cards?|promo\w*|discounts?)\b|叠加|一起用|用[券码]/u;
const asks =
  /[?？]|^(?:(?:and|so|but|ok)[,. ]+)*(?:can|could|do|does|is|are|will|would|how|what|may)\b|吗|能不能|可不可以/u;
/** As a whole, "cancel the lot", 整单取消: whatever is bought instead. */
const callsOff =
  /\b(?:cancel|scrap|kill|bin|nix|axe|call off) (?:that|the|my|this) (?:last |latest |whole |entire )*order\b|\bcancel (?:the (?:whole )?(?:lot|thing)|it all|all of it|everything)\b(?=.*\b(?:re-?order|order(?: it| them)? again)\b)|整[单个](?:订单)?(?:都|给我|帮我|先|直接)*取消|取消(?:掉|了)?整[单个]/u;
/** "My order is late AGAIN": what happens to it once more is no wish for its goods. */
const happenedAgain =
  /\b(?:my|the|this|our|your|every|last|latest) (?:\w+ )?(?:orders?|purchases?|parcels?|packages?|delivery|deliveries)\b(?:'?s)?(?: [\w']+){0,3} (?:late|later|delayed|overdue|wrong|missing|lost|stuck|broken|damaged|nowhere|messed up|held up|(?:not|n't|never|yet to) (?:\w+ )?(?:come|came|arrived?|here|there|moved?|shipped|sent))\b/u;
/** "I don't want to buy it again", 不是要再买一次: turned down. */
const notAgain =
  /\b(?:don'?t|do not|dont|didn'?t|did not|never|not|won'?t|no need to)(?: [\w']+){0,5} (?:re-?order|order|buy|get|purchase)(?:ing|ed)?\b|(?:不是|没有?|不)(?:说|让你|叫你|问)?(?:想|要|打算)?(?:再|重新|又)(?:买|下|订|拍|来)/u;
/** Not the same once more: 重新买一个没味道的. */
const otherThan =
  /(?:没有?|无|不含|不带|不要有?)\p{Script=Han}{1,4}的|(?:别|其[他它]|另外?一?种)的?(?:款|牌子|味道|颜色)|\b(?:without|unscented|(?:fragrance|scent|perfume|sugar)[- ]free|(?:a|in a|some) different)\b/u;
/** Offers, and no goods, that somebody wants again. */
const ofOffers = /\b(?:offers?|deals|bargains|promotions)\b|(?:专属|个性化|私人).{0,4}(?:优惠|折扣|价)/u;
const again =
  /\bre-?order\b|\b(?:send|ship|give) me (?!it\b|that\b|them\b|a (?:code|link|mail)|an e)(?:(?!code|link|e-?mail|mail|invoice|receipt|label|list|photo|picture|message|number|page|reply|offer|one\b)[a-z'-]+ ){1,6}(?:again|once more|one more time)\b|\b(?:order|buy|get|purchase|have)\b(?: \w+){0,6} (?:again|once more|one more time)\b|\b(?:again|once more|one more time)\b(?: \w+){0,4} (?:order|purchase|bought)\b|\b(?:last|previous|past|earlier) (?:order|purchase)\b.{0,24}\b(?:again|once more|one more time|repeat)\b|\b(?:repeat|redo|duplicate)\b(?: \w+){0,4}(?: (?:order|purchase|ordered|bought)\b|$)|(?<!\b(?:on|in|within|of|to|for|with|from) (?:the|one) )\bsame (?:again|order|things? as|(?:as|like) (?:last|before|the last))|\banother (?:one )?of what i (?:bought|ordered|got)|\bexactly what i (?:got|bought|ordered|had)\b(?!.{0,20}\b(?:wrong|is|was)\b)|\b(?:last|previous|earlier) (?:order|purchase|one|time)\b.{0,40}\b(?:an? )?(?:identical|exact same|same exact)\b|\b(?:the )?(?:identical|exact same|same exact) (?:order|things?|stuff|items?|set|basket|cart)\b|^(?:just |give me |i'll have )?the usual(?: please| again)?[.! ]*$|再来一[份单次个盒罐包]|再(?:买|下|订|拍|来)(?:一)?[次遍单份]|(?:重新|再次)(?:购买|下一?单|买)|[复回]购|(?:跟|和|照|按)?(?:上次|上回|上一?单|之前|以前)(?:一样|那样|的一样|同样)|(?:上次|上回|上一?单|之前|以前).{0,10}(?:再|重新).{0,4}(?:来|买|下|加|订|要)|老样子|照旧|一样的再|(?:上次|上回|上一?单|之前|以前|前阵子|前段时间|最近).{0,14}(?:原样|一模一样|囤|补(?:货|点|一)|续(?:上|一))|(?:原样|照原样).{0,6}(?:再|来|加|下)|(?:上次|之前|上回|以前)(?:买|订|拍)?的?(?:那|这)?[个瓶包盒袋罐款]?.{0,6}(?:快|都|已经|就)*(?:用|喝|吃)(?:完|光|没)了/u;
const ofEarlier =
  /\b(?:last|previous|past|earlier|before)\b|上次|上回|上一?单|之前|以前|前阵子|前段时间|最近(?:那|的)?.{0,2}[单笔]|订单/u;
/** What was bought before is named, and the same wanted again: no number of what is looked at. */
export const repeatsOrder = (folded: string): boolean =>
  folded.length <= 120 && ofEarlier.test(folded) && orderWish(folded) === 'reorder';

/** 对 再买两包, "yes two more please": of the order that was told just now. */
const moreOfTold =
  /^(?:对的?|是的?|嗯|好的?|没错|那|就|给我|帮我|[,，。!！ ])*再(?:买|来|要|拿|订|下)(?:\d{1,2}|[一两二三四五六七八九十])[个件双条只包盒瓶套罐袋台份支](?:吧|了|啊|呀|[.!。！ ])*$|^(?:(?:yes|yeah|yep|ok|okay|right|great|that one|that's it|thats it)[,.! ]+)*(?:(?:i(?:'ll| will|'d| want| need)?|can i|could i|let me|give me|get me|i'd like)(?: to)? ?(?:have|get|take|buy|order|want|need)? )?(?:\d{1,2}|one|two|three|four|five|six|another) more(?: of (?:it|that|those|them|the same))?(?:,? (?:please|pls|thanks))*[.!? ]*$/u;
export const buysMoreOfTold = (
  folded: string,
  { orderTold, lastIntent, turns = 0 }: Partial<Pick<ConversationMemory, 'orderTold' | 'lastIntent' | 'turns'>>,
): boolean =>
  lastIntent === 'order-status' &&
  orderTold !== undefined &&
  turns - orderTold.at <= 1 &&
  (moreOfTold.test(folded) || (folded.length <= 80 && anotherOfTold.test(folded)));
/** "Yes, the teapot, put another one in the cart": what was bought is meant, in its own colour. */
const anotherOfTold =
  /^(?:(?:yes|yeah|yep|ok|okay|right|great|please)[,.! ]+|(?:yes |yeah |ok )?(?:the|that) [a-z -]{2,24}[,.] *)*(?:please |can you |could you )*(?:put|add|get me|give me|i want|i'd like|i'll take) (?:me )?(?:another|one more)(?: one)?(?: of (?:the|those|that|these) [a-z -]{2,24}?)?(?: (?:in|into|to) (?:the|my) (?:cart|basket|bag))?(?: please)?[?.! ]*$/u;
/** So many more of it. */
export const moreCounted = (folded: string): number | undefined => {
  const said = /\b(\d{1,2}|two|three|four|five|six) more\b/.exec(folded)?.[1];
  return said === undefined ? undefined : readNumber(said);
};

/** 洗面奶就行，其他不要, "just the face wash": some of what was proposed to be bought again. */
const some =
  /^(?:不用都|不用全|那|我)*(?:只|就|光)(?:要|买|来|拿)\p{Script=Han}{2,10}(?:就(?:行|好|够)了?|吧|[.!。！ ])*$|\p{Script=Han}{2,10}就(?:行|好|够|可以)了?(?:[,，。 ]*(?:其[他它]|别的|剩下)(?:的)?(?:都|就)?不(?:要|用|买)了?)?(?:吧|[.!。！ ])*$|^(?:(?:no|ok|yes)[,. ]+)*(?:just|only) (?:the |that )?[a-z -]{3,30}?(?:,? (?:please|pls|thanks))*[.! ]*$/u;
export const keepsSome = (folded: string, { lastIntent }: Partial<Pick<ConversationMemory, 'lastIntent'>>): boolean =>
  lastIntent === 'reorder' && folded.length <= 60 && some.test(folded);
