/** Files that are whole after a crash: written, flushed, then renamed into place. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** A new file with this content, on disk when it returns. */
export const flushed = (path: string, content: Uint8Array | string): void => {
  const file = openSync(path, 'wx');
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let done = 0; done < bytes.byteLength; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** A rename survives a power cut only once its folder is on disk too. */
export const flushFolder = (path: string): void => {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/** Whether a process has this id. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
};
