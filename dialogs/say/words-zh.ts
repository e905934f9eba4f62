import { caseWordsZh } from './case-words-zh.ts';
import { costWordsZh } from './cost-words-zh.ts';
import { dealWordsZh } from './deal-words-zh.ts';
import { groundWordsZh } from './ground-words-zh.ts';
import { orderWordsZh } from './order-words-zh.ts';
import { priceWordsZh } from './price-words-zh.ts';
import { profileWordsZh } from './profile-words-zh.ts';
import { promotionWordsZh } from './promotion-words-zh.ts';
import { shoppingWordsZh } from './shopping-words-zh.ts';
import { standWordsZh } from './stand-words-zh.ts';
import { talkOfWordsZh } from './talk-of-words-zh.ts';
import { talkWordsZh } from './talk-words-zh.ts';
import type { Words } from './words.ts';

/** Every sentence a shopper may read in Chinese, from one file a subject; the compiler counts the kinds. */
export const chinese: Words = {
  ...talkWordsZh,
  ...talkOfWordsZh,
  ...shoppingWordsZh,
  ...groundWordsZh,
  ...orderWordsZh,
  ...standWordsZh,
  ...caseWordsZh,
  ...costWordsZh,
  ...dealWordsZh,
  ...priceWordsZh,
  ...profileWordsZh,
  ...promotionWordsZh,
};
