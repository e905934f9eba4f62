/** Which of several that an English order names is meant by how large or how dear it is: "the smaller one", "the cheapest". */
import type { Product } from '../../../knowledge/domain/product.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';

/** Which one of several, by how large or dear it is. */
export const picks: Readonly<Record<string, Pick>> = {
  ...of('least', 'small smaller smallest little littlest cheap cheaper cheapest'),
  ...of('most', 'big bigger biggest large larger largest dear dearer dearest pricier priciest'),
};
export type Pick = 'least' | 'most';
function of(pick: Pick, words: string): Record<string, Pick> {
  return Object.fromEntries(words.split(' ').map(word => [word, pick]));
}
export const byPrice = /\b(?:cheap|dear|pric)\w*|\b(?:less|more|least|most) expensive\b/;

/** Of a model the least or the most of it, of several the cheapest or the dearest. */
export function picked(
  found: readonly Product[],
  { pick, text }: { readonly pick: Pick | undefined; readonly text: string },
  spokenOf?: Product,
): readonly Product[] {
  if (pick === undefined) return found;
  const measured = found.flatMap(p => {
    const measure = measureOf(p);
    return measure === undefined || byPrice.test(text) ? [] : [{ p, measure }];
  });
  // "The bigger one" is another one than that which is spoken of.
  const own = spokenOf && /\b(?:small|littl|bigg|larg)er\b/.test(text) ? measureOf(spokenOf) : undefined;
  const others = measured.filter(
    ({ measure }) => own === undefined || (pick === 'least' ? measure < own : measure > own),
  );
  if (own !== undefined && others.length === 0) return found.filter(p => p !== spokenOf);
  if (others.length > 0) {
    const sizes = others.map(one => one.measure);
    const wanted = pick === 'least' ? Math.min(...sizes) : Math.max(...sizes);
    return others.filter(one => one.measure === wanted).map(one => one.p);
  }
  const prices = new Set(found.map(p => p.price.minor));
  if (prices.size < 2) return found;
  const wanted = pick === 'least' ? Math.min(...prices) : Math.max(...prices);
  return found.filter(p => p.price.minor === wanted);
}

/** "50 ml", "10 drip bags": of its name. */
const measureOf = ({ name }: Product): number | undefined => {
  const form = fold(name.en ?? '')
    .split(', ')
    .at(-1)!;
  const said = /^(\d{1,4}) /.exec(form)?.[1];
  return said === undefined ? undefined : Number(said);
};
