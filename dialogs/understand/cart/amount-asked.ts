/** Whether it is asked how much something comes to, and at which hour. All take folded text. */
import { counting, hanCounting, unit } from './cost-lines.ts';

/** What it comes to, without its deals. */
export const asksAmount =
  /\bhow much\b|\bwhat(?:'s| is| would| will| does| do|'d)? (?:the (?:total|price|cost|sum)|(?:.{1,60} )?(?:cost|come to|comes to|total|add up to|set me back|(?:i|we) (?:actually |really |have to |end up )?pay(?:ing)?|i owe|be (?:with|in total|altogether|all in|together)))\b|\b(?:total|price|cost) (?:for|of|with)\b|\bwhat do (?:i|we) pay\b|\b(?:what's|whats|give me|tell me) (?:me )?(?:the|my) (?:total|sum|price)\b|\btotal\b.*\?|\bwith delivery\?|多少钱|多少[块元米]|几[块元](?:钱|[?？]?$)|多少[?？]?$|总价|合计|到手价?|付多少|(?<![费税减惠分扣价间期])[,，]?怎么算(?:啊|呀|呢|的)*[?? ]*$|算(?:一下|下|算)|什么价/u;
/** "Any deal for 2?", 买两支有优惠吗: what so many come to, less what comes off. */
const dealForMany = new RegExp(
  `\\b(?:if|when) (?:i|we) (?:buy|get|take|order|bought|took|had) (?:${counting})\\b.{0,30}\\b(?:any|what|is there an?|do i get an?|get an?|an?) (?:[a-z]+ )?(?:deals?|discounts?|offers?|savings?|money off)\\b|\\b(?:${counting}) [a-z][a-z '-]{2,40}[ ,-]+(?:with|including|less|after) (?:the |that |your |any )?(?:deals?|discounts?|offers?|half price)(?: (?:deal|offer))?[?]|\\b(?:any|an?|what|the|get) (?:[a-z]+ )?(?:deals?|discounts?|offers?|savings?|promo\\w*|money off) (?:for|on|if|when|with|by) (?:(?:i|you|we) )?(?:(?:buy|buying|get|getting|take|taking|order|ordering) )?(?:${counting})(?! ?(?:%|percent|yuan|rmb|days?|weeks?|hours?|people|or more))|\\b(?:cheaper|discount(?:ed)?|less) (?:for|if (?:i|you) (?:buy|take|get)|when (?:you )?buying) (?:${counting})\\b|(?<!第 ?)(?:${hanCounting})${unit}(?:一起|都)?(?:买|要|拿)?(?:的话)?(?:有没有|有什么|有啥|能|可以|会|有|给)*(?:优惠|折扣|打折|活动)(?!怎么|是什么|规则|啥|几点)`,
  'u',
);
export const asksForAmount = (folded: string): boolean => asksAmount.test(folded) || dealForMany.test(folded);

const saysHour =
  /\b\d{1,2}(?::\d{2})? ?(?:am|pm)\b|(?:早上|上午|中午|下午|晚上?|今晚|傍晚) ?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[:点时]/u;
/** 晚上买多少钱, "what would I pay tonight": by what counts then. */
const saysEvening =
  /\b(?:tonight|this evening|in the evening|(?:that |the )?(?:skincare )?evenings? (?:deal|discount|offer|price|thing))\b|今晚|晚上/u;
export const saysTime = (folded: string): boolean => saysHour.test(folded) || saysEvening.test(folded);

const puts =
  /加(?:购|车|入|进|到|上|[一两二三\d])|放(?:进|到|入)|[来拿买][一两二三四五\d]|\b(?:add|put|pop|take|get|order (?:two|one|\d))\b/u;
/** All that is held, and nothing that is named. */
export const ofAllHeld =
  /\b(?:my|the|these|those|both|all)(?: (?:two|three|four|five|\d))?(?: of (?:them|these|those))? (?:things|items|products|cart|basket|order)\b|\bwhat(?:'s| is| are| i have)? in my cart\b|\b(?:for|pay) (?:it|this|that|them|both|all|everything)\b|购物车|这[些几两]|[两俩三][样件个]|全部|一共|总共|合计/u;
/** What is asked at an hour of all that is held, in two breaths: 一共多少钱 晚上八点的话. */
export const asksSumAtHour = (folded: string): boolean =>
  folded.length <= 40 && saysTime(folded) && asksForAmount(folded) && ofAllHeld.test(folded) && !puts.test(folded);
