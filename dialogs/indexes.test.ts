import { expect, test } from 'vitest';
import type { CatalogueView } from '../knowledge/catalogue.ts';
import { fitShopSense, openShopSense } from '../knowledge/language/shop-sense.ts';
import type { DeepVector, SentenceEncoder } from '../knowledge/ports.ts';
import { createArticleIndex } from '../knowledge/retrieval/pages/articles.ts';
import type { IntentClassifier, Learning } from '../models/types.ts';
import { article, goods, shop, turnOf } from './dialogs.test-helper.ts';
import { openIndexes } from './indexes.ts';
import { emptyMemory } from './memory.ts';
import { understoodIn } from './take-apart/understood-in.ts';
import type { Intent } from './turn.ts';

const sense = openShopSense(
  fitShopSense([
    { concept: 'parcel', text: 'where is my parcel', language: 'en' },
    { concept: 'return', text: 'send it back', language: 'en' },
  ]),
);
const always = (intent: Intent, isSure: boolean): IntentClassifier<never> => ({
  classify: () => ({ intent: intent as never, probability: isSure ? 0.9 : 0.1, inScope: isSure, isSure }),
});
const encoder: SentenceEncoder = {
  width: 2,
  encode: async texts => texts.map(() => new Float32Array([1, 0])),
  encodeDeep: async texts => texts.map(() => ({ vector: new Float32Array([1, 0]), deep: new Float32Array([3]) })),
};
const viewOf = (mug: string): CatalogueView => {
  const products = [goods.road, { ...goods.mug, name: { en: mug, zh: '杯子' } }];
  return { shop, products, byId: new Map(products.map(p => [p.id, p])), articles: [article] };
};

/** Indexes whose tunings end by hand: `intent` is what each makes of every sentence. */
const opened = async () => {
  const tunings: { done: (intent: Intent) => void; failed: (fault: Error) => void; rows: Promise<DeepVector[]> }[] = [];
  const learning: Learning = {
    intents: async () => always('unclear', false),
    tuned: (_name, examples, _seed, read) =>
      new Promise((resolve, failed) => {
        const rows = read(examples.slice(0, 2).map(e => e.said));
        tunings.push({ done: intent => resolve(always(intent, true)), failed, rows });
      }),
    articles: async (articles, meanings) => createArticleIndex(articles, { meanings }).scales,
    sense: async () => sense,
  };
  let change: (view: CatalogueView) => void | Promise<void> = () => {};
  const catalogue = {
    view: viewOf('Dawn mug'),
    onChange: (listener: typeof change) => {
      change = listener;
      return () => {};
    },
  };
  const indexes = await openIndexes(catalogue, { learning, encoder });
  await indexes.settled();
  return {
    tunings,
    current: indexes.current,
    sellOut: async () => {
      const { view } = catalogue;
      const products = view.products.map(p => ({ ...p, stock: 0 }));
      catalogue.view = { ...view, products, byId: new Map(products.map(p => [p.id, p])) };
      await change(catalogue.view);
    },
    rename: async (mug: string) => {
      catalogue.view = viewOf(mug);
      await change(catalogue.view);
      await indexes.settled();
    },
    heard: async () => {
      await new Promise(resolve => setImmediate(resolve));
      const turn = turnOf({ text: 'somebody with a heartbeat would be nicer' });
      const { understanding } = await understoodIn(turn, emptyMemory, indexes.current().understander, encoder);
      return understanding.intent;
    },
  };
};

test('the tuned classifier serves once it is there, and is taught with what the encoder reads deeply', async () => {
  const { tunings, heard } = await opened();
  expect(await heard()).not.toBe('help');
  expect((await tunings[0]!.rows).map(row => row.deep?.length)).toEqual([1, 1]);
  tunings[0]!.done('help');
  expect(await heard()).toBe('help');
});

test('one tuned on the catalogue of before is not taken', async () => {
  const { tunings, rename, heard } = await opened();
  await rename('Dusk mug');
  expect(tunings).toHaveLength(2);
  tunings[0]!.done('help');
  expect(await heard()).not.toBe('help');
  tunings[1]!.done('order-status');
  expect(await heard()).toBe('order-status');
});

test('one that fails leaves everything as it was, until the next change', async () => {
  const { tunings, rename, heard } = await opened();
  const before = await heard();
  tunings[0]!.failed(new Error('no memory'));
  expect(await heard()).toBe(before);
  await rename('Dusk mug');
  tunings[1]!.done('help');
  expect(await heard()).toBe('help');
});

test('what is sold out is found no more, and nothing is learned again for it', async () => {
  const { tunings, current, sellOut } = await opened();
  const { understander, products, articles } = current();
  const query = { text: 'mug', language: 'en', preferences: [], count: 3 } as const;
  expect(products.search(query).hits).toHaveLength(1);
  await sellOut();
  expect(current().products.search(query).hits).toEqual([]);
  expect(current().unsellable.size).toBe(2);
  expect(current()).toMatchObject({ understander, articles });
  expect(tunings).toHaveLength(1);
});
