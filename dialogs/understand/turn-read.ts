/** What was read of one message, before anybody decides what it means. */
import type { ConversationMemory } from '../memory.ts';
import type { GoodsSpokenOf } from './pointing/goods-spoken-of.ts';
import type { AskedNow } from './product/asked-now.ts';
import type { ShopReader } from './shop-reader.ts';
import type { ToldNow } from './wishes/told-now.ts';

export interface TurnRead {
  /** The goods it speaks of. */
  readonly goods: GoodsSpokenOf;
  /** What it tells: wishes, orders for the cart, what is owned or turned down. */
  readonly now: ToldNow;
  /** What it asks. */
  readonly questions: AskedNow;
  readonly memory: ConversationMemory;
  readonly reader: ShopReader;
}
