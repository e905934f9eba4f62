/** What a model adds its scores to. */
export interface Scores {
  add(product: number, amount: number): void;
  /** Every score so far lifted by the factor of its product. */
  lift(factors: Float32Array): void;
}

/** `factor`: above 0. A score below 0 is divided by it, so that a larger factor always makes a product come to stand higher. */
export const liftedScore = (score: number, factor: number): number => (score < 0 ? score / factor : score * factor);

/** Standard deviation of scores over `products`, those not among `values` counting as 0. */
export const spreadOver = (products: number, sum: number, squares: number): number =>
  products === 0 ? 0 : Math.sqrt(Math.max(0, squares / products - (sum / products) ** 2));

/** From here on the row numbers of places would leave 32 bits. */
const largestOffset = 2 ** 30;

/**
 * Products that some model spoke for, in the order in which they were met: what is said of them lies side by side in memory at their
 * places here, whereas a score at the row of its product would be a walk through all of memory at every step. Clearing costs nothing.
 */
export class TouchedProducts {
  /** Row numbers, `count` of them. */
  readonly rows: Int32Array;
  count = 0;
  private readonly products: number;
  /** Place of a product plus `offset`; below it: from before the last clearing. */
  private readonly places: Int32Array;
  private offset = 1;

  constructor(products: number) {
    this.products = products;
    this.rows = new Int32Array(products);
    this.places = new Int32Array(products);
  }

  /** Its place, below 0 where it was not touched. */
  placeOf(product: number): number {
    return this.places[product]! - this.offset;
  }

  /** Its place, a new one where it was not touched yet. */
  touch(product: number): number {
    const place = this.places[product]! - this.offset;
    if (place >= 0) return place;
    this.places[product] = this.offset + this.count;
    this.rows[this.count] = product;
    return this.count++;
  }

  clear(): void {
    this.offset += this.count;
    this.count = 0;
    if (this.offset + this.products < largestOffset) return;
    this.places.fill(0);
    this.offset = 1;
  }
}

/** One model's scores of products that it or another one touched. ScoreSheet is the one by rows. */
export class TouchedScores implements Scores {
  /** By place; 0 where nothing was added. */
  readonly amounts: Float32Array;
  private readonly touched: TouchedProducts;
  private readonly products: number;

  constructor(touched: TouchedProducts, products: number) {
    this.touched = touched;
    this.products = products;
    this.amounts = new Float32Array(products);
  }

  add(product: number, amount: number): void {
    this.amounts[this.touched.touch(product)]! += amount;
  }

  lift(factors: Float32Array): void {
    const { amounts, touched } = this;
    for (let t = 0; t < touched.count; t++) amounts[t] = liftedScore(amounts[t]!, factors[touched.rows[t]!]!);
  }

  of(product: number): number {
    const place = this.touched.placeOf(product);
    return place >= 0 ? this.amounts[place]! : 0;
  }

  /** To be called before the touched products are cleared. */
  clear(): void {
    this.amounts.fill(0, 0, this.touched.count);
  }

  spread(): number {
    let sum = 0;
    let squares = 0;
    for (let t = 0; t < this.touched.count; t++) {
      const value = this.amounts[t]!;
      sum += value;
      squares += value * value;
    }
    return spreadOver(this.products, sum, squares);
  }
}
