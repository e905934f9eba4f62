/** The thread in which the bot learns what it is told and what it can answer, so that no turn waits for it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../../knowledge/domain/article.ts';
import { type LearnedSense, openShopSense, type ShopSense } from '../../knowledge/language/shop-sense.ts';
import { type ArticleScales, createArticleIndex, type Meanings } from '../../knowledge/retrieval/pages/articles.ts';
import type { TensorBackend } from '../backend/backend.ts';
import type { TaughtIntent } from '../types.ts';
import { encoderFolder, encoderTop, readEncoderFiles } from './encoder-files.ts';
import type { LearnedIntents } from './intent-learning.ts';
import { findKept } from './kept.ts';
import {
  fitTaught,
  type GeneralLanguage,
  intentExamplesOf,
  type LearnedLanguage,
  learnedLanguage,
  learnedPageSense,
  openLanguage,
} from './learn-intents.ts';

/** Sentence vectors as they travel: row i is of text i. */
export interface Rows {
  readonly width: number;
  readonly texts: readonly string[];
  readonly rows: Float32Array;
}

export interface Lessons {
  readonly language: { readonly given: null; readonly learned: LearnedLanguage };
  readonly 'page-sense': { readonly given: null; readonly learned: LearnedSense };
  readonly intents: {
    readonly given: { readonly examples: readonly TaughtIntent<string>[]; readonly seed: number };
    readonly learned: LearnedIntents;
  };
  readonly tuned: {
    /** Examples with what the encoder had read of them. */
    readonly given: Lessons['intents']['given'];
    readonly learned: LearnedIntents;
  };
  readonly articles: {
    readonly given: { readonly articles: readonly Article[]; readonly meanings: Rows | null };
    readonly learned: ArticleScales;
  };
}
export type Subject = keyof Lessons;

export type LearningRequest = {
  [S in Subject]: { readonly id: number; readonly subject: S; readonly given: Lessons[S]['given'] };
}[Subject];

export type LearningAnswer =
  | { readonly id: number; readonly learned: Lessons[Subject]['learned'] }
  | { readonly id: number; readonly reason: string };

const meaningsOf = ({ width, texts, rows }: Rows): Meanings => {
  const place = new Map(texts.map((text, i) => [text, i]));
  return {
    width,
    of: text => {
      const at = place.get(text);
      return at === undefined ? undefined : rows.subarray(at * width, (at + 1) * width);
    },
  };
};

let openWasm: (() => Promise<TensorBackend>) | undefined;

/** General language as an earlier start kept it in `folder`: to learn it takes longer than most of what it is needed for. */
const keptOr = async <T>(folder: string | null, name: Subject, learn: () => T): Promise<T> => {
  const kept = folder === null ? null : await findKept<T>(folder, name, null);
  return kept ? kept.value : learn();
};
let general: Promise<GeneralLanguage> | undefined;
const languageIn = (folder: string | null): Promise<GeneralLanguage> => {
  general ??= keptOr(folder, 'language', learnedLanguage).then(openLanguage);
  return general;
};
let finer: Promise<ShopSense> | undefined;
const pageSenseIn = (folder: string | null): Promise<ShopSense> => {
  finer ??= keptOr(folder, 'page-sense', learnedPageSense).then(openShopSense);
  return finer;
};

/** `folder`: of the kept files, where there are any. Throws RangeError for what can't be learned. */
export const study = async (request: LearningRequest, folder: string | null): Promise<Lessons[Subject]['learned']> => {
  switch (request.subject) {
    case 'language':
      return learnedLanguage();
    case 'page-sense':
      return learnedPageSense();
    case 'intents':
      return fitTaught(request.given.examples, request.given.seed, await languageIn(folder));
    case 'tuned': {
      const { examples, seed } = request.given;
      // Only here: what trains on tensors takes a while to load.
      const [{ openOnce }, { tuneIntents }] = await Promise.all([
        import('../backend/backend.ts'),
        import('./tuned-intents.ts'),
      ]);
      const start = encoderTop(readEncoderFiles(encoderFolder()));
      openWasm ??= openOnce('wasm');
      const tops = await tuneIntents(await openWasm(), start, intentExamplesOf(examples), [], seed);
      return fitTaught(examples, seed, await languageIn(folder), tops);
    }
    case 'articles': {
      const { articles, meanings } = request.given;
      const read = { meanings: meanings ? meaningsOf(meanings) : undefined, sense: await pageSenseIn(folder) };
      return createArticleIndex(articles, read).scales;
    }
  }
};

const port = parentPort;
port?.on('message', (request: LearningRequest) => {
  const { id } = request;
  study(request, typeof workerData === 'string' ? workerData : null).then(
    learned => port.postMessage({ id, learned } satisfies LearningAnswer),
    fault =>
      port.postMessage({
        id,
        reason: fault instanceof Error ? fault.message : String(fault),
      } satisfies LearningAnswer),
  );
});
