/** What the page of one product says to a question, as a reply. */

import type { Product } from '../../knowledge/domain/product.ts';
import type { PageAnswer } from '../../knowledge/retrieval/goods/page-says.ts';
import type { Suggestion } from '../reply.ts';
import { type Draft, suggest } from './draft.ts';

export const addable = (product: Product): Suggestion[] =>
  product.stock === 0 ? [] : [{ kind: 'tap', label: 'add', value: { tap: 'add-to-cart', product: product.id } }];

/** What its own page says of it, word for word; nothing is concluded from what it leaves out. */
export const saidOf = (
  product: Product,
  { said, open, near }: PageAnswer,
  {
    beside = false,
    withIt,
    not,
  }: { readonly beside?: boolean; readonly withIt?: string | undefined; readonly not?: string | undefined } = {},
): Draft => ({
  parts: [
    {
      kind: 'product-says',
      product,
      said,
      open,
      ...(near === undefined ? {} : { near }),
      ...(beside ? { beside: true as const } : {}),
      ...(withIt !== undefined ? { withIt } : {}),
      ...(not !== undefined ? { not } : {}),
    },
  ],
  memory: { focus: product.id, failures: 0 },
  suggestions: [...addable(product), ...suggest(said.length === 0 ? 'person' : 'deals')],
});
