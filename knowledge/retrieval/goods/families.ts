/** One model in its several colours, which many catalogues keep as products of their own. */
import type { ProductId } from '../../domain/ids.ts';
import { isSellable, type Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { valueInWords } from './lexicon.ts';

export interface Families {
  /** What products of one model have in common; whoever has no other colour is a family alone. */
  keyOf(product: Product): string;
  /** All of them that are not hidden, itself among them, in the catalogue's order. */
  of(product: Product): readonly Product[];
  /** The same model in other colours that are on sale. */
  otherColours(product: Product): readonly Product[];
}

const coloursOf = (product: Product): string[] =>
  (product.attributes.colour ?? [])
    .flatMap(colour => [colour, valueInWords('colour', colour, 'en'), valueInWords('colour', colour, 'zh')])
    .map(fold);

/** "Green tea", 红酒: a sort of its own. */
const sorts = /^(?:teas?|wines?|beans?|rice|peppers?|olives?|onions?|chocolates?|[茶酒豆米])/u;

/** "Tempo 3 road shoe" of "Tempo 3 road shoe, cherry red": an order keeps names alone. */
export const modelInName = (name: string): string => name.split(/[,，]/)[0]!;

/**
 * A name's part before a comma ("Tempo 3 road shoe, cherry red"); of a name without one, what is left without the words of its own
 * colour ("RED METAL LANTERN") and without a last word that ends in one (松针绿).
 */
const modelOf = (product: Product): string => {
  const name = fold(product.name.en ?? product.name.zh ?? product.id);
  const [model = name, ...rest] = name.split(/[,，]/);
  const colours = coloursOf(product);
  if (rest.length > 0 || colours.length === 0) return model;
  const shorter = colours
    .reduce((text, word) => {
      const [before, ...after] = ` ${text} `.split(` ${word} `);
      return after.length === 0 || sorts.test(after[0]!) ? text : [before, after.join(` ${word} `)].join(' ').trim();
    }, name)
    .replace(/ [^\s]*(?:色|[红橙黄绿青蓝紫黑白灰棕粉金银])$/u, '');
  return shorter === '' ? name : shorter;
};

const partsOf = ({ name, id }: Product): string[] => fold(name.en ?? name.zh ?? id).split(/[,，]/);

/** What stands behind a name's commas differs in one part, whatever a shop calls its colours ("clear sky"), and not in a measure. */
const areNamedAlike = (one: Product, other: Product): boolean => {
  const [parts, others] = [partsOf(one), partsOf(other)];
  if (parts.length !== others.length) return false;
  const differing = parts.flatMap((part, i) => (part === others[i] ? [] : [`${part} ${others[i]}`]));
  return parts.length === 1 || (differing.length <= 1 && !differing.some(part => /\d/.test(part)));
};

/** Told of no colour alone: how it was rated. */
const besideColour = ({ attributes: { colour, color, rating, ...rest } }: Product): string =>
  JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));

const differsByColourAlone = (one: Product, other: Product): boolean =>
  one.price.minor === other.price.minor &&
  one.price.currency === other.price.currency &&
  areNamedAlike(one, other) &&
  besideColour(one) === besideColour(other);

const keysByProduct = new WeakMap<Product, string>();
/** The same for all colours of a model. */
export const familyOf = (product: Product): string => {
  let key = keysByProduct.get(product);
  if (key === undefined) {
    key = `${product.brand ?? ''}|${product.category}|${modelOf(product)}`;
    keysByProduct.set(product, key);
  }
  return key;
};

export const createFamilies = (products: readonly Product[]): Families => {
  const byKey = new Map<string, Product[]>();
  const keys = new Map<ProductId, string>();
  for (const product of products) {
    const key = familyOf(product);
    keys.set(product.id, key);
    if (product.hidden) continue;
    const family = byKey.get(key);
    if (family) family.push(product);
    else byKey.set(key, [product]);
  }
  const known = (product: Product): string => keys.get(product.id) ?? familyOf(product);
  const of = (product: Product): readonly Product[] => byKey.get(known(product)) ?? [];
  return {
    keyOf: known,
    of,
    otherColours: product => {
      const own = new Set(product.attributes.colour);
      return of(product).filter(
        other =>
          isSellable(other) &&
          other.attributes.colour?.some(colour => !own.has(colour)) &&
          differsByColourAlone(product, other),
      );
    },
  };
};
