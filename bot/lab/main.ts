/** `npm run lab`: simulated shoppers with a known truth against the real decision; one JSON object per policy on standard output. */
import { figuresOf } from './figures.ts';
import { runLab } from './lab.ts';
import { BadInput, readOptions } from './options.ts';
import { writeReport } from './report.ts';

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

try {
  const options = readOptions(process.argv.slice(2));
  const lab = await runLab(options, { note });
  for (const run of lab.runs) process.stdout.write(`${JSON.stringify(figuresOf(run, lab, options))}\n`);
  if (options.report !== undefined)
    note(`Wrote ${writeReport(options.report, lab, options).join(', ')} to ${options.report}`);
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  note(error.message);
  process.exitCode = 1;
}
