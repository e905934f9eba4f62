import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { CommandError } from '../errors.ts';
import type { Change } from './change.ts';
import type { Files, WritableFile } from './files.ts';
import { encodeChanges, encodeEnd, encodeHead } from './frames.ts';
import { logName, type Recovered, recover, snapshotName } from './recovery.ts';

export interface JournalOptions {
  readonly folder: string;
  readonly files: Files;
  /** False: replies do not wait for the disk itself. */
  readonly fsync: boolean;
  readonly log: (message: string) => void;
  /** Log size from which a snapshot is written, bytes; at least half the last snapshot. */
  readonly compactAtBytes?: number;
}

/** Changes that go to disk as one frame with one fsync. */
class Group {
  readonly changes: Change[] = [];
  readonly undos: (() => void)[] = [];
  readonly done: Promise<void>;
  resolve: () => void = () => {};
  reject: (error: CommandError) => void = () => {};

  constructor() {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.done.catch(() => {}); // a group nobody waits for may fail too
  }
}

/**
 * The write-ahead log of one data folder: `N.log` of frames, `N.snap` of everything before log N. Commands change memory
 * first and reply when their group is on disk. After a failed write memory goes back to what the disk has, and nothing more
 * is written until a restart.
 */
export class Journal {
  private readonly options: JournalOptions;
  private engine: Engine | undefined;
  private file: WritableFile | undefined;
  private generation = 0;
  private logBytes = 0;
  private snapshotBytes = 0;
  private compactBehind = 0;
  private pending: Group | undefined;
  private flushing: Group | undefined;
  private running: Promise<void> | undefined;
  private compacting: Promise<void> | undefined;
  private failed: CommandError | undefined;
  private isClosed = false;
  /** A write failed, as opposed to being refused. */
  private isBroken = false;

  constructor(options: JournalOptions) {
    this.options = options;
  }

  /** Reads the folder into the engine and gets ready to write. @throws DamagedFileError */
  async open(engine: Engine): Promise<void> {
    const { folder, files, log } = this.options;
    const recovered = await recover(folder, files, engine);
    this.engine = engine;
    this.snapshotBytes = recovered.snapshotBytes;
    this.generation = Math.max(1, recovered.generation);
    const path = this.path(logName(this.generation));
    const before = recovered.tornBytes > 0 ? await files.read(path) : undefined;
    this.file = await files.open(path);
    if (before) await this.cutTornTail(path, before, recovered);
    this.logBytes = recovered.logBytes;
    if (!recovered.hasHead) await this.writeHead(this.file, this.generation);
    await files.syncFolder(folder);
    for (const name of recovered.leftovers) {
      await files
        .remove(this.path(name))
        .catch(error => log(`Left-over file ${this.path(name)} could not be removed: ${error.message}`));
    }
  }

  private async cutTornTail(path: string, before: Buffer, { logBytes, tornBytes }: Recovered): Promise<void> {
    // Kept aside: should the disk have damaged a finished record, its remains are not lost.
    const kept = `${path}.cut-${logBytes}`;
    const copy = await this.options.files.open(kept);
    await copy.append(before.subarray(logBytes));
    await copy.sync();
    await copy.close();
    await this.file!.truncate(logBytes);
    await this.file!.sync();
    this.options.log(
      `Data file ${path}: an interrupted write of ${tornBytes} bytes at byte ${logBytes} was cut off and kept as ${kept}`,
    );
  }

  private async writeHead(file: WritableFile, generation: number): Promise<void> {
    const head = encodeHead({ format: 1, file: 'log', generation });
    await file.append(head);
    await file.sync();
    this.logBytes = head.byteLength;
  }

  append(change: Change, undo: () => void): void {
    this.pending ??= new Group();
    this.pending.changes.push(change);
    this.pending.undos.push(undo);
    this.running ??= this.run();
  }

  settled(): Promise<void> | undefined {
    return (this.pending ?? this.flushing)?.done;
  }

  failure(): CommandError | undefined {
    return this.failed;
  }

  /** Stops all writing for a reason of the caller's, such as a lost lock. */
  refuse(message: string): void {
    this.failed ??= new CommandError('FileStreamFailed', message);
  }

