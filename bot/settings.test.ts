import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError, settingShapes } from './settings.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (fault) {
    if (fault instanceof SettingsError) return fault.problems;
    throw fault;
  }
};

describe('settings', () => {
  it('need nothing: no configuration is the demo shop on this machine', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3978,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      COUNTEROFFER_SEED: 1,
      SHOP_DEMO: true,
    });
  });

  it('treat an empty value as not set', () => {
    expect(readSettings({ PORT: '', MONGODB_URI: ' ', SHOP_DEMO: '' })).toEqual(readSettings({}));
  });

  it('leave the sentence encoder untuned where they say so', () => {
    expect(readSettings({}).SENTENCE_ENCODER).toBe('on');
    expect(readSettings({ SENTENCE_ENCODER: 'untuned' }).SENTENCE_ENCODER).toBe('untuned');
    expect(problemsOf({ SENTENCE_ENCODER: 'deep' })).toEqual([
      'SENTENCE_ENCODER has to be "on", "untuned" or "off", got "deep"',
    ]);
  });

  it('list all their problems at once, with the value received and what is allowed', () => {
    const problems = problemsOf({
      PORT: '99999',
      SHOP_DEMO: 'maybe',
      LOG_LEVEL: 'loud',
      MONGODB_URI: 'postgres://user:hunter2@host',
      SHOP_API_KEY: 'short',
      PUBLIC_URL: 'ftp://shop',
      MICROSOFT_APP_ID: 'an-app',
    });
    expect(problems).toHaveLength(7);
    for (const name of [
      'PORT',
      'SHOP_DEMO',
      'LOG_LEVEL',
      'MONGODB_URI',
      'SHOP_API_KEY',
      'PUBLIC_URL',
      'MICROSOFT_APP_PASSWORD',
    ]) {
      expect(problems.some(p => p.startsWith(name))).toBe(true);
    }
    expect(problems.find(p => p.startsWith('PORT'))).toBe('PORT has to be a whole number from 0 to 65535, got "99999"');
  });

  it('never repeat a secret in an error', () => {
    const text = problemsOf({
      MONGODB_URI: 'postgres://u:hunter2@h',
      SHOP_API_KEY: 'tooshort',
      DIRECT_LINE_SECRET: 'alsoshort',
    }).join();
    expect(text).not.toMatch(/hunter2|tooshort|alsoshort/);
  });

  it('are all documented in deploy/env.example, with their defaults, and nothing else is', () => {
    const text = readFileSync(join(import.meta.dirname, '..', 'deploy', 'env.example'), 'utf8');
    const documented = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(m => [m[1]!, m[2]!]));
    expect(Object.keys(documented).sort()).toEqual(Object.keys(settingShapes).sort());
    expect(readSettings(documented)).toEqual(readSettings({}));
    const lines = text.split('\n');
    for (const name of Object.keys(documented)) {
      const at = lines.findIndex(l => l.startsWith(`${name}=`));
      const above = lines.slice(0, at).findLast(l => !/^[A-Z_]+=/.test(l));
      expect([name, above?.startsWith('# ')]).toEqual([name, true]);
    }
  });
});
