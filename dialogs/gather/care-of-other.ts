/** How a knife is looked after is told by no page about leather, however alike the question is. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
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

/** What the thing is by its name: its last word, and the kind of goods it is sold as. */
const headsOf = (product: Product, category: string, language: Language): readonly string[] => {
  const name = fold(inLanguage(product.name, language)).split(/[,，]/u)[0]!.trim();
  if (language !== 'zh') return [wordsOf(name).at(-1) ?? '', ...wordsOf(category)];
  // A Chinese name ends with its colour: the kind is what ends the part before it.
  const part = name.split(/\s+/).findLast(one => /\p{Script=Han}{3,}/u.test(one) && !/色$/u.test(one)) ?? name;
  return [part.slice(-1)];
};

/** The page is for such things: by its title what this one is called after, and among its words what this one is. */
export const isCareOfSuch = (
  { article }: Pick<Passage, 'article'>,
  product: Product,
  category: string,
  language: Language,
): boolean => {
  if (article.topic !== 'care') return false;
  const title = fold(inLanguage(article.title, language));
  const name = fold(inLanguage(product.name, language));
  const page = fold([title, inLanguage(article.body, language), ...article.questions].join(' '));
  const heads = headsOf(product, fold(category), language).filter(one => one !== '');
  if (language === 'zh') {
    const traits = [...title.replace(ofAnyThingZh, '')].filter(one => /\p{Script=Han}/u.test(one));
    return heads.some(one => page.includes(one)) && traits.some(one => name.includes(one) && !heads.includes(one));
  }
  const said = new Set(wordsOf(page));
  const own = new Set(wordsOf(name));
  const traits = tokensOf(title)
    .map(({ text }) => text)
    .filter(text => !ofAnyThing.test(text) && !heads.includes(stem(text)));
  return heads.some(one => said.has(one)) && traits.some(text => own.has(stem(text)));
};

/** A paragraph that names other things, or none, is for others; the page opens with what goes for all. */
export const careOfSuch = (passage: Passage, product: Product, category: string, language: Language): Passage => {
  const [first = passage.text] = paragraphsOf(inLanguage(passage.article.body, language));
  const heads = headsOf(product, fold(category), language).filter(one => one !== '');
  const folded = fold(passage.text);
  const words = new Set(wordsOf(folded));
  const isOfIt =
    first.includes(passage.text) || heads.some(one => (language === 'zh' ? folded.includes(one) : words.has(one)));
  const text = isOfIt ? passage.text : first;
  return { ...passage, id: passageId(passage.article.id, language, text), text, score: 1, hedged: false };
};
