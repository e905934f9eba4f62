import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../knowledge/domain/clock.ts';
import type { PresenceStore } from '../../knowledge/ports/desk.ts';
import { bearerOf, sameSecret } from '../access.ts';
import { forbidden } from '../http/problem.ts';
import type { Route } from '../http/route.ts';

const prefix = 'process:';
/** A process that has not said so for this long is gone. */
const aliveMilliseconds = 30_000;
const pokeMilliseconds = 1_000;

export interface PokesOptions {
  readonly presence: PresenceStore;
  /** Known to all processes on this database and to nobody else. */
  readonly secret: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onPoke: () => void;
}

/**
 * Processes on one database tell each other that there is something to read. A poke carries nothing and may be lost: the
 * poll finds what it would have told.
 */
export class Pokes {
  readonly #options: PokesOptions;
  readonly #id = `${prefix}${randomUUID()}`;
  #others: readonly string[] = [];
  #under = false;
  #again = false;

  constructor(options: PokesOptions) {
    this.#options = options;
  }

  /** Says that this process is at `url`, and learns who else is there. */
  async beat(url: string): Promise<void> {
    const { presence, clock } = this.#options;
    const now = clock();
    await presence.beat(this.#id, url, now);
    const alive = await presence.alive(prefix, new Date(now.getTime() - aliveMilliseconds));
    this.#others = alive.filter(p => p.id !== this.#id).map(p => p.what);
  }

  leave(): Promise<void> {
    return this.#options.presence.leave(this.#id);
  }

  /** At most one poke on its way and one to follow, however much there is to tell. */
  send(): void {
    if (this.#others.length === 0) return;
    if (this.#under) {
      this.#again = true;
      return;
    }
    this.#under = true;
    void Promise.all(this.#others.map(url => this.#sendTo(url))).finally(() => {
      this.#under = false;
      if (!this.#again) return;
      this.#again = false;
      this.send();
    });
  }

  async #sendTo(url: string): Promise<void> {
    try {
      const answer = await fetch(`${url}/internal/poke`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.#options.secret}` },
        signal: AbortSignal.timeout(pokeMilliseconds),
      });
      await answer.arrayBuffer();
    } catch (fault) {
      this.#options.log.debug({ err: (fault as Error).message }, 'poke lost');
    }
  }

  route(): Route {
    return {
      method: 'POST',
      path: '/internal/poke',
      handle: ({ req, res }) => {
        if (!sameSecret(bearerOf(req) ?? '', this.#options.secret))
          throw forbidden('This door is for our own processes');
        this.#options.onPoke();
        res.writeHead(204);
        res.end();
      },
    };
  }
}
