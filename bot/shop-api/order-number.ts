import { createHash } from 'node:crypto';
import type { Shop } from '../../knowledge/domain/shop.ts';

/**
 * What the shopper reads and types: the shop's initials and nine digits that follow from the order's id, so that a
 * repeated checkout step makes the same number. Longer than the numbers counted up in seeded data, so never one of them.
 */
export const makeOrderNumber = (shop: Shop, order: string): string => {
  const initials = (shop.name.en ?? 'CO')
    .split(/\s+/)
    .map(word => word[0]?.toUpperCase() ?? '')
    .join('')
    .replace(/[^A-Z]/g, '')
    .slice(0, 3);
  const digits = createHash('sha256').update(order).digest().readUInt32BE(0) % 900_000_000;
  return `${initials || 'CO'}-${100_000_000 + digits}`;
};
