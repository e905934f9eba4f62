import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { toInteractions } from '../data/interactions.ts';
import { type Train, trainOnAll } from '../data/splits.ts';
import type { RecommendRequest } from '../types.ts';
import { servedBlend } from './blend/served-blend.ts';
import { kindNamed } from './kinds.ts';
import type { Factors, Fitted } from './model.ts';
import { bySegment } from './segments.ts';
import { allocatedBytes } from './serving/allocated-bytes.test-helper.ts';
import { BestRows } from './serving/score-sheet.ts';
import { serve } from './serving/serve.ts';

export interface RankingBench {
  readonly name: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The same in time on the processor, which other work on the machine does not stretch. */
  readonly cpuP50Ms: number;
  readonly cpuP99Ms: number;
  /** Median of a plain loop over the same catalogue's vectors, in the same run, over this median; both in processor time. */
  readonly timesFasterThanLoop: number;
  /** Allocated for a list with its reasons, heap and array buffers together. */
  readonly bytesPerList: number;
  /** Share of the exact top 20 that is in the list, 0..1; absent where the list is exact. */
  readonly recall?: number;
}

const listLength = 20;
const width = 64;
const kinds = ['popularity', 'trending', 'item-knn', 'user-knn', 'markov'];

/**
 * One request against a catalogue of `products`: models fitted to seeded purchases with clusters of taste, asked for the top 20 with a
 * past of 30 events, 50 excluded products and 100 wishes. Once as neighbour lists alone, once with vectors of 64 numbers beside them.
 */
export const benchRanking = async (products = 50_000, requests = 2_000): Promise<readonly RankingBench[]> => {
  const random = seededRandom(1);
  const clusters = Math.max(10, Math.round(products / 100));
  const pick = (cluster: number): number => {
    const inside = Math.floor(random() ** 2 * (products / clusters));
    return Math.floor(inside * clusters + cluster) % products;
  };
  const now = Date.UTC(2026, 0, 1);
  const train = purchases(products, clusters, pick, random, now);
  const lists: Fitted[] = [];
  for (const name of kinds) {
    const kind = kindNamed(name);
    const settings = { ...kind.candidates(train)[0], neighbours: 100 };
    const backend = () => Promise.reject(new Error('The kinds of this bench need no backend'));
    lists.push(await kind.fit(train, settings, { now, seed: 1, backend }));
  }
  const again = kindNamed('buy-again');
  const buyAgain = again.restore({ arrays: {}, meta: { products, halfLifeDays: 0 } });
  const vectors = clusteredVectors(products, clusters, random);

  const id = (row: number): ProductId => asId<ProductId>(train.products.ids[row]!);
  const asked = Array.from({ length: 200 }, (): RecommendRequest => {
    const cluster = Math.floor(random() * clusters);
    return {
      history: Array.from({ length: 30 }, (_, e) => ({
        product: id(pick(cluster)),
        at: new Date(now - (30 - e) * 86_400_000),
        weight: 1,
      })),
      exclude: new Set(Array.from({ length: 50 }, () => id(Math.floor(random() * products)))),
      boost: new Map(
        Array.from({ length: 100 }, () => [
          id(Math.floor(random() * products)),
          { factor: 1.5, told: [{ slot: 'colour' as const, value: 'green' }] },
        ]),
      ),
      count: listLength,
      now: new Date(now),
    };
  });

  const loop = timesOf(plainLoop(vectors.factors!, products), Math.min(requests, 200));
  const results: RankingBench[] = [];
  for (const [name, components] of [
    ['neighbour lists', lists],
    ['neighbour lists and vectors', [...lists, vectors]],
  ] as const) {
    const weights = bySegment(() => components.map(() => 1));
    const blend = servedBlend(components, weights);
    const recommender = serve({
      blend,
      buyAgain,
      products: train.products.ids,
      shares: { new: 0, returning: 0.1, reordering: 0.3 },
      version: 'bench',
    });
    const explained = (request: RecommendRequest): void => {
      for (const one of recommender.recommend(request)) one.reason;
    };
    const times = timesOf(r => explained(asked[r % asked.length]!), requests);
    const bytesPerList = allocatedBytes(r => explained(asked[r % asked.length]!));
    const recall = name === 'neighbour lists' ? {} : { recall: recallOf(blend, asked, train) };
    results.push({ name, ...times, timesFasterThanLoop: loop.cpuP50Ms / times.cpuP50Ms, bytesPerList, ...recall });
  }
  return results;
};

