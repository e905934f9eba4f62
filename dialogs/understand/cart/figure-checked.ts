/** "So 80 all together, yes?", 加上运费一共181对吧: whether a sum that was told, or the cart, comes to that. Takes folded text. */

export interface FigureChecked {
  /** In major units of the shop's currency. */
  readonly said: number;
  /** With the wrapping as well. */
  readonly wraps: boolean;
  /** What is left to pay of a price, which can be reckoned of a thing that is looked at. */
  readonly paid?: true;
}

const longest = 70;
const number =
  /(?<![\d.-])(?:¥ ?|rmb ?)?(\d{2,5}(?:\.\d{1,2})?)(?!\d| ?(?:g|kg|ml|cm|mm|days?|people|克|毫升)\b|[克毫岁号月日年天点件个双包瓶码])/gu;
const confirms =
  /\b(?:right|correct|yes|yeah|yep|no|ok|isn'?t it|true|is that (?:right|it|all))\b[?!. ]*$|^(?:(?:ok|and|then|right)[,. ]+)*so\b[^?]*\?|对[吧吗不么]|是[吧吗不么]|没错吧|对不对|(?:就|是|共|付)\D{0,3}\d+(?:\.\d+)?(?:元|块钱?)?[吧吗咯喽哈嘛]/u;
const ofSum =
  /\b(?:total|together|altogether|in all|all in|on top|delivery|shipping|postage|wrap\w*|to pay|i pay|comes? to|makes?|cost|for everything)\b|一共|总共|合计|加上|加起来|运费|邮费|包装|那就是|就是|实付|付/u;
const other =
  /\b(?:off|discount|save|free|enough|return\w*|refund\w*|days?|code|budget|size|order)\b|减|满|折|券|包邮|够|退|预算|码|分期|起/u;
const wraps = /\b(?:gift[ -]?)?wrap\w*|包装/u;

/** 349够300减30了吧，实付319对吗, "349 minus 30, so 319 all in?": what is left to pay, whatever it was reckoned from. */
const left = [
  /(?:实付|到手|付|(?:满减|减|折|优惠|打折|活动|用[完了]?)[^\d,，]{0,4}(?:就|应该|要|会)?(?:是|付)|(?:等于|那就是|所以是))[¥￥]?(\d{2,5}(?:\.\d{1,2})?)(?:元|块钱?)?(?:了)?(?:对[吧吗不么]|是[吧吗么]|没错吧|吧|吗|[?？])[?？。!！ ]*$/u,
  /\b(?:minus|less|off|discounts?|deals?)\b.{0,30}\b(?:so|makes?|comes? to|leaves?|pay|is)(?: (?:i|i'd|i'll|that's|it's|we|pay|be|it|is|me|only|just|with))* (?:¥ ?|rmb ?)?(\d{2,5}(?:\.\d{1,2})?)(?: ?(?:yuan|rmb))?(?: (?:all in|in all|in total|altogether|to pay|then|with delivery|after that))*,? ?(?:right|correct|yes|yeah)? ?\?+ ?$/u,
];

/** Undefined: no sum is held against what was told. */
export const figureChecked = (folded: string): FigureChecked | undefined => {
  const paid = folded.length > longest ? undefined : left.flatMap(form => form.exec(folded)?.[1] ?? [])[0];
  if (paid !== undefined) return { said: Number(paid), wraps: wraps.test(folded), paid: true };
  if (folded.length > longest || other.test(folded) || !confirms.test(folded) || !ofSum.test(folded)) return undefined;
  const [only, ...more] = [...folded.matchAll(number)];
  return only && more.length === 0 ? { said: Number(only[1]), wraps: wraps.test(folded) } : undefined;
};
