import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { RecommendRequest } from '../types.ts';

/** The wishes of a request with the rows of their products, each looked up once; reused by the next request. */
export class WishRows {
  count = 0;
  ids: ProductId[] = [];
  /** -1: a product without a row. */
  rows = new Int32Array(128);
  factors = new Float64Array(128);

  read(boost: RecommendRequest['boost'], rowOf: (id: string) => number | undefined): void {
    this.count = 0;
    const size = boost?.size ?? 0;
    if (size > this.rows.length) {
      this.rows = new Int32Array(size * 2);
      this.factors = new Float64Array(size * 2);
    }
    boost?.forEach(({ factor }, id) => {
      this.ids[this.count] = id;
      this.rows[this.count] = rowOf(id) ?? -1;
      this.factors[this.count++] = factor;
    });
  }
}
