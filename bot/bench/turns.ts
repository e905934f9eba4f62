import { isHeldOut } from '../../dialogs/offers/choose/choose.ts';
import { asId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { call } from '../testing/direct-line-client.ts';
import { measureEchoes } from './echoes.ts';
import { idleRate, type Measured, measure } from './measure.ts';
import { percentile, type Row, round } from './report.ts';
import { type Spoken, sentence } from './said.ts';
import type { SelfTimes } from './self-times.ts';
import type { BenchOptions, Surroundings } from './surroundings.ts';
import { cardsOf, openSession, paced, type Replied, Visitor } from './visitor.ts';

/** Turns started per second where latency is measured: people, not a flood; two cores also carry database and load. */
const perSecond = 25;
/** Where CPU is measured every conversation speaks at once, as in the echo's own protocol. */
const atOnce = Number.POSITIVE_INFINITY;

interface Kind {
  readonly name: string;
  /** What the turns of this kind have to be understood as, in 8 of 10 cases, else the figure would be another kind's. */
  readonly fits: (measured: Measured) => number;
}

export interface TurnsResult {
  readonly rows: readonly Row[];
  /** Self times by kind of turn, when asked for. */
  readonly profiles: ReadonlyMap<string, SelfTimes>;
}

const intentIs =
  (...intents: readonly string[]) =>
  ({ turns }: Measured): number =>
    turns.filter(turn => intents.includes(turn.intent ?? '')).length / Math.max(1, turns.length);

const hasOffer = ({ replies }: Measured): number =>
  replies.filter(({ reply }) => cardsOf(reply).some(card => card.type === 'offer')).length /
  Math.max(1, replies.length);

const kinds = {
  greeting: { name: 'greeting', fits: intentIs('greeting') },
  question: { name: 'question', fits: intentIs('question') },
  order: { name: 'order status, signed in', fits: intentIs('order-status') },
  search: { name: 'product search with a budget', fits: intentIs('product-search') },
  recommend: { name: 'recommendation', fits: intentIs('recommend') },
  offer: { name: 'offer asked for and made', fits: hasOffer },
  applied: { name: 'offer applied', fits: ({ replies }: Measured) => (replies.length > 0 ? 1 : 0) },
  flow: { name: 'flow step', fits: ({ replies }: Measured) => (replies.length > 0 ? 1 : 0) },
} as const satisfies Record<string, Kind>;
type KindKey = keyof typeof kinds;

/** Guests whom no campaign holds out, each with a cart that several promotions fit. */
const offerGuests = async (
  url: string,
  stores: Stores,
  count: number,
): Promise<{ token: string; shopper: ShopperId }[]> => {
  const campaigns = await stores.promotions.campaigns();
  const products = (await stores.products.all())
    .filter(p => !p.hidden && (p.stock ?? 1) > 20 && p.price.minor > 20_000 && p.price.minor < 60_000)
    .slice(0, 40);
  const guests: { token: string; shopper: ShopperId }[] = [];
  while (guests.length < count) {
    const opened = await openSession(url);
    const shopper = asId<ShopperId>(opened.shopper);
    if (campaigns.some(campaign => isHeldOut(campaign, shopper))) continue;
    const product = products[guests.length % products.length]!;
    const body = { product: product.id, quantity: 1 };
    const added = await call('POST', `${url}/api/shop/cart/lines`, { token: opened.token, body });
    if (added.status !== 200) throw new Error(`The cart was not filled: ${added.status} ${JSON.stringify(added.body)}`);
    guests.push({ token: opened.token, shopper });
  }
  return guests;
};

/** One round: two groups of conversations, fresh each time, that go through the kinds of turn together, one kind after another. */
class Round {
  readonly #surroundings: Surroundings;
  readonly #options: BenchOptions;
  readonly #known: readonly string[];
  readonly #orderNumbers: readonly string[];

  constructor(
    surroundings: Surroundings,
    options: BenchOptions,
    known: readonly string[],
    orderNumbers: readonly string[],
  ) {
    this.#surroundings = surroundings;
    this.#options = options;
    this.#known = known;
    this.#orderNumbers = orderNumbers;
  }

  async run(
    number: number,
    conversations: number,
    pace: number,
    phase: (kind: KindKey, work: () => Promise<readonly Replied[]>) => Promise<void>,
  ): Promise<void> {
    const { shopUrl: url, stores } = this.#surroundings;
    const random = seededRandom(this.#options.seed + number);
    const saying = (visitors: readonly Visitor[], spoken: Spoken) => () =>
      paced(visitors, pace, (visitor, i) => visitor.say(sentence(spoken, i)));

    const start = (number * conversations) % Math.max(1, this.#known.length - conversations);
    const shoppers = this.#known.slice(start, start + conversations);
    const signedIn = await paced(shoppers, 100, async shopper =>
      Visitor.open(url, { session: (await openSession(url, shopper)).token, greeted: true }),
    );
    await phase('greeting', saying(signedIn, 'greeting'));
    await phase('question', saying(signedIn, 'question'));
    await phase('order', saying(signedIn, 'order status, signed in'));
    await phase('search', saying(signedIn, 'product search with a budget'));
    await phase('recommend', saying(signedIn, 'recommendation'));
    for (const visitor of signedIn) visitor.close();

    const guests = await offerGuests(url, stores, conversations);
    const visitors = await paced(guests, 100, guest => Visitor.open(url, { session: guest.token, greeted: true }));
    let offered: { visitor: Visitor; offer: string }[] = [];
    await phase('offer', async () => {
      const replies = await saying(visitors, 'offer asked for')();
      offered = replies.flatMap(({ reply }, i) => {
        const offer = cardsOf(reply).find(card => card.type === 'offer')?.id;
        return offer === undefined ? [] : [{ visitor: visitors[i]!, offer }];
      });
      return replies;
    });
    await phase('applied', () =>
      paced(offered, pace, ({ visitor, offer }) => visitor.tap({ tap: 'apply-offer', offer })),
    );
    await paced(visitors, 100, visitor => visitor.say('where is my order?'));
    await phase('flow', () =>
      paced(visitors, pace, visitor =>
        visitor.say(this.#orderNumbers[Math.floor(random() * this.#orderNumbers.length)]!),
      ),
    );
    for (const visitor of visitors) visitor.close();
  }
}

/** All conversations at once, each speaking again the moment it is answered: what the machine can carry. */
const flatOut = async (surroundings: Surroundings, options: BenchOptions, seconds: number): Promise<Row> => {
  const { shopUrl: url, shop, database } = surroundings;
  const visitors = await paced(Array.from({ length: options.conversations }), 100, () =>
    Visitor.open(url, { greeted: true }),
  );
  const mix: readonly Spoken[] = ['greeting', 'question', 'product search with a budget', 'recommendation'];
  const measured = await measure(shop, database, { bot: 0, database: 0 }, async () => {
    const end = performance.now() + seconds * 1000;
    const replies = await Promise.all(
      visitors.map(async (visitor, v) => {
        const own: Replied[] = [];
        for (let i = v; performance.now() < end; i++) own.push(await visitor.say(sentence(mix[i % mix.length]!, i)));
        return own;
      }),
    );
    return replies.flat();
  });
  for (const visitor of visitors) visitor.close();
  const { replies, cpuMicros, databaseCpuMicros } = measured;
  const times = replies.map(r => r.milliseconds);
  return {
    bench: 'turns at full load',
    case: 'greeting, question, search, recommendation in turn',
    figures: {
      turns: replies.length,
      'turns/s': round(replies.length / measured.seconds, 1),
      'CPU ms': round(cpuMicros / 1000 / replies.length),
      'database CPU ms': round(databaseCpuMicros / 1000 / replies.length),
      'round trip p50 ms': round(percentile(times, 0.5), 1),
      'round trip p99 ms': round(percentile(times, 0.99), 1),
    },
    protocol: `${options.conversations} guest conversations in a closed loop for ${seconds} s; bot, database and load share the cores`,
    seed: options.seed,
  };
};

export const benchTurns = async (surroundings: Surroundings, options: BenchOptions): Promise<TurnsResult> => {
  const { shop, database, stores } = surroundings;
  const { conversations, say } = options;
  const rounds = options.quick ? 1 : 2;
  const echo = await measureEchoes(surroundings, options, { rounds, perSecond });

  const known = (await stores.shoppers.sample(300)).filter(s => !s.id.startsWith('guest-')).map(s => s.id);
  const orders = (await Promise.all(known.slice(0, 40).map(id => stores.orders.ofShopper(id, 3)))).flat();
  const numbers = orders.map(order => order.number);
  const round_ = new Round(surroundings, options, known, numbers);
  say('Warming up');
  for (let number = 0; number < (options.quick ? 1 : 2); number++) {
    await round_.run(
      10 + number,
      options.quick ? 30 : conversations,
      atOnce,
      async (_kind, work) => void (await work()),
    );
  }
  const idle = { bot: await idleRate(shop, 0.5), database: await idleRate(database, 0.5) };

  const busy = new Map<KindKey, Measured[]>();
  const calm = new Map<KindKey, Measured[]>();
  const profiled = new Map<KindKey, SelfTimes>();
  const add = (to: Map<KindKey, Measured[]>, kind: KindKey, measured: Measured): void => {
    to.set(kind, [...(to.get(kind) ?? []), measured]);
  };
  for (let number = 0; number < rounds; number++) {
    say(`Round ${number + 1} of ${rounds}`);
    await round_.run(2 * number, conversations, atOnce, async (kind, work) =>
      add(busy, kind, await measure(shop, database, idle, work)),
    );
    const visitors = options.quick ? 12 : conversations;
    await round_.run(2 * number + 1, visitors, perSecond, async (kind, work) =>
      add(calm, kind, await measure(shop, database, idle, work)),
    );
  }
  if (options.profile) {
    // Rounds of their own: sampling costs CPU too.
    await round_.run(20, conversations, atOnce, async (kind, work) => {
      await shop.ask('profile-start');
      await work();
      profiled.set(kind, await shop.ask('profile-stop'));
    });
  }

  const protocol =
    `Over Direct Line (POST in, web socket out), ${rounds} rounds after the warm-up, each kind of turn by itself. CPU: ${conversations} conversations speak at once; ` +
    'of the bot’s process alone, all its threads, what is idle taken off. ' +
    `Latency: turns started at ${perSecond}/s; "turn" is the server’s own time from the start of the turn to its last reply, "round trip" the client’s. ` +
    'The embedded database runs beside it on disk: its fsync is in the latency and not in the CPU';
  const rows = (Object.keys(kinds) as KindKey[]).map((key): Row => {
    const kind: Kind = kinds[key];
    const loaded = together(busy.get(key) ?? []);
    const measured = together(calm.get(key) ?? []);
    const fitting = kind.fits(measured);
    if (fitting < 0.8) {
      throw new Error(
        `Only ${Math.round(fitting * 100)} % of the turns meant as "${kind.name}" were: ${JSON.stringify(counts(measured))}`,
      );
    }
    const each = loaded.cpuMicros / 1000 / loaded.replies.length;
    return {
      bench: 'turns',
      case: kind.name,
      figures: {
        turns: loaded.replies.length,
        'as meant %': Math.round(fitting * 100),
        'CPU ms': round(each),
        'over bare echo ms': round(each - echo.bareCpuMilliseconds),
        'times bare echo': round(each / echo.bareCpuMilliseconds, 1),
        'over channel echo ms': round(each - echo.channelCpuMilliseconds),
        'database CPU ms': round(loaded.databaseCpuMicros / 1000 / loaded.replies.length),
        'CPU ms when calm': round(measured.cpuMicros / 1000 / measured.replies.length),
        ...times(
          'turn',
          measured.turns.map(turn => turn.ms),
        ),
        ...times(
          'round trip',
          measured.replies.map(reply => reply.milliseconds),
        ),
      },
      protocol,
      seed: options.seed,
    };
  });
  if (!options.quick) say('Full load');
  const full = options.quick ? [] : [await flatOut(surroundings, options, 6)];
  const profiles = new Map([...profiled].map(([key, functions]) => [kinds[key].name, functions]));
  return { rows: [...echo.rows.map(row => ({ ...row, protocol })), ...rows, ...full], profiles };
};

const times = (what: string, milliseconds: readonly number[]): Record<string, number> => ({
  [`${what} p50 ms`]: round(percentile(milliseconds, 0.5), 1),
  [`${what} p99 ms`]: round(percentile(milliseconds, 0.99), 1),
});

const together = (parts: readonly Measured[]): Measured => ({
  replies: parts.flatMap(part => part.replies),
  turns: parts.flatMap(part => part.turns),
  seconds: parts.reduce((sum, part) => sum + part.seconds, 0),
  cpuMicros: parts.reduce((sum, part) => sum + part.cpuMicros, 0),
  databaseCpuMicros: parts.reduce((sum, part) => sum + part.databaseCpuMicros, 0),
});

const counts = ({ turns }: Measured): Record<string, number> => {
  const by: Record<string, number> = {};
  for (const { intent } of turns) by[intent ?? '?'] = (by[intent ?? '?'] ?? 0) + 1;
  return by;
};
