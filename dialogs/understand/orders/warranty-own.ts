/** The warranty is asked about for a thing that was bought, and not in general. */
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';

const ofWarranty = /\b(?:warranty|warranties|guarantee|under cover)\b|保修|质保|包修|在保|过保/u;

const ofOwn =
  /\b(?:my|mine|still (?:running|valid|covered|under)|i (?:bought|ordered|got)|(?:bought|ordered) (?:it|on|in)|that (?:speaker|one|lamp|kettle|jacket|bag|pair)|the one i)\b|我的|买的|买了|收到的|还(?:在|能|可以|有|没过)|过保|过了?(?:保|期)|在保/u;
const lasts = 3;

/** Named as one's own, or right after an order was told of. */
export const asksOwnWarranty = (
  { intent, plainly, said = '' }: Pick<Understanding, 'intent' | 'plainly' | 'said'>,
  { orderTold, turns }: Pick<ConversationMemory, 'orderTold' | 'turns'>,
): boolean =>
  intent === 'question' &&
  (ofWarranty.test(said) || plainly?.name.startsWith('warranty') === true) &&
  (ofOwn.test(said) || (orderTold !== undefined && turns - orderTold.at <= lasts));
