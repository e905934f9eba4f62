import { setTimeout as delay } from 'node:timers/promises';
import { percentile, type Row, round } from './report.ts';
import { type Spoken, sentence } from './said.ts';
import type { BenchOptions, Surroundings } from './surroundings.ts';
import { paced, Visitor } from './visitor.ts';

const perSecond = 25;
const mebibyte = 2 ** 20;
const mix: readonly Spoken[] = [
  'greeting',
  'question',
  'product search with a budget',
  'recommendation',
  'offer asked for',
];

/** A minute of talk in the same conversations: the heap after a full collection, before and every tenth of the time. */
export const benchSoak = async (surroundings: Surroundings, options: BenchOptions): Promise<Row[]> => {
  const { shop, shopUrl: url } = surroundings;
  const seconds = options.quick ? 10 : 60;
  const visitors = await paced(Array.from({ length: options.conversations }), 50, () =>
    Visitor.open(url, { greeted: true }),
  );
  const talk = (from: number, count: number) =>
    paced(
      Array.from({ length: count }, (_, i) => from + i),
      perSecond,
      i =>
        visitors[i % visitors.length]!.say(sentence(mix[Math.floor(i / visitors.length + (i % 5)) % mix.length]!, i)),
    );
  options.say(`Soak: ${seconds} s`);
  await talk(0, options.conversations * 4);
  const heaps = [(await shop.ask('heap')).heapBytes];
  const trips: number[] = [];
  const slice = (seconds * perSecond) / 6;
  for (let part = 0; part < 6; part++) {
    const replies = await talk((part + 1) * slice, slice);
    trips.push(...replies.map(reply => reply.milliseconds));
    await delay(50);
    heaps.push((await shop.ask('heap')).heapBytes);
  }
  const { rssBytes } = await shop.ask('reading');
  for (const visitor of visitors) visitor.close();
  const grown = heaps.at(-1)! - heaps[0]!;
  return [
    {
      bench: 'soak',
      case: `${seconds} s, ${options.conversations} conversations`,
      figures: {
        turns: trips.length,
        'heap before MiB': round(heaps[0]! / mebibyte, 1),
        'heap along the way MiB': heaps
          .slice(1)
          .map(heap => round(heap / mebibyte, 1))
          .join(' '),
        'grown KiB': Math.round(grown / 1024),
        'KiB per turn': round(grown / 1024 / trips.length),
        'RSS MiB': round(rssBytes / mebibyte, 0),
        'round trip p50 ms': round(percentile(trips, 0.5), 1),
        'round trip p99 ms': round(percentile(trips, 0.99), 1),
      },
      protocol: `${options.conversations} guest conversations, ${perSecond} turns/s of five kinds, heap of the bot’s process after a full collection`,
      seed: options.seed,
    },
  ];
};
