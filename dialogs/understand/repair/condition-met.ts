/**
 * A rule was told that hangs on how a thing is, and now it is told how it is: 只在家里试过 没穿出门, "the seal is still on". The rule is met, and is
 * not told once more: it can go back.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';

const longest = 90;

/** As the rules that were told are called, and what has to be so for them. */
const worn = {
  rules: new Set(['worn-return', 'unused-return', 'return-condition']),
  met: /\b(?:(?:only|just|merely) (?:tried|trying|wore|worn|walked|used)\b.{0,24}\b(?:on\b|at home|indoors?|inside|in (?:the|my) (?:house|flat|room|living room|hallway)|on (?:the|my) carpet)|(?:only|just) (?:tried|trying) (?:it|them|those|these)? ?on|(?:only|just) (?:at home|indoors|inside)|(?:never|not|haven'?t|hasn'?t|didn'?t|wasn'?t|weren'?t) (?:\w+ ){0,3}?(?:outside|outdoors|out of (?:the )?(?:house|doors?)|washed|worn|wear|wash|left the house)|unworn|unwashed)\b|只(?:是)?(?:在)?(?:家里?|室内|屋里|房间里?)(?:里)?(?:试|穿|走)|(?:家里?|室内|屋里)(?:试|穿|走)(?:了|过)?(?:一?[下试走]|几[步下])?|没(?:有)?(?:穿|出)(?:过)?(?:出)?(?:去过?|门|过门|到外面|上街)|没(?:有)?(?:下水|洗|穿)过?|就试(?:了|过)?(?:一?[下试])/u,
} as const;
const opened = {
  rules: new Set([
    'opened-return',
    'opened-goods-return',
    'not-returnable',
    'not-returnable-hygiene',
    'return-tags',
    'unused-return',
  ]),
  met: /\b(?:unopened|(?:still|is|are) (?:sealed|closed|unopened|in (?:the|its) (?:seal|wrap\w*|box))|(?:seal|wrapping|foil|wrap|lid)(?:'s| is| are)? (?:still |not )?(?:on|intact|unbroken|there|broken(?<=not broken))|(?:never|not|haven'?t|hasn'?t|didn'?t|wasn'?t|isn'?t) (?:\w+ ){0,2}?(?:opened|open|unsealed|unwrapped|broken|broke))\b|没(?:有)?(?:拆|开)(?:过|封|开|包装)?|未(?:拆|开)封?|(?:封条|包装|塑封|封口)(?:都|还|也)*(?:在|好好的|完好|没(?:撕|拆|动|破))|没(?:有)?撕/u,
} as const;
/** What breaks it is told with it: 穿出去过一次. */
const broken =
  /\b(?:but|except|though|only once outside|once outside|wore (?:it|them) (?:outside|out)|washed it|opened it|has been opened)\b|但(?:是)?|不过|(?<!没)(?<!没有)穿(?:出去|出门)(?:过|了)|(?<!没)(?<!没有)(?:洗|拆|开)(?:了|过)(?!.{0,4}没)/u;

const told = ({ policy, subject }: Pick<ConversationMemory, 'policy' | 'subject'>, rules: ReadonlySet<string>) =>
  [policy, subject].some(rule => rule !== undefined && rules.has(rule));

/** What is asked by it, in full; undefined: no such rule was told, or it is not met. */
export const conditionMet = (
  text: string,
  memory: Pick<ConversationMemory, 'policy' | 'subject' | 'topic' | 'turns' | 'orderTold' | 'goodsOfOrders'>,
): string | undefined => {
  const folded = fold(text);
  if (memory.topic === undefined || folded.length > longest || hasFormOfQuestion(folded)) return undefined;
  const isMet = [worn, opened].some(({ rules, met }) => told(memory, rules) && met.test(folded));
  if (!isMet || broken.test(folded)) return undefined;
  const at = Math.max(memory.orderTold?.at ?? -1, memory.goodsOfOrders?.at ?? -1);
  const isOwn = at >= 0 && memory.turns - at <= longestSpoken;
  if (isOwn) return hasHan(text) ? '这个能退吗' : 'can I return it?';
  return hasHan(text) ? '收到后几天内可以退货？' : 'how many days do I have to return something?';
};
/** An order that was told of is spoken of for so many messages. */
const longestSpoken = 4;
