/** Sizes as people say them: "size 42", "EU 42", "I'm a 42", "42码", "M码", "an XL". Takes folded text. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

export interface SizeSaid {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const letters = 'xxxl|xxl|xl|3xl|2xl|xxs|xs|s|m|l|small|medium|large|extra large|extra small|x large';
const letterOnly = '(?:x|s\\b|m\\b|l\\b|[2-3]xl|small|medium|large|extra)';
const spoken: Readonly<Record<string, string>> = {
  small: 's',
  medium: 'm',
  large: 'l',
  'extra large': 'xl',
  'x large': 'xl',
  'extra small': 'xs',
  '2xl': 'xxl',
  '3xl': 'xxxl',
};
/** 30号要出差: what happens that day makes it a day. */
const dayOfMonth =
  '(?:[0-2]\\d|3[01]) ?号(?:就|才|左右|那天|我)*(?:要(?!是|的)|去|到|之?前|晚|早|下午|上午|中午|回|走|出差|出发|出门|出国|过|结婚|生日|考试|面试|飞)';
const patterns: readonly RegExp[] = [
  new RegExp(
    `\\bsizes? (?:is |should be |of |in )?(?:an? )?(?:(eu|us|uk) ?)?(1[0-6]\\d|\\d{1,2}(?:\\.5)?|${letters})\\b`,
    'g',
  ),
  /\b(eu|us|uk)(?: size)? ?(\d{1,2}(?:\.5)?)\b/g,
  new RegExp(
    `\\b(?:i wear|i take|in|wears|takes|(?:i'm|i am|im|he's|she's)(?= an? | ${letterOnly}))()(?: an?| a size)? (3[4-9](?:\\.5)?|4[0-8](?:\\.5)?|${letters})\\b(?= ?(?:[.,!?;]|$|in\\b|for\\b|please|and\\b|add\\b|to\\b|into\\b|too\\b|then\\b|usually|normally|size|shoes?))`,
    'g',
  ),
  // "I've always been a 43", "my feet are a 43".
  /\b(?:been|feet are|foot is|i'm|i am|im)() (?:(?:always|usually|really|actually|normally) )*an? (3[4-9](?:\.5)?|4[0-8](?:\.5)?)\b(?![- ]?(?:years?|yrs?|y\/?o|months?|days?|min\w*|hours?|percent|euros?|yuan)\b)/g,
  // A number alone that somebody is may as well be their age: "I'm 34, sensitive skin".
  /\b(?:i'm|i am|im|he's|she's)() (3[4-9]|4[0-8])\b(?= ?(?:in (?:shoes?|eu\b|trainers|boots|your\b|most\b)|eu\b|usually|normally|size|shoes?))/g,
  new RegExp(`(?<![a-z\\d月])()(?!${dayOfMonth})(\\d{2}(?:\\.5)?|${letters}) ?(?:码|号(?!线|楼))`, 'g'),
  /(?:穿|鞋码|尺码|码数)(?:是|为|要|选)?()(3[4-9](?:\.5)?|4[0-8](?:\.5)?|xxl|xl|s|m|l)(?![\da-z])/g,
  /(?<!多)(?:(加|特)?)(大|中|小)码/g,
  /(?:^|[,.] ?)(?:(?:ok|okay|then|so|well|maybe|probably|let's say)[, ]+)+(?:an? |size )?()(3[4-9]|4[0-8]|xxxl|xxl|xl|xs|s|m|l)(?= (?:i guess|then|please|it is|will do|is fine|i think)|[,.!]|$)/g,
  /^()(3[4-9]|4[0-8]|xxxl|xxl|xl|xs|s|m|l)(?: please| 吧|吧)?[.!]?$/g,
  // "Is that one S in stock".
  /\b(?:one|it|this|that|them)() (3[4-9]|4[0-8]|xxl|xl|xs|s|m|l)\b(?= (?:in stock|available|left)\b)/g,
  // "Show me a 42", "do you have a 38 in that".
  /\b(?:show me|see|have|got|get|need|want|is there|looking for|like|try|take) an? ()(3[5-9](?:\.5)?|4[0-8](?:\.5)?)\b(?= ?(?:[.,!?;]|$|then\b|please|pls|in\b|for\b|of\b|and\b|with\b|that\b|too\b))/g,
  /\bin (?:an? )()(small|medium|large)\b(?= ?(?:[.,!?;]|$|please|too|as well))/g,
  /\b(?:men'?s|women'?s|ladies'?|unisex|adults?'?)() (3[4-9]|4[0-8]|xxxl|xxl|xl|xs|s|m|l|small|medium|large)\b/g,
  /\b(?:an?|the) ()(xxxl|xxl|xl|xs|small|medium|large)\b(?= ?(?:[.,!?;]|$|please|jacket|coat|shirt|size|in))/g,
];
const chineseLetters: Readonly<Record<string, string>> = { 大: 'l', 中: 'm', 小: 's' };

export const sizesIn = (folded: string): SizeSaid[] => {
  const found: SizeSaid[] = [];
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some(f => start < f.end && f.start < end)) continue;
      const said = match[2]!;
      const system = match[1];
      const letter = chineseLetters[said];
      const value = letter ? (system ? 'xl' : letter) : (spoken[said] ?? said);
      // European sizes are the catalogue's own; other scales keep their name.
      found.push({ value: system === 'us' || system === 'uk' ? `${system} ${value}` : value, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

const plainly =
  /\b(?:in|size) (?:an? |size )?(xxl|xl|xs|s|m|l|3[4-9](?:\.5)?|4[0-8](?:\.5)?)\b(?! ?(?:g|kg|ml|l|cm|pcs|pieces?|pairs?|of)\b)/g;

const alone = /(?:^|(?<=[\s,，吧的个款件双]))(xxl|xl|xs|s|m|l|3[4-9]|4[0-8])(?=码|[\s,，。.吧的]|$)/g;

/** "In M", "in 45", 那个 L: said of goods that are ordered. */
export const plainSizesIn = (folded: string): SizeSaid[] =>
  [...folded.matchAll(plainly), ...(hasHan(folded) ? folded.matchAll(alone) : [])].map(match => ({
    value: match[1]!,
    start: match.index,
    end: match.index + match[0].length,
  }));

/** "UK 12": of a scale that a label of ours doesn't name, and a table of sizes may. */
export const isOfOtherScale = (size: string): boolean => /^(?:uk|us) /.test(size);

const ofBody = /\d ?(?:kg|kilos?|lbs|pounds|stone|斤|公斤|千克)|身高|体重|\b(?:height|weight|weigh)\b/iu;
/** How tall and how heavy somebody is. */
export const tellsBody = (text: string): boolean => ofBody.test(text);
