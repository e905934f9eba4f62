/** A limit that a page names, held against the amount or the time that a shopper tells: "5 weeks ago" and "within 7 days". */
import { englishNumber, readNumber } from '../language/numbers.ts';
import { fold, hasHan } from './fold.ts';

/** What a shopper told: so many days have passed, or so much money (in whole units of the currency) is meant. */
export interface Measure {
  readonly of: 'days' | 'money';
  readonly amount: number;
  /** In the shopper's words. */
  readonly said: string;
}

export type Verdict = 'within' | 'beyond' | 'enough' | 'too-little';

const dayOf: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.4, y: 365, 天: 1, 日: 1, 周: 7, 月: 30.4, 年: 365 };
const daysIn = (unit: string): number =>
  /星期|礼拜|周/u.test(unit) ? 7 : (dayOf[unit.replace('个', '').charAt(0)] ?? Number.NaN);
const hanCount = '[一二两三四五六七八九十半几]+|\\d+';
const unitEn = 'days?|weeks?|months?|years?';
const unitZh = '天|周|个?星期|个?礼拜|个?月|年';
const countEn = `\\d+(?:\\.\\d+)?|${englishNumber}|an?|half an?`;

const elapsedEn = new RegExp(
  `\\b(?:(?:after|for|had (?:it|them) (?:for )?|it's been|been) (?:about |almost |only |just |over |more than |like )?)?(${countEn}) (${unitEn})(?<half> and a half)?(?: ago| old| now| later| already| since| back)?\\b`,
  'u',
);
/** Without one of these a time said is no time that has passed: "how long is 30 days". */
const hasPassed =
  /\b(?:ago|old|after|already|it's been|had (?:it|them)|bought|ordered|got|received|broke|broken|since|later|for)\b/;
const elapsedZh = new RegExp(`(${hanCount})(${unitZh})(?:多|(?<half>半))?(?:之?前|以前|了|后|就|买的|就坏)`, 'u');
const moneySaid =
  /(?:[¥￥] ?(\d[\d,]*(?:\.\d+)?)|\b(\d[\d,]*(?:\.\d+)?) ?(?:yuan|rmb|cny|元|块钱?)|(?:costs?|worth|is|for|at|of|order|total|cart|单|满|花|付|买了?) ?(?:only |just |about |like |是|才|只有|也)?(\d{2,6})\b(?! ?(?:%|days?|weeks?|months?|years?|pieces|pcs|天|周|个|件|码|厘米|cm|ml|g\b)))|(\d{2,6}) ?(?:块钱?|元|的(?=东西|订单|商品|呢|可以|能|行|[?？]|$))/u;

/** The only number of a short message: "does 180 reach it". */
const numberAlone =
  /^\D*?(\d{2,6})(?!\d)(?! ?(?:%|days?|weeks?|months?|years?|pieces|pcs|天|周|个|件|码|厘米|cm|ml|g\b))\D*$/u;
const fewCharacters = 40;

const countOf = (said: string): number =>
  said === 'a' || said === 'an' ? 1 : /^half/.test(said) || said === '半' ? 0.5 : said === '几' ? 3 : readNumber(said);

/** What the message tells that a limit could be held against; `isBare`: after a rule was told a number alone will do. Takes folded text. */
export const measureIn = (folded: string, isBare = false): Measure | undefined => {
  const en = hasPassed.test(folded) ? elapsedEn.exec(folded) : null;
  const passed = en ?? elapsedZh.exec(folded);
  if (passed) {
    const [, count = '', unit = ''] = passed;
    const half = passed.groups?.half ?? '';
    const amount = (countOf(count) + (half === '' ? 0 : 0.5)) * daysIn(unit);
    if (Number.isFinite(amount)) return { of: 'days', amount, said: `${count}${en ? ' ' : ''}${unit}${half}` };
  }
  const money = moneySaid.exec(folded) ?? (isBare && folded.length <= fewCharacters ? numberAlone.exec(folded) : null);
  const digits = money?.slice(1).find(one => one !== undefined);
  return digits === undefined
    ? undefined
    : { of: 'money', amount: Number(digits.replaceAll(',', '')), said: `¥${digits}` };
};

const least =
  /(?:from|above|over|reach(?:es)?|at least|spends?) [¥￥](\d[\d,]*)|[¥￥](\d[\d,]*) or more|(?:orders|goods) (?:of|for|above) [¥￥](\d[\d,]*)|(?:满|超过|达到|消费满?) ?[¥￥]? ?(\d[\d,]*)|(\d[\d,]*) ?元(?:起|以上)/iu;
const most = new RegExp(
  `\\bwithin (${countEn}) (${unitEn})\\b|\\b(\\d+) (${unitEn}) from (?:delivery|the day)\\b|(\\d+|${hanCount}) ?(${unitZh})(?:之?内|以内)`,
  'iu',
);
const covered = new RegExp(
  `\\b(${englishNumber}|\\d+)[- ](year|month)s?(?:[- ](?:warranty|guarantee))?\\b|(?:保修)?(${hanCount}) ?(年|个月)`,
  'iu',
);
const ofWarranty = /\bwarranty|guarantee|保修|质保/iu;
/** Of what the shop does within so many days, not of what the shopper may do. */
const ofShop =
  /\b(?:we (?:refund|answer|send)\w* (?:\w+ )?within|answers? within|working days?|by itself|search takes)\b|工作日|自动|查件/iu;

/** Whether what was told is within the limit that this sentence names; undefined: it names none of that kind. `about`: folded words of the goods meant, where a sentence has a limit for each kind. */
export const verdictOn = (sentence: string, measure: Measure, about = ''): Verdict | undefined => {
  if (measure.of === 'money') {
    const found = least
      .exec(sentence)
      ?.slice(1)
      .find(one => one !== undefined);
    if (found === undefined) return undefined;
    return measure.amount >= Number(found.replaceAll(',', '')) ? 'enough' : 'too-little';
  }
  if (ofShop.test(sentence)) return undefined;
  const limit = ofWarranty.test(sentence) ? warrantyOf(sentence, about) : daysNamed(most.exec(sentence));
  return limit === undefined || Number.isNaN(limit) ? undefined : measure.amount <= limit ? 'within' : 'beyond';
};

const daysNamed = (match: RegExpExecArray | null): number | undefined => {
  const [count, unit] = (match?.slice(1) ?? []).filter(one => one !== undefined);
  return count === undefined || unit === undefined ? undefined : countOf(count.toLowerCase()) * daysIn(unit);
};

/** "Shoes and bags one year, cookware ten years": of the thing that is meant, or the only one there is. */
const warrantyOf = (sentence: string, about: string): number | undefined => {
  const clauses = sentence.split(/[,，;；]/u).filter(clause => covered.test(clause));
  const meant = clauses.filter(clause => thingsIn(clause).some(thing => about.includes(thing)));
  const [only, ...more] = meant.length > 0 ? meant : clauses;
  return only === undefined || more.length > 0 ? undefined : daysNamed(covered.exec(only));
};

const thingsIn = (clause: string): string[] =>
  (hasHan(clause)
    ? fold(clause)
        .replace(covered, '')
        .split(/和|与|及|、|保修|质保|都|有|\s/u)
    : fold(clause)
        .replace(covered, '')
        .split(/[^a-z]+/)
        .filter(word => word.length >= 3 && !noThing.has(word))
        .map(word => word.replace(/s$/, ''))
  ).filter(word => word !== '');
const noThing = new Set(['has', 'have', 'and', 'the', 'warranty', 'guarantee', 'with', 'for', 'are', 'covered']);

/** After a rule that was told, what is told of one's own case: "so no, right? it was 5 weeks ago", "and for something that costs 450?" */
const applying =
  /^(?:(?:so|and|but|ok|okay|hm+|well|right|no|yes|oh|then)[,.!? ]+)*(?:no,? right\??|(?:for|if|and|do|what about|how about|does|is|would|will|can|do|it was|it's|its|it is|that was|i bought|bought|i got|mine|the|my|so|still|am|are|something|what if|even)\b)|^(?:那|那么|可是?|但是?|所以|如果|要是|我(?:的|这个|是|都)?|这个|都|已经|才|只有|买)|^[\d一二两三四五六七八九十半]+ ?(?:天|周|个|块|元|年|的)/u;
export const appliesLimit = (folded: string): boolean =>
  folded.length <= 100 && applying.test(folded) && measureIn(folded, true) !== undefined && !asksGoods.test(folded);
const asksGoods =
  /\b(?:show|find|looking for|recommend|under|below|less than|cheaper|add|cart|present|gift)\b|推荐|找|以内|以下|加入|购物车|送/u;
