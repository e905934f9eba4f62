/** Orders of one's own: returns, refunds, addresses, invoices, in full. */
import type { AsksInFull } from '../put-in-full.ts';

export const ordersInFull: AsksInFull = {};
