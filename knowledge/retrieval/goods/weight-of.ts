/** What goods weigh, as their pages list it. */
import type { Detail, Product } from '../../domain/product.ts';
import { kindsCalled } from './detail-kinds.ts';
import { measuresOfDetail } from './measured.ts';
import { pageLines } from './page-lines.ts';

export interface Weight {
  readonly grams: number;
  /** As the page has it: "255 g a shoe in size 42". */
  readonly detail: Detail;
}

/** Undefined: its page lists none. */
export const weightOf = (product: Product): Weight | undefined => {
  const lines = pageLines(product, 'en');
  for (const [i, detail] of (product.details ?? []).entries()) {
    const line = lines[i]?.detail;
    if (!line?.names.some(name => kindsCalled(name).has('weight'))) continue;
    const mass = measuresOfDetail(line).find(({ of }) => of === 'mass');
    if (mass) return { grams: mass.most, detail };
  }
  return undefined;
};
