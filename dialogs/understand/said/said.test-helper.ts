/** What the rules read of one message, as text. */
import { createWishReader } from './said.ts';

const reader = createWishReader();

/** Its facts, sorted, a minus before what is turned away; after what the shop said, with goods that are wished for already. */
export const read = (shopSaid: string, text: string, ...wanted: string[]): string =>
  reader
    .read({ shopSaid, shopSaidSoFar: shopSaid, text, forWhom: 'self', wanted })
    .facts.map(f => `${f.polarity < 0 ? '-' : ''}${f.slot}=${f.value}`)
    .sort()
    .join(' ');
