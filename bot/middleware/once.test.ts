import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { asId, type ConversationId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { Deliveries, type Delivery } from './once.ts';
import { TurnQueue } from './turn-queue.ts';

let stores: Stores;
const clock = () => new Date();
beforeAll(async () => {
  stores = await openStores({ dataDir: null, dbPort: 0 });
});
afterAll(() => stores.close());

const delivery = (activityId: string): Delivery => ({
  channel: 'web',
  conversation: asId<ConversationId>('c'),
  activityId,
  shopper: asId<ShopperId>('s'),
  signedIn: false,
});
/** What one process has. */
const aProcess = () => {
  const deliveries = new Deliveries(stores.inbox, clock);
  const queue = new TurnQueue(stores.locks, clock);
  return {
    deliveries,
    queue,
    run: (d: Delivery, turn: () => Promise<void>) => deliveries.run(d, work => queue.run(d.conversation, work), turn),
  };
};

it('a message whose process died after accepting it is taken up when it is sent again, and answered once', async () => {
  expect(await aProcess().deliveries.accept(delivery('a'))).toBe(true);
  const [one, two] = [aProcess(), aProcess()];
  let answers = 0;
  const resend = async (to: typeof one) => {
    if (await to.deliveries.accept(delivery('a'))) await to.run(delivery('a'), async () => void answers++);
  };
  await Promise.all([one, two, one, two].map(resend));
  await resend(aProcess());
  expect(answers).toBe(1);
});

it('a message nobody sends again is found by those who look for it', async () => {
  await aProcess().deliveries.accept(delivery('b'));
  const other = aProcess();
  expect(await other.deliveries.abandoned(new Date(Date.now() + 1_000))).toEqual([delivery('b')]);
  expect(await other.deliveries.abandoned(new Date(0))).toEqual([]);
  if (await other.deliveries.accept(delivery('b'))) await other.run(delivery('b'), async () => {});
  expect(await aProcess().deliveries.abandoned(new Date(Date.now() + 1_000))).toEqual([]);
});

it('a turn that could not run leaves the message open for the next try', async () => {
  const first = aProcess();
  await first.deliveries.accept(delivery('c'));
  await expect(
    first.run(delivery('c'), async () => {
      throw new Error('The database went away');
    }),
  ).rejects.toThrow('went away');
  expect(await first.deliveries.accept(delivery('c'))).toBe(true);
});

it('what another process answered before its turn came is not answered again, also where the first to accept it lives on', async () => {
  const [one, two] = [aProcess(), aProcess()];
  const conversation = delivery('').conversation;
  let answers = 0;
  const answer = async () => void answers++;
  await one.queue.run(conversation, async () => {});
  expect(await one.deliveries.accept(delivery('d'))).toBe(true);
  // The channel sends it again, to the other process, which is faster.
  expect(await two.deliveries.accept(delivery('d'))).toBe(true);
  await two.run(delivery('d'), answer);
  await one.queue.run(conversation, async () => {});
  await one.run(delivery('d'), answer);
  expect(answers).toBe(1);
});

it('where no other process has been in the conversation, an accepted message is not looked up before its turn', async () => {
  const [one, two] = [aProcess(), aProcess()];
  const looked = vi.spyOn(stores.inbox, 'isOpen');
  const say = async (to: typeof one, activityId: string) => {
    looked.mockClear();
    await to.deliveries.accept(delivery(activityId));
    await to.run(delivery(activityId), async () => {});
    return looked.mock.calls.length;
  };
  await one.queue.run(delivery('').conversation, async () => {});
  expect(await say(one, 'e1')).toBe(0);
  expect(await say(one, 'e2')).toBe(0);
  expect(await say(two, 'e3')).toBe(1);
  expect(await say(one, 'e4')).toBe(1);
  expect(await say(one, 'e5')).toBe(0);
  looked.mockRestore();
});

it('tells since when no other process has had a turn of the conversation', async () => {
  const [one, two] = [aProcess(), aProcess()];
  const conversation = asId<ConversationId>('held');
  const sinceOf = (to: typeof one) => to.queue.run(conversation, async since => since);
  const first = await sinceOf(one);
  expect(await sinceOf(one)).toBe(first);
  const start = performance.now();
  expect(await sinceOf(two)).toBeGreaterThanOrEqual(start);
  const again = await sinceOf(one);
  expect(again).toBeGreaterThan(first);
  expect(await sinceOf(one)).toBe(again);
});
