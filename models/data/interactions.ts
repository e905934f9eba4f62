/** Who bought what when, as flat arrays. Ids live in an IdIndex; everything else counts in row numbers. */

/** The one bridge between outside ids and row numbers. */
export interface IdIndex {
  readonly ids: readonly string[];
  /** Row number, or undefined for an id never seen. */
  row(id: string): number | undefined;
}

export const idIndex = (ids: readonly string[]): IdIndex => {
  const rows = new Map(ids.map((id, row) => [id, row]));
  return { ids, row: id => rows.get(id) };
};

export interface Event {
  readonly shopper: string;
  readonly product: string;
  readonly at: Date;
  /** Units; 1 when not told. */
  readonly quantity?: number;
  /** How much it says for the product: 1 (also when not told) for a purchase, 0..1 for a signal such as a view. */
  readonly weight?: number;
}

/**
 * Events grouped by shopper, oldest first; events of the same instant keep the order they came in.
 * Row e: shopper[e] bought product[e], or looked at it where weight[e] < 1. Shopper s owns rows start[s] until start[s + 1].
 */
export interface Interactions {
  readonly shoppers: IdIndex;
  readonly products: IdIndex;
  readonly shopper: Int32Array;
  readonly product: Int32Array;
  /** Milliseconds since 1970. */
  readonly at: Float64Array;
  readonly quantity: Float32Array;
  /** 1: a purchase; 0..1: a signal. */
  readonly weight: Float32Array;
  readonly start: Int32Array;
}

/** From this weight on an event is a purchase. */
export const purchaseWeight = 1;

/** `catalogue`, `visitors`: products and shoppers that get a row even where no event names them. */
export const toInteractions = (
  events: readonly Event[],
  catalogue: readonly string[] = [],
  visitors: Iterable<string> = [],
): Interactions => {
  const shoppers = new Map<string, number>();
  const products = new Map<string, number>();
  const rowOf = (map: Map<string, number>, id: string): number => {
    let row = map.get(id);
    if (row === undefined) {
      row = map.size;
      map.set(id, row);
    }
    return row;
  };
  const shopper = Int32Array.from(events, e => rowOf(shoppers, e.shopper));
  const product = Int32Array.from(events, e => rowOf(products, e.product));
  const at = Float64Array.from(events, e => e.at.getTime());
  const quantity = Float32Array.from(events, e => e.quantity ?? 1);
  const weight = Float32Array.from(events, e => e.weight ?? 1);
  for (const id of catalogue) rowOf(products, id);
  for (const id of visitors) rowOf(shoppers, id);
  return arrange(
    { shoppers: idIndex([...shoppers.keys()]), products: idIndex([...products.keys()]) },
    { shopper, product, at, quantity, weight },
  );
};

/** Events that have their rows already, in any order; one unit each. */
export const interactionsOf = (
  { shoppers, products }: Pick<Interactions, 'shoppers' | 'products'>,
  events: readonly {
    readonly shopper: number;
    readonly product: number;
    readonly at: number;
    readonly weight: number;
  }[],
): Interactions =>
  arrange(
    { shoppers, products },
    {
      shopper: Int32Array.from(events, event => event.shopper),
      product: Int32Array.from(events, event => event.product),
      at: Float64Array.from(events, event => event.at),
      quantity: new Float32Array(events.length).fill(1),
      weight: Float32Array.from(events, event => event.weight),
    },
  );

type Columns = Pick<Interactions, 'shopper' | 'product' | 'at' | 'quantity' | 'weight'>;
type Ids = Pick<Interactions, 'shoppers' | 'products'>;

/** Sorts by shopper, then time, then the order given, and builds the row pointers. */
const arrange = (ids: Ids, columns: Columns): Interactions => {
  const order = Uint32Array.from(columns.at, (_, e) => e);
  const { shopper, at } = columns;
  order.sort((x, y) => shopper[x]! - shopper[y]! || at[x]! - at[y]! || x - y);
  return pick(ids, columns, order);
};

