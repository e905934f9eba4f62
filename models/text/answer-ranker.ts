/**
 * Which paragraph of a shop's pages answers a message. What it asks for is told by a linear machine over its words and its place in the
 * conversation (stacked-intents.ts); how likely a paragraph answers it, by logistic regression on that and on what the search found.
 */
import { z } from 'zod';
import { fitLogistic, type LogisticFit } from '../respond/logistic.ts';
import type { AnswerEvidence, AnswerRanker, RuleQuestion } from '../types.ts';
import {
  type ContextExample,
  fitStack,
  packedSchema,
  packedStack,
  probabilitiesOf,
  type Stack,
  unpackedStack,
} from './stacked-intents.ts';

export interface RuleExample extends RuleQuestion {
  readonly subject: string;
}

/** A paragraph that may answer a message; `answers` 0 or 1, and what is left open (it would do as well) weighs nothing. */
export interface AnswerCase {
  readonly evidence: AnswerEvidence;
  readonly answers: number;
  readonly weight: number;
}

const names = [
  'subject',
  'page',
  'score',
  'place',
  'nearest',
  'rule',
  'rulePage',
  'first',
  'onPage',
  'elsewhere',
] as const satisfies readonly (keyof AnswerEvidence)[];

/** What was told before counts for less than words. */
const placeWeight = 0.5;
const penalty = 1;

const signalsOf = ({ after, rule, words }: RuleQuestion): Record<string, number> => ({
  ...(after === undefined ? {} : { [`after:${after}`]: placeWeight }),
  ...(after !== undefined && isShort(words) ? { [`short after:${after}`]: placeWeight } : {}),
  ...(rule === undefined ? {} : { [`rule:${rule}`]: placeWeight }),
});
const shortest = { han: 10, words: 6 };
const isShort = (words: string): boolean =>
  /\p{Script=Han}/u.test(words) ? [...words].length <= shortest.han : words.split(/\s+/).length <= shortest.words;

const exampleOf = (example: RuleExample): ContextExample => ({
  words: example.words,
  signals: signalsOf(example),
  intent: example.subject,
});

export const fitSubjects = (examples: readonly RuleExample[], seed: number): Stack =>
  fitStack(examples.map(exampleOf), seed);

export const fitAnswers = (cases: readonly AnswerCase[]): LogisticFit => {
  const columns = names.length;
  const x = new Float64Array(cases.length * columns);
  cases.forEach(({ evidence }, row) => {
    names.forEach((name, column) => {
      x[row * columns + column] = evidence[name];
    });
  });
  return fitLogistic(
    { rows: cases.length, columns, x },
    { outcome: cases.map(c => c.answers), weights: cases.map(c => c.weight), penalty },
  );
};

export const openAnswerRanker = (stack: Stack, fit: ArrayLike<number>): AnswerRanker => ({
  subjects(question) {
    const probabilities = probabilitiesOf(stack, { words: question.words, signals: signalsOf(question) });
    return stack.intents
      .map((subject, i) => ({ subject, probability: probabilities[i]! }))
      .sort((a, b) => b.probability - a.probability);
  },
  probability(evidence) {
    let sum = fit[names.length]!;
    names.forEach((name, i) => {
      sum += fit[i]! * evidence[name];
    });
    return 1 / (1 + Math.exp(-sum));
  },
});

const schema = z.object({ subjects: packedSchema, answers: z.array(z.number()).length(names.length + 1) });

export const packedAnswerRanker = (stack: Stack, fit: LogisticFit): z.input<typeof schema> => ({
  subjects: packedStack(stack),
  answers: Array.from(fit, value => Number(value.toPrecision(4))),
});

/** Throws ZodError where `packed` is not what packedAnswerRanker gives. */
export const unpackedAnswerRanker = (packed: unknown): AnswerRanker => {
  const { subjects, answers } = schema.parse(packed);
  return openAnswerRanker(unpackedStack(subjects), answers);
};
