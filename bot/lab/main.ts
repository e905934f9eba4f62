/**
 * `npm run lab`: simulated shoppers with a known truth against the real decision; one JSON object per policy on standard
 * output. `npm run lab -- conversations`: simulated shoppers with goals talk to the real bot.
 */
import { BadInput, toldHow } from '../../knowledge/command-line.ts';
import { runConversations } from './conversations/conversations.ts';
import { figuresOf } from './figures.ts';
import { runLab } from './lab.ts';
import { writeLog } from './log.ts';
import { readOptions, usage } from './options.ts';
import { writeReport } from './report.ts';

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const args = process.argv.slice(2);
const [first, ...rest] = args;

try {
  if (first === 'conversations') await runConversations(rest, note);
  else if (!toldHow(usage, args)) await runPolicies();
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  note(error.message);
  process.exitCode = 1;
}

async function runPolicies(): Promise<void> {
  const options = readOptions(args);
  const lab = await runLab(options, { note });
  for (const run of lab.runs) process.stdout.write(`${JSON.stringify(figuresOf(run, lab, options))}\n`);
  if (options.log !== undefined) note(`Wrote ${writeLog(options.log, lab)} decisions to ${options.log}`);
  if (options.report !== undefined)
    note(`Wrote ${writeReport(options.report, lab, options).join(', ')} to ${options.report}`);
}
