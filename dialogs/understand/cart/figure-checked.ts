/** "So 80 all together, yes?", 加上运费一共181对吧: whether a sum that was told, or the cart, comes to that. Takes folded text. */

export interface FigureChecked {
  /** In major units of the shop's currency. */
  readonly said: number;
  /** With the wrapping as well. */
  readonly wraps: boolean;
}

const longest = 70;
const number =
  /(?<![\d.-])(?:¥ ?|rmb ?)?(\d{2,5}(?:\.\d{1,2})?)(?!\d| ?(?:g|kg|ml|cm|mm|days?|people|克|毫升)\b|[克毫岁号月日年天点件个双包瓶码])/gu;
const confirms =
  /\b(?:right|correct|yes|yeah|yep|no|ok|isn'?t it|true|is that (?:right|it|all))\b[?!. ]*$|^(?:(?:ok|and|then|right)[,. ]+)*so\b[^?]*\?|对[吧吗不么]|是[吧吗不么]|没错吧|对不对|(?:就|是|共|付)\D{0,3}\d+(?:\.\d+)?(?:元|块钱?)?[吧吗]/u;
const ofSum =
  /\b(?:total|together|altogether|in all|all in|on top|delivery|shipping|postage|wrap\w*|to pay|i pay|comes? to|makes?|cost|for everything)\b|一共|总共|合计|加上|加起来|运费|邮费|包装|那就是|就是|实付|付/u;
const other =
  /\b(?:off|discount|save|free|enough|return\w*|refund\w*|days?|code|budget|size|order)\b|减|满|折|券|包邮|够|退|预算|码|分期|起/u;
const wraps = /\b(?:gift[ -]?)?wrap\w*|包装/u;

/** Undefined: no sum is held against what was told. */
export const figureChecked = (folded: string): FigureChecked | undefined => {
  if (folded.length > longest || other.test(folded) || !confirms.test(folded) || !ofSum.test(folded)) return undefined;
  const [only, ...more] = [...folded.matchAll(number)];
  return only && more.length === 0 ? { said: Number(only[1]), wraps: wraps.test(folded) } : undefined;
};
