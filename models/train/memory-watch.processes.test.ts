import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { usualMemoryBound, watchMemory } from './memory-watch.ts';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const watch = pathToFileURL(join(import.meta.dirname, 'memory-watch.ts')).href;

/** Runs a program under a bound of `most` megabytes; it fills `fill` of them, never letting go of the main thread, and then ends. */
const run = async (most: number, fill: number) => {
  const program = `
    import { watchMemory } from ${JSON.stringify(watch)};
    watchMemory(${most}, 'TRAIN_MEMORY_MB');
    await new Promise(resolve => setTimeout(resolve, 300));
    const held = [];
    const until = performance.now() + 20000;
    while (performance.now() < until && (held.length < ${fill / 10} || ${fill} > ${most})) if (held.length < ${fill / 10}) held.push(new Float64Array(1310720).fill(1));
    console.log('done', held.length);`;
  const child = spawn(process.execPath, ['--import', loader, '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { code, signal, text };
};

describe('the memory of a training', () => {
  it('beyond its bound ends the process in the middle of a fit, and says what it took and what to set', async () => {
    const { code, signal, text } = await run(250, 400);
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    expect(text).toMatch(/Training took \d+ MB of memory, more than the 250 MB it may take \(TRAIN_MEMORY_MB\)/);
    expect(text).not.toContain('done');
  }, 40_000);

  it('within its bound is nobody’s business, and the watch keeps no process alive', async () => {
    expect(await run(2_000, 100)).toMatchObject({ code: 0, text: 'done 10\n' });
  }, 40_000);

  it('is three quarters of the container, or of the machine where there is no container', () => {
    const gibibyte = 2 ** 30;
    expect(usualMemoryBound(8 * gibibyte, 2 * gibibyte)).toBe(1536);
    expect(usualMemoryBound(8 * gibibyte, 0)).toBe(6144);
    expect(usualMemoryBound(8 * gibibyte, 2 ** 64)).toBe(6144);
  });

  it('can’t be bounded by nothing', () => {
    expect(() => watchMemory(0, 'TRAIN_MEMORY_MB')).toThrow(/0 MB.*more than 0/);
  });
});
