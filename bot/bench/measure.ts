import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { Replied } from './visitor.ts';

/** One finished turn, from the measured process's own log. */
export interface LoggedTurn {
  readonly type: string;
  readonly intent?: string;
  readonly ms: number;
  readonly steps?: Readonly<Record<string, number>>;
}

export interface Measured {
  readonly replies: readonly Replied[];
  readonly turns: readonly LoggedTurn[];
  readonly seconds: number;
  readonly cpuMicros: number;
  readonly databaseCpuMicros: number;
}

/** CPU a process uses while nothing is asked of it, µs per second: open sockets, timers, polling. */
export const idleRate = async (child: Child, seconds = 2): Promise<number> => {
  const before = await child.ask('reading');
  await delay(seconds * 1000);
  return ((await child.ask('reading')).cpuMicros - before.cpuMicros) / seconds;
};

/** Runs `work` and says what it cost the measured process and the database, what is idle in both taken off. */
export const measure = async (
  child: Child,
  database: Child | null,
  idle: { readonly bot: number; readonly database: number },
  work: () => Promise<readonly Replied[]>,
): Promise<Measured> => {
  const before = await child.ask('reading');
  const databaseBefore = await database?.ask('reading');
  const started = performance.now();
  const replies = await work();
  // The last reply is out before its turn has given back its lease.
  await delay(30);
  const seconds = (performance.now() - started) / 1000;
  const after = await child.ask('reading');
  const databaseAfter = await database?.ask('reading');
  const turns = after.lines
    .map(line => JSON.parse(line) as LoggedTurn & { msg?: string })
    .filter(line => line.msg === 'turn' && line.type === 'message');
  return {
    replies,
    turns,
    seconds,
    cpuMicros: after.cpuMicros - before.cpuMicros - idle.bot * seconds,
    databaseCpuMicros:
      databaseBefore && databaseAfter
        ? databaseAfter.cpuMicros - databaseBefore.cpuMicros - idle.database * seconds
        : 0,
  };
};
