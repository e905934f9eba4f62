import type { History, SparseRows } from '../data/interactions.ts';
import { transpose } from '../data/interactions.ts';
import type { Likeness } from '../types.ts';
import { type Bags, bagsOf } from './item-bags.ts';
import { distinctItems } from './item-item.ts';
import type { Fitted, ModelKind, StoredModel } from './model.ts';

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

/** `rows`: products × things, each of length one. */
const contentModel = (rows: SparseRows, { size, sorts }: Pick<Bags, 'size' | 'sorts'>): Fitted => {
  const having = transpose(rows, size);
  const wanted = new Float32Array(size);
  const products = rows.start.length - 1;
  const eachThing = (product: number, each: (thing: number, value: number) => void): void => {
    for (let e = rows.start[product]!; e < rows.start[product + 1]!; e++) each(rows.cols[e]!, rows.values[e]!);
  };
  /** What of it the cosine of the two is made of most; nothing where the sorts of things are not known. */
  const alikeIn = (product: number, because: number): { readonly alike?: Likeness } => {
    if (sorts.length === 0) return {};
    const own = new Map<number, number>();
    eachThing(because, (thing, value) => own.set(thing, value));
    const shared = new Map<string, number>();
    eachThing(product, (thing, value) => {
      const sort = sorts.findLast(one => one.from <= thing)!.name;
      shared.set(sort, (shared.get(sort) ?? 0) + value * (own.get(thing) ?? 0));
    });
    const of = (sort: string): number => shared.get(sort) ?? 0;
    const parts: readonly (readonly [Likeness, number])[] = [
      ['brand-and-category', of('brand') > 0 && of('category') > 0 ? of('brand') + of('category') : 0],
      ['category', of('category')],
      ['brand', of('brand')],
      ['description', of('words')],
      ['price', of('price')],
    ];
    return { alike: parts.reduce((best, part) => (part[1] > best[1] ? part : best))[0] };
  };

  return {
    name: 'content-knn',
    products,
    score: (history, _now, sheet) => {
      const { items, weights } = distinctItems(history);
      wanted.fill(0);
      for (let q = 0; q < items.length; q++)
        eachThing(items[q]!, (thing, value) => {
          wanted[thing]! += weights[q]! * value;
        });
      // What was stated is one more product: the mean of those that fit it.
      const { fitting = [] } = history;
      for (const product of fitting)
        eachThing(product, (thing, value) => {
          wanted[thing]! += value / fitting.length;
        });
      for (let thing = 0; thing < size; thing++)
        if (wanted[thing] !== 0)
          for (let e = having.start[thing]!; e < having.start[thing + 1]!; e++)
            sheet.add(having.cols[e]!, wanted[thing]! * having.values[e]!);
    },
    explain: (history: History, _now, product) => {
      wanted.fill(0);
      eachThing(product, (thing, value) => {
        wanted[thing] = value;
      });
      const { items, weights } = distinctItems(history);
      let because = -1;
      let most = 0;
      for (let q = 0; q < items.length; q++) {
        if (items[q] === product) continue;
        let cosine = 0;
        eachThing(items[q]!, (thing, value) => {
          cosine += value * wanted[thing]!;
        });
        if (weights[q]! * cosine > most) [because, most] = [items[q]!, weights[q]! * cosine];
      }
      return because < 0 ? { kind: 'popular' } : { kind: 'similar', because, ...alikeIn(product, because) };
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
