/** TF-IDF over named views of a text: sublinear counts, smoothed idf, each view of length one (Salton & Buckley 1988). */

/** A sparse vector: each id once, in any order. */
export interface Sparse {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Plain data, as is all of Tfidf: it can be kept in a file and sent to another thread. */
interface View {
  readonly index: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  readonly offset: number;
}

export interface Tfidf {
  /** Number of columns. */
  readonly width: number;
  readonly views: readonly View[];
}

const fitView = (lists: readonly (readonly string[])[], leastTexts: number, offset: number): View => {
  const seen = new Map<string, number>();
  for (const list of lists) for (const feature of new Set(list)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const index = new Map<string, number>();
  const idf: number[] = [];
  for (const [feature, texts] of seen) {
    if (texts < leastTexts) continue;
    index.set(feature, idf.length);
    idf.push(Math.log((1 + lists.length) / (1 + texts)) + 1);
  }
  return { index, idf: Float32Array.from(idf), offset };
};

/** `texts`: per text, one list of features per view. Features in fewer than `leastTexts` texts are left out. */
export const fitTfidf = (texts: readonly (readonly (readonly string[])[])[], leastTexts: number): Tfidf => {
  const views: View[] = [];
  let width = 0;
  for (let v = 0; v < (texts[0]?.length ?? 0); v++) {
    const view = fitView(
      texts.map(text => text[v] ?? []),
      leastTexts,
      width,
    );
    views.push(view);
    width += view.idf.length;
  }
  return { width, views };
};

/** `lists`: one list of features per view, in the order fitted; features never seen are left out. */
export const transform = (tfidf: Tfidf, lists: readonly (readonly string[])[]): Sparse => {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [v, view] of tfidf.views.entries()) {
    const counts = new Map<number, number>();
    for (const feature of lists[v] ?? []) {
      const id = view.index.get(feature);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const from = ids.length;
    let square = 0;
    for (const [id, count] of counts) {
      const value = (1 + Math.log(count)) * (view.idf[id] as number);
      ids.push(view.offset + id);
      values.push(value);
      square += value * value;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = from; i < values.length; i++) values[i] = (values[i] as number) * scale;
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
};
