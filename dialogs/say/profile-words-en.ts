import { list, preference } from './phrases-en.ts';
import type { Words } from './words.ts';

export const profileWordsEn = {
  'about-me': p => {
    const offers = p.consent.personalOffers ? 'Personal offers are on.' : 'Personal offers are off.';
    const orders = p.orders > 0 ? ` I can also see your orders here.` : '';
    return p.facts.length > 0
      ? `This is what you've told me, and when. Say "forget" with any of it, or "forget everything".${orders} ${offers}`
      : `You haven't told me anything that I keep.${orders} ${offers}`;
  },
  noted: (p, w) => `Noted: ${list(p.facts.map(f => preference(f, w)))}.`,
  forgotten: p =>
    p.count === 0
      ? `There's nothing to forget: I keep nothing about that.`
      : p.all
        ? `Done. I've forgotten everything you told me.`
        : `Done, I've forgotten that.`,
  'changed-mind': p => `Earlier you told me “${p.before.quote}”. Which should I go by from now on?`,
  'which-to-forget': () => `Which of these should I forget?`,
  'opted-out': () => `Personal offers are off. You get the normal prices and the deals everybody gets.`,
  'opted-in': () => `Personal offers are on again.`,
} satisfies Partial<Words>;
