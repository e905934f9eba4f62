/** What a message says of orders that its intent does not: by which day one is meant, and what is asked beside it. Any case. */
import { hasFormOfQuestion } from '../intent/settled-intent.ts';

const placed =
  /\bdid (?:i|we) (?:order|buy|purchase)\b|\b(?:ordered|bought|purchased|placed)\b|\border(?:s|ed)? (?:of|from)\b|\b(?:yesterday|week|month|day)'?s orders?\b|[下买订拍](?:的|了|过)/iu;
/** 上周的订单: whatever else is said of it. */
const loosely = /的(?:订单|那[单个])/u;
/** "It should have come yesterday": no other day can be meant. */
const wasDue =
  /\b(?:should|ought to|meant to|supposed to|due to|was to) (?:have |be |been )*(?:arriv\w*|com(?:e|ing)|deliver\w*|here)\b|\b(?:was|is|were|are) due\b|(?:应该|本来|原本|说好|说是|预计|本该|该)\p{Script=Han}{0,6}(?:送?到(?!哪|底)|送达|到货)/iu;
const comes =
  /\b(?:arriv\w+|com(?:e|es|ing)|came|deliver\w*|get(?:s|ting)? here|turn(?:s|ed)? up|show(?:s|ed)? up)\b|(?:到|送到|送达|到货|收到)的|(?:能|会|要|就|可以)(?:不能|不会)?(?:送?到(?!哪|底)|送达|到货)/iu;

/** The day that is spoken of is that of its coming: 今天到的订单, "does it come tomorrow?" */
export const speaksOfComing = (text: string): boolean => wasDue.test(text) || (comes.test(text) && !placed.test(text));

/** Placing it is spoken of, not its coming. */
export const speaksOfPlacing = (text: string): boolean =>
  !speaksOfComing(text) && (placed.test(text) || loosely.test(text));

const underWay =
  /(?:还没|没有?|未)(?:送?到|收到|送达)的|在路上的|\b(?:one|order|parcel|package)s? (?:that |which )?(?:is|are|has|have)(?:n't| not) (?:here |there )?(?:yet )?(?:arrived|come|delivered|here)\b|\borders?\b.{0,24}\b(?:have|has|are|is)(?:n't|nt| not) (?:yet |been )*(?:shipped|sent|dispatched|left|gone out|packed)\b|\bunshipped orders?\b|(?:还没|没有?|未|待)(?:发货?|寄出?|发出|出库|打包)的|(?:哪些?|哪几|有没有|几)(?:个|单|笔)*(?:订单|单子?)?(?:还)?(?:没|未)(?:发货?|寄|出库|到)|\bstill (?:on its way|on the way|outstanding)\b/iu;
/** Of what has not come yet, and no other order. */
export const asksUnderWay = (text: string): boolean => underWay.test(text);

/** What was in it, and not where it is. */
const contents =
  /\bwhat(?:'s|s| is| was| were| did| have)?\b.{0,24}\b(?:buy|bought|order(?:ed)?|get|got|in (?:it|there|my|the|that))\b|\b(?:contents?|contain\w*)\b|(?:买|订|下)(?:的|了|过)?(?:都)?(?:是)?(?:些)?(?:啥|什么|哪些)|里(?:面)?(?:都)?(?:有|是|装)(?:些|了)?(?:啥|什么|哪些)|是(?:啥|什么)(?:东西|来着)?/iu;
export const asksContents = (text: string): boolean => contents.test(text);

const justNow =
  /刚刚?才?(?:在你们?(?:家|这|店)?)?(?:下|买|拍|订|付)(?:完|好|的|了|单)|(?:刚刚|刚才|刚)(?:的|那)[一]?[单个]|\b(?:i|we)(?:'ve| have)? (?:literally |only |like )?just (?:now )?(?:ordered|placed|bought|made|paid)\b|\b(?:just placed|placed just now|ordered just now|order (?:from )?just now)\b/u;
const thisDay =
  /(?:几|\d{1,2}|[一两二三五十半]{1,2})(?:分钟|个?小时|个?钟头?)(?:之|以)?前|今早|今天(?:早上|上午|中午|下午|刚)?(?:才|刚)?(?:下|买|拍|订)|\b(?:minutes?|mins?|hours?|moment|second) ago\b|\bthis (?:morning|afternoon|evening)\b/u;
/** It was placed just now, or today: so many days back it may be. Undefined: nothing is said of that. */
export const placedWithin = (folded: string): number | undefined =>
  thisDay.test(folded) ? 1 : justNow.test(folded) ? 3 : undefined;

const leave =
  /\b(?:is|would) (?:that|it|this) (?:be )?(?:fine|ok|okay|alright|all right|allowed)\b|^(?:这样)?(?:可以|行|没问题)(?:吗|么)/iu;
/** "… I'll refuse it at the door, is that fine?": what no order tells. Undefined: nothing but the order is asked about. */
export const askedBesideOrder = (text: string): string | undefined => {
  const clauses = text.split(/[,.;!?，。；！？]/u).map(clause => clause.trim());
  if (!clauses.some(clause => leave.test(clause))) return undefined;
  const told = clauses.filter(
    // "Where's my parcel, is that alright": asked, and answered by the order.
    clause => clause !== '' && !leave.test(clause) && !/\d{4}/.test(clause) && !hasFormOfQuestion(clause.toLowerCase()),
  );
  return told.length > 0 ? told.join(', ').slice(0, 120) : undefined;
};

/** Where nothing is under way, an order may be what should be cancelled. */
export const speaksOfCancelling = (text: string): boolean => /cancel|取消|撤/iu.test(text);

const whereNumber =
  /\bwhere (?:is|do i find|can i find|do i see|can i see|would i find|could i find|do i get)\b.{0,8}\b(?:my|the|that|an) order (?:number|no\.?|id)\b|\bhow (?:do|can|would|could|should|will) (?:i|we) (?:find|see|get|look up) (?:my|the|that|an) order (?:number|no\.?|id)\b|(?:订单号|订单编号)(?:是|要|都|能|可以)*(?:在|去|从|到)?(?:哪里?|哪儿|什么地方|怎么|咋)(?:能|可以)?(?:儿|里)?(?:找|查|看|有|能)?|(?:在|去|从)?(?:哪里?|哪儿|怎么|咋)(?:能|可以)?(?:找|查|看)(?:到)?(?:我的?)?(?:订单号|订单编号)/u;
/** 订单号在哪儿能找到: nothing is asked of the order itself. */
export const asksWhereNumber = (folded: string): boolean => folded.length <= 80 && whereNumber.test(folded);
