import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../knowledge/domain/clock.ts';
import type { ConversationId } from '../../knowledge/domain/ids.ts';
import type { LockStore } from '../../knowledge/ports/conversations.ts';

const leaseMilliseconds = 30_000;
/** How long a turn waits for another process to finish with the conversation: a little more than a lease. */
const patienceMilliseconds = 35_000;

/** Of so many conversations it is known since when they are this process's; of others it is asked anew. */
const rememberedConversations = 5_000;

/**
 * One turn at a time per conversation: a chain of promises within this process, and a lease in the database across
 * processes. The lease outlives a crash by at most 30 s. The lease also tells who had it last: a conversation that only
 * this process has had since some moment is as this process left it, as far as it changes under the lease.
 */
export class TurnQueue {
  readonly #locks: LockStore;
  readonly #clock: Clock;
  readonly #owner = randomUUID();
  readonly #chains = new Map<ConversationId, Promise<unknown>>();
  /** The moment of `performance.now()` since which nobody else has had the lease of a conversation. */
  readonly #since = new Map<ConversationId, number>();
  #waiting = 0;

  constructor(locks: LockStore, clock: Clock) {
    this.#locks = locks;
    this.#clock = clock;
  }

  /** Turns queued or running here. */
  get depth(): number {
    return this.#waiting;
  }

  /**
   * Runs `work` after everything queued before it for this conversation. Awaited inside such work it would wait for itself.
   * `since`: the moment of `performance.now()` from which on no other process has had a turn of this conversation.
   */
  run<T>(conversation: ConversationId, work: (since: number) => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const before = this.#chains.get(conversation) ?? Promise.resolve();
    const mine = before
      .then(() => this.#leased(conversation, work))
      .finally(() => {
        this.#waiting -= 1;
        if (this.#chains.get(conversation) === settled) this.#chains.delete(conversation);
      });
    const settled = mine.catch(() => undefined);
    this.#chains.set(conversation, settled);
    return mine;
  }

  /** Resolves when nothing is queued or running. */
  async idle(): Promise<void> {
    while (this.#chains.size > 0) await Promise.all(this.#chains.values());
  }

  async #leased<T>(conversation: ConversationId, work: (since: number) => Promise<T>): Promise<T> {
    const name = `turn:${conversation}`;
    const owner = `${this.#owner}:${randomUUID()}`;
    const since = this.#sinceWhen(conversation, await this.#take(name, owner));
    const renew = setInterval(() => {
      // Never taken anew: after a pause that outlasted the lease somebody else may have had the conversation and left it.
      this.#locks.renew(name, owner, this.#clock(), leaseMilliseconds).catch(() => undefined);
    }, leaseMilliseconds / 3);
    renew.unref();
    try {
      return await work(since);
    } finally {
      clearInterval(renew);
      // A lease that could not be given back runs out by itself.
      await this.#locks.leave(name, owner).catch(() => undefined);
    }
  }

  /** `last`: who had the lease before; somebody else may have had it up to this moment. */
  #sinceWhen(conversation: ConversationId, last: string): number {
    const known = last.startsWith(`${this.#owner}:`) ? this.#since.get(conversation) : undefined;
    const since = known ?? performance.now();
    this.#since.delete(conversation);
    this.#since.set(conversation, since);
    const oldest = this.#since.keys().next();
    if (this.#since.size > rememberedConversations && !oldest.done) this.#since.delete(oldest.value);
    return since;
  }

  /** Resolves to who had it before. */
  async #take(name: string, owner: string): Promise<string> {
    const giveUp = performance.now() + patienceMilliseconds;
    for (let pause = 10; ; pause = Math.min(250, pause * 2)) {
      const last = await this.#locks.takeOver(name, owner, this.#clock(), leaseMilliseconds);
      if (last !== null) return last;
      if (performance.now() > giveUp)
        throw new Error(`Another process has held ${name} for ${patienceMilliseconds} ms`);
      await delay(pause);
    }
  }
}
