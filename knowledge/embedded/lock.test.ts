import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BadInput } from '../command-line.ts';
import { type EmbeddedServer, startEmbedded } from './server.ts';

let folder: string;
const servers: EmbeddedServer[] = [];

const start = async (options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<EmbeddedServer> => {
  const server = await startEmbedded({ dataDir: folder, port: 0, ...options });
  servers.push(server);
  return server;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counteroffer-lock-'));
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()));
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['a file', 'journal.txt', 'a file is there'],
  ['below a file', join('journal.txt', 'data'), 'a part of its path is a file'],
])('a DATA_DIR that is %s is named with its value and what is allowed', async (_what, path, reason) => {
  await writeFile(join(folder, 'journal.txt'), 'mine');
  const dataDir = join(folder, path);
  const fault = await start({ dataDir }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(BadInput);
  expect((fault as Error).message).toBe(
    `DATA_DIR has to be a folder that can be written to, or one that can be made, got "${dataDir}": ${reason}`,
  );
  expect(await readFile(join(folder, 'journal.txt'), 'utf8')).toBe('mine');
});

it('a folder that is served already is joined, and closing the guest leaves the owner running', async () => {
  const owner = await start();
  const guest = await start();
  expect(guest).toMatchObject({ joined: true, port: owner.port, uri: owner.uri });
  await guest.close();
  const client = await new MongoClient(guest.uri).connect();
  expect(await client.db('shop').command({ ping: 1 })).toEqual({ ok: 1 });
  await client.close();
});

it('of five that start at once on one folder, one owns it and four join', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => start()));
  expect(all.filter(server => !server.joined).length).toBe(1);
  expect(new Set(all.map(server => server.port)).size).toBe(1);
});

it('a lock whose process is dead is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeLock({ pid, port: 1 });
  expect((await start()).joined).toBe(false);
});

it('a lock whose process id lives on in another program is taken over: nobody with its identity answers', async () => {
  const stranger = await startEmbedded({ dataDir: null, port: 0 });
  servers.push(stranger);
  await writeLock({ pid: process.pid, port: stranger.port });
  expect((await start()).joined).toBe(false);
});

it('a half-written lock is taken over', async () => {
  await writeFile(join(folder, 'embedded.lock'), '{"pid":');
  expect((await start()).joined).toBe(false);
});

it('a closed server leaves no lock, and the folder opens again with its data', async () => {
  const first = await start();
  const client = await new MongoClient(first.uri).connect();
  await client.db('shop').collection('orders').insertOne({ number: 1 });
  await client.close();
  await first.close();
  expect(await readdir(folder)).toEqual(['1.log']);
  const second = await start();
  const again = await new MongoClient(second.uri).connect();
  expect(await again.db('shop').collection('orders').countDocuments()).toBe(1);
  await again.close();
});

it('a taken port is an error that names DB_PORT when it is fixed, and a free one is found when it is not', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  await expect(start({ port, portFixed: true })).rejects.toThrow(new RegExp(`Port ${port} is taken.*DB_PORT`));
  expect(await readdir(folder)).toEqual([]);
  const server = await start({ port });
  expect(server.port).not.toBe(port);
  await new Promise(resolve => other.close(resolve));
});

const writeLock = ({ pid, port }: { pid: number; port: number }): Promise<void> =>
  writeFile(
    join(folder, 'embedded.lock'),
    JSON.stringify({ pid, port, instance: 'an-earlier-run', startedAt: new Date(0) }),
  );
