/** A limit that a page names, held against the amount or the time that a shopper tells: "5 weeks ago" and "within 7 days". */
import { englishNumber, readNumber } from '../../language/numbers.ts';
import { fold, hasHan } from '../text/fold.ts';

/** What a shopper told: so many days have passed, or so much money (in whole units of the currency) is meant. */
export interface Measure {
  readonly of: 'days' | 'money';
  readonly amount: number;
  /** In the shopper's words. */
  readonly said: string;
  /** How far it may be off either way: "a month ago" is told in months. Absent: exact. */
  readonly within?: number;
  /** Whether it is enough is what is asked, and nothing that is so: 够2500没. */
  readonly isAsked?: boolean;
  /** What is told is the day it came, and not the one it was bought. */
  readonly sinceDelivery?: boolean;
}

export type Verdict =
  | 'within'
  | 'beyond'
  /** Told too roughly, and so near the limit that the very day counts. */
  | 'at-limit'
  | 'enough'
  | 'too-little'
  /** What the shop said it would do by then is not done. */
  | 'overdue'
  /** When an order leaves. */
  | 'sent-yesterday'
  | 'sent-today'
  | 'sent-tomorrow'
  /** What a table of sizes gives to what is measured, and what it doesn't reach to. */
  | 'size'
  | 'no-size'
  /** Of feet: the first that is long enough, and the one before it. */
  | 'foot-size'
  /** What that size measures stands in the table. */
  | 'size-measures'
  /** Told by height and weight, of a table that goes by the chest. */
  | 'by-chest'
  /** Asked for by name, of what a page lists. */
  | 'listed'
  | 'not-listed'
  /** A town, of those that a page names. */
  | 'there'
  | 'not-there'
  /** It lies in a part of the world that the page doesn't name; `again`: which was said before. */
  | 'place-not-listed'
  | 'place-not-listed-again';

const dayOf: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.4, y: 365, 天: 1, 日: 1, 周: 7, 月: 30.4, 年: 365 };
const daysIn = (unit: string): number =>
  /星期|礼拜|周/u.test(unit) ? 7 : (dayOf[unit.replace('个', '').charAt(0)] ?? Number.NaN);
const hanCount = '[一二两三四五六七八九十半]+|\\d+';
const unitEn = 'days?|weeks?|months?|years?';
const unitZh = '天|周|个?星期|个?礼拜|个?月|年';
const countEn = `\\d+(?:\\.\\d+)?|${englishNumber}|an?|half an?`;

