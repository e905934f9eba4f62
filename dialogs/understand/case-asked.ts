/** What a message asks of the shopper's own case, beside all else that was read of it. */
import type { Shop } from '../../knowledge/domain/shop.ts';
import { shippedSubjects } from '../../knowledge/retrieval/pages/subjects.ts';
import type { ConversationMemory } from '../memory.ts';
import { wallTimeOf } from '../offers/rules/calendar.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { figureChecked } from './cart/figure-checked.ts';
import { deliveryAsked } from './delivery/delivery-case.ts';
import { placeSaid } from './delivery/place-said.ts';
import { askedOfClaim, type OfClaim } from './orders/claim-asked.ts';
import { asksOfSum, asksToListOrders } from './orders/contents-asked.ts';
import { ordersSummed } from './orders/orders-summed.ts';
import { type OwnAsked, ownAsked, ruleOfMatter } from './orders/own-case.ts';
import { asksOfRefundTold } from './orders/refund-asked.ts';
import { toldArrival } from './orders/told-arrival.ts';

/** A question in another guise: what is asked of a delivery asks nothing of goods. */
const mayBeOfDelivery: ReadonlySet<Intent> = new Set([
  'question',
  'unclear',
  'product-details',
  'stock',
  'product-search',
  'recommend',
  'state-preference',
  'order-status',
  'yes',
  'no',
]);
/** What is done to the cart, the talk or what is noted asks nothing of an order. */
const notOfOwn: ReadonlySet<Intent> = new Set([
  'add-to-cart',
  'remove-from-cart',
  'change-quantity',
  'apply-code',
  'apply-offer',
  'decline-offer',
  'reorder',
  'person',
  'cancel',
  'forget',
  'forget-all',
  'opt-out',
  'opt-in',
  'about-me',
]);
const sure = 0.9;

/** `isAnswer`: it is said to a flow that waits. */
export const withCase = (
  understanding: Understanding,
  turn: Turn,
  memory: ConversationMemory,
  shop: Pick<Shop, 'currency' | 'timeZone'>,
  isAnswer: boolean,
): Understanding => {
  const { said = '', intent, sum, abroad, plainly } = understanding;
  // Where the country is, and what is abroad, is known of a shop in mainland China.
  if (shop.currency !== 'CNY') return understanding;
  const checks = !isAnswer && sum === undefined ? figureChecked(said) : undefined;
  if (checks && (memory.figures !== undefined || (memory.inCart?.length ?? 0) > 0))
    return { ...understanding, checks, intent: 'view-cart', confidence: sure, preferences: [], wishes: [] };
  // 349满减后是319吧？: of the thing that is looked at, reckoned now.
  const priced = checks?.paid && (understanding.entities.products[0] ?? memory.focus);
  if (checks && priced !== undefined && !asksOfSum(said, memory))
    return {
      ...understanding,
      checks,
      sum: { lines: [{ product: priced, quantity: 1 }] },
      intent: 'product-details',
      confidence: sure,
      preferences: [],
      wishes: [],
    };
  const mayBeSummed = !isAnswer && sum === undefined && turn.signedIn && !asksToListOrders(said);
  const summed = mayBeSummed ? ordersSummed(said, turn.at, memory) : undefined;
  if (summed) {
    const own = { matters: ['sum'], points: true, last: false, summed } as const;
    return { ...understanding, own, intent: 'question', confidence: sure, preferences: [], wishes: [] };
  }
  // "How much was the oolong?", right after the order that holds it was told: of what was paid, and no sum.
  const bought = !isAnswer && turn.signedIn && isOfOne(sum, memory) ? ownAsked(said, memory) : undefined;
  if (bought?.costs) {
    const { sum: _, ...asked } = understanding;
    return { ...asked, own: bought, intent: 'question', confidence: sure, preferences: [], wishes: [] };
  }
  const ofClaim = isAnswer ? undefined : askedOfClaim(said, memory);
  const subject = ofClaim && subjectOfClaim(ofClaim, memory);
  const question = subject && shippedSubjects().get(subject)?.[understanding.language];
  if (ofClaim && question)
    return {
      ...understanding,
      ofClaim,
      plainly: { name: subject, question, subject, bare: true, hedged: false, next: true },
      said: question,
      intent: 'question',
      confidence: sure,
      preferences: [],
      wishes: [],
    };
  // "If it doesn't come today do I get compensation?" asks not when it comes.
  if (asksOfRuleAlone(understanding)) return understanding;
  const { year, month, day } = wallTimeOf(turn.at, shop.timeZone);
  const today = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  const mayBeTold = !isAnswer && !notOfOwn.has(intent) && sum === undefined && turn.signedIn;
  const told = mayBeTold ? toldArrival(said, today, memory) : undefined;
  if (told)
    return {
      ...understanding,
      toldArrival: told,
      ask: told === 'by' ? 'by-date' : 'arrival',
      intent: 'question',
      confidence: sure,
      preferences: [],
      wishes: [],
    };
  // 钱多久退回来, right after what becomes of it was told: when it comes, and nothing that could go back.
  const mayBeOwn = !isAnswer && !notOfOwn.has(intent) && sum === undefined && !asksOfRefundTold(said, memory);
  const asked = mayBeOwn ? ownAsked(said, memory) : undefined;
  if (asked?.matters.includes('parts'))
    return { ...understanding, own: asked, intent: 'question', confidence: sure, preferences: [], wishes: [] };
  // Who pays, or how long it takes, is asked of the rule that was spoken of, whatever order is.
  // 几天之内要寄, of a return that was asked about: until when that one can go back.
  const isOfTime = timeLeft.test(said) || (plainly?.name === 'return-period' && ofDays.test(said));
  const isOfCase = asked?.matters.some(one => goesBack.has(one)) && (isOfTime || asksIfBack.test(said));
  const isNext = plainly?.next && !isOfCase;
  const isOfRule =
    asked !== undefined && !asked.points && !asked.last && (isNext || isToldAlready(said, asked, memory));
  const own = isOfRule ? undefined : asked;
  const mayAsk = mayBeOfDelivery.has(intent) && sum === undefined && !(own && (turn.signedIn || own.points));
  const delivery = mayAsk ? (deliveryAsked(said, today, memory) ?? daysAbroad(said, plainly?.name, memory)) : undefined;
  const place =
    delivery?.place ??
    placeInPassing(said) ??
    (abroad !== undefined || intent === 'question' || sum !== undefined ? placeSaid(said) : undefined);
  const { plainly: _, ...beyondRule } = understanding;
  return {
    ...(own && plainly?.next && isOfCase ? beyondRule : understanding),
    ...(own ? { own } : {}),
    // What a thing cost sends nothing back.
    ...(own?.costs && intent === 'start-return' ? { intent: 'question' } : {}),
    ...(place ? { place } : {}),
    // "How much to Hong Kong?": nobody is known to be there by that.
    ...(place && (!place.abroad || abroad !== undefined || isThere.test(said)) ? { abroad: place.abroad } : {}),
    ...(delivery
      ? {
          delivery,
          intent: 'question',
          confidence: Math.max(understanding.confidence, sure),
          preferences: [],
          wishes: [],
        }
      : {}),
  };
};

