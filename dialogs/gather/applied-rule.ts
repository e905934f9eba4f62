/** A rule of a page held against what is told of one's own case: so many days, so much money, ordered at five. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { leavesOn, orderedWhen } from '../../knowledge/retrieval/pages/cut-off.ts';
import {
  appliesLimit,
  asksIfOver,
  isAtLimit,
  isOverdue,
  measureIn,
  saidToExceed,
  verdictOn,
} from '../../knowledge/retrieval/pages/limits.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import {
  chestIn,
  footIn,
  footSizesFor,
  isSizeTable,
  sizeMeasuredIn,
  sizesFor,
  spanOf,
} from '../../knowledge/retrieval/pages/size-tables.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { measureTold } from './days-told.ts';

const withNext = (article: Article, language: Language): (readonly [text: string, next: string | undefined])[] =>
  paragraphsOf(inLanguage(article.body, language)).flatMap(paragraph => {
    const sentences = sentencesOf(paragraph).flatMap(sentence =>
      hasHan(sentence) ? sentence.split(/(?<=；)/u) : [sentence],
    );
    return sentences.map((text, i) => [text, sentences[i + 1]] as const);
  });

/** When an order that was placed then leaves, by the page that says until which hour orders leave the same day. */
export const whenItLeaves = (
  said: string,
  articles: readonly Article[],
  language: Language,
  now: number,
): Passage | undefined => {
  const ordered = orderedWhen(said, now);
  if (!ordered) return undefined;
  for (const article of articles) {
    for (const text of paragraphsOf(inLanguage(article.body, language)).flatMap(sentencesOf)) {
      const day = leavesOn(text, ordered);
      if (day === undefined) continue;
      const is = day < 0 ? 'sent-yesterday' : day === 0 ? 'sent-today' : 'sent-tomorrow';
      return {
        id: passageId(article.id, language, text),
        article,
        text,
        score: 1,
        verdict: { is, said: ordered.said },
      };
    }
  }
  return undefined;
};

type ByTable = Required<NonNullable<Passage['verdict']>>;

/** The size that a page's table gives to what is measured; `byBody`: height and weight are told for it. */
export const sizeByTable = (
  said: string,
  articles: readonly Article[],
  language: Language,
  byBody: boolean,
): Passage | undefined => {
  const readTable = tableReader(fold(said), byBody);
  if (!readTable) return undefined;
  for (const article of articles)
    for (const text of paragraphsOf(inLanguage(article.body, language))) {
      const verdict = readTable(text);
      if (verdict) return { id: passageId(article.id, language, text), article, text, score: 1, verdict };
    }
  return undefined;
};

const tableReader = (folded: string, byBody: boolean): ((text: string) => ByTable | undefined) | undefined => {
  const chest = chestIn(folded);
  if (chest) return text => found('size', chest.said, sizesFor(text, chest));
  const foot = footIn(folded);
  if (foot) return text => found('foot-size', foot.said, footSizesFor(text, foot));
  const size = sizeMeasuredIn(folded);
  if (size !== undefined)
    return text => {
      const span = spanOf(text, size);
      return span === undefined ? undefined : { is: 'size-measures', said: size, sizes: [span] };
    };
  return byBody ? text => (isSizeTable(text) ? { is: 'by-chest', said: '', sizes: [] } : undefined) : undefined;
};
const found = (is: ByTable['is'], said: string, sizes: readonly string[] | undefined): ByTable | undefined =>
  sizes && { is: sizes.length > 0 ? is : 'no-size', said, sizes };

const ofOwnOrder = /买|花|付|下单|订单|\b(?:order\w*|buy\w*|bought|spend\w*|spent|cart)\b/iu;
const namesAmount = (sentence: string, amount: number): boolean =>
  [...sentence.matchAll(/[¥￥] ?(\d[\d,]*(?:\.\d+)?)/gu)].some(
    ([, digits]) => Number(digits!.replaceAll(',', '')) === amount,
  );

/** The limit that the page names is said to be exceeded. */
const exceededIn = (
  article: Article,
  sentences: ReturnType<typeof withNext>,
  folded: string,
  language: Language,
): Passage | undefined => {
  for (const [text] of sentences) {
    const said = saidToExceed(text, folded);
    if (said !== undefined)
      return { id: passageId(article.id, language, text), article, text, score: 1, verdict: { is: 'beyond', said } };
  }
  return undefined;
};

/** The rule told just now, held against what is told of one's own case. */
export const appliedTo = (
  said: string,
  article: Article | undefined,
  language: Language,
  about: string,
  now: Date,
): Passage | undefined => {
  const folded = fold(said);
  const asks = article !== undefined && asksIfOver(folded);
  if (!article || !(asks || appliesLimit(said))) return undefined;
  const sentences = withNext(article, language);
  const exceeded = asks ? exceededIn(article, sentences, folded, language) : undefined;
  if (exceeded) return exceeded;
  const measure = appliesLimit(said) ? (measureIn(said, true) ?? measureTold(folded, now)) : measureTold(folded, now);
  if (!measure) return undefined;
  // 也 12？ asks of what the page says it costs, and of no amount of one's own.
  const isTold = (text: string): boolean => namesAmount(text, measure.amount) && !verdictOn(text, measure, about);
  if (measure.of === 'money' && !ofOwnOrder.test(said) && sentences.some(([text]) => isTold(text))) return undefined;
  for (const [text, next] of sentences) {
    // What the shop does then is said right after it.
    if (next !== undefined && isOverdue(text, measure))
      return {
        id: passageId(article.id, language, next),
        article,
        text: next,
        score: 1,
        verdict: { is: 'overdue', said: measure.said },
      };
    const is = verdictOn(text, measure, about) ?? (isAtLimit(text, measure) ? 'at-limit' : undefined);
    if (is)
      return {
        id: passageId(article.id, language, text),
        article,
        text,
        score: 1,
        verdict: { is, said: measure.said },
      };
  }
  return undefined;
};
