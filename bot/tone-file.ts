import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTone } from '../dialogs/say/tone/parse-tone.ts';
import { defaultTone, type Tone } from '../dialogs/say/tone/tone.ts';
import type { Settings } from './settings.ts';

/** How the shop speaks, from TONE_FILE or tone.md in DATA_DIR. What can't be used is said in `onNews` and keeps its default. */
export const readToneFile = (
  { TONE_FILE, DATA_DIR }: Pick<Settings, 'TONE_FILE' | 'DATA_DIR'>,
  onNews: (sentence: string) => void,
): Tone => {
  const path = TONE_FILE ?? join(DATA_DIR, 'tone.md');
  if (TONE_FILE === undefined && !existsSync(path)) return defaultTone;
  try {
    const { tone, problems } = parseTone(readFileSync(path, 'utf8'));
    for (const problem of problems) onNews(`The tone file ${path}, ${problem}; its default is used`);
    return tone;
  } catch (fault) {
    onNews(
      `The tone file ${path} can't be read (${(fault as { code?: string }).code ?? 'fault'}); the default tone is used`,
    );
    return defaultTone;
  }
};
