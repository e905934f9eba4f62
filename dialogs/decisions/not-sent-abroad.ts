/** A candle that is spoken of is to go abroad: the page that says that no such thing can. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** As shops' pages and goods call them. */
const kinds = [/\bcandles?\b|蜡烛/iu, /\bpower ?banks?\b|充电宝|移动电源/iu];
const only = /\b(?:only|can(?:no|')t)\b|只能|不能/iu;

/** Undefined: no such thing is spoken of, or the page says nothing of it. */
export const notSentAbroad = (
  article: Article | undefined,
  { language, preferences, goods = [] }: Pick<Understanding, 'language' | 'preferences' | 'goods'>,
  { focus, spokenOf }: Pick<TurnFacts, 'focus' | 'spokenOf'>,
): Passage | undefined => {
  // Other goods are named than those that lie on the table.
  const isOther = goods.length > 0 || preferences.some(({ slot }) => slot === 'category' || slot === 'product');
  const { en = '', zh = '' } = (spokenOf ?? (isOther ? undefined : focus))?.name ?? {};
  const kind = kinds.find(one => one.test(`${en} ${zh}`));
  if (!article || !kind) return undefined;
  const text = paragraphsOf(inLanguage(article.body, language))
    .flatMap(sentencesOf)
    .find(sentence => kind.test(sentence) && only.test(sentence));
  return text === undefined ? undefined : { article, text, id: passageId(article.id, language, text), score: 1 };
};
