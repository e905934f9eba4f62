/**
 * A question in the words these documents use: a name nobody used here (a country, a brand of card, "guarantee" where the
 * pages say "warranty") weighs as much as a word can and is like nothing, so it gives way to the commonest name of the same
 * concept.
 */
import { conceptSpansOf } from '../text/concepts.ts';
import { hasHan } from '../text/fold.ts';

/** Those whose names mean the same, so that one may stand for another; the demo shop's left-out questions are found no worse by it. */
const synonymous = new Set(['~abroad', '~warranty', '~combine', '~late', '~customs', '~limit']);

export interface KnownNames {
  /** `folded` with unknown names of known concepts replaced; `held`: a text whose own names do not count as known. */
  inOwnWords(folded: string, held?: string): string;
}

/** `asked`: titles and questions, `told`: passages, all folded. */
export const createKnownNames = (asked: readonly string[], told: readonly string[]): KnownNames => {
  const uses = new Map<string, number>();
  const names = new Map<string, Map<string, number>>();
  const script = (phrase: string): string => (hasHan(phrase) ? 'zh' : 'en');
  for (const [texts, asking] of [[asked, true] as const, [told, false] as const]) {
    for (const text of texts) {
      for (const { phrase, concepts } of conceptSpansOf(text)) {
        uses.set(phrase, (uses.get(phrase) ?? 0) + 1);
        if (!asking) continue;
        for (const concept of concepts) {
          const key = `${concept} ${script(phrase)}`;
          const counts = names.get(key) ?? new Map<string, number>();
          counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
          names.set(key, counts);
        }
      }
    }
  }
  const commonest = new Map(
    [...names].map(([key, counts]) => [key, [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))]),
  );
  return {
    inOwnWords(folded, held) {
      const own = held === undefined ? [] : conceptSpansOf(held).map(s => s.phrase);
      let text = '';
      let at = 0;
      for (const { phrase, concepts, start, end } of conceptSpansOf(folded)) {
        if ((uses.get(phrase) ?? 0) > own.filter(p => p === phrase).length) continue;
        for (const concept of concepts) {
          const known = commonest.get(`${concept} ${script(phrase)}`);
          if (!synonymous.has(concept) || !known || known[1] < 2 || known[0] === phrase) continue;
          text += folded.slice(at, start) + known[0];
          at = end;
          break;
        }
      }
      return text + folded.slice(at);
    },
  };
};
