/** Bounds the memory of a training: a process that outgrows it ends itself, with the reason, before the machine has to choose whom to end. */
import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';

const megabyte = 2 ** 20;
/** Of the machine or container, where no bound was set; the rest is for the server and the system. */
const usualShare = 0.75;

/** Megabytes. A container's own limit counts where it has one. */
export const usualMemoryBound = (
  machine = totalmem(),
  container: number | undefined = process.constrainedMemory(),
): number => {
  // Without a limit there is no number, 0, or one beyond any machine.
  const bytes = container !== undefined && container > 0 && container < machine ? container : machine;
  return Math.floor((bytes * usualShare) / megabyte);
};

/**
 * Plain JavaScript, so that the thread needs no loader. A fit holds the main thread for seconds, so its own timers would look too late; the
 * process's memory is the same from every thread. SIGKILL, because a handler could not run either: files are whole after any crash.
 */
const watcher = `
  const { workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  setInterval(() => {
    const megabytes = Math.round(process.memoryUsage.rss() / ${megabyte});
    if (megabytes <= workerData.most) return;
    writeSync(2, '\\nTraining took ' + megabytes + ' MB of memory, more than the ' + workerData.most + ' MB it may take (' + workerData.setting + '); the models in use stay\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 100);
`;

/** From now on the process ends when it takes more than `most` megabytes. `setting`: what to change, as the message names it. */
export const watchMemory = (most: number, setting: string): { stop(): Promise<void> } => {
  if (!(most > 0)) throw new RangeError(`A training can't do with ${most} MB of memory; it must be more than 0`);
  const thread = new Worker(watcher, {
    eval: true,
    workerData: { most, setting },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  // The watch never keeps a process alive that has nothing else to do.
  thread.unref();
  return {
    stop: async () => {
      await thread.terminate();
    },
  };
};
