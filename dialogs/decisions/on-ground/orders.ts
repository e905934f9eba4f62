/** Orders of one's own: returns, refunds, addresses, invoices, decided on the ground they are asked on. */
import type { OnGroundDecisions } from '../on-ground.ts';

export const ordersOnGround: OnGroundDecisions = {};
