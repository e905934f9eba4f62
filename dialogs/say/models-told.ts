/** How many models there are of a kind, in words; undefined: it was not asked. */
import type { ProductPart } from '../product-parts.ts';

type Products = Pick<Extract<ProductPart, { kind: 'products' }>, 'found' | 'ofKind'>;

export const modelsEn = ({ found, ofKind }: Products, forWhom: string, budget: string): string | undefined => {
  const { models = 0, asked, fitting } = ofKind ?? {};
  const shown = found.length;
  const kind = fitting ? 'that fit what you told me' : 'of that kind';
  const only = fitting ? 'the only one that fits what you told me' : 'the only one of its kind we have';
  if (asked === 'size') return models === 1 ? `No, this is ${only}.` : `No, these ${models} are all we have ${kind}.`;
  if (asked === 'others')
    return `No, there ${shown === 1 ? 'is one more that fits' : `are ${shown} more that fit`}${forWhom}${budget}.`;
  if (asked !== 'count') return undefined;
  if (models === 1) return `One: this is ${only}.`;
  return models > shown
    ? `We have ${models} ${kind}. Here ${shown === 1 ? 'is one' : `are ${shown}`} of them.`
    : `We have these ${models}${fitting ? ` ${kind}` : ''}${forWhom}.`;
};

export const modelsZh = ({ found, ofKind }: Products, budget: string): string | undefined => {
  const { models = 0, asked, fitting } = ofKind ?? {};
  const shown = found.length;
  const such = fitting ? '符合您说的' : '';
  if (asked === 'size')
    return models === 1
      ? `没有别的了，${such || '这一类'}只有这一款。`
      : `没有别的了，${such || '这一类'}就这${models}款。`;
  if (asked === 'others') return `还有${shown}款${budget}合适的。`;
  if (asked !== 'count') return undefined;
  if (models === 1) return `${such}只有一款，就是这款。`;
  return models > shown
    ? `${such || budget}一共有${models}款，先看这${shown}款。`
    : `${such || budget}一共有这${models}款。`;
};