/** "5 weeks ago", "after 3 months", "had it for a year": without such words a time said is none that has passed. */
const elapsedEn = new RegExp(
  `\\b(?:(?<before>after|(?:had|have|used|using|worn|owned) (?:it|them|this|these)(?: for)?|it's been|it has been|been) )?(?<vague>about |around |almost |nearly |like |over |more than |less than |just over |just under )?(?:only |just )?(?<count>${countEn}) (?<unit>${unitEn})(?<half> and a half)?(?<behind> ago| old| later| since| back| already)?\\b`,
  'gu',
);
/** 几天, 十几天 tell no number. */
const elapsedZh = new RegExp(
  `(?<vague>大概|大约|差不多|快|将近|超过)?(?<![第几\\d一二两三四五六七八九十])(?<count>${hanCount})(?<unit>${unitZh})(?:(?<over>多)|(?<half>半))?(?:之?前|以前|了|买的|就(?:坏|断|裂|破|掉|开胶|不)|(?<=(?:用|穿|戴|过|买|收到)了?.{1,6})后)`,
  'u',
);
/** "My son is 2 years old": nothing that was bought. */
const ofPerson = /\b(?:i'?m|i am|s?he|son|daughter|kids?|child|baby|boy|girl|mum|mom|dad|nephew|niece)\b/;
const cameThen = /\b(?:received|arrived|came|delivered)\b|收到|签收|到货|到手|送到/u;
const noMoney =
  '(?! ?(?:%|(?:days?|weeks?|months?|years?|pieces|pcs|people|persons?|guests|mugs|pairs?|items?|hours?|minutes?|kg|cm|mm|ml|km|am|pm|g|l)\\b|[-/:.]\\d|天|周|个|件|码|号|点|岁|月|年|人|位|双|条|只|盒|包|支|瓶|次|期|分|斤|克|公斤|厘米|毫升|小时))';
const moneySaid = new RegExp(
  `(?:[¥￥] ?(\\d[\\d,]*(?:\\.\\d+)?)|\\b(\\d[\\d,]*(?:\\.\\d+)?) ?(?:yuan|rmb|cny|元|块钱?)|(?:costs?|worth|(?:order|total|cart)(?: of| is|'s| was| comes to)|spent|paid|花|付) ?(?:only |just |about |like |了|是|才|只有|也)?(\\d{2,6})\\b${noMoney})|(\\d{2,6}) ?(?:块钱?|元|的(?=东西|订单|商品|呢|可以|能|行|[?？]|$))`,
  'u',
);

/** The only number of a short message: "does 180 reach it". */
const numberAlone = new RegExp(
  `^(?!.*\\b(?:size|number|at|no\\.? ?\\d+)\\b)\\D*?(?<![a-z码号第-])(\\d{2,6})(?!\\d)${noMoney}\\D*$`,
  'u',
);
const fewCharacters = 40;

const countOf = (said: string): number =>
  said === 'a' || said === 'an' ? 1 : /^half/.test(said) || said === '半' ? 0.5 : readNumber(said);

/** What the message tells that a limit could be held against; `isBare`: after a rule was told a number alone will do. Takes folded text. */
export const measureIn = (folded: string, isBare = false): Measure | undefined =>
  timeIn(folded) ?? moneyIn(folded, isBare);

const timeIn = (folded: string): Measure | undefined => {
  const en = [...folded.matchAll(elapsedEn)].find(
    ({ groups: { before, behind } = {} }) =>
      (before !== undefined || behind !== undefined) && !(behind === ' old' && ofPerson.test(folded)),
  );
  const { count = '', unit = '', half = '', vague = '', over = '' } = (en ?? elapsedZh.exec(folded))?.groups ?? {};
  const days = daysIn(unit);
  const amount = (countOf(count) + (half === '' ? 0 : 0.5)) * days;
  if (count === '' || !Number.isFinite(amount)) return undefined;
  const within = days * (vague !== '' || over !== '' ? 1 : days === 1 ? 0 : half === '' ? 0.5 : 0.25);
  return {
    of: 'days',
    amount,
    said: `${count}${en ? ' ' : ''}${unit}${half}`,
    ...(within > 0 ? { within } : {}),
    ...(cameThen.test(folded) ? { sinceDelivery: true } : {}),
  };
};

const asksIfEnough = /\b(?:enough|reach\w*)\b|够|达到|满/u;
/** What was spent is asked, and not told. */
const asksHowMuch = /\bhow much\b|\b(?:have|did) i (?:\w+ )?spen[dt]\b|花了?多少|消费了?多少/u;
/** "A few yuan short of 199", 差几块不到199: just below what is named. */
const shortOf =
  /\b(?:short of|shy of|just (?:under|below)|a (?:bit|little) (?:under|below|less than)|not quite|almost at|close to|nearly)\b.{0,8}\d|(?:差|缺|少)(?:了|个|那么|一)*(?:几|一?点|\d{1,2}|[一二两三四五六七八九十])[块元毛]?钱?.{0,6}(?:不到|没到|不够|才到|就到|就够|满|到) ?\d|(?:不到|没到|不够|不足|没满|凑不够) ?\d|\d元?(?:不到|没到|还差|差(?:了|一)?[点几])/u;
const moneyIn = (folded: string, isBare: boolean): Measure | undefined => {
  if (asksHowMuch.test(folded)) return undefined;
  const isShort = shortOf.test(folded);
  const money = moneySaid.exec(folded) ?? (isBare && folded.length <= fewCharacters ? numberAlone.exec(folded) : null);
  const digits = money?.slice(1).find(one => one !== undefined);
  return digits === undefined
    ? undefined
    : {
        of: 'money',
        amount: Number(digits.replaceAll(',', '')) - (isShort ? 0.01 : 0),
        said: isShort ? (hasHan(folded) ? `不到¥${digits}` : `just under ¥${digits}`) : `¥${digits}`,
        ...(asksIfEnough.test(folded) ? { isAsked: true } : {}),
      };
};

const least =
  /(?:from|reach(?:es)?|at least|spends?) [¥￥](\d[\d,]*)|[¥￥](\d[\d,]*) or more|(?:orders|goods) (?:of|for) [¥￥](\d[\d,]*)|(?<![未不])(?:满|达到) ?[¥￥]? ?(\d[\d,]*)|(\d[\d,]*) ?元(?:起|以上)/iu;
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

/** Days that a parcel may take: what was bought so long ago may have come later by these. */
const longestDelivery = 9;
const fromDelivery = /\bfrom delivery\b|\bafter delivery\b|签收|收到/iu;
const anyMoney = /[¥￥] ?\d|\d ?元|满 ?\d/u;

/**
 * Whether what was told is within the limit that this sentence names; undefined: it names none of that kind, or several, or the
 * very number that was asked about, or what was told is too rough to say. `about`: folded words of the goods meant, where a sentence has
 * a limit for each kind.
 */
export const verdictOn = (sentence: string, measure: Measure, about = ''): Verdict | undefined => {
  const { amount, within = 0 } = measure;
  if (measure.of === 'money') {
    const found = anyMoney.test(sentence) ? [...sentence.matchAll(new RegExp(least, 'giu'))] : [];
    const named = new Set(found.flatMap(one => one.slice(1).filter(digits => digits !== undefined)));
    const [limit = '', ...more] = [...named].map(digits => digits.replaceAll(',', ''));
    if (limit === '' || more.length > 0 || (measure.isAsked && amount === Number(limit))) return undefined;
    return amount >= Number(limit) ? 'enough' : 'too-little';
  }
  if (ofShop.test(sentence)) return undefined;
  const limit = ofWarranty.test(sentence) ? warrantyOf(sentence, about) : onlyOf(sentence);
  if (limit === undefined || Number.isNaN(limit) || amount === limit) return undefined;
  if (amount + within <= limit) return 'within';
  const late = fromDelivery.test(sentence) && !measure.sinceDelivery ? longestDelivery : 0;
  return amount - within - late > limit ? 'beyond' : undefined;
};

/** Told too roughly to be held against the limit that the sentence names, and so near it that the very day counts. */
export const isAtLimit = (sentence: string, { of, amount, within = 0 }: Measure): boolean => {
  const limit = of === 'days' && !ofShop.test(sentence) ? onlyOf(sentence) : undefined;
  return limit !== undefined && within > 0 && Math.abs(amount - limit) <= within / 3;
};

const longerEn = new RegExp(
  `\\b(?:more than|over|past|after|longer than|beyond|older than) (?:the )?(${countEn}) (${unitEn})\\b`,
  'u',
);
const longerZh = new RegExp(`(?:超过|超了|超|过了|多于|大于)了?(${hanCount}) ?(${unitZh})`, 'u');
/** "And after more than 90 days?": in its words, where that is the very limit that this sentence names. */
export const saidToExceed = (sentence: string, folded: string): string | undefined => {
  const en = longerEn.exec(folded);
  const [, count, unit] = en ?? longerZh.exec(folded) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const limit = onlyOf(sentence);
  if (ofShop.test(sentence) || limit === undefined || countOf(count) * daysIn(unit) < limit) return undefined;
  return en ? `more than ${count} ${unit}` : `${count}${unit}以上`;
};

/** The shop does something within so many days, and more have passed. */
export const isOverdue = (sentence: string, { of, amount, within = 0 }: Measure): boolean => {
  if (of !== 'days' || !ofShop.test(sentence)) return false;
  const said = byThen.exec(sentence);
  const limit = said ? countOf((said[1] ?? said[3])!.toLowerCase()) * daysIn((said[2] ?? said[4])!) : Number.NaN;
  return amount - within > limit;
};
const byThen = new RegExp(
  `\\b(?:within|up to) (${countEn}) (?:working )?(${unitEn})\\b|(\\d+|${hanCount}) ?个?(?:工作)?(天|日|周)(?:之?内|以内)`,
  'iu',
);

/** "It arrives within a day": what the shopper waits for. */
const comesFromShop =
  /\b(?:it|they|we) (?:arrives?|comes?|sends?|is sent|are sent|answers?)\b|内(?:发|寄|送|回复|到账|退到)/iu;
/** Of several times named in a sentence none is the limit for sure. */
const onlyOf = (sentence: string): number | undefined => {
  const clauses = sentence.split(/[;；，]/u).filter(clause => !comesFromShop.test(clause));
  const named = new Set(clauses.flatMap(clause => [...clause.matchAll(new RegExp(most, 'giu'))].map(daysNamed)));
  return named.size === 1 ? [...named][0] : undefined;
};

const daysNamed = (match: RegExpMatchArray | null): number | undefined => {
  const [count, unit] = (match?.slice(1) ?? []).filter(one => one !== undefined);
  return count === undefined || unit === undefined
    ? undefined
    : countOf(count.toLowerCase().replace(/^an? (?!hundred|dozen)/, '')) * daysIn(unit);
};

/** So many days a sentence gives the shopper, whatever the shop does in how many. */
export const daysLimit = (text: string): number | undefined => onlyOf(text);

/** "Shoes and bags one year, cookware ten years": of the thing that is meant, or the only one there is. */
const warrantyOf = (sentence: string, about: string): number | undefined => {
  const clauses = sentence.split(/[,，;；]/u).filter(clause => covered.test(clause));
  const meant = clauses.filter(clause => isAbout(clause, about));
  const [only, ...more] = meant.length > 0 ? meant : clauses;
  return only === undefined || more.length > 0 ? undefined : daysNamed(covered.exec(only));
};

/** So many days for the goods that `about` says; undefined: the sentence has none for them. */
export const warrantyDays = (sentence: string, about: string): number | undefined => {
  if (!ofWarranty.test(sentence)) return undefined;
  const clauses = sentence.split(/[,，;；]/u).filter(clause => covered.test(clause));
  const [only, ...more] = clauses.filter(clause => isAbout(clause, about));
  return only === undefined || more.length > 0 ? undefined : daysNamed(covered.exec(only));
};

/** What is called electronic is electric. */
const electric = { said: /electr|电子|电器/iu, meant: /electr|数码|电子|电器|电(?:水壶|饭|热|动|吹|熨|炉|锅)/u };
const isAbout = (clause: string, about: string): boolean =>
  thingsIn(clause).some(thing => about.includes(thing)) || (electric.said.test(clause) && electric.meant.test(about));

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
/** "Bought in july, so too late?", 还来得及吗: also where no span of time is told. */
export const asksIfTooLate = (folded: string): boolean =>
  folded.length <= 100 && tooLate.test(folded) && !asksGoods.test(folded);
const tooLate =
  /\b(?:too late|out of time|past the (?:deadline|limit|window)|(?:still )?in time|missed the (?:deadline|window|limit))\b(?!.{0,20}\b(?:deliver\w*|arriv\w*|christmas|birthday)\b)|来(?:得|不)及(?!.{0,6}(?:收|送|到|过年|生日))|(?:太晚|超期|过期|超过期限|过了期限|晚)了?(?:吗|吧|没|不|呢)|(?:是不是|会不会|算不算)(?:已经|都)?(?:太?晚|超期|过期)/u;
const asksGoods =
  /\b(?:show|find|looking for|recommend|under|below|less than|cheaper|add|cart|present|gift)\b|推荐|找|以内|以下|加入|购物车|送/u;

/** Whether a limit that was told is over is asked in so many words: 算不算超了90天, "and if it's been more than 90 days?" */
export const asksIfOver = (folded: string): boolean => folded.length <= 100 && over.test(folded);
const over =
  /(?:算不算|是不是|会不会|有没有|算|已经)(?:已经)?(?:超|过|晚)(?:了|过)?|(?:超过|超了|过了)(?:\d{1,3}|[一二两三四五六七八九十]+) ?个?(?:天|月)|\b(?:if|when|once|and|but) .{0,16}\b(?:more than|over|past|after|longer than) (?:the )?(?:\d{1,3}|thirty|sixty|ninety) (?:days?|weeks?|months?)\b|\b(?:am i|is (?:it|that)|was that) (?:over|past|outside|beyond|still (?:within|inside))\b/u;
