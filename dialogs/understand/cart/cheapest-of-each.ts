/** "The cheapest of each", 各要最便宜的: of each of two kinds that lie on the table the one that costs least. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Ordered } from './ordered.ts';

const said =
  /^(?:(?:ok|okay|yes|great|so|then|just|and|hm+|well|please)[,. ]+)*(?:(?:i'?ll (?:take|have|get)|i (?:want|need)|give me|add|put|let me have|can i have) )?(?:just |only )?the (?:cheapest|least expensive)(?: ones?)? (?:of|from|in) (?:each|both|either)(?: (?:of them|kind|sort|one))?(?: (?:in|into|to) (?:my |the )?(?:cart|basket))?(?:,? (?:please|pls|then|thanks))*[.! ]*$|^(?:那|就|好的?|行|嗯|帮我|给我|[,. ])*(?:各|每[种样个]|两[种样个]都)(?:来|要|拿|买|选|加)?(?:一?[个件份款只样])?(?:都)?(?:要|拿|来)?最(?:便宜|实惠)的(?:那?一?[个件份款只])?(?:吧|就行|就好|[,. ])*$/u;

type Memory = Pick<ConversationMemory, 'shown' | 'seen' | 'search'>;

/** Where two kinds are not clear, or several cost as little, it is asked which. */
export const cheapestOfEach = (
  folded: string,
  { shown, seen = [], search = [] }: Memory,
  { products, byId }: Pick<CatalogueView, 'products' | 'byId'>,
): Ordered | undefined => {
  if (shown.length === 0 || folded.length > 60 || !said.test(folded)) return undefined;
  const onTable = [...shown, ...seen].flatMap(id => byId.get(id) ?? []);
  const looked = search.flatMap(p => (p.slot === 'product' && p.polarity === 'like' ? [p.value] : []));
  const kindOf = (product: Product): string | undefined => valuesOf(product, 'product')?.[0];
  const lying = onTable.flatMap(product => kindOf(product) ?? []);
  const kinds = [...new Set(looked.length > 1 ? looked : lying)];
  const ask: Ordered = { lines: [], open: [{ products: shown, quantity: 1 }], inAll: false };
  if (kinds.length !== 2) return ask;
  const cheapest = kinds.flatMap(kind => {
    const those = products.filter(p => !p.hidden && isSellable(p) && valuesOf(p, 'product')?.includes(kind));
    const least = Math.min(...those.map(p => p.price.minor));
    const found = those.filter(p => p.price.minor === least);
    const [first] = found;
    const isOneModel = first !== undefined && found.every(p => familyOf(p) === familyOf(first));
    const near = onTable.find(p => found.some(one => one.id === p.id));
    return isOneModel ? [near ?? first] : [];
  });
  return cheapest.length === 2
    ? { lines: cheapest.map(({ id }) => ({ product: id, quantity: 1 })), open: [], inAll: false }
    : ask;
};