/** A new one comes as any parcel does, once it has left; what came broken stays where it is. */
const subjectOfClaim = (asked: OfClaim, { claim }: ConversationMemory): string =>
  asked === 'send-back' ? 'damage-proof' : claim?.wish === 'money' ? 'refund-time-by-bank' : 'delivery-time';

/** One thing of the orders that were told. */
const isOfOne = (sum: Understanding['sum'], { goodsOfOrders }: ConversationMemory): boolean => {
  const [only, ...others] = sum && 'lines' in sum ? sum.lines : [];
  return only !== undefined && others.length === 0 && goodsOfOrders?.products.includes(only.product) === true;
};

/**
 * What is paid for a parcel that comes late, neither when it comes nor what of an order comes back; "can it come on Saturday instead?", a
 * day on which it should come, and none by which.
 */
export const asksOfRuleAlone = ({ plainly }: Pick<Understanding, 'plainly'>): boolean =>
  plainly !== undefined && ruleAlone.has(plainly.name);
const ruleAlone: ReadonlySet<string> = new Set(['late-compensation', 'delivery-other-day']);

const lasts = 2;
const ofDays =
  /\b(?:until|till|when|still|too late|in time|deadline|days?|how long|how much time)\b|还能|还可以|来得及|几号|哪天|什么时候|截止|到期|过期|[几多少]天|多久|多长时间/u;
const goesBack: ReadonlySet<OwnAsked['matters'][number]> = new Set(['return', 'exchange', 'fit']);
const timeLeft =
  /\bwithin how many days\b|\bhow (?:long|much time|many days)(?: more)? (?:have i|do i (?:have|get))\b|(?:几|多少)天之?以?内|还(?:有|剩)(?:下)?(?:几天|多久|多少天|多长时间)/u;
/** "Can I send it back", after an exchange was spoken of. */
const asksIfBack =
  /^(?:(?:and|ok|so|but|then|hm+)[,. ]+)*(?:can|could|may) (?:i|it|that|they|we) (?:still |just |also |be |rather )*(?:return(?:ed)?|send|sent|give|bring|go)\b(?! (?:for|to) )|^(?:那|我|它|这件|那件|[,， ])*(?:还|也)?(?:能不能|可不可以|能|可以)(?:直接)?退(?:货|掉|了|款)?(?:吗|么|不|呢|[?？。 ])*$/u;
/** Until when was told just now: what is asked besides is the rule. */
const isToldAlready = (said: string, { matters }: OwnAsked, { ownAsked: before, turns }: ConversationMemory): boolean =>
  before !== undefined &&
  turns - before.at <= lasts &&
  matters.every(matter => ruleOfMatter[matter] !== undefined && before.matters.includes(matter)) &&
  !ofDays.test(said);

/** "For my mum in Dublin": where it is to go, told beside something else. */
const isThere =
  /\b(?:mum|mom|mother|dad|father|parents|sister|brother|son|daughter|friend|aunt|uncle|nephew|niece|cousin|gran\w*|wife|husband|colleague|him|her|them|who lives?|living) (?:\w+ )?in\b|(?:妈|爸|姐|妹|哥|弟|儿子|女儿|朋友|同学|亲戚|老公|老婆|人)(?:现在)?(?:住)?在/u;
const placeInPassing = (said: string): Understanding['place'] => (isThere.test(said) ? placeSaid(said) : undefined);

/** What it costs to a place abroad: told with how long it takes. */
const daysAbroad = (
  said: string,
  rule: string | undefined,
  { place: before }: Pick<ConversationMemory, 'place'>,
): Understanding['delivery'] => {
  const place = rule === 'abroad' ? (placeSaid(said) ?? before) : undefined;
  return place?.abroad && asksCost.test(said) && !restricted.test(said) ? { asks: 'days', place } : undefined;
};
const asksCost =
  /\b(?:how much|costs?|fees?|charge|price|add to the bill)\b|多少|几块|(?:运费|邮费)(?!.{0,6}(?:免|包|省))/u;
const restricted = /\b(?:power ?banks?|candles?|liquids?|batter\w+)\b|充电宝|蜡烛|液体|电池/u;
