import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { defaultTone } from '../dialogs/say/tone/tone.ts';
import { readToneFile } from './tone-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'tone-'));
afterAll(() => rmSync(dir, { recursive: true }));

const read = (file?: string) => {
  const news: string[] = [];
  const tone = readToneFile({ DATA_DIR: dir, ...(file ? { TONE_FILE: file } : { TONE_FILE: undefined }) }, n =>
    news.push(n),
  );
  return { tone, news };
};

it('no tone file is no news', () => expect(read()).toEqual({ tone: defaultTone, news: [] }));

it('a tone file that is named and missing is named at start', () => {
  const { tone, news } = read(join(dir, 'nowhere.md'));
  expect(tone).toEqual(defaultTone);
  expect(news).toEqual([expect.stringContaining("nowhere.md can't be read (ENOENT)")]);
});

it('tone.md in the data folder is taken; its broken line is named with the file and keeps its default', () => {
  writeFileSync(join(dir, 'tone.md'), '- voice: shouting\n- emoji: yes\n');
  const { tone, news } = read();
  expect(tone).toEqual({ ...defaultTone, emoji: true });
  expect(news).toEqual([expect.stringMatching(/tone\.md, line 1: "voice" is warm or neutral.*default is used/)]);
});
