import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Clock } from '../knowledge/domain/clock.ts';
import type { SentenceEncoder, Stores } from '../knowledge/ports.ts';
import type { AnswerRanker, Beliefs, Models, Newcomers } from '../models/types.ts';
import type { Indexes } from './indexes.ts';
import type { Rephrase } from './say/rephrase/rephrase.ts';
import type { Summarise } from './say/rephrase/summarise.ts';
import type { Tone } from './say/tone/tone.ts';

/** What one message may read, score with and write to; built once by the composition root. */
export interface DialogServices {
  readonly stores: Stores;
  readonly catalogue: Catalogue;
  readonly models: Models;
  /** What outcomes have taught beyond the response model; absent: nothing is corrected. */
  readonly beliefs?: { current(): Beliefs };
  /** New products that may have a place in lists; absent: none. */
  readonly newcomers?: { current(): Newcomers };
  readonly indexes: Indexes;
  /** Absent: questions are matched by their words alone. */
  readonly encoder?: SentenceEncoder | undefined;
  /** Which paragraph of the pages answers what is asked; absent: the one that is nearest in words. */
  readonly answers?: AnswerRanker | undefined;
  readonly clock: Clock;
  /** A reply in a language model's words, checked; absent: the templates speak. */
  readonly rephrase?: Rephrase;
  /** A conversation in two sentences for the desk, checked; absent: the record speaks for itself. */
  readonly summarise?: Summarise;
  /** How the shop speaks; absent: the templates as they are. */
  readonly tone?: Tone;
  /** Where links and pictures in replies start, without a trailing slash. */
  readonly publicUrl: string;
  makeId(): string;
}
