import { call } from '../testing/direct-line-client.ts';
import type { Child } from './child.ts';
import { idleRate, type Measured, measure } from './measure.ts';
import { percentile, type Row, round } from './report.ts';
import { type BenchOptions, loopback, type Surroundings } from './surroundings.ts';
import { paced, type Replied, Visitor } from './visitor.ts';

export interface Echoes {
  /** CPU of one turn of restify and a BotAdapter that echoes. */
  readonly bareCpuMilliseconds: number;
  /** The same echo behind our web channel, middleware and database. */
  readonly channelCpuMilliseconds: number;
  readonly rows: readonly Omit<Row, 'protocol'>[];
}

const warmTurns = 2_000;

/** Both echoes at the pace and number of conversations that the bot is measured at. */
export const measureEchoes = async (
  surroundings: Surroundings,
  options: BenchOptions,
  { rounds, perSecond }: { rounds: number; perSecond: number },
): Promise<Echoes> => {
  const turns = Array.from({ length: options.conversations * rounds }, (_, i) => i);
  options.say('Echoes');
  const how = { turns, calmTurns: options.quick ? 12 : turns.length, conversations: options.conversations, perSecond };
  const bare = await measureBare(surroundings, how);
  const channel = await measureChannel(surroundings, options, how);
  const figures = ({ cpu: milliseconds, databaseCpu, calm }: Echo) => {
    const trips = calm.replies.map(reply => reply.milliseconds);
    return {
      turns: busyTurns(turns.length),
      'as meant %': 100,
      'CPU ms': round(milliseconds),
      'over bare echo ms': round(milliseconds - bare.cpu),
      'times bare echo': round(milliseconds / bare.cpu, 1),
      'over channel echo ms': round(milliseconds - channel.cpu),
      'database CPU ms': round(databaseCpu),
      'CPU ms when calm': round(calm.cpuMicros / 1000 / trips.length),
      'turn p50 ms': '',
      'turn p99 ms': '',
      'round trip p50 ms': round(percentile(trips, 0.5), 1),
      'round trip p99 ms': round(percentile(trips, 0.99), 1),
    };
  };
  const row = (name: string, own: Record<string, number | string>) => ({
    bench: 'turns',
    case: name,
    figures: own,
    seed: options.seed,
  });
  return {
    bareCpuMilliseconds: bare.cpu,
    channelCpuMilliseconds: channel.cpu,
    rows: [
      row('bare echo: restify + BotAdapter', figures(bare)),
      row('channel echo: our web channel + database', figures(channel)),
    ],
  };
};

interface Echo {
  /** Milliseconds of a turn when all speak at once, of the echo's process and of the database's. */
  readonly cpu: number;
  readonly databaseCpu: number;
  readonly calm: Measured;
}

/** Echoes are quick: as many more of them, so that their CPU is not lost in the clock's grain. */
const busyTurns = (turns: number): number => turns * 4;

/** All conversations at once, wave after wave; then at the pace of people. */
const bothWays = async (
  child: Child,
  database: Child | null,
  say: (i: number) => Promise<Replied>,
  {
    turns,
    calmTurns,
    conversations,
    perSecond,
  }: { turns: readonly number[]; calmTurns: number; conversations: number; perSecond: number },
): Promise<Echo> => {
  const idle = { bot: await idleRate(child, 0.5), database: database ? await idleRate(database, 0.5) : 0 };
  const count = busyTurns(turns.length);
  const busy = await measure(child, database, idle, async () => {
    const replies: Replied[] = [];
    for (let from = 0; from < count; from += conversations) {
      const wave = Array.from({ length: conversations }, (_, i) => say(from + i));
      replies.push(...(await Promise.all(wave)));
    }
    return replies;
  });
  const calm = await measure(child, database, idle, () =>
    paced(turns.slice(0, calmTurns), perSecond, i => say(count + i)),
  );
  const each = 1000 * busy.replies.length;
  return { cpu: busy.cpuMicros / each, databaseCpu: busy.databaseCpuMicros / each, calm };
};

type How = Parameters<typeof bothWays>[3];

const measureBare = async (surroundings: Surroundings, how: How): Promise<Echo> => {
  const child = await surroundings.start('bare-echo');
  const url = `${child.facts.url}/echo`;
  const say = async (i: number): Promise<Replied> => {
    const started = performance.now();
    const body = {
      type: 'message',
      id: `a${i}`,
      text: 'hello',
      channelId: 'bench',
      from: { id: 'shopper' },
      recipient: { id: 'bot' },
      conversation: { id: `c${i % 50}` },
    };
    const { status, body: answer } = await call<{ activities: Replied['reply'][] }>('POST', url, { body });
    if (status !== 200) throw new Error(`The echo answered ${status}`);
    return { said: body.id, reply: answer.activities[0]!, milliseconds: performance.now() - started };
  };
  await paced(
    Array.from({ length: warmTurns }, (_, i) => i),
    1_000,
    say,
  );
  const echo = await bothWays(child, null, say, how);
  await child.stop();
  return echo;
};

const measureChannel = async (surroundings: Surroundings, options: BenchOptions, how: How): Promise<Echo> => {
  const child = await surroundings.start('direct-line-echo');
  const url = loopback(child.facts.url!);
  const visitors = await paced(Array.from({ length: options.conversations }), 100, () =>
    Visitor.open(url, { greeted: false }),
  );
  const say = (i: number): Promise<Replied> => visitors[i % visitors.length]!.say('hello');
  await paced(
    Array.from({ length: options.quick ? 200 : 600 }, (_, i) => i),
    150,
    say,
  );
  const echo = await bothWays(child, surroundings.database, say, how);
  for (const visitor of visitors) visitor.close();
  await child.stop();
  return echo;
};
