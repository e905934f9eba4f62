/** A size that is told elsewhere in the message than what is put in. */
import type { Understanding } from '../turn.ts';
import type { Request } from '../understand/several-requests.ts';
import type { TakenApart } from './taken-apart.ts';

/** 就第二个 他穿42码 加购物车: in that size goes what is put in, wherever it is told. */
export const withSize = (apart: TakenApart, size: string | undefined): TakenApart => {
  const added = apart.requests.filter(one => one.understanding.intent === 'add-to-cart');
  if (size === undefined || added.length !== 1) return apart;
  const sized = (one: Understanding): Understanding =>
    one.intent === 'add-to-cart' && one.size === undefined ? { ...one, size, sizeSaid: size } : one;
  const [first, ...others] = apart.requests;
  return {
    ...apart,
    understanding: sized(apart.understanding),
    requests: [first, ...others].map(one => ({ ...one, understanding: sized(one.understanding) })) as [
      Request,
      ...Request[],
    ],
  };
};
