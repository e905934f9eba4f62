/** A number as a statement makes it: how many of what. "2 to 4 days", "三天", "half", "八折". */
export interface Figure {
  readonly value: number;
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
  hour: /^(?:hours?|hrs?|h\b|个?小时|点钟?|时)/,
  minute: /^(?:minutes?|mins?|分钟)/,
  second: /^(?:seconds?|secs?|秒)/,
  kilogram: /^(?:kg|kilos?|kilograms?|公斤|千克)/,
  gram: /^(?:g\b|grams?|克)/,
  litre: /^(?:l\b|lit(?:er|re)s?|升)/,
  millilitre: /^(?:ml\b|毫升)/,
  metre: /^(?:m\b|met(?:er|re)s?|米)/,
  centimetre: /^(?:cm\b|centimet(?:er|re)s?|厘米)/,
  millimetre: /^(?:mm\b|毫米)/,
  kilometre: /^(?:km\b|公里|千米)/,
  degree: /^(?:°|degrees?|度)/,
  times: /^(?:times?|x\b|倍|次|遍)/,
  piece: /^(?:pieces?|pcs|items?|products?|goods|件|个|款|双|只|份|本|套|种|条|张|支|瓶|盒|包)/,
  point: /^(?:points?|积分|分(?!钟))/,
  step: /^(?:steps?|步)/,
};

const englishNumbers: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
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
const idle = /一(?=下|起|样|直|些|点(?!\d)|边|般|会|并|旦|切)|(?<=统|唯|万)一/g;

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

const unitAfter = (rest: string): string => {
  const trimmed = rest.replace(/^[\s-]+/, '');
  return Object.entries(units).find(([, words]) => words.test(trimmed))?.[0] ?? '';
};

const numberWord = Object.keys(englishNumbers).join('|');
const pattern = new RegExp(
  [
    '(?<money>[¥$€£]|(?<![a-z])(?:rmb|cny|usd|eur|us\\$)\\s?)?\\s?(?<digits>\\d[\\d,]*(?:\\.\\d+)?)',
    `(?<![a-z])(?<words>(?:${numberWord})(?:(?:[\\s-]+(?:and\\s+)?)(?:${numberWord}))*)(?![a-z])`,
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

/** The figures in `text`, which is folded. The first of a range has the unit of the second. */
export const figuresIn = (text: string): Figure[] => {
  const found: { value: number; unit: string; at: number; text: string; end: number }[] = [];
  const read = text.replace(idle, '　');
  for (const match of read.matchAll(pattern)) {
    const { money, digits, words, han } = match.groups!;
    const value = digits ? Number(digits.replaceAll(',', '')) : words ? englishValue(words) : chineseValue(han!);
    const end = match.index + match[0].length;
    const unit = money ? 'money' : unitAfter(read.slice(end, end + 20));
    found.push({ value, unit, at: match.index, text: match[0].trim(), end });
  }
  for (let i = found.length - 2; i >= 0; i--) {
    const [here, next] = [found[i]!, found[i + 1]!];
    if (here.unit === '' && between.test(read.slice(here.end, next.at))) here.unit = next.unit;
  }
  return found.map(({ value, unit, at, text }) => ({ value, unit, at, text }));
};

/** "One of these", 一款: names a thing and counts nothing. */
const countsNothing = ({ value, unit, text }: Figure): boolean =>
  value === 1 && (unit === '' || unit === 'piece') && !/\d/.test(text);

export const claimed = (text: string): Figure[] => figuresIn(text).filter(figure => !countsNothing(figure));

export const same = (a: Figure, b: Figure): boolean => Math.abs(a.value - b.value) < 1e-9 && a.unit === b.unit;
