/** Moves of a talk: yes, no, why, what now, in full. */
import type { AsksInFull } from '../put-in-full.ts';

export const talkInFull: AsksInFull = {};
