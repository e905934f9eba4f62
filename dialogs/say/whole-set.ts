/** What several goods or pieces that one price was told for come to together, and what there is no room for in it. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { PiecesAsked, ProductPart } from '../product-parts.ts';
import { list } from './phrases-en.ts';

type WholeSet = NonNullable<Extract<ProductPart, { kind: 'products' }>['wholeSet']>;

const pricedEn = ({ name, price }: Product): string => `the ${inLanguage(name, 'en')} (${formatMoney(price)})`;
const pricedZh = ({ name, price }: Product): string => `${inLanguage(name, 'zh')}（${formatMoney(price)}）`;

export const wholeSetEn = ({ total, within, left, pieces = [] }: WholeSet, found: readonly Product[]): string => {
  const { length: count } = found;
  const [room, sum] = [formatMoney(within), formatMoney(total)];
  const each = pieces.map((many, i) => `${many} × ${inLanguage(found[i]!.name, 'en')}`);
  const told =
    each.length > 0
      ? `${list(each)}: ${sum}, within ${room}.`
      : count === 1
        ? `Within ${room} in all there is room for this one, at ${sum}.`
        : `Together these ${count} come to ${sum}, within ${room}.`;
  const over = left.length > 0 ? ` With ${list(left.map(pricedEn))} as well it would be more than that.` : '';
  return told + over;
};

export const wholeSetZh = ({ total, within, left, pieces = [] }: WholeSet, found: readonly Product[]): string => {
  const { length: count } = found;
  const [room, sum] = [formatMoney(within), formatMoney(total)];
  const each = pieces.map((many, i) => `${inLanguage(found[i]!.name, 'zh')}${many}件`);
  const told =
    each.length > 0
      ? `${each.join('、')}，一共${sum}，在${room}以内。`
      : count === 1
        ? `一共${room}以内，放得下这1款，${sum}。`
        : `这${count}款加起来${sum}，在${room}以内。`;
  return left.length > 0 ? `${told}再加上${left.map(pricedZh).join('、')}就超了，先没有算进来。` : told;
};

/** Of what each may cost. */
export const piecesEn = ({ count, within, total }: PiecesAsked): string =>
  total
    ? ` ${count} of them come to ${formatMoney(total)}, within ${formatMoney(within)}.`
    : ` At that price ${count} stay within ${formatMoney(within)} together.`;
export const piecesZh = ({ count, within, total }: PiecesAsked): string =>
  total
    ? `${count}件一共${formatMoney(total)}，在${formatMoney(within)}以内。`
    : `这个价位买${count}件，加起来在${formatMoney(within)}以内。`;

/** Of the cheapest, which costs more than its part. */
export const piecesOverEn = ({ count, within, total, beside }: PiecesAsked): string => {
  if (!total) return '';
  const those = beside ? `with the ${inLanguage(beside.name, 'en')} that comes` : `${count} of them come`;
  return `: ${those} to ${formatMoney(total)}, more than ${formatMoney(within)}`;
};
export const piecesOverZh = ({ count, within, total, beside }: PiecesAsked): string => {
  if (!total) return '';
  return `，${beside ? `和${inLanguage(beside.name, 'zh')}一起` : `${count}件`}要${formatMoney(total)}，超过${formatMoney(within)}`;
};
