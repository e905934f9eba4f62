/** What labelled questions teach, and how often those of writers who were left out are answered by the right paragraph. */

import { type Candidate, candidatesFor } from '../../dialogs/gather/answer-ranking.ts';
import type { Intent } from '../../dialogs/turn.ts';
import { policyAsked } from '../../dialogs/understand/pages/policy-asked.ts';
import type { Reader } from '../../knowledge/domain/article.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { passageFor, type Subjects } from '../../knowledge/retrieval/pages/subjects.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import {
  type AnswerCase,
  fitAnswers,
  fitSubjects,
  openAnswerRanker,
  type RuleExample,
} from '../../models/text/answer-ranker.ts';
import type { Stack } from '../../models/text/stacked-intents.ts';
import { type AnswerRanker, beyondPages } from '../../models/types.ts';
import type { LabelledQuestion } from '../evaluate/labelled-questions.ts';
import type { LabelledConversation } from '../evaluate/labelled-turns.ts';

const seed = 1;
/** Writers by whom the machine is judged in the tests: never learned from. */
export const kept: ReadonlySet<string> = new Set(['en-3', 'zh-5']);
const folds = 5;
const beyond: ReadonlySet<string> = new Set(Object.values(beyondPages));
/** Of messages that ask no page anything so many teach: every third. */
const everyOther = 3;

export interface Question extends LabelledQuestion {
  readonly writer: string;
  readonly language: Language;
  readonly meaning?: Float32Array | undefined;
}

const ruleOf = (text: string, language: Language) => {
  const rule = policyAsked(fold(text), language);
  return rule && { name: rule.name, question: rule.question };
};

const exampleOf = ({ text, asks, after }: LabelledQuestion): RuleExample => ({
  words: fold(text),
  subject: asks,
  after,
  rule: ruleOf(text, hasHan(text) ? 'zh' : 'en')?.name,
});

/** The plain questions themselves. */
const plainly = (subjects: Subjects): RuleExample[] =>
  [...subjects].flatMap(([subject, { en, zh }]) => [en, zh].map(question => ({ words: fold(question), subject })));

const askPages: ReadonlySet<Intent> = new Set(['question', 'unclear', 'promotion-question']);
/** Messages of other conversations that ask no page for anything. */
export const beside = (conversations: readonly LabelledConversation[]): RuleExample[] =>
  conversations
    .flatMap(({ turns }) => turns.flatMap(turn => ('text' in turn ? [turn] : [])))
    .filter(({ intents, or }) => ![...intents, ...or].some(intent => askPages.has(intent)))
    .filter((_, i) => i % everyOther === 0)
    .map(({ text }) => ({ words: fold(text), subject: beyondPages.nothing }));

export const taughtBy = (questions: readonly Question[], subjects: Subjects, others: readonly RuleExample[]): Stack =>
  fitSubjects([...questions.map(exampleOf), ...plainly(subjects), ...others], seed);

export interface Seen {
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  /** Paragraphs that answer it: as well as the first of them, all do. */
  readonly right: ReadonlySet<string>;
  /** What the search alone takes for the answer. */
  readonly byWords: string | undefined;
}

const reader: Reader = { now: new Date('2026-11-27T04:00:00Z'), audiences: ['guest'] };
const keyOf = ({ passage }: Candidate): string => `${passage.article.id}\n${passage.text}`;

export const seenBy = (ranker: AnswerRanker, question: Question, index: ArticleIndex, subjects: Subjects): Seen => {
  const { text, language, meaning, after, asks, or } = question;
  const before = after === undefined ? undefined : subjects.get(after)?.[language];
  const page = before === undefined ? undefined : passageFor(index, before, language, reader)?.article.id;
  const candidates = candidatesFor(
    { text, language, reader, meaning, rule: ruleOf(text, language), after, page },
    index,
    subjects,
    ranker,
  );
  const right = [asks, ...or].flatMap(subject => {
    const plain = subjects.get(subject)?.[language];
    const passage = plain === undefined ? undefined : passageFor(index, plain, language, reader);
    return passage ? [`${passage.article.id}\n${passage.text}`] : [];
  });
  const [nearest] = index.search(text, language, 1, { reader, meaning });
  const byWords = nearest && nearest.score >= index.threshold ? `${nearest.article.id}\n${nearest.text}` : undefined;
  return { question, candidates, right: new Set(right), byWords };
};

