/** What a model adds its scores to. */
export interface Scores {
  add(product: number, amount: number): void;
  /** Every score so far lifted by the factor of its product. */
  lift(factors: Float32Array): void;
}

/** `factor`: above 0. A score below 0 is divided by it, so that a larger factor always makes a product come to stand higher. */
export const liftedScore = (score: number, factor: number): number => (score < 0 ? score / factor : score * factor);

/** From here on the row numbers of places would leave 32 bits. */
const largestOffset = 2 ** 30;

/**
 * Scores of the products that were touched, side by side in memory: for one list out of a large catalogue, where a score at the row of
 * its product would be a walk through all of memory at every step. Clearing costs nothing. ScoreSheet is the one by rows.
 */
export class TouchedScores implements Scores {
  /** Row numbers touched so far, `count` of them, and what was added to each. */
  readonly touched: Int32Array;
  readonly amounts: Float32Array;
  count = 0;
  private readonly products: number;
  /** Place of a product among the touched, plus `offset`; below it: from before the last clearing. */
  private readonly places: Int32Array;
  private offset = 1;

  constructor(products: number) {
    this.products = products;
    this.touched = new Int32Array(products);
    this.amounts = new Float32Array(products);
    this.places = new Int32Array(products);
  }

  add(product: number, amount: number): void {
    const place = this.places[product]! - this.offset;
    if (place >= 0) this.amounts[place]! += amount;
    else {
      this.places[product] = this.offset + this.count;
      this.touched[this.count] = product;
      this.amounts[this.count++] = amount;
    }
  }

  lift(factors: Float32Array): void {
    for (let t = 0; t < this.count; t++) this.amounts[t] = liftedScore(this.amounts[t]!, factors[this.touched[t]!]!);
  }

  has(product: number): boolean {
    return this.places[product]! >= this.offset;
  }

  /** 0 where nothing was added. */
  of(product: number): number {
    const place = this.places[product]! - this.offset;
    return place >= 0 ? this.amounts[place]! : 0;
  }

  clear(): void {
    this.offset += this.count;
    this.count = 0;
    if (this.offset + this.products < largestOffset) return;
    this.places.fill(0);
    this.offset = 1;
  }

  /** Standard deviation over all products, the untouched counting as 0. */
  spread(): number {
    if (this.products === 0) return 0;
    let sum = 0;
    let squares = 0;
    for (let t = 0; t < this.count; t++) {
      const value = this.amounts[t]!;
      sum += value;
      squares += value * value;
    }
    return Math.sqrt(Math.max(0, squares / this.products - (sum / this.products) ** 2));
  }
}
