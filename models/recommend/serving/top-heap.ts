/**
 * The best `size` rows of many, the same as BestRows keeps: for hundreds of them, where shifting each new one to its place costs more than
 * a heap (Williams 1964). In order only after `sort`; reused between calls.
 */
export class TopHeap {
  readonly rows: Int32Array;
  readonly scores: Float32Array;
  count = 0;
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
    this.rows = new Int32Array(size);
    this.scores = new Float32Array(size);
  }

  clear(): void {
    this.count = 0;
  }

  /** Before `sort`. Of equal scores the lower row numbers stay. */
  offer(row: number, exactScore: number): void {
    const score = Math.fround(exactScore);
    const { rows, scores } = this;
    if (this.count === this.size) {
      if (this.size > 0 && isWorse(scores[0]!, rows[0]!, score, row)) this.sink(row, score, this.count);
      return;
    }
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(score, row, scores[parent]!, rows[parent]!)) break;
      scores[at] = scores[parent]!;
      rows[at] = rows[parent]!;
      at = parent;
    }
    scores[at] = score;
    rows[at] = row;
  }

  /** Best first; nothing may be offered until it is cleared. */
  sort(): void {
    const { rows, scores } = this;
    for (let end = this.count - 1; end > 0; end--) {
      const row = rows[end]!;
      const score = scores[end]!;
      rows[end] = rows[0]!;
      scores[end] = scores[0]!;
      this.sink(row, score, end);
    }
  }

  /** Puts a row in the place of the worst, which is the first, among the first `count`. */
  private sink(row: number, score: number, count: number): void {
    const { rows, scores } = this;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      const other = child + 1;
      if (other < count && isWorse(scores[other]!, rows[other]!, scores[child]!, rows[child]!)) child = other;
      if (!isWorse(scores[child]!, rows[child]!, score, row)) break;
      scores[at] = scores[child]!;
      rows[at] = rows[child]!;
      at = child;
    }
    scores[at] = score;
    rows[at] = row;
  }
}

const isWorse = (score: number, row: number, thanScore: number, thanRow: number): boolean =>
  score < thanScore || (score === thanScore && row > thanRow);
