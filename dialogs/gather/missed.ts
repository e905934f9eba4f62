/** What of the kind looked for is missing, where others of it were asked for. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { measureWishOf } from '../../knowledge/retrieval/goods/measure-wishes.ts';
import { isMeasuredIn, measures } from '../../knowledge/retrieval/goods/measured.ts';
import type { Understanding } from '../turn.ts';

/** What goods were to measure and none of these does, in the shopper's words. */
export const measureMissed = (
  hits: readonly { readonly product: Product }[],
  told: readonly StatedPreference[],
): string | undefined =>
  told.find(({ value, polarity }) => {
    const wish = polarity === 'like' ? measureWishOf(value) : undefined;
    return wish !== undefined && hits.every(({ product }) => isMeasuredIn(product, wish) && !measures(product, wish));
  })?.value;

/** 普洱就这一款吗: of that sort, and of no other of its shelf. */
export const isSortNamed = (key: string, { preferences, ofKind }: Understanding): boolean =>
  ofKind === 'only' &&
  preferences.some(
    p =>
      p.slot === 'material' &&
      p.polarity === 'like' &&
      key === `material:${p.value}` &&
      preferences.every(other => other.slot === 'material' || other.slot === 'category'),
  );
