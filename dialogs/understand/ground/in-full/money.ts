/** What things cost, delivery, arrival, paying and wrapping, in full. */
import type { AsksInFull } from '../put-in-full.ts';

export const moneyInFull: AsksInFull = {};
