/** "So 99 and 120 makes 219?", 99加120是219对吧: whether two amounts come to a third. Takes folded text. */

export interface AddsUp {
  readonly terms: readonly [number, number];
  readonly said: number;
}

const longest = 80;
const amount = '(?:¥ ?|rmb ?)?(\\d{1,5}) ?(?:yuan|rmb)?';
const english = new RegExp(
  `^(?:(?:so|and|ok|okay|then|right|well)[,. ]+)*${amount} ?(?:and|plus|\\+|with) ?${amount},? ?(?:(?:that|it|this|which)(?:'s)? )?(?:makes?|is|are|=|equals?|comes? to|gives?|totals?) ?${amount}(?:,? (?:in total|altogether|in all|right|correct|yes|no))*[?!. ]*$`,
  'u',
);
const han = '[¥￥]?(\\d{1,5})(?:元|块钱?)?';
const chinese = new RegExp(
  `^(?:那|所以|就是|也就是|[,， ])*${han}(?:加上?|\\+|和)(?:运费)?${han}(?:的?运费)?[,， ]*(?:一共|总共|合计|就|等于|=|加起来)*(?:是)?${han}(?:对吧|对吗|是吧|是吗|吧|吗|没错吧|对不对)*[?!. ]*$`,
  'u',
);

export const addsUp = (folded: string): AddsUp | undefined => {
  const found = folded.length <= longest ? (english.exec(folded) ?? chinese.exec(folded)) : null;
  if (!found) return undefined;
  const [, one, other, said] = found;
  return { terms: [Number(one), Number(other)], said: Number(said) };
};
