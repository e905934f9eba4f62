/** Passages as they are told: of the place that was named, not again what was told just now, with what a limit means for the shopper. */
import { createFactCheck } from '../../knowledge/check/check-articles.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { isMadeForKids } from '../../knowledge/retrieval/goods/for-whom.ts';
import { asksWhere, tellsWhere } from '../../knowledge/retrieval/pages/answer-kinds.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { namesOfPlaces } from '../../knowledge/retrieval/pages/home-places.ts';
import { asksIfOver, verdictOn } from '../../knowledge/retrieval/pages/limits.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { restOfPage, sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { isSizeTable } from '../../knowledge/retrieval/pages/size-tables.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { DialogServices } from '../services.ts';
import { careOfSuch, isCareOfOther, isCareOfSuch } from './care-of-other.ts';
import { measureTold } from './days-told.ts';
import { speaksOfNew } from './new-word.ts';
import type { PageQuestion } from './page-question.ts';

/** 除了上海呢, "apart from Shanghai": not the place that is meant. */
const leftOut =
  /除了?[^,，。?？]{1,8}?(?:之外|以外|呢|[,，])|\b(?:apart from|other than|except(?: for)?|besides|not) [a-z]+/gu;

/** "He lives in Beijing, I live in Hangzhou": it goes to where the other one is. */
const ofOther = /\b(?:he|she|they|who)(?:'s| is| are| lives?) (?:\w+ )?in\b|[他她](?:们)?(?:人|现在|就)*(?:住|在)/iu;
const ofSelf =
  /\b(?:i|we)(?:'m|'re| am| are)?(?: live| living)? in [a-z']+|我们?(?:人|现在|就)*(?:住在|在|住)[^,，。]{1,4}/giu;
const whereTo = (said: string): string => (ofOther.test(said) ? said.replace(ofSelf, ' ') : said);

/** What is found, made ready to be told. */
export const asTold = (
  found: readonly Passage[],
  { said, language, page, marks, index, plainly, unsure }: PageQuestion,
  catalogue: DialogServices['catalogue'],
  now: Date,
  spokenOf: Product | undefined,
  had: ConversationMemory['had'],
): Passage[] => {
  const { view, promotions } = catalogue;
  const contradictionsOf = createFactCheck({ view, promotions, now });
  // Prose that the live rules, prices or stock contradict is no answer, whatever it says; the nightly check tells the shop.
  const isSo = ({ text }: Passage): boolean =>
    sentencesOf(text).every(sentence => contradictionsOf(sentence, language).length === 0);
  // What is delivered abroad, from wherever: no place at home is asked about.
  const places = plainly?.name === 'abroad' ? [] : namesOfPlaces(whereTo(fold(said)).replace(leftOut, ' '), language);
  const local =
    places.length === 0
      ? found
      : found.map(passage =>
          passage.asked === undefined || namesOfPlaces(fold(passage.asked), language).length > 0
            ? ofPlace(passage, places, said, language)
            : passage,
        );
  const fresh = local.map(passage =>
    passage.asked === undefined && passage.article.id === page?.id
      ? notAgain(passage, marks, said, index, language, plainly !== undefined)
      : passage,
  );
  const about = aboutOf(`${said} ${had?.about ?? ''}`, spokenOf, view.shop);
  // A table of chests is for grown-ups.
  const isOfAdults = ({ text }: Passage): boolean =>
    spokenOf !== undefined && isMadeForKids(spokenOf) && isSizeTable(text);
  const isOfOther = (passage: Passage): boolean =>
    isOfAdults(passage) || isCareOfOther(passage, said, spokenOf, aboutOf(said, spokenOf, view.shop), language);
  const judged = fresh.map(passage => withVerdict(passage, said, language, about, had, now));
  const checked = judged.map(passage =>
    isSo(passage) && !isOfOther(passage) ? passage : { ...passage, score: 0, hedged: false },
  );
  const category = view.shop.categories.find(({ key }) => key === spokenOf?.category)?.name;
  const ofSuch =
    unsure && spokenOf && category
      ? checked.find(one => isCareOfSuch(one, spokenOf, inLanguage(category, language), language))
      : undefined;
  if (ofSuch && spokenOf && category) return [careOfSuch(ofSuch, spokenOf, inLanguage(category, language), language)];
  // A part of the message keeps its place, answered or not; of the rest, what is no answer comes last.
  return [
    ...checked.filter(p => p.asked !== undefined || p.score > 0),
    ...checked.filter(p => p.asked === undefined && p.score === 0),
  ];
};

/** Folded words for the goods that are meant. */
export const aboutOf = (said: string, spokenOf: Product | undefined, shop: Shop): string => {
  const category = shop.categories.find(c => c.key === spokenOf?.category);
  return fold([said, ...Object.values(spokenOf?.name ?? {}), ...Object.values(category?.name ?? {})].join(' '));
};

/** "Still covered", "too late": whether a rule holds after so long. */
const asksIfHolds =
  /\b(?:still|too late|in time|covered|can i|may i|could i|am i|is it|so no|allowed|eligible)\b|还能|还可以|能不能|可以|还在|过了|过期|来得及|还保|能退|能换/u;
/** Another thing, of another time than the one told before. */
const otherTime =
  /\b(?:just (?:got|bought|ordered|received)|today|yesterday|last|another|other)\b|刚|今天|昨天|前天|上(?:个|周|月|次)|另(?:外|一)|别的/u;
/** What is told in the message, or was told before it of the thing that is spoken of. */
const withVerdict = (
  passage: Passage,
  said: string,
  language: Language,
  about: string,
  had: ConversationMemory['had'],
  now: Date,
): Passage => {
  const asked = passage.asked ?? said;
  if (!asksIfHolds.test(asked) && !asksIfOver(fold(asked))) return passage;
  const before = had && !otherTime.test(said) ? { of: 'days' as const, amount: had.days, ...had } : undefined;
  const measure = measureTold(fold(said), now) ?? before;
  if (!measure) return passage;
  for (const text of sentencesOf(passage.text)) {
    const is = verdictOn(text, measure, about);
    if (is)
      return {
        ...passage,
        id: passageId(passage.article.id, language, text),
        text,
        verdict: { is, said: measure.said },
      };
  }
  return passage;
};

/** Told just now: the rest of the page, if that says something to the question, and else that it says no more. */
export const notAgain = (
  passage: Passage,
  marks: readonly string[],
  said: string,
  articles: ArticleIndex,
  language: Language,
  isRule = false,
): Passage => {
  const told = new Set(marks);
  if (!sentenceMarks(passage.text).every(mark => told.has(mark))) return passage;
  // What is known to be asked for was told, and the rest of the page is something else.
  if (passage.subject !== undefined && !passage.hedged) return { ...passage, again: true };
  const rest = restOfPage(passage.article, told, said, language, term => articles.idf(language, term), {
    known: passage.text,
    ...(passage.hedged ? {} : { least: passage.text }),
  });
  // What was told has nothing of what is asked now: it is not told again as if it were the answer.
  if (!rest) {
    const isIt = isRule || speaksOfNew(passage.text, said, language);
    return { ...passage, again: true, ...(isIt ? {} : { hedged: true }) };
  }
  const id = passageId(passage.article.id, language, rest.text);
  return { ...passage, id, text: rest.text, ...(rest.isNear ? {} : { hedged: true }) };
};

/**
 * Where the page says it of the very place that was named, or of its province, that is the answer: Urumqi takes as long as Xinjiang. A
 * sentence that lists places is about them; one that names a single place may only say where something is done, and an address is told
 * to whoever asks where.
 */
const ofPlace = (passage: Passage, places: readonly string[], said: string, language: Language): Passage => {
  const body = inLanguage(passage.article.body, language);
  const [sentence] = paragraphsOf(body)
    .flatMap(sentencesOf)
    .filter(text => places.some(place => fold(text).includes(place)) && (asksWhere(said) || !tellsWhere(text)))
    .sort((a, b) => namesOfPlaces(fold(b), language).length - namesOfPlaces(fold(a), language).length);
  return sentence === undefined
    ? passage
    : { ...passage, text: sentence, id: passageId(passage.article.id, language, sentence) };
};
