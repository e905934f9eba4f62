import type { WishSlot } from '../vocabulary.ts';

/** Names by slot, comma-separated: English in the singular or as people say it, Chinese beside it. */
export type Department = { readonly [slot in WishSlot]?: { readonly en?: string; readonly zh?: string } };
