import type { Storage, StoreItems } from 'botbuilder-core';
import type { StateStore } from '../knowledge/ports/conversations.ts';

type Item = Record<string, unknown> & { eTag?: string };

interface Written {
  readonly json: string;
  readonly eTag: string;
  /** When it was written, by `performance.now()`. */
  readonly at: number;
}

/** Some 40 MB at most. */
const mostKept = 1_000;
const longestKept = 20_000;

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
  /** What was written last, oldest first. */
  readonly #written = new Map<string, Written>();

  constructor(store: StateStore) {
    this.#store = store;
  }

  async read(keys: string[]): Promise<StoreItems> {
    const stored = await this.#store.read(keys);
    const items: StoreItems = {};
    for (const key of keys) items[key] = this.#item(stored[key]);
    return items;
  }

  /**
   * What `read` would give, without reading, where this storage wrote it at or after `since`: for whoever knows that nobody else
   * has written since then. Undefined: it has to be read. If somebody wrote all the same, the next write throws.
   */
  recall(key: string, since: number): Item | undefined {
    const written = this.#written.get(key);
    return written && written.at >= since ? this.#item(written) : undefined;
  }

  #item(found: { readonly json: string; readonly eTag: string } | undefined): Item {
    const item: Item = found ? { ...(JSON.parse(found.json) as Item), eTag: found.eTag } : {};
    this.#readAs.set(item, found?.eTag);
    return item;
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, value] of Object.entries(changes)) {
      const item = value as Item;
      const { eTag: stated, ...rest } = item;
      const guard = stated === '*' && this.#readAs.has(item) ? this.#readAs.get(item) : stated;
      const json = JSON.stringify(rest);
      const at = performance.now();
      // Forgotten first: after a write that fails nobody knows what is there.
      this.#written.delete(key);
      const eTag = await this.#store.write(key, json, guard);
      this.#readAs.set(item, eTag);
      if (json.length <= longestKept) this.#keep(key, { json, eTag, at });
    }
  }

  #keep(key: string, written: Written): void {
    this.#written.set(key, written);
    const oldest = this.#written.keys().next();
    if (this.#written.size > mostKept && !oldest.done) this.#written.delete(oldest.value);
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.#written.delete(key);
    await this.#store.delete(keys);
  }
}
