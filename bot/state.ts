import type { Storage, StoreItems } from 'botbuilder-core';
import type { StateStore } from '../knowledge/ports/conversations.ts';

type Item = Record<string, unknown> & { eTag?: string };

/**
 * botbuilder's Storage over `Stores.state`. BotState.saveChanges overwrites whatever is there (it sets eTag '*'), so
 * two turns on one conversation would lose one of them; here the eTag that came with the object is remembered and
 * used instead, and a stale write throws. A key that was missing can only be inserted. An object that was never read
 * (BotState.clear) overwrites, as asked.
 */
export class StateStorage implements Storage {
  readonly #store: StateStore;
  /** undefined: the key was missing when this object was handed out. */
  readonly #readAs = new WeakMap<object, string | undefined>();

  constructor(store: StateStore) {
    this.#store = store;
  }

  async read(keys: string[]): Promise<StoreItems> {
    const stored = await this.#store.read(keys);
    const items: StoreItems = {};
    for (const key of keys) {
      const found = stored[key];
      const item: Item = found ? { ...(JSON.parse(found.json) as Item), eTag: found.eTag } : {};
      this.#readAs.set(item, found?.eTag);
      items[key] = item;
    }
    return items;
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, value] of Object.entries(changes)) {
      const item = value as Item;
      const { eTag: stated, ...rest } = item;
      const guard = stated === '*' && this.#readAs.has(item) ? this.#readAs.get(item) : stated;
      this.#readAs.set(item, await this.#store.write(key, JSON.stringify(rest), guard));
    }
  }

  async delete(keys: string[]): Promise<void> {
    await this.#store.delete(keys);
  }
}
