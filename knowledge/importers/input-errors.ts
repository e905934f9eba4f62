import { BadInput } from '../command-line.ts';

/** The file or the command line can't be used; one sentence says why. Nothing was written. */
export class WrongInputError extends BadInput {
  override readonly name = 'WrongInputError';
}

/** One row can't be used; the import goes on without it and lists the reason. */
export class RowError extends Error {
  override readonly name = 'RowError';
}
