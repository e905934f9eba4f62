/** Asked in which size a thing of the cart should be instead: "43", 要L的. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../../memory.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';

export interface SizeAnswered {
  readonly product: ProductId;
  readonly size: string;
}

/** More tells something besides. */
const longest = 30;

/** Undefined: it was not asked just now, or the words name no size of it, or several. Takes folded text. */
export const sizeAnswered = (
  folded: string,
  { sizeAsked, turns }: Pick<ConversationMemory, 'sizeAsked' | 'turns'>,
  view: Pick<CatalogueView, 'byId'>,
): SizeAnswered | undefined => {
  if (!sizeAsked || turns - sizeAsked.at > 1 || folded.length > longest || hasFormOfQuestion(folded)) return undefined;
  const product = view.byId.get(sizeAsked.product);
  const said = new Set(folded.match(/\d+(?:\.\d+)?|[a-z]+/g) ?? []);
  const [size, ...others] = product ? (valuesOf(product, 'size') ?? []).filter(value => said.has(value)) : [];
  return product && size !== undefined && others.length === 0 ? { product: product.id, size } : undefined;
};
