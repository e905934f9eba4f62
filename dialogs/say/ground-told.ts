/** What words of several goods have in common: names, what each costs or weighs, a few of them in one sentence. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Detail, Product } from '../../knowledge/domain/product.ts';
import { weightOf } from '../../knowledge/retrieval/goods/weight-of.ts';
import type { Less } from '../ground-parts.ts';
import { attributeText } from './attribute-text.ts';

export const called = ({ name }: Product, language: Language): string => inLanguage(name, language);

export const valueIn = ({ value }: Detail, language: Language): string => inLanguage(value, language);
export const detailIn = ({ name, value }: Detail, language: Language): string =>
  `${inLanguage(name, language)}${language === 'en' ? ': ' : '：'}${inLanguage(value, language)}`;

/** What it costs, or weighs as its page has it. */
export const amountIn = (product: Product, by: Less, language: Language): string => {
  if (by === 'price') return formatMoney(product.price);
  const weight = weightOf(product);
  return weight ? valueIn(weight.detail, language) : '';
};
export const withAmount = (product: Product, by: Less, language: Language): string => {
  const amount = amountIn(product, by, language);
  return language === 'en'
    ? `${called(product, 'en')}${amount && ` (${amount})`}`
    : `${called(product, 'zh')}${amount && `（${amount}）`}`;
};

export const some = (texts: readonly string[], language: Language): string => {
  if (language === 'zh') return texts.join('、');
  const last = texts.at(-1);
  return texts.length < 2 ? (last ?? '') : `${texts.slice(0, -1).join(', ')} and ${last}`;
};

export const lines = (texts: readonly string[]): string => texts.map(text => `\n- ${text}`).join('');

export const marked = (
  slot: 'feature' | 'occasion' | 'colour' | 'size',
  values: readonly string[],
  language: Language,
): string => attributeText(slot, values, language);

/** Where the names of several forms part: "60 ml", 60 毫升. */
const partingOf = (names: readonly string[]): number => {
  const [first = '', ...others] = names;
  let same = 0;
  while (same < first.length && others.every(name => name[same] === first[same])) same += 1;
  // No number and no word is cut in two.
  while (same > 0 && /[\p{L}\p{N}]/u.test(first[same - 1]!) && /[\p{L}\p{N}]/u.test(first[same] ?? ' ')) same -= 1;
  return same;
};
/** Each pack by what its name has beyond the others', and what it costs. */
export const packsIn = (packs: readonly Product[], language: Language): string => {
  const names = packs.map(pack => called(pack, language));
  const same = partingOf(names);
  return packs
    .map((pack, i) => `${names[i]!.slice(same).trim()} ${formatMoney(pack.price)}`)
    .join(language === 'en' ? ', ' : '、');
};
