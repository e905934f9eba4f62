/** What a search tells goods are to measure, as filters. */
import type { Product } from '../../domain/product.ts';
import { measureWishOf } from './measure-wishes.ts';
import { isMeasuredIn, measures } from './measured.ts';
import { matches } from './product-match.ts';
import type { ProductQuery } from './products.ts';
import { type Filter, importanceOf } from './relax.ts';

/** Of several kinds those alone that are measured so at all, the others by weight. */
export const toldByMeasure = ({ told = [], preferences }: ProductQuery, products: readonly Product[]): Filter[] =>
  told.flatMap(({ value, polarity }) => {
    const wish = polarity === 'like' ? measureWishOf(value) : undefined;
    if (!wish) return [];
    const kinds = preferences.filter(p => p.polarity === 'like' && p.slot === 'product');
    const silent = kinds.filter(kind => !products.some(p => matches(p, kind) && isMeasuredIn(p, wish)));
    const isApart = silent.length < kinds.length;
    const passes = (p: Product): boolean =>
      measures(p, wish) || (isApart && silent.some(kind => matches(p, kind)) && !isMeasuredIn(p, wish));
    // More of it than was shown is what is asked for.
    const importance = importanceOf(wish.bound === 'over' || wish.bound === 'less' ? 'text' : 'measure');
    return [{ key: `measure:${value}`, importance, passes }];
  });
