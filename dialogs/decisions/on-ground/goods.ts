/** The goods themselves, decided on the ground they are asked on. */
import type { OnGroundDecisions } from '../on-ground.ts';

export const goodsOnGround: OnGroundDecisions = {};
