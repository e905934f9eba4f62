import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';

/** 怎么11了！, 马克杯怎么也加了??, "why is there two?": what is in the cart is held against the shop, beside what it should be. Takes folded text. */
const zh =
  /^(?:天[哪啊呐]|我的天|哎呀?|诶|啊|咦|喂|等等|不是|不对|[,，!！。 ])*\S{0,8}?(?:怎么|咋|为啥|为什么)(?:又|就|都|也|会|变|成|是|给我|购物车|里|有|加|放|了)*(?:\d{1,2}|[一二两三四五六七八九十]+)[个件双份套包瓶台把条只盒袋支罐]?(?:了|啊|呀|的)*[?？!！。 ]*$|^(?:天[哪啊呐]|哎呀?|诶|啊|咦|喂|[,，!！。 ])*\S{0,8}?(?:怎么|咋|为啥|为什么)(?:又|就|都|也|给我|自己|直接)*[加放](?:了|进去?|上)+(?:啊|呀|的)*[?？!！。 ]*$/u;
const en =
  /^(?:(?:hey|wait|oh|no+|huh|what|wow|um+|but|hang on)[,.!? ]+)*why (?:(?:are|is) (?:there|it)|do i have|have i got|did (?:you|it) (?:add|put(?: in)?|go to))(?: now| suddenly)? (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)(?: of (?:them|it|those))?(?: [a-z]+)?(?: in (?:my |the )?(?:cart|basket|bag)| now| in there)*[?! ]*$/u;

export const isHeldAgainstCart = (folded: string): boolean =>
  folded.length <= 60 && (zh.test(folded) || en.test(folded));

const sentences = /(?<=[?？!！。.]+)\s*/u;
/** The message without it, where something else is said. Takes the shopper's own text. */
export const withoutHeldAgainst = (text: string): string => {
  const pieces = text.split(sentences).filter(piece => piece !== '');
  const rest = pieces.filter(piece => !isHeldAgainstCart(fold(piece)));
  return rest.length > 0 && rest.length < pieces.length ? rest.join(hasHan(text) ? '' : ' ') : text;
};
