/** Sentence vectors of English texts, kept by text so that an edited article costs only its own sentences. */
import type { SentenceEncoder } from '../../ports.ts';
import type { Meanings } from './articles.ts';

export interface MeaningMemory {
  /** The vectors of these texts; texts met before are not encoded again, those no longer asked for are forgotten. */
  of(texts: readonly string[]): Promise<Meanings>;
}

/** Where vectors outlive the process; both may find nothing and keep nothing. */
export interface KeptVectors {
  read(): Promise<ReadonlyMap<string, Float32Array>>;
  write(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}

/** Encoded at a time, so that a question of a shopper waits behind few of them. */
const batch = 8;

export const createMeaningMemory = (encoder: SentenceEncoder, kept?: KeptVectors): MeaningMemory => {
  let known: ReadonlyMap<string, Float32Array> | undefined;
  return {
    async of(texts) {
      known ??= (await kept?.read()) ?? new Map();
      const before = known;
      const missing = [...new Set(texts)].filter(text => !before.has(text));
      const fresh = new Map<string, Float32Array>();
      try {
        for (let i = 0; i < missing.length; i += batch) {
          const part = missing.slice(i, i + batch);
          const vectors = await encoder.encode(part);
          part.forEach((text, j) => {
            fresh.set(text, vectors[j]!);
          });
        }
      } finally {
        // What was worked out by the time the bot was closed need not be worked out again.
        known = new Map(
          texts.flatMap(text => {
            const row = fresh.get(text) ?? before.get(text);
            return row ? [[text, row] as const] : [];
          }),
        );
        if (fresh.size > 0) await kept?.write(known);
      }
      const rows = known;
      return { width: encoder.width, of: text => rows.get(text) };
    },
  };
};
