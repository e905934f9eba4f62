import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type BackendChoice, openBackend } from '../backend/backend.ts';
import { type Event, historyOf, toInteractions } from '../data/interactions.ts';
import { type Split, splitInteractions, trainOnAll } from '../data/splits.ts';
import { rankingMetrics } from '../evaluate/ranking-metrics.ts';
import { rankingCases } from './cases.ts';
import { kindNamed } from './kinds.ts';
import { ease } from './linear/ease.ts';
import type { FitContext, Fitted, ModelSettings } from './model.ts';
import { sequenceBatches, shuffleShare } from './networks/sequence-batches.ts';
import { gapBuckets } from './networks/sequence-gaps.ts';
import { inputsOf, sequenceKind } from './networks/sequence-model.ts';
import type { NetShape, SequenceNet } from './networks/sequence-net.ts';
import { sequenceNets } from './networks/sequence-nets.test-helper.ts';
import { sampler } from './networks/softmax-loss.ts';
import { popularity } from './popularity/popularity.ts';
import { rankerOf, scorerOf } from './ranker.ts';
import { ScoreSheet } from './serving/score-sheet.ts';

const hour = 3_600_000;

/** Every product has one that mostly comes next, by a permutation that says nothing backwards; all are equally popular. */
const orderedWorld = (seed: number, shoppers = 300, products = 40): Event[] => {
  const random = seededRandom(seed);
  const events: Event[] = [];
  for (let s = 0; s < shoppers; s++) {
    let product = Math.floor(random() * products);
    for (let e = 0; e < 4 + Math.floor(random() * 6); e++) {
      events.push({ shopper: `s${s}`, product: `p${product}`, at: new Date(Date.UTC(2026, 0, 1 + e)) });
      product = random() < 0.85 ? (product * 11 + 7) % products : Math.floor(random() * products);
    }
  }
  return events;
};

const contextOn = (choice: BackendChoice, more: Partial<FitContext> = {}): FitContext => ({
  now: Date.UTC(2026, 1, 1),
  seed: 3,
  backend: () => openBackend({ choice }),
  ...more,
});

const ndcg = (model: Fitted, split: Split): number => {
  const { cases, known, now } = rankingCases(split, true);
  const ranker = rankerOf(scorerOf(model), { known, maskSeen: true, k: 10 });
  let sum = 0;
  for (const { history, relevant } of cases) sum += rankingMetrics(ranker.top(history, now), relevant, 10).ndcg;
  return sum / cases.length;
};

const scoresOf = (model: Fitted, history: Parameters<Fitted['score']>[0]): Float32Array => {
  const sheet = new ScoreSheet(model.products);
  model.score(history, 0, sheet);
  return sheet.values;
};

const small: ModelSettings = { width: 16, places: 200, rate: 0.01, dropout: 0.1, mostEpochs: 12 };
const tiny: ModelSettings = { width: 8, places: 100, epochs: 1, dropout: 0, gaps: 1 };
const world = toInteractions(orderedWorld(1));
const split = splitInteractions(world, { kind: 'leave-last-out' }, 1);
const few = trainOnAll(toInteractions(orderedWorld(2, 20)));
const distance = (x: Float32Array, y: Float32Array): number =>
  x.reduce((most, value, i) => Math.max(most, Math.abs(value - y[i]!)), 0);

