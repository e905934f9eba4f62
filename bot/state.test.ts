import { TestAdapter, type TurnContext } from 'botbuilder-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Stores } from '../knowledge/ports.ts';
import { openStores } from '../knowledge/store/open.ts';
import { setHeldSince } from './middleware/turn-meta.ts';
import { StateStorage } from './state.ts';
import { TurnState } from './turn-state.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await openStores({ dataDir: null, dbPort: 0 });
});
afterAll(async () => {
  await stores.close();
});

it('a stale write of bot state throws instead of overwriting, also through the state of a turn', async () => {
  const storage = new StateStorage(stores.state);
  const state = new TurnState(storage);
  const count = state.createProperty<number>('count');
  const during: (() => Promise<void>)[] = [];
  const adapter = new TestAdapter(async (context: TurnContext) => {
    const before = await count.get(context, 0);
    await during.pop()?.();
    await count.set(context, before + 1);
    await state.saveChanges(context);
    await context.sendActivity(`${before + 1}`);
  });
  await adapter.send('one').assertReply('1').startTest();
  await adapter.send('two').assertReply('2').startTest();
  // Another process saves between this turn's read and its write.
  during.push(async () => {
    const other = new StateStorage(stores.state);
    const key = Object.keys(await stores.state.read(keys))[0]!;
    const items = await other.read([key]);
    items[key].count = 40;
    items[key].eTag = '*';
    await other.write(items);
  });
  const keys = [`test/conversations/${adapter.conversation.conversation.id}/`];
  await expect(adapter.send('three').startTest()).rejects.toThrow();
  await adapter.send('four').assertReply('41').startTest();
});

it('a turn reads its state once and sees what it set; cleared state is empty, deleted state gone', async () => {
  const storage = new StateStorage(stores.state);
  let reads = 0;
  const counting = {
    read: (keys: string[]) => {
      reads++;
      return storage.read(keys);
    },
    write: storage.write.bind(storage),
    delete: storage.delete.bind(storage),
  };
  const state = new TurnState(counting);
  const said = state.createProperty<string[]>('said');
  const adapter = new TestAdapter(async (context: TurnContext) => {
    const { text } = context.activity;
    if (text === 'clear') await state.clear(context);
    await said.set(context, [...(await said.get(context, [])), text]);
    const [first] = await said.get(context, []);
    expect(state.get(context)).toMatchObject({ said: expect.arrayContaining([text]) });
    await state.saveChanges(context);
    if (text === 'delete') await state.delete(context);
    await context.sendActivity(first!);
  });
  await adapter.send('one').assertReply('one').startTest();
  await adapter.send('two').assertReply('one').startTest();
  expect(reads).toBe(2);
  await adapter.send('clear').assertReply('clear').startTest();
  await adapter.send('delete').assertReply('clear').startTest();
  await adapter.send('three').assertReply('three').startTest();
});

it('a state is not read again while no other process has had the conversation, and read where one has', async () => {
  const storage = new StateStorage(stores.state);
  const read = vi.spyOn(stores.state, 'read');
  const state = new TurnState(storage);
  const count = state.createProperty<number>('count');
  let since = performance.now();
  const adapter = new TestAdapter(async (context: TurnContext) => {
    setHeldSince(context, since);
    await count.set(context, (await count.get(context, 0)) + 1);
    if (context.activity.text === 'fail') throw new Error('Nothing is saved');
    await state.saveChanges(context);
    await context.sendActivity(`${await count.get(context)}`);
  });
  const say = async (text: string, reply: string) => {
    read.mockClear();
    await adapter.send(text).assertReply(reply).startTest();
    return read.mock.calls.length;
  };
  expect(await say('one', '1')).toBe(1);
  expect(await say('two', '2')).toBe(0);
  await expect(adapter.send('fail').startTest()).rejects.toThrow();
  expect(await say('three', '3')).toBe(0);
  // Another process had it: it is read, and what is there counts.
  const key = `test/conversations/${adapter.conversation.conversation.id}/`;
  await stores.state.write(key, JSON.stringify({ count: 40 }), '*');
  since = performance.now();
  expect(await say('four', '41')).toBe(1);
  // One that should not have been there: the write is refused, and what was remembered goes.
  await stores.state.write(key, JSON.stringify({ count: 60 }), '*');
  await expect(adapter.send('five').startTest()).rejects.toThrow();
  expect(await say('six', '61')).toBe(1);
  read.mockRestore();
});

it('a key that was missing is only ever inserted: the second of two first turns is refused', async () => {
  const first = new StateStorage(stores.state);
  const second = new StateStorage(stores.state);
  const a = await first.read(['fresh']);
  const b = await second.read(['fresh']);
  a.fresh.eTag = '*';
  b.fresh.eTag = '*';
  await first.write({ fresh: Object.assign(a.fresh, { who: 'a' }) });
  await expect(second.write({ fresh: Object.assign(b.fresh, { who: 'b' }) })).rejects.toThrow();
  expect((await first.read(['fresh'])).fresh).toMatchObject({ who: 'a' });
});

it('cleared state overwrites, as asked, and deleted state is gone', async () => {
  const storage = new StateStorage(stores.state);
  await storage.write({ cleared: { a: 1 } });
  await storage.write({ cleared: { eTag: '*' } });
  expect((await storage.read(['cleared'])).cleared).not.toHaveProperty('a');
  await storage.delete(['cleared']);
  expect(await stores.state.read(['cleared'])).toEqual({});
});
