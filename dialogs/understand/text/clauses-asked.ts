/** Where a message may go from one request to the next. Takes the shopper's own text. */

import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { inAskingForm } from './chinese-slips.ts';

/** A clause, and whether it asks or orders something by its form; what only tells belongs to what is asked beside it. */
export interface Clause {
  readonly text: string;
  readonly asks: boolean;
}

const questionWord = String.raw`(?:how|what|whats|what's|when|where|wheres|where's|which|who|whose|why)\b`;
const asksWhether = String.raw`(?:do|does|did|can|could|is|are|will|would|should|may|have|has)\s+(?:i|you|u|we|it|they|this|that|these|those|there|the|my|your|any\w*|some\w*|he|she|half|both|one|two|three)\b`;
const wish = String.raw`(?:i|we)(?:'d|’d|'m|’m| am| are| would| also| still| just| really| do)*\s+(?:want|wanna|need|like to|like an?|looking|search\w*|after|wonder\w*)\b`;
/** "If she doesn't like it, can she return it": asked after its condition. */
const condition = 'if (?:i|he|she|they|it|we|you|that|this)\\b';
/** Orders that begin anew wherever they stand. */
const orderAnew = String.raw`(?:please|pls|can you|could you|let me|help me|(?:tell|show|give|find|get|send|help) me|(?:recommend|suggest) (?:me|an?|some\w*))\b`;
/** "…, and one in red too". */
const another = String.raw`(?:one|two|three|four|\d)\s+(?:more\s+)?in\s+\w+(?:\s+\w+)?(?:\s+(?:too|as well|please))?[.!]?$`;
/** Orders that may also go on with the verb before: "how do I return it and get a refund". */
const bareOrder = String.raw`(?:tell|show|find|get|buy|order|recommend|suggest|cancel|return|exchange|track|check|add|put|remove|apply|use|connect|compare|see|know|talk|speak)\s+\w|take\s+(?:[\w']+\s+){1,6}?out\b`;
/** What is told not to be done: no order, however much it sounds like one. "Don't forget to add it" is one. */
const refusingEn = String.raw`(?:(?:please|pls|i|we)\s+)?(?:don'?t|don’t|do not|didn'?t|didn’t|did not|never|not)\s+(?!you|we|they|forget|only)(?:[\w']+\s+){0,3}?(?:add|put|cancel|return|send|remove|delete|take|apply|use|enter|buy|order|empty|show|open)\b`;
/** "And forget everything you know about me". */
const forgetting = String.raw`(?:please\s+)?(?:(?:forget|delete|erase|wipe) (?:everything|all|what|my)|(?:stop|no more) (?:showing|sending|giving|offering|personal|offers|deals))\b`;
/** "Any deals?", "got anything for the rain?" */
const anyAt = String.raw`(?:got )?(?:any|anything)\b|(?:something|sth) (?:for|to|that|with|against)\b|(?:gift[- ]?)?wrap (?:it|them|that|this)\b|(?:i'?ll |i want to )?(?:take|add|use|get|have|with|want) (?:(?:a|the|some|your) )?gift[- ]?wrap`;
/** "Special invoice please". */
const paperEn = String.raw`(?:an? |the |one )?(?:[\w-]+ ){0,2}(?:invoice|fapiao|receipt)s?\s+(?:please|pls)\b`;
/** "…, and a card with it?" */
const askedLast = String.raw`[^,.;!?]{6,70}\?(?:\s|$)`;
const conjunction = '(?:and|but|then|so|n|&)';
const besides =
  "(?:also|additionally|besides|plus|btw|by the way|another thing|one more thing|another question|one more question|while (?:i'm|we're) at it)";

