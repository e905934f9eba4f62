import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { demoView } from '../../dialogs/understand/fixture.ts';
import { createArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { passageFor, readSubjects, shippedSubjects } from '../../knowledge/retrieval/pages/subjects.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { answersLearned } from '../../models/text/answers-learned.ts';
import { questionWriters, readQuestions } from '../evaluate/labelled-questions.ts';
import { kept, type Seen, seenBy } from './learned.ts';

const index = createArticleIndex(demoView().articles);
const subjects = shippedSubjects();
const ranker = answersLearned();
const told = 0.3;

const keyOf = ({ article, text }: Seen['candidates'][number]['passage']): string => `${article.id}\n${text}`;
const best = ({ candidates }: Seen) =>
  candidates
    .map(({ passage, evidence }) => ({ key: keyOf(passage), probability: ranker.probability(evidence) }))
    .sort((a, b) => b.probability - a.probability)[0];

const seenOf = (writer: string): Seen[] =>
  readQuestions(writer, subjects)
    .map(one => seenBy(ranker, { ...one, writer, language: hasHan(one.text) ? 'zh' : 'en' }, index, subjects))
    .filter(({ right }) => right.size > 0);

test.each([...kept])(
  'what %s asks, of whom nothing was learned, is answered better than by the nearest words',
  writer => {
    const seen = seenOf(writer);
    let [right, wrong, byWords] = [0, 0, 0];
    for (const one of seen) {
      const top = best(one);
      if (top && top.probability >= told) one.right.has(top.key) ? right++ : wrong++;
      const [nearest] = index.search(one.question.text, one.question.language, 1);
      if (nearest && nearest.score >= index.threshold && one.right.has(`${nearest.article.id}\n${nearest.text}`))
        byWords++;
    }
    const said = `${right} right and ${wrong} wrong of ${seen.length}, by words ${byWords} right`;
    expect(right / seen.length, said).toBeGreaterThan(0.55);
    expect(right / (right + wrong), said).toBeGreaterThan(0.75);
    expect(right, said).toBeGreaterThan(byWords);
  },
);

test('a plain question finds the page that answers it, in both languages', () => {
  const reader = { now: new Date('2026-11-27T04:00:00Z'), audiences: ['guest'] };
  for (const language of ['en', 'zh'] as const) {
    const found = [...subjects.values()].filter(plain => passageFor(index, plain[language], language, reader));
    expect(found.length / subjects.size).toBeGreaterThan(0.95);
  }
});

test('every label is a subject, and each subject is taught', () => {
  const asked = new Set(questionWriters().flatMap(writer => readQuestions(writer, subjects).map(q => q.asks)));
  const untaught = [...subjects.keys()].filter(name => !asked.has(name));
  expect(untaught.length, untaught.join(', ')).toBeLessThan(subjects.size / 10);
});

test('what asks nothing of the pages is told apart', () => {
  for (const words of ['thanks a lot', '好的谢谢', 'show me red backpacks under 200', '有没有黑色的双肩包']) {
    const [first] = ranker.subjects({ words: fold(words) });
    expect(first?.subject, words).toBe('nothing');
  }
});

test('a line of subjects that can’t be read, or stands there twice, is named with its number', () => {
  const folder = mkdtempSync(join(tmpdir(), 'subjects-'));
  const read = (text: string) => {
    writeFileSync(join(folder, 'subjects.md'), text);
    return readSubjects(pathToFileURL(join(folder, 'subjects.md')));
  };
  try {
    expect(read('# Words\n\n- refund-time: When? | 多久？\n').get('refund-time')).toEqual({
      en: 'When?',
      zh: '多久？',
    });
    expect(() => read('- refund-time: When?\n')).toThrow(/line 1.*English question \| Chinese question/);
    expect(() => read('- a: b? | c？\n- a: b? | c？\n')).toThrow(/line 2: a stands there twice/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
