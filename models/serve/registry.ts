/**
 * Trained sets on disk: `v<N>/` written under another name, flushed, then renamed; `current` is one small file that names
 * the version in use and is replaced by rename. A reader sees the old set or the new one, whole.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Arrays, firstNotFinite, packArrays, unpackArrays } from './arrays-file.ts';
import { flushed, flushFolder, isRunning } from './durable-files.ts';
import { type Manifest, readManifest, schemaHash, sha256, writeManifest } from './manifest.ts';
import { unreadablePart } from './part-formats.ts';

export type ArtifactFault = 'missing' | 'unreadable' | 'other-schema' | 'truncated' | 'altered' | 'not-finite';

/** A version that must not be served, with why. The one in use stays. */
export class ArtifactRefused extends Error {
  override readonly name = 'ArtifactRefused';
  readonly fault: ArtifactFault;
  readonly version: number;

  constructor(version: number, fault: ArtifactFault, detail: string) {
    super(`Model v${version} is refused: ${detail}`);
    this.version = version;
    this.fault = fault;
  }
}

export interface Artifact {
  readonly manifest: Manifest;
  readonly arrays: Arrays;
}

export interface VersionLine {
  readonly version: number;
  readonly current: boolean;
  readonly trainedAt: string | null;
  readonly bytes: number | null;
  /** 'candidate': it lost against the version in use and has never served. */
  readonly status: 'promoted' | 'candidate' | null;
  /** Why it came into use, or did not. */
  readonly reason: string | null;
  readonly backend: string | null;
  /** NDCG@10 on what it did not see, mean over seeds. */
  readonly ndcgAt10: number | null;
  /** Null: all of it can be served. */
  readonly fault: string | null;
}

/** What the trainer hands over; the registry adds version, schema, file and checksum. */
export type NewArtifact = Omit<Manifest, 'format' | 'schema' | 'version' | 'file' | 'arrays'>;

export interface Registry {
  readonly dir: string;
  /** The version in use; null before the first training. */
  current(): number | null;
  /** Newest first. */
  versions(): number[];
  /** Reads and checks one version, also one of which this program can read only a part. Throws ArtifactRefused. */
  load(version: number): Artifact;
  /**
   * Writes the next version and, unless it is only a candidate, makes it current; keeps the newest `keep` and the current one. Returns
   * its number. Throws RangeError for numbers that are not finite.
   */
  publish(artifact: NewArtifact, arrays: Arrays): number;
  /**
   * Makes an older version current: the one named, else the newest usable one before the current that has served. Throws RangeError when
   * there is none.
   */
  rollback(version?: number): number;
  /** Makes this version current whatever was said against it, and returns it. Throws RangeError when it can't be served. */
  promote(version: number): number;
  /** Whether a version has ever been current, or was meant to be. */
  hasServed(version: number): boolean;
  list(): VersionLine[];
}

const keptVersions = 5;

