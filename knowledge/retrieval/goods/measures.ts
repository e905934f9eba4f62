/**
 * Measures: a number with its unit, as goods have it ("250 g", "Eighteen litres", 一万毫安时) and as shoppers wish for it ("at least
 * 500 ml", "1000 pieces", 30 升以上). Each is of a dimension, in which a wish and a page are held against each other.
 */
import { englishNumber, readNumber } from '../../language/numbers.ts';

/** `span`: lengths and screens; `charge`: of a battery; `cold`: degrees below zero. */
export type Dimension = 'volume' | 'mass' | 'span' | 'hours' | 'pieces' | 'charge' | 'spf' | 'players' | 'cold';

/** From least to most, in the unit of the dimension; one number is both. */
export interface Measure {
  readonly of: Dimension;
  readonly least: number;
  readonly most: number;
  readonly start: number;
  readonly end: number;
  /** What the thing itself weighs, or how long a side of it is: not what is in it, nor what goes in. */
  readonly isOwn?: true;
}

interface Unit {
  readonly of: Dimension;
  readonly factor: number;
  readonly en: string;
  readonly zh?: string;
  /** So it is called by whoever wishes for it, and by no page. */
  readonly isSpoken?: true;
}

/** Millilitres, grams, millimetres, hours, pieces, milliamp-hours, factors, people, degrees. */
const units: readonly Unit[] = [
  { of: 'volume', factor: 1, en: 'ml|mls|millilit(?:re|er)s?|cc', zh: '毫升' },
  { of: 'volume', factor: 1_000, en: 'l|lit(?:re|er)s?', zh: '升' },
  { of: 'mass', factor: 1, en: 'g|gr|grams?|grammes?', zh: '克' },
  { of: 'mass', factor: 1_000, en: 'kg|kgs|kilos?|kilograms?', zh: '公斤|千克' },
  { of: 'mass', factor: 500, en: '(?!)', zh: '斤' },
  { of: 'mass', factor: 28.35, en: 'oz|ounces?' },
  { of: 'mass', factor: 453.6, en: 'lbs?' },
  { of: 'span', factor: 1, en: 'mm|millimet(?:re|er)s?', zh: '毫米' },
  { of: 'span', factor: 10, en: 'cm|centimet(?:re|er)s?', zh: '厘米|公分' },
  {
    of: 'span',
    factor: 25.4,
    en: "inch(?:es)?|in(?= (?:laptop|screen|macbook|notebook|computer)\\b)|\"|''",
    zh: '英寸|寸',
  },
  { of: 'hours', factor: 1, en: 'h|hrs?|hours?', zh: '个?小时|个钟头?' },
  { of: 'hours', factor: 24, en: 'full days?(?= of (?:battery|charge))' },
  {
    of: 'pieces',
    factor: 1,
    en: 'pieces?|pcs|pc|blocks|bricks|sachets|tea ?bags|drip bags|bags(?= of (?:tea|coffee))|sheets|pages',
    zh: '片|块(?!钱)|件套|包(?!邮)|张|枚|粒|支装|只装|页',
  },
  { of: 'charge', factor: 1, en: 'mah|milliamp(?:ere)?[- ]?hours?', zh: '毫安(?:时)?' },
  {
    of: 'players',
    factor: 1,
    en: 'players',
    zh: '(?:个)?(?:人|玩家)(?=玩|一起玩|能玩|可以玩|游戏|桌游|局|，四十分钟|,)',
  },
  { of: 'players', factor: 1, en: 'player|people|persons?|adults?|grown-ups|friends|of us', isSpoken: true },
];
const english = units.map(unit => `(${unit.en})`).join('|');
const chinese = units.map(unit => `(${unit.zh ?? '(?!)'})`).join('|');

const digits = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:k(?=[ -]?(?:mah|pieces?|pcs))|[千万])?`;
const han = '半|[一二两三四五六七八九十百千万]{1,6}';
const number = `(?<![\\d.a-z¥$€£-]|\\d,)(?:${digits})|\\b${englishNumber}(?![a-z])|(?<![一二两三四五六七八九十百千万第])(?:${han})`;

const upTo = `${digits}|${englishNumber}|${han}`;
const inEnglish = new RegExp(
  `(${number})(?:(?: ?(?:-|to|or|(?<=\\bbetween [\\d.]+) and) ?)(${upTo}))?[ -]?(?:${english})(?![a-z])`,
  'gu',
);
const inChinese = new RegExp(`(${number})(?:(?: ?(?:-|~|到|至) ?)(${upTo}))? ?(?:${chinese})`, 'gu');
const factor = /\bspf ?-?(\d{2,3})\b|\bfactor (\d{2})\b|防晒(?:指数|系数|值)?(\d{2})倍?|(?<!\d)(\d{2})倍(?:的)?防晒/gu;
const below = new RegExp(
  `\\b(?:minus|(?:sub|below) zero(?: to)?) (${number})|(?<![\\d\\p{L}])-(\\d{1,2}) ?(?:degrees|°|c\\b|度)|零下(${number}) ?(?:多)?(?:度|摄氏度)?`,
  'gu',
);
const sets = new RegExp(
  `\\b(?:sets?|box(?:es)?|packs?|cases?) of (${number})(?![a-z])(?! (?:weeks?|days?))|(${number})[- ](?:piece|pack|bag|cup)\\b(?= ?[a-z])`,
  'gu',
);
const amountOf = (text: string): number => (text === '半' ? 0.5 : readNumber(text));

const ofUnits = (folded: string, pattern: RegExp, isSpoken: boolean): Measure[] =>
  [...folded.matchAll(pattern)].flatMap((match): Measure[] => {
    const at = match.slice(3).findIndex(unit => unit !== undefined);
    const unit = units[at];
    const [one, other] = [amountOf(match[1]!), match[2] === undefined ? undefined : amountOf(match[2])];
    if (!unit || (unit.isSpoken && !isSpoken) || !(one > 0) || (other !== undefined && !(other > one))) return [];
    const [least, most] = [one * unit.factor, (other ?? one) * unit.factor];
    return [{ of: unit.of, least, most, start: match.index, end: match.index + match[0].length }];
  });

const ofMarks = (folded: string, pattern: RegExp, of: Dimension): Measure[] =>
  [...folded.matchAll(pattern)].flatMap((match): Measure[] => {
    const said = match.slice(1).find(one => one !== undefined);
    const amount = said === undefined ? Number.NaN : amountOf(said);
    return amount > 0
      ? [{ of, least: amount, most: amount, start: match.index, end: match.index + match[0].length }]
      : [];
  });

const mayMeasure =
  /\d|[半一二两三四五六七八九十百千万]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand)\b/u;

/** Every measure of a folded text, in reading order; of two in one place the first read. */
export const measuresIn = (folded: string, isSpoken = false): Measure[] => {
  if (!mayMeasure.test(folded)) return [];
  const all = [
    ...ofMarks(folded, factor, 'spf'),
    ...ofMarks(folded, below, 'cold'),
    ...ofUnits(folded, inEnglish, isSpoken),
    ...ofUnits(folded, inChinese, isSpoken),
    ...ofMarks(folded, sets, 'pieces'),
  ];
  const kept: Measure[] = [];
  for (const one of all) if (!kept.some(other => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
};
