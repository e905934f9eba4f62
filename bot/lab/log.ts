/** The decisions of a run as a shop would have logged them: what `npm run evaluate -- ope --data FILE` reads. */
import { writeFileSync } from 'node:fs';
import { BadInput } from '../../knowledge/command-line.ts';
import type { LabResult } from './lab.ts';
import { withOutcomes } from './learner.ts';

/**
 * Writes the decisions of the pilot and of ours after it, a JSON line each; returns how many. Throws BadInput when the file
 * can't be written.
 */
export const writeLog = (file: string, lab: Pick<LabResult, 'runs' | 'pilot'>): number => {
  const run = lab.runs.find(one => one.policy === 'ours')?.result.log ?? [];
  const log = withOutcomes([...lab.pilot.log, ...run]);
  try {
    writeFileSync(file, log.map(impression => `${JSON.stringify(impression)}\n`).join(''));
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be written: ${(cause as Error).message}`);
  }
  return log.length;
};
