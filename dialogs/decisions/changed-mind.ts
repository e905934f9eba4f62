import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { type Conflict, conflictsIn } from '../../knowledge/profile/conflicts.ts';
import { wishInWords } from '../../knowledge/profile/describe.ts';
import type { Suggestion } from '../reply.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** Everything said about taste, in the catalogue's words and in the shopper's own. */
export const statedIn = (understanding: Understanding): readonly StatedPreference[] => [
  ...understanding.preferences,
  ...(understanding.wishes ?? []),
];

/** What is not remembered until the shopper says which holds. */
export const conflicting = (understanding: Understanding, facts: TurnFacts): Conflict[] =>
  facts.shopper.consent.profile
    ? conflictsIn(statedIn(understanding), facts.profile, { correction: understanding.correction, now: facts.now })
    : [];

/** One question at most, and none to somebody who is upset, waits for a person or asks to be forgotten. */
export const conflictOf = (understanding: Understanding, facts: TurnFacts): Conflict | undefined =>
  understanding.mood === 'upset' ||
  facts.conversation.owner !== 'bot' ||
  understanding.intent === 'forget' ||
  understanding.intent === 'forget-all' ||
  understanding.unkept
    ? undefined
    : conflicting(understanding, facts)[0];

/** Two taps that say it as a correction, which needs no further question. */
export const whichHolds = ({ now, before }: Conflict, { shop }: TurnFacts): Suggestion[] => {
  const tap = (wish: Pick<StatedPreference, 'slot' | 'value' | 'polarity'>): Suggestion => {
    const en = wishInWords(wish, 'en', shop);
    const zh = wishInWords(wish, 'zh', shop);
    const bare = { en: en.replace(/^not /, ''), zh: zh.replace(/^不要/u, '') };
    const text =
      wish.slot === 'size'
        ? { en: `Actually, ${en}`, zh: `说错了，是${zh}` }
        : wish.polarity === 'dislike'
          ? { en: `Actually, I don't like ${bare.en}`, zh: `说错了，不要${bare.zh}` }
          : { en: `Actually, I like ${bare.en}`, zh: `说错了，我喜欢${bare.zh}` };
    return { kind: 'ask', label: { en, zh }, text };
  };
  return [tap(now), tap(before)];
};
