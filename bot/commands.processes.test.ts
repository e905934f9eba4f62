import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** The program's own commands, as "npm run NAME" starts them; of those with a colon nobody but who works on the program needs help. */
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node (?:--no-regexp-tier-up )?--import tsx (\S+)$/.exec(line)?.[1];
  return file === undefined || name.includes(':')
    ? []
    : [{ name: name === 'start' ? 'npm start' : `npm run ${name}`, file }];
});

it('every command tells how it is used, and touches nothing', { timeout: 120_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'commands-'));
  const env = { ...process.env, DATA_DIR: join(dir, 'data'), DB_PORT: '0', MONGODB_URI: '' };
  const waiting = commands.values();
  const told = new Map<string, { stdout: string; stderr: string }>();
  // Two at a time: each is an import of the whole program.
  await Promise.all(
    [0, 1].map(async () => {
      for (const { name, file } of waiting)
        told.set(name, await run(process.execPath, ['--import', 'tsx', file, '--help'], { env }));
    }),
  );
  expect(commands.length).toBeGreaterThan(9);
  for (const { name } of commands) {
    expect(told.get(name)?.stdout, name).toMatch(new RegExp(`^${name}\\b`));
    expect(told.get(name)?.stdout, name).toMatch(/^ {2}--help +these lines$/m);
    expect(told.get(name)?.stderr, name).toBe('');
  }
  expect(existsSync(env.DATA_DIR)).toBe(false);
  rmSync(dir, { recursive: true });
});
