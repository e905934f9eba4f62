/** "A gift", 礼物: a present is looked for. */

const present =
  /^(?:(?:hi|hello|hey|so|and|ok|well|please|now|also)[,. ]+)*(?:(?:i|we)(?:'m| am|'d| would)? ?(?:want|need|like|looking for)|looking for|do you have|have you got|show me|find me|any|some)? ?(?:an?|any|some|the)? ?(?:\S+ ){0,2}(?:gifts?|presents?)\b(?!s? ?(?:cards?|wrap\w*|box\w*|bags?|messages?|receipts?|vouchers?|notes?|deals?|offers?))|^(?:请问|那|有没有|有|我?想?要?[买找送选挑]|推荐|来)*(?:一?[个份件点些])?\p{Script=Han}{0,8}(?:礼物|礼品)(?!卡|盒|袋|包装)(?:吗|呢|吧|有吗|推荐)*[?!. ]*$/u;
const isPresentAlready =
  /\b(?:it's|its|it is|this is|that's|as) (?:an? |for )?(?:gift|present)|是.{0,4}礼物|当.{0,2}礼物|作为礼物/u;

/** A present is asked for: what was looked for before for oneself is another matter. Takes folded text. */
export const asksPresent = (folded: string): boolean =>
  folded.length <= 120 && present.test(folded) && !isPresentAlready.test(folded);
