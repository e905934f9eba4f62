/** Two of them side by side: what each costs, what each page begins with, their details, and what only one of them has. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';
import { labelsEn } from './labels-en.ts';
import { labelsZh } from './labels-zh.ts';
import { nameOf, type Wording } from './words.ts';

type Comparison = Extract<ReplyPart, { kind: 'comparison' }>;

/** "- Weight: 254 g / 31 g", each on a line of its own. */
const detailRows = (details: Comparison['details'], language: Language): string =>
  details
    .map(({ name, first, second }) => {
      const [called, one, other] = [name, first, second].map(text => inLanguage(text, language));
      return `\n- ${called}${language === 'en' ? ': ' : '：'}${one} / ${other}`;
    })
    .join('');

export const comparisonEn = (p: Comparison, w: Wording): string => {
  const [first, second] = p.products.map(one => inLanguage(one.name, 'en'));
  const price =
    p.cheaper.by.minor === 0
      ? `Both cost ${formatMoney(p.products[0].price)}.`
      : `${nameOf(p.cheaper.product, w)} costs ${formatMoney(p.cheaper.by)} less.`;
  const rows = p.differs.flatMap(d => {
    const label = labelsEn.attribute[d.attribute];
    const side = (values: readonly string[]): string =>
      values.length > 0 ? attributeText(d.attribute, values, 'en') : '–';
    return label ? [`- ${label}: ${side(d.first)} / ${side(d.second)}`] : [];
  });
  const details = detailRows(p.details, 'en');
  const table = rows.length > 0 ? `\nOnly the first / only the second has:\n${rows.join('\n')}` : '';
  const pages = p.pages.map(one => `\n- ${inLanguage(one.product.name, 'en')}: “${one.text}”`).join('');
  return `${first}: ${formatMoney(p.products[0].price)}. ${second}: ${formatMoney(p.products[1].price)}. ${price}${pages && `\nTheir pages say:${pages}`}${details && `\nThe first / the second:${details}`}${table}`;
};

export const comparisonZh = (p: Comparison, w: Wording): string => {
  const [first, second] = p.products.map(one => inLanguage(one.name, 'zh'));
  const price =
    p.cheaper.by.minor === 0
      ? `两款价格一样，都是${formatMoney(p.products[0].price)}。`
      : `${nameOf(p.cheaper.product, w)}便宜${formatMoney(p.cheaper.by)}。`;
  const rows = p.differs.flatMap(d => {
    const label = labelsZh.attribute[d.attribute];
    const side = (values: readonly string[]): string =>
      values.length > 0 ? attributeText(d.attribute, values, 'zh') : '—';
    return label ? [`- ${label}：${side(d.first)} / ${side(d.second)}`] : [];
  });
  const details = detailRows(p.details, 'zh');
  const table = rows.length > 0 ? `\n不一样的地方（前者 / 后者）：\n${rows.join('\n')}` : '';
  const pages = p.pages.map(one => `\n- ${inLanguage(one.product.name, 'zh')}：“${one.text}”`).join('');
  return `${first}：${formatMoney(p.products[0].price)}；${second}：${formatMoney(p.products[1].price)}。${price}${pages && `\n页面上写着：${pages}`}${details && `\n参数（前者 / 后者）：${details}`}${table}`;
};
