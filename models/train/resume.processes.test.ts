import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRegistry } from '../serve/registry.ts';
import { interruptedRun } from './work.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resume-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs a program beside this file to its end. */
const run = async (name: string, dir: string, ...args: string[]): Promise<{ code: number | null; output: string }> => {
  const child = spawn(process.execPath, ['--import', loader, join(import.meta.dirname, name), ...args], {
    env: { ...process.env, DATA_DIR: dir, DB_PORT: '0', MONGODB_URI: '', COUNTEROFFER_BACKEND: 'cpu' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
};

it('a training run that was killed goes on where it stopped, and ends as if it had never been', async () => {
  const killed = join(folder, 'killed');
  expect((await run('killed-run.test-helper.ts', killed, killed)).code).toBeNull();
  const work = join(killed, 'models', '.work');
  expect(interruptedRun(work)).toMatchObject({ seed: 7, seeds: 1, only: ['popularity', 'item-knn', 'markov'] });
  expect(openRegistry(join(killed, 'models')).versions()).toEqual([]);
  const fits = readdirSync(work).filter(name => name.endsWith('.fit'));
  expect(fits.length).toBeGreaterThan(3);

  // The same run on the same data with nothing finished: what it would have been without the kill.
  const whole = join(folder, 'whole');
  cpSync(killed, whole, { recursive: true });
  for (const name of fits) rmSync(join(whole, 'models', '.work', name));

  const versions = [];
  for (const dir of [killed, whole]) {
    const { code, output } = await run('main.ts', dir, '--resume');
    expect(code).toBe(0);
    const report = JSON.parse(output) as { fitsTaken: number };
    versions.push({ ...openRegistry(join(dir, 'models')).load(1), taken: report.fitsTaken });
    expect(existsSync(join(dir, 'models', '.work'))).toBe(false);
  }
  const [resumed, straight] = versions as [(typeof versions)[0], (typeof versions)[0]];
  expect(resumed.taken).toBeGreaterThanOrEqual(fits.length);
  expect(resumed.taken).toBeGreaterThan(straight.taken);
  expect(resumed.arrays).toEqual(straight.arrays);
  expect(resumed.manifest.parts).toEqual(straight.manifest.parts);
}, 120_000);
