/** Short questions that sound like another one: "and a card holder with it" asks for no greeting card, "louder one?" for nothing lighter. */
import type { Ask } from './asks.ts';

const cardGoods = /\bcard ?(?:holder|case|wallet|game)|卡包|卡夹|卡套|卡牌/u;
const ofOtherDegree =
  /\b(?:loud|quiet|long|strong|bright|dark|thick|warm|soft|firm|fast|slow|wide|tall|deep|sturdi|cosi)er\b|(?:更|再)?(?:大声|响|安静|长|亮|暗|厚|暖|软|硬|快|宽|高|深|结实)一?点/u;

/** Takes folded text. */
export const isMisheardAsk = (ask: Ask | undefined, folded: string): boolean =>
  (ask === 'gift-wrap' && cardGoods.test(folded)) ||
  (ask === 'something-lighter' && ofOtherDegree.test(folded) && !/\blight|\bheav|\bweigh|轻|重/u.test(folded));
