/** The paragraph that most likely answers a message, as it was learned from what people asked shops (bot/learn-answers). */
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { passageFor, shippedSubjects } from '../../knowledge/retrieval/pages/subjects.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { AnswerRanker } from '../../models/types.ts';
import { policyAsked } from '../understand/pages/policy-asked.ts';
import { candidatesFor } from './answer-ranking.ts';
import { asMayBe } from './answers-by-words.ts';
import type { PageQuestion } from './page-question.ts';

/** From so likely on it is told, and from so likely on as what may be meant. Of writers who taught nothing 85 and 45 in 100 were right. */
const told = 0.3;
const mayBeMeant = 0.15;
/** Of the half of a message. */
const toldOfPart = 0.38;
/** Whatever else the words may mean. */
const certain = 0.6;
const mostOthers = 2;

interface Likely {
  readonly passage: Passage;
  readonly probability: number;
  /** Its subject or its words have something to do with the message. */
  readonly isNear: boolean;
  /** What it answers is what the message is taken to ask for. */
  readonly agrees: boolean;
}
const nearSubject = Math.log(0.1);
const agreeing = Math.log(0.3);
/** Words alone leave a doubt, however near they are. */
const mostByWords = 0.7;
const nearScore = 0.25;

const likeliest = async (text: string, question: PageQuestion, ranker: AnswerRanker): Promise<Likely[]> => {
  const { language, reader, index, subject, page, policy, abroad } = question;
  const rule = policyAsked(fold(text), language, { told: policy, subject, abroad });
  const meaning = (await question.meanings([text]))?.get(text);
  const asked = { text, language, reader, meaning, rule, after: subject, page: page?.id };
  return candidatesFor(asked, index, shippedSubjects(), ranker)
    .filter(({ passage }) => !question.isNot?.(passage))
    .map(({ passage, subject, evidence }) => ({
      passage: { ...passage, ...(subject === undefined ? {} : { subject }) },
      probability: ranker.probability(evidence),
      agrees: evidence.subject >= agreeing,
      isNear: evidence.subject >= nearSubject || evidence.score >= nearScore,
    }))
    .sort((a, b) => b.probability - a.probability);
};

const asAnswer = ({ passage, probability: all, agrees }: Likely, threshold: number): Passage => {
  const { hedged: _, ...one } = passage;
  const probability = agrees ? all : Math.min(all, mostByWords);
  return probability >= told
    ? { ...one, score: Math.max(threshold, probability) }
    : { ...one, score: threshold, hedged: true };
};

export const isCertain = (ranked: readonly Passage[] | undefined): boolean =>
  ranked?.[0] !== undefined && !ranked[0].hedged && ranked[0].score >= certain;

/** Whether what was told is surely the answer, and nothing else is. */
export const isRightAgain = async (
  all: PageQuestion,
  unseen: PageQuestion,
  wasTold: (passage: Passage) => boolean,
  ranker: AnswerRanker,
): Promise<boolean> => {
  const ranked = await rankedAnswers(all, ranker);
  const [best] = ranked ?? [];
  return best !== undefined && isCertain(ranked) && wasTold(best) && !isCertain(await rankedAnswers(unseen, ranker));
};

/** Of a part of a message, where it is likely enough. */
export const answerOfPart = async (
  part: string,
  question: PageQuestion,
  ranker: AnswerRanker,
): Promise<Passage | undefined> => {
  const [best] = await likeliest(part, question, ranker);
  return best && best.probability >= toldOfPart ? asAnswer(best, question.index.threshold) : undefined;
};

/** Undefined: none is likely enough. */
export const rankedAnswers = async (question: PageQuestion, ranker: AnswerRanker): Promise<Passage[] | undefined> => {
  const { text, index, unsure } = question;
  const all = await likeliest(text, question, ranker);
  const [best] = all;
  if (!best?.isNear || best.probability < mayBeMeant) return undefined;
  const others = all.filter(({ passage }) => passage.article.id !== best.passage.article.id).slice(0, mostOthers);
  const found = [
    asAnswer(best, index.threshold),
    ...others.map(({ passage, probability }) => ({ ...passage, score: Math.min(probability, index.threshold - tiny) })),
  ];
  return unsure ? asMayBe(found) : found;
};
const tiny = 1e-3;

/** With what is asked for where the first of them is the answer, as far as it is among what the words may ask for. */
export const withSubject = (passages: Passage[], question: PageQuestion, ranker: AnswerRanker): Passage[] => {
  const [first, ...others] = passages;
  if (!first || first.subject !== undefined) return passages;
  const { text, language, index, reader, subject: after } = question;
  const subjects = shippedSubjects();
  const found = ranker
    .subjects({ words: fold(text), after })
    .slice(0, likelySubjects)
    .flatMap(({ subject }) => {
      const plain = subjects.get(subject)?.[language];
      const passage = plain === undefined ? undefined : passageFor(index, plain, language, reader);
      return passage?.article.id === first.article.id ? [{ subject, text: passage.text }] : [];
    });
  const subject = (found.find(one => one.text.includes(first.text)) ?? found[0])?.subject;
  return subject === undefined ? passages : [{ ...first, subject }, ...others];
};
const likelySubjects = 12;
