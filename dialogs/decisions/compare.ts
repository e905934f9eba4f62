import type { Product } from '../../knowledge/domain/product.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { byDegree } from './degrees.ts';
import { type Draft, suggest } from './draft.ts';
import { eachSays } from './each-says.ts';

/** What they are compared by comes first: "how heavy is it compared to the other", "which is stronger". */
export const compareBy = (
  products: readonly [Product, Product],
  { comparedBy, language }: Pick<Understanding, 'comparedBy' | 'language'>,
  facts: TurnFacts,
): Draft => {
  const all = compare(...products);
  if (!comparedBy) return all;
  const { asks, degree } = comparedBy;
  const byMarks = degree ? byDegree(products, degree, language).parts : [];
  const isSaid = byMarks.some(part => part.kind === 'by-degree' && part.how !== 'unsaid');
  const kind = degree?.kind;
  const inWords = isSaid
    ? []
    : [...asks, ...(kind && !asks.some(one => one.kind === kind) ? [{ kind, words: '', terms: [] }] : [])];
  const each = inWords.length > 0 ? eachSays(products, inWords, facts, language).parts : [];
  const tells = each.filter(part => part.kind === 'each-says');
  const first = isSaid || tells.length === 0 ? byMarks : tells;
  return { ...all, parts: [...first, ...all.parts] };
};

/** Two of them side by side: what each costs, and what one has and the other has not. */
export const compare = (first: Product, second: Product): Draft => {
  const by = first.price.minor - second.price.minor;
  const attributes = new Set([...Object.keys(first.attributes), ...Object.keys(second.attributes)]);
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
      },
    ],
    memory: { shown: [first.id, second.id], failures: 0 },
    suggestions: suggest('deals'),
  };
};
