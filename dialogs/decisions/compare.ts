import type { Product } from '../../knowledge/domain/product.ts';
import { type Draft, suggest } from './draft.ts';

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
