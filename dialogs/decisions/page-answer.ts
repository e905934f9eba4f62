/** What is answered from the shop's pages: each thing that was asked, with its source and what can be done about it. */
import type { Product } from '../../knowledge/domain/product.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { ConversationMemory } from '../memory.ts';
import type { ReplyEffect, ReplyPart } from '../reply.ts';
import type { Intent } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';

/** Each thing that was asked with its own answer and source; what stays open is said, not passed over. */
export const answered = (facts: TurnFacts): Draft | null => {
  const { passages, answerThreshold } = facts;
  const asked = passages.filter(p => p.asked !== undefined);
  const [first] = passages;
  if (first?.again && first.hedged && first.score >= answerThreshold) return saidAll(first, facts);
  if (asked.length === 0 && first?.hedged) return null;
  const isAnswer = (passage: Passage): boolean => passage.score >= answerThreshold;
  const answers = asked.length > 0 ? asked.filter(isAnswer) : passages.slice(0, 1).filter(isAnswer);
  const [best] = answers;
  if (!best) return null;
  if (best.again) return saidAll(best, facts);
  const others = asked.length > 0 ? [] : passages.filter(p => isAnswer(p) && p.article.id !== best.article.id);
  const open = asked.filter(p => !isAnswer(p));
  const said = answers.map(
    (passage): ReplyPart => ({ kind: 'answer', passage, others: others.slice(0, 2).map(p => p.article) }),
  );
  return {
    parts: [...said, ...open.map((p): ReplyPart => ({ kind: 'part-unknown', asked: p.asked! }))],
    ...(open[0] ? { effects: [unanswered(open[0].asked!, open)], suggestions: suggest('person') } : onwards(best)),
    // Where a colleague is offered, "yes" takes the offer up.
    memory: {
      failures: best.verdict?.is === 'place-not-listed-again' ? 1 : 0,
      ...spokenFrom(best, facts, answers),
    },
  };
};

/** The page, and what of it was told by now. */
export const spokenFrom = (
  { article, subject }: Passage,
  { memory }: TurnFacts,
  told: readonly Passage[],
): Pick<ConversationMemory, 'topic' | 'subject' | 'toldOfTopic'> => {
  const before = memory.topic === article.id ? (memory.toldOfTopic ?? []) : [];
  const now = told.filter(p => p.article.id === article.id).flatMap(p => sentenceMarks(p.text));
  return { topic: article.id, subject, toldOfTopic: [...new Set([...before, ...now])].slice(-mostMarks) };
};
const mostMarks = 20;

/** All that the page says to it was said a moment ago; or no page says it, with what is nearest to it. */
export const saidAll = (passage: Passage, facts: TurnFacts): Draft => ({
  parts: [
    { kind: 'page-says-no-more', passage },
    ...(passage.unsaid === undefined ? [] : facts.passages.slice(1))
      .filter(near => near.score >= facts.answerThreshold && !near.again)
      .map((near): ReplyPart => ({ kind: 'answer', passage: near, others: [] })),
  ],
  ...(passage.gap === undefined ? {} : { effects: [unanswered(passage.gap, [passage])] }),
  suggestions: suggest('person'),
  // Where a colleague is offered, "yes" takes the offer up.
  memory: { ...spokenFrom(passage, facts, []), ...(passage.hedged ? { failures: 1 } : {}) },
});

/** How much of the way from "an answer" to certainty a page has to be, to count for more than what was understood. */
const certainShare = 0.5;

/** An answer that leaves no doubt, for a message that was taken for something else without being sure. */
export const certainAnswer = (facts: TurnFacts): Draft | null => {
  const { passages, answerThreshold } = facts;
  const certain = answerThreshold + certainShare * (1 - answerThreshold);
  const [best] = passages;
  return best && best.score >= certain && !best.hedged ? answered(facts) : null;
};

/** "How long skincare keeps", of a serum, and not of coffee. */
export const titleNamesKindOf = ({ title }: Passage['article'], { category }: Product): boolean => {
  const said = new Set(termsOf(fold(title.en ?? '')));
  return termsOf(fold(category.replaceAll('-', ' '))).some(term => said.has(term));
};

/** What the shop can do for whoever asks about it, one tap away. */
const doing: readonly (readonly [page: RegExp, taps: readonly Intent[]])[] = [
  [/^cancel/, ['cancel-order']],
  [/^track|^late-parcel|^order-statuses/, ['order-status', 'person']],
  [/return|exchange|refund/, ['start-return', 'order-status']],
  [/^missing|^faulty|^warranty/, ['start-return', 'person']],
];
const notListed: ReadonlySet<string> = new Set([
  'not-listed',
  'not-there',
  'place-not-listed',
  'place-not-listed-again',
]);
const onwards = ({ article, verdict }: Passage): Pick<Draft, 'suggestions'> => {
  if (verdict && notListed.has(verdict.is)) return { suggestions: suggest('person') };
  const taps = doing.find(([page]) => page.test(article.id))?.[1];
  return taps ? { suggestions: suggest(...taps) } : {};
};

export const unanswered = (text: string, nearest: readonly Passage[]): ReplyEffect => ({
  kind: 'unanswered',
  text,
  nearest: nearest.map(p => p.article.id),
});
