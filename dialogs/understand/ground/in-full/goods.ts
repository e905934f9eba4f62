/** The goods themselves, in full. */
import type { AsksInFull } from '../put-in-full.ts';

export const goodsInFull: AsksInFull = {};
