import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** Time spent in one function itself, not in what it calls. */
export interface FunctionTime {
  readonly name: string;
  /** Path within the repository, or the package's, with the line. */
  readonly where: string;
  readonly milliseconds: number;
  /** Of all sampled time that was not idle, 0 to 1. */
  readonly share: number;
}

const placeOf = ({ url, lineNumber }: Profiler.ProfileNode['callFrame']): string => {
  if (url === '') return '';
  if (!url.startsWith('file:')) return `${url}:${lineNumber + 1}`;
  const path = fileURLToPath(url);
  const packages = path.lastIndexOf('/node_modules/');
  const inside = packages >= 0 ? path.slice(packages + '/node_modules/'.length) : path.replace(`${process.cwd()}/`, '');
  return `${inside}:${lineNumber + 1}`;
};

/** "mongodb", "zod", "dialogs/say", "node:net" …: where a sample belongs when functions are too small to tell. */
const partOf = ({ url }: Profiler.ProfileNode['callFrame']): string => {
  if (url.startsWith('node:')) return 'node';
  const place = placeOf({ url } as Profiler.ProfileNode['callFrame']);
  const steps = place.split('/');
  if (url.includes('/node_modules/')) return steps[0]!.startsWith('@') ? steps.slice(0, 2).join('/') : steps[0]!;
  return steps.slice(0, 2).join('/').replace(/:.*$/, '');
};

export interface SelfTimes {
  /** Most first; idle time left out. */
  readonly functions: readonly FunctionTime[];
  /** Package or folder to share, native work counted to whoever called it; most first. */
  readonly parts: readonly (readonly [part: string, share: number])[];
}

/** Where a CPU profile's samples lie. */
export const selfTimes = (profile: Profiler.Profile): SelfTimes => {
  const byId = new Map(profile.nodes.map(node => [node.id, node]));
  const parent = new Map(profile.nodes.flatMap(node => (node.children ?? []).map(child => [child, node.id] as const)));
  const micros = new Map<string, { name: string; where: string; micros: number }>();
  const parts = new Map<string, number>();
  let total = 0;
  profile.samples?.forEach((id, i) => {
    const frame = byId.get(id)!.callFrame;
    // "dispatch" is the inspector itself, under which the waiting of a profile started over it is counted.
    if (frame.functionName === '(idle)' || (frame.functionName === 'dispatch' && frame.url === '')) return;
    const spent = profile.timeDeltas?.[i] ?? 0;
    const where = placeOf(frame);
    const key = `${frame.functionName} ${where}`;
    const entry = micros.get(key) ?? { name: frame.functionName || '(anonymous)', where, micros: 0 };
    entry.micros += spent;
    total += spent;
    micros.set(key, entry);
    let at: number | undefined = id;
    while (at !== undefined && byId.get(at)!.callFrame.url === '') at = parent.get(at);
    const part = at === undefined ? frame.functionName : partOf(byId.get(at)!.callFrame);
    parts.set(part, (parts.get(part) ?? 0) + spent);
  });
  return {
    functions: [...micros.values()]
      .sort((a, b) => b.micros - a.micros)
      .map(({ name, where, micros: spent }) => ({ name, where, milliseconds: spent / 1000, share: spent / total })),
    parts: [...parts].map(([part, spent]) => [part, spent / total] as const).sort((a, b) => b[1] - a[1]),
  };
};
