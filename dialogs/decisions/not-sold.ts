/** What is said where the shop sells no such thing, and what comes near it. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { isForPets } from '../understand/wishes/for-pets.ts';
import { kinds } from '../understand/wishes/wished.ts';
import { type Draft, suggest } from './draft.ts';
import { narrowing } from './narrowing.ts';

/** Goods of all kinds are alike in these: a shoe for rain comes near no tent. */
const anyThing: ReadonlySet<StatedPreference['slot']> = new Set([
  'budget',
  'recipient',
  'occasion',
  'feature',
  'colour',
  'size',
]);

const ofThing: ReadonlySet<StatedPreference['slot']> = new Set(['feature', 'material', 'colour', 'size']);

/**
 * Said first; then what comes near it, or is wished for beside it in the same message: what was looked for before is no nearer, and
 * neither is whatever has its name on its page. What its name told of it ("hiking" boots) is no wish for what is looked for next.
 */
export const notSold = (
  what: string,
  facts: TurnFacts,
  /** Of what is wished for beside it and sold. */
  beside?: Pick<Understanding, 'preferences'>,
): Draft => {
  const { search: before = [] } = facts.memory;
  const isSaidNow = (p: StatedPreference): boolean =>
    beside?.preferences.some(now => now.slot === p.slot && now.value === p.value) ?? false;
  const isOld = (p: StatedPreference): boolean => before.some(old => old.slot === p.slot && old.value === p.value);
  // Of cotton are the pyjamas that were asked for: a coat of it comes no nearer.
  const isOfIt = ({ slot, quote }: StatedPreference): boolean => slot !== 'material' || what.includes(quote);
  // What comes near it comes near it after a list of the same goods too.
  const isNear = (p: StatedPreference): boolean =>
    !anyThing.has(p.slot) &&
    p.polarity === 'like' &&
    isOfIt(p) &&
    (!isOld(p) || isSaidNow(p) || what.split(/, |、/).includes(p.quote));
  const found = facts.search.preferences.some(isNear) ? facts.products : [];
  // "A candle and some chocolates": the candle is no second best.
  const besides = beside?.preferences.filter(p => p.polarity === 'like' && kinds.has(p.slot)) ?? [];
  const asked = found.filter(one => besides.some(kind => matches(one.product, kind)));
  const isAsked = found.length > 0 && asked.length === found.length;
  // "Do you have bedding? And thermos cups": the throw comes near the one, and the flask is the other.
  const near = asked.length > 0 ? found.filter(one => !asked.includes(one)) : found;
  const isOfName = ({ slot, value }: StatedPreference): boolean =>
    anyThing.has(slot) && what.split(/[ ,]+/).includes(value.replaceAll('-', ' '));
  return {
    parts: isAsked
      ? [
          { kind: 'not-sold', what, nearest: false, beside: true },
          { kind: 'products', found, relaxed: [], heading: 'search' },
        ]
      : [
          { kind: 'not-sold', what, nearest: near.length > 0 },
          ...(near.length > 0 ? ([{ kind: 'products', found: near, relaxed: [], heading: 'nearest' }] as const) : []),
          ...(asked.length > 0 ? ([{ kind: 'products', found: asked, relaxed: [], heading: 'search' }] as const) : []),
        ],
    suggestions: found.length > 0 ? narrowing(facts) : suggest('recommend', 'person'),
    memory: {
      shown: (isAsked ? found : [...near, ...asked]).map(f => f.product.id),
      failures: 0,
      ...(found.length === 0 && !isForPets(what) ? { missing: { what, at: facts.memory.turns } } : {}),
      // What it was to be like is no wish for whatever is looked for next.
      search: facts.search.preferences.filter(
        p => !isOfName(p) && !(found.length === 0 && ofThing.has(p.slot) && !isOld(p)),
      ),
      // "Cat?", next.
      ...(isForPets(what) ? { goods: what } : {}),
      cut: facts.search.cut,
    },
  };
};
