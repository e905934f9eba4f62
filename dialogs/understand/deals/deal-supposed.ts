/**
 * A deal that is only supposed, asked whether it is so: "if I buy three do I get one free?", "say I buy two, is the second half price?".
 * Nothing of it is known to be true: what so many cost, with the deals that there are, tells it. Takes folded text.
 */
const longest = 120;
const count = '(two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
const supposes = new RegExp(
  `^(?:(?:and|so|ok|okay|but|well|hi|hey|hmm?)[,. ]+)*(?:(?:what )?if|(?:let'?s )?say|suppos(?:e|ing)|assuming|imagine) (?:i|we)(?:'d| would| were to)? (?:take|buy|get|order|took|bought|got|ordered) ${count}((?: (?!of\\b|do\\b|does\\b|will\\b|would\\b|can\\b|could\\b|is\\b|are\\b|am\\b|don't\\b)[a-z-]+){0,3})(?: of (?:them|it|these|those|that|this))?,? (?:then )?(?:do|does|will|would|can|could|is|are|am|don't)\\b(.*)$`,
  'u',
);
const deal =
  /\b(?:free|half[- ]price|half off|\d{1,2} ?(?:%|percent)|discount\w*|cheaper|(?:something|anything|money|¥? ?\d{1,3}) off|deal)\b/u;
/** Delivery and wrapping have rules of their own. */
const ofOther = /\b(?:deliver\w*|shipping|postage|wrap\w*|returns?|exchange\w*|refund\w*|points?)\b/u;

export interface DealSupposed {
  readonly count: string;
  /** What is bought in that case; absent: what is looked at. */
  readonly goods?: string;
}

/** Undefined: no deal is supposed. */
export const dealSupposed = (folded: string): DealSupposed | undefined => {
  if (folded.length > longest) return undefined;
  const [, count, goods = '', asked = ''] = supposes.exec(folded) ?? [];
  if (count === undefined || !deal.test(asked) || ofOther.test(asked)) return undefined;
  const named = goods.trim();
  return { count, ...(named === '' ? {} : { goods: named }) };
};
