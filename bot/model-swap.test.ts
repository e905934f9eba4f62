import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { steadyClock } from '../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ShopperId } from '../knowledge/domain/ids.ts';
import { openBackend } from '../models/backend/backend.ts';
import { fitBundle } from '../models/recommend/bundle/bundle.ts';
import { trainResponse } from '../models/respond/fit.ts';
import { history } from '../models/respond/simulated-shop.test-helper.ts';
import { collectTrials } from '../models/respond/trials.ts';
import { type NewArtifact, openRegistry } from '../models/serve/registry.ts';
import type { ModelSet } from '../models/types.ts';
import { beginConversation } from './channels/console-conversation.ts';
import { openSmallShop, type SmallShop } from './small-shop.ts';

let dir: string;
let shop: SmallShop;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'swap-'));
  shop = await openSmallShop({ modelsDir: dir, clock: steadyClock(), demo: { shoppers: 60, impressions: 50 } });
});
afterAll(async () => {
  await shop.core.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A whole set of models, small and quickly made. */
const artifact = async (): Promise<[NewArtifact, Record<string, Float32Array | Int32Array>]> => {
  const backend = await openBackend({ choice: 'wasm' });
  const response = await trainResponse(await collectTrials(history({ count: 1500, seed: 1 })), {
    backend,
    seed: 1,
    candidates: ['surface'],
    folds: 2,
  });
  if (response.kind === 'refused') throw new Error(response.detail);
  const interactions = [];
  for await (const { shopper, lines, placedAt: at } of shop.core.stores.orders.stream())
    for (const { product } of lines) interactions.push({ shopper, product, at });
  const now = shop.core.clock();
  const recommender = await fitBundle({ interactions, now, seed: 1, backend: async () => backend });
  const arrays: Record<string, Float32Array | Int32Array> = {};
  for (const [name, array] of Object.entries(recommender.arrays)) arrays[`recommender/${name}`] = array;
  for (const [name, array] of Object.entries(response.bundle.arrays)) arrays[`response/${name}`] = array;
  return [
    {
      trainedAt: now.toISOString(),
      seed: 1,
      backend: backend.name,
      device: backend.device,
      window: null,
      parts: { recommender: recommender.meta, response: { ...response.bundle.meta } },
      refused: {},
      card: { rows: {}, seconds: {}, metrics: {} },
    },
    arrays,
  ];
};

it('models are published, swapped and rolled back under traffic: no turn fails, and each is wholly on one version', async () => {
  const { core, adapter } = shop;
  const registry = openRegistry(dir);
  const [made, arrays] = await artifact();
  registry.publish(made, arrays);
  expect(core.models.reload()).toBe(true);

  // Which version scored in which turn: a turn's own asynchronous calls carry its number.
  const turn = new AsyncLocalStorage<number>();
  const versions = new Map<number, { part: string; version: string }[]>();
  const note = (part: string, version: string): void => {
    const number = turn.getStore();
    if (number !== undefined) versions.set(number, [...(versions.get(number) ?? []), { part, version }]);
  };
  const watched = ({ recommender, response, status }: ModelSet): ModelSet => ({
    status,
    recommender: {
      name: recommender.name,
      version: recommender.version,
      recommend: request => {
        note('recommender', recommender.version);
        return recommender.recommend(request);
      },
    },
    response: response && {
      ...response,
      score: (context, arms) => {
        note('response', response.version);
        return response.score(context, arms);
      },
    },
  });
  const current = core.models.current.bind(core.models);
  const spy = vi.spyOn(core.models, 'current').mockImplementation(() => watched(current()));

  const shoppers = (await core.stores.shoppers.sample(8)).map(shopper => shopper.id);
  const swaps = 8;
  let [turns, swapped] = [0, 0];
  /** By turns a new version and back to the one before; other conversations are in the middle of a turn. */
  const swap = (): void => {
    if (swapped++ % 2 === 0) registry.publish(made, arrays);
    else registry.rollback();
    expect(core.models.reload()).toBe(true);
  };
  const talk = async (shopper: ShopperId, place: number): Promise<void> => {
    const who = await beginConversation(core, {
      shopper,
      conversation: asId<ConversationId>(`swap-${place}`),
      signedIn: true,
      language: 'en',
    });
    while (swapped < swaps) {
      const number = turns++;
      const text = ['What do you recommend?', 'Do you have a deal for me?'][number % 2]!;
      const heard = await turn.run(number, () => adapter.hear({ type: 'message', text, locale: 'en' }, who));
      expect(heard.replies.some(reply => (reply.text ?? '') !== '' || (reply.attachments ?? []).length > 0)).toBe(true);
      expect(heard.log?.unavailable ?? []).toEqual([]);
      expect(heard.log?.marked ?? []).not.toContain('popularity-only');
      if (number % 6 === 5) swap();
    }
  };
  await Promise.all(shoppers.map(talk));
  spy.mockRestore();

  const perTurn = [...versions.values()];
  for (const calls of perTurn) expect(new Set(calls.map(call => call.version)).size).toBe(1);
  expect(new Set(perTurn.flat().map(call => call.version)).size).toBeGreaterThanOrEqual(4);
  expect(new Set(perTurn.flat().map(call => call.part))).toEqual(new Set(['recommender', 'response']));
  expect(perTurn.some(calls => new Set(calls.map(call => call.part)).size === 2)).toBe(true);
}, 60_000);
