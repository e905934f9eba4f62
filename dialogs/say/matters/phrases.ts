/** What the words for a matter share. */
import { inLanguage, type Language } from '../../../knowledge/domain/language.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import { inSize, type Order } from '../../../knowledge/domain/order.ts';
import type { Told } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { CartMatter, Matter } from '../../matter.ts';
import { attributeText } from '../attribute-text.ts';
import { toldInWords } from '../told.ts';
import type { Wording } from '../words.ts';

/** One sentence or two for each thing that may have been told last. */
export type OfMatters = {
  readonly [K in Matter['about']]: (of: Extract<Matter, { about: K }>, wording: Wording) => string;
};
export const sentenceOf = (table: OfMatters, of: Matter, wording: Wording): string =>
  (table[of.about] as (of: Matter, wording: Wording) => string)(of, wording);

export const nameIn = ({ name }: Product, language: Language): string => inLanguage(name, language);

/** "Waterproof, running shoes, for your dad": what all of it was to be, and whom it is for. */
const wishesIn = (
  wishes: readonly Told[],
  { shop }: Wording,
  language: Language,
  forWhom: (who: string) => string,
): string[] => {
  const isFor = ({ slot }: Told): boolean => slot === 'recipient';
  return [
    ...toldInWords(
      wishes.filter(wish => !isFor(wish)),
      language,
      shop,
    ),
    ...toldInWords(wishes.filter(isFor), language, shop).map(forWhom),
  ];
};
export const wishesEn = (wishes: readonly Told[], wording: Wording): string =>
  wishesIn(wishes, wording, 'en', who => `for ${who}`).join(', ');
export const wishesZh = (wishes: readonly Told[], wording: Wording): string =>
  wishesIn(wishes, wording, 'zh', who => `送${who}`).join('、');

export const lacksIn = ({ lacks }: Extract<Matter, { about: 'lacks' }>, language: Language): string =>
  attributeText(lacks.slot, [lacks.value], language);
export const insteadIn = ({ lacks, instead }: Extract<Matter, { about: 'lacks' }>, language: Language): string =>
  instead.length === 0 ? '' : attributeText(lacks.slot, instead, language);

export const sizesIn = (sizes: readonly string[], language: Language): string =>
  sizes.length > 1 ? attributeText('size', sizes, language) : '';

/** What went in just now, or all that lies there. */
export const inCartEn = ({ product, size, count }: CartMatter): string =>
  product ? `the ${inLanguage(inSize(product.name, size), 'en')}` : count === 1 ? 'one thing' : `${count} things`;
export const inCartZh = ({ product, size, count }: CartMatter): string =>
  product ? inLanguage(inSize(product.name, size), 'zh') : `${count}件商品`;

export const toPayEn = ({ total }: Pick<CartMatter, 'total'>): string => `${formatMoney(total)}, delivery included`;
export const toPayZh = ({ total }: Pick<CartMatter, 'total'>): string => `含运费共${formatMoney(total)}`;

export const carrierOf = ({ shipment }: Order): string => shipment?.carrier ?? '';
