/**
 * Measures: a number with its unit, as goods have it ("250 g", "Eighteen litres", 一万毫安时) and as shoppers wish for it ("at least
 * 500 ml", "1000 pieces", 30 升以上). Each is of a dimension, in which a wish and a page are held against each other.
 */
import type { Product } from '../../domain/product.ts';
import { englishNumber, readNumber } from '../../language/numbers.ts';
import { fold } from '../text/fold.ts';
import { kindsByName } from './named-kinds.ts';

/** `span`: lengths and screens; `charge`: of a battery; `cold`: degrees below zero. */
export type Dimension = 'volume' | 'mass' | 'span' | 'hours' | 'pieces' | 'charge' | 'spf' | 'players' | 'cold';

/** From least to most, in the unit of the dimension; one number is both. */
export interface Measure {
  readonly of: Dimension;
  readonly least: number;
  readonly most: number;
  readonly start: number;
  readonly end: number;
}

export interface MeasureWish {
  readonly of: Dimension;
  /** `over` and `less` leave the amount itself out. */
  readonly bound: 'least' | 'most' | 'about' | 'over' | 'less';
  readonly amount: number;
  /** That many are too few, or too many: the bound is no word of the measure's. */
  readonly isFault?: true;
  readonly start: number;
  readonly end: number;
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
const inEnglish = new RegExp(`(${number})(?:(?: ?(?:-|to|or) ?)(${upTo}))?[ -]?(?:${english})(?![a-z])`, 'gu');
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
/** 3x30ml: as often as that. */
const times = /^(\d{1,2})x(\d+(?:\.\d+)?)(ml|g)$/;

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

/** What stands before or after a measure and says in which direction it counts. */
const leads: readonly (readonly [MeasureWish['bound'], RegExp])[] = [
  [
    'least',
    /(?:at ?least|minimum(?: of)?|min|from|no(?:t)? (?:less|smaller|under|fewer) than|不(?:少于|低于|小于)|至少|最少|起码) ?$/u,
  ],
  [
    'most',
    /(?:at most|up to|max(?:imum)?(?: of)?|within|no(?:t)? (?:more|bigger|larger|over|longer) than|不(?:超过|大于|高于)|最多|别超(?:过)?) ?$/u,
  ],
  ['over', /(?:more than|over|above|bigger than|larger than|longer than|超过|大于|多于) ?$/u],
  ['less', /(?:less than|under|below|smaller than|shorter than|lighter than|fewer than|小于|少于|低于) ?$/u],
];
const tails: readonly (readonly [MeasureWish['bound'], RegExp])[] = [
  [
    'least',
    /^ ?(?:的)?(?:\+|or (?:more|bigger|larger|over|above|up)|and (?:up|above)|plus\b|minimum|min\b|以上|起|或以上|往上)/u,
  ],
  ['most', /^ ?(?:的)?(?:or (?:less|smaller|under|below)|max\b|maximum|at most|tops|以内|以下|之内|或以下)/u],
];

/** A wish for one of these is for that much at least: what has to go in, last, or be kept off. */
const atLeast: ReadonlySet<Dimension> = new Set(['hours', 'charge', 'spf', 'cold']);
/** Told of whoever will wear or carry it, and of no goods: 我190斤, "I'm 80 kg", "185 cm tall". */
const ofPerson =
  /(?:我|他|她|体重|身高|本人|老公|老婆|男|女|爸|妈)[^,。.;!?]{0,6}$|\b(?:i'm|i am|im|i weigh|he's|she's|weighs?|weighing|he is|she is|height|weight)(?: (?:about|around|is|of|only))? ?$/u;
/** No goods take so little or so much of a person: pounds are money too. */
const weighed = /\bi(?:'m| am)? (?:weigh|\d{2,3} ?(?:kg|lbs))|体重|身高/u;
const tall = /^ ?(?:tall|高|重|体重|\/|, ?\d{2,3} ?(?:kg|cm|斤|公斤))/u;
/** So long something is done, takes or is away: a day's work, a delivery. */
const keeping =
  /keep|stay|last|batter|hot|cold|warm|cool|play|charge|burn|run ?time|保温|保冷|保热|续航|电|播|听|亮|烧|点|耐用/u;
/** So many of a thing are ordered: "3 pieces of it", 来两包. */
const orderedBefore =
  /(?:来|买|要|拿|订|下单|加|各|order|buy|take|add|get|want|need)(?:(?:我|个|一|me|the|of|it|them) ?)* ?$/u;
const fewPieces = 6;
const blocks = /^ ?(?:的)?(?:积木|拼图|木|榉|颗粒|装)/u;
/** 太少 and 太多 of a number that a page has: more, or fewer, of it. */
const tooFew =
  /^(?:\p{Script=Han}{0,3})?(?:也|有点|实在|就|才|根本)?(?:太少|不够|哪里?够|怎么够|够谁用|少了|太小)|^ ?(?:\w+ ){0,3}(?:is|are|isn't|aren't|not) (?:too few|too little|too small|not enough|enough|a bit (?:few|small|little))\b/u;
const tooMany =
  /^(?:\p{Script=Han}{0,3})?(?:也|有点|实在|就)?(?:太多|多了|太大|太重)|^ ?(?:\w+ ){0,3}(?:is|are) (?:too (?:many|much|big|large|heavy))\b/u;

/** What a folded message wishes goods to measure; `isBare`: cut out of its sentence already. */
export const measuresWished = (folded: string, isBare = false): MeasureWish[] =>
  measuresIn(folded, isBare || ofGames.test(folded)).flatMap(({ of, least, most, start, end }): MeasureWish[] => {
    const [before, after] = [folded.slice(Math.max(0, start - 24), start), folded.slice(end)];
    if ((of === 'mass' || of === 'span') && (ofPerson.test(before) || tall.test(after) || weighed.test(folded)))
      return [];
    if (of === 'hours' && !isBare && !keeping.test(folded)) return [];
    if (of === 'pieces' && most <= fewPieces && orderedBefore.test(before)) return [];
    // 块 counts money too.
    if (/块$/u.test(folded.slice(start, end)) && !isBare && !blocks.test(after) && !tooFew.test(after)) return [];
    const lead = leads.find(([, pattern]) => pattern.test(before));
    const tail = tails.find(([, pattern]) => pattern.test(after));
    const from = lead ? start - lead[1].exec(before)![0].trimEnd().length - (/ $/.test(before) ? 1 : 0) : start;
    const to = tail ? end + tail[1].exec(after)![0].length : end;
    const bound = tooFew.test(after)
      ? 'over'
      : tooMany.test(after)
        ? 'less'
        : (lead?.[0] ?? tail?.[0] ?? (atLeast.has(of) || hasRoom.test(folded) ? 'least' : 'about'));
    const amount = bound === 'most' || bound === 'less' ? most : least;
    const isFault = tooFew.test(after) || tooMany.test(after);
    return [{ of, bound, amount, start: Math.max(0, from), end: to, ...(isFault ? { isFault } : {}) }];
  });
/** So many people play, and take or get nothing. */
const ofGames = /\bgames?\b|\bplay(?:s|ed|ing|able)?\b/;
/** "Fits a 16 inch laptop", 能放15寸电脑: what goes in is measured. */
const hasRoom =
  /\b(?:fits?|fitting|holds?|takes?|room for|big enough|large enough|for) (?:an? |my |the )?\d+(?:\.\d+)?[ -]?(?:inch|in\b|")|\b(?:laptop|macbook|notebook|computer)\b|(?:放|装|塞)(?:得?下|进)?.{0,6}寸|(?:电脑|笔记本)/u;

/** What is told as a wish that is nothing but a measure; undefined: it is something else. */
export const measureWishOf = (value: string): MeasureWish | undefined => {
  let wish = known.get(value);
  if (wish === undefined) {
    const folded = fold(value);
    wish = measuresWished(folded, true)[0] ?? null;
    if (known.size >= mostKnown) known.clear();
    known.set(value, wish);
  }
  return wish ?? undefined;
};
const mostKnown = 200;
const known = new Map<string, MeasureWish | null>();

/** What a page that names a height above the sea, a fee or a time of brewing measures is not the goods. */
const notOfGoods =
  /\b(?:from|at) [\d,]+ met(?:re|er)s|海拔 ?\d+ ?米|\d+ ?米水洗|(?:\bten|十) ?(?:minutes?|分钟)(?: of charging)?[^.。]{0,24}/giu;
/** What goods measure by what they are, where no page needs to say it: xiangqi is played by two. */
const byKind: Readonly<Record<string, Pick<Measure, 'of' | 'least' | 'most'>>> = {
  xiangqi: { of: 'players', least: 2, most: 2 },
};
const measured = new WeakMap<Product, readonly Measure[]>();

/** What its name, its sizes and its page say it measures. */
export const measuresOf = (product: Product): readonly Measure[] => {
  let all = measured.get(product);
  if (all === undefined) {
    const { name, description, attributes } = product;
    const texts = [...Object.values(name), ...(attributes.size ?? []), ...Object.values(description)];
    const told = texts.flatMap(text => {
      const multiple = times.exec(text);
      const folded = fold(text).replace(notOfGoods, ' ');
      return multiple ? measuresIn(`${Number(multiple[1]) * Number(multiple[2])}${multiple[3]}`) : measuresIn(folded);
    });
    const ofKind = kindsByName(product).flatMap(kind => byKind[kind] ?? []);
    all = [
      ...told,
      ...ofKind.filter(one => !told.some(({ of }) => of === one.of)).map(one => ({ ...one, start: 0, end: 0 })),
    ];
    measured.set(product, all);
  }
  return all;
};

const near = 0.1;
const isMet = ({ bound, amount }: MeasureWish, { least, most }: Measure): boolean => {
  switch (bound) {
    case 'least':
      return most >= amount * 0.99;
    case 'most':
      return least <= amount * 1.01;
    case 'over':
      return most > amount * 1.01;
    case 'less':
      return least < amount * 0.99;
    case 'about':
      return least <= amount * (1 + near) && most >= amount * (1 - near);
  }
};

/** Whether a product is known to measure what was wished. */
export const isMeasuredIn = (product: Product, wish: MeasureWish): boolean =>
  measuresOf(product).some(one => one.of === wish.of);
export const measures = (product: Product, wish: MeasureWish): boolean =>
  measuresOf(product).some(one => one.of === wish.of && isMet(wish, one));

/** More than twice as much, or less than half, is no nearer than what says nothing of it. */
const ofUnknown = 2.05;
/** How far a product is from it, as a ratio of at least 1. */
export const farFrom = (product: Product, wish: MeasureWish): number => {
  const own = measuresOf(product).filter(one => one.of === wish.of);
  if (own.length === 0) return ofUnknown;
  return Math.min(...own.map(one => Math.max(one.most / wish.amount, wish.amount / one.most)));
};
export const isNear = (product: Product, wish: MeasureWish): boolean => farFrom(product, wish) < ofUnknown;
