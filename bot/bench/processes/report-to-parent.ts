import { Session } from 'node:inspector/promises';
import { type SelfTimes, selfTimes } from '../self-times.ts';

/** What a measured process says about itself at one moment. */
export interface Reading {
  /** Since the process began: user and system, all its threads (garbage collector and compiler included). */
  readonly cpuMicros: number;
  /** After a collection when the process was started with --expose-gc. */
  readonly heapBytes: number;
  readonly rssBytes: number;
  /** Log lines since the last reading, as they were written. */
  readonly lines: readonly string[];
}

export type Question = 'reading' | 'heap' | 'profile-start' | 'profile-stop' | 'stop';

export interface Answers {
  readonly reading: Reading;
  /** A reading after a full collection. */
  readonly heap: Reading;
  readonly 'profile-start': null;
  readonly 'profile-stop': SelfTimes;
  readonly stop: null;
}

const samplingMicros = 250;

/** Says "ready" with `facts` to the process that started this one, then answers its questions until told to stop. */
export const reportToParent = (
  facts: Readonly<Record<string, unknown>>,
  parts: { readonly lines?: string[]; readonly close: () => Promise<void> },
): void => {
  let session: Session | null = null;
  const reading = (): Reading => {
    const { user, system } = process.cpuUsage();
    const { heapUsed, rss } = process.memoryUsage();
    return {
      cpuMicros: user + system,
      heapBytes: heapUsed,
      rssBytes: rss,
      lines: parts.lines?.splice(0) ?? [],
    };
  };
  const answers: { readonly [Q in Question]: () => Promise<Answers[Q]> } = {
    reading: async () => reading(),
    heap: async () => {
      (globalThis as { gc?: () => void }).gc?.();
      return reading();
    },
    'profile-start': async () => {
      session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: samplingMicros });
      await session.post('Profiler.start');
      return null;
    },
    'profile-stop': async () => {
      if (!session) throw new Error('No profile was started');
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      session = null;
      return selfTimes(profile);
    },
    stop: async () => {
      await parts.close();
      return null;
    },
  };
  process.on('message', (message: { id: number; question: Question }) => {
    answers[message.question]().then(
      answer => {
        process.send?.({ id: message.id, answer }, () => {
          if (message.question === 'stop') process.exit(0);
        });
      },
      (fault: unknown) => process.send?.({ id: message.id, fault: String((fault as Error).stack ?? fault) }),
    );
  });
  // A bench that was cut off leaves nobody behind.
  process.on('disconnect', () => process.exit(1));
  process.send?.({ ready: facts });
};

/** Reports a start that failed and ends. */
export const failed = (fault: unknown): void => {
  process.send?.({ failed: (fault as Error).message ?? String(fault) }, () => process.exit(1));
};
