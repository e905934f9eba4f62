/** What goes into the cart, out of it or changes in it, in full. */
import type { AsksInFull } from '../put-in-full.ts';

export const cartInFull: AsksInFull = {};
