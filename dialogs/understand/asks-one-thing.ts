/** Messages that ask one thing, however many clauses they have. */
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { asksSumAtHour } from './cart/amount-asked.ts';
import { asksSumOfCounted } from './cart/cart-then.ts';
import { asksIfHad } from './cart/had-asked.ts';
import { tellsWhyFewer } from './cart/quantity-asked.ts';
import { actOnPointed } from './orders/order-pointed.ts';
import { waitsNoLonger } from './orders/waits-no-longer.ts';
import { policyAsked } from './pages/policy-asked.ts';
import { hasThatAlready } from './pointing/others-wanted.ts';
import { pricedSides } from './pointing/priced-apart.ts';
import { takesOfPlace } from './product/focus-talk.ts';
import { givesUp } from './wishes/given-up.ts';
import { reproachedIn } from './wishes/reproached.ts';
import { asksOfOne } from './wishes/text-to-read.ts';

/** 就是旅行袋,手提那种,周末两天用: what is looked for, and none of the list. */
const describesIt = /^(?:我)?就是[^,，。]{1,10}[,，] ?[^,，。]{0,10}(?:那种|用的?|穿的?)(?:$|[,，。])/u;
const wantsIt = /我要[^,，。]{1,6}[啊呀]|\bi (?:want|wanted|said|asked for)\b/u;
/** What is one thing by its words, however it is divided. */
export const asksOneThing = (folded: string, spokenOf: boolean, memory: Parameters<typeof actOnPointed>[1]): boolean =>
  // 第一个吧,来两瓶.
  takesOfPlace(folded) ||
  describesIt.test(folded) ||
  // ？？我要鞋啊,你给我炒锅干嘛: nothing is ordered in a reproach.
  (spokenOf && wantsIt.test(folded) && reproachedIn(folded).length > 0) ||
  // 还是要一个吧 朋友不要了: why so many are enough.
  tellsWhyFewer(folded) ||
  asksSumOfCounted(folded) ||
  // 一共多少钱 晚上八点的话.
  asksSumAtHour(folded) ||
  // 上次买的尺码不合适，想换大一码: why it is to be exchanged.
  exchangesMisfit.test(folded) ||
  // 要等多久啊 不等了 直接退款: they have waited long enough.
  waitsNoLonger(folded, { turns: 0, ...memory }) ||
  // 我要红的那件,问的是怎么洗.
  (asksOfMeant.test(folded) && !asksBesides.test(folded)) ||
  // "Pink, 38. have you got it": no order.
  asksIfHad(folded) ||
  // 我要红的那件，问的是怎么洗.
  (asksOfOne(folded) && !asksBesides.test(folded)) ||
  // 最便宜的茶和最便宜的咖啡，哪个更便宜.
  pricedSides(folded) !== undefined ||
  // "Any with grip? It doesn't have to be wide".
  givesUp(folded) ||
  // "I've done that one. Any others?".
  (spokenOf && hasThatAlready(folded)) ||
  // 我要桌游 除了渡口还有啥: others than that.
  asksBeyond.test(folded) ||
  // "Not that one. I placed one yesterday".
  actOnPointed(folded, memory) !== undefined ||
  supposing.test(folded) ||
  asksOfRemarked(folded) ||
  // "How do I complain in writing, is there an e-mail".
  policyAsked(folded, hasHan(folded) ? 'zh' : 'en')?.name === 'complaint-address';

const asksBeyond =
  /除了[^,，。]{1,10}(?:以外|之外)?[,， ]*(?:还|别的|其[他它]|有没有|有)[^,，。]{0,6}(?:啥|什么|哪|别的|其[他它]|吗|没|[?？])|\b(?:apart from|other than|besides|except(?: for)?) (?:the |that |this )?[a-z' -]{2,24}[?!. ]*$/u;
const exchangesMisfit =
  /^(?:我)?(?:上次|上回|之前|刚|前几天|最近)?(?:买|拍|收到)的[^,，。?？]{0,14}(?:不合适|不合身|不合脚|[小大紧松]了|偏[小大]|太[小大])了?[,，。 ]*(?:我)?(?:想|要|能|可以|给我)*换/u;
/** 我问的是专票。还有马克杯有哪些? */
const asksBesides = /[。.!?？！ ] ?(?:还有|另外|顺便|对了)[,， ]?[^,，。]{2,16}(?:吗|么|哪些|什么|有没有|多少|[?？])/u;
const asksOfMeant = /[,，。.!！ ]我?(?:就|只|刚才?)?(?:是)?(?:想)?问的?是\S/u;

/** "The trekking poles look good, are they adjustable?" */
export const asksOfRemarked = (folded: string): boolean => remarkedFirst.test(folded);
const remarkedFirst =
  /^(?:(?:and|so|but|ok|oh|hm+)[,. ]+)*(?:the|those|these|your) (?:[a-z-]+ ){1,4}(?:look|looks|seem|seems|sound|sounds) [a-z ]{2,16}[,.!] ?(?:but |and )?(?:are|is|do|does|can|will|how) (?:they|it)\b[^,.;?!]*\?* *$/;

/** "What if I send one back, do I lose the deal": what is supposed, and what is asked of it. */
const supposing =
  /^(?:(?:and|so|but|ok)[, ]+)*what if [^?.!;]+, ?(?:do|does|will|would|is|are|can|what|how) [^?.!;,]+[?.! ]*$|^(?:(?:and|so|but|ok|fine|hm+|well)[,. ]+)*if (?:i|we) (?:take|buy|get|order|took|bought|got)\b[^?.!;]+, ?(?:any|what|how|do|does|is|will|would|can)\b[^?.!;]+\?* *$/;
