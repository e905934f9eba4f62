import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { isNamedAfterAll } from '../search-scope.ts';
import type { Understanding } from '../turn.ts';
import type { SearchScope } from '../turn-facts.ts';

/** What is known of the shopper and holds for this search: what is asked for now counts, whatever was said against it before. */
export const standingFacts = (
  profile: readonly ProfileFact[],
  { preferences, told = [] }: Pick<SearchScope, 'preferences' | 'told'>,
  understanding: Pick<Understanding, 'goods'>,
): ProfileFact[] =>
  profile.filter(
    fact =>
      !preferences.some(p => p.slot === fact.slot && p.value === fact.value && p.polarity !== fact.polarity) &&
      !isNamedAfterAll(fact, understanding) &&
      // What was turned away in this search is left out by it, and told where it can't be.
      !(fact.polarity === 'dislike' && told.some(one => one.polarity === 'dislike' && one.value === fact.value)),
  );
