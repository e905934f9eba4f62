/**
 * The gift wrapping beside goods, and the wrapping alone: "the jasmine pearls and gift wrapping. Put in cart", "just add the wrapping for
 * me", 包装也加进购物车. It is a box to tick and none of the goods: what is said of it stands by itself, and no thing goes in for it.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';

const longest = 160;
const wraps = /\bwrap|\bmake (?:it|them) (?:an? )?(?:gift|present)|包装|包成(?:个)?礼|(?:礼物|礼品)纸/iu;
/** 有大包装的吗, 包装好看: the pack of a thing. */
const ofPack = /[大小独单罐盒袋原外]包装|包装(?:盒|袋)?(?:的|好|不|破|坏|太|精|大|小|有)/u;

const wrapping = '(?:(?:礼品|礼物|礼盒)的?)?包装';
const wrapEn = '(?:the |a |some |that |my )?(?:gift[ -]?)?wrap(?:ping)?(?: paper)?';
const politeEn =
  '(?: (?:on|in|too|also|as well|now|then|for me|please|pls|plz|to (?:it|(?:my|the) (?:cart|order))|in (?:my|the) cart))*';

/** Nothing is to be put in but the wrapping. */
const onlyWrap = {
  en: new RegExp(
    `^(?:(?:ok|okay|so|and|then|yes|yeah|please|pls|just|also|now|no|but|i said|well)[,. ]+)*(?:(?:can|could|would|will) (?:you|u) |i(?:'d)? (?:want|need|like) (?:to )?(?:(?:add|have|get) )?(?=the|a|some|that|my|gift|wrap))?(?:(?:please|pls|just) )*(?:(?:add|put|include|apply|get|tick)(?: (?:me|on|in))? )?(?:(?:it|that|this)(?:,? (?:please|pls|plz|then))*, )?${wrapEn}${politeEn}[?.! ]*$`,
    'u',
  ),
  zh: new RegExp(
    `^(?:那|就|请|帮我|给我|麻烦|再|也|把|好的?|行|我要|我想|只|[,，。 ])*(?:${wrapping}(?:也|都|给我|帮我|再|一起)*(?:加|放|算|勾|选)(?:上去?|进去?|入|到)?(?:购物车)?|(?:加|放|要|勾|选)(?:上|个|一个)?${wrapping}(?:到|进|加到|加进)?(?:购物车)?|(?:加|放|勾)(?:上去?|进去?)?(?:吧|呗)?[,，。 ]+(?:就是|我说的?是?)?${wrapping})(?:吧|呗|了|啊|呀|谢谢|[,，。!！ ])*$`,
    'u',
  ),
};
const does = /\b(?:add|put|include|apply|get|tick|want|need|like)\b|[加放勾选要]/u;

