import type { PresenceStore } from '../../knowledge/ports/desk.ts';

/** Rows of the processes: who was there, and when last. */
const prefix = 'console:';
/** Longer than any lease. */
const keptMilliseconds = 3_600_000;

type Seen = Readonly<Record<string, number>>;

/** One row per process, whoever many work at it: agents with the moment they were last there, ms. */
export const writeAgentsSeen = (
  presence: PresenceStore,
  process: string,
  seen: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> => {
  const kept = [...seen].filter(([, at]) => now.getTime() - at < keptMilliseconds);
  return presence.beat(`${prefix}${process}`, JSON.stringify(Object.fromEntries(kept)), now);
};

/** Agents who were there since, at whichever process. */
export const agentsSeen = async (presence: PresenceStore, since: Date): Promise<Set<string>> => {
  const rows = await presence.alive(prefix, since);
  return new Set(
    rows.flatMap(({ what }) =>
      Object.entries(JSON.parse(what) as Seen).flatMap(([agent, at]) => (at >= since.getTime() ? [agent] : [])),
    ),
  );
};
