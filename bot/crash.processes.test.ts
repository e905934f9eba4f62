import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../dialogs/offers/ledger/sweep.ts';
import { asId, type ConversationId, type ShopperId } from '../knowledge/domain/ids.ts';
import { money } from '../knowledge/domain/money.ts';
import type { Product } from '../knowledge/domain/product.ts';
import { seededRandom } from '../knowledge/domain/random.ts';
import type { Stores } from '../knowledge/ports.ts';
import { openStores } from '../knowledge/store/open.ts';
import { longRounds, type Program, type RunningBot, startBot, startDatabase } from './testing/bot-process.ts';
import { call, DirectLineClient } from './testing/direct-line-client.ts';
import { quoteDeal, runPromotion } from './testing/quoted-deal.ts';

const patienceMilliseconds = 40_000;

/** One attempt at something over HTTP; null when the process was not there to answer. */
const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof TypeError || (fault as NodeJS.ErrnoException).code === 'ECONNRESET') return null;
    throw fault;
  }
};

const untilTrue = async (fits: () => Promise<boolean>, what: () => string): Promise<void> => {
  const deadline = performance.now() + patienceMilliseconds;
  while (!(await fits())) {
    if (performance.now() > deadline) throw new Error(`${what()} within ${patienceMilliseconds} ms`);
    await delay(50);
  }
};

/** `separate`: the database in a process of its own, which the kills leave alone; else the bot's own, killed with it. */
const crashRounds = (separate: boolean, rounds: number, seed: number): void => {
  let folder: string;
  let database: Program | undefined;
  let env: Record<string, string>;
  let bot: RunningBot;
  let stores: Stores | null = null;
  const random = seededRandom(seed);

  /** Stores beside the bot: the embedded server of a DATA_DIR in use is joined. */
  const open = (): Promise<Stores> =>
    openStores(env.MONGODB_URI ? { mongodbUri: env.MONGODB_URI } : { dataDir: env.DATA_DIR, dbPort: 0 });
  const restart = async (): Promise<void> => {
    bot = await startBot(env);
    stores = await open();
  };
  const kill = async (): Promise<void> => {
    await bot.program.end('SIGKILL');
    await stores?.close();
    stores = null;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crash-'));
    env = { DATA_DIR: join(folder, 'bot'), COUNTEROFFER_BACKEND: 'cpu', DB_PORT: '0' };
    if (separate) {
      const started = await startDatabase(join(folder, 'db'));
      database = started.program;
      env.MONGODB_URI = started.uri;
    }
    await restart();
  }, 120_000);
  afterAll(async () => {
    await stores?.close();
    await bot?.program.end('SIGTERM');
    await database?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it(
    `${rounds} kills while shoppers chat and buy lose nothing and do nothing twice`,
    async () => {
      const shop = (await stores!.shop.get())!;
      const found = (await stores!.products.all()).find(p => !p.hidden && p.price.minor > 5_000)!;
      const product: Product = { ...found, stock: 1_000 };
      await stores!.products.put([product]);
      const promotion = await runPromotion(stores!, money(1_000, shop.currency), 1_000);
      let bought = 0;
      let redeemed = 0;
      for (let round = 0; round < rounds; round++) {
        const client = await DirectLineClient.start(bot.url);
        const { body: session } = await call<{ token: string; shopper: { id: string } }>(
          'POST',
          `${bot.url}/api/shop/session`,
          { body: {} },
        );
        const { token } = session;
        const shopper = asId<ShopperId>(session.shopper.id);
        const offer = await quoteDeal(stores!, promotion, shopper, product);
        const shopCall = (method: string, path: string, body: unknown) =>
          attempt(() =>
            call<{ number?: string; error?: unknown }>(method, `${bot.url}/api/shop/${path}`, { token, body }),
          );
        const post = (text: string, id: string) =>
          attempt(() =>
            call<{ id: string }>(
              'POST',
              `${bot.url}/v3/directline/conversations/${client.started.conversationId}/activities`,
              {
                token: client.started.token,
                body: { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: id } },
              },
            ),
          );
        /** Everything here may be sent again: lines are set, not added; the checkout has its key, the messages their ids. */
        const accepted = new Map<string, string>();
        const visit = async (): Promise<string | null> => {
          for (const [n, text] of ['Do you have jackets?', 'How long does delivery take?', 'thanks'].entries()) {
            const answer = await post(text, `m${n}`);
            if (answer?.status === 200) accepted.set(`m${n}`, answer.body.id);
          }
          await shopCall('PUT', `cart/lines/${product.id}`, { quantity: 2 });
          await shopCall('POST', 'cart/offer', { offer });
          const paid = await shopCall('POST', 'checkout', { idempotencyKey: `checkout-${round}` });
          return paid?.status === 201 ? paid.body.number! : null;
        };
        const first = visit();
        await delay(random() * 250);
        await kill();
        const early = await first;
        await restart();
        // A message accepted before the kill is answered though nobody sends it again.
        const conversation = asId<ConversationId>(client.started.conversationId);
        const answers = async (id: string) =>
          (await stores!.transcripts.after(conversation, 0, 100)).filter(
            e => e.from === 'bot' && (JSON.parse(e.activity) as { replyToId?: string }).replyToId === id,
          ).length;
        for (const id of accepted.values()) {
          await untilTrue(
            async () => (await answers(id)) > 0,
            () => `Round ${round}: ${id} was not answered: ${bot.program.output.slice(-2_000)}`,
          );
        }
        // The client, who can't know, does it all again; a cart is locked for a while after its process died.
        let number = early;
        await untilTrue(
          async () => {
            const paid = await shopCall('POST', 'checkout', { idempotencyKey: `checkout-${round}` });
            number = paid?.status === 201 ? paid.body.number! : await visit();
            return number !== null;
          },
          () => `Round ${round}: nothing could be bought`,
        );
        if (early) expect(number).toBe(early);
        for (const text of ['m0', 'm1', 'm2']) await post('again', text);
        await untilTrue(
          async () => {
            const counts = await Promise.all([...accepted.values()].map(answers));
            return accepted.size === 3 && counts.every(c => c > 0);
          },
          () => `Round ${round}: a message was not answered after it was sent again`,
        );
        // What was held for a deal that never came onto the cart is held until the deal has expired.
        await sweep({ stores: stores!, now: new Date(Date.now() + 86_400_000) });
        bought += 1;
        const orders = (await stores!.orders.ofShopper(shopper, 10)).filter(o => o.status !== 'cancelled');
        expect(orders.map(o => o.number)).toEqual([number]);
        // Killed between the cart's lines and its deal, the first checkout afterwards buys at the full price.
        if (orders[0]!.offer) redeemed += 1;
        const books = await stores!.books(promotion.id);
        expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
        expect(books).toMatchObject({ committedMinor: redeemed * 1_000, heldMinor: 0 });
        expect((await stores!.products.many([product.id]))[0]!.stock).toBe(1_000 - 2 * bought);
        const entries = await stores!.transcripts.after(conversation, 0, 100);
        expect(entries.map(e => e.seq)).toEqual(entries.map((_, i) => i + 1));
        const said = entries.map(e => `${e.from} ${e.activity}`).join('\n');
        for (const id of accepted.values()) {
          expect(await answers(id), `Round ${round}: ${id}\n${said}\n${bot.program.output.slice(-4_000)}`).toBe(1);
        }
      }
    },
    60_000 + rounds * 60_000,
  );
};

describe('with the database in the same process', () => crashRounds(false, longRounds || 3, 1));
describe('with a database of its own', () => crashRounds(true, longRounds || 1, 2));
