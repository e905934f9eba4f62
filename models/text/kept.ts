/**
 * What was learned, kept in files beside the database: found again at the next start when nothing that it was learned
 * from has changed. A file that is damaged or cannot be written only costs learning again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { KeptVectors } from '../../knowledge/retrieval/pages/meanings.ts';

export interface KeptFiles {
  /** Null: in memory, where no other thread finds anything. */
  readonly folder: string | null;
  /** What was kept under this name from the same `from`; otherwise `make`s it and keeps it. */
  of<T>(name: string, from: unknown, make: () => Promise<T>): Promise<T>;
}

const digestLength = 32;
const digest = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** Code, and language files, that whatever is learned depends on. */
const folders = ['./', '../../knowledge/domain/', '../../knowledge/language/', '../../knowledge/retrieval/'];

const codes = new Map<string, string>();
/** Changes with every file of these folders, and with `versions`. */
const digestOf = (of: readonly string[], versions: string): string => {
  const key = of.join();
  let code = codes.get(key);
  if (code === undefined) {
    const hash = createHash('sha256').update(versions);
    for (const folder of of) {
      const at = fileURLToPath(new URL(folder, import.meta.url));
      const files = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter(
        name => /\.(?:ts|js|md)$/.test(name) && !/\.test\./.test(name),
      );
      for (const name of files.sort()) hash.update(name).update(readFileSync(join(at, name)));
    }
    code = hash.digest('hex');
    codes.set(key, code);
  }
  return code;
};
/** With the runtime's own cutting of Chinese; packages are not looked at. */
const codeDigest = (): string => digestOf(folders, `${process.versions.v8} ${process.versions.icu ?? ''}`);

/** What only learning by tensors depends on besides: for the `from` of what is learned so. */
export const tensorCode = (): string => {
  const need = createRequire(import.meta.url);
  const versions = ['tfjs-core', 'tfjs-backend-wasm'].map(
    name => (need(`@tensorflow/${name}/package.json`) as { version: string }).version,
  );
  return digestOf(['../backend/'], versions.join());
};

const keyOf = (from: unknown): Buffer => digest(`${codeDigest()} ${JSON.stringify(from)}`);
const fileOf = (folder: string, name: string): string => join(folder, `${name}.learned`);

/** What is kept in this folder under this name from the same `from`; null: nothing. */
export const findKept = async <T>(folder: string, name: string, from: unknown): Promise<{ value: T } | null> => {
  const bytes = await readFile(fileOf(folder, name)).catch(() => null);
  return bytes && readKept<T>(bytes, keyOf(from));
};

/** `folder`: where the files lie; made when it is not there. Nothing is kept where it can't be made. */
export const openKeptFiles = (folder: string): KeptFiles => ({
  folder,
  async of<T>(name: string, from: unknown, make: () => Promise<T>): Promise<T> {
    const known = await findKept<T>(folder, name, from);
    if (known) return known.value;
    const made = await make();
    await writeKept(folder, fileOf(folder, name), keyOf(from), serialize(made)).catch(() => undefined);
    return made;
  },
});

/** Sentence vectors of the encoder of this version, all of one width. */
export const openKeptVectors = (folder: string, version: string): KeptVectors => {
  const key = digest(`sentence vectors ${version}`);
  const file = join(folder, 'sentences.learned');
  return {
    async read() {
      const bytes = await readFile(file).catch(() => null);
      const kept = bytes && readKept<{ texts: readonly string[]; rows: Float32Array }>(bytes, key);
      if (!kept) return new Map();
      const { texts, rows } = kept.value;
      const width = rows.length / texts.length;
      return new Map(texts.map((text, i) => [text, rows.subarray(i * width, (i + 1) * width)]));
    },
    async write(vectors) {
      const width = vectors.values().next().value?.length ?? 0;
      const rows = new Float32Array(vectors.size * width);
      let at = 0;
      for (const vector of vectors.values()) {
        rows.set(vector, at);
        at += width;
      }
      await writeKept(folder, file, key, serialize({ texts: [...vectors.keys()], rows })).catch(() => undefined);
    },
  };
};

/** Kept as long as the process lives, the last of each name. */
export const keptInMemory = (): KeptFiles => {
  const known = new Map<string, { readonly key: string; readonly value: Promise<unknown> }>();
  return {
    folder: null,
    of<T>(name: string, from: unknown, make: () => Promise<T>): Promise<T> {
      const key = digest(JSON.stringify(from)).toString('hex');
      const found = known.get(name);
      if (found?.key === key) return found.value as Promise<T>;
      const value = make();
      known.set(name, { key, value });
      value.catch(() => {
        if (known.get(name)?.value === value) known.delete(name);
      });
      return value;
    },
  };
};

const readKept = <T>(bytes: Buffer, key: Buffer): { value: T } | null => {
  const body = bytes.subarray(2 * digestLength);
  if (!bytes.subarray(0, digestLength).equals(key)) return null;
  if (!bytes.subarray(digestLength, 2 * digestLength).equals(digest(body))) return null;
  return { value: deserialize(body) as T };
};

/** Written aside and renamed, so that two processes and a crash leave one whole file. */
const writeKept = async (folder: string, file: string, key: Buffer, body: Buffer): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const aside = `${file}.${randomUUID()}`;
  try {
    await writeFile(aside, Buffer.concat([key, digest(body), body]));
    await rename(aside, file);
  } catch (fault) {
    await rm(aside, { force: true });
    throw fault;
  }
};
