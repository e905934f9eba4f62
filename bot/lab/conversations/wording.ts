import type { Language } from '../../../knowledge/domain/language.ts';
import type { Random } from '../../../knowledge/domain/random.ts';

/** Ways of saying one thing, written from what people type; `{slot}` stands for what it is about. */
export type Phrases = Readonly<Record<Language, readonly string[]>>;

/** Wordings kept unseen while the bot is worked on, reported apart: every third of a list. */
export type Half = 'seen' | 'held';

const isHeld = (index: number): boolean => index % 3 === 2;

/** The wordings of one half; a list too short to have that half gives all it has. */
export const wordingsOf = (phrases: Phrases, language: Language, half: Half): readonly string[] => {
  const all = phrases[language];
  const some = all.filter((_, i) => isHeld(i) === (half === 'held'));
  return some.length > 0 ? some : all;
};

export const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from: expected at least one item');
  return item;
};

/** What the slots of a phrase hold, in each language. */
export type Slots = Readonly<Record<string, string | Readonly<Record<Language, string>>>>;

/** Throws when a phrase names a slot that is not filled. */
export const filled = (phrase: string, slots: Slots, language: Language): string =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`The phrase "${phrase}" has a slot that is not filled: ${name}`);
    return typeof value === 'string' ? value : value[language];
  });
