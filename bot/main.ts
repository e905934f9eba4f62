/** `npm start`: the whole product, with one block that says where it is and what it runs on. */

import { emptyMemory } from '../dialogs/memory.ts';
import { warmUp } from '../dialogs/understand/warm-up.ts';
import { BadInput, command, readArguments, toldHow } from '../knowledge/command-line.ts';
import { inSlices } from '../knowledge/slices.ts';
import { openSentenceEncoder } from '../models/text/sentence-encoder.ts';
import { type App, createApp } from './app.ts';
import { modelLine } from './model-line.ts';
import { readSettings, type Settings, SettingsError } from './settings.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** One line that fills up on a terminal; a line per tenth in a log. */
const progressLine = (label: string): ((done: number, total: number, what: string) => void) => {
  let tenth = -1;
  return (done, total, what) => {
    const share = total === 0 ? 1 : done / total;
    if (process.stderr.isTTY) {
      const filled = Math.round(share * 24);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`;
      process.stderr.write(
        `\r${label} ${bar} ${Math.floor(share * 100)} % ${what.padEnd(12)}${share >= 1 ? '\n' : ''}`,
      );
    } else if (Math.floor(share * 10) > tenth) {
      tenth = Math.floor(share * 10);
      say(`${label}: ${tenth * 10} % ${what}`);
    }
  };
};

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

const warnings = (settings: Settings): string[] => {
  const open: string[] = [];
  if (!isLoopback(settings.HOST) && settings.SHOP_DEMO) {
    open.push('SHOP_DEMO is on: anyone who reaches this server can sign in as any shopper');
  }
  if (!isLoopback(settings.HOST) && settings.DIRECT_LINE_SECRET === undefined) {
    open.push('DIRECT_LINE_SECRET is not set: anyone who reaches this server can open a conversation');
  }
  return open;
};

const block = (app: App, settings: Settings): string =>
  [
    '',
    `  Counteroffer   ${app.url}`,
    `  API            ${app.url}/api/docs`,
    `  Shop           ${app.catalogue.view.shop.name.en ?? app.catalogue.view.shop.name.zh}, ${app.catalogue.view.products.length} products (${app.catalogue.view.shop.source})`,
    `  Database       ${app.stores.describe}`,
    `  Models         ${modelLine(app.models.current().status)}`,
    `  Support desk   ${app.url}/desk`,
    ...(app.firstAdmin ? [`  First admin    ${app.url}/desk#first-admin=${app.firstAdmin}  (works once)`] : []),
    ...warnings(settings).map(w => `  Careful        ${w}`),
    '',
  ].join('\n');

const usage = command({
  name: 'npm start --',
  about:
    'The whole product in one process. Every setting is an environment variable; deploy/env.example tells of each.',
  options: {},
  examples: [],
});

const start = async (): Promise<void> => {
  const args = process.argv.slice(2);
  if (toldHow(usage, args)) return;
  readArguments(usage, args);
  const settings = readSettings(process.env);
  const app = await createApp({
    settings,
    ...(settings.SENTENCE_ENCODER !== 'off' ? { openEncoder: openSentenceEncoder } : {}),
    onSeedProgress: progressLine('Making the demo shop'),
    onNews: sentence => say(sentence),
  });
  say(block(app, settings));
  const { understander } = app.services.indexes.current();
  void inSlices(warmUp(turn => understander.understand(turn, emptyMemory), new Date()));
  const watch = app.training && progressLine('Training');
  const timer = setInterval(() => {
    const { running, progress, step } = app.models.current().status.training;
    if (running) watch?.(Math.round(progress * 100), 100, step);
  }, 1_000);
  timer.unref();
  void app.training
    ?.then(outcome => {
      clearInterval(timer);
      say(
        outcome.kind === 'trained'
          ? `Trained: ${modelLine(app.models.current().status)}`
          : `Not trained: ${'reason' in outcome ? outcome.reason : outcome.kind}`,
      );
    })
    .catch((fault: unknown) => say(`Not trained: ${(fault as Error).message}`));

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say(`${signal}: finishing what is under way`);
    app.close().then(
      () => process.exit(0),
      (fault: unknown) => {
        say(`Stopped with a fault: ${(fault as Error).message}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
};

start().catch((fault: unknown) => {
  // What an operator can act on is a sentence; anything else keeps its stack.
  say(
    fault instanceof SettingsError || fault instanceof BadInput || process.env.LOG_LEVEL !== 'debug'
      ? (fault as Error).message
      : String((fault as Error).stack),
  );
  process.exit(1);
});
