/**
 * 那就这俩，都要黑色，帮我加上 / 行加购物车吧，再加一包桃季的豆子 / "ok both, in black, add them": goods whose sum was told just now, taken as they were added up,
 * in another colour where one is told, and with what is ordered behind them. Takes folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { numberOf } from './cost-lines.ts';
import type { Ordered } from './ordered.ts';

const longest = 60;
const agreed = {
  zh: /^(?:好的?|行吧?|可以|嗯|ok|成|那|[,，。.! ])*/u,
  en: /^(?:(?:ok|okay|yes|yeah|great|fine|good|perfect|lovely|right|alright|cool|deal|then|so|please|pls)[,.! ]+)*/u,
};
const them = {
  zh: /^(?:就)?(?:要|买|拿)?(?:(?:这|那|它|他)(?:俩|两[个样件款种包盒双]|些|几[个样件款])|都|全都?)(?:都)?(?:要|买|拿)?了?(?:吧|呗)?/u,
  en: /^(?:(?:i'?ll|i will|we'?ll|let me) (?:take|have|get) )?(?:both|them(?: both| all)?|those(?: two)?|the two|all of (?:them|those))(?: of them)?/u,
};
const putsIn = {
  zh: /^(?:都|就|请|帮我|给我|直接|全部?|一起)*(?:加(?:上|购物车|购|车)?|(?:加|放)(?:入|到|进)购物车|放购物车|下单)(?:里|去)?(?:吧|了|呗|哈)*/u,
  en: /^(?:please |just |pls )*(?:add|put|pop|throw|stick)(?: (?:it|them|both|those|them both|all))?(?: (?:in|to|into)(?: (?:my|the))?(?: (?:cart|basket|bag))?)?(?: please| then)?/u,
};
const inColour = {
  zh: /^(?:都|全|两个?)*(?:要|来|拿|是|买)?(\p{Script=Han}{1,3}?)色?的?(?=$|[,，。.! ])/u,
  en: /^(?:(?:both|all)(?: of them)? )?(?:in )?([a-z]+)(?=$|[,.! ])/u,
};
const isBeside = /[再另]|\b(?:and|another|more|also|plus|too)\b/u;
const between = /^[,，。.! ]+(?:and |then )?/u;

const number =
  '\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty|fifty|(?:a )?dozen';
const goAhead =
  "(?:(?:ok|okay|yes|yeah|great|fine|good|perfect|lovely|right|alright|all right|cool|deal|then|so|go ahead|go on|do it|let'?s do it|sure|no|please|pls|just|and|well|that'?s fine)[,.! ]+)*";
/** "Ok add the 20", "all six please", 那二十个都要了, 就按20个加吧: so many as were added up. */
const soMany = {
  en: new RegExp(
    `^${goAhead}(?:(?:i'?ll|i will|we'?ll|we will|let me|let's|i want to|we'd like to) )?(?<verb>(?:take|have|get|add|put|pop|throw|order|buy|do) )?(?<those>(?:all of |all )?(?:the |those |these |of them |all )*)(?<number>${number})(?: of (?:it|them|those|these)| (?:pieces|pcs|units))?(?<cart> (?:in|to|into|in to)(?: (?:my |the )?(?:cart|basket|bag))?)?(?:,? (?:please|pls|then|now|thanks|thank you))*[.! ]*$`,
    'u',
  ),
  zh: /^(?:好的?吧?|行吧?|可以|嗯|ok|成|那么?|算了|就|先|请|帮我|给我|直接|[,，。.! ])*(?:把)?(?<those>[这那]|按照?|一共|刚才?(?:说)?的?)?(?<number>\d{1,2}|[一二两三四五六七八九十]{1,3})[个件双份套包瓶台把条只盒袋支罐本](?<all>都|全都?|全部)?(?:来|帮我|给我|一起|先)*(?<verb>加(?:上|购物车|购|车|(?:入|到|进)购物车)?|放(?:进|入|到)?购物车|下单|要|买|拿下?|来)(?:里|去)?(?:吧|了|呗|哈|啊)*[,. ]*(?:谢谢)?[.! ]*$/u,
};
/** Undefined: no such number is told, or another one. */
const takenByNumber = (
  folded: string,
  { sum, addedUp }: Pick<ConversationMemory, 'sum' | 'addedUp'>,
): Ordered | undefined => {
  const [only, ...others] = sum ?? addedUp ?? [];
  const said = soMany[hasHan(folded) ? 'zh' : 'en'].exec(folded)?.groups;
  if (!only || others.length > 0 || !said) return undefined;
  const { verb, those = '', number = '', cart, all } = said;
  const isTold = verb !== undefined || those !== '' || all !== undefined || cart !== undefined;
  const count = numberOf(number === 'dozen' ? 'a dozen' : number);
  return isTold && count > 1 && count === only.quantity
    ? { lines: [{ product: only.product, quantity: only.quantity }], open: [], inAll: false }
    : undefined;
};

