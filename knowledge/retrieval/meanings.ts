/** Sentence vectors of the articles' English texts, kept by text so that an edited article costs only its own sentences. */
import type { Article } from '../domain/article.ts';
import type { SentenceEncoder } from '../ports.ts';
import { type Meanings, textsToEncode } from './articles.ts';

export interface MeaningMemory {
  /** The vectors for these articles; texts met before are not encoded again, those no longer there are forgotten. */
  of(articles: readonly Article[]): Promise<Meanings>;
}

/** Encoded at a time, so that a question of a shopper waits behind few of them. */
const batch = 16;

export const createMeaningMemory = (encoder: SentenceEncoder): MeaningMemory => {
  let known = new Map<string, Float32Array>();
  return {
    async of(articles) {
      const texts = textsToEncode(articles);
      const missing = texts.filter(text => !known.has(text));
      const fresh = new Map<string, Float32Array>();
      for (let i = 0; i < missing.length; i += batch) {
        const part = missing.slice(i, i + batch);
        const vectors = await encoder.encode(part);
        part.forEach((text, j) => {
          fresh.set(text, vectors[j]!);
        });
      }
      const rows = new Map(
        texts.flatMap(text => {
          const row = fresh.get(text) ?? known.get(text);
          return row ? [[text, row] as const] : [];
        }),
      );
      known = rows;
      return { width: encoder.width, of: text => rows.get(text) };
    },
  };
};
