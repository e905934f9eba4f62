/** Moves of a talk: yes, no, why, what now, decided on the ground they are asked on. */
import type { OnGroundDecisions } from '../on-ground.ts';

export const talkOnGround: OnGroundDecisions = {};
