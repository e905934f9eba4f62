/** "What colours does it come in?", "有哪些尺码": what each page names to choose from, and plainly where it names nothing. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { UnitPrice } from '../decisions/unit-price.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';

type Choices = Extract<ReplyPart, { kind: 'product-choices' }>;

const perUnitEn = { '100g': ' per 100 g', '100ml': ' per 100 ml', piece: ' each' } as const;
const perUnitZh = { '100g': '每 100 克', '100ml': '每 100 毫升' } as const;
/** 5 片盒装, 10 包挂耳: what the pieces are. */
const pieces = /\d+ ?(片|包|支|袋|粒|张|只|块|枚|条)/u;
const perUnit = ({ amount, unit }: UnitPrice, { name }: Product, language: Language): string => {
  if (language === 'en') return ` (${formatMoney(amount)}${perUnitEn[unit]})`;
  const said = unit === 'piece' ? `每${pieces.exec(name.zh ?? '')?.[1] ?? '件'}` : perUnitZh[unit];
  return `（${said} ${formatMoney(amount)}）`;
};

/** Name and values of each; `same`: one sentence does for a whole list. */
const read = (part: Choices, language: Language) => {
  const each = part.of.map(({ product, values, per }) => ({
    name: inLanguage(product.name, language),
    text:
      part.slot === 'price'
        ? values.join('') + (per ? perUnit(per, product, language) : '')
        : values.length > 0
          ? attributeText(part.slot, values, language)
          : '',
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
  if (part.byColour && first) {
    if (each.length === 1) return `There is only this colour of it, at ${first.text}: ${first.name}.`;
    if (same) return `It costs the same in every colour, ${first.text}.`;
    return [`${first.name} costs least, ${first.text}.`, ...each.slice(1).map(o => `- ${o.name}: ${o.text}`)].join(
      '\n',
    );
  }
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
  if (part.byColour && first) {
    if (each.length === 1) return `只有这一个颜色，${first.text}：${first.name}。`;
    if (same) return `每个颜色都是同一个价，${first.text}。`;
    return [`${first.name}最便宜，${first.text}。`, ...each.slice(1).map(o => `- ${o.name}：${o.text}`)].join('\n');
  }
  const named = part.slot === 'size' && first && /^\d+ ?[^\d\s–.]/u.test(first.text) ? '规格' : namedZh[part.slot];
  if (same) return first?.text ? `这几款的${named}都是${first.text}。` : `这几款的页面都没有标注${named}。`;
  if (each.length > 1) return each.map(({ name, text }) => `- ${name}：${text || `没有标注${named}`}`).join('\n');
  if (!first) return '';
  return first.text
    ? `${part.beside ? '' : `${first.name}的`}${named}${isZh[part.slot]}${first.text}。`
    : `${first.name}的页面没有标注${named}。`;
};