  /** Writes what is pending and closes. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.failed ??= new CommandError('FileStreamFailed', 'The server is closing');
    await this.running;
    await this.compacting;
    await this.file?.close();
  }

  private path(name: string): string {
    return join(this.options.folder, name);
  }

  private async run(): Promise<void> {
    // Whatever arrives in this turn of the event loop shares one fsync.
    await new Promise(resolve => setImmediate(resolve));
    while (this.pending) {
      const group = this.pending;
      this.pending = undefined;
      this.flushing = group;
      try {
        const frame = encodeChanges(group.changes);
        await this.file!.append(frame);
        if (this.options.fsync) await this.file!.sync();
        this.logBytes += frame.byteLength;
      } catch (error) {
        await this.fail(group, error as NodeJS.ErrnoException);
        break;
      }
      this.flushing = undefined;
      group.resolve();
      if (this.needsCompaction()) await this.switchLog();
    }
    this.running = undefined;
  }

  /** Nothing of the failed group was promised: memory and, as far as it can be reached, the log go back to before it. */
  private async fail(group: Group, error: NodeJS.ErrnoException): Promise<void> {
    const path = this.path(logName(this.generation));
    this.isBroken = true;
    const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    this.failed = new CommandError(
      isFull ? 'OutOfDiskSpace' : 'FileStreamFailed',
      `${isFull ? 'The disk is full' : 'The disk failed'}: ${path} could not be written (${error.message}). Nothing more is written; reading goes on. ${isFull ? 'Free some space' : 'Check the disk'} and restart`,
    );
    this.options.log(this.failed.message);
    const unwritten = [...group.undos, ...(this.pending?.undos ?? [])];
    for (const undo of unwritten.reverse()) {
      try {
        undo();
      } catch (fault) {
        this.options.log(`A change could not be taken back in memory: ${(fault as Error).message}`);
      }
    }
    const groups = [group, this.pending];
    this.flushing = undefined;
    this.pending = undefined;
    await this.file!.truncate(this.logBytes).catch(() => {});
    for (const waiting of groups) waiting?.reject(this.failed);
  }

  private needsCompaction(): boolean {
    const { compactAtBytes = 16 * 1024 * 1024 } = this.options;
    return (
      !this.compacting &&
      !this.isClosed &&
      this.logBytes > Math.max(compactAtBytes, this.snapshotBytes / 2, this.compactBehind)
    );
  }

  /** Goes on in a new log; what came before is written as a snapshot beside it. */
  private async switchLog(): Promise<void> {
    const { files, folder, log } = this.options;
    const next = this.generation + 1;
    const bytesBefore = this.logBytes;
    let file: WritableFile | undefined;
    try {
      file = await files.open(this.path(logName(next)));
      await file.truncate(0); // an earlier try may have left its head
      await this.writeHead(file, next);
      await files.syncFolder(folder);
    } catch (error) {
      this.logBytes = bytesBefore;
      this.compactBehind = bytesBefore * 2; // not at every write on a full disk
      await file?.close().catch(() => {});
      await files.remove(this.path(logName(next))).catch(() => {});
      log(`No snapshot was written, the log goes on growing: ${(error as Error).message}`);
      return;
    }
    // One tick: the list and the switch. What is changed but still unwritten is in both, and replaying it is harmless.
    const changes = [...this.engine!.snapshot()];
    const old = this.file!;
    this.file = file;
    this.generation = next;
    this.compacting = this.writeSnapshot(next, changes, old).finally(() => {
      this.compacting = undefined;
    });
  }

  private async writeSnapshot(generation: number, changes: readonly Change[], oldLog: WritableFile): Promise<void> {
    const { files, folder, log } = this.options;
    const draft = this.path(`${snapshotName(generation)}.tmp`);
    let file: WritableFile | undefined;
    try {
      await oldLog.close();
      file = await files.open(draft);
      await file.truncate(0);
      let written = 0;
      const write = async (bytes: Buffer): Promise<void> => {
        await file!.append(bytes);
        written += bytes.byteLength;
      };
      await write(encodeHead({ format: 1, file: 'snapshot', generation }));
      for (let at = 0; at < changes.length; at += 500) await write(encodeChanges(changes.slice(at, at + 500)));
      await write(encodeEnd({ changes: changes.length }));
      await file.sync();
      await file.close();
      file = undefined;
      // After a failed write memory was put back, and this list may hold what was taken back.
      if (this.isBroken) throw this.failed;
      await files.rename(draft, this.path(snapshotName(generation)));
      await files.syncFolder(folder);
      this.snapshotBytes = written;
      this.compactBehind = 0;
      await this.removeOlder(generation);
    } catch (error) {
      await file?.close().catch(() => {});
      await files.remove(draft).catch(() => {});
      this.compactBehind = this.logBytes * 2;
      log(
        `The snapshot ${this.path(snapshotName(generation))} was not written, the log goes on growing: ${(error as Error).message}`,
      );
    }
  }

  private async removeOlder(generation: number): Promise<void> {
    const { files, folder } = this.options;
    for (const name of await files.list(folder)) {
      const number = /^([1-9]\d*)\.(log|snap)$/.exec(name)?.[1];
      if (number !== undefined && Number(number) < generation) await files.remove(this.path(name));
    }
  }
}
