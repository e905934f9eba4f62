import { expect, test } from 'vitest';
import { latestOnly, Overtaken } from './latest-only.ts';

/** Work that is ended by hand, and what of it is under way. */
const bench = () => {
  const begun: string[] = [];
  let open: { done: (value: string) => void; failed: (fault: Error) => void } | null = null;
  const works = latestOnly<string>(async () => open?.failed(new Error('stopped')));
  const run = (name: string) => () => {
    expect(open).toBeNull();
    begun.push(name);
    return new Promise<string>((done, failed) => {
      open = { done, failed };
    }).finally(() => {
      open = null;
    });
  };
  return { works, begun, ask: (name: string) => works.of(name, run(name)), now: () => open! };
};
const settle = () => new Promise(resolve => setImmediate(resolve));

test('a newer request ends the one under way, and of those that wait only the newest is begun', async () => {
  const { ask, begun, now } = bench();
  const asked = ['a', 'b', 'c'].map(async name => {
    const made = ask(name);
    if (name === 'a') await settle();
    return made;
  });
  const ends = Promise.allSettled(asked);
  await settle();
  expect(begun).toEqual(['c']);
  now().done('made');
  expect((await ends).map(end => (end.status === 'fulfilled' ? end.value : end.reason.name))).toEqual([
    'Overtaken',
    'Overtaken',
    'made',
  ]);
  const first = ask('d');
  await settle();
  const second = ask('e');
  await expect(first).rejects.toThrow(Overtaken);
  await settle();
  now().done('e');
  expect(await second).toBe('e');
  expect(begun).toEqual(['c', 'd', 'e']);
});

test('the same request twice is made once, and one that failed is not tried again', async () => {
  const { works, ask, begun, now } = bench();
  const first = ask('a');
  expect(ask('a')).toBe(first);
  await settle();
  now().failed(new Error('no memory'));
  await expect(first).rejects.toThrow('no memory');
  const other = ask('b');
  await settle();
  now().done('b');
  await other;
  await expect(ask('a')).rejects.toThrow('no memory');
  expect(begun).toEqual(['a', 'b']);

  const last = ask('c');
  await settle();
  await works.end();
  await expect(last).rejects.toThrow(Overtaken);
});
