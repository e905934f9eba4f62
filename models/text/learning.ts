/** Learning beside the turns: in a thread that is opened when there is something to learn and closed when there is not. */
import type { Worker } from 'node:worker_threads';
import type { Article } from '../../knowledge/domain/article.ts';
import { openShopSense, type ShopSense } from '../../knowledge/language/shop-sense.ts';
import { createArticleIndex, type Meanings, textsToEncode } from '../../knowledge/retrieval/pages/articles.ts';
import type { IntentClassifier, Learning, TaughtIntent } from '../types.ts';
import type { LearnedIntents } from './intent-learning.ts';
import { type KeptFiles, keptInMemory, tensorCode } from './kept.ts';
import { latestOnly } from './latest-only.ts';
import {
  classifierOf,
  fitTaught,
  type GeneralLanguage,
  learnedLanguage,
  learnedPageSense,
  learnIntents,
  openLanguage,
  pageSense,
} from './learn-intents.ts';
import type { LearningAnswer, LearningRequest, Lessons, Rows, Subject } from './learning-worker.ts';
import { openThread } from './thread.ts';
import { mostTuned } from './tuned-top.ts';

/** Learns at once, in the thread that asks. */
export const learningHere: Learning = {
  intents: async (_name, examples, seed) => learnIntents(examples, seed),
  articles: async (articles, meanings) => createArticleIndex(articles, { meanings, sense: pageSense() }).scales,
  sense: async () => pageSense(),
};

/** The same, but for what `files` hold already. */
export const learningWith = (files: KeptFiles): Learning => {
  const finer = () => files.of('page-sense', null, async () => learnedPageSense());
  return {
    intents: async (name, examples, seed) => {
      const general = openLanguage(await files.of('language', null, async () => learnedLanguage()));
      const learned = await files.of(`intents-${name}`, lessonOf(examples, seed), async () =>
        fitTaught(examples, seed, general),
      );
      return classifierOf(learned, examples, general);
    },
    articles: (articles, meanings) => {
      const rows = meanings ? rowsOf(articles, meanings) : null;
      return files.of(articlesName(rows), [textsOf(articles), rows?.width ?? 0], () =>
        learningHere.articles(articles, meanings),
      );
    },
    sense: async () => openShopSense(await finer()),
  };
};

/** Scales with sentence vectors beside are others than those by words alone. */
const articlesName = (rows: Rows | null): string => `articles${rows ? '-meant' : ''}`;

interface Desk {
  study<S extends Subject>(subject: S, given: Lessons[S]['given']): Promise<Lessons[S]['learned']>;
  /** Ends the thread; what it was learning rejects. */
  stop(): Promise<void>;
}

/**
 * One thread for all that is asked for at a time; it is closed when the last of it is done, and opened no more when `isClosed`.
 * `folder`: of the kept files. `holds`: the process does not end by itself before it is done.
 */
const openDesk = (folder: string | null, isClosed: () => boolean, holds: boolean): Desk => {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, { done: (learned: never) => void; failed: (fault: Error) => void }>();
  const end = (thread: Worker, fault: Error): void => {
    if (worker !== thread) return;
    worker = null;
    for (const { failed } of waiting.values()) failed(fault);
    waiting.clear();
  };
  const opened = (): Worker => {
    if (worker) return worker;
    const fresh = openThread('learning-worker', import.meta.url, folder);
    if (!holds) fresh.unref();
    fresh.on('error', fault => end(fresh, fault));
    fresh.on('exit', code => end(fresh, new Error(`The thread that learns ended with code ${code}`)));
    fresh.on('message', (answer: LearningAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('reason' in answer) asked?.failed(new RangeError(answer.reason));
      else asked?.done(answer.learned as never);
      if (waiting.size > 0) return;
      worker = null;
      void fresh.terminate();
    });
    worker = fresh;
    return fresh;
  };
  return {
    study: (subject, given) =>
      new Promise((done, failed) => {
        if (isClosed()) return failed(stopped());
        const id = next++;
        waiting.set(id, { done, failed });
        opened().postMessage({ id, subject, given } as LearningRequest);
      }),
    stop: async () => {
      const thread = worker;
      if (!thread) return;
      end(thread, stopped());
      await thread.terminate();
    },
  };
};

const stopped = (): Error => new Error('What was being learned is no longer wanted');

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Few at a time, so that a question of a shopper waits behind few of them. */
const readAtOnce = 8;

