import { englishCardinals } from '../../../knowledge/language/numbers.ts';

/** Which side of the number counts: "from ¥199", "after 3 days", "until 4 pm"; '' for "within 30 days", which is the same as 30 days. */
export type Side = '' | 'from' | 'after' | 'until';

/** A number as a statement makes it: how many of what. "2 to 4 days", "三天", "half", "八折". */
export interface Figure {
  readonly value: number;
  /** End of a range; null: none. */
  readonly to: number | null;
  readonly side: Side;
  /** Canonical unit; '' where none is said. */
  readonly unit: string;
  readonly at: number;
  readonly text: string;
}

const units: Readonly<Record<string, RegExp>> = {
  money: /^(?:元|块钱?|圆|塊|刀|yuan|rmb|cny|usd|eur|euros?|dollars?|bucks?|pounds?|cents?|pence|kuai|美元|人民币)/,
  percent: /^(?:%|percent|per cent|pct)/,
  tenths: /^(?:折|成)/,
  day: /^(?:(?:working |business |calendar )?days?|天|日(?!用|常)|个?工作日|个?自然日)/,
  week: /^(?:weeks?|周|星期|个?礼拜)/,
  month: /^(?:months?|个?月)/,
  year: /^(?:years?|年)/,
  am: /^(?:a\.?m\b\.?)/,
  pm: /^(?:p\.?m\b\.?)/,
  hour: /^(?:hours?|hrs?|h\b|个?小时|点钟?|时)/,
  minute: /^(?:minutes?|mins?|分钟)/,
  second: /^(?:seconds?|secs?|秒)/,
  kilogram: /^(?:kg|kilos?|kilograms?|公斤|千克)/,
  gram: /^(?:g\b|grams?|克)/,
  litre: /^(?:l\b|lit(?:er|re)s?|升)/,
  millilitre: /^(?:ml\b|毫升)/,
  metre: /^(?:m\b|met(?:er|re)s?|米)/,
  centimetre: /^(?:cm\b|centimet(?:er|re)s?|厘米)/,
  millimetre: /^(?:mm\b|millimet(?:er|re)s?|毫米)/,
  kilometre: /^(?:km\b|kilomet(?:er|re)s?|公里|千米)/,
  degree: /^(?:°|degrees?|度)/,
  times: /^(?:times?|x\b|倍|次|遍)/,
  piece: /^(?:pieces?|pcs|items?|products?|goods|件|个|款|双|只|份|本|套|种|条|张|支|瓶|盒|包)/,
  point: /^(?:points?|积分|分(?!钟))/,
  step: /^(?:steps?|步)/,
};

const englishNumbers: Readonly<Record<string, number>> = {
  ...englishCardinals,
  zero: 0,
  fourty: 40,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  half: 0.5,
  quarter: 0.25,
  third: 1 / 3,
  dozen: 12,
  couple: 2,
  double: 2,
  twice: 2,
  triple: 3,
  thrice: 3,
  single: 1,
};

const chineseDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  半: 0.5,
};
const chinesePlaces: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
};

/** 一 that counts nothing. */
const idle =
  /一(?=下|起|样|直|些|点(?!\d)|边|般|会|并|旦|切)|(?<=统|唯|万|每|哪|这|那)一|(?<=大|着|登|内)陆|陆(?=续|地|运)|(?<=首)百|千(?=万(?:别|不))|万(?=一|能)/g;

/** 三百五 is 350, 一千二百 is 1200, 八五 is 8.5 (in 八五折). */
const chineseValue = (text: string): number => {
  let [total, digit, place] = [0, 0, 0];
  let plain = '';
  for (const char of text) {
    const d = chineseDigits[char];
    if (d !== undefined) {
      digit = d;
      plain += String(d);
      continue;
    }
    place = chinesePlaces[char]!;
    plain = '';
    if (place === 10_000) total = (total + digit) * place;
    else total += (digit || 1) * place;
    digit = 0;
  }
  if (place === 0)
    return plain.length > 1 ? Number(plain.includes('.') ? plain : `${plain[0]}.${plain.slice(1)}`) : digit;
  return total + (digit && place >= 100 && text.at(-2) !== '零' && digit >= 1 ? digit * (place / 10) : digit);
};

const unitAfter = (rest: string): { unit: string; length: number } => {
  const gap = /^[\s-]*/.exec(rest)![0].length;
  for (const [unit, words] of Object.entries(units)) {
    const match = words.exec(rest.slice(gap));
    if (match) return { unit, length: gap + match[0].length };
  }
  return { unit: '', length: 0 };
};

const numberWord = Object.keys(englishNumbers).join('|');
const pattern = new RegExp(
  [
    '(?<money>[¥$€£]|(?<![a-z])(?:rmb|cny|usd|eur|us\\$)\\s?)?\\s?(?<digits>\\d[\\d,]*(?:\\.\\d+)?)',
    `(?<![a-z])(?<words>(?:${numberWord})(?:(?:[\\s-]+(?:and\\s+)?)(?:${numberWord}))*)(?![a-z])`,
    // "A day" is one day.
    '(?<![a-z])(?<article>an?|per|each|every)(?=\\s(?:day|week|month|year|hour|minute|fortnight|dozen))',
    '(?<han>[零〇一二两兩三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟半]+)',
  ].join('|'),
  'g',
);

