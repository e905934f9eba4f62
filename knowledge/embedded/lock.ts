import { link, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { encodeCommand, MessageReader, parseRequest } from './wire.ts';

/** What the lock file of a data folder says about its owner. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
  readonly instance: string;
  readonly startedAt: string;
}

export interface FolderLock {
  release(): Promise<void>;
}

export type Acquired =
  | { readonly kind: 'taken'; readonly lock: FolderLock }
  | { readonly kind: 'owned'; readonly port: number };

const lockName = 'embedded.lock';
const heartbeatMilliseconds = 2_000;
const silentMilliseconds = 10_000;
/** Another machine's owner shows it lives by touching the file; this long without is dead. */
const staleMilliseconds = 15_000;

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const readOwner = async (path: string): Promise<Owner | 'unreadable' | undefined> => {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8')) as Partial<Owner>;
    if (typeof owner.pid !== 'number' || typeof owner.port !== 'number' || typeof owner.instance !== 'string')
      return 'unreadable';
    return {
      pid: owner.pid,
      port: owner.port,
      instance: owner.instance,
      host: owner.host ?? '',
      startedAt: owner.startedAt ?? '',
    };
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
};

/** The live server that owns this folder, or undefined: nobody, or one that is gone. */
export const liveOwner = async (dataDir: string): Promise<{ readonly port: number } | undefined> => {
  const path = join(dataDir, lockName);
  const owner = await readOwner(path);
  return owner && owner !== 'unreadable' && (await isLive(owner, path)) ? { port: owner.port } : undefined;
};

/** Takes the folder for this server, or reports the live server that has it. `onLost` is called if the lock is taken away. */
export const acquireLock = async (
  dataDir: string,
  self: { readonly port: number; readonly instance: string },
  onLost: (message: string) => void,
): Promise<Acquired> => {
  const path = join(dataDir, lockName);
  const own: Owner = { pid: process.pid, host: hostname(), ...self, startedAt: new Date().toISOString() };
  const draft = `${path}.${self.instance}`;
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await place(path, draft, JSON.stringify(own)))
      return { kind: 'taken', lock: holdLock(path, self.instance, onLost) };
    const owner = await readOwner(path);
    if (owner === undefined) continue;
    if (owner !== 'unreadable' && (await isLive(owner, path))) return { kind: 'owned', port: owner.port };
    await removeStale(path, draft, owner);
  }
  throw new Error(`The lock ${path} could not be taken: other programs keep taking it`);
};

/** Puts a finished lock file in place in one step, so that nobody reads half of one. */
const place = async (path: string, draft: string, content: string): Promise<boolean> => {
  await writeFile(draft, content);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without hard links: exclusive creation is the next best.
    return await writeFile(path, content, { flag: 'wx' }).then(
      () => true,
      again => {
        if ((again as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw again;
      },
    );
  } finally {
    await unlink(draft).catch(() => {});
  }
};

/** Moves a stale lock aside; if it turns out that another start replaced it just before, theirs is put back. */
const removeStale = async (path: string, draft: string, judged: Owner | 'unreadable'): Promise<void> => {
  const aside = `${draft}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = await readOwner(aside);
  const isSame =
    moved === judged ||
    (moved && moved !== 'unreadable' && judged !== 'unreadable' && moved.instance === judged.instance);
  if (!isSame) await link(aside, path).catch(() => {});
  await unlink(aside).catch(() => {});
};

const holdLock = (path: string, instance: string, onLost: (message: string) => void): FolderLock => {
  let isReleased = false;
  const beat = async (): Promise<void> => {
    const owner = await readOwner(path).catch(() => undefined);
    if (isReleased) return;
    if (!owner || owner === 'unreadable' || owner.instance !== instance) {
      clearInterval(timer);
      onLost(`The lock ${path} was removed or taken over; this server no longer writes`);
      return;
    }
    const now = new Date();
    await utimes(path, now, now).catch(() => {});
  };
  const timer = setInterval(() => void beat(), heartbeatMilliseconds);
  timer.unref();
  return {
    release: async () => {
      if (isReleased) return;
      isReleased = true;
      clearInterval(timer);
      const owner = await readOwner(path);
      if (owner && owner !== 'unreadable' && owner.instance === instance) await unlink(path);
    },
  };
};

const isLive = async (owner: Owner, path: string): Promise<boolean> => {
  if (owner.host !== '' && owner.host !== hostname()) return isTouched(owner, path);
  if (!isRunning(owner.pid)) return false;
  const answer = await askInstance(owner.port);
  if (answer === 'silent') {
    throw new Error(
      `The data folder's lock ${path} names process ${owner.pid} at port ${owner.port}, which runs but does not answer; stop it, or delete the lock if it is not a Counteroffer server`,
    );
  }
  return answer === owner.instance;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's, but alive
  }
};

/** On another machine (or container) only the file's age tells. */
const isTouched = async (owner: Owner, path: string): Promise<boolean> => {
  const touchedAt = async (): Promise<number> => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
  const first = await touchedAt();
  while (Date.now() - first < staleMilliseconds) {
    await new Promise(resolve => setTimeout(resolve, heartbeatMilliseconds / 2));
    const now = await touchedAt();
    if (now === 0) return false;
    if (now !== first)
      throw new Error(
        `The data folder is in use by process ${owner.pid} on ${owner.host} (lock ${path}); only one server may write a folder`,
      );
  }
  return false;
};

/** Asks whoever listens at a port for its instance id; undefined: nobody, or a stranger. */
const askInstance = (port: number): Promise<string | 'silent' | undefined> =>
  new Promise(resolve => {
    const reader = new MessageReader();
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (answer: string | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => finish('silent'), silentMilliseconds);
    socket.on('connect', () => socket.write(encodeCommand(1, { hello: 1, $db: 'admin' })));
    socket.on('error', () => finish(undefined));
    socket.on('close', () => finish(undefined));
    socket.on('data', chunk => {
      try {
        const [reply] = reader.push(chunk);
        if (!reply) return;
        const { counteroffer } = parseRequest(reply).command as { counteroffer?: { instance?: unknown } };
        finish(typeof counteroffer?.instance === 'string' ? counteroffer.instance : undefined);
      } catch {
        finish(undefined);
      }
    });
  });
