/** What the readers of a shop's records share: where they read, what they believe, and who is no shopper. */
import type { Stores } from '../../knowledge/ports.ts';

export interface ShopEventsInput {
  readonly stores: {
    readonly orders: Pick<Stores['orders'], 'stream'>;
    readonly returns: Pick<Stores['returns'], 'stream'>;
    readonly browsing: Pick<Stores['browsing'], 'stream'>;
    readonly ratings: Pick<Stores['ratings'], 'stream'>;
    readonly mentions: Pick<Stores['mentions'], 'stream'>;
    readonly facts: Pick<Stores['facts'], 'stream'>;
    readonly products: Pick<Stores['products'], 'all'>;
  };
  /** What happens later is not looked at. */
  readonly now: Date;
  /** Called now and then with the records read so far. */
  readonly onRead?: (records: number) => void;
}

/** Nobody places more orders a day, or opens more pages a minute or an hour, or rates more products a day, than this: a machine does. */
export const humanLimits = { ordersPerDay: 40, viewsPerMinute: 60, viewsPerHour: 500, ratingsPerDay: 200 };
/** As in cleaning.ts: no shop of this kind is older. */
export const earliest = Date.UTC(1990, 0, 1);
export const [minute, hour, day] = [60_000, 3_600_000, 86_400_000] as const;

/** Who did more than `most` things within one of the time's equal parts. */
export class Rate {
  readonly machines = new Set<string>();
  readonly #most: number;
  readonly #part: number;
  readonly #counts = new Map<string, number>();

  constructor(most: number, part: number) {
    this.#most = most;
    this.#part = part;
  }

  see(shopper: string, at: number): void {
    const key = `${Math.floor(at / this.#part)} ${shopper}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count > this.#most) this.machines.add(shopper);
  }
}
