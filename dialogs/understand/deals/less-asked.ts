/** What is asked of codes and deals beside the one at hand. Takes folded text. */
import type { Intent } from '../../turn.ts';

const afterCode =
  /^(?:(?:ok|okay|so|then|well|but|and|please|fine)[, ]+)*(?:(?:can|could|would|will) (?:you|i) )?(?:please )?(?:(?:give|get|send|have|use|try|do you have|have you got|got|is there|are there|any) ?(?:me )?)*(?:an?)?(?:other|different|new|working) (?:one|code|coupon|voucher|discount)s?(?: (?:then|instead|i can use|that works|please|for me))*[?!. ]*$/;
const otherCoupon =
  /^(?:那|,|好吧|行吧|算了)*(?:能不能|可以|能)?(?:再)?(?:给|送|发|有)?(?:我)?(?:没有)?(?:还有)?(?:没有)?(?:另外?一?[个张]|别的|其他的?|新的|换一?[个张])(?:优惠码|优惠券|折扣码|券|码)(?:吗|么|吧|呢|没有?|可以用|能用)*[?!. ]*$/u;

/** "Can you give me another one then", of a code that did not work; 那给我另一个券: what else there is. Undefined: it is not asked. */
export const otherCode = (folded: string, lastIntent: Intent | undefined): string | undefined => {
  const isAfter = lastIntent === 'apply-code';
  if (folded.length > 60) return undefined;
  if (afterCode.test(folded) && (isAfter || /code|coupon|voucher/.test(folded))) return 'any deals?';
  return otherCoupon.test(folded) && (isAfter || !/[^惠扣]码/u.test(folded)) ? '有什么优惠' : undefined;
};

const net =
  /^(?:(?:so|and|ok|okay|but)[, ]+)*(?:how much (?:is|are|would|will|does|do) (?:it|they|this|that|those|these|one)(?: be| cost| come to)?|what(?:'s| is| would)(?: (?:the )?(?:price|cost|total))?(?: (?:it|that) (?:be|cost))?|what do i pay)(?: (?:in total|altogether|then))? (?:with|after|including|less|minus) (?:all )?(?:(?:the|your|your best|my|any|every) )?(?:best )?(?:discounts?|deals?|offers?|promotions?)(?: (?:applied|included|on|taken off))?[?!. ]*$|^(?:那|,)*(?:算上|加上|用上|用了|享受|减完|打完|优惠完|优惠后|优惠下来|折后|活动后)(?:了|所有|全部|你们的?|这些)*(?:活动|优惠|折扣|满减|券|折)?(?:后|之后|完)?(?:的话)?(?:一共|总共|到手)?(?:是|要)?(?:多少钱?|什么价|几块钱?)[?!. ]*$|^(?:那|,)*到手(?:价)?(?:是)?多少(?:钱)?[?!. ]*$/u;

/** "How much is it with your best discount", 优惠完多少钱: what would be paid for it, and not what stands on its label. */
export const asksNetPrice = (folded: string): boolean => folded.length <= 80 && net.test(folded);

const same =
  /^(?:那|现在|它|,)*(?:价格|价钱)?(?:还|也)?是(?:原来|之前|上次|以前|当时|原)(?:的|那个?)?(?:价格?|价钱)(?:吗|么|嘛|不)?[?!. ]*$|^(?:价格|价钱)(?:还|有没有|变|跟|和|没|了|上次|之前|原来|一样)+(?:吗|么|没|没有|不)?[?!. ]*$|^(?:and |so |ok )*(?:is it|are they|is that|for|at) (?:still )?(?:at )?the same price(?: as (?:before|last time|then))?[?!. ]*$|^(?:and |so )*(?:has|did) the price (?:changed?|gone up|go up)(?: since(?: then)?)?[?!. ]*$/u;
/** 还是原来的价格吗, "is it still the same price?": what it costs now. */
export const asksIfSamePrice = (folded: string): boolean => folded.length <= 60 && same.test(folded);
