import { call } from '../testing/direct-line-client.ts';
import { idleRate, measure } from './measure.ts';
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

const warmTurns = 1_500;

/** Both echoes at the pace and number of conversations that the bot is measured at. */
export const measureEchoes = async (
  surroundings: Surroundings,
  options: BenchOptions,
  { rounds, perSecond }: { rounds: number; perSecond: number },
): Promise<Echoes> => {
  const turns = Array.from({ length: options.conversations * rounds }, (_, i) => i);
  options.say('Echoes');
  const bare = await measureBare(surroundings, turns, perSecond);
  const channel = await measureChannel(surroundings, options, turns, perSecond);
  const figures = (milliseconds: number, measured: { replies: readonly Replied[]; databaseCpuMicros: number }) => {
    const trips = measured.replies.map(reply => reply.milliseconds);
    return {
      turns: trips.length,
      'as meant %': 100,
      'CPU ms': round(milliseconds),
      'over bare echo ms': round(milliseconds - bare.cpu),
      'times bare echo': round(milliseconds / bare.cpu, 1),
      'over channel echo ms': round(milliseconds - channel.cpu),
      'database CPU ms': round(measured.databaseCpuMicros / 1000 / trips.length),
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
      row('bare echo: restify + BotAdapter', figures(bare.cpu, bare.measured)),
      row('channel echo: our web channel + database', figures(channel.cpu, channel.measured)),
    ],
  };
};

const measureBare = async (surroundings: Surroundings, turns: readonly number[], perSecond: number) => {
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
  const idle = { bot: await idleRate(child, 1), database: 0 };
  const measured = await measure(child, null, idle, () => paced(turns, perSecond, say));
  await child.stop();
  return { cpu: measured.cpuMicros / 1000 / turns.length, measured };
};

const measureChannel = async (
  surroundings: Surroundings,
  options: BenchOptions,
  turns: readonly number[],
  perSecond: number,
) => {
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
  const idle = { bot: await idleRate(child, 1), database: await idleRate(surroundings.database, 1) };
  const measured = await measure(child, surroundings.database, idle, () => paced(turns, perSecond, say));
  for (const visitor of visitors) visitor.close();
  await child.stop();
  return { cpu: measured.cpuMicros / 1000 / turns.length, measured };
};
