import type { ConversationId, FactId, ShopperId, TurnId } from '../domain/ids.ts';
import type { StatedPreference } from '../domain/preference.ts';
import type { FactSlot, ProfileFact } from '../domain/shopper.ts';
import { lowPrices, parseBudget } from './budget.ts';
import { isAboutChild, isBodyTrait, isChildsAge, isSensitive, isTellingGoods } from './sensitive.ts';

const day = 86_400_000;
/** How long what was said holds. A budget belongs to one search, a size to a body, a taste to a season or two. */
export const daysKept: Readonly<Record<FactSlot, number>> = {
  budget: 7,
  recipient: 30,
  occasion: 30,
  product: 30,
  category: 180,
  colour: 180,
  brand: 180,
  material: 180,
  feature: 180,
  genre: 180,
  author: 180,
  style: 180,
  quality: 180,
  audience: 180,
  size: 365,
};

export interface FactContext {
  readonly shopper: ShopperId;
  readonly conversation: ConversationId;
  readonly turn: TurnId;
  readonly now: Date;
  /** The message takes something back: earlier values of the same slot go, whatever their number. */
  readonly correction: boolean;
  readonly makeId: () => FactId;
}

export interface NewFact {
  readonly fact: ProfileFact;
  readonly supersedes: FactId[];
}

/**
 * What to write for the preferences of one message. Said again: the new fact takes the old one's place, so nothing
 * multiplies and the expiry starts anew. Like and dislike of one value exclude each other. One size per kind of size, one
 * lowest and one highest budget. Facts about different people never touch each other. Sensitive words and children's
 * data are dropped here too, whatever the understanding let through.
 */
export const factsToAdd = (
  preferences: readonly StatedPreference[],
  existing: readonly ProfileFact[],
  context: FactContext,
): NewFact[] => {
  const wanted = withoutRepeats(preferences.filter(isStorable));
  const active = existing.filter(f => !f.supersededBy && f.expiresAt > context.now);
  return wanted.map(preference => ({
    fact: {
      id: context.makeId(),
      shopper: context.shopper,
      slot: preference.slot,
      value: preference.value,
      polarity: preference.polarity,
      forWhom: preference.forWhom,
      quote: preference.quote.slice(0, 200),
      conversation: context.conversation,
      turn: context.turn,
      confidence: preference.confidence,
      statedAt: context.now,
      expiresAt: new Date(context.now.getTime() + daysKept[preference.slot] * day),
    },
    supersedes: active.filter(old => replaces(preference, old, wanted, context.correction)).map(old => old.id),
  }));
};

/** False for what is sensitive, of the body or of a child: it serves the search at hand and is never kept. */
export const isStorable = (p: StatedPreference): boolean =>
  p.forWhom !== 'child' &&
  !(p.slot === 'occasion' && p.value === 'gift') &&
  p.value.trim() !== '' &&
  !(p.slot === 'audience' && isChildsAge(p.value)) &&
  !isSensitive(`${p.quote} ${p.value.replaceAll('-', ' ')}`) &&
  !isBodyTrait(p.value.replaceAll('-', ' ')) &&
  !isTellingGoods(`${p.quote} ${p.value.replaceAll('-', ' ')}`) &&
  !isAboutChild(p.quote);

const withoutRepeats = (preferences: readonly StatedPreference[]): StatedPreference[] => {
  const last = new Map<string, StatedPreference>();
  for (const p of preferences) {
    const key = `${p.slot}|${p.forWhom}|${p.value}`;
    last.delete(key);
    last.set(key, p);
  }
  return [...last.values()];
};

const replaces = (
  now: StatedPreference,
  old: ProfileFact,
  all: readonly StatedPreference[],
  correction: boolean,
): boolean => {
  if (old.slot !== now.slot || old.forWhom !== now.forWhom) return false;
  if (old.value === now.value) return true;
  if (now.slot === 'size')
    return now.polarity === 'like' && old.polarity === 'like' && kindOfSize(now.value) === kindOfSize(old.value);
  if (now.slot === 'budget' && now.value === lowPrices) return false;
  if (now.slot === 'budget' && old.value === lowPrices) return parseBudget(now.value)?.bound === 'max';
  if (now.slot === 'budget')
    return parseBudget(now.value)?.bound === parseBudget(old.value)?.bound || endsRange(all, old);
  return correction && now.polarity === 'like' && old.polarity === 'like';
};

/** A new highest price below the old lowest one ends the old range. */
const endsRange = (all: readonly StatedPreference[], old: ProfileFact): boolean => {
  const before = parseBudget(old.value);
  if (before?.bound !== 'min') return false;
  return all.some(p => {
    const bound = p.slot === 'budget' ? parseBudget(p.value) : null;
    return bound?.bound === 'max' && bound.minor < before.minor;
  });
};

/** Both are sizes of feet, or both of clothes. */
export const isSizeOfKind = (a: string, b: string): boolean => kindOfSize(a) === kindOfSize(b);

/** Sizes are told apart by how they are written: 42 is for feet, M for the body, "us 9" is another scale for feet. */
const kindOfSize = (value: string): string =>
  /^(us|uk|eu)? ?\d{1,2}(\.5)?$/.test(value) ? 'number' : /^(\d?x{0,4}[sml]|x+l)$/.test(value) ? 'letter' : 'other';
