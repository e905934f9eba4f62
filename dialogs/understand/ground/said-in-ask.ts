/** What a short question says beside what it asks: how many, in which colour, which place of a list. */

import { englishCardinals, readNumber } from '../../../knowledge/language/numbers.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { type QuantityAsked, quantityAsked } from '../cart/quantity-asked.ts';
import { entitiesIn } from '../text/entities.ts';
import { moneyIn } from '../text/money-said.ts';

const number = new RegExp(`\\b(?:\\d{1,2}|${Object.keys(englishCardinals).join('|')}|couple|pair|dozen)\\b`, 'g');
const ofWords: Readonly<Record<string, number>> = { couple: 2, pair: 2, dozen: 12, 俩: 2, 双份: 2, 一对: 2 };
const numberZh =
  /俩|双份|一对|\d{1,2}|[一二两三四五六七八九十]{1,3}(?=[个件双份套包瓶台把条只盒袋支罐块本副对顶张枚]|$)/gu;
const most = 29;

/** "2 of them please", 给我弄成俩: so many, or so many more. Undefined: no number is said. */
export const countSaid = (said: string): QuantityAsked | undefined => {
  const folded = fold(said);
  const asked = quantityAsked(folded, { lastIntent: 'add-to-cart' });
  if (asked) return asked;
  const found = folded.match(hasHan(folded) ? numberZh : number) ?? [];
  // "This one, two of it".
  const last = found.findLast(word => word !== 'one' && word !== '一') ?? found.at(-1);
  if (last === undefined) return undefined;
  const count = ofWords[last] ?? readNumber(last);
  return count > 0 && count <= most ? { of: 'all', count } : undefined;
};

/** "The second one": 1-based; -1 the last. Undefined: no place is said. */
export const placeSaid = (said: string): number | undefined => {
  const folded = fold(said);
  const { ordinal } = entitiesIn(said, folded, moneyIn(folded), []);
  return ordinal === 0 ? undefined : ordinal;
};
