import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Stores } from '../ports.ts';
import { openStores } from '../store/open.ts';
import { silent } from './progress.ts';
import type { ReportJson } from './report.ts';
import { openImport, runImport } from './run-import.ts';

export const now = new Date('2026-05-01T12:00:00.000Z');

/** Empty stores in memory and a folder for files; `close` removes both. */
export const workshop = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  const stores = await openStores({ dataDir: null });
  const file = async (name: string, text: string | Uint8Array): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  return {
    stores,
    file,
    gzip: (name: string, text: string) => file(name, gzipSync(text)),
    run: async (
      kind: string,
      path: string,
      options: Partial<Parameters<typeof runImport>[1]> = {},
    ): Promise<ReportJson> => runImport(await openImport(kind, path), { stores, progress: silent, now, ...options }),
    close: async (): Promise<void> => {
      await stores.close();
      await rm(folder, { recursive: true });
    },
  };
};

export type Workshop = Awaited<ReturnType<typeof workshop>>;

/** Everything an import can write, in a fixed order, to compare two states of a shop. */
export const everything = async (stores: Stores) => {
  const orders = [];
  for await (const order of stores.orders.stream()) orders.push(order);
  const byId = <T extends { readonly id: string }>(all: T[]): T[] => all.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    shop: await stores.shop.get(),
    products: byId(await stores.products.all()),
    shoppers: byId(await stores.shoppers.sample(10_000)),
    orders: byId(orders),
  };
};
