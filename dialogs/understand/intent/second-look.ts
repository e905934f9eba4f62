/**
 * A second look at a message whose words alone leave the first classifier unsure: by what the sentence means, for which
 * its vector is needed. Understanding does not wait: it notes what it lacks, and whoever has time fetches it and asks again.
 */
import type { SentenceEncoder } from '../../../knowledge/ports.ts';
import type { IntentClassifier, IntentText } from '../../../models/types.ts';

/** The sentence vectors that there are, as whoever understands a message sees them. */
export interface SentenceVectors {
  vectorOf(text: string): Pick<IntentText, 'vector' | 'deep'> | undefined;
  /** A vector that would have helped. */
  wish(text: string): void;
}

/** The sentence vectors of one turn. */
export interface SecondLooks extends SentenceVectors {
  /** What is understood, and the texts whose vectors were wished for meanwhile. */
  lackedIn<T>(understand: () => T): { readonly meant: T; readonly lacked: readonly string[] };
  /** Waits for what was wished for, no longer than `patience` milliseconds; false when nothing was, or nothing came. */
  fetch(encoder: SentenceEncoder, patience: number): Promise<boolean>;
}

/** Of longer messages the first sentence vectors say little, and cost most. */
const longestText = 400;
/** Of a turn taken apart, the pieces that are looked at again. */
const mostTexts = 4;

export const createSecondLooks = (): SecondLooks => {
  const vectors = new Map<string, Pick<IntentText, 'vector' | 'deep'>>();
  const wished = new Set<string>();
  let lacked: string[] = [];
  return {
    vectorOf: text => vectors.get(text),
    wish(text) {
      lacked.push(text);
      if (text.length <= longestText && wished.size < mostTexts) wished.add(text);
    },
    lackedIn(understand) {
      lacked = [];
      const meant = understand();
      return { meant, lacked };
    },
    async fetch(encoder, patience) {
      const texts = [...wished].filter(text => !vectors.has(text));
      if (texts.length === 0) return false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<null>(resolve => {
        timer = setTimeout(() => resolve(null), patience);
      });
      try {
        const rows = await Promise.race([read(encoder, texts).catch(() => null), late]);
        rows?.forEach((row, i) => {
          vectors.set(texts[i]!, row);
        });
        return rows !== null;
      } finally {
        clearTimeout(timer);
      }
    },
  };
};

/** As deeply as a tuned classifier needs it, where the encoder can. */
const read = async (
  encoder: SentenceEncoder,
  texts: readonly string[],
): Promise<readonly Pick<IntentText, 'vector' | 'deep'>[]> =>
  encoder.encodeDeep ? encoder.encodeDeep(texts) : (await encoder.encode(texts)).map(vector => ({ vector }));

/** The first classifier where it is sure, or nothing else can be had; otherwise the one that knows what sentences mean. */
export const withSecondLooks = <Label extends string>(
  first: IntentClassifier<Label>,
  deeper: IntentClassifier<Label> | undefined,
  looks: SentenceVectors | undefined,
): IntentClassifier<Label> => {
  if (!deeper || !looks) return first;
  return {
    classify(text) {
      const guess = first.classify(text);
      if (guess.isSure) return guess;
      const vector = looks.vectorOf(text.said);
      if (vector) return deeper.classify({ ...text, ...vector });
      looks.wish(text.said);
      return guess;
    },
  };
};