const pick = (ids: Ids, columns: Columns, rows: ArrayLike<number>): Interactions => {
  const count = rows.length;
  const picked = {
    shopper: new Int32Array(count),
    product: new Int32Array(count),
    at: new Float64Array(count),
    quantity: new Float32Array(count),
    weight: new Float32Array(count),
  };
  const start = new Int32Array(ids.shoppers.ids.length + 1);
  for (let e = 0; e < count; e++) {
    const row = rows[e]!;
    picked.shopper[e] = columns.shopper[row]!;
    picked.product[e] = columns.product[row]!;
    picked.at[e] = columns.at[row]!;
    picked.quantity[e] = columns.quantity[row]!;
    picked.weight[e] = columns.weight[row]!;
    start[picked.shopper[e]! + 1]!++;
  }
  for (let s = 0; s < start.length - 1; s++) start[s + 1]! += start[s]!;
  return { shoppers: ids.shoppers, products: ids.products, ...picked, start };
};

/** The events for which `keep(row)` holds; ids and row numbers of shoppers and products stay the same. */
export const keepEvents = (all: Interactions, keep: (row: number) => boolean): Interactions => {
  const rows: number[] = [];
  for (let e = 0; e < all.shopper.length; e++) if (keep(e)) rows.push(e);
  return pick(all, all, rows);
};

/** Both, in order of time. They must share their row numbers; throws where they do not. */
export const mergeEvents = (a: Interactions, b: Interactions): Interactions => {
  if (a.shoppers !== b.shoppers || a.products !== b.products)
    throw new Error('Interactions of different shoppers or products cannot be merged');
  const joined = (one: Float64Array | Float32Array | Int32Array, other: ArrayLike<number>): Float64Array => {
    const both = new Float64Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  };
  return arrange(a, {
    shopper: Int32Array.from(joined(a.shopper, b.shopper)),
    product: Int32Array.from(joined(a.product, b.product)),
    at: joined(a.at, b.at),
    quantity: Float32Array.from(joined(a.quantity, b.quantity)),
    weight: Float32Array.from(joined(a.weight, b.weight)),
  });
};

/**
 * One shopper's past in row numbers, oldest first. Products unknown to the model are not in it.
 * `weight`: 1 for a purchase, less for a view.
 */
export interface History {
  readonly items: Int32Array;
  readonly at: Float64Array;
  readonly weight: Float32Array;
  /** Rows of products that fit what the shopper stated: models of traits read them as one more thing, the mean of these. Absent: nothing was. */
  readonly fitting?: Int32Array;
}

export const historyOf = (data: Interactions, shopper: number): History => {
  const [from, to] = [data.start[shopper]!, data.start[shopper + 1]!];
  return {
    items: data.product.subarray(from, to),
    at: data.at.subarray(from, to),
    weight: data.weight.subarray(from, to),
  };
};

/** Sparse rows: row r holds cols/values start[r] until start[r + 1]. */
export interface SparseRows {
  readonly start: Int32Array;
  readonly cols: Int32Array;
  readonly values: Float32Array;
}

/** Shopper × product, each pair once, with the sum of its weights (how often it was bought); columns ascending. */
export const distinctPairs = (data: Interactions): SparseRows => {
  const shoppers = data.start.length - 1;
  const start = new Int32Array(shoppers + 1);
  const cols = new Int32Array(data.product.length);
  const values = new Float32Array(data.product.length);
  const sums = new Float32Array(data.products.ids.length);
  let count = 0;
  for (let s = 0; s < shoppers; s++) {
    const [from, to] = [data.start[s]!, data.start[s + 1]!];
    for (let e = from; e < to; e++) sums[data.product[e]!]! += data.weight[e]!;
    for (const item of data.product.slice(from, to).sort()) {
      if (count > start[s]! && cols[count - 1] === item) continue;
      cols[count] = item;
      values[count] = sums[item]!;
      sums[item] = 0;
      count++;
    }
    start[s + 1] = count;
  }
  return { start, cols: cols.slice(0, count), values: values.slice(0, count) };
};

/** Columns become rows. `columns`: how many there are. */
export const transpose = (matrix: SparseRows, columns: number): SparseRows => {
  const start = new Int32Array(columns + 1);
  for (const col of matrix.cols) start[col + 1]!++;
  for (let c = 0; c < columns; c++) start[c + 1]! += start[c]!;
  const next = start.slice(0, columns);
  const cols = new Int32Array(matrix.cols.length);
  const values = new Float32Array(matrix.cols.length);
  for (let r = 0; r < matrix.start.length - 1; r++)
    for (let e = matrix.start[r]!; e < matrix.start[r + 1]!; e++) {
      const slot = next[matrix.cols[e]!]!++;
      cols[slot] = r;
      values[slot] = matrix.values[e]!;
    }
  return { start, cols, values };
};