/** Vectors are worked out from `said`: the same texts have the same. */
const lessonOf = (examples: readonly TaughtIntent<string>[], seed: number): unknown => [
  seed,
  examples.map(e => [e.intent, e.words, e.said, e.vector?.length ?? 0]),
];

/** Of pages their words are learned from, and no dates. */
const textsOf = (articles: readonly Article[]): unknown =>
  articles.map(({ updatedAt: _, validFrom: __, validUntil: ___, ...texts }) => texts);

const rowsOf = (articles: readonly Article[], meanings: Meanings): Rows => {
  const texts = textsToEncode(articles);
  const rows = new Float32Array(texts.length * meanings.width);
  texts.forEach((text, i) => {
    const row = meanings.of(text);
    if (row) rows.set(row, i * meanings.width);
  });
  return { width: meanings.width, texts, rows };
};

/**
 * In a thread beside the turns. `files`: where what was learned is kept for the next start. Where no thread can be opened
 * it is learned here, and `news` says so.
 */
export const openLearning = (
  files: KeptFiles = keptInMemory(),
  news: (sentence: string) => void = () => {},
): Learning => {
  let closed = false;
  const desk = openDesk(files.folder, () => closed, true);
  // What is tuned takes long: nothing else waits behind it.
  const tuningDesk = openDesk(files.folder, () => closed, false);
  const tunings = latestOnly<LearnedIntents>(tuningDesk.stop);
  let language: Promise<GeneralLanguage> | null = null;
  const general = (): Promise<GeneralLanguage> => {
    language ??= files.of('language', null, () => desk.study('language', null)).then(openLanguage);
    return language;
  };
  let sense: Promise<ShopSense> | null = null;
  const finer = (): Promise<ShopSense> => {
    sense ??= files.of('page-sense', null, () => desk.study('page-sense', null)).then(openShopSense);
    return sense;
  };
  const orHere = async <T>(beside: () => Promise<T>, here: () => Promise<T>): Promise<T> => {
    try {
      return await beside();
    } catch (fault) {
      if (closed || fault instanceof RangeError) throw fault;
      language = null;
      sense = null;
      news(`Learning in the bot's own thread: ${reasonOf(fault)}`);
      return here();
    }
  };
  return {
    intents: <Label extends string>(name: string, examples: readonly TaughtIntent<Label>[], seed: number) =>
      orHere<IntentClassifier<Label>>(
        async () => {
          const open = await general();
          const from = lessonOf(examples, seed);
          const intents = await files.of(`intents-${name}`, from, () => desk.study('intents', { examples, seed }));
          return classifierOf(intents, examples, open);
        },
        () => learningHere.intents(name, examples, seed),
      ),
    tuned: async (name, examples, seed, read) => {
      const from = [lessonOf(examples, seed), tensorCode()];
      const intents = await tunings.of(JSON.stringify([name, from]), async isStale => {
        try {
          if (examples.length > mostTuned)
            throw new RangeError(`${examples.length} examples are more than the ${mostTuned} it can be tuned on`);
          const made = await files.of(`intents-${name}`, from, async () => {
            const taught: TaughtIntent<string>[] = [];
            for (let i = 0; i < examples.length; i += readAtOnce) {
              if (isStale()) throw stopped();
              const part = examples.slice(i, i + readAtOnce);
              const rows = await read(part.map(e => e.said));
              taught.push(...part.map((e, k) => ({ ...e, ...rows[k]! })));
            }
            if (isStale()) throw stopped();
            return tuningDesk.study('tuned', { examples: taught, seed });
          });
          news(`The sentence encoder is tuned on ${examples.length} example sentences`);
          return made;
        } catch (fault) {
          if (!isStale()) news(`The sentence encoder stays untuned: ${reasonOf(fault)}`);
          throw fault;
        }
      });
      return classifierOf(intents, examples, await general());
    },
    articles: (articles, meanings) =>
      orHere(
        () => {
          const rows = meanings ? rowsOf(articles, meanings) : null;
          return files.of(articlesName(rows), [textsOf(articles), rows?.width ?? 0], () =>
            desk.study('articles', { articles, meanings: rows }),
          );
        },
        () => learningHere.articles(articles, meanings),
      ),
    sense: () => orHere(finer, learningHere.sense),
    close: async () => {
      closed = true;
      await Promise.all([desk.stop(), tunings.end()]);
    },
  };
};
