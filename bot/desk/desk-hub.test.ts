import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { DeskEvent } from '../../knowledge/domain/desk.ts';
import type { AgentId } from '../../knowledge/domain/ids.ts';
import type { DeskEventStore } from '../../knowledge/ports/desk.ts';
import { DeskHub } from './desk-hub.ts';

/** The numbered events of all processes, of which the first `pruned` are gone. */
const eventsOf = () => {
  const all: DeskEvent[] = [];
  let pruned = 0;
  const store: DeskEventStore = {
    append: () => Promise.reject(new Error('Written by another process here')),
    after: async (seq, limit) => all.filter(e => e.seq > Math.max(seq, pruned)).slice(0, limit),
    last: async () => all.length,
    first: async () => (all.length > pruned ? pruned + 1 : 0),
    prune: async () => 0,
  };
  const write = (count = 1): void => {
    for (let i = 0; i < count; i++) {
      all.push({ seq: all.length + 1, kind: 'note', data: `{"n":${all.length + 1}}`, at: new Date(0) });
    }
  };
  const prune = (seq: number): void => {
    pruned = seq;
  };
  return { store, write, prune };
};

const consoleOf = () => {
  const numbers: number[] = [];
  const sink = {
    bufferedBytes: 0,
    send: (frame: string) => {
      const id = /^id: (\d+)/.exec(frame)?.[1];
      if (id) numbers.push(Number(id));
    },
    end: () => undefined,
  };
  return { numbers, open: { sink, agent: 'anna' as AgentId, sees: () => true } };
};

const log = pino({ level: 'silent' });
const settled = () => new Promise(resolve => setImmediate(resolve));

it('a poke that comes at the very end of a reading is not overlooked, whenever it comes', async () => {
  for (let ticks = 0; ticks < 24; ticks++) {
    const { store, write } = eventsOf();
    const hub = new DeskHub(store, log);
    await hub.start();
    const { numbers, open } = consoleOf();
    hub.open(undefined, open);
    write();
    void hub.catchUp();
    for (let i = 0; i < ticks; i++) await null;
    write();
    void hub.catchUp();
    await settled();
    expect([ticks, numbers]).toEqual([ticks, [1, 2]]);
  }
});

it('a process that slept while events were pruned goes on with what is left', async () => {
  const { store, write, prune } = eventsOf();
  const hub = new DeskHub(store, log);
  await hub.start();
  const { numbers, open } = consoleOf();
  hub.open(undefined, open);
  write(1_400);
  prune(700);
  await hub.catchUp();
  expect(hub.seq).toBe(1_400);
  expect(numbers).toEqual(Array.from({ length: 700 }, (_, i) => 701 + i));
}, 5_000);
