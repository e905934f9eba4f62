/** Who says a text, where every text of a table begins by naming it: "Client: …", "[agent] …", "customer says: …". */

export interface Said {
  readonly text: string;
  /** Absent where the text does not begin as the others do. */
  readonly by?: string;
}

/** A conversation has few sides. */
const mostSpeakers = 4;
/** Each says at least this share, 0..1: what two texts happen to begin with is no speaker. */
const leastShare = 0.02;
const mostWords = 3;

/** A word, or what stands before a sign that closes a name. */
const word = /\s*(?:[^\s:\])>|]*[:\])>|]+|\S+)/uy;

const openingOf = (text: string, words: number): string | null => {
  word.lastIndex = 0;
  for (let n = 0; n < words; n++) if (!word.test(text)) return null;
  return text.slice(0, word.lastIndex);
};

/**
 * Learned from the texts, whatever the names are: the longest opening, of three words at most, of which there are two to
 * four in all. Gives what parts a text from its speaker; it leaves texts whole where there is no such opening.
 */
export const speakersOf = (texts: readonly string[]): ((text: string) => Said) => {
  for (let words = mostWords; words > 0; words--) {
    const counts = new Map<string | null, number>();
    for (const text of texts) {
      const opening = openingOf(text, words);
      counts.set(opening, (counts.get(opening) ?? 0) + 1);
      if (opening === null || counts.size > mostSpeakers) break;
    }
    const isNamed = !counts.has(null) && counts.size > 1 && counts.size <= mostSpeakers;
    if (!isNamed || Math.min(...counts.values()) < leastShare * texts.length) continue;
    return text => {
      const opening = openingOf(text, words);
      if (opening === null || !counts.has(opening)) return { text };
      const rest = text.slice(opening.length).trim();
      return rest === '' ? { text } : { text: rest, by: opening.trim() };
    };
  }
  return text => ({ text });
};
