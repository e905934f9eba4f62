// After tsc: copies what is not TypeScript (pages, styles, example sentences, WebAssembly) to the same place under dist/.
import { cpSync, readdirSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const kinds = new Set([
  '.html',
  '.css',
  '.js',
  '.mjs',
  '.svg',
  '.png',
  '.json',
  '.jsonl',
  '.md',
  '.txt',
  '.csv',
  '.tsv',
  '.wasm',
  '.webmanifest',
]);

let copied = 0;
for (const room of ['knowledge', 'models', 'dialogs', 'bot']) {
  for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !kinds.has(extname(entry.name))) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    cpSync(path, join(root, 'dist', relative(root, path)));
    copied += 1;
  }
}
console.log(`${copied} assets copied to dist/`);
