import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { RecommendRequest } from '../../types.ts';

/** Of the products that fit what was stated, so many at most are averaged. */
const mostFitting = 100;

/** The wishes of a request with the rows of their products, each looked up once; reused by the next request. */
export class WishRows {
  count = 0;
  ids: ProductId[] = [];
  /** -1: a product without a row. */
  rows = new Int32Array(128);
  factors = new Float64Array(128);
  private readonly drawn = new Int32Array(mostFitting);
  /** Views of its first rows, by how many. */
  private readonly firstDrawn: Int32Array[] = [];

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

  /**
   * The rows that fit best what was stated: those the wishes lift as much as any, undefined where there are none. Of very many, evenly drawn
   * ones stand for all.
   */
  fitting(): Int32Array | undefined {
    const { count, rows, factors, drawn, firstDrawn } = this;
    let most = 1;
    let fitting = 0;
    for (let w = 0; w < count; w++) {
      if (rows[w]! < 0 || factors[w]! < most || factors[w]! <= 1) continue;
      if (factors[w]! > most) {
        most = factors[w]!;
        fitting = 0;
      }
      fitting++;
    }
    if (fitting === 0) return undefined;
    const step = Math.max(1, Math.ceil(fitting / mostFitting));
    let met = 0;
    for (let w = 0; w < count; w++)
      if (rows[w]! >= 0 && factors[w] === most && met++ % step === 0) drawn[(met - 1) / step] = rows[w]!;
    const size = Math.ceil(fitting / step);
    firstDrawn[size] ??= drawn.subarray(0, size);
    return firstDrawn[size];
  }
}
