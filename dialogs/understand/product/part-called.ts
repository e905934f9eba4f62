/** Words of a wish that only say of which part something is asked: "a rain cover", 陶瓷涂层会掉吗. Takes folded text. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

export const isPartCalled = (folded: string, words: string): boolean =>
  !hasHan(words) && new RegExp(`\\b${words} (?:covers?|hoods?|fly|flaps?|pockets?)\\b`, 'u').test(folded);

/** "Does the ceramic coating come off", "is the coffee whole beans", 陶瓷涂层会掉吗: of what, and not what it is made of. */
export const isSubject = (folded: string, words: string): boolean =>
  hasHan(words)
    ? new RegExp(
        `${words}(?:涂?层|内胆|面料|鞋面|外壳|杯身|盖子?|底)|^(?:请问|那|这|个|款|种)*${words}(?:是(?!不是)|会|要)`,
        'u',
      ).test(folded)
    : new RegExp(
        `\\b(?:is|are|does|do|did|will|can|could|has|have|should) (?:the|this|that|these|those|your|its) (?:[a-z-]+ )?${words} [a-z]`,
      ).test(folded);