const purchases = (
  products: number,
  clusters: number,
  pick: (cluster: number) => number,
  random: () => number,
  now: number,
): Train => {
  const moment = (): Date => new Date(now - random() * 300 * 86_400_000);
  const events = Array.from({ length: products * 3 }, (_, e) => {
    const shopper = e % (products / 4);
    const cluster = random() < 0.8 ? (shopper * 7) % clusters : Math.floor(random() * clusters);
    return { shopper: `s${shopper}`, product: `p${pick(cluster)}`, at: moment() };
  });
  // Every product is bought once, so that all of them are ranked.
  for (let p = 0; p < products; p++) events.push({ shopper: `s${p % (products / 4)}`, product: `p${p}`, at: moment() });
  return trainOnAll(toInteractions(events));
};

/** A model whose product vectors lie around the centres of `clusters`; a history's is the mean of what is in it. */
const clusteredVectors = (products: number, clusters: number, random: () => number): Fitted => {
  const centres = Float32Array.from({ length: clusters * width }, () => random() * 2 - 1);
  const vectors = Float32Array.from(
    { length: products * width },
    (_, i) => centres[(Math.floor(i / width) % clusters) * width + (i % width)]! + 0.6 * (random() * 2 - 1),
  );
  const factors: Factors = {
    width,
    vectors,
    query: (history, _now, out) => {
      out.fill(0);
      for (const item of history.items) for (let i = 0; i < width; i++) out[i]! += vectors[item * width + i]!;
      return history.items.length > 0;
    },
  };
  return {
    name: 'vectors',
    products,
    factors,
    score: () => {},
    explain: () => ({ kind: 'similar-shoppers' }),
    store: () => ({ arrays: {}, meta: {} }),
  };
};

/** What serving would be without any of this: products one after the other, each its product of vectors, the best kept. */
const plainLoop = ({ vectors }: Factors, products: number): (() => number) => {
  const query = vectors.slice(0, width);
  const best = new BestRows(listLength);
  return () => {
    best.clear();
    for (let p = 0; p < products; p++) {
      let score = 0;
      for (let i = 0; i < width; i++) score += query[i]! * vectors[p * width + i]!;
      best.offer(p, score);
    }
    return best.rows[0]!;
  };
};

const timesOf = (work: (round: number) => unknown, rounds: number) => {
  for (let r = 0; r < Math.min(rounds, 200); r++) work(r); // compiled before the clock starts
  const wall = new Float64Array(rounds);
  const cpu = new Float64Array(rounds);
  for (let r = 0; r < rounds; r++) {
    const before = process.cpuUsage();
    const start = performance.now();
    work(r);
    wall[r] = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    cpu[r] = (user + system) / 1000;
  }
  wall.sort();
  cpu.sort();
  const [middle, late] = [Math.floor(rounds / 2), Math.floor(rounds * 0.99)];
  return { p50Ms: wall[middle]!, p99Ms: wall[late]!, cpuP50Ms: cpu[middle]!, cpuP99Ms: cpu[late]! };
};

const recallOf = (blend: ReturnType<typeof servedBlend>, asked: readonly RecommendRequest[], train: Train): number => {
  const blocked = new Uint8Array(blend.products);
  const [found, exact] = [new BestRows(listLength), new BestRows(listLength)];
  let hits = 0;
  const some = asked.slice(0, 50);
  for (const { history, now } of some) {
    blend.read(
      {
        items: Int32Array.from(history, event => train.products.row(event.product)!),
        at: Float64Array.from(history, event => event.at.getTime()),
        weight: new Float32Array(history.length).fill(1),
      },
      now.getTime(),
    );
    found.clear();
    exact.clear();
    blend.offer(found, blocked, 0);
    for (let p = 0; p < blend.products; p++) exact.offer(p, blend.scoreOf(p));
    const right = new Set(exact.rows);
    for (const row of found.rows) if (right.has(row)) hits++;
  }
  return hits / (some.length * listLength);
};
