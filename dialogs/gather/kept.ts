import type { ShopperId } from '../../knowledge/domain/ids.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** As many looks as are counted for whoever asks what is kept. */
const mostLooks = 1_000;

/** What is kept of a shopper beside what they said and ordered. */
export const readKept = async (
  { ratings, browsing }: Pick<Stores, 'ratings' | 'browsing'>,
  shopper: ShopperId,
): Promise<NonNullable<TurnFacts['kept']>> => {
  const [rated, looks] = await Promise.all([ratings.ofShopper(shopper), browsing.recent(shopper, mostLooks)]);
  return { rated: rated.length, looked: new Set(looks.map(look => look.product)).size };
};
