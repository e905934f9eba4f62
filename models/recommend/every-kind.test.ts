import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { openOnce } from '../backend/backend.ts';
import { type Event, type History, historyOf, type Interactions, toInteractions } from '../data/interactions.ts';
import { itemTraits } from '../data/item-traits.ts';
import { type Split, splitInteractions, type Train, trainOnAll } from '../data/splits.ts';
import { modelKinds } from './kinds.ts';
import { type FitContext, type Fitted, lastMoment, type ModelKind, type ModelSettings } from './model.ts';
import { ScoreSheet } from './serving/score-sheet.ts';
import { madeUpShop } from './world.test-helper.ts';

const backend = openOnce('wasm');

/** Settings that say how large or how long; what is asked here does not depend on how good a model gets. */
const smallest: ModelSettings = { epochs: 1, hidden: 8, latent: 4, width: 8, factors: 8, length: 8, sweeps: 1 };
const quick = (kind: ModelKind, train: Train): ModelSettings => {
  const settings = kind.candidates(train)[0]!;
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value > 0 ? Math.min(value, smallest[name] ?? value) : value,
    ]),
  );
};

const contextFor = (train: Train): FitContext => ({
  now: lastMoment(train),
  seed: 1,
  backend,
  items: itemTraits(
    train.products.ids.map((id, p) => ({
      id,
      title: `thing ${id} of sort ${p % 5}`,
      category: `c${p % 3}`,
      price: p + 1,
    })),
    train.products,
  ),
});
const fitted = async (kind: ModelKind, train: Train): Promise<Fitted> =>
  kind.fit(train, quick(kind, train), contextFor(train));

const scores = (model: Fitted, history: History): number[] => {
  const sheet = new ScoreSheet(model.products);
  model.score(history, Date.UTC(2026, 8, 1), sheet);
  return [...sheet.values];
};

/** The same split, the products of its held-out events dealt out anew among them. */
const withOtherTest = (all: Interactions, split: Split, rule: Split['rule']): Split => {
  const product = all.product.slice();
  const held: number[] = [];
  let t = 0;
  for (let e = 0; e < product.length; e++) {
    const isTest =
      t < split.test.product.length &&
      split.test.shopper[t] === all.shopper[e] &&
      split.test.at[t] === all.at[e] &&
      split.test.product[t] === all.product[e];
    if (!isTest) continue;
    held.push(e);
    t++;
  }
  const random = seededRandom(4);
  for (let i = held.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [x, y] = [held[i]!, held[j]!];
    [product[x], product[y]] = [product[y]!, product[x]!];
  }
  return splitInteractions({ ...all, product }, rule, 1);
};

const day = 86_400_000;
const plain = (shoppers: number, products: number): Event[] =>
  Array.from({ length: shoppers * products }, (_, n) => ({
    shopper: `s${n % shoppers}`,
    product: `p${Math.floor(n / shoppers)}`,
    at: new Date(Date.UTC(2026, 0, 1) + n * day),
  }));
const oddShops: readonly (readonly [string, readonly Event[], readonly string[]])[] = [
  ['one shopper', plain(1, 6), []],
  ['one product', plain(6, 1), []],
  ['one event', plain(1, 1), []],
  ['every row twice, in the same instant', [...plain(4, 4), ...plain(4, 4)], []],
  ['products that nobody bought', plain(5, 4), ['new-1', 'new-2']],
];

/** The sort of reason that tells a kind, then what it may say where it has nothing to name. */
const reasonsOf = (name: string): readonly string[] =>
  (
    ({
      popularity: ['popular'],
      trending: ['popular'],
      'buy-again': ['buy-again'],
      reorder: ['buy-again'],
      'user-knn': ['similar-shoppers'],
      'content-knn': ['similar', 'popular'],
      'text-cnn': ['similar', 'popular'],
      'two-tower': ['similar', 'bought-with', 'popular'],
    }) as Readonly<Record<string, readonly string[]>>
  )[name] ?? ['bought-with', 'popular'];

