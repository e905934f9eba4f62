import { caseWordsEn } from './case-words-en.ts';
import { costWordsEn } from './cost-words-en.ts';
import { dealWordsEn } from './deal-words-en.ts';
import { groundWordsEn } from './ground-words-en.ts';
import { orderWordsEn } from './order-words-en.ts';
import { priceWordsEn } from './price-words-en.ts';
import { profileWordsEn } from './profile-words-en.ts';
import { promotionWordsEn } from './promotion-words-en.ts';
import { shoppingWordsEn } from './shopping-words-en.ts';
import { standWordsEn } from './stand-words-en.ts';
import { talkOfWordsEn } from './talk-of-words-en.ts';
import { talkWordsEn } from './talk-words-en.ts';
import type { Words } from './words.ts';

/** Every sentence a shopper may read in English, from one file a subject; the compiler counts the kinds. */
export const english: Words = {
  ...talkWordsEn,
  ...talkOfWordsEn,
  ...shoppingWordsEn,
  ...groundWordsEn,
  ...orderWordsEn,
  ...standWordsEn,
  ...caseWordsEn,
  ...costWordsEn,
  ...dealWordsEn,
  ...priceWordsEn,
  ...profileWordsEn,
  ...promotionWordsEn,
};