const asksEn = new RegExp(
  String.raw`^(?:(?:${conjunction}|${besides}|ok|okay|oh|hi|hello|hey|well|no|nah|yes|yeah|yep|wait|sorry|k|lol|pls|please|just|actually|anyway|first|second|next|fine|great|good|perfect|cool|nice|lovely|alright|all right|right|sure|ugh)[,:.!]?\s+)*(?:${questionWord}|${asksWhether}|${wish}|${orderAnew}|${bareOrder}|${anyAt}|${another}|${paperEn}|(?:an?|some|another)\s+[\w' -]{3,30}\s(?:to go with (?:it|them|that|this)|as well)\b|looking for\b|need (?:an?|some)\b|what about\b|how about\b|if\s.{3,60}?\b${asksWhether})|:\s+(?:so\s+)?${wish}|\?\s*$`,
  'i',
);
const breakEn = new RegExp(
  [
    String.raw`(?<=[.!?;])\s+|\n+`,
    String.raw`(?:,|(?<![\s,]))\s+(?:${conjunction}\s+)?${besides}[,:]?\s+(?=${questionWord}|${asksWhether}|${wish}|${orderAnew}|${bareOrder})`,
    // "Take the navy one out, put in the blue one".
    String.raw`(?<=\b(?:add|put|remove|delete|take|swap)\b[^,.;!?]{3,60}),\s+(?:then\s+)?(?=(?:add|put(?:\s+in)?|remove|delete|swap)\s+(?:the|an?|my|that|one|two|\d)\b)`,
    String.raw`(?:,|;)\s+(?:and|but|so)\s+(?=${askedLast})`,
    String.raw`,\s+(?=i (?:think|thought|heard|saw|believe|guess) (?:there|you|that|it|tea|coffee)[^,.;!?]{4,60}\?\s*$)`,
    String.raw`(?:,|\s${conjunction}|,\s+${conjunction})\s+(?:${conjunction}\s+)?(?=${questionWord}|${asksWhether}|${wish}|${orderAnew}|${condition}|${refusingEn}|${forgetting}|${anyAt}|${another})`,
  ].join('|'),
  'i',
);
const bareBreakEn = new RegExp(String.raw`(?:,|(?<![\s,]))\s+(?:and|then|and then)\s+(?=${bareOrder})`, 'i');
/** "Make it 1 and add the tea". */
const soMany = String.raw`make (?:it|that|them) (?:only |just )?(?:\d{1,2}|one|two|three|four|five|six)\b(?=.{0,20}\b(?:add|put) )`;
/** "Do you ship to Shanghai and take the mug out": at the end something goes out of the cart, whatever was asked before it. */
const outLast =
  /\s+and\s+(?:(?:then|also|please|pls)\s+)*(?=(?:take\s+(?:the|my|that|this|both)\s+(?:[\w'-]+\s+){1,4}?out|remove\s+(?:the|my|that|this|both)\s+[\w' -]{2,30}?)(?:\s+(?:of|from)\s+(?:my|the)\s+(?:cart|basket))?(?:\s+(?:please|pls|then|too|as\s+well|again))*[.!]?$)/i;
/** How that is done, or whether it may be. */
const asksOfIt = /\b(?:how|if|why|when)\b|\b(?:can|could|should|would|may|must|shall|do) (?:i|we|it)\b/i;
/** A verb is carried on with another one only where the first one ordered or wished. */
const carriesOn = new RegExp(String.raw`^(?:\W*(?:${orderAnew}|${wish}|${bareOrder}|${soMany}))`, 'i');
/** "I want to track and cancel my order": both verbs have one object. */
const openVerb =
  /\b(?:to|track|cancel|return|buy|order|exchange|refund|change|use|apply|add|see|check|find|get|try|compare|show|send)$/i;

const asksZh =
  /[?？]|吗|呢[。！!，,]?$|多少|怎么|怎样|咋|如何|几[天个件号点]|什么|啥|哪|谁|多久|(\p{Script=Han})不\1|能不能|可不可以|可以不|是否|是不是|有没有|有无|要不要|(?:^|我|也|还|就|先|再)(?:想|要|需要|想要|打算|准备)(?!是|不)|帮我|帮忙|给我|麻烦|请|找|买|推荐|看看|看下|查|(?<![已被动示])取消|加(?:一|入|到|购|进|车)|退[货款掉了]|换货|转人工|人工|告诉我|[给帮替](?!我)\p{Script=Han}{1,5}[挑选找推](?:荐)?一?[个件双款条点些份盒套]/u;
const breakZh = /(?<=[。！？?!；;])|[\n，,、 ]+/u;
/** After these something else is asked, whatever its form. */
const besidesEn = new RegExp(String.raw`(?<![,.;!?])[,.;!?]+\s+(?:${conjunction}\s+)?${besides}[,:]?\s+`, 'i');
const besidesZh =
  /[\n，,、。！？?!；; ]*(?:(?:(?<!除了?[^\n，,、。！？?!；; ]{1,12})还有|另外(?!再?(?:买|配|付|加钱|收费|算钱|准备)的?(?:吗|么|呢|[?？]|$))|顺便|对了)(?:再?(?:想|请)?问一?[下个])?|再问一?[下个])[，, ]*(?=[^\n，,、。！？?!；; 吗呢没别其更货现库多几剩])(?!(?:什么|啥|哪[些个])(?!时候))/u;

/** What only leads from the one before. */
const leadEn = new RegExp(String.raw`^(?:(?:${conjunction}|${besides})[,:]?\s+)+`, 'i');
const leadZh =
  /^(?:然后|并且|以及|而且)[，,]?(?=.)(?:(?:你|请|再|帮我)*(?:跟我|和我|给我)(?:说|讲)(?:一?下|一声)?(?=.{2,}(?:[吗么嘛不没?？]|多|几|怎|哪|什么|啥)))?/u;

const refusesEn = new RegExp(`^(?:(?:no|nah|ok|okay|oh|wait|well|actually|but|so|then)[,.]?\\s+)*${refusingEn}`, 'i');
const refusesZh =
  /^(?:那|先|请|你|我|就|暂时|千万|嗯|还是|但是?)*(?:不要(?!忘)|别(?![的人忘])|先不|暂不|不想|不用|没(?![有法办]))\p{Script=Han}{0,4}?(?:加|放|取消|退|换|删|移|拿|清空|输|用|买|下单|看)/u;

/** "Don't add it", 不要取消订单. */
export const isRefusal = (clause: string): boolean => (hasHan(clause) ? refusesZh : refusesEn).test(clause);

/** Said to whoever would do it: it tells nothing of what was, and asks nothing. */
export const isForbidden = (clause: string): boolean =>
  isRefusal(clause) && !/[?？]|吗|^\W*(?:i|we)\b|\bdid\b|\bdidn|^(?:我|先|就|还是)*(?:不想|没)/iu.test(clause);

/** The clauses of a message in their order; one when nothing in it begins anew. */
export const clausesOf = (text: string): Clause[] => {
  const isHan = hasHan(text);
  const matters = text.split(isHan ? besidesZh : besidesEn).filter(part => /[\p{L}\p{N}]/u.test(part));
  return matters.flatMap(matter => {
    const clauses = matter
      .split(isHan ? breakZh : breakEn)
      .flatMap(part => (isHan ? [part] : carriedOn(part)))
      .reduce<string[]>(withWhatIsAsked, [])
      .map(part => part.trim().replace(isHan ? leadZh : leadEn, ''))
      .filter(part => /[\p{L}\p{N}]/u.test(part));
    const stands = matters.length > 1 && clauses.length === 1;
    return clauses.map(part => ({
      text: part,
      asks: stands || (isHan ? asksZh.test(inAskingForm(part)) : asksEn.test(part)),
    }));
  });
};

/** 我就要那个杯子 问能不能刻字: of that one it is asked, and it is not ordered. */
const saysWhichOne = /^(?:我)?(?:就|只)?(?:是)?要(?:的是)?(?:[这那]|第)/u;
const saysWhatIsAsked = /^(?:我)?(?:就|只|是|就是|只是)?问(?!题|候)/u;
/** "Green one in 43. Is it there?", 43码的 有货吗: of that one it is asked as well. */
const asksIfThere =
  /^(?:(?:is|are) (?:it|that|this|they|those|these|that one) (?:still )?(?:there|available|in stock|left)|(?:still )?(?:available|in stock)(?= ?\?)|(?:还)?有(?:没有)?(?:现)?货(?:吗|么|没有?)?|还?有(?:吗|没有?)|还有(?:没有)?剩)[?？!. ]*$/iu;
/** "How do I send it back from Germany, who pays that?", 订单号在哪找？邮件里有吗: of that it is asked as well. */
const asksBesideIt =
  /^(?:and )?who(?:'s| is| will| has to)? (?:pays?|paying|covers?)(?: for)?(?: (?:it|that|this|the postage|the shipping))?[?？!. ]*$|^(?:是|由)?谁(?:来)?(?:出|付|承担|负责)(?:钱|运费|的)*(?:啊|呀|呢)?[?？!. ]*$|^(?:确认)?(?:邮件|邮箱|短信|账户|账号|app)里(?:面)?(?:会|能|也)?有(?:吗|么|没有?)[?？!. ]*$/iu;
/** 我用Visa付，行吗, "I pay by card, is that ok?": what stands before it is asked; an order is none the less one. */
const ifSo =
  /^(?:(?:and|so) )?(?:(?:is|will|would|does) (?:that|this|it) (?:(?:be )?(?:ok|okay|alright|all right|possible|allowed|right|correct|enough)|work)|(?:ok|okay|right|correct|possible|allowed)(?=\?))(?: (?:for you|then))?[?？. ]*$|^(?:这样|那样|这么)?(?:也|都)?(?:行|可以|成|能行|没问题|对|够)(?:不(?:行|可以|成|对|够)|[吗么嘛不吧])[?？。. ]*$/iu;
export const asksIfSo = (clause: string): boolean => ifSo.test(clause.trim());
const ordersThis =
  /\b(?:add|put|take|order|buy|get|have|give|cancel|remove|swap|change|switch|make|keep)\b|[加买购要拿选删退换取改留]|来(?=[一两二三四五六\d个件双])/iu;
const withWhatIsAsked = (parts: readonly string[], part: string): string[] => {
  const before = parts.at(-1)?.trim();
  const isOfIt =
    before !== undefined &&
    ((saysWhichOne.test(before) && saysWhatIsAsked.test(part.trim())) ||
      asksIfThere.test(part.trim()) ||
      asksBesideIt.test(part.trim()) ||
      (asksIfSo(part) && !ordersThis.test(before)));
  return isOfIt ? [...parts.slice(0, -1), `${before} ${part}`] : [...parts, part];
};

const carriedOn = (clause: string): string[] => {
  const at = carriesOn.test(clause) ? bareBreakEn.exec(clause) : asksOfIt.test(clause) ? null : outLast.exec(clause);
  if (!at) return [clause];
  const before = clause.slice(0, at.index);
  const after = clause.slice(at.index + at[0].length);
  return openVerb.test(before.trim()) ? [clause] : [before, ...carriedOn(after)];
};
