/** When the order that was told of leaves, and whether it comes by a day: 今天到底发不发, "so not sure by friday??". Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { dayAhead } from '../text/day-ahead.ts';

/** `leaves`: when it is sent; `by`: whether it comes by the day that is named. */
export type ToldArrival = 'leaves' | 'by';

const longest = 120;
const lasts = 2;
/** It was told of, or asked about, and nothing of the cart has been spoken of since. */
const ofOrders: ReadonlySet<Intent> = new Set(['order-status', 'cancel-order', 'question', 'complaint', 'no']);

/** The day on which it was placed is none on which it comes. */
const placedOn =
  /\b(?:i )?(?:(?:just|only) )?(?:ordered|placed|bought) (?:it |them |this |that |one )?(?:only |just )?(?:today|yesterday|tonight|this (?:morning|afternoon|evening)|last night|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:今天|昨天|刚刚?|前天|早上|上午|昨晚)(?:才|刚)?(?:下|买|拍|订)的?(?:单|了)?/gu;
export const withoutPlacing = (folded: string): string => folded.replace(placedOn, ' ');

/** "I'm away on the 5th", 5号我不在家: no day by which it is wished for. */
const absence =
  /\b(?:i'?m|i am|i'll be|i will be|we'?re|we are|i won'?t be|i'm not|i am not|nobody(?:'s| is| will be)?) (?:[a-z]+ ){0,2}?(?:away|out|abroad|home|in|there|travelling|on holiday|gone)\b[^,.;!?]*|(?:我|我们|家里|家)?[^,，。;；!！?？]{0,8}(?:不在(?:家|本地|国内)?|没人(?:在)?(?:家)?|出差|出门|外出|旅游)[^,，。;；!！?？]*/gu;
export const withoutAbsence = (folded: string): string => folded.replace(absence, ' ');

const sending =
  /\b(?:will|does|do|can|could|is|are|when|has|have|did|gonna|going to|why)\b[^?.!]{0,40}\b(?:ship(?:ped|ping|s)?|sent|send(?:ing)?(?! (?:it|them|this|that|me|us|you) (?:to|an?|the|back|by)\b)|dispatch\w*|post(?:ed|ing)?|leav(?:e|es|ing)|left|go(?:es|ing)? out|out the door|packed|picked up)\b|(?:发|寄|送)不(?:发|寄|送)?(?:出去|走|了)?(?:货)?(?:啊|呢|$|[?？!！,，。 ])|发不发|寄不寄|[发寄]得(?:出去|了|走|掉)|(?:今天|今晚|明天|现在|马上|几点|什么时候|啥时候|何时|几号|哪天|多久|到底|究竟|能不能|能|可以|会)[^,，。?？]{0,6}(?:发货?|寄出?|出库|发出|发走|寄走|打包)(?:了|去|走|出去|出来)?(?:吗|么|没有?|不|呢|啊|呀|吧|嘛|$|[?？!！,，。 ])/u;
const ofToday =
  /\b(?:today|tonight|tomorrow|now|already|yet|still|soon|finally|when|or not|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|今|明|现在|马上|几点|什么时候|啥时候|何时|几号|哪天|多久|到底|究竟|不|没|吗|么/u;
/** Nothing is placed yet, another thing is to be sent, or which things of it are gone is asked. */
const other =
  /\b(?:(?:any|some|every)thing|(?:any|all|part) of it|back|returns?|refund\w*|money|e-?mail|code|invoice|label|link|photo|picture|person|colleague|if i|when i order|order (?:it )?(?:now|today|tonight)|to (?:germany|japan|canada|[a-z]+land)|in stock|how (?:much|long))\b|退|换|钱|码|邮件|发票|照片|人工|客服|(?:现在|今天|今晚|明天|如果|要是).{0,3}(?:下单|买|拍)|补发|重发|再发|发现|有货|到货|链接|优惠/u;
const comesBy =
  /\b(?:by|before|until|till|in time|sure|certain|guaranteed?|for (?:mon|tues|wednes|thurs|fri|satur|sun)day|arriv\w+|here|come|comes|delivered|reach|get it)\b|前|赶|来得及|到/u;
/** Asked of the shop, whatever was ordered. */
const ofShop = /\b(?:do|are|is) (?:you|the (?:shop|store|desk)|couriers?)\b|你们|您们|营业|开门|上班|一般|平时/u;
const asksOrNeeds =
  /[?？]|\b(?:need|want|must|sure|certain|will|can|does|so|is it|arrive|come|here|be)\b|吗|么|呢|要|得|能|会|不|赶/u;

export const toldArrival = (
  folded: string,
  today: string,
  {
    orderTold,
    lastIntent = 'unclear',
    turns = 0,
    waits,
  }: Partial<Pick<ConversationMemory, 'orderTold' | 'lastIntent' | 'turns' | 'waits'>>,
): ToldArrival | undefined => {
  if (orderTold === undefined || turns - orderTold.at > lasts || waits !== undefined) return undefined;
  if (!ofOrders.has(lastIntent) || folded.length > longest || other.test(folded)) return undefined;
  const rest = withoutAbsence(withoutPlacing(folded));
  const by = dayAhead(rest, new Date(`${today}T00:00:00Z`));
  if (by !== undefined && !ofShop.test(rest) && comesBy.test(rest) && asksOrNeeds.test(rest) && !sending.test(rest))
    return 'by';
  return sending.test(rest) && ofToday.test(rest) ? 'leaves' : undefined;
};
