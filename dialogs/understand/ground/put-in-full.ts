/**
 * A short question is put in full: what it is asked of, which lies before the shopper, is named in it, and it is read as that message
 * from there on. One table by question and ground, in place of a rule for each wording: the wordings are learned (ask-reader.ts).
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Localized } from '../../../knowledge/domain/language.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';
import type { Ask } from './asks.ts';
import type { Ground, GroundKind } from './ground.ts';

/** The question as somebody would put it who says everything. */
export interface InFull {
  readonly text: Localized;
  /** The product it is asked of, whatever is named. */
  readonly of?: ProductId;
  /** What else the conversation is read with: other goods on the table, nothing on it. */
  readonly memory?: Partial<ConversationMemory>;
  /** Undefined: the message is read as it stands after all. */
  readonly take?: (meant: Understanding) => Understanding | undefined;
}

export interface Scene {
  readonly memory: ConversationMemory;
  readonly view: CatalogueView;
  /** As it was said. */
  readonly said: string;
  /** The colour that is named in it, as it was said, and by its values. */
  readonly colour?: { readonly said: string; readonly values: readonly string[] };
}

/** Absent: read as it stands. */
export type OnGround = {
  readonly [K in GroundKind]?: (ground: Extract<Ground, { kind: K }>, scene: Scene) => InFull | undefined;
};
export type AsksInFull = { readonly [A in Ask]?: OnGround };

export const putInFull = (ask: Ask, ground: Ground, scene: Scene, table: AsksInFull): InFull | undefined => {
  const put = table[ask]?.[ground.kind] as ((ground: Ground, scene: Scene) => InFull | undefined) | undefined;
  return put?.(ground, scene);
};
