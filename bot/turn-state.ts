import { ConversationState, type StoreItem, type TurnContext } from 'botbuilder-core';

/**
 * A conversation's state, read once a turn and saved when asked. BotState tells whether anything changed by writing the whole
 * state as text and hashing it three times a turn; every turn changes something here (it counts itself), so that it is only
 * written. Who saves last still has to know what it overwrites: see StateStorage.
 */
export class TurnState extends ConversationState {
  readonly #key = Symbol('turn state');

  override async load(context: TurnContext, force = false): Promise<StoreItem> {
    const known: StoreItem | undefined = context.turnState.get(this.#key);
    if (known && !force) return known;
    const key = await this.storageKey(context);
    const state: StoreItem = (await this.storage.read([key]))[key] ?? {};
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
