/** What goes into the cart, out of it or changes in it, decided on the ground they are asked on. */
import type { OnGroundDecisions } from '../on-ground.ts';

export const cartOnGround: OnGroundDecisions = {};