/** Goods, and the wrapping with them. */
const withGoods = {
  en: /(?<=[a-z\d])(?:,? (?:and|with|plus|&) (?:also )?|, )(?:the |a |some )?(?:gift[ -]?wrap(?:ping)?|wrapping)(?: paper)?(?=(?: (?:please|pls|too|as well|for me))*(?:[.,!;]|$))/iu,
  zh: /(?<=[^,，。!！ ])(?:[和跟与]|还有|外加|加上?|以及)(?:礼品|礼物)(?:的)?包装(?=[,，。!！ ]|$)/u,
};
const orders =
  /\b(?:add|put|pop|throw|stick|cart|basket|i'?ll (?:take|have))\b|加购|加车|购物车|加(?:入|一|两)|下单|来[一两二三\d]|拿下/iu;
/** "Put it in, gift wrapped", "add it and wrap it nicely", 加上并且打包成礼品: how it is to come, behind the order. */
const behindOrder = {
  en: /(?:\s*[,.;!]+\s*|\s+(?:and|with|plus|&)\s+|\s+(?=gift[- ]?wrapped|as a (?:gift|present)))(?:(?:and|but|also|so|please|pls|have (?:it|them)|it'?s (?:an? |for an? )?(?:[a-z]+ ){0,2}(?:gift|present),?|as an? (?:gift|present),?) )*(?:(?:gift[- ]?)?wrap(?:ped|ping)?(?: (?:it|them|that|this|both|everything|paper))?|make (?:it|them) (?:an? )?(?:gift|present)s?)(?: (?:up|nicely|please|pls|for me|too|as well|as (?:an? )?(?:gifts?|presents?)|with (?:it|a card)))*[.! ]*$/iu,
  zh: /[,，。;；!！ ]*(?:并且?|再|然后|顺便|都|帮我|给我|麻烦|请|要|送人的?[,， ]*)*(?:用?(?:礼物|礼品|包装)纸包(?:好|起来|上|一下)?|(?:打包|包装?)成(?:个)?(?:礼物|礼品|礼盒)|(?:礼品|礼物|礼盒)?包装(?:一下|起来|好))(?:吧|哈|哦|谢谢|[.。!！ ])*$/u,
};
const ordersOne =
  /\border (?:it|this|that|them|one|two)\b|\b(?:one|two|three|four|\d{1,2}) of (?:these|those|them)\b|[加要来拿]一?[两三四五六\d]?[个件双条只盒包瓶套份]|加上/iu;
const asks = /[?？]|\b(?:how|what|total|cost|price|comes?|do you|can i)\b|多少|吗|怎么|合计|一共/iu;

const sums =
  /^(?:(?:so|and|ok|now)[,. ]+)*(?:what'?s |what is |how much (?:is|for) )?(?:the |my )?(?:new |whole |full )?(?:total|sum|all together|altogether|in all)\b|多少|合计|总价/u;

/** "Add it", 那加上吧, right after the wrapping was told, of what is in the cart. */
const addsIt =
  /^(?:(?:ok|okay|so|and|then|yes|yeah|great|good|please|just|well)[,. ]+)*(?:add|put|apply|tick|include) (?:it|that|this|one)(?: on| in)?(?:,? (?:then|please|pls|too|for me))*[.! ]*$|^(?:那|好的?|行|嗯|可以|就|也|帮我|给我|麻烦|请|[,，。 ])*(?:加|勾)(?:上去?|一个|个)(?:吧|呗|了|谢谢|[,，。!！ ])*$/u;

type WrapMemory = Pick<ConversationMemory, 'inCart' | 'focus' | 'lastIntent' | 'policy'>;

/** The message with the wrapping apart. Takes the shopper's own text. */
export const withWrapApart = (text: string, { inCart = [], focus, lastIntent, policy }: WrapMemory): string => {
  if (text.length > longest) return text;
  const lang = hasHan(text) ? 'zh' : 'en';
  const said = lang === 'zh' ? '要礼品包装' : 'gift wrap please';
  const isOfWrap = policy === 'gift-wrap' && lastIntent === 'question' && inCart.some(one => one.product === focus);
  if (isOfWrap && addsIt.test(fold(text))) return said;
  if (!wraps.test(text) || ofPack.test(text)) return text;
  const pieces = text.split(/(?<=[.!?;。！？；])\s*/u);
  const isWrap = pieces.map(piece => onlyWrap[lang].test(fold(piece).trim()) && does.test(fold(piece)));
  if (!isWrap.includes(true)) return withoutGoods();
  const others = pieces.filter((_, i) => !isWrap[i]);
  // "So add it please, the wrapping. Total?": what the cart comes to with it.
  const [total, ...more] = others;
  if (total !== undefined && more.length === 0 && sums.test(fold(total)))
    return lang === 'zh' ? '加上包装一共多少' : "what's my total with the wrapping?";
  return pieces
    .map((piece, i) => (isWrap[i] ? `${said}${lang === 'zh' ? '。' : '.'}` : piece))
    .join(lang === 'zh' ? '' : ' ');

  function withoutGoods(): string {
    const rest = text.replace(withGoods[lang], '');
    if (rest !== text && orders.test(rest) && !asks.test(rest))
      return `${rest.replace(/[.!。！\s]+$/u, '')}${lang === 'zh' ? '。' : '. '}${said}`;
    const order = text.replace(behindOrder[lang], '').trim();
    if (order !== text.trim() && order !== '' && (orders.test(order) || ordersOne.test(order)) && !asks.test(order))
      return `${order}${lang === 'zh' ? '。' : '. '}${said}`;
    return text;
  }
};