const englishValue = (words: string): number => {
  const parts = words.split(/[\s-]+/).filter(w => w !== 'and');
  let [total, current] = [0, 0];
  for (const word of parts) {
    const value = englishNumbers[word]!;
    if (value >= 100) {
      current = (current || 1) * value;
      if (value >= 1000) {
        total += current;
        current = 0;
      }
    } else current += value;
  }
  return total + current;
};

const between = /^\s*(?:-|–|—|~|to|or|and|至|到|或)\s*$/;

const before: readonly (readonly [Exclude<Side, ''>, RegExp])[] = [
  [
    'from',
    /(?:\bfrom|\bover|\babove|\bat least|\bmore than|\bexceed\w*|\bminimum(?: of)?|\bspend(?:ing)?|\bbeyond|满|滿|至少|超过|高于|不低于|不少于)\s*$/,
  ],
  ['after', /(?:\bafter|\bpast)\s*$/],
  ['until', /(?:\bbefore|\bby|\buntil|\btill)\s*$/],
];
const behind: readonly (readonly [Exclude<Side, ''>, RegExp])[] = [
  ['from', /^\s*(?:or more|or over|and (?:over|up|above)|plus\b|\+|以上|起(?!来)|及以上)/],
  ['after', /^\s*(?:later|afterwards|之后|以后|后)/],
  ['until', /^\s*(?:之前|以前|前)/],
];

interface Found {
  readonly value: number;
  readonly unit: string;
  readonly at: number;
  readonly end: number;
}

const foundIn = (read: string): Found[] =>
  [...read.matchAll(pattern)].map(match => {
    const { money, digits, words, article, han } = match.groups!;
    const value = digits
      ? Number(digits.replaceAll(',', ''))
      : article
        ? 1
        : words
          ? englishValue(words)
          : chineseValue(han!);
    const numberEnd = match.index + match[0].length;
    const { unit, length } = money ? { unit: 'money', length: 0 } : unitAfter(read.slice(numberEnd, numberEnd + 24));
    const gap = match[0].length - match[0].trimStart().length;
    return { value, unit, at: match.index + gap, end: numberEnd + length };
  });

/** The figures in `text`, which is folded. Two that are joined ("2 to 4 days", "2–4 天") are one range. */
const figuresIn = (text: string): Figure[] => {
  const read = text.replace(idle, '　');
  const found = foundIn(read);
  const figures: Figure[] = [];
  for (let i = 0; i < found.length; i++) {
    const [first, next] = [found[i]!, found[i + 1]];
    const joins =
      next && (first.unit === '' || first.unit === next.unit) && between.test(read.slice(first.end, next.at));
    const last = joins ? next : first;
    if (joins) i += 1;
    const { at } = first;
    const sideBefore = before.find(([, words]) => words.test(read.slice(Math.max(0, at - 20), at)));
    const sideBehind = behind.find(([, words]) => words.test(read.slice(last.end, last.end + 12)));
    figures.push({
      value: first.value,
      to: joins ? last.value : null,
      side: joins ? '' : ((sideBefore ?? sideBehind)?.[0] ?? ''),
      unit: last.unit,
      at,
      text: read.slice(at, last.end).trim(),
    });
  }
  return figures;
};

/** "One of these", 一款: names a thing and counts nothing. */
const countsNothing = ({ value, to, unit, text }: Figure): boolean =>
  value === 1 && to === null && (unit === '' || unit === 'piece') && !/\d/.test(text);

export const claimed = (text: string): Figure[] => figuresIn(text).filter(figure => !countsNothing(figure));

const lead =
  /(?:(?<![a-z])(?:within|up to|at most|no more than|at least|more than|about|around|approximately|roughly|from|over|above|after|before|by|until|till)|大约|大概|约|差不多|满|至少|最多|超过|不超过|不少于|在)\s*$/;
const trail = /^\s*(?:or more|or less|or over|以上|以内|之内|内|里|起(?!来)|左右|之后|以后|后|之前|以前|前|不等)/;

/** The text without its figures, their units and the words that bound them, which are held to the template's by themselves. */
export const withoutFigures = (text: string): string =>
  claimed(text)
    .reverse()
    .reduce((rest, { at, text: { length } }) => {
      const ahead = rest.slice(0, at);
      const after = rest.slice(at + length);
      return `${ahead.replace(lead, '')} ${after.replace(trail, '')}`;
    }, text);

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) < 1e-9;

export const same = (a: Figure, b: Figure): boolean =>
  near(a.value, b.value) && near(a.to, b.to) && a.unit === b.unit && a.side === b.side;
