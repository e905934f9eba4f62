/** Numbers in words, English and Chinese. */

/** The English words for counting, to be added up: "forty" and "five". */
export const englishCardinals: Readonly<Record<string, number>> = {
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
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const englishWord = `(?:${Object.keys(englishCardinals).join('|')}|hundred|thousand)`;
/** "Forty-five", "a hundred and fifty"; the text of a regular expression, to be built into larger ones. */
export const englishNumber = `(?:(?:an? )?${englishWord}(?:[ -](?:and )?${englishWord})*)`;

/** Sums as they are spoken of too: "two grand", "a tenner", "a couple of hundred". */
export const englishSum = `(?:(?:an? |${englishNumber} )grand(?! ?(?:piano|slam|prix|cru|canyon|central|total|tour|opening|finale|seiko|theft|hotel|vin))|an? (?:tenner|fiver)|a couple (?:of )?(?:hundred|thousand|grand)|${englishNumber})`;

export const englishOrdinals: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** "1,299.50", "3百", "两百五", "a hundred and fifty" -> a number; NaN when it is none. Takes folded text. */
export const readNumber = (text: string): number => {
  const plain = /^(\d[\d,]*(?:\.\d+)?)(k|百|千|万)?$/.exec(text);
  if (plain) {
    const scale = { k: 1_000, 百: 100, 千: 1_000, 万: 10_000 }[plain[2] ?? ''] ?? 1;
    return Number(plain[1]!.replaceAll(',', '')) * scale;
  }
  return /^[a-z]/.test(text) ? readEnglish(text) : readChinese(text);
};

const readEnglish = (text: string): number => {
  let total = 0;
  let current = 0;
  for (const word of text.split(/[ -]/)) {
    if (word === 'a' || word === 'an') current = 1;
    else if (word === 'hundred') current = (current || 1) * 100;
    else if (word === 'couple') current = 2;
    else if (word === 'tenner') current = 10;
    else if (word === 'fiver') current = 5;
    else if (word === 'thousand' || word === 'grand') {
      total += (current || 1) * 1_000;
      current = 0;
    } else if (word !== 'and' && word !== 'of') current += englishCardinals[word] ?? Number.NaN;
  }
  return total + current;
};

const readChinese = (text: string): number => {
  const digit = '零一二三四五六七八九';
  const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };
  let total = 0;
  let current = 0;
  let lastScale = 0;
  for (const c of text.replaceAll('两', '二')) {
    const scale = scales[c];
    if (scale === undefined) {
      const value = digit.indexOf(c);
      if (value < 0) return Number.NaN;
      current = value;
      if (c === '零') lastScale = 10;
    } else if (scale === 10_000) {
      total = (total + current) * scale;
      current = 0;
      lastScale = scale;
    } else {
      total += (current || 1) * scale;
      current = 0;
      lastScale = scale;
    }
  }
  // 两百五 is 250, 两百零五 is 205.
  return total + (lastScale >= 100 && current > 0 ? (current * lastScale) / 10 : current);
};

const numbersSaid = new RegExp(`(?<![a-z])${englishNumber}(?![a-z])|[零一二两俩三四五六七八九十百千万]+`, 'gu');

/** Number words as digits: "two boxes", 三盒, 二十; takes folded text. */
export const inDigits = (folded: string): string =>
  folded.replace(numbersSaid, words => {
    const number = readNumber(words.replaceAll('俩', '两'));
    return Number.isFinite(number) ? String(number) : words;
  });
