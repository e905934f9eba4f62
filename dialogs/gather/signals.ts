import type { ShopperId } from '../../knowledge/domain/ids.ts';
import type { BrowseEvent } from '../../knowledge/domain/order.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { ShopperSignal } from '../../models/types.ts';

/** The latest; what is older has been outweighed by now. */
const mostMentions = 100;

/** What came up in the shopper's chats and what they rated, up to this minute, for a recommender that looks at it. */
export const readSignals = async (
  { mentions, ratings }: Pick<Stores, 'mentions' | 'ratings'>,
  shopper: ShopperId,
): Promise<ShopperSignal[]> => {
  const [cameUp, rated] = await Promise.all([mentions.recent(shopper, mostMentions), ratings.ofShopper(shopper)]);
  return [
    ...cameUp.map(({ product, at, kind }): ShopperSignal => ({ product, at, kind, value: 1 })),
    ...rated.map(({ product, at, stars }): ShopperSignal => ({ product, at, kind: 'rating', value: stars })),
  ];
};

/** The same of looks and carts. */
export const lookSignals = (browsed: readonly BrowseEvent[]): ShopperSignal[] =>
  browsed.map(({ product, at, kind, dwellSeconds }) => ({
    product,
    at,
    kind,
    value: kind === 'view' ? (dwellSeconds ?? Number.NaN) : 1,
  }));
