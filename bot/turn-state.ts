import { ConversationState, type Storage, type StoreItem, type TurnContext } from 'botbuilder-core';
import { heldSince } from './middleware/turn-meta.ts';
import type { StateStorage } from './state.ts';

/**
 * A conversation's state, read once a turn and saved when asked. BotState tells whether anything changed by writing the whole
 * state as text and hashing it three times a turn; every turn changes something here (it counts itself), so that it is only
 * written. Who saves last still has to know what it overwrites: see StateStorage. Where no other process has had the conversation
 * since it was saved here, it is not read again.
 */
export class TurnState extends ConversationState {
  readonly #key = Symbol('turn state');
  readonly #storage: Storage & Partial<Pick<StateStorage, 'recall'>>;

  constructor(storage: Storage & Partial<Pick<StateStorage, 'recall'>>) {
    super(storage);
    this.#storage = storage;
  }

  override async load(context: TurnContext, force = false): Promise<StoreItem> {
    const known: StoreItem | undefined = context.turnState.get(this.#key);
    if (known && !force) return known;
    const key = await this.storageKey(context);
    const since = force ? undefined : heldSince(context);
    const kept = since === undefined ? undefined : this.#storage.recall?.(key, since);
    const state: StoreItem = kept ?? (await this.storage.read([key]))[key] ?? {};
    context.turnState.set(this.#key, state);
    return state;
  }

  /** Writes what was loaded, or, with `force`, an empty state where nothing was. */
  override async saveChanges(context: TurnContext, force = false): Promise<void> {
    const state: StoreItem | undefined = context.turnState.get(this.#key) ?? (force ? {} : undefined);
    if (!state) return;
    state.eTag = '*';
    await this.storage.write({ [await this.storageKey(context)]: state });
    context.turnState.set(this.#key, state);
  }

  override async clear(context: TurnContext): Promise<void> {
    context.turnState.set(this.#key, {});
  }

  override async delete(context: TurnContext): Promise<void> {
    context.turnState.delete(this.#key);
    await this.storage.delete([await this.storageKey(context)]);
  }

  override get(context: TurnContext): StoreItem | undefined {
    return context.turnState.get(this.#key);
  }
}
