import type { Shopper } from '../../knowledge/domain/shopper.ts';
import type { SentenceEncoder } from '../../knowledge/ports.ts';
import { findAnswers, partsOf } from '../../knowledge/retrieval/answers.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/articles.ts';
import type { Passage } from '../../knowledge/retrieval/passage.ts';
import type { Turn, Understanding } from '../turn.ts';

/** Passages looked at in a turn. */
const passageCount = 3;
/** A turn waits no longer than this for sentence vectors; it does without them then. */
const patienceMilliseconds = 60;
/** A shopper's own words, as far as an answer needs them. */
const longestQuestion = 500;

/** What the shop's articles say to this message: those that hold now and are meant for this shopper. */
export const readAnswers = async (
  turn: Turn,
  understanding: Understanding,
  shopper: Pick<Shopper, 'segments'>,
  articles: ArticleIndex,
  encoder: SentenceEncoder | undefined,
): Promise<Passage[]> => {
  const text = (understanding.query || turn.text).slice(0, longestQuestion);
  const { language } = understanding;
  const meant =
    encoder && articles.usesMeaning && language === 'en' ? await meaningsOf([text, ...partsOf(text)], encoder) : null;
  return findAnswers(
    articles,
    {
      text,
      language,
      reader: { now: turn.at, audiences: [turn.signedIn ? 'signed-in' : 'guest', ...shopper.segments] },
      meaningOf: asked => meant?.get(asked),
    },
    passageCount,
  );
};

const meaningsOf = async (
  texts: readonly string[],
  encoder: SentenceEncoder,
): Promise<ReadonlyMap<string, Float32Array> | null> => {
  const distinct = [...new Set(texts)];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), patienceMilliseconds);
  });
  try {
    const vectors = await Promise.race([encoder.encode(distinct).catch(() => null), late]);
    return vectors && new Map(distinct.map((text, i) => [text, vectors[i]!]));
  } finally {
    clearTimeout(timer);
  }
};
