/** Deals, codes and prices to come, decided on the ground they are asked on. */
import type { OnGroundDecisions } from '../on-ground.ts';

export const dealsOnGround: OnGroundDecisions = {};
