/**
 * `npm run learn:answers [-- --check]`: models/text/answers-learned.json from the labelled questions of bot/evaluate/question-labels, looked
 * up in the demo shop's pages; to be run again when the search or the subjects have changed. With --check nothing is written, and each writer
 * is told by what others teach.
 */
import { writeFileSync } from 'node:fs';
import { BadInput, command, readArguments, toldHow } from '../../knowledge/command-line.ts';
import { shippedSubjects } from '../../knowledge/retrieval/pages/subjects.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { packedAnswerRanker } from '../../models/text/answer-ranker.ts';
import { answersLearnedFile } from '../../models/text/answers-learned.ts';
import { openSentenceEncoder } from '../../models/text/sentence-encoder.ts';
import type { AnswerRanker } from '../../models/types.ts';
import { openCore } from '../core.ts';
import { questionWriters, readQuestions } from '../evaluate/labelled-questions.ts';
import { readConversations, writers } from '../evaluate/labelled-turns.ts';
import { readSettings } from '../settings.ts';
import { answersFrom, beside, kept, type Question, seenByOthers, taughtBy, toldAt } from './learned.ts';

const usage = command({
  name: 'npm run learn:answers --',
  about: 'Learns which paragraph of a shop’s pages answers a message, from labelled questions.',
  options: { check: { about: 'each writer told by what others teach; nothing is written' } },
  examples: ['', '--check'],
});

const unlearned: AnswerRanker = { subjects: () => [], probability: () => 0 };
const borders = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

const main = async (): Promise<void> => {
  const argv = process.argv.slice(2);
  if (toldHow(usage, argv)) return;
  const { check } = readArguments(usage, argv).values;
  const core = await openCore({
    settings: readSettings({ SHOP_DEMO: 'on', LOG_LEVEL: 'silent' }),
    inMemory: true,
    openEncoder: openSentenceEncoder,
    answers: unlearned,
  });
  try {
    const { indexes, encoder } = core.services;
    await indexes.settled();
    const index = indexes.current().articles;
    const subjects = shippedSubjects();
    const questions: Question[] = [];
    for (const writer of questionWriters())
      for (const one of readQuestions(writer, subjects)) {
        const language = hasHan(one.text) ? 'zh' : 'en';
        const [meaning] = language === 'en' && index.usesMeaning && encoder ? await encoder.encode([one.text]) : [];
        questions.push({ ...one, writer, language, meaning });
      }
    const others = beside(writers().flatMap(readConversations));
    const taught = check ? questions : questions.filter(({ writer }) => !kept.has(writer));
    const seen = seenByOthers(taught, subjects, others, index);
    if (check) {
      for (const language of ['en', 'zh'])
        for (const told of toldAt(
          seen.filter(s => s.question.language === language),
          borders,
        ))
          console.log(JSON.stringify({ language, ...told }));
      return;
    }
    const fit = answersFrom(seen);
    const stack = taughtBy(taught, subjects, others);
    writeFileSync(answersLearnedFile, `${JSON.stringify(packedAnswerRanker(stack, fit))}\n`);
    console.log(`Learned from ${taught.length} questions and ${others.length} other messages`);
  } finally {
    await core.close();
  }
};

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof BadInput ? fault.message : (fault as Error).stack}\n`);
    process.exit(1);
  },
);
