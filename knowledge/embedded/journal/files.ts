import { type FileHandle, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';

/** A file being written at its end. */
export interface WritableFile {
  append(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** The part of a file system the journal stands on; tests give one that fails. */
export interface Files {
  makeFolder(folder: string): Promise<void>;
  list(folder: string): Promise<string[]>;
  read(path: string): Promise<Buffer>;
  /** Opens for appending, made if absent. */
  open(path: string): Promise<WritableFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes renames and new files of a folder durable. */
  syncFolder(folder: string): Promise<void>;
}

class NodeFile implements WritableFile {
  private readonly handle: FileHandle;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  async append(bytes: Uint8Array): Promise<void> {
    let at = 0;
    // A full disk may take part of the bytes before it refuses the rest.
    while (at < bytes.byteLength) at += (await this.handle.write(bytes, at, bytes.byteLength - at)).bytesWritten;
  }

  sync(): Promise<void> {
    return this.handle.datasync();
  }

  truncate(length: number): Promise<void> {
    return this.handle.truncate(length);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

export const nodeFiles: Files = {
  makeFolder: async folder => {
    await mkdir(folder, { recursive: true });
  },
  list: folder => readdir(folder),
  read: path => readFile(path),
  open: async path => new NodeFile(await open(path, 'a')),
  rename,
  remove: unlink,
  syncFolder: async folder => {
    if (process.platform === 'win32') return; // there is no fsync of a folder on Windows
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
