/** One thing of an order that was placed is not wanted, and the rest of it is: "cancel only the grinder", 订单里的磨豆机不要了. */
import type { ConversationMemory } from '../../memory.ts';

type Told = Partial<Pick<ConversationMemory, 'orderTold' | 'turns' | 'inCart' | 'lastIntent' | 'waits'>>;

const longest = 120;
const lasts = 4;

const takesOut =
  "(?:cancel|remove|take|drop|delete|leave|strike|exclude|scrap|pull|get rid of|call off|don'?t (?:send|ship))";
/** Out of an order that is named as such: "remove the grinder from my order", "take the mug out of WY-28334". */
const outOfOrder = new RegExp(
  `\\b${takesOut}\\b(?! (?:me|us|my account)\\b) [^,.;!?]{2,50}?\\b(?:from|off|out of|in|on|out) (?:of )?(?:(?:my|the|that|this) (?:last |latest |newest |open )?(?:order|parcel|package)|(?:order )?wy-?\\d{3,})`,
  'u',
);
/** As much as one of it: "cancel just one item", "part of the order", "cancel the newest one, but only the grinder". */
const onlySome =
  /\bcancel\b(?:[^.;!?]{0,40}[, ])?(?:only|just|part of|one (?:of the )?(?:thing|item|product|piece)s?\b|a single)\b(?! (?:now|today|yesterday|cancel|placed|ordered|bought|because|if|when|in case|want\w*|ask\w*)\b)|\b(?:only|just) (?:want to |need to |like to )?cancel (?:the|one|my|that) (?!(?:whole |entire |last |latest |newest )?order\b)|\bcancel\w*[^.;!?]{0,30} partially\b|\bpartial(?:ly)? cancel\w*/u;
/** The rest is told to stay: "cancel the grinder but send the rest". */
const restStays =
  /\bcancel\b[^.;!?]{2,50}\b(?:keep|send|ship|leave|want|still (?:want|need))\b[^.;!?]{0,12}\b(?:the rest|the others?|everything else|all the others?)\b/u;
/** Not all of it, right after cancelling was spoken of. */
const notAll =
  /\b(?:not|don'?t|do not) (?:want to )?(?:cancel )?(?:all of it|everything|it all|(?:the|my) (?:whole|entire|full|complete) (?:order|thing|lot))\b[^?]*\b(?:only|just)\b|\b(?:only|just) [^.;!?]{3,40}\bnot (?:all of it|everything|(?:the|my) (?:whole|entire|rest)\b)/u;
const english = [outOfOrder, onlySome, restStays];

const called = '取消|去掉|去除|拿掉|拿出来|删掉|删了|删除|撤掉|撤了|剔除|减掉|别发|不用发|不发';
const unwanted = `(?:不想?要了?|${called})`;
/** 订单里的磨豆机不要了, 把磨豆机从订单里去掉. */
const outOfOrderZh = new RegExp(
  `(?:订单|[这那]?一?[个笔]?单子?)(?:里|中|里面|里头)的?(?:那|这)?[个件双款罐盒]?\\p{Script=Han}{1,12}?(?:我|就|能|可以|帮我|给我|能不能|可不可以|想)*${unwanted}|把\\p{Script=Han}{1,12}?从(?:我的?|[这那])?(?:个|最新的?|上一?个?)?(?:订单|单子?)(?:里|中|里面)?(?:给我)?${unwanted}`,
  'u',
);
const onlySomeZh =
  /(?:只|单独|光|就)(?:想|要|能|需要|可以|是)*取消(?!排队|人工|整|全|订单|了$)|取消(?:掉)?(?:其中|里面|里头|订单里)?的?(?:某)?一(?:件|个|样|款|部分)(?!订?单)|取消(?:其中|里面|部分)|(?:取消|撤掉)[^。!！?？]{0,14}(?:但|不过|可是|[,， ])(?:是)?(?:只|就|光)(?!好|能)(?:要|是)?(?:取消|撤)?\p{Script=Han}{2,}/u;
/** 那瓶不要了,其他照发 may be of an order of one thing: the rule for changes tells what holds. */
const restStaysZh = new RegExp(
  `(?:${called})[^。!！?？]{0,8}?(?:其[他它]|剩下|别的|另外(?:的|[一两几])|其余)的?[^。!！?？]{0,8}?(?:照|保留|还要|要|不变|不动|留|继续|正常|发)`,
  'u',
);
const notAllZh =
  /(?:不是|别|不要|不用|没说)(?:要|想)?(?:都|全)?(?:取消)?(?:整(?:个|单|笔|张)|全部?)[^?？]*?(?:只|就|光)/u;

/** Another matter has parts as well. */
const otherMatter =
  /\b(?:queue|line|colleague|subscription|newsletter|cart|basket|return\w*|refund\w*|address|code|deal|discount)\b|排队|人工|购物车|退货|退款|地址|优惠/u;

/** Takes folded text. What is in the cart is taken out of that, where no order was told of and none is named. */
export const callsOffPart = (folded: string, { orderTold, turns = 0, inCart = [], lastIntent }: Told): boolean => {
  if (folded.length > longest || otherMatter.test(folded)) return false;
  const isTold = orderTold !== undefined && turns - orderTold.at <= lasts;
  if (inCart.length > 0 && !isTold && !/\bwy-?\d{3,}/u.test(folded)) return false;
  if (english.some(form => form.test(folded)) || outOfOrderZh.test(folded) || onlySomeZh.test(folded)) return true;
  if (isTold && restStaysZh.test(folded)) return true;
  return isTold && ofCancelling.has(lastIntent) && (notAll.test(folded) || notAllZh.test(folded));
};
const ofCancelling: ReadonlySet<ConversationMemory['lastIntent']> = new Set(['cancel-order', 'order-status', 'person']);

const some =
  /\b(?:only|just) (?:cancel )?(?:the|that|this|my|one) |\bnot (?:all of it|everything|(?:the|my) (?:whole|entire|full)\b)|\b(?:except|all but|everything but|but not|keep|without) (?:the|that|my)\b|(?:只|就|光|单独)(?:是|想|要)*(?:取消|去掉|撤掉?|不要)?(?!这样|好|行|这么|是|算)\p{Script=Han}{2,}|(?:不是|别|不要|不用)(?:要|想)?(?:取消)?整|除了\p{Script=Han}{2,}|\p{Script=Han}{2,}(?:留着|保留|还要)/u;
/** Asked whether the order shall be called off: only some of it is named. Takes folded text. */
export const meansOnlyPart = (folded: string): boolean =>
  folded.length <= longest &&
  (some.test(folded) ||
    english.some(form => form.test(folded)) ||
    outOfOrderZh.test(folded) ||
    onlySomeZh.test(folded));
