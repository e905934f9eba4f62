import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { BadInput } from '../command-line.ts';

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'a file is there',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'it can’t be written to',
  EPERM: 'it can’t be written to',
  EROFS: 'the file system is read-only',
};

/** Makes the folder where it is missing. @throws BadInput naming DATA_DIR and its value where it is none, or can't be written to. */
export const ensureDataFolder = async (dataDir: string): Promise<void> => {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new BadInput(
      `DATA_DIR has to be a folder that can be written to, or one that can be made, got "${dataDir}": ${reasons[code] ?? message}`,
      { cause },
    );
  }
};
