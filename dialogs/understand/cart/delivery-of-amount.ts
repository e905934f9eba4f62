/** "Is 169 enough for free delivery?", 两个59的杯子要运费吗, "a 169 jacket to Hong Kong altogether": what delivery is on goods of so much. Takes folded text. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { placesAbroad } from '../text/places.ts';

export interface DeliveryOfAmount {
  readonly amount: number;
  /** A place abroad that it goes to. */
  readonly to?: string;
  /** Whether delivery is free is what is asked. */
  readonly ofDelivery: true;
}

const longest = 100;
const speaks = /\b(?:delivery|delivered|shipping|ship|postage|post)\b|包邮|免邮|运费|邮费|快递费/u;
const asks =
  /\b(?:enough|free|do(?:es)? (?:i|it|that|we) (?:have to |need to |still )?(?:pay|cost|qualify|count|get)|is there|will i pay|pay (?:for )?(?:the )?(?:postage|delivery|shipping))\b|够|要不要|[要用收有免包]\p{Script=Han}{0,4}(?:吗|么|不|嘛|没)|(?:运费|邮费)(?:吗|么|不|多少)|包邮|免邮/u;
/** The rule itself: from which amount it is free. */
const threshold = /\b(?:from|over|above|under|minimum|threshold|at least)\b|满|以上|门槛|还差|差多少|凑/u;
const other =
  /\b(?:return\w*|refund\w*|days?|weeks?|how long|when|order (?:no|number)|wy-?\d)\b|退|几天|多久|第|码|订单号|%|折|减/u;
const counts = 'two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\\d';
const many = new RegExp(
  `\\b(${counts})\\b(?: [a-z]+){0,4}? (?:at|for|of|@)? ?(?:¥ ?)?(\\d{2,4})\\b(?! ?(?:g|ml|cm|days?)\\b)`,
  'u',
);
const manyZh =
  /([两俩二三四五六七八九十]|\d{1,2})[个件双份套包瓶台把条只盒袋支罐](?:\p{Script=Han}{0,6}?)?(\d{2,4}) ?(?:元|块钱?)?(?:的|一?[个件双]|$|[,，])/u;
const one =
  /(?<![\d.-])(?:¥ ?|rmb ?)?(\d{2,4})(?!\d| ?(?:g|kg|ml|cm|mm|days?|weeks?|克|毫升|岁|号|月|日|年|天|点|件|个|双|包|瓶)\b|[克毫岁号月日年天点件个双包瓶])/gu;
const toAbroad = [
  new RegExp(`\\bto (?:the )?(${placesAbroad.en})\\b`, 'u'),
  new RegExp(`(?:寄|发|送|运|邮)(?:到|去|往)?(${placesAbroad.zh})`, 'u'),
];
const asksAbroad = /\b(?:how much|what|total|altogether|in all|together|come to|all in)\b|一共|总共|多少|合计/u;

const least = 30;
const ofFee = /(?:运费|邮费|快递费)[¥￥]?\d|\b(?:delivery|shipping|postage) (?:of |is |for )?¥?\d/u;

const amountIn = (folded: string): number | undefined => {
  const [, count, each] = many.exec(folded) ?? manyZh.exec(folded) ?? [];
  if (count !== undefined && each !== undefined) return (count === '俩' ? 2 : readNumber(count)) * Number(each);
  const found = [...folded.matchAll(one)];
  const amount = found.length === 1 ? Number(found[0]![1]) : 0;
  // 运费12能免不: what delivery costs, and no goods.
  return amount >= least && !ofFee.test(folded) ? amount : undefined;
};

/** So many at a price each: the price is told, whatever they are called. */
export const isCountedAtPrice = (folded: string): boolean => many.test(folded) || manyZh.test(folded);

/** Undefined: nothing such is asked. */
export const deliveryOfAmount = (folded: string): DeliveryOfAmount | undefined => {
  if (folded.length > longest || !/\d/.test(folded) || threshold.test(folded) || other.test(folded)) return undefined;
  const to = toAbroad.map(pattern => pattern.exec(folded)?.[1]).find(place => place !== undefined);
  const isAsked = to === undefined ? speaks.test(folded) && asks.test(folded) : asksAbroad.test(folded);
  const amount = isAsked ? amountIn(folded) : undefined;
  return amount === undefined ? undefined : { amount, ofDelivery: true, ...(to === undefined ? {} : { to }) };
};
