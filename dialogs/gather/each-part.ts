/** Several questions of one message that are answered by several paragraphs: each by the rule in its closed words, or as it was learned. */
import { partsAsked } from '../../knowledge/retrieval/pages/answers.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { wordTermsOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { AnswerRanker } from '../../models/types.ts';
import { policyAsked } from '../understand/pages/policy-asked.ts';
import { isAnswered, type PageQuestion } from './page-question.ts';
import { answerOfPart } from './ranked-answers.ts';

/** A part with fewer words than this that tell anything leans on what was told. */
const leastTerms = 2;

/** Undefined: not two of its parts are answered, by two paragraphs. */
export const eachPart = async (question: PageQuestion, ranker: AnswerRanker): Promise<Passage[] | undefined> => {
  const { text, language, index, policy, subject } = question;
  const parts = partsAsked(text);
  // "Where exactly, and when are you open", after a page: of that page, and no questions of their own.
  const leansOnTold = subject !== undefined && parts.some(({ part }) => wordTermsOf(fold(part)).length < leastTerms);
  if (parts.length < 2 || leansOnTold) return undefined;
  const found = await Promise.all(
    parts.map(async ({ part, query, leans }): Promise<Passage | undefined> => {
      const rule = policyAsked(fold(part), language, { told: policy, subject });
      if (rule && !rule.open && !rule.hedged) {
        const passages = rule.bare ? await question.ofRule(rule) : await question.asks(part);
        const first = isAnswered(passages, index) && !passages[0]!.hedged ? passages[0] : undefined;
        if (first) return { ...first, asked: part };
      }
      const answers = await Promise.all(
        (leans && !rule ? [part, query] : [part]).map(asked => answerOfPart(asked, question, ranker)),
      );
      // What it says by itself counts more than what it may lean on.
      const [best] = answers.filter(one => one !== undefined).sort((a, b) => b.score - a.score);
      return best && { ...best, asked: part };
    }),
  );
  const told = found.filter(passage => passage !== undefined);
  return new Set(told.map(({ article }) => article.id)).size > 1 ? told : undefined;
};

/** Its parts as the search answers them by their words, where it answers each of several for certain. */
export const halvesOf = async (question: PageQuestion): Promise<Passage[] | undefined> => {
  if (partsAsked(question.text).length < 2) return undefined;
  const halves = (await question.asks(question.text)).filter(one => one.asked !== undefined);
  const isSure = halves.every(one => isAnswered([one], question.index) && !one.hedged);
  return isSure && new Set(halves.map(({ text }) => text)).size > 1 ? halves : undefined;
};
