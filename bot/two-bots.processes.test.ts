import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asId, type ConversationId, type ShopperId } from '../knowledge/domain/ids.ts';
import { money } from '../knowledge/domain/money.ts';
import type { Stores } from '../knowledge/ports.ts';
import { openStores } from '../knowledge/store/open.ts';
import { type Program, type RunningBot, startBot, startDatabase } from './testing/bot-process.ts';
import { call, DirectLineClient, type StreamReader } from './testing/direct-line-client.ts';
import { quoteDeal, runPromotion } from './testing/quoted-deal.ts';

let folder: string;
let database: Program | undefined;
let stores: Stores;
let bots: RunningBot[] = [];

/** Both start on an empty database: who comes second waits for the shop that the first one makes. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'two-bots-'));
  const { uri, program } = await startDatabase(join(folder, 'db'));
  database = program;
  const env = (name: string) => ({ MONGODB_URI: uri, DATA_DIR: join(folder, name), COUNTEROFFER_BACKEND: 'cpu' });
  bots = await Promise.all([startBot(env('one')), startBot(env('two'))]);
  stores = await openStores({ mongodbUri: uri });
}, 120_000);
afterAll(async () => {
  await Promise.all(bots.map(b => b.program.end('SIGTERM')));
  await stores?.close();
  await database?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const at = (i: number): string => bots[i % bots.length]!.url;
const isReply = (a: { type: string; from: { role?: string } }): boolean =>
  a.type === 'message' && a.from.role === 'bot';

/** The other process's door to a conversation the first one opened. */
const streamAt = (client: DirectLineClient, url: string): Promise<StreamReader> =>
  client.stream(client.started.streamUrl.replace(/^ws:\/\/[^/]+/, url.replace(/^http/, 'ws')));
const postAt = (client: DirectLineClient, url: string, text: string, clientActivityID: string) =>
  call<{ id: string }>('POST', `${url}/v3/directline/conversations/${client.started.conversationId}/activities`, {
    token: client.started.token,
    body: { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } },
  });

it('two bots that start at once on an empty database make one shop', async () => {
  expect(bots.filter(b => /Making the demo shop/.test(b.program.output))).toHaveLength(1);
  expect((await stores.shop.get())?.source).toBe('demo');
});

it('messages of one conversation posted to both are each answered once, one turn at a time, and both streams show the same', async () => {
  const client = await DirectLineClient.start(at(0));
  const streams = await Promise.all([client.stream(), streamAt(client, at(1))]);
  await streams[0]!.until(isReply);
  // Each is delivered to both processes at the same moment.
  const posted = await Promise.all(
    Array.from({ length: 8 }, (_, n) => n).flatMap(n =>
      [0, 1].map(i => postAt(client, at(i), 'How long does delivery take?', `m${n}`)),
    ),
  );
  expect(posted.map(p => p.status)).toEqual(posted.map(() => 200));
  const ids = [...new Set(posted.map(p => p.body.id))];
  expect(ids).toHaveLength(8);
  for (const stream of streams) {
    for (const id of ids) await stream.until(a => isReply(a) && a.replyToId === id, 20_000);
    expect(
      stream.activities
        .filter(a => isReply(a) && a.replyToId !== undefined)
        .map(a => a.replyToId)
        .sort(),
    ).toEqual([...ids].sort());
    stream.close();
  }
  const said = (a: { type: string; id: string }) => (a.type === 'message' ? [a.id] : []);
  expect(streams[1]!.activities.flatMap(said)).toEqual(streams[0]!.activities.flatMap(said));
  const entries = await stores.transcripts.after(asId<ConversationId>(client.started.conversationId), 0, 100);
  expect(entries.map(e => e.seq)).toEqual(entries.map((_, i) => i + 1));
  expect(entries.filter(e => e.from === 'shopper')).toHaveLength(8);
  expect(entries.filter(e => e.from === 'bot')).toHaveLength(9);
});

it('200 shoppers at both servers redeem a budget for 140: exactly 140, none twice, the books balance', async () => {
  const shop = (await stores.shop.get())!;
  const found = (await stores.products.all()).find(p => !p.hidden && p.price.minor > 5_000)!;
  const product = { ...found, stock: null };
  await stores.products.put([product]);
  const promotion = await runPromotion(stores, money(1_000, shop.currency), 140);
  const shoppers = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const { body } = await call<{ token: string; shopper: { id: string } }>('POST', `${at(i)}/api/shop/session`, {
        body: {},
      });
      const token = body.token;
      const offer = await quoteDeal(stores, promotion, asId<ShopperId>(body.shopper.id), product);
      await call('POST', `${at(i)}/api/shop/cart/lines`, { token, body: { product: product.id } });
      return { token, offer };
    }),
  );
  const applied = await Promise.all(
    shoppers.map(async ({ token, offer }, i) => {
      // Both processes hear of each offer at the same moment.
      const [one] = await Promise.all(
        [i, i + 1].map(n => call('POST', `${at(n)}/api/shop/cart/offer`, { token, body: { offer } })),
      );
      return one!.status === 200;
    }),
  );
  expect(applied.filter(Boolean)).toHaveLength(140);
  const paid = await Promise.all(
    shoppers
      .filter((_, i) => applied[i])
      .flatMap(({ token }) => {
        const idempotencyKey = randomUUID();
        return [0, 1].map(n =>
          call<{ number: string }>('POST', `${at(n)}/api/shop/checkout`, { token, body: { idempotencyKey } }),
        );
      }),
  );
  expect(new Set(paid.flatMap(p => (p.status === 201 ? [p.body.number] : []))).size).toBe(140);
  const books = await stores.books(promotion.id);
  expect(books).toEqual({
    capMinor: 140_000,
    remainingMinor: 0,
    committedMinor: 140_000,
    heldMinor: 0,
    promisedMinor: 0,
  });
}, 60_000);
