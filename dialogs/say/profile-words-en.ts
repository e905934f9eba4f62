import { list, preference } from './phrases-en.ts';
import type { Words } from './words.ts';

export const profileWordsEn = {
  'about-me': p => {
    const offers = p.consent.personalOffers ? 'Personal offers are on.' : 'Personal offers are off.';
    const orders = p.orders > 0 ? ` I can also see your orders here.` : '';
    const { rated = 0, looked = 0 } = p.kept ?? {};
    const beside = [
      ...(rated > 0 ? [`your ratings (${rated})`] : []),
      ...(looked > 0 ? [`which products you looked at (${looked})`] : []),
    ];
    const kept = beside.length > 0 ? ` I also keep ${beside.join(' and ')}.` : '';
    const forget = p.facts.length === 0 && kept ? ` Say "forget everything" and it is gone.` : '';
    return p.facts.length > 0
      ? `This is what you've told me, and when. Say "forget" with any of it, or "forget everything".${kept}${orders} ${offers}`
      : `You haven't told me anything that I keep.${kept}${forget}${orders} ${offers}`;
  },
  noted: (p, w) => `Noted: ${list(p.facts.map(f => preference(f, w)))}.`,
  'ask-forget': (p, w) =>
    `Shall I erase everything I have noted? That is ${p.facts.length > 0 ? `what you told me (${list(p.facts.slice(0, 6).map(f => preference(f, w)))}${p.facts.length > 6 ? ' and more' : ''}), ` : ''}what you looked at and your ratings. Your orders and your cart stay.`,
  forgotten: p =>
    p.all
      ? `Done. What I had noted of what you told me, looked at and rated is gone for good. Your orders stay, as the tax office wants them kept, and so does the written record of our chats.`
      : p.count === 0
        ? `There's nothing to forget: I keep nothing about that.`
        : `Done, I've forgotten that.`,
  'changed-mind': (p, w) => `Earlier you told me: ${preference(p.before, w)}. Which should I go by from now on?`,
  'which-to-forget': () => `Which of these should I forget?`,
  'opted-out': () => `Personal offers are off. You get the normal prices and the deals everybody gets.`,
  'opted-in': p => (p.already ? `Personal offers are on already.` : `Personal offers are on again.`),
} satisfies Partial<Words>;
