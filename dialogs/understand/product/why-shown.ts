/** "Why the second one?", "为什么推荐这个": what brought a product onto the list is asked, not why a deal was made. Folded text. */
import type { ConversationMemory } from '../../memory.ts';

const ofDeals =
  /\b(?:offers?|deals?|discounts?|promo\w*|coupons?|codes?|vouchers?|prices?|expensive|cheap\w*)\b|优惠|折|活动|券|减|价|贵|便宜|码/u;

const named =
  /\bwhy\b.{0,24}\b(?:recommend\w*|suggest\w*|show(?:n|ed|ing)?|pick(?:ed|ing)?|cho+se\w*|list(?:ed|ing)?)\b|\b(?:reason|basis) (?:for|behind|of) (?:this|that|the|these|your) (?:\w+ )?(?:recommendation|suggestion|pick|choice|list)s?\b|\bhow did you (?:pick|choose|come up with|select|find) (?:this|that|these|those|them|the (?:first|second|third|fourth|fifth|last))\b|\bwhat makes you (?:recommend|suggest|think)\b|(?:为什么|为啥|为何|凭什么|怎么会)(?:会|要)?(?:给我|向我|跟我)?(?:推荐|推|挑|展示|列出)|(?:推荐|推)(?:这|那|它|第).{0,6}(?:理由|原因|依据)|推荐(?:的)?(?:理由|原因|依据)/u;

const pointing =
  /^(?:but |and |so |ok,? )*why (?:is |are )?(?:the |that |this )?(?:first|second|third|fourth|fifth|last|number \d|no\.? ?\d|\d(?:st|nd|rd|th)|these|those|them|this|that|it)(?: ones?)?(?: here| there| for me| on the list)?[?!. ]*$|^(?:那|但)?(?:为什么|为啥|为何)(?:会|要)?(?:是|有|选|给我)?(?:这|那|第 ?[一二三四五\d]|最后).{0,4}[?!. ]*$/u;

export const asksWhyShown = (
  folded: string,
  memory: Pick<ConversationMemory, 'shown' | 'offerAt' | 'turns'>,
): boolean => {
  if (folded.length > 120 || ofDeals.test(folded)) return false;
  const dealOnTable = memory.offerAt !== undefined && memory.offerAt === memory.turns - 1;
  if (memory.shown.length === 0 || dealOnTable) return false;
  return named.test(folded) || pointing.test(folded);
};
