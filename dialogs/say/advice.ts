/** Which of some goods to take, with the page's own words as the reason. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { AdvicePart } from '../product-parts.ts';
import { attributeText } from './attribute-text.ts';
import { ended, pagesTold } from './page-told.ts';

const marksIn = ({ marks }: AdvicePart, language: 'en' | 'zh'): string[] =>
  marks.map(({ slot, value }) => `“${attributeText(slot, [value], language)}”`);

export const adviceEn = (part: AdvicePart): string => {
  const name = inLanguage(part.pick.name, 'en');
  const price = formatMoney(part.pick.price);
  const beyond = part.beyond ? 'None of them is within that price. ' : '';
  const least = part.cheapest ? ` It costs the least of them: ${price}.` : '';
  const marks = marksIn(part, 'en');
  const reasons = [
    ...(part.said.length > 0 ? [`its page says ${part.said.map(one => `“${one}”`).join(' ')}`] : []),
    ...(marks.length > 0 ? [`${part.said.length > 0 ? 'and it' : 'it'} is listed as ${marks.join(', ')}`] : []),
  ].join(', ');
  if (part.how === 'only') {
    const others = part.tied.map(one => inLanguage(one.name, 'en')).join(', ');
    return `I'd take the ${name}: ${others} ${part.tied.length === 1 ? 'is' : 'are'} made for ${part.othersFor}.`;
  }
  if (part.how === 'page') return `${beyond}I'd take the ${name}: ${ended(reasons)}`;
  if (part.how === 'beside')
    return `${beyond}No page of these says that, but this one's does. I'd take the ${name}: ${ended(reasons)}`;
  if (part.how === 'tied')
    return `${beyond}Several of them suit that alike. I'd take the ${name}: ${ended(reasons)}${least}`;
  if (part.how === 'plain')
    return part.cheapest
      ? `${beyond}Tell me what it is for and I can choose better. As it is I'd take the ${name}: it costs ${part.tied.length === 1 ? 'less' : 'the least of them'}, ${price}.`
      : `${beyond}Tell me what it is for and I can choose better. As it is I'd take the ${name}.`;
  return `${beyond}Their pages don't say which of them suits that, and I won't guess. What they do say: ${pagesTold(part.pages, 'en')} A colleague can tell you more.`;
};

export const adviceZh = (part: AdvicePart): string => {
  const name = inLanguage(part.pick.name, 'zh');
  const price = formatMoney(part.pick.price);
  const beyond = part.beyond ? '这几款都超出您说的价格。' : '';
  const least = part.cheapest ? `其中它最便宜，${price}。` : '';
  const marks = marksIn(part, 'zh');
  const reasons = [
    ...(part.said.length > 0 ? [`页面上写着${part.said.map(one => `“${one}”`).join('')}`] : []),
    ...(marks.length > 0 ? [`标注了${marks.join('')}`] : []),
  ].join('，');
  if (part.how === 'only')
    return `我会选${name}：${part.tied.map(one => inLanguage(one.name, 'zh')).join('、')}是${part.othersFor === 'men' ? '男款' : '女款'}。`;
  if (part.how === 'page') return `${beyond}我会选${name}：${reasons}。`;
  if (part.how === 'beside') return `${beyond}这几款的页面都没有写，不过有一款写了。我会选${name}：${reasons}。`;
  if (part.how === 'tied') return `${beyond}有几款都合适，我会选${name}：${reasons}。${least}`;
  if (part.how === 'plain')
    return part.cheapest
      ? `${beyond}告诉我用在哪里，我可以选得更准。就现在看我会选${name}：${part.tied.length === 1 ? '便宜些' : '其中最便宜'}，${price}。`
      : `${beyond}告诉我用在哪里，我可以选得更准。就现在看我会选${name}。`;
  return `${beyond}页面上没有写哪款更合适，我不敢乱说。页面上写的是：${pagesTold(part.pages, 'zh')}可以请人工客服帮您看看。`;
};
