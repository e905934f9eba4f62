/** Two of them side by side: what each costs, what each page begins with, their details, and what only one of them has. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ReplyPart } from '../reply.ts';
import { attributeText } from './attribute-text.ts';
import type { ComparisonCard } from './cards.ts';
import { labelsEn } from './labels-en.ts';
import { labelsZh } from './labels-zh.ts';
import { nameOf, type Wording } from './words.ts';

type Comparison = Extract<ReplyPart, { kind: 'comparison' }>;
type Row = ComparisonCard['rows'][number];

const labels = { en: labelsEn, zh: labelsZh };
const none = { en: '–', zh: '—' };

const pageRows = ({ pages, products }: Comparison, language: Language): readonly Row[] => {
  const [first, second] = products.map(product => pages.find(one => one.product.id === product.id)?.text);
  const quoted = (text: string | undefined): string => (text === undefined ? none[language] : `“${text}”`);
  return pages.length > 0 ? [{ name: labels[language].pageSays, values: [quoted(first), quoted(second)] }] : [];
};

const detailRows = ({ details }: Comparison, language: Language): readonly Row[] =>
  details.map(({ name, first, second }) => ({
    name: inLanguage(name, language),
    values: [inLanguage(first, language), inLanguage(second, language)],
  }));

const attributeRows = ({ differs }: Comparison, language: Language): readonly Row[] =>
  differs.flatMap(({ attribute, first, second }) => {
    const name = labels[language].attribute[attribute];
    const side = (values: readonly string[]): string =>
      values.length > 0 ? attributeText(attribute, values, language) : none[language];
    return name ? [{ name, values: [side(first), side(second)] as const }] : [];
  });

/** "- Weight: 254 g / 31 g", each on a line of its own. */
const asLines = (rows: readonly Row[], language: Language): string =>
  rows.map(({ name, values }) => `\n- ${name}${language === 'en' ? ': ' : '：'}${values.join(' / ')}`).join('');

/** What is told in words where a card shows the rest. */
export const comparisonHeadEn = (p: Comparison, w: Wording): string =>
  p.cheaper.by.minor === 0
    ? `Both cost ${formatMoney(p.products[0].price)}.`
    : `${nameOf(p.cheaper.product, w)} costs ${formatMoney(p.cheaper.by)} less.`;

export const comparisonHeadZh = (p: Comparison, w: Wording): string =>
  p.cheaper.by.minor === 0
    ? `两款价格一样，都是${formatMoney(p.products[0].price)}。`
    : `${nameOf(p.cheaper.product, w)}便宜${formatMoney(p.cheaper.by)}。`;

/** Whether it is as was asked; undefined: which of them was. */
const isAsAsked = ({ price, cheaper, products: [first] }: Comparison): boolean | undefined =>
  price === 'which' || price === undefined
    ? undefined
    : cheaper.by.minor > 0 && (cheaper.product === first.id) === (price === 'cheaper');

/** The cheaper one first. */
const byPrice = ({ products, cheaper }: Comparison): readonly Product[] =>
  cheaper.product === products[0].id ? products : [...products].reverse();

const pricesEn = (p: Comparison): string => {
  const [less, more] = byPrice(p).map(one => ({ name: inLanguage(one.name, 'en'), price: formatMoney(one.price) }));
  const asked = isAsAsked(p);
  const lead = asked === undefined ? '' : asked ? 'Yes: ' : 'No: ';
  if (p.cheaper.by.minor === 0)
    return `${lead}${lead ? 'both' : 'Both'} cost ${less!.price}, the ${less!.name} and the ${more!.name}.`;
  return `${lead}${lead ? 'the' : 'The'} ${less!.name} costs ${less!.price}, ${formatMoney(p.cheaper.by)} less than the ${more!.name} at ${more!.price}.`;
};

const pricesZh = (p: Comparison): string => {
  const [less, more] = byPrice(p).map(one => ({ name: inLanguage(one.name, 'zh'), price: formatMoney(one.price) }));
  const asked = isAsAsked(p);
  const lead = asked === undefined ? '' : asked ? '是的，' : p.cheaper.by.minor === 0 ? '' : '不是，';
  return p.cheaper.by.minor === 0
    ? `价格一样，${less!.name}和${more!.name}都是${less!.price}。`
    : `${lead}${less!.name}${less!.price}，比${more!.name}（${more!.price}）便宜${formatMoney(p.cheaper.by)}。`;
};

export const comparisonEn = (p: Comparison, w: Wording): string => {
  if (p.price) return pricesEn(p);
  const [first, second] = p.products.map(one => inLanguage(one.name, 'en'));
  const details = asLines(detailRows(p, 'en'), 'en');
  const table = asLines(attributeRows(p, 'en'), 'en');
  const pages = p.pages.map(one => `\n- ${inLanguage(one.product.name, 'en')}: “${one.text}”`).join('');
  return `${first}: ${formatMoney(p.products[0].price)}. ${second}: ${formatMoney(p.products[1].price)}. ${comparisonHeadEn(p, w)}${pages && `\nTheir pages say:${pages}`}${details && `\nThe first / the second:${details}`}${table && `\nOnly the first / only the second has:${table}`}`;
};

export const comparisonZh = (p: Comparison, w: Wording): string => {
  if (p.price) return pricesZh(p);
  const [first, second] = p.products.map(one => inLanguage(one.name, 'zh'));
  const details = asLines(detailRows(p, 'zh'), 'zh');
  const table = asLines(attributeRows(p, 'zh'), 'zh');
  const pages = p.pages.map(one => `\n- ${inLanguage(one.product.name, 'zh')}：“${one.text}”`).join('');
  return `${first}：${formatMoney(p.products[0].price)}；${second}：${formatMoney(p.products[1].price)}。${comparisonHeadZh(p, w)}${pages && `\n页面上写着：${pages}`}${details && `\n参数（前者 / 后者）：${details}`}${table && `\n不一样的地方（前者 / 后者）：${table}`}`;
};

/** None: nothing but the price tells them apart. */
export const comparisonCard = (part: Comparison, language: Language): readonly ComparisonCard[] => {
  const rows = [detailRows, attributeRows, pageRows].flatMap(rowsOf => rowsOf(part, language));
  const [first, second] = part.products;
  return rows.length > 0 ? [{ type: 'comparison', products: [first.id, second.id], rows }] : [];
};
