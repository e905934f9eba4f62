import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isStorable } from '../../knowledge/profile/facts.ts';
import { isAboutChild } from '../../knowledge/profile/sensitive.ts';
import type { ReplyPart } from '../reply.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { listProducts } from './shopping.ts';

export const aboutMe: Decide = (_turn, _understanding, facts) => ({
  parts: [
    {
      kind: 'about-me',
      facts: facts.profile,
      orders: facts.orders.length,
      ...(facts.kept ? { kept: facts.kept } : {}),
      consent: facts.shopper.consent,
    },
  ],
  suggestions: suggest('forget-all', facts.shopper.consent.personalOffers ? 'opt-out' : 'opt-in'),
});

export const forget: Decide = (_turn, _understanding, facts) => {
  if (facts.toForget.length > 0) {
    return {
      parts: [{ kind: 'forgotten', count: facts.toForget.length, all: false }],
      effects: [{ kind: 'forget', facts: facts.toForget.map(f => f.id) }],
    };
  }
  return facts.profile.length > 0
    ? { parts: [{ kind: 'which-to-forget', facts: facts.profile }], suggestions: suggest('forget-all') }
    : say({ kind: 'forgotten', count: 0, all: false });
};

/** Nothing is erased unasked: what it is is named, and a yes (or the same once more) right after it erases. */
export const forgetAll: Decide = (_turn, _understanding, facts) =>
  forgetIsAsked(facts)
    ? erased(facts)
    : {
        parts: [{ kind: 'ask-forget', facts: facts.profile }],
        memory: { askedForgetAt: facts.memory.turns, failures: 0 },
        suggestions: suggest('yes', 'no'),
      };

export const forgetIsAsked = ({ memory }: TurnFacts): boolean => memory.askedForgetAt === memory.turns - 1;

/** What was told in the conversation goes with it: see untold.ts. */
export const erased = (facts: TurnFacts): Draft => ({
  parts: [{ kind: 'forgotten', count: facts.profile.length, all: true }],
  effects: [{ kind: 'forget-all' }],
});

export const optOut: Decide = () => ({
  parts: [{ kind: 'opted-out' }],
  effects: [{ kind: 'consent', personalOffers: false }],
});

export const optIn: Decide = (_turn, _understanding, facts) => ({
  parts: [{ kind: 'opted-in', ...(facts.shopper.consent.personalOffers ? { already: true } : {}) }],
  effects: [{ kind: 'consent', personalOffers: true }],
});

/** 不喜欢, "I don't like it": of nothing that could be kept or not. */
const bareTaste =
  /^(?:(?:hm+|no|well|ok|sorry)[,. ]+)*i (?:really |just )?(?:(?:do not|don'?t|didn'?t) )?(?:really )?(?:like|love|want|fancy) (?:it|that|this|them|these|those)[.! ]*$|^(?:嗯|哦|我|都|也|真|还是|觉得|有点|, ?)*(?:不(?:太|怎么|是很)?)?(?:喜欢|想要|合适)(?:它|这[个款些]?|的|了|啊|呢|哦)*[.!。！ ]*$/u;
const tellsBareTaste = (folded: string): boolean => bareTaste.test(folded);

/** A taste told without a question is noted; when a search is under way it also narrows the list. */
export const statePreference: Decide = (turn, understanding, facts) => {
  // "Around 90" was said, not the bounds that are looked between.
  const around = understanding.entities.budget?.bound === 'around';
  // That it is still for the child spoken of before was not said now.
  const carried = ({ slot, forWhom, quote }: StatedPreference): boolean =>
    slot === 'recipient' && forWhom === 'child' && !isAboutChild(quote);
  const said = understanding.preferences.filter(p => !carried(p) && (!around || p.slot !== 'budget'));
  const told = [...said, ...(understanding.wishes ?? [])];
  // A thing that is not sold is answered, and is no taste: 不要跑鞋、帐篷 would say the opposite of what was wished.
  const isUnsold = ({ slot, value }: StatedPreference): boolean =>
    slot === 'product' && facts.unsold?.what.includes(value) === true;
  // "Noted" is said of what is written, and of nothing else.
  const kept = facts.shopper.consent.profile
    ? (told.length > 0 ? told : understanding.preferences).filter(p => isStorable(p) && !isUnsold(p))
    : [];
  const noted: readonly ReplyPart[] = kept.length > 0 ? [{ kind: 'noted', facts: kept }] : [];
  if (facts.unsold) {
    const none = listProducts(turn, understanding, facts);
    return { ...none, parts: [...noted, ...none.parts] };
  }
  const searching = (facts.memory.search?.length ?? 0) > 0 && facts.products.length > 0;
  if (!searching)
    return {
      parts:
        noted.length > 0
          ? noted
          : [tellsBareTaste(understanding.said ?? '') ? { kind: 'what-for', plain: true } : { kind: 'what-for' }],
      suggestions: suggest('recommend', noted.length > 0 ? 'about-me' : 'person'),
      // "So show me some": of what was told.
      ...(facts.search.preferences.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'))
        ? { memory: { search: facts.search.preferences } }
        : {}),
    };
  const list = listProducts(turn, understanding, facts);
  return { ...list, parts: [...noted, ...list.parts] };
};
