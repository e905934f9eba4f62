import type { History, SparseRows } from '../../data/interactions.ts';
import { transpose } from '../../data/interactions.ts';
import type { Likeness } from '../../types.ts';
import { type Bags, bagsOf } from '../factors/item-bags.ts';
import type { Fitted, ModelKind, StoredModel } from '../model.ts';
import { distinctItems, Query } from './item-item.ts';

/**
 * Products like those bought, by what is written about them: words by TF-IDF, labels and price bands, at length one; a score is the sum of
 * cosines. The floor that learned content models have to beat; without traits it has no opinion on anything.
 */
export const contentKnn: ModelKind = {
  name: 'content-knn',
  searchCost: 0.2,
  scoresCold: true,
  candidates: () => [{ traits: 0.5 }, { traits: 0 }],
  fit: (train, settings, { items }) => {
    const products = train.products.ids.length;
    if (items === undefined)
      return contentModel(
        { start: new Int32Array(products + 1), cols: new Int32Array(), values: new Float32Array() },
        { size: 0, sorts: [] },
      );
    const { start, ids, weights, size, sorts } = bagsOf(items);
    const words = items.vocabulary.length;
    const values = weights.map((weight, e) => (ids[e]! < words ? weight : (settings.traits ?? 0.5)));
    for (let p = 0; p < products; p++) {
      const row = values.subarray(start[p]!, start[p + 1]!);
      const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
      if (length > 0) for (let e = 0; e < row.length; e++) row[e]! /= length;
    }
    return contentModel({ start, cols: ids, values }, { size, sorts });
  },
  restore: ({ arrays, meta }: StoredModel) => {
    const names = String(meta.sorts ?? '').split(' ');
    const from = arrays.sortsFrom ?? new Int32Array();
    return contentModel(
      { start: arrays.start as Int32Array, cols: arrays.cols as Int32Array, values: arrays.values as Float32Array },
      { size: Number(meta.size), sorts: Array.from(from, (at, i) => ({ name: names[i] ?? '', from: at })) },
    );
  },
};

/** What two products are alike in when it is one sort of things alone, of equal parts the first. */
const likenesses: readonly Likeness[] = ['category', 'brand', 'description', 'price'];

/** `rows`: products × things, each of length one. */
const contentModel = (rows: SparseRows, { size, sorts }: Pick<Bags, 'size' | 'sorts'>): Fitted => {
  const having = transpose(rows, size);
  const wanted = new Float32Array(size);
  const query = new Query();
  const products = rows.start.length - 1;
  const addTo = (out: Float32Array, product: number, factor: number): void => {
    for (let e = rows.start[product]!; e < rows.start[product + 1]!; e++)
      out[rows.cols[e]!]! += factor * rows.values[e]!;
  };
  const cosineWith = (vector: Float32Array, product: number): number => {
    let cosine = 0;
    for (let e = rows.start[product]!; e < rows.start[product + 1]!; e++)
      cosine += rows.values[e]! * vector[rows.cols[e]!]!;
    return cosine;
  };
  const other = new Float32Array(size);
  const shared = new Float64Array(sorts.length);
  const sortNamed = (name: string): number => sorts.findIndex(sort => sort.name === name);
  const singly = Int32Array.from(['category', 'brand', 'words', 'price'], sortNamed);
  const [category, brand] = [singly[0]!, singly[1]!];

  /** What of it the cosine of the two is made of most; undefined where the sorts of things are not known. */
  const alikeIn = (product: number, because: number): Likeness | undefined => {
    if (sorts.length === 0) return undefined;
    other.fill(0);
    addTo(other, because, 1);
    shared.fill(0);
    for (let e = rows.start[product]!; e < rows.start[product + 1]!; e++) {
      let sort = sorts.length - 1;
      while (sort > 0 && sorts[sort]!.from > rows.cols[e]!) sort--;
      shared[sort]! += rows.values[e]! * other[rows.cols[e]!]!;
    }
    const byBrand = shared[brand] ?? 0;
    const byCategory = shared[category] ?? 0;
    let alike: Likeness = 'brand-and-category';
    let most = byBrand > 0 && byCategory > 0 ? byBrand + byCategory : 0;
    for (let s = 0; s < singly.length; s++) {
      const part = shared[singly[s]!] ?? 0;
      if (part <= most) continue;
      most = part;
      alike = likenesses[s]!;
    }
    return alike;
  };

  return {
    name: 'content-knn',
    products,
    score: (history, _now, sheet) => {
      distinctItems(history, query);
      wanted.fill(0);
      for (let q = 0; q < query.count; q++) addTo(wanted, query.items[q]!, query.weights[q]!);
      // What was stated is one more product: the mean of those that fit it.
      const { fitting } = history;
      if (fitting !== undefined)
        for (let f = 0; f < fitting.length; f++) addTo(wanted, fitting[f]!, 1 / fitting.length);
      for (let thing = 0; thing < size; thing++)
        if (wanted[thing] !== 0)
          for (let e = having.start[thing]!; e < having.start[thing + 1]!; e++)
            sheet.add(having.cols[e]!, wanted[thing]! * having.values[e]!);
    },
    explain: (history: History, _now, product) => {
      wanted.fill(0);
      addTo(wanted, product, 1);
      distinctItems(history, query);
      const { items, weights } = query;
      let because = -1;
      let most = 0;
      for (let q = 0; q < query.count; q++) {
        if (items[q] === product) continue;
        const part = weights[q]! * cosineWith(wanted, items[q]!);
        if (part <= most) continue;
        because = items[q]!;
        most = part;
      }
      if (because < 0) return { kind: 'popular' };
      const alike = alikeIn(product, because);
      return alike === undefined ? { kind: 'similar', because } : { kind: 'similar', because, alike };
    },
    store: () => ({
      arrays: {
        start: rows.start,
        cols: rows.cols,
        values: rows.values,
        sortsFrom: Int32Array.from(sorts, sort => sort.from),
      },
      meta: { size, sorts: sorts.map(sort => sort.name).join(' ') },
    }),
  };
};
