/** What is told where no goods are all that was asked for, and some are one thing and some another. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import type { ProductPart } from '../product-parts.ts';
import type { FoundProduct } from '../turn-facts.ts';
import { list, none } from './phrases-en.ts';
import { relaxedName } from './phrases-zh.ts';
import type { Wording } from './words.ts';

type Products = Extract<ProductPart, { kind: 'products' }>;
type Told = Pick<Products, 'found'> & { readonly instead: NonNullable<Products['instead']> };

const namesOf = (found: readonly FoundProduct[], language: 'en' | 'zh'): string[] =>
  found.map(one => inLanguage(one.product.name, language));

/** `within`: "at ¥600 or less", or nothing. */
export const insteadEn = ({ found, instead }: Told, within: string): string => {
  const [first] = namesOf(found, 'en');
  const them = found.length === 1 ? `The ${first} isn't` : `The first ${found.length} aren't`;
  const others = list(namesOf(instead.found, 'en').map(name => `the ${name}`));
  const [are, not] = instead.found.length === 1 ? ['is', "isn't"] : ['are', "aren't"];
  return `Nothing${within} is all of that at once. ${them} ${list(instead.gained.map(none))}; ${others} ${are}, but ${not} ${list(instead.lost.map(none))}.`;
};

/** 不是红色, 没有标注“防水”: a wish as goods have it, and as they don't. */
const zh = (key: string, wording: Wording): { readonly is: string; readonly isNot: string } => {
  const [slot, name] = [key.slice(0, key.indexOf(':')), relaxedName(key, wording)];
  if (slot === 'colour') return { is: `是${name}`, isNot: `不是${name}` };
  if (slot === 'material') return { is: `是${name}的`, isNot: `不是${name}的` };
  if (slot === 'brand') return { is: `是${name}的`, isNot: `不是${name}的` };
  return { is: `标注了“${name}”`, isNot: `没有标注“${name}”` };
};

/** `within`: ¥600以内, or nothing. */
export const insteadZh = ({ found, instead }: Told, within: string, wording: Wording): string => {
  const [first] = namesOf(found, 'zh');
  const them = found.length === 1 ? first : `前${found.length}款`;
  const others = namesOf(instead.found, 'zh').join('、');
  const gained = instead.gained.map(key => zh(key, wording));
  const lost = instead.lost.map(key => zh(key, wording).isNot);
  return `${within}没有一款全都符合：${them}${gained.map(one => one.isNot).join('、')}；${others}${gained.map(one => one.is).join('、')}，但${lost.join('、')}。`;
};
