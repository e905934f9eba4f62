import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { fold } from '../../knowledge/retrieval/fold.ts';
import { isStopWord, singular, tokensOf } from '../../knowledge/retrieval/tokens.ts';
import type { Steps } from '../../knowledge/slices.ts';

export interface ProductNames {
  /** Products the text names outright, most likely first, at most five. `folded` went through fold(). */
  named(folded: string): ProductId[];
  /** Words of names that are found in few products: "rainline". */
  readonly words: ReadonlySet<string>;
}

/** Latin words and Chinese character pairs of a name or message. */
const partsOf = (folded: string): Set<string> => {
  const parts = new Set<string>();
  let previous = '';
  for (const token of tokensOf(folded.replace(/[’'-]/g, ' '))) {
    if (/\p{Script=Han}/u.test(token.text)) {
      if (previous) parts.add(previous + token.text);
      previous = token.text;
    } else {
      previous = '';
      if (!isStopWord(token.text)) parts.add(singular(token.text));
    }
  }
  return parts;
};

/**
 * Names are compared by the rare words they share: a message names a product when it holds a word that few products
 * have (`isOrdinary` words, such as colours, never count as such), and enough of the name's weight (inverse document frequency).
 */
export function* readProductNames(
  view: Pick<CatalogueView, 'products'>,
  isOrdinary: (part: string) => boolean,
): Steps<ProductNames> {
  const products = view.products;
  const names: Set<string>[][] = [];
  for (const { name } of products) {
    names.push([name.en, name.zh].filter(n => n !== undefined).map(n => partsOf(fold(n))));
    yield;
  }
  const frequency = new Map<string, number>();
  for (const list of names)
    for (const part of new Set(list.flatMap(n => [...n]))) frequency.set(part, (frequency.get(part) ?? 0) + 1);
  const weight = (part: string): number => Math.log(1 + products.length / (frequency.get(part) ?? products.length));
  const rare = Math.max(6, Math.round(products.length * 0.02));
  const holders = new Map<string, number[]>();
  names.forEach((list, p) => {
    for (const part of new Set(list.flatMap(n => [...n]))) {
      if (frequency.get(part)! > rare || isOrdinary(part)) continue;
      const known = holders.get(part);
      if (known) known.push(p);
      else holders.set(part, [p]);
    }
  });
  yield;
  // How a Chinese name's parts begin ("雨线" in "跳水洼 雨线防水跑鞋"): the pair people call it by.
  const openings = new Set(
    products.flatMap(p =>
      fold(p.name.zh ?? '')
        .split(' ')
        .map(word => word.slice(0, 2)),
    ),
  );
  yield;
  const totals = names.map(list => list.map(n => [...n].reduce((sum, part) => sum + weight(part), 0)));
  const words = new Set([...holders.keys()].filter(w => /^[a-z]{5,}$/.test(w)));
  return {
    words,
    named(folded) {
      const said = partsOf(folded);
      const candidates = new Set<number>();
      for (const part of said) for (const p of holders.get(part) ?? []) candidates.add(p);
      const scored: { id: ProductId; score: number; latin: boolean }[] = [];
      for (const p of candidates) {
        names[p]!.forEach((name, n) => {
          let shared = 0;
          let latin = false;
          let pairs = 0;
          let opening = false;
          for (const part of name) {
            if (!said.has(part)) continue;
            shared += weight(part);
            if (!holders.has(part)) continue;
            if (/^[a-z]{4,}$/.test(part)) latin = true;
            // A number is a size, an age or a place of the list before it is part of a name.
            else if (!/^\d+$/.test(part)) {
              pairs += 1;
              if (openings.has(part)) opening = true;
            }
          }
          // One rare Latin word is a name; Chinese pairs overlap by chance, so two are wanted, or most of the name.
          const share = shared / totals[p]![n]!;
          if ((latin && share >= 0.22) || ((pairs >= 2 || opening) && share >= 0.16) || share >= 0.6) {
            scored.push({ id: products[p]!.id, score: share, latin });
          }
        });
      }
      scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const best = scored[0]?.score ?? 0;
      return [...new Set(scored.filter(s => s.score >= best - 0.12).map(s => s.id))].slice(0, 5);
    },
  };
}
