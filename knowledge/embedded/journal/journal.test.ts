import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../domain/random.ts';
import { Engine } from '../engine/engine.ts';
import type { Doc } from '../engine/values.ts';
import { type Files, nodeFiles, type WritableFile } from './files.ts';
import { Journal, type JournalOptions } from './journal.ts';
import { DamagedFileError } from './recovery.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counteroffer-journal-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const openJournal = async (options: Partial<JournalOptions> = {}) => {
  const messages: string[] = [];
  const journal = new Journal({
    folder,
    files: nodeFiles,
    fsync: false,
    log: message => messages.push(message),
    ...options,
  });
  const engine = new Engine((change, undo) => journal.append(change, undo));
  await journal.open(engine);
  return { journal, engine, messages };
};

const documents = (engine: Engine, namespace = 'shop.orders'): Doc[] =>
  engine
    .find(namespace)
    ?.documents()
    .map(({ doc }) => doc) ?? [];

/** Writes one group per document, so that each is a frame of its own. */
const writeOrders = async (count: number): Promise<void> => {
  const { journal, engine } = await openJournal();
  const orders = engine.ensure('shop.orders');
  orders.createIndex({ name: 'number_1', key: { number: 1 }, unique: true, sparse: false });
  await journal.settled();
  for (let number = 0; number < count; number++) {
    orders.insert({ _id: `order-${number}`, number });
    await journal.settled();
  }
  await journal.close();
};

describe('a data folder', () => {
  it('comes back as it was: documents, changes, deletions, indexes, dropped collections', async () => {
    const { journal, engine } = await openJournal();
    const orders = engine.ensure('shop.orders');
    const [first, second] = [orders.insert({ _id: 1, number: 1 }), orders.insert({ _id: 2, number: 2 })];
    orders.createIndex({ name: 'number_1', key: { number: 1 }, unique: true, sparse: false });
    orders.replace(first, { _id: 1, number: 3, at: new Date(5) });
    orders.remove(second);
    orders.insert({ _id: 4, number: 2 });
    engine.ensure('shop.old').insert({ _id: 1 });
    engine.drop('shop.old');
    await journal.close();

    const again = await openJournal();
    expect(documents(again.engine)).toEqual([
      { _id: 1, number: 3, at: new Date(5) },
      { _id: 4, number: 2 },
    ]);
    expect(again.engine.find('shop.old')).toBeUndefined();
    expect(() => again.engine.find('shop.orders')!.insert({ _id: 9, number: 3 })).toThrow(/E11000/);
    await again.journal.close();
  });

  it('a log cut at any byte opens as a prefix of what was written, takes new writes and opens again', {
    timeout: 60_000,
  }, async () => {
    await writeOrders(10);
    const path = join(folder, '1.log');
    const whole = await readFile(path);
    let lastCount = 0;
    for (let length = 0; length <= whole.byteLength; length++) {
      for (const name of await readdir(folder)) await rm(join(folder, name));
      await writeFile(path, whole.subarray(0, length));
      const opened = await openJournal();
      const found = documents(opened.engine).map(doc => doc.number);
      expect(found).toEqual(Array.from({ length: found.length }, (_, number) => number));
      expect(found.length).toBeGreaterThanOrEqual(lastCount);
      lastCount = found.length;
      opened.engine.ensure('shop.orders').insert({ _id: 'after', number: 1000 });
      await opened.journal.close();
      const again = await openJournal();
      expect(documents(again.engine).length).toBe(found.length + 1);
      await again.journal.close();
    }
    expect(lastCount).toBe(10);
  });

  it('600 flipped bits: each is refused or costs the last record only, none loses something in silence', {
    timeout: 60_000,
  }, async () => {
    await writeOrders(20);
    const path = join(folder, '1.log');
    const whole = await readFile(path);
    const random = seededRandom(11);
    let refused = 0;
    let cut = 0;
    for (let flip = 0; flip < 600; flip++) {
      for (const name of await readdir(folder)) await rm(join(folder, name));
      const damaged = Buffer.from(whole);
      const at = Math.floor(random() * damaged.byteLength);
      damaged[at] = damaged[at]! ^ (1 << Math.floor(random() * 8));
      await writeFile(path, damaged);
      try {
        const opened = await openJournal();
        expect(documents(opened.engine).length).toBe(19);
        expect(opened.messages.join()).toContain('was cut off and kept');
        await opened.journal.close();
        cut++;
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedFileError);
        expect(await readFile(path)).toEqual(damaged);
        refused++;
      }
    }
    expect(refused + cut).toBe(600);
    expect(refused).toBeGreaterThan(500);
  });

  it('damage in the middle names the file, the byte and what to do', async () => {
    await writeOrders(5);
    const path = join(folder, '1.log');
    const bytes = await readFile(path);
    const at = bytes.indexOf('order-1');
    bytes[at] = bytes[at]! ^ 1;
    await writeFile(path, bytes);
    const error = await openJournal().catch(fault => fault);
    expect(error).toBeInstanceOf(DamagedFileError);
    expect(error.offset).toBeLessThan(at);
    expect(error.message).toContain(path);
    expect(error.message).toContain(`at byte ${error.offset}`);
    expect(error.message).toContain('Restore the folder from a backup');
  });

  it('a missing log is refused', async () => {
    await writeOrders(3);
    await writeFile(join(folder, '3.log'), '');
    await expect(openJournal()).rejects.toThrow(/2\.log.*missing/);
  });

  it('snapshots replace old logs and lose nothing', async () => {
    const { journal, engine } = await openJournal({ compactAtBytes: 2_000 });
    const orders = engine.ensure('shop.orders');
    orders.createIndex({ name: 'number_1', key: { number: 1 }, unique: true, sparse: false });
    for (let number = 0; number < 300; number++) {
      orders.insert({ _id: number, number });
      if (number % 3 === 0) orders.remove(orders.select({ filter: { _id: number } })[0]!);
      await journal.settled();
    }
    await journal.close();
    const names = await readdir(folder);
    expect(names.some(name => name.endsWith('.snap'))).toBe(true);
    expect(names).not.toContain('1.log');
    const again = await openJournal();
    expect(documents(again.engine).length).toBe(200);
    expect(() => again.engine.find('shop.orders')!.insert({ _id: 'x', number: 1 })).toThrow(/E11000/);
    await again.journal.close();
  });

  it('a damaged snapshot is refused', async () => {
    const { journal, engine } = await openJournal({ compactAtBytes: 500 });
    for (let number = 0; number < 50; number++) {
      engine.ensure('shop.orders').insert({ _id: number, text: 'snapshot me' });
      await journal.settled();
    }
    await journal.close();
    const name = (await readdir(folder)).find(file => file.endsWith('.snap'))!;
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, name), bytes.subarray(0, bytes.byteLength - 1));
    await expect(openJournal()).rejects.toBeInstanceOf(DamagedFileError);
  });
});

