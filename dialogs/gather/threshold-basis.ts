/** "Is the 600 before or after discounts?": of an amount that a page asks for. Takes folded text. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { dealFactAsked } from '../understand/deals/deal-fact.ts';
import { saysNoMore } from './new-word.ts';

const freeDelivery = /\bfree (?:delivery|shipping|postage)\b|包邮|免邮|免运费/u;
const ofDelivery = /deliver|shipping|运费|包邮/u;
const tellsBasis =
  /\b(?:after|before) (?:the |any |all )?(?:discounts?|deals?)\b|(?:优惠|打折|折扣|活动)[前后]|折[前后]/u;
const asksOfDiscounts = /\b(?:discounts?|deals?|codes?)\b|优惠|折|满减|活动|券/u;
const leastAsked = /(?:from|of|reach\w*|above) [¥￥]\d|[满达] ?[¥￥]? ?\d/iu;
const unsaid: Readonly<Record<Language, string>> = { en: 'before or after discounts', zh: '优惠前还是优惠后' };

/** Undefined: it is not asked, or of no amount of a page. `told`: the page told just before. */
export const thresholdBasis = (
  said: string,
  told: Article | undefined,
  articles: readonly Article[],
  language: Language,
): Passage | undefined => {
  if (dealFactAsked(said.replace(freeDelivery, ' ')) !== 'basis' || !asksOfDiscounts.test(said)) return undefined;
  const isOfDelivery = freeDelivery.test(said);
  const pages = isOfDelivery ? articles : told ? [told] : [];
  for (const article of pages)
    for (const text of paragraphsOf(inLanguage(article.body, language)).flatMap(sentencesOf)) {
      const sentence = fold(text);
      if (tellsBasis.test(sentence) && leastAsked.test(sentence) && (!isOfDelivery || ofDelivery.test(sentence)))
        return { id: passageId(article.id, language, text), article, text, score: 1 };
    }
  return told && leastAsked.test(fold(inLanguage(told.body, language)))
    ? saysNoMore(told, language, said, unsaid[language])
    : undefined;
};
