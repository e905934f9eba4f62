import type { History } from '../../data/interactions.ts';
import type { Factors, Fitted, IndexedReason, ModelSettings, StoredModel } from '../model.ts';
import type { Scores } from '../serving/touched-scores.ts';

/** A fitted model whose every score is a product of two vectors: of the history, and of the product. */
export interface VectorModel {
  readonly name: string;
  readonly factors: Factors;
  /**
   * How much each product of a history (rows, each once) adds to the score of `product`, to first order; the same length as `items`.
   * Null: the model can't tell, or has no opinion on the history.
   */
  readonly shares: (history: History, product: number) => Shares | null;
  /** Whether `because` speaks for `product` by what the two are, rather than by who bought them; absent: never. */
  readonly isByTraits?: (product: number, because: number) => boolean;
  readonly stored: StoredModel;
  readonly settled?: ModelSettings;
}

export interface Shares {
  readonly items: ArrayLike<number>;
  readonly parts: ArrayLike<number>;
}

/** Explained by the product of the history with the largest share; by popularity where none speaks for it. */
export const vectorModel = ({ name, factors, shares, isByTraits, stored, settled }: VectorModel): Fitted => {
  const { width, vectors } = factors;
  const products = width === 0 ? 0 : vectors.length / width;
  const query = new Float32Array(width);
  return {
    name,
    products,
    factors,
    score: (history, now, sheet) => {
      if (!factors.query(history, now, query)) return;
      addProducts(query, vectors, width, sheet);
    },
    explain: (history, _now, product): IndexedReason => {
      const found = shares(history, product);
      let because = -1;
      let most = 0;
      for (let i = 0; found !== null && i < found.items.length; i++)
        if (found.items[i] !== product && found.parts[i]! > most) [because, most] = [found.items[i]!, found.parts[i]!];
      if (because < 0) return { kind: 'popular' };
      return { kind: isByTraits?.(product, because) ? 'similar' : 'bought-with', because };
    },
    store: () => stored,
    ...(settled !== undefined && { settled }),
  };
};

/**
 * Adds query · vectors[p] for every product p, or for those where `active` is 1. Written out instead of calling `dot`: over a whole
 * catalogue that is quicker.
 */
export const addProducts = (
  query: Float32Array,
  vectors: Float32Array,
  width: number,
  sheet: Scores,
  active?: Uint8Array,
): void => {
  const products = width === 0 ? 0 : vectors.length / width;
  const whole = width - (width % 4);
  for (let product = 0; product < products; product++) {
    if (active !== undefined && active[product] === 0) continue;
    const at = product * width;
    let w = 0;
    let x = 0;
    let y = 0;
    let z = 0;
    for (let i = 0; i < whole; i += 4) {
      w += query[i]! * vectors[at + i]!;
      x += query[i + 1]! * vectors[at + i + 1]!;
      y += query[i + 2]! * vectors[at + i + 2]!;
      z += query[i + 3]! * vectors[at + i + 3]!;
    }
    for (let i = whole; i < width; i++) w += query[i]! * vectors[at + i]!;
    sheet.add(product, w + x + y + z);
  }
};

/** Four sums at once, so that the additions don't wait for each other. */
export const dot = (a: Float32Array, atA: number, b: Float32Array, atB: number, width: number): number => {
  let w = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  let i = 0;
  for (; i + 3 < width; i += 4) {
    w += a[atA + i]! * b[atB + i]!;
    x += a[atA + i + 1]! * b[atB + i + 1]!;
    y += a[atA + i + 2]! * b[atB + i + 2]!;
    z += a[atA + i + 3]! * b[atB + i + 3]!;
  }
  for (; i < width; i++) w += a[atA + i]! * b[atB + i]!;
  return w + x + y + z;
};

/** out += factor · from[at until at + width] */
export const addScaled = (out: Float32Array, factor: number, from: Float32Array, at: number, width: number): void => {
  for (let i = 0; i < width; i++) out[i]! += factor * from[at + i]!;
};