describe('group commit', () => {
  it('200 changes made at once share one fsync, and none is settled before it', async () => {
    let syncs = 0;
    const { journal, engine } = await openJournal({
      fsync: true,
      files: watching({ beforeSync: async () => void syncs++ }),
    });
    await journal.settled();
    syncs = 0;
    const orders = engine.ensure('shop.orders');
    const settled = Array.from({ length: 200 }, (_, _id) => {
      orders.insert({ _id });
      return journal.settled()!.then(() => syncs);
    });
    expect(new Set(await Promise.all(settled))).toEqual(new Set([1]));
    await journal.close();
  });
});

describe('a failing disk', () => {
  for (const [code, name] of [
    ['EIO', 'FileStreamFailed'],
    ['ENOSPC', 'OutOfDiskSpace'],
  ] as const) {
    it(`${code} while syncing: not acknowledged, taken back in memory, later writes refused, old data readable after a restart`, async () => {
      let isBroken = false;
      const files = watching({
        beforeSync: async () => {
          if (isBroken) throw Object.assign(new Error(`${code}: the test's disk`), { code });
        },
      });
      const { journal, engine } = await openJournal({ fsync: true, files });
      const orders = engine.ensure('shop.orders');
      orders.createIndex({ name: 'number_1', key: { number: 1 }, unique: true, sparse: false });
      const kept = orders.insert({ _id: 'kept', number: 1 });
      await journal.settled();
      isBroken = true;
      orders.replace(kept, { _id: 'kept', number: 2 });
      orders.insert({ _id: 'lost', number: 1 });
      await expect(journal.settled()).rejects.toMatchObject({
        codeName: name,
        message: expect.stringContaining(join(folder, '1.log')),
      });
      expect(documents(engine)).toEqual([{ _id: 'kept', number: 1 }]);
      expect(orders.select({ filter: { number: 1 } }).length).toBe(1);
      expect(journal.failure()?.codeName).toBe(name);
      await journal.close();
      const again = await openJournal();
      expect(documents(again.engine)).toEqual([{ _id: 'kept', number: 1 }]);
      await again.journal.close();
    });
  }

  it('a snapshot that cannot be written leaves the log in charge', async () => {
    const files: Files = {
      ...nodeFiles,
      rename: async () => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
    };
    const { journal, engine, messages } = await openJournal({ files, compactAtBytes: 300 });
    for (let _id = 0; _id < 40; _id++) {
      engine.ensure('shop.orders').insert({ _id });
      await journal.settled();
    }
    await journal.close();
    expect(messages.join()).toContain('was not written, the log goes on growing');
    const again = await openJournal();
    expect(documents(again.engine).length).toBe(40);
    await again.journal.close();
  });
});

const watching = ({ beforeSync }: { beforeSync: () => Promise<void> }): Files => ({
  ...nodeFiles,
  open: async path => {
    const file = await nodeFiles.open(path);
    const watched: WritableFile = {
      append: bytes => file.append(bytes),
      truncate: length => file.truncate(length),
      close: () => file.close(),
      sync: async () => {
        await beforeSync();
        await file.sync();
      },
    };
    return watched;
  },
});
