/** "I like the second one", 第二个挺好看的: liked is not yet taken. Takes folded text. */

const liked =
  /^(?:(?:oh|ooh|ok|okay|wow|hm+|well|actually|yes|yeah|so|and)[,.! ]+)*(?:i )?(?:(?:really|do|quite|kinda|also|just|rather) )*(?:like|love|fancy) (?:the|that|this|these|those|number|no) ?[a-z0-9' -]{0,30}[.! ]*$|^(?:the |that |this |number )?(?:first|second|third|fourth|fifth|last|[a-z]+|\d)(?: one)? (?:is|looks?|seems) (?:(?:really|quite|so|very|rather|pretty) )*(?:nice|good|pretty|lovely|cute|beautiful|gorgeous|great|cool|interesting|stunning)[.! ]*$|^(?:哇|嗯|哦|,|，| )*我?(?:还?挺|很|蛮|最|也|好)?(?:喜欢|中意)(?:第 ?[一二三四五\d]|[这那最上])[^,，。]{0,8}[的呀啊.! ]*$|^(?:哇|嗯|哦|,|，| )*(?:第 ?[一二三四五\d]|[这那])[个款件双条只](?:还?挺|很|蛮|真|好|也|看起来|看着)*(?:喜欢|好看|不错|漂亮|可爱|有意思)的?[呀啊哦.! ]*$/u;
const taken =
  /\b(?:best|most|please|pls|plz|enough|add|take|buy|order|want|get|have|it'?s|i'?ll|then)\b|最|要|加|拿|来|买|选|就/u;

export const isOnlyLiked = (folded: string): boolean => liked.test(folded) && !taken.test(folded);

const pointing =
  /第 ?[一二三四五\d]|[这那][个件双条只]|\b(?:first|second|third|fourth|fifth|last|that|this) ?(?:one\b|$|(?=is|looks))/u;

/** One of the list, or the one that is looked at, by its place. */
export const likesPointed = (folded: string): boolean => isOnlyLiked(folded) && pointing.test(folded);
