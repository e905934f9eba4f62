/** "Which face cream is good for dry skin?": one of a kind is asked for, and none is named by having the kind's words in its name. Takes folded text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ShopReader } from '../shop-reader.ts';

const which =
  /\b(?:which|what|any|an? good|the best) (?:of (?:the|your) )?$|哪(?:一|几)?[款种个瓶支双只件条把台](?:的)?$|(?:什么|啥)(?:样的)?$/u;

/** Those that are named by more than the words of a kind of which there are several models. */
export const withoutKindsAsked = (
  named: readonly ProductId[],
  folded: string,
  { view, names, vocabulary }: Pick<ShopReader, 'view' | 'names' | 'vocabulary'>,
): readonly ProductId[] => {
  if (named.length === 0) return named;
  const kind = vocabulary
    .mentions(folded)
    .find(
      ({ start, meanings }) => meanings.some(({ slot }) => slot === 'product') && which.test(folded.slice(0, start)),
    );
  if (!kind) return named;
  const values = kind.meanings.filter(({ slot }) => slot === 'product').map(({ value }) => value);
  const ofKind = view.products.filter(p => values.some(value => valuesOf(p, 'product')?.includes(value)));
  const [first] = ofKind;
  if (!first || ofKind.every(({ id }) => names.areOneModel(id, first.id))) return named;
  const byMore = names.named(`${folded.slice(0, kind.start)} ${folded.slice(kind.end)}`);
  return named.filter(id => byMore.some(other => names.areOneModel(other, id)));
};
