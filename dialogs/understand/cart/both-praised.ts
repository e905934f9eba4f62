/**
 * "Sage is pretty. Put both in the cart, the tin and the mug", 燕麦色好看，两样都要: how one of the two should be, and then both of them.
 * Takes folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Ordered, OrderMemory } from './ordered.ts';
import { colourIn, inTheColour } from './sum-taken.ts';

const longest = 100;
const praised = {
  en: /^(?:(?:oh+|ah+|ok|okay|yes|yeah|hm+|well|wow|nice|great|actually|i think|and|but)[,.! ]+)*(?:i (?:really )?(?:like|love|prefer|fancy) )?(?:the |that |this )?(?<form>[a-z]+(?: [a-z]+)?(?: and (?:the )?[a-z]+)?)(?: (?:one|mug|colou?r|version)s?)?(?: (?:it )?(?:is|are|looks?|would be|sounds?)(?: (?:so|very|really|quite|rather|just|more|the most|both))* (?:pretty|prettier|prettiest|lovely|nice|nicer|nicest|beautiful|gorgeous|cute|sweet|great|good|perfect|fine|my favou?rite|the nicest|the prettiest))?[,.;!]+ +(?<rest>.+)$/u,
  zh: /^(?:(?:那|还是|我?(?:更|最|挺|就)?喜欢|我?觉得|嗯|哇|哦|[,. ])*)(?<form>\p{Script=Han}{1,5}?(?:[和跟]\p{Script=Han}{1,5}?)?)的?(?:那[个款只件])?(?:也|就|挺|很|最|更|真|蛮|比较|都|还|好像|看着|看起来)*(?:好看|漂亮|不错|喜欢|可爱|合适|顺眼|美|好)(?:一?点|些)?[的啊呀吧]?[,.;! ]+(?<rest>.+)$/u,
};
const isPraise = /\b(?:is|are|looks?|would be|sounds?|like|love|prefer|fancy)\b|好|喜欢|漂亮|不错|可爱|合适|顺眼|美/u;

type View = Pick<CatalogueView, 'products' | 'byId'>;

/** `readBoth`: both of them, told without it. Undefined: no such thing is said, or nothing on the table comes so. */
export const bothPraised = (
  folded: string,
  memory: OrderMemory,
  { products, byId }: View,
  { mentions }: Pick<Vocabulary, 'mentions'>,
  readBoth: (folded: string, memory: OrderMemory) => Ordered | undefined,
): Ordered | undefined => {
  const { form, rest } =
    (folded.length > longest ? null : praised[hasHan(folded) ? 'zh' : 'en'].exec(folded))?.groups ?? {};
  if (form === undefined || rest === undefined || !isPraise.test(folded)) return undefined;
  const colours = form
    .split(/ and (?:the )?|[和跟]/u)
    .map(said => colourIn(said.trim(), mentions) ?? colourIn(said.trim().split(' ').at(-1) ?? '', mentions));
  const { focus, shown, seen = [], sum = [] } = memory;
  const onTable = [...(focus === undefined ? [] : [focus]), ...sum.map(line => line.product), ...shown, ...seen];
  const formIn = (colour: string | undefined): Product | undefined => {
    if (colour === undefined) return undefined;
    const forms = onTable.flatMap(id => {
      const product = byId.get(id);
      return product ? (inTheColour(product, colour, products) ?? []) : [];
    });
    return forms[0];
  };
  const meant = colours.flatMap(colour => formIn(colour) ?? []);
  const [first, second, ...more] = meant;
  if (!first || meant.length !== colours.length || more.length > 0) return undefined;
  // "Red and navy are lovely. Both please": two forms of the one that is looked at.
  if (second)
    return first !== second &&
      familyOf(first) === familyOf(second) &&
      readBoth(rest, { ...memory, shown: [first.id, second.id] })
      ? { lines: [first, second].map(({ id }) => ({ product: id, quantity: 1 })), open: [], inAll: false }
      : undefined;
  const inForm = (id: ProductId): ProductId => {
    const product = byId.get(id);
    return product && familyOf(product) === familyOf(first) ? first.id : id;
  };
  const once = (ids: readonly ProductId[]): readonly ProductId[] => [...new Set(ids.map(inForm))];
  const list = once(shown);
  // The colours of one thing were shown: no two of those.
  const isOfColours = list.length === 1 && shown.length > 1;
  return readBoth(rest, {
    ...memory,
    shown: isOfColours ? [] : list,
    seen: once(seen),
    ...(sum.length > 0 ? { sum: sum.map(line => ({ ...line, product: inForm(line.product) })) } : {}),
    ...(focus === undefined ? (isOfColours ? { focus: first.id } : {}) : { focus: inForm(focus) }),
  });
};
