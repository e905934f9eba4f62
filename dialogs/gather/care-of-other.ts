/** How a knife is looked after is told by no page about leather, however alike the question is. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { stem, tokensOf } from '../../knowledge/retrieval/text/tokens.ts';

/** Asks how something is kept well; what is asked so of a thing is answered by a page for such things. */
const asksCare =
  /\b(?:look(?:ing)? after|take care of|care for|maintain|maintenance|clean(?:ing)?|wash(?:ing)?|polish|sharpen|store|keep) |保养|护理|打理|怎么洗|能[机水]?洗|清洗|清洁/u;
const ofAnyThing =
  /^(?:how|long|keeps?|keeping|looking|after|washing|cleaning|care|caring|storing|things?|the|your|and|of|for|fresh|to|with|a|an|all|our|goods)$/;
const ofAnyThingZh = /[怎么保养护理打清洗洁收纳存放质期和与的好用]/gu;

const wordsOf = (text: string): string[] => (fold(text).match(/[a-z]+/g) ?? []).map(word => stem(word));

/** The page says in its title what it is for, and the thing that is spoken of is nothing of that. */
export const isCareOfOther = (
  { article }: Pick<Passage, 'article'>,
  said: string,
  spokenOf: Product | undefined,
  about: string,
  language: Language,
): boolean => {
  if (!spokenOf || article.topic !== 'care' || !asksCare.test(fold(`${said} `))) return false;
  const title = fold(inLanguage(article.title, language));
  const known = fold(
    [about, ...Object.values(spokenOf.attributes).flat(), inLanguage(spokenOf.description, language)].join(' '),
  );
  if (language === 'zh') {
    const things = [...title.replace(ofAnyThingZh, '')].filter(one => /\p{Script=Han}/u.test(one));
    return things.length > 0 && !things.some(one => known.includes(one));
  }
  const own = new Set(wordsOf(known));
  const things = tokensOf(title)
    .map(({ text }) => text)
    .filter(text => !ofAnyThing.test(text));
  return things.length > 0 && !things.some(text => own.has(stem(text)));
};