describe.each(Object.entries(sequenceNets))('%s', (name, { net, shape }) => {
  const kind = kindNamed(name);

  it('learns what comes next, which popularity and a bag of products cannot see', async () => {
    const context = contextOn('wasm');
    const model = await kind.fit(split.train, { ...small, epochs: 12 }, context);
    const floors = [
      await popularity.fit(split.train, {}, context),
      await ease.fit(split.train, { lambda: 50 }, context),
    ];
    const own = ndcg(model, split);
    for (const floor of floors) expect(own).toBeGreaterThan(ndcg(floor, split) + 0.15);
  });

  it('scores in plain arrays what the tensors score', async () => {
    await checkForward(net, { ...shape, width: 16, window: 7 });
  });

  it('is the same for the same seed, after storing and coming back, and as factors', async () => {
    const first = await kind.fit(few, tiny, contextOn('wasm'));
    const second = await kind.fit(few, tiny, contextOn('wasm'));
    const history = historyOf(few, 1);
    const scores = scoresOf(first, history);
    expect(scoresOf(second, history)).toEqual(scores);
    expect(scoresOf(kind.restore(structuredClone(first.store())), history)).toEqual(scores);
    const query = new Float32Array(first.factors!.width);
    expect(first.factors!.query(history, 0, query)).toBe(true);
    const { vectors, width } = first.factors!;
    const products = scores.map((_, p) => query.reduce((sum, q, i) => sum + q * vectors[p * width + i]!, 0));
    expect(distance(products, scores)).toBeLessThan(1e-4);
  });

  it('trains on every backend to the same scores', async () => {
    const history = historyOf(few, 0);
    const onWasm = scoresOf(await kind.fit(few, tiny, contextOn('wasm')), history);
    const onCpu = scoresOf(await kind.fit(few, tiny, contextOn('cpu')), history);
    expect(distance(onWasm, onCpu)).toBeLessThan(1e-3);
  });

  it.each(['wasm', 'cpu'] as const)('trains on shoppers with two purchases each, on %s', async choice => {
    const pairs = orderedWorld(3, 10).filter((event, e, all) => event.shopper !== all[e - 2]?.shopper);
    const train = trainOnAll(toInteractions(pairs));
    const model = await kind.fit(train, tiny, contextOn(choice));
    expect(scoresOf(model, historyOf(train, 0)).every(Number.isFinite)).toBe(true);
  });

  it('leaves no tensor behind, step after step and at its end', async () => {
    const { tf } = await openBackend({ choice: 'wasm' });
    const before = tf.memory().numTensors;
    const after: number[] = [];
    const validate = (): number => after.push(tf.memory().numTensors);
    const settings = { width: 8, places: 100, whole: 0, sampled: 10, mostEpochs: 3, gaps: 1 };
    await kind.fit(few, settings, contextOn('wasm', { validate }));
    expect(after).toEqual([after[0], after[0], after[0]]);
    expect(after[0]).toBeGreaterThan(before);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('names the purchase that made it think of a product', async () => {
    const model = await kind.fit(split.train, { ...small, epochs: 12 }, contextOn('wasm'));
    const row = (id: string): number => world.products.row(id)!;
    const items = Int32Array.from(['p30', 'p20', 'p1'], row);
    const history = { items, at: new Float64Array(3), weight: new Float32Array(3).fill(1) };
    expect(model.explain(history, 0, row('p18'))).toEqual({ kind: 'bought-with', because: row('p1') });
  });
});

const checkForward = async (net: SequenceNet, shape: NetShape): Promise<void> => {
  const { width } = shape;
  // A few steps, so that no weight is still 0 or 1.
  const settings = { rate: 0.05, places: 60, epochs: 1, gaps: 1 };
  const model = await sequenceKind('any', net, shape).fit(few, settings, contextOn('wasm'));
  const { arrays } = model.store();
  const catalogue = arrays.catalogue as Float32Array;
  const vectors = catalogue.filter((_, i) => i % (width + 1) !== width);
  const random = seededRandom(5);
  const items = Int32Array.from({ length: 7 }, () => Math.floor(random() * model.products));
  const gaps = [0, 1, 0, 5, 8, 0, 14];
  const at = gaps.map((_, e) =>
    gaps.slice(0, e + 1).reduce((sum, gap) => sum + (gap === 0 ? 0 : hour * (2 ** (gap - 1) - 0.5)), 0),
  );
  const { tf } = await openBackend({ choice: 'wasm' });
  const states = tf.tidy(() => {
    const tensors = Object.fromEntries(
      Object.entries(net.start(shape, random)).map(([key, { shape: sides }]) => [
        key,
        tf.tensor(arrays[key]!, [...sides]),
      ]),
    );
    const known = tf.tensor2d(vectors, [model.products, width]);
    const input = tf.mul(tf.gather(known, tf.tensor1d(items, 'int32')), Math.sqrt(width));
    const away = tf.concat([tf.zeros([1, width]), tf.tensor(arrays.gaps!, [gapBuckets, width])]);
    const both = tf.add(input, tf.gather(away, tf.tensor1d(gaps, 'int32')));
    const sequence = tf.reshape(both, [1, items.length, width]) as Parameters<SequenceNet['forward']>[3];
    return net.forward(tf, tensors, shape, sequence, values => values).dataSync() as Float32Array;
  });
  const encoder = net.encoder(arrays as Record<string, Float32Array>, shape);
  const out = new Float32Array(width);
  const read = inputsOf(catalogue, arrays.gaps as Float32Array, width)({ items, at: Float64Array.from(at) }, 0);
  for (let to = 1; to <= items.length; to++) {
    encoder.encode(read, to, out);
    expect(distance(out, states.subarray((to - 1) * width, to * width))).toBeLessThan(1e-4);
  }
};

describe('a catalogue too large to compete whole', () => {
  it('is learned from a sample nearly as well', async () => {
    const learned = (more: ModelSettings) =>
      kindNamed('nextitnet').fit(split.train, { ...small, epochs: 8, ...more }, contextOn('wasm'));
    const [whole, sampled] = [await learned({}), await learned({ whole: 0, sampled: 12, places: 60 })];
    expect(ndcg(sampled, split)).toBeGreaterThan(0.9 * ndcg(whole, split));
  });

  it('is sampled without favour: every score is corrected by the chance to be there', () => {
    const counts = Float64Array.from({ length: 50 }, (_, p) => (p < 5 ? 40 : 1));
    const random = seededRandom(8);
    const draws = sampler(counts, 20, random);
    const total = counts.reduce((sum, n) => sum + n);
    const shares = counts.map((_, p) => counts.slice(0, p + 1).reduce((sum, n) => sum + n) / total);
    const weights = new Float64Array(50);
    for (let round = 0; round < 1500; round++) {
      const targets = Int32Array.from({ length: 10 }, () => {
        const draw = random();
        return shares.findIndex(sum => sum > draw);
      });
      const { candidates, correction, targets: places } = draws.sample(targets);
      expect(new Set(candidates).size).toBe(candidates.length);
      expect(places.map(place => candidates[place]!)).toEqual(targets);
      candidates.forEach((product, c) => {
        weights[product]! += Math.exp(correction[c]!) / 1500;
      });
    }
    // One over the chance to be drawn, as often as it is drawn: 1 for each, popular or not.
    for (const weight of weights) expect(Math.abs(weight - 1)).toBeLessThan(0.15);
  });
});

describe('the epochs of a sequence model', () => {
  it('are what validation liked best, and a fit on more data trains as long', async () => {
    const qualities = [0.1, 0.3, 0.2, 0.2, 0.2, 0.2, 0.9];
    let looks = 0;
    const model = await kindNamed('gru4rec').fit(
      few,
      { ...tiny, epochs: 0 },
      contextOn('wasm', { validate: () => qualities[looks++]! }),
    );
    expect(model.settled).toEqual({ epochs: 2 });
    expect(looks).toBe(6);
  });

  it('come with settings where a search finds better ones, and are what the final fit trains; no tensor stays behind', async () => {
    const { tf } = await openBackend({ choice: 'wasm' });
    const before = tf.memory().numTensors;
    // With more dropout it is said to be better.
    const validate = (model: Fitted): number => Number(model.store().meta.dropout) / 2;
    const kind = kindNamed('gru4rec');
    const { dropout: _, ...less } = tiny;
    const found = await kind.fit(few, { search: 1, ...less }, contextOn('wasm', { validate }));
    expect(found.settled).toMatchObject({ dropout: 0.5, search: 0, epochs: 1 });
    const final = await kind.fit(few, { ...less, search: 1, ...found.settled }, contextOn('wasm'));
    expect(final.store().meta).toMatchObject({ dropout: 0.5, width: 8 });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('end at the deadline with what there is', async () => {
    const model = await kindNamed('gru4rec').fit(few, { ...tiny, epochs: 1000 }, contextOn('wasm', { deadline: 0 }));
    expect(scoresOf(model, historyOf(few, 0)).every(Number.isFinite)).toBe(true);
  });

  it('have no opinion on a shopper without a past', async () => {
    const model = await kindNamed('gru4rec').fit(few, tiny, contextOn('wasm'));
    const nobody = { items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() };
    expect(scoresOf(model, nobody).every(score => score === 0)).toBe(true);
    expect(model.explain(nobody, 0, 1)).toEqual({ kind: 'popular' });
  });
});

describe('the batches of an epoch', () => {
  it('ask for every purchase but the first of each shopper once, also where a past is longer than the window', () => {
    const batches = sequenceBatches(few, { window: 3, places: 20, shuffle: 1 }, seededRandom(1));
    const asked = batches.flatMap(batch => [...batch.targets]).sort((x, y) => x - y);
    const wanted: number[] = [];
    for (let e = 1; e < few.product.length; e++)
      if (few.shopper[e] === few.shopper[e - 1]) wanted.push(few.product[e]!);
    expect(asked).toEqual(wanted.sort((x, y) => x - y));
    for (const { length, places, size } of batches) {
      expect(length).toBeLessThanOrEqual(3);
      expect(Math.max(...places)).toBeLessThan(size * length);
    }
  });

  it('look at signals but do not ask for them', () => {
    const at = new Date(0);
    const events = ['a', 'b', 'c'].map(product => ({ shopper: 's', product, at, weight: product === 'b' ? 0.3 : 1 }));
    const [batch] = sequenceBatches(
      trainOnAll(toInteractions(events)),
      { window: 5, places: 9, shuffle: 0 },
      seededRandom(1),
    );
    expect([...batch!.items]).toEqual([0, 1]);
    expect([...batch!.targets]).toEqual([2]);
  });

  it('mix the products of one basket only where their order says nothing', () => {
    const random = seededRandom(4);
    const baskets = (ordered: boolean): Event[] =>
      Array.from({ length: 1000 }, (_, s) => {
        const first = Math.floor(random() * 20);
        const rows = Array.from({ length: 6 }, (_, i) => (first + i) % 20);
        if (!ordered) for (let i = 5; i > 0; i--) rows.push(...rows.splice(Math.floor(random() * (i + 1)), 1));
        return rows.map(p => ({ shopper: `s${s}`, product: `p${p}`, at: new Date(0) }));
      }).flat();
    expect(shuffleShare(trainOnAll(toInteractions(baskets(true))))).toBe(0);
    expect(shuffleShare(trainOnAll(toInteractions(baskets(false))))).toBeGreaterThan(0.6);
  });
});
