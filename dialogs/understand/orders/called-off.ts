/** The order that was told of is called off, whatever is remarked beside it; or whether it was is asked. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

type Told = Partial<Pick<ConversationMemory, 'orderTold' | 'lastIntent' | 'turns' | 'waits'>>;

const lasts = 3;
/** What was told of it, or asked back, and nothing of the cart or of deals, which have a cancelling of their own. */
const beside: ReadonlySet<Intent> = new Set(['order-status', 'question', 'complaint', 'no', 'unclear']);
const isTold = ({ orderTold, lastIntent = 'unclear', turns = 0, waits }: Told): boolean =>
  orderTold !== undefined && turns - orderTold.at <= lasts && waits === undefined && beside.has(lastIntent);

const calling =
  /^(?:(?:ok|okay|no|so|well|then|just|please|you can|i(?:'d| would) like to|i want to|let'?s) )*cancel(?: (?:it|this|that|them|everything|(?:my|the|that|this) (?:whole |entire )?(?:order|thing|lot)))?(?: all)?(?: then| please| now| for me| instead)*$|^(?:那|就|还是|直接|请|麻烦|帮我|给我|我要|你|把(?:它|这单|订单))*取消(?:掉|了)?(?:订单|这[个一]?单|它)?(?:吧|算了|好了|得了|啦|了)*$/u;
/** Why, or that somebody gives it up. */
const remark =
  /^(?:(?:ok|okay|no|well|hm+|fine|right|whatever|sorry|seriously|never ?mind|forget (?:it|this|that)|(?:that(?:'s| is)|it(?:'s| is)) (?:way |far |just )?too (?:slow|late|long)|(?:way |far )?too (?:slow|late|long)|takes (?:way |far )?too long|i (?:don'?t|do not) (?:want|need) (?:it|them|this|that)(?: any ?more)?|i (?:can'?t|cannot|won'?t|am not|'m not) wait(?:ing)?(?: (?:that|this|so) long| any ?(?:longer|more)| for (?:it|that))?|(?:i(?:'ll| will| can|'d rather|'m going to| am going to)|then i'?ll|gonna) (?:just )?(?:buy|get|order|find|go|shop|look|try|pick|take)\b.{0,30}\b(?:elsewhere|somewhere else|(?:another|other|a|the|your competitor|local) (?:\w+ )?(?:shop|store|place|competitor|one)s?|else|offline|in person)|i(?:'ve| have)? (?:found|bought|got) (?:it|one|something|another)\b.{0,24}|(?:i(?:'ve| have)? )?changed my mind|no (?:point|use)(?: any ?more)?) ?)+$|^(?:算了|不(?:想)?要了|(?:也|实在|这么|那么)?太慢了?|这么慢|(?:我)?(?:也|实在)?(?:等不(?:了|及|起)|不(?:想)?(?:再)?等)了?(?:了|啦)?|来不及了?|赶不上了?|(?:那)?(?:我)?(?:还是|就|直接|要)?(?:去|到|上|在)?(?:了)?(?:别家|别处|别的(?:店|地方|平台|家)|其他(?:店|家|地方|平台)|其它(?:店|家|地方)|实体店|商场|超市|线下|隔壁|淘宝|京东|拼多多|附近)(?:的)?(?:再)?(?:买|看看?|找|下单)?(?:了|去|吧|算了|好了|一个|得了)*|(?:我)?(?:已经)?(?:在)?(?:别家|别处|别的地方)?买(?:到|好)了|(?:我)?改(?:变)?主意了|没(?:用|意义)了|行吧?|好吧|唉|哎|那|真是(?:的)?|无语)+$/u;

const apart = (folded: string): readonly string[] =>
  folded
    .split(/[,，.。!！?？;；、~～\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\s(?:and|so|as|because) (?=i\b)/u)
    .map(clause => clause.trim())
    .filter(clause => clause !== '');

/** "Forget it, cancel it, I'll buy elsewhere", 算了 取消吧 我去别家买: asked before it is done. */
export const callsOffTold = (folded: string, memory: Told): boolean => {
  if (folded.length > 100 || /[?？]|[吗么]$/u.test(folded) || !isTold(memory)) return false;
  const clauses = apart(folded);
  const calls = clauses.filter(clause => calling.test(clause));
  // A bare "cancel" stops whatever is under way.
  if (clauses.length === 1 && memory.lastIntent !== 'order-status') return false;
  return calls.length > 0 && clauses.every(clause => calling.test(clause) || remark.test(clause));
};

const whether =
  /\b(?:did|have|has) (?:you|u|they|i|we|it|that|the order|my order)(?: guys)? (?:\w+ ){0,2}cancell?(?:ed)?\b|\bis (?:it|that|this|my order|the order) (?:\w+ )?cancell?ed\b|\b(?:is|so) (?:it|my order|the order|that one) (?:is )?still (?:on|there|active|valid|going|placed|standing)\b|取消(?:掉|成功|好)?了?(?:没有?|吗|么|不)(?:$|[?？,，。 ])|(?:是不是|到底|有没有|已经)(?:给我|被|帮我)?取消|(?:订单|单子?)(?:现在|到底)?(?:还在|还有|还算数)(?:不在|吗|么|没|的吧)/u;
const toDo =
  /\b(?:can|could|please|will|would|if|how|why|who|refund\w*)\b|能|可以|怎么|为什么|谁|如果|要是|退款|帮我取消吗/u;
/** "Did you cancel it or is it still on?", 到底取消了没: what has become of the order that was told of. */
export const asksIfCalledOff = (
  folded: string,
  { orderTold, turns = 0, waits }: Pick<Told, 'orderTold' | 'turns' | 'waits'>,
): boolean =>
  orderTold !== undefined &&
  turns - orderTold.at <= lasts &&
  waits === undefined &&
  folded.length <= 80 &&
  whether.test(folded) &&
  !toDo.test(folded);
