/** What a search was asked for and no page says: whether the nearest are a few, or nothing is shown at all. */
import type { Understanding } from '../turn.ts';
import type { SearchScope } from '../turn-facts.ts';
import { askedFor } from '../understand/wishes/asked-for.ts';
import { isCelebrated } from '../understand/wishes/celebrated.ts';

/** "Anything for mosquito bites": what that is asked for no page speaks of, and of no goods is it known that they help with it. */
export const isOnNoPage = (
  { understanding, scope }: { readonly understanding: Understanding; readonly scope: SearchScope },
  told: readonly string[],
): boolean =>
  understanding.intent === 'product-search' &&
  askedFor(understanding.said ?? '') !== undefined &&
  isOfNoKind(understanding, scope) &&
  ((scope.preferences.length > 0 ? understanding.told : scope.told) ?? []).every(one =>
    told.includes(`unsaid:${one.value}`),
  );

/** Nothing else is known of it, or it is a present, of which this is told now. */
const isOfNoKind = ({ preferences, told = [], said = '' }: Understanding, { preferences: all }: SearchScope): boolean =>
  !all.some(p => p.polarity === 'like') ||
  (told.length > 0 &&
    askedFor(said)?.what !== undefined &&
    !preferences.some(p => p.polarity === 'like') &&
    all.some(p => p.slot === 'recipient' && p.polarity === 'like'));

/** Something that was wished for is on no page, and no kind of goods was named: the nearest are a few. */
export const isBesideWish = (keys: readonly string[], { preferences }: SearchScope): boolean =>
  keys.some(key => key.startsWith('unsaid:') || (key.startsWith('occasion:') && !isCelebrated(key.slice(9)))) &&
  !preferences.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product'));
