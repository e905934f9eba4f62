import { asId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { BrowseEvent } from '../../knowledge/domain/order.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { ShopperSignal } from '../../models/types.ts';

export interface KnownBeside {
  readonly browsed: readonly BrowseEvent[];
  /** What came up in chats and was rated. */
  readonly beside: readonly ShopperSignal[];
  readonly profile: readonly ProfileFact[];
}

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

/** All that is known of a shopper beside purchases, as the recommenders read it. */
export const signalsOf = ({ browsed, beside, profile }: KnownBeside): ShopperSignal[] => [
  ...lookSignals(browsed),
  ...beside,
  ...wishedFor(profile),
];

const lookSignals = (browsed: readonly BrowseEvent[]): ShopperSignal[] =>
  browsed.map(({ product, at, kind, dwellSeconds }) => ({
    product,
    at,
    kind,
    value: kind === 'view' ? (dwellSeconds ?? Number.NaN) : 1,
  }));

/** Products wished for by name, as the training reads them. */
const wishedFor = (profile: readonly ProfileFact[]): ShopperSignal[] =>
  profile.flatMap(({ slot, polarity, forWhom, value, confidence, statedAt }) =>
    slot === 'product' && polarity === 'like' && forWhom === 'self'
      ? [{ product: asId<ProductId>(value), at: statedAt, kind: 'wish', value: confidence }]
      : [],
  );
