/** How many of the things of one line go back, as it is told: "only one of the three tins", 只退一罐. */
import { countTold } from './count-told.ts';
import type { ReturnLine } from './return-lines.ts';

export const tellsCount = (text: string): boolean => countTold(text) !== undefined;

/** Of one kind of goods, as many as are told; several, or none told: as they are. */
export const asMany = (lines: readonly ReturnLine[], text: string): readonly ReturnLine[] => {
  const [only, ...more] = lines;
  const told = countTold(text);
  if (!only || more.length > 0 || told === undefined || told < 1) return lines;
  return [{ ...only, quantity: Math.min(only.quantity, told) }];
};
