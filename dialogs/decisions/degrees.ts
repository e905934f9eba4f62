/** The products of a list weighed against each other by what their pages say. */
import type { Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { AskedKind } from '../../knowledge/retrieval/goods/asked-kinds.ts';
import { kindsCalled } from '../../knowledge/retrieval/goods/detail-kinds.ts';
import { measuresOfDetail } from '../../knowledge/retrieval/goods/measured.ts';
import { pageLines } from '../../knowledge/retrieval/goods/page-lines.ts';
import type { Degree } from '../understand/pointing/degrees.ts';
import type { Draft } from './draft.ts';
import { pagesOf } from './pages-of.ts';

interface Measured {
  readonly product: Product;
  /** As its page has it. */
  readonly text: string;
  readonly attribute: string;
  /** What is counted: "mass", "volume" …; plain numbers count what the attribute does. */
  readonly of: string;
  readonly value: number;
}

const units: Readonly<Record<string, readonly [of: string, factor: number]>> = {
  '': ['number', 1],
  g: ['mass', 1],
  kg: ['mass', 1_000],
  ml: ['volume', 1],
  l: ['volume', 1_000],
  mm: ['length', 1],
  cm: ['length', 10],
  m: ['length', 1_000],
  w: ['power', 1],
  kw: ['power', 1_000],
  h: ['hours', 1],
};

/** By the details that are called so: "Battery life: 40 hours". Of a span the most counts. */
const detailed = (product: Product, kind: AskedKind, language: Language): Measured[] =>
  pageLines(product, language).flatMap(({ detail }) => {
    if (!detail?.names.some(name => kindsCalled(name).has(kind))) return [];
    const [first] = measuresOfDetail(detail);
    return first ? [{ product, text: detail.value, attribute: kind, of: first.of, value: first.most }] : [];
  });

/** Of several values there is no one to weigh: sizes to choose from are no measure. */
const measured = (product: Product, attributes: readonly string[]): Measured[] =>
  attributes.flatMap(attribute => {
    const values = product.attributes[attribute] ?? [];
    const [text] = values;
    const parsed = values.length === 1 && text !== undefined ? /^(\d+(?:\.\d+)?) ?([a-z]*)$/.exec(text) : null;
    const unit = parsed ? units[parsed[2]!] : undefined;
    // A bare number as a size is a name of the size.
    if (!parsed || !unit || (attribute === 'size' && unit[0] === 'number')) return [];
    return [{ product, text: text!, attribute, of: unit[0], value: Number(parsed[1]) * unit[1] }];
  });

/** All of one measure, which most of them have. */
const comparable = (all: readonly Measured[]): readonly Measured[] => {
  const groups = new Map<string, Measured[]>();
  for (const one of all) {
    const key = `${one.attribute}|${one.of}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
};

/** By its numbers where at least two have one, else by the marks that some have and others have not, else plainly unsaid. */
export const byDegree = (products: readonly Product[], degree: Degree, language: Language): Draft => {
  const pages = pagesOf(products, language);
  const { asked, measures = [], best = 'most', marks = [], kind } = degree;
  const sign = best === 'most' ? -1 : 1;
  const numbers = [
    ...comparable(products.flatMap(p => [...measured(p, measures), ...(kind ? detailed(p, kind, language) : [])])),
  ].sort((a, b) => sign * (a.value - b.value));
  const [first] = numbers;
  if (first && numbers.length > 1) {
    const leading = numbers.filter(one => one.value === first.value).map(one => one.product);
    const of = numbers.map(({ product, attribute, text }) => ({ product, attribute, text }));
    return told({ kind: 'by-degree', asked, how: 'measured', of, leading }, products);
  }
  const place = (p: Product): number => {
    const at = marks.findIndex(mark => p.attributes.feature?.includes(mark));
    return at < 0 ? marks.length : at;
  };
  const highest = Math.min(marks.length, ...products.map(place));
  const mark = marks[highest];
  if (mark === undefined)
    return told({ kind: 'by-degree', asked, how: 'unsaid', of: [], leading: [], pages }, products);
  const leading = products.filter(p => place(p) === highest);
  const of = leading.map(product => ({ product, attribute: 'feature', text: mark }));
  return told(
    leading.length < products.length
      ? { kind: 'by-degree', asked, how: 'marked', of, leading }
      : { kind: 'by-degree', asked, how: 'all-marked', of, leading: [], pages },
    products,
  );
};

type ByDegree = Extract<Draft['parts'][number], { kind: 'by-degree' }>;

const told = (part: ByDegree, products: readonly Product[]): Draft => {
  const [first, second] = part.leading;
  return {
    parts: [part],
    memory: {
      failures: 0,
      ...(first && !second ? { focus: first.id } : {}),
      // "The first one" counts in what is seen last; the others are still on the list.
      ...(second
        ? { shown: [...part.leading, ...products.filter(p => !part.leading.includes(p))].map(p => p.id) }
        : {}),
    },
    suggestions:
      first && !second && first.stock !== 0
        ? [{ kind: 'tap', label: 'add', value: { tap: 'add-to-cart', product: first.id } }]
        : [],
  };
};