export const openRegistry = (dir: string, keep = keptVersions): Registry => {
  mkdirSync(dir, { recursive: true });
  const pointer = join(dir, 'current');
  const folder = (version: number): string => join(dir, `v${version}`);

  const versions = (): number[] =>
    readdirSync(dir)
      .map(name => /^v([1-9]\d*)$/.exec(name)?.[1])
      .filter(digits => digits !== undefined)
      .map(Number)
      .sort((a, b) => b - a);

  const current = (): number | null => {
    let text: string;
    try {
      text = readFileSync(pointer, 'utf8');
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw fault;
    }
    const version = /^v([1-9]\d*)\n?$/.exec(text)?.[1];
    if (version === undefined)
      throw new Error(`${pointer} must hold a version such as "v3", got "${text.slice(0, 40)}"`);
    return Number(version);
  };

  const pointTo = (version: number): void => {
    const next = `${pointer}.tmp-${process.pid}`;
    rmSync(next, { force: true });
    flushed(next, `v${version}\n`);
    renameSync(next, pointer);
    flushFolder(dir);
  };

  const manifestOf = (version: number): Manifest => {
    const path = join(folder(version), 'manifest.json');
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      throw new ArtifactRefused(version, 'missing', `there is no ${path}`);
    }
    let manifest: Manifest;
    try {
      manifest = readManifest(text);
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
      const isAltered = reason?.includes('checksum') ?? false;
      throw new ArtifactRefused(version, isAltered ? 'altered' : 'unreadable', `${path} can't be read: ${reason}`);
    }
    if (manifest.schema !== schemaHash) {
      throw new ArtifactRefused(
        version,
        'other-schema',
        `it was made for schema ${manifest.schema}, this build reads ${schemaHash}; train again`,
      );
    }
    return manifest;
  };

  // A candidate that was promoted by hand has served; its manifest is sealed, so a file beside it says so.
  const marker = (version: number): string => join(folder(version), 'promoted');
  const hasServed = (version: number): boolean =>
    existsSync(marker(version)) || manifestOf(version).promotion?.status !== 'candidate';

  /** By hand. What becomes current has served; a candidate that is left again for an older version is nothing to go back to. */
  const moveTo = (version: number): void => {
    const used = current();
    if (!hasServed(version)) flushed(marker(version), '');
    pointTo(version);
    if (used !== null && version < used) rmSync(marker(used), { force: true });
  };

  const load = (version: number): Artifact => {
    const manifest = manifestOf(version);
    const path = join(folder(version), manifest.file.name);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      throw new ArtifactRefused(version, 'missing', `there is no ${path}`);
    }
    if (bytes.byteLength !== manifest.file.bytes) {
      const found = `${path} holds ${bytes.byteLength} of ${manifest.file.bytes} bytes`;
      throw new ArtifactRefused(version, 'truncated', found);
    }
    if (sha256(bytes) !== manifest.file.sha256) {
      throw new ArtifactRefused(version, 'altered', `${path} does not have the sha256 it was written with`);
    }
    const arrays = unpackArrays(bytes, manifest.arrays);
    const broken = firstNotFinite(arrays);
    if (broken !== null) throw new ArtifactRefused(version, 'not-finite', `${path} holds ${broken}`);
    return { manifest, arrays };
  };

  /** Throws ArtifactRefused also where only a part of it can't be read. */
  const loadWhole = (version: number): Artifact => {
    const artifact = load(version);
    const unreadable = unreadablePart(artifact.manifest);
    if (unreadable !== null) throw new ArtifactRefused(version, 'other-schema', unreadable);
    return artifact;
  };

  const prune = (): void => {
    const used = current();
    for (const version of versions().slice(keep)) {
      if (version !== used) rmSync(folder(version), { recursive: true, force: true });
    }
    for (const name of readdirSync(dir)) {
      const pid = /\.tmp-(\d+)$/.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dir, name), { recursive: true, force: true });
    }
  };

  return {
    dir,
    current,
    versions,
    load,
    publish: (artifact, arrays) => {
      const broken = firstNotFinite(arrays);
      if (broken !== null) throw new RangeError(`A model can't be published: it holds ${broken}`);
      const { bytes, index } = packArrays(arrays);
      for (let version = (versions()[0] ?? 0) + 1; ; version++) {
        const manifest: Manifest = {
          format: 1,
          schema: schemaHash,
          version,
          ...artifact,
          file: { name: 'arrays.bin', bytes: bytes.byteLength, sha256: sha256(bytes) },
          arrays: index,
        };
        const staging = `${folder(version)}.tmp-${process.pid}`;
        rmSync(staging, { recursive: true, force: true });
        mkdirSync(staging);
        flushed(join(staging, manifest.file.name), bytes);
        flushed(join(staging, 'manifest.json'), writeManifest(manifest));
        flushFolder(staging);
        try {
          renameSync(staging, folder(version));
        } catch (fault) {
          rmSync(staging, { recursive: true, force: true });
          // Another trainer took this number in the meantime.
          if (existsSync(folder(version))) continue;
          throw fault;
        }
        flushFolder(dir);
        if (artifact.promotion?.status !== 'candidate') pointTo(version);
        prune();
        return version;
      }
    },
    rollback: version => {
      const used = current();
      const candidates = version === undefined ? versions().filter(v => used === null || v < used) : [version];
      const faults: string[] = [];
      for (const candidate of candidates) {
        try {
          loadWhole(candidate);
          if (version === undefined && !hasServed(candidate)) continue;
        } catch (fault) {
          if (!(fault instanceof ArtifactRefused)) throw fault;
          faults.push(fault.message);
          continue;
        }
        moveTo(candidate);
        return candidate;
      }
      const there = versions()
        .map(v => `v${v}`)
        .join(', ');
      const why = faults.length > 0 ? `; ${faults.join('; ')}` : '';
      throw new RangeError(
        `There is no ${version === undefined ? 'older usable model' : `usable v${version}`} to go back to (current: ${used ?? 'none'}; kept: ${there || 'none'})${why}`,
      );
    },
    promote: version => {
      try {
        loadWhole(version);
      } catch (fault) {
        throw fault instanceof ArtifactRefused ? new RangeError(fault.message) : fault;
      }
      moveTo(version);
      return version;
    },
    hasServed,
    list: () => {
      const used = current();
      return versions().map(version => {
        try {
          const { manifest } = load(version);
          const unreadable = unreadablePart(manifest);
          const { trainedAt, file, promotion, card, backend } = manifest;
          const own = card.heldOut?.models.find(model => !model.floor);
          return {
            version,
            current: version === used,
            trainedAt,
            bytes: file.bytes,
            status: hasServed(version) ? ('promoted' as const) : ('candidate' as const),
            reason: promotion?.reason ?? null,
            backend,
            ndcgAt10: own?.ndcgAt10.mean ?? null,
            fault: unreadable === null ? null : new ArtifactRefused(version, 'other-schema', unreadable).message,
          };
        } catch (fault) {
          if (!(fault instanceof ArtifactRefused)) throw fault;
          const unknown = { trainedAt: null, bytes: null, status: null, reason: null, backend: null, ndcgAt10: null };
          return { version, current: version === used, ...unknown, fault: fault.message };
        }
      });
    },
  };
};
