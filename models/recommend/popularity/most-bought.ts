import type { SparseRows } from '../../data/interactions.ts';

/** The products a model has room for. */
export interface MostBought {
  /** Place -> product, ascending. */
  readonly chosen: Int32Array;
  /** Product -> place, -1: not among them. */
  readonly position: Int32Array;
}

/** The `most` products with the most buyers among those bought at all; of equals the lower row number. */
export const mostBought = (pairs: SparseRows, products: number, most: number): MostBought => {
  const buyers = new Int32Array(products);
  for (const col of pairs.cols) buyers[col]!++;
  const order = Int32Array.from(buyers, (_, product) => product).filter(product => buyers[product]! > 0);
  order.sort((x, y) => buyers[y]! - buyers[x]! || x - y);
  const chosen = order.slice(0, most).sort();
  return { chosen, position: positionsOf(chosen, products) };
};

export const positionsOf = (chosen: Int32Array, products: number): Int32Array => {
  const position = new Int32Array(products).fill(-1);
  chosen.forEach((product, at) => {
    position[product] = at;
  });
  return position;
};

/** Shoppers with at least one product among the chosen; columns are places. */
export const rowsOfChosen = (pairs: SparseRows, position: Int32Array): SparseRows => {
  const start = [0];
  const cols: number[] = [];
  for (let s = 0; s + 1 < pairs.start.length; s++) {
    for (let e = pairs.start[s]!; e < pairs.start[s + 1]!; e++) {
      const at = position[pairs.cols[e]!]!;
      if (at >= 0) cols.push(at);
    }
    if (cols.length > start.at(-1)!) start.push(cols.length);
  }
  return { start: Int32Array.from(start), cols: Int32Array.from(cols), values: new Float32Array(cols.length).fill(1) };
};
