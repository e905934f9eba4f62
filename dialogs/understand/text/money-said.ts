/** Amounts of money with their bounds, as shoppers say them in either language. Takes folded text. */
import type { Currency } from '../../../knowledge/domain/money.ts';
import type { MoneyBound } from '../../../knowledge/domain/preference.ts';
import { englishSum, readNumber } from '../../../knowledge/language/numbers.ts';
import { measuresIn } from '../../../knowledge/retrieval/goods/measures.ts';
import { aroundAfter, aroundBefore, maxAfter, maxBefore, minAfter, minBefore } from './bounds-said.ts';

export interface MoneySaid {
  readonly bounds: readonly MoneyBound[];
  /** Where money stands in the text, so that other readers leave those digits alone. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const chineseNumber = '(?<![零一二两三四五六七八九十百千万几])[零一二两三四五六七八九十百千万]+';
const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2})?(?:k\\b|[百千万])?';
const number = `(?:(?<!\\d)(?:${digits})(?!\\d|k\\b)|${englishSum}\\b|${chineseNumber})`;

const before = 'hk\\$|us\\$|sg\\$|nt\\$|au\\$|ca\\$|jp¥|[$€£¥]|(?:rmb|cny|usd|eur|gbp|hkd|jpy) ?';
/** Pieces of something, or together: 一块儿放风筝. */
const noMoneyBehind = '装|礼盒|皂|组|入|积木|拼图|木|榉|颗粒|儿|(?:也|有点|实在)?太[少多]';
const together = '去|来玩|玩|吃|喝|放|看|跑|爬|出|过|住|逛|走|聊|做|学|骑|露营|旅|运动|锻炼|散步|回|用';
/** 一块砧板, 两块香皂: so many pieces of what is named behind it, and no money. */
const piecesOf =
  '(?<=(?<![\\d.一二两三四五六七八九十百千万])[一两二三四五六1-6] ?)块(?=[\\u4e00-\\u9fff])(?![钱以之左上下多的地得了吧吗呢啊呀嘛就行起出内到至和或也太都还能可够包几两三五毛半不没是买卖给要预再怎啥什贵便零])';
const after = `元|块钱|(?!${piecesOf})(?<!一)块(?!${noMoneyBehind})|(?!${piecesOf})(?<=一)块(?!${noMoneyBehind}|${together})|圆|人民币|港币|港元|美元|美金|刀|欧元|英镑|日元|rmb\\b|cny\\b|yuan\\b|kuai\\b|usd\\b|dollars?\\b|bucks\\b|eur\\b|euros?\\b|€|gbp\\b|pounds?\\b|quid\\b|£|hkd\\b|yen\\b|jpy\\b|\\$`;

const currencyOf = (sign: string | undefined): Currency | undefined => {
  const s = (sign ?? '').trim();
  if (s === '') return undefined;
  if (/^(hk\$|hkd|港)/.test(s)) return 'HKD';
  if (/^sg\$/.test(s)) return 'SGD';
  if (/^nt\$/.test(s)) return 'TWD';
  if (/^au\$/.test(s)) return 'AUD';
  if (/^ca\$/.test(s)) return 'CAD';
  if (/^(jp¥|jpy|yen|日元)/.test(s)) return 'JPY';
  if (/^(\$|us\$|usd|dollar|buck|美|刀)/.test(s)) return 'USD';
  if (/^(€|eur|欧元)/.test(s)) return 'EUR';
  if (/^(£|gbp|pound|quid|英镑)/.test(s)) return 'GBP';
  return 'CNY';
};

/** A number counting one of these is no money. */
const unitBehind =
  '(?![ -]?(?:of (?:them|those|these)\\b|days?|hours?|weeks?|months?|years?|minutes?|mins?\\b|secs?\\b|seconds|gr\\b|grams?\\b|kilos?\\b|mil\\b|psi\\b|gsm\\b|times|items?|pieces?|pcs|pairs?|people|percent|%|km|cm|mm|kg|g\\b|[gtm]b|(?:giga|tera|mega)bytes?|gigs?\\b|mp\\b|megapixels?|mah|hz|watts?|w\\b|oz|lbs?\\b|met(?:er|re)s?|m\\b|ft\\b|feet|inches|pages?|寸|英寸|毫安|万像素|匹|小时|ml|l\\b|h\\b|inch|litres?|liters?|steps?|stars?|天|小时|周|个|件|双|只|条|款|点|月|年|日|号|码|折|分|次|人|公里|厘米|升|毫升|克|公?斤|片|张|页|岁|楼|%))';
/** "The one from 23 october". */
const otherUnit = `${unitBehind}(?!(?:st|nd|rd|th)?(?: of)? ?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b)`;

/** "Around 20 to 25 litres": the first of them counts no money either. */
const toOtherUnit = `(?! ?(?:-|–|~|to|or|and|到|至|或) ?\\d[\\d.,]*${unitBehind.replace('(?!', '(?=')})`;

const amountPattern = `(${before})?(${number}) ?(${after})?`;
const range = new RegExp(
  `(between |from |(?:my |the |a )?budget(?: is| of|:)?(?: about| around)? ?|预算(?:是|在|大概|大约|:)? ?|介于|在)?(${before})?(${number}) ?(${after})? ?(?:-|~|to|and|到|至|和|或) ?(${before})?(${number}) ?(${after})?(之间)?${otherUnit}`,
  'g',
);
const bounded = new RegExp(
  `(?<![a-z\\d])(?:(${maxBefore})|(${minBefore})|(${aroundBefore}))? ?(?:about |around |only |是|在|为)?${amountPattern} ?(?:(${maxAfter})|(${minAfter})|(${aroundAfter}))?${otherUnit}${toOtherUnit}`,
  'g',
);

/** A range of amounts alone, as prices are: "400-600", 50到80; no sizes, years, days or numbers by which one is called. */
const bareRange = /(?<![\d.:/\-#a-z])(\d{2,5}) ?(?:-|~|to|到|至) ?(\d{2,5})(?![\d.:/-]|[a-z%°])/gu;
const isPriceRange = (low: number, high: number): boolean =>
  high > low && high <= low * 5 && low >= 20 && high >= 50 && low % 10 === 0 && high % 10 === 0;

const about = /around|about|roughly|approximately|大概|大约|差不多/;

const counted = new RegExp(unitBehind.replace('(?!', '^(?:'));
/** A person is so old. */
const ofAge =
  /\b(?:wom[ae]n|m[ae]n|lad(?:y|ies)|guys?|person|people|someone|somebody|mum|mom|dad|grand\w+|he's|she's|he is|she is|aged?|turns|turning)(?: (?:who is|who's|of|is))? ?$|(?:岁数|年纪|年龄|今年|(?<![每一两俩])人|她|他|妈|爸|阿姨|叔叔)(?:都|已经|快|有)? ?$/u;
const oldest = 110;
/** 冲锋衣 小孩穿的 130左右: clothes for children are told by how tall they are. 100 and 150 may as well be a price. */
const isHeight = (amount: number, folded: string): boolean =>
  amount >= 80 &&
  amount <= 165 &&
  amount % 5 === 0 &&
  amount % 50 !== 0 &&
  /孩|儿童|宝宝|儿子|女儿|[男女]童|娃|身高/u.test(folded) &&
  /衣|裤|裙|外套|羽绒|雨披|穿/u.test(folded) &&
  !/[块元钱¥]|预算|价/u.test(folded);
const notMeant = /(?:不是|并非|\bnot|\bisn't) ?$/u;

/** "20k a week", "my first 10k": so far somebody runs. */
const isDistance = (folded: string, digits: string, at: number): boolean =>
  /^\d{1,3}k$/.test(digits) &&
  !/\b(?:budget|spend|pay|cost|price)\w*\b|预算/u.test(folded.slice(0, at)) &&
  (ranBehind.test(folded.slice(at + digits.length)) || ranBefore.test(folded.slice(0, at)));
const ranBehind =
  /^ ?(?:(?:a|an|per|each|every|\/) ?(?:other )?(?:week|day|month|run|time|morning|night|evening|weekend|session)s?|(?:run|race|walk|hike|ride|loop)s?|weekly|daily|(?:mostly |mainly )?on (?:the )?(?:pavements?|roads?|trails?|grass|tarmac|treadmill))\b/;
const ranBefore =
  /\b(?:run|runs|running|ran|jog|jogs|jogging|race|racing|walk|walking|walks|cycle|cycling|train(?:ing)? for|couch to|my first|a first)(?: (?:an?|my|the|about|around|roughly|up to|maybe|like|only|just|some|for))* ?$|(?:跑|慢跑|跑步|跑个|跑了)(?:个|了|大概|大约|差不多|约)* ?$/u;

/** As prices are; one order number in a hundred is. */
const isRound = (digits: string): boolean => digits.length <= 7 && digits.endsWith('00');
/** Something was bought, or is to go back. */
const ofOrder =
  /\b(?:orders?|return\w*|refund\w*|exchange\w*|cancel\w*|send .{0,20}back|bought|ordered|received|arrived|parcel|package)\b|订单|退|换货|取消|买的|收到/u;

/** "Four to five hundred": the lower one in the same scale. */
const sameScale = (low: string, high: string): number => {
  const [scale] = /(?:hundred|thousand|grand)$/.exec(high) ?? [];
  const alone = readNumber(low);
  if (scale === undefined || !/^[a-z]/.test(low) || alone >= 100) return alone;
  const scaled = readNumber(`${low} ${scale}`);
  return scaled < readNumber(high) ? scaled : alone;
};

const ofSize = /\b(?:i'm|i am|im|sizes?|sized|feet|foot|wear|take) (?:[a-z]+ ){0,3}$/;
/** Told in numbers that shoes have. */
const wornSize =
  /(?:穿|脚|鞋码|平时)[^,，。\d]{0,4}(?:3[4-9]|4[0-8])(?![\d块元])|(?:3[4-9]|4[0-8]) ?码|\b(?:i|she|he|my \w+) (?:wears?|takes?) (?:an? )?(?:size )?(?:3[4-9]|4[0-8])\b(?! ?(?:yuan|rmb))/u;
export const tellsWornSize = (text: string): boolean => wornSize.test(text);
const isBetweenSizes = (folded: string, { index = 0, 3: low, 7: high }: RegExpMatchArray): boolean =>
  [low, high].every(one => Number(one) >= 34 && Number(one) <= 48) && ofSize.test(folded.slice(0, index));

/** Every amount with its bound: a bare amount counts as "around" when a currency is named, and as nothing otherwise. */
/** "55 x 40 x 20", 30*20厘米: how big something is. */
const dimensions =
  /\b\d+(?:\.\d+)? ?(?:cm|mm|厘米)? ?[x×*] ?\d+(?:\.\d+)?(?: ?(?:cm|mm|厘米)? ?[x×*] ?\d+(?:\.\d+)?)?/gu;

export const moneyIn = (said: string): MoneySaid => {
  const bounds: MoneyBound[] = [];
  const spans: { start: number; end: number }[] = [];
  const folded = said.replace(dimensions, all => ' '.repeat(all.length));
  let text = folded;
  const take = (match: RegExpExecArray | RegExpMatchArray): void => {
    const start = match.index ?? 0;
    spans.push({ start, end: start + match[0].length });
    text = text.slice(0, start) + '\u0000'.repeat(match[0].length) + text.slice(start + match[0].length);
  };
  for (const match of folded.matchAll(range)) {
    // "I'm between 40 and 41".
    if (isBetweenSizes(folded, match)) continue;
    const [, word, sign1, low, unit1, sign2, high, unit2, between] = match;
    const currency = currencyOf(sign1 ?? unit1 ?? sign2 ?? unit2);
    const max = readNumber(high!);
    const min = sameScale(low!, high!);
    const isSpoken = /^[a-z]/.test(high!) && max >= 100 && max % 10 === 0;
    const isMoney = currency !== undefined || between !== undefined || (word !== undefined && max >= 10) || isSpoken;
    if (!isMoney || !(max > min) || min <= 0) continue;
    const named = currency ? { currency } : {};
    bounds.push({ bound: 'min', amount: min, ...named }, { bound: 'max', amount: max, ...named });
    take(match);
  }
  for (const match of bounds.length > 0 ? [] : text.matchAll(bareRange)) {
    const [low, high] = [Number(match[1]), Number(match[2])];
    const isOther =
      counted.test(text.slice(match.index + match[0].length)) || measuresIn(text.slice(match.index))[0]?.start === 0;
    if (!isPriceRange(low, high) || isOther) continue;
    bounds.push({ bound: 'min', amount: low }, { bound: 'max', amount: high });
    take(match);
  }
  for (const match of text.matchAll(bounded)) {
    // 不是90块钱.
    if (notMeant.test(folded.slice(0, match.index + match[0].indexOf(match[5]!)))) continue;
    const [, mx, mn, ar, sign, raw, unit, mxAfter, mnAfter, arAfter] = match;
    const amount = readNumber(raw!);
    const currency = currencyOf(sign ?? unit);
    // 39起？那我妈穿37的: sizes of shoes.
    if (!currency && amount >= 34 && amount <= 48 && wornSize.test(folded)) continue;
    // "For a woman around 50"; "for my dad under 200" is money.
    const mayBeAge = !currency && amount <= oldest && mx === undefined;
    if (mayBeAge && ofAge.test(folded.slice(0, match.index))) continue;
    if (arAfter !== undefined && mx === undefined && !currency && isHeight(amount, folded)) continue;
    const marked = mx ?? mn ?? ar ?? mxAfter ?? mnAfter ?? arAfter;
    // "within 3", "about two", "from 9": too small or too vague to be a price when no currency says so.
    if (!Number.isFinite(amount) || amount <= 0) continue;
    if (!currency && (!marked || amount < 10 || (/^(?:from|within|over|about|内)$/.test(marked) && amount < 20)))
      continue;
    // "From 2020" is a year.
    if (!currency && mn === 'from' && /^(?:19|20)\d\d$/.test(raw!)) continue;
    // "From 28226" is an order, which "from 28226 or more", "from ¥28226" and the round "jackets from 12000" are not.
    if (!currency && mn === 'from' && !mnAfter && /^\d{5,14}$/.test(raw!) && (!isRound(raw!) || ofOrder.test(folded)))
      continue;
    // "4k" is a resolution, and 8k上下 is money.
    const isBudget = /\p{Script=Han}/u.test(arAfter ?? mxAfter ?? mx ?? '');
    if (!currency && /^[48]k$/.test(raw!) && !isBudget) continue;
    if (!currency && isDistance(folded, raw!, match.index + match[0].indexOf(raw!))) continue;
    // "A budget of about 200" is no bound.
    const isAbout = /budget|预算/.test(mx ?? '') && !mxAfter && (arAfter !== undefined || about.test(match[0]));
    const bound = isAbout ? 'around' : mx || mxAfter ? 'max' : mn || mnAfter ? 'min' : 'around';
    bounds.push({ bound, amount, ...(currency ? { currency } : {}) });
    take(match);
  }
  return { bounds, spans };
};
