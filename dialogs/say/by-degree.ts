/** "Which one is lighter?": what their pages say, and plainly where they say nothing. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';
import { pagesTold } from './page-told.ts';

type ByDegree = Extract<ReplyPart, { kind: 'by-degree' }>;

const named = (product: Product, language: Language): string => inLanguage(product.name, language);
const markOf = ({ of: [first] }: ByDegree, language: Language): string =>
  first ? attributeText(first.attribute, [first.text], language) : '';

const told = ({ pages = [] }: ByDegree, language: Language): string => {
  if (pages.length === 0) return '';
  return language === 'en' ? ` What they do say: ${pagesTold(pages, 'en')}` : `页面上写的是：${pagesTold(pages, 'zh')}`;
};

const listed = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join('; ')}; and ${names.at(-1)}`;

export const byDegreeEn = (part: ByDegree): string => {
  const names = part.leading.map(p => named(p, 'en'));
  switch (part.how) {
    case 'measured': {
      const each = part.of.map(o => `${named(o.product, 'en')} (${attributeText(o.attribute, [o.text], 'en')})`);
      return `By their pages, ${part.asked} first: ${each.join('; ')}.`;
    }
    case 'marked':
      return `Of these only ${listed(names)} ${names.length === 1 ? 'is' : 'are'} marked “${markOf(part, 'en')}”.`;
    case 'all-marked':
      if (part.asked === '') return `All of these are marked “${markOf(part, 'en')}”.`;
      return `All of these are marked “${markOf(part, 'en')}”; their pages don't say which is ${part.asked}.${told(part, 'en')}`;
    case 'unsaid':
      return `Their pages don't say which is ${part.asked}, and I won't guess.${told(part, 'en')}`;
  }
};

export const byDegreeZh = (part: ByDegree): string => {
  const names = part.leading.map(p => named(p, 'zh'));
  switch (part.how) {
    case 'measured': {
      const each = part.of.map(o => `${named(o.product, 'zh')}（${attributeText(o.attribute, [o.text], 'zh')}）`);
      return `按页面标注，${part.asked}的排在前面：${each.join('；')}。`;
    }
    case 'marked':
      return `这几款里，只有${names.join('、')}标注了“${markOf(part, 'zh')}”。`;
    case 'all-marked':
      if (part.asked === '') return `这几款都标注了“${markOf(part, 'zh')}”。`;
      return `这几款都标注了“${markOf(part, 'zh')}”，页面上没有写哪款${part.asked}。${told(part, 'zh')}`;
    case 'unsaid':
      return `页面上没有写哪款${part.asked}，我不敢乱说。${told(part, 'zh')}`;
  }
};
