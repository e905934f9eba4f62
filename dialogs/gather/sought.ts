/** What is looked for, and what the shop has of it. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isSellable } from '../../knowledge/domain/product.ts';
import { meets, valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { IndexSet } from '../indexes.ts';
import type { ConversationMemory } from '../memory.ts';
import { rejectedWith } from '../rejected.ts';
import { searchScope } from '../search-scope.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { SearchScope } from '../turn-facts.ts';
import { otherThing } from '../understand/cart/other-thing.ts';
import { namesMotif } from '../understand/wishes/motifs.ts';
import type { Attempt } from './attempts.ts';
import { withCalled } from './called-by-name.ts';
import { type Suggested, suggestProducts } from './products.ts';
import type { Records } from './records.ts';
import { besideUnsold, unsoldIn } from './unsold.ts';
import { searching, soundsLikeDeal, wishing } from './wanted.ts';

export interface Sought {
  /** What was understood, without what only named a thing that is not sold. */
  readonly understanding: Understanding;
  readonly scope: SearchScope;
  readonly unsold: ReturnType<typeof unsoldIn>;
}

/** The thing asked for that the shop does not sell, if any, and the limits of the search. `focus`: the one spoken of. */
export const whatIsSought = (
  turn: Turn,
  understanding: Understanding,
  memory: ConversationMemory,
  focus: ProductId | null,
  { view, shelf }: Pick<IndexSet, 'view' | 'shelf'>,
): Sought => {
  const { intent } = understanding;
  const isFound = (wishes: readonly StatedPreference[]): boolean =>
    view.products.some(p => isSellable(p) && wishes.every(wish => meets(p, wish)));
  const addsOther = (id: ProductId): boolean => {
    const product = view.byId.get(id);
    return product !== undefined && otherThing(understanding, product) !== undefined;
  };
  const mayBeUnsold =
    (wishing.has(intent) || soundsLikeDeal(intent, turn.text)) &&
    !turn.value &&
    !namesMotif(understanding.goods ?? [], memory.search ?? []) &&
    (!focus || intent === 'product-search' || addsOther(focus));
  const unsold = mayBeUnsold ? unsoldIn(turn.text, understanding, shelf) : null;
  const wished = unsold ? besideUnsold(understanding, unsold, isFound) : understanding;
  const scope = searchScope(
    wished,
    memory,
    view.shop,
    id => view.byId.get(id)?.price.minor,
    isFound,
    id => view.byId.get(id)?.category,
    (id, wish) => {
      const product = view.byId.get(id);
      return product !== undefined && meets(product, wish);
    },
    id => {
      const product = view.byId.get(id);
      return product && valuesOf(product, 'product')?.[0];
    },
  );
  return { understanding: wished, scope: withCalled(scope, wished, view), unsold };
};

const nothing: Suggested = { found: [], relaxed: [], told: [], marked: [] };

/** What fits what is sought; nothing where this message asks for no goods. */
export const findSought = async (
  { turn, memory, focus }: { turn: Turn; memory: ConversationMemory; focus: ProductId | null },
  { understanding, scope }: Sought,
  records: Records,
  services: DialogServices,
  attempt: Attempt,
): Promise<Suggested> =>
  asksForGoods(understanding, memory, focus, records)
    ? attempt(
        'products',
        () =>
          suggestProducts(
            {
              turn,
              understanding,
              scope,
              profile: records.profile,
              orders: records.orders,
              browsed: records.looks,
              beside: records.beside,
              cart: records.cart,
              focus: memory.focus,
              shown: memory.shown,
              seen: memory.seen ?? [],
              rejected: rejectedWith(memory, understanding),
              isKept: records.shopper.consent.profile,
              now: turn.at,
            },
            services,
          ),
        nothing,
      )
    : nothing;

const asksForGoods = (
  { intent, degree, ofEach, inAll, ofGoods }: Understanding,
  memory: ConversationMemory,
  focus: ProductId | null,
  { cart, openOffers }: Records,
): boolean => {
  const isOfShown = focus !== null || degree || ofEach || inAll;
  if (isOfShown && (intent === 'product-details' || intent === 'stock')) return false;
  if (searching.has(intent) || ofGoods === 'property') return true;
  const inHand =
    (cart?.lines.length ?? 0) > 0 || focus !== null || memory.focus !== undefined || memory.shown.length > 0;
  // A deal asked for, on nothing yet.
  return (intent === 'deals' || intent === 'better-deal') && !inHand && openOffers.length === 0;
};
