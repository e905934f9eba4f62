import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeProblem, readExampleFiles } from './examples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'examples-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries({ 'en/yes.md': '- yes', 'zh/yes.md': '- 好', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { examples, problems } = readExampleFiles(pathToFileURL(`${folder}/`));
  return { taught: examples.map(e => `${e.intent}: ${e.text}`), said: problems.map(describeProblem) };
};

test('the files that are shipped hold no mistake', () => {
  expect(readExampleFiles().problems.map(describeProblem)).toEqual([]);
});

test('a sentence taught as two intents is named with both places, and the first counts', () => {
  const { taught, said } = read({
    'en/deals.md': '# Deals\n\n- any deals?\n',
    'en/stock.md': '- in stock?\n- Any deals?',
  });
  expect(taught).toEqual(['deals: any deals?', 'stock: in stock?', 'yes: yes', 'yes: 好']);
  expect(said).toEqual([
    'en/stock.md, line 2: "Any deals?" is taught as another intent in en/deals.md, line 3; the first counts',
  ]);
});

test('a sentence that stands twice is named', () => {
  const { said } = read({ 'zh/deals.md': '- 有優惠嗎\n- 有优惠吗' });
  expect(said).toEqual(['zh/deals.md, line 2: "有优惠吗" stands already in zh/deals.md, line 1']);
});

test('a file of no intent, one without examples and a line without its dash are named; the others are taught', () => {
  const { taught, said } = read({
    'en/dealz.md': '- any deals?',
    'en/stock.md': '# Stock\n',
    'en/help.md': '- help\n  what can you do\n',
  });
  expect(taught).toEqual(['help: help', 'yes: yes', 'yes: 好']);
  expect(said[0]).toMatch(/^en\/dealz\.md: named after no intent and left out; allowed names are greeting/);
  expect(said.slice(1)).toEqual([
    'en/help.md, line 2: "what can you do" does not start with "- " and is left out',
    'en/stock.md: holds no example; write one a line as "- example"',
  ]);
});
