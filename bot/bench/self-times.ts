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

/** The functions of a CPU profile by self time, most first; idle time left out. */
export const selfTimes = (profile: Profiler.Profile): FunctionTime[] => {
  const byId = new Map(profile.nodes.map(node => [node.id, node]));
  const micros = new Map<string, { name: string; where: string; micros: number }>();
  let total = 0;
  profile.samples?.forEach((id, i) => {
    const frame = byId.get(id)!.callFrame;
    if (frame.functionName === '(idle)') return;
    const spent = profile.timeDeltas?.[i] ?? 0;
    const where = placeOf(frame);
    const key = `${frame.functionName} ${where}`;
    const entry = micros.get(key) ?? { name: frame.functionName || '(anonymous)', where, micros: 0 };
    entry.micros += spent;
    total += spent;
    micros.set(key, entry);
  });
  return [...micros.values()]
    .sort((a, b) => b.micros - a.micros)
    .map(({ name, where, micros: spent }) => ({ name, where, milliseconds: spent / 1000, share: spent / total }));
};
