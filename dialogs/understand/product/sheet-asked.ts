/** 详情, "details please", 介绍下吧: all that is known of the one on the table is asked for. Takes folded text. */
import { isRemark } from '../../../knowledge/retrieval/goods/remarks.ts';

const longest = 60;
const all =
  /^(?:(?:please|pls|ok|okay|and|so|now|then|can i|could i|can you|could you|would you|i want to|i'd like to|let me|let's|just|go on)[,. ]+)*(?:(?:show|open|give|see|view|read|tell|get|pull up|have)(?: me| us| up)* )?(?:(?:the|its|it's|all|full|some|more|any|every|further|product) )*(?:details?|specs?|specifications?|data ?sheet|description|product page|info(?:rmation)?)(?: (?:please|pls|then|now|of it|about it|on it|for it|of this|of that|on that|about this|about that|on this one|on that one))*[.!? ]*$|^(?:(?:please|pls|ok|and|so|can you|could you|just)[,. ]+)*(?:tell|give) me (?:(?:a bit|a little|some|something) )?(?:more|everything|all)(?: (?:there is|you know|you have|you've got|of it|about it|on it|about this|about that|about this one))*(?: please)?[.!? ]*$/;
const allZh =
  /^(?:那|请|麻烦|帮我|给我|你|您|就|再|想|先|能|可以|能不能|可不可以)*(?:看(?:一?下|看)?|打开|点开|说(?:一?下|说)|讲(?:一?下|讲)|列(?:一?下|出)?|来个|发一?下?|给我|给)?(?:它|这[个款件双]|那[个款件双])?的?(?:商品|产品|具体)?(?:详情页?|详细(?:信息|资料|介绍|说说)?|资料|规格参数|参数|介绍(?:一?下子?|介绍)?)(?:它|这[个款件双])?(?:吧|呗|啊|呀|吗|看看|看下|一下|给我|我看看)*[?!.。！~ ]*$/u;

/** What is exclaimed before it asks nothing. */
export const asksSheet = (folded: string): boolean => {
  if (folded.length > longest) return false;
  const clauses = folded.split(/[,，.。!！;；]+\s*/u).filter(one => one.trim() !== '');
  const last = clauses.at(-1) ?? '';
  const asks = [folded, last].some(one => all.test(one) || allZh.test(one));
  return asks && (all.test(folded) || clauses.slice(0, -1).every(one => isRemark(one) || one.length <= 8));
};
