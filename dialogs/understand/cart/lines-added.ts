/** What a request puts into the cart, as far as it is one clear thing or several. */
import type { Understanding } from '../../turn.ts';
import type { CostLine } from './cost-lines.ts';

export const linesAdded = ({ intent, ordered, entities }: Understanding): readonly CostLine[] =>
  intent !== 'add-to-cart'
    ? []
    : (ordered?.lines ?? entities.products.slice(0, 1).map(product => ({ product, quantity: entities.quantity ?? 1 })));

/** What is there, and that as well. */
export const withAdded = (lines: readonly CostLine[], added: readonly CostLine[]): readonly CostLine[] => [
  ...lines.map(line => {
    const more = added.find(one => one.product === line.product);
    return { product: line.product, quantity: line.quantity + (more?.quantity ?? 0) };
  }),
  ...added
    .filter(one => !lines.some(line => line.product === one.product))
    .map(({ product, quantity }) => ({ product, quantity })),
];
