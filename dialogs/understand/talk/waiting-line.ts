/** What is said by whoever waits in the line for a person: that they leave it, and how long it takes. Any case. */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../../turn.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';

const openingEn =
  '(?:(?:oh|ok|okay|no|well|actually|then|fine|sorry|please|hm+|right|alright|in that case|never ?mind) )*';
const person = '(?:person|human|agent|colleague|line|queue|request|wait|waiting|handover|hand-over)';
/** No person is wished for any more, or none at all. */
const refusedEn = `(?:no (?:more )?${person}|not an? ${person}|(?:i )?(?:don'?t|do not|no longer) (?:want|need) (?:to (?:talk|speak) to )?(?:an? |the |any |your )?(?:${person}|anyone|anybody|someone|somebody)|(?:don'?t|do not|no need to) (?:get|call|fetch|find|send|transfer|connect|put) me (?:through )?(?:to )?(?:an? |the |any )?(?:${person}|anyone|anybody|someone|somebody)|(?:skip|leave|drop|without) (?:the |a )?${person})(?: any ?more| any longer)*`;
const leavingEn = new RegExp(
  `^${openingEn}(?:${refusedEn}|cancel(?: (?:it|that|this|the ${person}))?|never ?mind(?: (?:the|about the) ${person})?|nvm|forget (?:it|that|the ${person})|(?:i(?:'ll|'d| will| would| do| am|'m)? ?)?(?:not|won'?t|don'?t|rather not|can'?t|cannot|no longer) (?:(?:want|going|have time) to |to )?(?:wait|waiting|queue|queuing|stay in (?:the )?(?:line|queue))(?: (?:any ?more|any longer|that long|this long|so long|for (?:them|him|her|that|this|a ${person})))*|(?:leave|quit|drop|take me (?:out of|off)|get me out of|remove me from) the (?:queue|line)|no need (?:to wait|for (?:a|the) ${person}))(?: (?:please|then|now|thanks|instead))*$`,
  'iu',
);
const leadZh = '(?:哦|啊|嗯|呃|额|唉|哎|那个|那|我|就|先|也|还是|不好意思|麻烦|请|帮我)*';
const leaveZh =
  '(?:算了(?:算了)?|取消(?:掉|排队|转接|人工|转人工)*(?:吧|了)?|(?:我|先|就|还是)*不(?:想|愿意?)?(?:再|继续)?(?:排|等)(?:队|了|下去|人工|真人|客服)+|不(?:用|要|需要)(?:再|继续)?(?:等|排队?|转|找|叫)?(?:了|人工|客服|真人)*(?<=[了工服人])|退出排队|别(?:转|排|等)(?:人工|队)?了?)';
/** 那算了先取消吧: said in two words. */
const leavingZh = new RegExp(
  `^${leadZh}${leaveZh}(?:${leadZh}${leaveZh})?(?:(?:我|先|就|还是)*不(?:想|用|需要)?(?:排|等|转|找)(?:队|了|人工|真人|客服)*)?(?:吧|了|啊|呀|好了|哈)*$`,
  'u',
);

const clauseEnd = /(?<=[,，.。;；!！?？、…~\n])|(?<=\p{Script=Han}) +(?=\p{Script=Han})/u;
const bare = (clause: string): string => clause.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
const longest = 300;

/** 排队太久了, "it takes too long", "I'll ask you then": why they leave, and no more. */
const tellsWhy =
  /^(?:这|都|也|实在)*(?:排队?|等|队)(?:得|的|了)?(?:太|好|这么|那么)(?:久|长|慢)了?$|^(?:it|this|that|the (?:queue|line|wait))(?:'?s| is| takes?| took)? (?:just )?(?:way )?(?:too|so) (?:long|slow)$|^(?:i'?ll|let me|i can) (?:just )?ask you (?:then|instead)$|^(?:那)?我?(?:还是|直接|就)*问你(?:吧|好了)?$/iu;

/** What is said after it, empty where that is all; undefined: they stay. What they say before it is why. */
export const leftLine = (text: string): string | undefined => {
  if (text.length > longest) return undefined;
  const clauses = text.split(clauseEnd);
  const leaves = clauses.map(clause => {
    const said = bare(clause).replace(/’/g, "'");
    return (hasHan(said) ? leavingZh : leavingEn).test(said);
  });
  const last = leaves.lastIndexOf(true);
  if (last < 0) return undefined;
  const rest = clauses
    .slice(last + 1)
    .filter(clause => !tellsWhy.test(bare(clause)))
    .join('')
    .trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : '';
};

