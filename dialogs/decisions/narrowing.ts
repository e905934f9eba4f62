/** Taps that go on with a search: for whom it is, and which shelf. */
import type { Suggestion } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** A wish of a few words can be said again with "for me" behind it. */
const shortWish = 40;

/** Looked for as a present because the search before was one: one tap says that it is for the shopper. */
export const forWhomElse = (turn: Turn, { preferences, beside }: Understanding, facts: TurnFacts): Suggestion[] => {
  const carried = facts.search.preferences.some(p => p.slot === 'recipient' && !preferences.includes(p));
  const wish = turn.text.trim().replace(/[.!?。！？]+$/u, '');
  const names = preferences.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'));
  if (!carried || !names || beside || turn.value || wish.length > shortWish) return [];
  return [
    {
      kind: 'ask',
      label: { en: 'For myself', zh: '给自己买' },
      text: { en: `${wish} for me`, zh: `给自己买，${wish}` },
    },
  ];
};

/** Category taps when the wish named none and the results spread over several. */
export const narrowing = (facts: TurnFacts): Suggestion[] => {
  if (facts.search.preferences.some(p => p.slot === 'category' && p.polarity === 'like')) return [];
  const keys = [...new Set(facts.products.map(f => f.product.category))];
  if (keys.length < 2) return [];
  return keys.slice(0, 3).map(key => ({ kind: 'category', key }));
};
