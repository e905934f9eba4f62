/** A return that is ordered in a clause of its own, once one's own orders were spoken of: 那就退卡包, 那我退了算了, "then send the mug back". Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

const longest = 120;
const longestClause = 40;

const ordered =
  /^(?:那么?|好[的吧]?|行吧?|嗯|唉|哦|算了|所以|既然|我(?:说的)?|是|就|还是|只|都|先|直接|麻烦|请|帮我|给我|要|想|把|[这那][个件双单盒]|给| )*退(?!款|钱|税|出|订|休|换|运|邮|费|了?的|过|货(?:款|费|运|邮|期|政|流|规|时|率|单|险|地|退))\p{Script=Han}{0,18}(?: .*)?$|^(?:\p{Script=Han}{1,8})(?:我|就|都|想|要|还是|给我|帮我)+退(?:掉|了|货)?(?:算了|吧|呗|好了)*$|^(?:(?:ok|okay|yes|so|then|just|please|no|well|right|fine|and|but|in that case|can you|could you|go on|only) )*(?:i(?:'ll| will|'d like to| want to| would like to| need to)? )?(?:just |only |please )*(?:return|send back|send (?:it|them|that|this|(?:just |only )?the [a-z' -]{2,30}?|my [a-z' -]{2,30}?) back)\b[a-z' -]{0,40}$/u;
const doubts =
  /[?？]|[吗呢]|么$|怎|咋|能|可以|可不|多久|几[天号]|多少|运费|邮费|谁|什么|啥|会|如果|要是|万一|别|没|不(?!想要|要了|喜欢|合适|好)|时候|政策|流程|规[定则]|问|\b(?:if|how|when|who|what|until|policy|postage|not|don'?t|didn'?t|can i|could i|should i|do i|label|address|window)\b/u;
/** What stays is told beside what goes back: 其他不退. */
const ofOthers = /^(?:其[他它余]|别的|剩下|另外|the (?:rest|others?)|everything else|keep)/u;
const puttingOff = /别|先不|不(?:想)?退|等等|等一?下|再想想|\b(?:not yet|don'?t|hold off|wait)\b/u;
const ofBought = /订单|买的|收到|[那这上]一?单|\b(?:order|bought|got)\b/u;
const ofReturns = /^(?:return|how-to-return|partial|not-returnable|exchange)/;
const ofOwn: ReadonlySet<Intent | undefined> = new Set(['start-return', 'order-status']);
const lasts = 5;

export const returnOrdered = (
  folded: string,
  {
    orderTold,
    lastIntent,
    topic,
    turns = 0,
  }: Partial<Pick<ConversationMemory, 'orderTold' | 'lastIntent' | 'topic' | 'turns'>>,
): boolean => {
  if (folded.length > longest) return false;
  const isOfOwn =
    (orderTold !== undefined && turns - orderTold.at <= lasts) ||
    ofOwn.has(lastIntent) ||
    ofReturns.test(topic ?? '') ||
    ofBought.test(folded);
  if (!isOfOwn) return false;
  const clauses = folded
    .split(/(?<=[?？])|[,，.。;；!！~]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map(clause => clause.trim())
    .filter(clause => clause !== '' && !ofOthers.test(clause));
  return (
    !clauses.some(clause => puttingOff.test(clause)) &&
    clauses.some(clause => clause.length <= longestClause && ordered.test(clause) && !doubts.test(clause))
  );
};
