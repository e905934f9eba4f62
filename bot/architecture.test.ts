import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Holds the tree to house.md: which room may import which, and which package lives where. Reads import lines only. */
const root = join(import.meta.dirname, '..');
const rooms = ['knowledge', 'models', 'dialogs', 'bot'] as const;

/** Imports run one way: a room may import itself and those before it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  knowledge: ['knowledge'],
  models: ['knowledge', 'models'],
  dialogs: ['knowledge', 'models', 'dialogs'],
  bot: ['knowledge', 'models', 'dialogs', 'bot'],
};

/** Where each package may be imported; a package that is not here has no place yet. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
  mongodb: ['knowledge/store', 'knowledge/embedded'],
  bson: ['knowledge/store', 'knowledge/embedded'],
  mingo: ['knowledge/store', 'knowledge/embedded'],
  '@tensorflow/*': ['models'],
  '@langchain/core': ['knowledge/retrieval', 'dialogs/say'],
  natural: ['dialogs/understand', 'knowledge/retrieval'],
  'botbuilder*': ['bot', 'dialogs/flows', 'dialogs/say'],
  restify: ['bot'],
  ws: ['bot'],
  pino: ['bot'],
  'prom-client': ['bot'],
  'csv-parse': ['knowledge/importers', 'models/data'],
  zod: ['knowledge', 'models', 'dialogs', 'bot'],
};

/** In tests and benches only. */
const testPackages = ['vitest', 'fast-check', 'playwright-core', 'axe-core'];

/** Files that import no package at all, which is what makes them pleasant to test. */
const bare = [
  /^dialogs\/decide\.ts$/,
  /^dialogs\/decisions\//,
  /^dialogs\/offers\//,
  /^models\/evaluate\/[^/]*metrics[^/]*\.ts$/,
  /^knowledge\/domain\//,
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
  /** The imported file within the repository; null for a package. */
  readonly target: string | null;
}

const posix = (path: string): string => path.split(sep).join('/');
const isTest = (file: string): boolean => /\.(test|bench|test-helper)\.ts$|contract|\/testing\/|\/bench\//.test(file);

const files = rooms.flatMap(room =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map(entry => posix(relative(root, join(entry.parentPath, entry.name)))),
);

const pattern = /^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

const imports: Import[] = files.flatMap(file =>
  [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(match => {
    const from = match[3] ?? match[4] ?? '';
    // AssemblyScript names a file without its ending.
    const path = file.includes('/assembly/') ? `${from}.ts` : from;
    const target = from.startsWith('.') ? posix(normalize(join(dirname(file), path))) : null;
    return { file, from, typeOnly: match[2] !== undefined, target };
  }),
);

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
const isBuiltin = (from: string): boolean => from.startsWith('node:') || builtinModules.includes(from);
const fits = (rule: string, name: string): boolean =>
  rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : rule === name;
const roomOf = (file: string): string => file.split('/')[0]!;
const packages = imports.filter(i => i.target === null && !isBuiltin(i.from));

describe('the tree', () => {
  it('has the five rooms at the top and no other folder', () => {
    const ignored = ['.git', 'node_modules', 'dist', 'data', 'coverage'];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !ignored.includes(entry.name))
      .map(entry => entry.name);
    expect(folders.sort()).toEqual(['.ci', 'bot', 'deploy', 'dialogs', 'knowledge', 'models']);
  });

  it('names files in kebab-case, without barrels and drawers', () => {
    const names = files.map(file => file.split('/').at(-1)!);
    expect(
      names.filter(
        name =>
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.(browser|contract|processes))?(\.(test|bench|test-helper))?\.ts$/.test(name),
      ),
    ).toEqual([]);
    expect(files.filter(file => /\/(index|utils?|helpers?|common|misc)\.ts$/.test(file))).toEqual([]);
  });

  it('imports files that exist', () => {
    const missing = imports.filter(i => i.target !== null && !existsSync(join(root, i.target)));
    expect(missing.map(i => `${i.file} -> ${i.from}`)).toEqual([]);
  });
});

describe('imports between rooms', () => {
  it('run one way: knowledge <- models <- dialogs <- bot', () => {
    const wrong = imports.filter(i => i.target !== null && !mayImport[roomOf(i.file)]?.includes(roomOf(i.target)));
    expect(wrong.map(i => `${i.file} -> ${i.target}`)).toEqual([]);
  });

  it('let dialogs see of models only the serving interfaces', () => {
    const wrong = imports.filter(
      i =>
        !isTest(i.file) &&
        roomOf(i.file) === 'dialogs' &&
        i.target?.startsWith('models/') &&
        i.target !== 'models/types.ts',
    );
    expect(wrong.map(i => `${i.file} -> ${i.target}`)).toEqual([]);
  });

  it('keep what simulated shoppers really think from every model and every decision', () => {
    const truths: Readonly<Record<string, string>> = {
      'bot/lab/truth.ts': 'bot/lab/',
      'knowledge/demo/truth.ts': 'knowledge/demo/',
    };
    for (const truth of Object.keys(truths)) expect(existsSync(join(root, truth)), truth).toBe(true);
    /** Everything that leads to a truth, in as many steps as it takes. */
    const knowing = (truth: string): Set<string> => {
      const known = new Set([truth]);
      for (let before = 0; before < known.size; ) {
        before = known.size;
        for (const i of imports) if (i.target !== null && known.has(i.target) && !isTest(i.file)) known.add(i.file);
      }
      return known;
    };
    for (const [truth, home] of Object.entries(truths)) {
      const wrong = [...knowing(truth)].filter(file => !file.startsWith(home));
      expect(
        wrong.filter(file => /^models\//.test(file)),
        truth,
      ).toEqual([]);
      // Named straight it may be only at home, whatever room: what a bot knows, its models may come to know.
      const named = imports.filter(i => i.target === truth && !isTest(i.file) && !i.file.startsWith(home));
      expect(named.map(i => i.file)).toEqual([]);
    }
  });

  it('keep the vocabulary free of everything else', () => {
    const wrong = imports.filter(
      i => !isTest(i.file) && i.file.startsWith('knowledge/domain/') && !i.target?.startsWith('knowledge/domain/'),
    );
    expect(wrong.map(i => `${i.file} -> ${i.from}`)).toEqual([]);
  });
});

describe('packages', () => {
  it('are imported only in their rooms', () => {
    const wrong = packages.filter(({ file, from }) => {
      const name = packageOf(from);
      if (isTest(file) && testPackages.includes(name)) return false;
      const rule = Object.keys(packageRooms).find(r => fits(r, name));
      return !rule || !packageRooms[rule]!.some(folder => file.startsWith(`${folder}/`));
    });
    expect(wrong.map(i => `${i.file} -> ${i.from}`)).toEqual([]);
  });

  it('are not imported at all where decisions, prices and metrics are computed', () => {
    const wrong = packages.filter(i => !isTest(i.file) && bare.some(rule => rule.test(i.file)));
    expect(wrong.map(i => `${i.file} -> ${i.from}`)).toEqual([]);
  });

  it('of natural are imported one part at a time, never the root, which loads .env and prints', () => {
    expect(imports.filter(i => i.from === 'natural').map(i => i.file)).toEqual([]);
  });

  it('are all declared in package.json', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string> | undefined>;
    const declared = new Set(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }));
    expect([...new Set(packages.map(i => packageOf(i.from)))].filter(name => !declared.has(name))).toEqual([]);
  });
});
