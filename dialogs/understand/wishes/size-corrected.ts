/** "I typed that wrong, should have been 42", 前面那个数不算，42才是: the size that was told is put right. Takes folded text. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { ConversationMemory } from '../../memory.ts';

const longest = 90;
const correcting =
  /\b(?:typed|typo|wrong|mistaken?|meant|should (?:have been|be|say|read)|not right|actually|really|correct(?:ion|ed)?|scrap that|(?:change|make) (?:it|that) (?:to )?|sorry|oops|turns out)\b|错|不对|不算|才(?:是|对)|应该是|其实|原来|为准|改成|改为|更正|搞混|记岔/u;
const size =
  /(?<![\d.,¥$-])(3[4-9](?:\.5)?|4[0-8](?:\.5)?)(?![\d%]|\.\d|元|块|克|个|件|毫升|岁| ?(?:yuan|g|ml|cm|pcs|years?)\b)/gu;
/** What is bought or asked about is another matter. */
const otherMatter =
  /[?？]|\b(?:cart|basket|order|add|buy|price|phone|number is|address|budget|under|below)\b|购物车|下单|买|加|订单|预算|地址|电话|以内|[吗么呢]$/u;

/** Undefined: no size was told, or it is not spoken of. */
export const sizeCorrected = (
  folded: string,
  original: string,
  { size: told, inCart = [], shown }: Pick<ConversationMemory, 'size' | 'inCart' | 'shown'>,
): StatedPreference | undefined => {
  if (told === undefined || inCart.length > 0 || folded.length > longest) return undefined;
  const [said, ...others] = [...folded.matchAll(size)].map(match => match[1]!);
  if (said === undefined || others.some(other => other !== said && other !== told)) return undefined;
  const value = [said, ...others].find(one => one !== told);
  // Of goods that are looked at, "sorry, 42" narrows the list.
  if (value === undefined || shown.length > 0 || !correcting.test(folded) || otherMatter.test(folded)) return undefined;
  return { slot: 'size', value, polarity: 'like', forWhom: 'self', quote: original.trim(), confidence: 0.9 };
};
