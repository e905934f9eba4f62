import type { Clock } from '../../../knowledge/domain/clock.ts';

/** Buckets kept at most; beyond it the full ones, which limit nobody, are dropped. */
const maxBuckets = 50_000;

/** A token bucket per key: `burst` at once, `perMinute` on average. */
export class FloodLimit {
  readonly #burst: number;
  readonly #perMillisecond: number;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor({ burst, perMinute, clock }: { burst: number; perMinute: number; clock: Clock }) {
    this.#burst = burst;
    this.#perMillisecond = perMinute / 60_000;
    this.#clock = clock;
  }

  /** 0: allowed, and counted. Otherwise the whole seconds to wait. */
  take(key: string): number {
    const now = this.#clock().getTime();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#burst, at: now };
    const tokens = Math.min(this.#burst, bucket.tokens + (now - bucket.at) * this.#perMillisecond);
    if (tokens < 1) {
      this.#buckets.set(key, { tokens, at: now });
      return Math.max(1, Math.ceil((1 - tokens) / this.#perMillisecond / 1000));
    }
    this.#buckets.set(key, { tokens: tokens - 1, at: now });
    if (this.#buckets.size > maxBuckets) this.#prune(now);
    return 0;
  }

  #prune(now: number): void {
    for (const [key, { tokens, at }] of this.#buckets) {
      if (tokens + (now - at) * this.#perMillisecond >= this.#burst - 1) this.#buckets.delete(key);
    }
  }
}
