/**
 * `npm run learn:intents [-- --check]`: models/text/intents-in-context.json from the labelled conversations of bot/evaluate/turn-labels,
 * held again with the bot on a demo shop of its own; to be run again when understanding has changed. With --check nothing is
 * written, and each writer is told by what all others teach.
 */
import { writeFileSync } from 'node:fs';
import { BadInput, command, readArguments, toldHow } from '../../knowledge/command-line.ts';
import { intentsInContextFile } from '../../models/text/intents-in-context.ts';
import { openSentenceEncoder } from '../../models/text/sentence-encoder.ts';
import { fitStack, openStack, packedStack } from '../../models/text/stacked-intents.ts';
import { openCore } from '../core.ts';
import { readConversations, writers } from '../evaluate/labelled-turns.ts';
import { readSettings } from '../settings.ts';
import { examplesOf, kept, seed, toldRight } from './learned.ts';
import { listener, replayed, type SeenMessage } from './replay.ts';

const usage = command({
  name: 'npm run learn:intents --',
  about:
    'Learns what messages mean in their place in a conversation, from labelled conversations held again with the bot.',
  options: { check: { about: 'each writer told by what the others teach; nothing is written' } },
  examples: ['', '--check'],
});

const main = async (): Promise<void> => {
  const argv = process.argv.slice(2);
  if (toldHow(usage, argv)) return;
  const { check } = readArguments(usage, argv).values;
  const listening = listener();
  const core = await openCore({
    settings: readSettings({ SHOP_DEMO: 'on', LOG_LEVEL: 'silent' }),
    inMemory: true,
    openEncoder: openSentenceEncoder,
    inContext: listening,
  });
  try {
    await core.services.indexes.settled();
    const seen = new Map<string, SeenMessage[]>();
    for (const writer of writers()) {
      seen.set(writer, await replayed(core, listening, readConversations(writer)));
      process.stderr.write(`${writer}: ${seen.get(writer)?.length} messages\n`);
    }
    const of = (chosen: (writer: string) => boolean): SeenMessage[] =>
      [...seen].flatMap(([writer, messages]) => (chosen(writer) ? messages : []));
    if (check) {
      for (const writer of seen.keys()) {
        const taught = fitStack(examplesOf(of(w => w !== writer)), seed);
        const told = toldRight(
          of(w => w === writer),
          openStack(taught),
        );
        console.log(JSON.stringify({ writer, ...told }));
      }
      return;
    }
    const examples = examplesOf(of(writer => !kept.has(writer)));
    writeFileSync(intentsInContextFile, `${JSON.stringify(packedStack(fitStack(examples, seed)))}\n`);
    console.log(`Learned from ${examples.length} messages of ${seen.size - kept.size} writers`);
  } finally {
    await core.close();
  }
};

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof BadInput ? fault.message : (fault as Error).stack}\n`);
    process.exit(1);
  },
);
