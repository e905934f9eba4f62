import { liftedScore, type Scores, spreadOver } from './touched-scores.ts';

/** Scores over all products in which only the touched ones cost anything to read or clear. */
export class ScoreSheet implements Scores {
  readonly values: Float32Array;
  /** Row numbers touched so far, `count` of them. */
  readonly touched: Int32Array;
  count = 0;
  private readonly marked: Uint8Array;

  constructor(products: number) {
    this.values = new Float32Array(products);
    this.touched = new Int32Array(products);
    this.marked = new Uint8Array(products);
  }

  add(product: number, amount: number): void {
    if (this.marked[product] === 0) {
      this.marked[product] = 1;
      this.touched[this.count++] = product;
    }
    this.values[product]! += amount;
  }

  lift(factors: Float32Array): void {
    for (let t = 0; t < this.count; t++) {
      const product = this.touched[t]!;
      this.values[product] = liftedScore(this.values[product]!, factors[product]!);
    }
  }

  has(product: number): boolean {
    return this.marked[product] === 1;
  }

  clear(): void {
    for (let t = 0; t < this.count; t++) {
      const product = this.touched[t]!;
      this.values[product] = 0;
      this.marked[product] = 0;
    }
    this.count = 0;
  }

  /** Standard deviation over all products, the untouched counting as 0. */
  spread(): number {
    let sum = 0;
    let squares = 0;
    for (let t = 0; t < this.count; t++) {
      const value = this.values[this.touched[t]!]!;
      sum += value;
      squares += value * value;
    }
    return spreadOver(this.values.length, sum, squares);
  }
}

/** The best `size` rows seen, best first; equal scores keep the lower row number. Reused between calls. */
export class BestRows {
  rows: Int32Array;
  scores: Float32Array;
  count = 0;
  size: number;

  constructor(size: number) {
    this.size = size;
    this.rows = new Int32Array(size);
    this.scores = new Float32Array(size);
  }

  /** Forgets all; from here on the best `size` are kept, which of `rows` and `scores` are the first. */
  clear(size = this.size): void {
    this.count = 0;
    this.size = size;
    if (size <= this.rows.length) return;
    this.rows = new Int32Array(size);
    this.scores = new Float32Array(size);
  }

  /** Most rows fail the first comparison; the few that pass are sifted in, so a long scan costs one comparison a row. */
  offer(row: number, exactScore: number): void {
    // As it will be kept, or which of two nearly equal ones is first would depend on which was offered first.
    const score = Math.fround(exactScore);
    let slot = this.count;
    if (slot === this.size) {
      const last = slot - 1;
      if (last < 0 || score < this.scores[last]! || (score === this.scores[last] && row > this.rows[last]!)) return;
      slot = last;
    } else this.count++;
    while (
      slot > 0 &&
      (this.scores[slot - 1]! < score || (this.scores[slot - 1] === score && this.rows[slot - 1]! > row))
    ) {
      this.scores[slot] = this.scores[slot - 1]!;
      this.rows[slot] = this.rows[slot - 1]!;
      slot--;
    }
    this.scores[slot] = score;
    this.rows[slot] = row;
  }
}
