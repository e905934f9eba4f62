import type { IndexSpec } from '../engine/indexes.ts';
import type { StoredDocument } from '../engine/record.ts';

/** One step of the journal. A document is always written whole: replaying a change twice changes nothing. */
export type Change =
  | { readonly kind: 'put'; readonly namespace: string; readonly document: StoredDocument }
  | { readonly kind: 'delete'; readonly namespace: string; readonly id: unknown }
  | { readonly kind: 'create'; readonly namespace: string; readonly options: Readonly<Record<string, unknown>> }
  | { readonly kind: 'drop'; readonly namespace: string }
  | { readonly kind: 'createIndex'; readonly namespace: string; readonly spec: IndexSpec }
  | { readonly kind: 'dropIndex'; readonly namespace: string; readonly name: string };
