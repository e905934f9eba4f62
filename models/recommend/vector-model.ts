import type { History } from '../data/interactions.ts';
import type { Factors, Fitted, IndexedReason, ModelSettings, StoredModel } from './model.ts';

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
      for (let product = 0, at = 0; product < products; product++, at += width)
        sheet.add(product, dot(query, 0, vectors, at, width));
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

/** Four sums at once, so that the additions don't wait for each other. */
export const dot = (a: Float32Array, atA: number, b: Float32Array, atB: number, width: number): number => {
  let [w, x, y, z] = [0, 0, 0, 0];
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
