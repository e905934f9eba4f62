import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Files } from './files.ts';
import { type Frame, readFrames } from './frames.ts';

/** A data file that cannot be trusted: nothing was changed, and a person has to decide. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';
  readonly file: string;
  readonly offset: number;

  constructor(file: string, offset: number, what: string) {
    super(
      `Data file ${file} is damaged at byte ${offset}: ${what}. Nothing was changed. Restore the folder from a backup, or keep a copy and cut the file at byte ${offset} (and delete the files with higher numbers) to give up everything after it`,
    );
    this.file = file;
    this.offset = offset;
  }
}

export const logName = (generation: number): string => `${generation}.log`;
export const snapshotName = (generation: number): string => `${generation}.snap`;

export interface Recovered {
  /** The log to go on with. 0: the folder is new. */
  readonly generation: number;
  readonly logBytes: number;
  readonly hasHead: boolean;
  readonly snapshotBytes: number;
  /** Bytes of an interrupted write behind the good ones, to be cut. */
  readonly tornBytes: number;
  /** Files a finished compaction no longer needs, or an unfinished one left. */
  readonly leftovers: readonly string[];
}

const generationsOf = (names: readonly string[], ending: string): number[] =>
  names
    .filter(name => name.endsWith(ending) && /^[1-9]\d*$/.test(name.slice(0, -ending.length)))
    .map(name => Number(name.slice(0, -ending.length)))
    .sort((a, b) => a - b);

/**
 * Reads the newest snapshot, its log and the later logs into the engine. Only the end of the newest log may be torn.
 * @throws DamagedFileError
 */
export const recover = async (folder: string, files: Files, engine: Engine): Promise<Recovered> => {
  const names = await files.list(folder);
  const snapshots = generationsOf(names, '.snap');
  const logs = generationsOf(names, '.log');
  const newest = snapshots.at(-1);
  const first = newest ?? 1;
  const leftovers = [
    ...names.filter(name => name.endsWith('.snap.tmp')),
    ...snapshots.filter(generation => generation < first).map(snapshotName),
    ...logs.filter(generation => generation < first).map(logName),
  ];
  if (newest === undefined && logs.length === 0) {
    engine.finishRecovery();
    return { generation: 0, logBytes: 0, hasHead: false, snapshotBytes: 0, tornBytes: 0, leftovers };
  }
  const snapshotBytes =
    newest === undefined ? 0 : await readSnapshot(join(folder, snapshotName(newest)), newest, files, engine);
  const wanted = logs.filter(generation => generation >= first);
  const last = wanted.at(-1) ?? first;
  for (let generation = first; generation <= last; generation++) {
    if (!wanted.includes(generation))
      throw new DamagedFileError(join(folder, logName(generation)), 0, 'the file is missing');
  }
  if (wanted.length === 0) throw new DamagedFileError(join(folder, logName(first)), 0, 'the file is missing');
  let state = { goodBytes: 0, tornBytes: 0, hasHead: false };
  for (const generation of wanted)
    state = await readLog(join(folder, logName(generation)), generation, generation === last, files, engine);
  engine.finishRecovery();
  return {
    generation: last,
    logBytes: state.goodBytes,
    hasHead: state.hasHead,
    snapshotBytes,
    tornBytes: state.tornBytes,
    leftovers,
  };
};

const readSnapshot = async (path: string, generation: number, files: Files, engine: Engine): Promise<number> => {
  const bytes = await files.read(path);
  let changes = 0;
  let ended: number | undefined;
  let isFirst = true;
  const { goodBytes } = scan(path, bytes, (frame, at) => {
    if (isFirst) checkHead(frame, path, 'snapshot', generation);
    else if (frame.kind === 'changes') {
      changes += frame.changes.length;
      engine.restore(frame.changes);
    } else if (frame.kind === 'end') ended = frame.end.changes;
    else throw new DamagedFileError(path, at, 'a second head');
    isFirst = false;
  });
  if (goodBytes < bytes.byteLength)
    throw new DamagedFileError(path, goodBytes, 'a record of the snapshot does not match its checksum');
  if (ended !== changes)
    throw new DamagedFileError(
      path,
      goodBytes,
      `the snapshot holds ${changes} records of ${ended ?? 'an unknown number'}`,
    );
  return bytes.byteLength;
};

const readLog = async (path: string, generation: number, isLast: boolean, files: Files, engine: Engine) => {
  const bytes = await files.read(path);
  let hasHead = false;
  const { goodBytes, wholeFrameBehind } = scan(path, bytes, (frame, at) => {
    if (!hasHead) {
      checkHead(frame, path, 'log', generation);
      hasHead = true;
    } else if (frame.kind === 'changes') engine.restore(frame.changes);
    else throw new DamagedFileError(path, at, `a ${frame.kind} record in the middle of a log`);
  });
  const tornBytes = bytes.byteLength - goodBytes;
  if (wholeFrameBehind !== undefined)
    throw new DamagedFileError(
      path,
      goodBytes,
      `a record does not match its checksum, and a whole one follows at byte ${wholeFrameBehind}, so this is no interrupted write`,
    );
  if (tornBytes > 0 && !isLast)
    throw new DamagedFileError(path, goodBytes, 'a record does not match its checksum, and a later log follows');
  if (!hasHead && !isLast) throw new DamagedFileError(path, 0, 'the log has no head, and a later log follows');
  return { goodBytes, tornBytes, hasHead };
};

const scan = (path: string, bytes: Buffer, each: (frame: Frame, at: number) => void) =>
  readFrames(bytes, each, (error, at) => new DamagedFileError(path, at, `a record cannot be read (${error.message})`));

const checkHead = (frame: Frame, path: string, file: 'log' | 'snapshot', generation: number): void => {
  if (frame.kind !== 'head') throw new DamagedFileError(path, 0, 'the head is missing');
  const { head } = frame;
  if (head.format !== 1)
    throw new Error(
      `Data file ${path} has format ${String(head.format)}, this version reads format 1; use the version that wrote it`,
    );
  if (head.file !== file || head.generation !== generation)
    throw new DamagedFileError(
      path,
      0,
      `it is the ${head.file} number ${head.generation}, not the ${file} its name says`,
    );
};
