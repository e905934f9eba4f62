/** "No poncho. I take the yellow jacket": what is turned down in a message is not what the rest of it takes. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';

/** `declined`: the words that turn goods down beside a wish; empty: none do. */
export const withoutDeclined = (
  memory: ConversationMemory,
  declined: string,
  { mentions }: Pick<Vocabulary, 'mentions'>,
  { byId }: Pick<CatalogueView, 'byId'>,
): ConversationMemory => {
  // Of a sum it is taken out by whoever adds up again.
  if (declined === '' || memory.sum?.length) return memory;
  const kinds = mentions(fold(declined)).flatMap(({ meanings }) =>
    meanings.filter(one => one.slot === 'product').slice(0, 1),
  );
  if (kinds.length === 0) return memory;
  const isKept = (id: ProductId): boolean => {
    const product = byId.get(id);
    return product === undefined || !kinds.some(({ slot, value }) => valuesOf(product, slot)?.includes(value));
  };
  const { focus, ...rest } = memory;
  return {
    ...rest,
    shown: memory.shown.filter(isKept),
    ...(memory.seen ? { seen: memory.seen.filter(isKept) } : {}),
    ...(focus !== undefined && isKept(focus) ? { focus } : {}),
  };
};
