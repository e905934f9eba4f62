import type { Language, Localized } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { byDegree } from './degrees.ts';
import { type Draft, suggest } from './draft.ts';
import { eachSays } from './each-says.ts';
import { pagesOf } from './pages-of.ts';

/** What they are compared by comes first: "how heavy is it compared to the other", "which is stronger". */
export const compareBy = (
  products: readonly [Product, Product],
  { comparedBy, language }: Pick<Understanding, 'comparedBy' | 'language'>,
  facts: TurnFacts,
): Draft => {
  const all = compare(...products, language);
  if (!comparedBy) return all;
  const { asks, degree, price } = comparedBy;
  if (price)
    return {
      ...all,
      parts: all.parts.map(part =>
        part.kind === 'comparison' ? { ...part, pages: [], differs: [], details: [], price } : part,
      ),
    };
  const byMarks = degree ? byDegree(products, degree, language).parts : [];
  const isSaid = byMarks.some(part => part.kind === 'by-degree' && part.how !== 'unsaid');
  const kind = degree?.kind;
  const inWords = isSaid
    ? []
    : [...asks, ...(kind && !asks.some(one => one.kind === kind) ? [{ kind, words: '', terms: [] }] : [])];
  const each = inWords.length > 0 ? eachSays(products, inWords, facts, language).parts : [];
  const tells = each.filter(part => part.kind === 'each-says');
  const first = isSaid || tells.length === 0 ? byMarks : tells;
  // What each page says was told by what was asked.
  // Alike in that, and their pages told: no list of marks tells more of it.
  const isAlike = byMarks.some(part => part.kind === 'by-degree' && part.how === 'all-marked');
  if (isAlike)
    return {
      ...all,
      parts: [
        ...byMarks,
        ...all.parts.map(part => (part.kind === 'comparison' ? { ...part, pages: [], differs: [] } : part)),
      ],
    };
  const rest =
    tells.length > 0 ? all.parts.map(part => (part.kind === 'comparison' ? { ...part, pages: [] } : part)) : all.parts;
  return { ...all, parts: [...first, ...rest] };
};

const mostDetails = 6;
/** Details that both pages have and that are not the same, in the order of the first page. */
const detailsApart = (first: Product, second: Product): ComparisonPart['details'] => {
  const textOf = ({ en, zh }: Localized): string => en ?? zh ?? '';
  const others = new Map((second.details ?? []).map(one => [textOf(one.name), one]));
  return (first.details ?? [])
    .flatMap(({ name, value }) => {
      const other = others.get(textOf(name));
      return other && textOf(other.value) !== textOf(value) ? [{ name, first: value, second: other.value }] : [];
    })
    .slice(0, mostDetails);
};
type ComparisonPart = Extract<Draft['parts'][number], { kind: 'comparison' }>;

const alike = (first: Product, second: Product): boolean => {
  const [one, other] = [valuesOf(first, 'product') ?? [], valuesOf(second, 'product') ?? []];
  return one.length === 0 || other.length === 0 || one.some(kind => other.includes(kind));
};

/** Two of them side by side: what each costs, and what one has and the other has not. */
export const compare = (first: Product, second: Product, language: Language): Draft => {
  const by = first.price.minor - second.price.minor;
  // A dripper and a kettle: of things of different sorts their pages tell what each is for, and no list of marks.
  const areAlike = alike(first, second);
  const attributes = new Set(areAlike ? [...Object.keys(first.attributes), ...Object.keys(second.attributes)] : []);
  const pages = pagesOf([first, second], language, 1);
  const only = (a: Product, b: Product, attribute: string): readonly string[] =>
    (a.attributes[attribute] ?? []).filter(value => !b.attributes[attribute]?.includes(value));
  return {
    parts: [
      {
        kind: 'comparison',
        products: [first, second],
        cheaper: {
          product: by > 0 ? second.id : first.id,
          by: { minor: Math.abs(by), currency: first.price.currency },
        },
        differs: [...attributes]
          .map(attribute => ({
            attribute,
            first: only(first, second, attribute),
            second: only(second, first, attribute),
          }))
          .filter(d => d.first.length > 0 || d.second.length > 0),
        details: areAlike ? detailsApart(first, second) : [],
        // Of two forms of one thing it is the same page.
        pages: pages[0]?.text === pages[1]?.text ? [] : pages,
      },
    ],
    memory: { shown: [first.id, second.id], failures: 0 },
    suggestions: suggest('deals'),
  };
};
