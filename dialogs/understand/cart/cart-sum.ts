/** "How much with the discount?", 一共多少 包邮吗, right after something went into the cart: the cart is meant, and not one thing of it. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

const ofCart: ReadonlySet<Intent> = new Set([
  'add-to-cart',
  'change-quantity',
  'remove-from-cart',
  'view-cart',
  'deals',
]);
const asksSum =
  /^(?:(?:ok|okay|so|and|then|great|perfect|thanks|cool)[,. ]+)*(?:how much(?: (?:is|are|does|do|would|will|for))?(?: (?:it|that|this|they|those|these|all|everything|the lot|i|we))?(?: (?:be|come to|cost|pay|owe|have to pay))?|what(?:'s| is| does| do|s)?(?: (?:it|that|this|the|my|i|we))?(?: (?:total|sum|price|damage|pay|owe|come to))*)(?: (?:now|then|all|together|altogether|in total|total|in all|so far|come to|cost))*(?:,? (?:with|after|including|incl\.?|plus|and) (?:the |all |my )?(?:discounts?|deals?|offers?|delivery|shipping|postage|half price|everything))*(?: (?:please|then|now))*[?.! ]*$|^(?:那|现在|请问|这样|这些|我|得|要|是)*(?:一共|总共|合计|总价|加起来|全部|总的?|共)(?:是|要|得)?(?:多少钱?|几块钱?|多钱)?(?:啊|呀|呢|了)?[?.! ]*$|^(?:那|现在|请问|我|得|要|是)*(?:多少钱?|几块钱?|多钱)[,， ]*(?:一共|总共|合计|全部|总的?|加起来)(?:啊|呀|呢|了)?[?.! ]*$|^(?:那|现在|这样|这些|我)*(?:折后|优惠后|减完|到手|实付|要付|付)(?:是|价|要)?(?:一共|总共)?(?:是)?(?:多少钱?|几块钱?)(?:啊|呀|呢)?[?.! ]*$/u;
/** Nothing is asked without a sum in it. */
const names = /\bhow much\b|total|\bsum\b|\bpay\b|\bowe\b|come to|多|几|合计|总/u;

export const asksCartSum = (
  folded: string,
  { inCart, lastIntent }: Pick<ConversationMemory, 'inCart' | 'lastIntent'>,
): boolean =>
  (inCart?.length ?? 0) > 0 &&
  lastIntent !== undefined &&
  ofCart.has(lastIntent) &&
  folded.length <= 80 &&
  names.test(folded) &&
  asksSum.test(folded);
