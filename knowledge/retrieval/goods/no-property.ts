/**
 * What may be told back as not on a page: a thing or a property that was asked for. What somebody thinks of goods ("nice box", 简单好用),
 * days, people and words of the talk are no properties, and nobody looks for them on a page.
 */
import { hasHan } from '../text/fold.ts';

/** Praise and blame in English, with the empty noun that may carry it: "a nice box". */
const verdictEn =
  '(?:nice|good|great|best|better|lovely|pretty|cute|stylish|elegant|beautiful|classy|fancy|modern|trendy|old[- ]fashioned|simple|easy|decent|proper|quality|premium|special|useful|practical|handy|perfect|fresh|normal|basic|safe|bad|ugly|boring|amazing|awesome|sweet|fun|fine|ok|okay|reliable)';
const emptyNoun =
  '(?:box|boxes|one|ones|look|looks|looking|design|style|quality|price|thing|things|stuff|feel|product|present|gift|packaging|to use|to look at|made)';
const opinionEn = new RegExp(
  `^(?:(?:very|really|so|too|quite|super|a bit|not|more|most|well|and|or|but|all|is|are|it|that|something|anything|looks?|looking) )*${verdictEn}(?:[- ,]+(?:and )?${verdictEn})*(?: ${emptyNoun})*$`,
);

const verdictZh =
  '(?:简单|好用|方便|实用|耐用|好看|漂亮|美观|高级|高档|上档次|大气|精致|精美|时尚|新潮|现代|体面|有面子|贴心|靠谱|可靠|舒服|新鲜|正宗|地道|智能|划算|便宜|普通|一般|结实|质量|品质|性价比|贴合|特别|喜欢|放心|省心|好|香|油|甜|贵|花|老气|土|丑|难看|厚|重|大|小)';
const opinionZh = new RegExp(
  `^(?:包装|外观|颜值|样子|看着|看起来|豆子|质量|口感)?(?:(?:别|不|要|很|太|挺|比较|特别|更|最|够|有点|偏|蛮|一定|稍微|真|又|且|和|也)*${verdictZh}(?:一?[点些])?(?:好|的|了|点|些)*){1,3}(?:款|东西|一类|类型|包装)?$`,
);
/** 油 and 香 alone are words of a property; with how much of it they are a verdict. */
const barePropertyZh = /^(?:油|香|甜|花|厚|重|大|小|智能|重的|厚的)$/u;

/** Days, people and words of the talk: "friday", "the", "adults no", 刚刚, 老板. */
const talkEn =
  /^(?:(?:the|a|an|of|for|to|in|on|at|by|and|or|no|not|so|but|if|yes|is|are|was|were|be|been|do|does|it|that|this|then|than|as|with|from|up|now|today|tomorrow|tonight|yesterday|soon|later|before|after|again|together|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend|next|last|this|adults?|grown-?ups?|men|women|people|everyone|somebody|someone|thing|things|stuff|please|pls|thanks|lol|haha|guys|sure|right|really|maybe|still|again|also|too|just|even|only|first|second|third|both|all|none|rest|other|others|else)(?: |$))+$/;
const talkZh =
  /^(?:刚刚|刚才|现在|今天|明天|后天|昨天|周[一二三四五六日天末]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|大人|成人|小孩|孩子|家人|朋友|老板|亲|哈|嗯|一起|顺便|直接|必要|有必要|意思|时候|问题|原因|地方|人|大家|别人|两个|几个)+$/u;

/** Takes folded text, as it would be quoted. */
export const isWorthTelling = (words: string): boolean => {
  const said = words.trim();
  if (hasHan(said)) return barePropertyZh.test(said) || !(opinionZh.test(said) || talkZh.test(said));
  return !(opinionEn.test(said) || talkEn.test(said));
};
