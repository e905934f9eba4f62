/** "What colours does it come in?", "有哪些尺码": what each page names to choose from, and plainly where it names nothing. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';

type Choices = Extract<ReplyPart, { kind: 'product-choices' }>;

/** Name and values of each; `same`: one sentence does for a whole list. */
const read = (part: Choices, language: Language) => {
  const each = part.of.map(({ product, values }) => ({
    name: inLanguage(product.name, language),
    text: part.slot === 'price' ? values.join('') : values.length > 0 ? attributeText(part.slot, values, language) : '',
  }));
  const [first] = each;
  return { each, first, same: each.length > 1 && each.every(one => one.text === first?.text) };
};

const namedEn = { colour: 'colours', size: 'sizes', material: 'materials', brand: 'brand', price: 'price' } as const;
const comesEn = {
  colour: { one: 'It comes in', all: 'All of these come in' },
  size: { one: 'It comes in size', all: 'All of these come in size' },
  material: { one: 'It is made of', all: 'All of these are made of' },
  brand: { one: 'It is by', all: 'All of these are by' },
  price: { one: 'It costs', all: 'Each of these costs' },
} as const;

export const productChoicesEn = (part: Choices): string => {
  const { each, first, same } = read(part, 'en');
  const named = namedEn[part.slot];
  if (same)
    return first?.text ? `${comesEn[part.slot].all} ${first.text}.` : `Their pages name no ${named} to choose from.`;
  if (each.length > 1) return each.map(({ name, text }) => `- ${name}: ${text || `no ${named} named`}`).join('\n');
  if (!first) return '';
  return first.text
    ? `${/^\d+ (?:ml|g|pcs)/.test(first.text) ? 'It comes in' : comesEn[part.slot].one} ${first.text}${part.beside ? '' : `: ${first.name}`}.`
    : `The page of ${first.name} names no ${named}.`;
};

const namedZh = { colour: '颜色', size: '尺码', material: '材质', brand: '品牌', price: '价格' } as const;
const isZh = { colour: '有', size: '有', material: '是', brand: '是', price: '是' } as const;

export const productChoicesZh = (part: Choices): string => {
  const { each, first, same } = read(part, 'zh');
  const named = part.slot === 'size' && first && /^\d+ ?[^\d\s–.]/u.test(first.text) ? '规格' : namedZh[part.slot];
  if (same) return first?.text ? `这几款的${named}都是${first.text}。` : `这几款的页面都没有标注${named}。`;
  if (each.length > 1) return each.map(({ name, text }) => `- ${name}：${text || `没有标注${named}`}`).join('\n');
  if (!first) return '';
  return first.text
    ? `${part.beside ? '' : `${first.name}的`}${named}${isZh[part.slot]}${first.text}。`
    : `${first.name}的页面没有标注${named}。`;
};
