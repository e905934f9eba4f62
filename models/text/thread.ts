/** Threads of our own, from TypeScript or from what was compiled of it. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** `name`: a file beside `beside`, without its ending. */
export const openThread = (name: string, beside: string, workerData: unknown): Worker => {
  const program = new URL(`./${name}${beside.endsWith('.ts') ? '.ts' : '.js'}`, beside);
  if (!program.pathname.endsWith('.ts')) return new Worker(program, { workerData });
  // A thread does not inherit the loader that reads TypeScript: it registers its own first.
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href;
  const start = `import(${JSON.stringify(loader)}).then(tsx => { tsx.register(); return import(${JSON.stringify(program.href)}); })`;
  return new Worker(start, { eval: true, workerData, execArgv: [] });
};
