/**
 * What goods are to be free of. A catalogue that calls them "caffeine-free" is asked for that by "no caffeine", "she must avoid
 * caffeine", 不能有咖啡因: it is wished for as it is, and never turned away.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { Taste } from './preferences.ts';

const free = /-free$/;
/** "Not fragrance-free ones": so it is said of the goods, and turned away. */
const turnsFreeAway = /\b(?:not|no|without|isn't|aren't) (?:any |the )?[a-z]+[- ]free\b|(?:不要|别要?|不想要)无/u;

/** Of coffee it is called by another name. */
const coffee = { slot: 'product', value: 'coffee', free: 'caffeine-free', instead: 'decaf' } as const;
const ofCoffee = (preferences: readonly StatedPreference[]): readonly StatedPreference[] => {
  const likes = (value: string): boolean =>
    preferences.some(p => p.slot === coffee.slot && p.value === value && p.polarity === 'like');
  if (!likes(coffee.value) || likes('tea')) return preferences;
  return preferences.map(p =>
    p.slot === 'feature' && p.value === coffee.free && p.polarity === 'like' ? { ...p, value: coffee.instead } : p,
  );
};

export const withFreeOf = (taste: Taste, vocabulary: Pick<Vocabulary, 'mentions'>): Taste => {
  const asFree = (p: StatedPreference): readonly StatedPreference[] => {
    if (p.polarity !== 'dislike' || turnsFreeAway.test(fold(p.quote))) return [p];
    if (p.slot === 'feature' && free.test(p.value)) return [{ ...p, polarity: 'like' }];
    if (p.slot !== 'material' && p.slot !== 'feature') return [p];
    const named = vocabulary
      .mentions(`${p.value.replaceAll('-', ' ')} free`)
      .flatMap(({ meanings }) => meanings.find(m => m.slot === 'feature' && free.test(m.value)) ?? [])[0];
    return named ? [p, { ...p, ...named, polarity: 'like' }] : [p];
  };
  const all = taste.preferences.flatMap(asFree);
  const preferences = all.filter(
    (p, i) => all.findIndex(one => one.slot === p.slot && one.value === p.value && one.polarity === p.polarity) === i,
  );
  return { ...taste, preferences: ofCoffee(preferences) };
};
