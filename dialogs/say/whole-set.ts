/** What several goods that one price was told for come to together, and what there is no room for in it. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ProductPart } from '../product-parts.ts';
import { list } from './phrases-en.ts';

type WholeSet = NonNullable<Extract<ProductPart, { kind: 'products' }>['wholeSet']>;

const pricedEn = ({ name, price }: Product): string => `the ${inLanguage(name, 'en')} (${formatMoney(price)})`;
const pricedZh = ({ name, price }: Product): string => `${inLanguage(name, 'zh')}（${formatMoney(price)}）`;

export const wholeSetEn = ({ total, within, left }: WholeSet, count: number): string => {
  const [room, sum] = [formatMoney(within), formatMoney(total)];
  const told =
    count === 1
      ? `Within ${room} in all there is room for this one, at ${sum}.`
      : `Together these ${count} come to ${sum}, within ${room}.`;
  const over = left.length > 0 ? ` With ${list(left.map(pricedEn))} as well it would be more than that.` : '';
  return told + over;
};

export const wholeSetZh = ({ total, within, left }: WholeSet, count: number): string => {
  const [room, sum] = [formatMoney(within), formatMoney(total)];
  const told = count === 1 ? `一共${room}以内，放得下这1款，${sum}。` : `这${count}款加起来${sum}，在${room}以内。`;
  return left.length > 0 ? `${told}再加上${left.map(pricedZh).join('、')}就超了，先没有算进来。` : told;
};
