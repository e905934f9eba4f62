/** Moves of a talk: yes, no, why, what now, in full. */
import type { AsksInFull } from '../put-in-full.ts';

const ofReturns = /return|refund|exchange/;

export const talkInFull: AsksInFull = {
  'what-now': {
    page: (_ground, { memory: { topic } }) =>
      topic !== undefined && ofReturns.test(topic)
        ? { text: { en: 'how do I return something?', zh: '怎么退货' } }
        : undefined,
  },
};