/** Each question seen by a machine that was not taught by its writer. */
export const seenByOthers = (
  questions: readonly Question[],
  subjects: Subjects,
  others: readonly RuleExample[],
  index: ArticleIndex,
): Seen[] => {
  const writers = [...new Set(questions.map(q => q.writer))];
  const groupOf = new Map(writers.map((writer, i) => [writer, i % folds]));
  return Array.from({ length: folds }, (_, group) => group).flatMap(group => {
    const mine = questions.filter(q => groupOf.get(q.writer) === group);
    const stack = taughtBy(
      questions.filter(q => groupOf.get(q.writer) !== group),
      subjects,
      others,
    );
    // Which paragraph is likeliest is learned from what is seen here.
    const ranker = openAnswerRanker(stack, []);
    return mine.map(question => seenBy(ranker, question, index, subjects));
  });
};

const casesOf = ({ candidates, right, question }: Seen): AnswerCase[] => {
  const [first] = right;
  return candidates.map(candidate => {
    const key = keyOf(candidate);
    const isBest = !beyond.has(question.asks) && key === first;
    return { evidence: candidate.evidence, answers: isBest ? 1 : 0, weight: !isBest && right.has(key) ? 0 : 1 };
  });
};

export const answersFrom = (seen: readonly Seen[]): Float64Array => fitAnswers(seen.flatMap(casesOf));

export interface Told {
  readonly border: number;
  readonly questions: number;
  /** Told the right paragraph; told a wrong one. */
  readonly right: number;
  readonly wrong: number;
  /** Messages no page answers, or that ask none, that were told one. */
  readonly others: number;
  readonly toldOthers: number;
  /** The same of the search alone, whatever the border. */
  readonly byWords: { readonly right: number; readonly wrong: number; readonly toldOthers: number };
}

/** At several borders; each writer told by what the others teach. */
export const toldAt = (seen: readonly Seen[], borders: readonly number[]): Told[] => {
  const writers = [...new Set(seen.map(s => s.question.writer))];
  const best = writers.flatMap(writer => {
    const fit = answersFrom(seen.filter(s => s.question.writer !== writer));
    const { probability } = openAnswerRanker({} as Stack, fit);
    return seen
      .filter(s => s.question.writer === writer)
      .map(one => {
        const [top] = one.candidates
          .map(c => ({ p: probability(c.evidence), key: keyOf(c) }))
          .sort((a, b) => b.p - a.p);
        const { right, byWords, question } = one;
        return {
          p: top?.p ?? 0,
          isRight: top !== undefined && right.has(top.key),
          asks: question.asks,
          right,
          byWords,
        };
      });
  });
  const asked = best.filter(b => !beyond.has(b.asks));
  const others = best.filter(b => beyond.has(b.asks));
  const byWords = {
    right: asked.filter(b => b.byWords !== undefined && b.right.has(b.byWords)).length,
    wrong: asked.filter(b => b.byWords !== undefined && !b.right.has(b.byWords)).length,
    toldOthers: others.filter(b => b.byWords !== undefined).length,
  };
  return borders.map(border => ({
    border,
    byWords,
    questions: asked.length,
    right: asked.filter(b => b.p >= border && b.isRight).length,
    wrong: asked.filter(b => b.p >= border && !b.isRight).length,
    others: others.length,
    toldOthers: others.filter(b => b.p >= border).length,
  }));
};
