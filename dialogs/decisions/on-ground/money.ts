/** What things cost, delivery, arrival, paying and wrapping, decided on the ground they are asked on. */
import type { OnGroundDecisions } from '../on-ground.ts';

export const moneyOnGround: OnGroundDecisions = {};
