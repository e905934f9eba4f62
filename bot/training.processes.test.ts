import { cp, mkdtemp, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Program, startBot } from './testing/bot-process.ts';
import { DirectLineClient } from './testing/direct-line-client.ts';

it('models are swapped under traffic without a dropped message, and a damaged one is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'training-'));
  const env = { DATA_DIR: folder, DB_PORT: '0', COUNTEROFFER_BACKEND: 'cpu' };
  const bot = await startBot(env, false);
  try {
    const client = await DirectLineClient.start(bot.url);
    const stream = await client.stream();
    const ask = async (): Promise<void> => {
      const { status, body } = await client.say('What do you recommend?');
      expect(status).toBe(200);
      await stream.until(a => a.from.role === 'bot' && a.replyToId === body.id, 20_000);
    };
    const trainer = Program.start('models/train/main.ts', env);
    const swapped = bot.program.until(/Models v1 in use/);
    let done = false;
    void swapped.finally(() => {
      done = true;
    });
    while (!done) await ask();
    await swapped;
    expect(await trainer.end()).toBe(0);
    await ask();

    const models = join(folder, 'models');
    await cp(join(models, 'v1'), join(models, 'v2'), { recursive: true });
    await truncate(join(models, 'v2', 'arrays.bin'), 100);
    const next = (await readFile(join(models, 'current'), 'utf8')).replace('1', '2');
    await writeFile(join(models, 'next'), next);
    await rename(join(models, 'next'), join(models, 'current'));
    await bot.program.until(/v2 is refused/);
    await ask();
    expect(bot.program.output).not.toMatch(/Models v2 in use|turn failed/);
    stream.close();
  } finally {
    await bot.program.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
