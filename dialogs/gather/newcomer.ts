import type { ProductId } from '../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Newcomers, Recommender, RecommendRequest } from '../../models/types.ts';
import type { Turn } from '../turn.ts';
import type { FoundProduct } from '../turn-facts.ts';

/** Those that fit this shopper best; only they take part in the draw, so that what is tried on somebody is not absurd. */
const mostCandidates = 6;

/** New products that fit what is asked for, those that fit the shopper best first. `among`: of these only. */
export const newcomersFor = (
  newcomers: Newcomers | undefined,
  recommender: Recommender,
  request: RecommendRequest,
  never: ReadonlySet<ProductId>,
): ProductId[] => {
  if (!newcomers || newcomers.share === 0 || newcomers.products.size === 0) return [];
  const { among } = request;
  const fitting = new Set(among ? [...newcomers.products].filter(id => among.has(id)) : newcomers.products);
  if (fitting.size === 0) return [];
  // What was shown or looked at today is drawn with the others all the same: the draw is the same all day.
  return recommender
    .recommend({ ...request, among: fitting, exclude: never, count: mostCandidates })
    .map(one => one.product);
};

export interface NewcomerPlace {
  readonly newcomers: Newcomers | undefined;
  readonly candidates: readonly ProductId[];
  /** Read just now. */
  readonly live: ReadonlyMap<ProductId, Product>;
  readonly exclude: ReadonlySet<ProductId>;
  readonly turn: Pick<Turn, 'shopper' | 'at'>;
  /** Places of a whole list; one that is not whole stays as it is. */
  readonly places: number;
}

/** The list with its last place given to a new product, where the draw says so; with the propensity of who has the place, either way. */
export const withNewcomer = (
  list: readonly FoundProduct[],
  { newcomers, candidates, live, exclude, turn, places }: NewcomerPlace,
): readonly FoundProduct[] => {
  const last = list.at(-1);
  if (!newcomers || !last || list.length < places || candidates.length === 0) return list;
  const isListed = (id: ProductId): boolean => list.some(one => one.product.id === id);
  const isShowable = (id: ProductId): boolean => {
    const product = live.get(id);
    return product !== undefined && isSellable(product) && !exclude.has(id) && !isListed(id);
  };
  const drawn = newcomers.draw({ candidates, isShowable, shopper: turn.shopper, at: turn.at });
  const { propensity } = drawn;
  const product = drawn.product === null ? undefined : live.get(drawn.product);
  const place: FoundProduct = product
    ? { product, score: last.score, reason: { kind: 'new' }, propensity }
    : propensity < 1
      ? { ...last, propensity }
      : last;
  return [...list.slice(0, -1), place];
};