const onlyRefusedEn = new RegExp(`^${openingEn}${refusedEn}(?: (?:please|then|now|thanks|instead))*$`, 'iu');
const onlyRefusedZh =
  /^(?:我|先|就|还是|,|，)*(?:不(?:用|要|需要|想)|别)(?:给我|帮我|再)?(?:转|找|叫|接)?(?:到)?(?:人工客服|人工|真人|客服)(?:了|吧|啊)*$/u;

/** "No person please, just the goatpath in 42": what is said beside it; undefined: no person is refused, or nothing else is said. */
export const besideRefused = (text: string): string | undefined => {
  if (text.length > longest) return undefined;
  const clauses = text.split(clauseEnd);
  const rest = clauses.filter(clause => {
    const said = bare(clause).replace(/’/g, "'");
    return !(hasHan(said) ? onlyRefusedZh : onlyRefusedEn).test(said);
  });
  const left = rest.join('').trim();
  return rest.length < clauses.length && /[\p{L}\p{N}]/u.test(left) ? left : undefined;
};

const asksOrTells: ReadonlySet<Understanding['intent']> = new Set([
  'question',
  'unclear',
  'state-preference',
  'complaint',
  'person',
]);
/** Nothing is wished for in it, and it may answer. */
export const onlyAgrees: ReadonlySet<Understanding['intent']> = new Set([
  'yes',
  'no',
  'thanks',
  'goodbye',
  'greeting',
  'cancel',
]);
/** What is said beside it asks or wishes something; "I'll write an e-mail" doesn't. */
export const wantsMore = ({ intent, claims }: Pick<Understanding, 'intent' | 'claims'>, rest: string): boolean =>
  !onlyAgrees.has(intent) &&
  // 不等了 直接退款行不行: what is wished for in place of what broke.
  (claims === true || !asksOrTells.has(intent) || hasFormOfQuestion(fold(rest)) || wantsToKnow.test(rest));
/** "I just wanted to know if …". */
const wantsToKnow =
  /\b(?:want(?:ed)?|need(?:ed)?|like) to (?:know|ask)\b|\bwonder(?:ed|ing)?\b|\btell me\b|想(?:问|知道)|跟我说|告诉我/iu;

const wait =
  /\bhow (?:long|much longer|many (?:minutes|people|hours))\b(?=.{0,60}(?:\b(?:wait|take|till|until|before|usually|line|queue|ahead|there|somebody|someone|person|colleague|answer|now)\b|[?？ ]*$))|\bhow much longer\b|\bwhen (?:will|does|is|can) (?:somebody|someone|a person|the person|they|anybody|anyone|it be my turn|my turn)\b|(?:要|得|大概|大约|一般|还)*(?:等|排)(?:到)?(?:多久|多长时间|几分钟|什么时候|何时|多少人|几个人|几位)|(?:多久|几分钟|什么时候|啥时候|何时)(?:才|能|会|可以|大概)*(?:轮到|有人|排到|接通|回复?|来人|人工)|前面(?:还)?(?:有|排)(?:了)?(?:多少|几)/iu;
/** Said in the line, it asks how long that is. */
export const asksWait = (text: string): boolean => {
  // "While I wait, how long is the guarantee": asked of something else.
  const asked = beyondWaiting(text);
  return text.length <= 100 && wait.test(asked) && !ofOther.test(asked);
};
/** What is said beside that somebody waits. */
export const beyondWaiting = (text: string): string => text.replace(whileWaiting, ' ').trim();
const whileWaiting =
  /\b(?:while|whilst|as) (?:i'?m|i am|i|we'?re|we) (?:still )?(?:wait(?:ing)?|here|at it|in (?:the )?(?:queue|line)|queu\w+)\b[,.]?|(?:我)?(?:还|正)?(?:在)?(?:等着|排着队?|排队)(?:的时候|呢|着)?[,，]?(?=.{4})/giu;
const ofOther =
  /\b(?:warranty|guarantee|delivery|shipping|refund|returns?|parcel|order|battery|last|keep|charge|postage|exchange)\b|保修|质保|送达|发货|退款|退货|快递|订单|续航|保质|充电/iu;
