/** Deals, codes and prices to come, in full. */
import type { AsksInFull } from '../put-in-full.ts';

export const dealsInFull: AsksInFull = {};