describe.each(modelKinds.map(kind => [kind.name, kind] as const))('%s', (_, kind) => {
  it('learns nothing from the test part: dealing its products out anew changes not one number', async () => {
    const all = toInteractions(madeUpShop(2, 30));
    const rule = { kind: 'temporal', cut: new Date(Date.UTC(2026, 4, 1)) } as const;
    const split = splitInteractions(all, rule, 1);
    const other = withOtherTest(all, split, rule);
    expect(other.test.product).not.toEqual(split.test.product);
    const { tf } = await backend();
    const one = (await fitted(kind, split.train)).store();
    const tensors = tf.memory().numTensors;
    const two = (await fitted(kind, other.train)).store();
    expect(two).toEqual(one);
    // Nor does a fit leave anything behind.
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('comes back from its stored form with the same scores', async () => {
    const train = trainOnAll(toInteractions(madeUpShop(3, 20)));
    const model = await fitted(kind, train);
    const copy = kind.restore(structuredClone(model.store()));
    for (const shopper of [0, 7])
      expect(scores(copy, historyOf(train, shopper))).toEqual(scores(model, historyOf(train, shopper)));
  });

  it.runIf(kind.queries !== undefined)(
    'asked in another way without a new fit, is what a fit with that setting gives',
    async () => {
      const train = trainOnAll(toInteractions(madeUpShop(3, 30)));
      const model = await fitted(kind, train);
      const { arrays, meta } = model.store();
      for (const query of kind.queries ?? []) {
        const asked = kind.restore({ arrays, meta: { ...meta, ...query } });
        const anew = await kind.fit(train, { ...quick(kind, train), ...query }, contextFor(train));
        expect(scores(asked, historyOf(train, 2))).toEqual(scores(anew, historyOf(train, 2)));
        const isOther = (query.stepDecay ?? 1) !== (meta.stepDecay ?? 1);
        if (isOther) expect(scores(asked, historyOf(train, 2))).not.toEqual(scores(model, historyOf(train, 2)));
      }
    },
  );

  it('says the same by its vectors as by its scores, where it has vectors', async () => {
    const train = trainOnAll(toInteractions(madeUpShop(3, 20)));
    const model = await fitted(kind, train);
    if (model.factors === undefined) return;
    const { width, vectors, query } = model.factors;
    const nothing = { items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() };
    for (const history of [historyOf(train, 0), historyOf(train, 7), nothing]) {
      const out = new Float32Array(width);
      const speaks = query(history, Date.UTC(2026, 8, 1), out);
      const dot = (product: number): number => out.reduce((sum, x, a) => sum + x * vectors[product * width + a]!, 0);
      scores(model, history).forEach((score, product) => {
        expect(speaks ? dot(product) : 0).toBeCloseTo(score, 4);
      });
    }
  });

  it('gives reasons of its own sort', async () => {
    const train = trainOnAll(toInteractions(madeUpShop(3, 20), ['new-1']));
    const model = await fitted(kind, train);
    const history = historyOf(train, 0);
    const given = new Set<string>();
    for (let product = 0; product < model.products; product++) {
      const reason = model.explain(history, Date.UTC(2026, 8, 1), product);
      given.add(reason.kind);
      if ('because' in reason) expect(history.items).toContain(reason.because);
    }
    expect([...given].filter(sort => !reasonsOf(kind.name).includes(sort))).toEqual([]);
    expect(given.has(reasonsOf(kind.name)[0]!)).toBe(true);
  });

  it.each(oddShops)('is fitted on %s without a score that is not a number', async (_, events, catalogue) => {
    const train = trainOnAll(toInteractions(events, catalogue));
    const model = await fitted(kind, train);
    const nothing = { items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() };
    for (const history of [historyOf(train, 0), nothing]) {
      const values = scores(model, history);
      expect(values).toHaveLength(train.products.ids.length);
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });
});

it('a test part cannot be learned from: the compiler refuses it', () => {
  const { test } = splitInteractions(toInteractions(plain(3, 4)), { kind: 'leave-last-out' }, 1);
  const learn = (kind: ModelKind) => {
    // @ts-expect-error What is held out is not what may be learned from.
    return () => kind.fit(test, {}, contextFor(trainOnAll(test)));
  };
  expect(learn).toBeTypeOf('function');
});