/** `readRest`: what else is ordered behind it. Undefined: nothing of that is said. */
export const sumTaken = (
  folded: string,
  memory: Pick<ConversationMemory, 'sum' | 'addedUp'>,
  { products, byId }: Pick<CatalogueView, 'products' | 'byId'>,
  { mentions }: Pick<Vocabulary, 'mentions'>,
  readRest: (text: string) => Ordered | undefined,
): Ordered | undefined => {
  const { sum = [] } = memory;
  const counted = folded.length > longest ? undefined : takenByNumber(folded, memory);
  if (counted) return counted;
  if (sum.length === 0 || folded.length > longest || /[?？]|吗|多少|how much/u.test(folded)) return undefined;
  const lang = hasHan(folded) ? 'zh' : 'en';
  let rest = folded.replace(agreed[lang], '');
  let isTaken = false;
  let colour: string | undefined;
  const eat = (form: RegExp): RegExpExecArray | null => {
    const found = form.exec(rest);
    if (found && found[0] !== '') rest = rest.slice(found[0].length).replace(between, '');
    return found && found[0] !== '' ? found : null;
  };
  for (let step = 0; step < 4 && rest !== ''; step++) {
    if ((sum.length > 1 && eat(them[lang])) || eat(putsIn[lang])) isTaken = true;
    else {
      const said = inColour[lang].exec(rest)?.[1];
      const meant = said === undefined ? undefined : colourIn(said, mentions);
      if (!isTaken || meant === undefined) break;
      eat(inColour[lang]);
      colour = meant;
    }
  }
  if (!isTaken) return undefined;
  const more = rest === '' ? undefined : readRest(rest);
  if (rest !== '' && !more) return undefined;
  const lines = sum.map(line => {
    const product = byId.get(line.product);
    const form = product && colour !== undefined ? inTheColour(product, colour, products) : undefined;
    return form ? { ...line, product: form.id } : line;
  });
  // One thing as it was added up, and nothing else, has a reading of its own.
  if (colour === undefined && !more) return undefined;
  // "Both, the mug in red": that one of them so, and no third.
  const familyIn = (id: ProductId): string | undefined => {
    const product = byId.get(id);
    return product && familyOf(product);
  };
  const told = new Set(isBeside.test(folded) ? [] : more?.lines.map(line => familyIn(line.product)));
  return {
    lines: [
      ...lines
        .filter(line => !told.has(familyIn(line.product)))
        .map(({ product, quantity }) => ({ product, quantity })),
      ...(more?.lines ?? []),
    ],
    open: more?.open ?? [],
    inAll: false,
    ...(more?.absent ? { absent: more.absent } : {}),
  };
};

export const colourIn = (said: string, mentions: Vocabulary['mentions']): string | undefined =>
  [said, `${said}色`]
    .flatMap(text => mentions(text))
    .flatMap(({ meanings }) => meanings)
    .find(one => one.slot === 'colour')?.value;

export const inTheColour = (product: Product, colour: string, products: readonly Product[]): Product | undefined =>
  valuesOf(product, 'colour')?.includes(colour)
    ? product
    : products.find(
        one => isSellable(one) && familyOf(one) === familyOf(product) && valuesOf(one, 'colour')?.includes(colour),
      );
