/**
 * "Add it. And a flask in pine green too", 加上吧。再来一个保温杯: the one that is looked at, and another thing that is ordered behind it. Both
 * go in. Takes folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { putsItIn, takesIt } from '../product/focus-talk.ts';
import { buysNothing } from './buys-nothing.ts';
import type { Ordered } from './ordered.ts';

const longest = 120;
const between = {
  en: /\s*[.;!]+\s+|,?\s+(?=(?:and|also|plus|oh and)\b)|,\s+/gu,
  zh: /[\s，,。.;；!！、]+|(?=还有|另外|再[来加要拿])/gu,
};
/** "Ok put this in", 这个放购物车: beside the closed words for it. */
const putsThis =
  /^(?:(?:ok|okay|yes|great|fine|so|please|just)[,. ]+)*(?:add|put|pop|throw|stick) (?:it|this|that|this one|that one)(?: in)?$|^(?:好的?|行|那|就|嗯|[,. ])*(?:它|[这那][个款件双条只])(?:就|也|先)?(?:加|放)(?:到|进|入|上)?(?:购物车|进去)?(?:里)?(?:了|吧|呗)?$|^(?:好的?|行|那|就|嗯|我|[,. ])*(?:(?:要|买|拿)(?:它|[这那][个款件双条只])|(?:它|[这那][个款件双条只])我?(?:要|买))(?:了|吧|呗)?$/u;
/** Another thing is told of. */
const goesOn = {
  en: /^(?:(?:and|also|plus|oh|then|ah|yes|as well as|together with|add|put in|i(?:'?ll| will) (?:also )?(?:take|have)|i also want|give me)[, ]+)+/u,
  zh: /^(?:还有|另外|再|也|和|跟|外加|还|以及|顺便)+(?:给我|帮我)?/u,
};
const closing = {
  en: /(?:,? (?:too|as well|also|please|pls|with it|to (?:the|my) (?:cart|basket|bag)|in))+[.! ]*$/u,
  zh: /也(?:要|加|来|放|一起|拿|买)?(?:上|进去|一起|购物车|一[个件双条只包盒瓶])?(?:了|吧|呗)?[.!。！ ]*$/u,
};
const tooSaid = { en: /\b(?:too|as well|also|another)\b/u, zh: /也|再/u };
/** Nothing that is asked, supposed or turned down. */
const other =
  /[?？]|\b(?:not|no|don'?t|instead|remove|without|wrap\w*|card|gift|code|coupon|discount|deal|deliver\w*|ship\w*|pay|checkout|check out|size \d)\b|吗|呢|多少|怎么|不要|不用|换|删|包装|贺卡|优惠|券|运费|付款|结账|下单/u;

type Reader = (folded: string, memory: ConversationMemory) => Ordered | undefined;

/** `readers`: what else is ordered. Undefined: it is not both of it, or not clear. */
export const itAndMore = (
  folded: string,
  memory: ConversationMemory,
  { byId }: Pick<CatalogueView, 'byId'>,
  readers: readonly Reader[],
): Ordered | undefined => {
  const it = memory.focus ?? (memory.shown.length === 1 ? memory.shown[0] : undefined);
  const product = it === undefined ? undefined : byId.get(it);
  if (!product || !isSellable(product) || folded.length > longest || other.test(folded)) return undefined;
  const lang = hasHan(folded) ? 'zh' : 'en';
  const family = (id: ProductId): string | undefined => {
    const one = byId.get(id);
    return one && familyOf(one);
  };
  for (const { 0: pause, index } of folded.matchAll(between[lang])) {
    const head = folded.slice(0, index).trim();
    const tail = folded.slice(index + pause.length).trim();
    if (head === '' || tail === '' || !(putsItIn(head) || takesIt(head) || putsThis.test(head))) continue;
    const isToo = tooSaid[lang].test(tail);
    if (!(isToo || goesOn[lang].test(tail)) || buysNothing(tail)) return undefined;
    const said = tail
      .replace(goesOn[lang], '')
      .replace(closing[lang], '')
      .replace(/[.! ]+$/u, '');
    // "Add it. In red": how it should be; "add it, in red too": another of it.
    const thing = isToo ? said.replace(/^(?:one )?in ([a-z]+(?: [a-z]+)?)$/u, 'the $1 one') : said;
    if (thing === '' || /^in /u.test(thing)) return undefined;
    const orders =
      lang === 'en'
        ? [`add ${thing} to my cart`, `i'll take ${thing}`, `add it and ${thing} to my cart`]
        : [`${thing} 加入购物车`];
    const more = orders
      .flatMap(order => readers.map(read => read(order, memory)))
      .find(one => one !== undefined && (one.lines.length + one.open.length > 0 || lang === 'zh'));
    if (!more) continue;
    // "Add it. And socks too": of what is not sold it is told so.
    const [line, ...others] = more.lines;
    if (more.absent && line?.product === product.id && others.length + more.open.length === 0)
      return { ...more, lines: [{ ...line, quantity: countIn(head) ?? line.quantity }] };
    // "Add it, and the mug in red": of one model it may be said anew how it should be, but not of "the red one too".
    const ids = [...more.lines.map(line => line.product), ...more.open.flatMap(one => one.products)];
    const isSame = (id: ProductId): boolean => (isToo ? id === product.id : family(id) === familyOf(product));
    if (ids.some(isSame)) return undefined;
    const summed = memory.sum?.length === 1 && memory.sum[0]!.product === product.id ? memory.sum[0]!.quantity : 1;
    return {
      ...more,
      lines: [{ product: product.id, quantity: countIn(head) ?? summed }, ...more.lines],
      inAll: false,
    };
  }
  return undefined;
};

const counts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
};
/** "I'll take two. And a flask". */
const countIn = (head: string): number | undefined => {
  const said = /\b(\d{1,2}|two|three|four|five|six)\b|(\d{1,2}|[两三四五六])[个件双条只包盒瓶套罐袋台份支]/u.exec(head);
  const number = said?.[1] ?? said?.[2];
  return number === undefined ? undefined : (counts[number] ?? Number(number));
};
