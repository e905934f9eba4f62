/**
 * `npm run learn:facts [-- --check]`: models/text/facts-learned.json from the labelled conversations of bot/evaluate/profile-labels; to be
 * run again when the rules that read facts have changed. With --check nothing is written, and each set that is only scored is told by the rules alone
 * and by what all others teach.
 */
import { writeFileSync } from 'node:fs';
import { createFactNoter } from '../../dialogs/understand/said/noted.ts';
import { createWishReader } from '../../dialogs/understand/said/said.ts';
import { BadInput, command, readArguments, toldHow } from '../../knowledge/command-line.ts';
import { createWishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { openTagger, packedTagger, unpackedTagger } from '../../models/text/fact-tagger.ts';
import { factsLearnedFile } from '../../models/text/facts-learned.ts';
import { examplesOf, foundIn, isOnlyScored, learned, readSet, sets } from './learned.ts';

const usage = command({
  name: 'npm run learn:facts --',
  about: 'Learns which words of a message are facts of its writer, from labelled conversations.',
  options: { check: { about: 'the kept conversations by the rules and by what is learned; nothing is written' } },
  examples: ['', '--check'],
});

const main = (): void => {
  const argv = process.argv.slice(2);
  if (toldHow(usage, argv)) return;
  const { check } = readArguments(usage, argv).values;
  const readers = { reader: createWishReader(), vocabulary: createWishVocabulary() };
  const taught = sets().filter(name => !isOnlyScored(name));
  const dialogues = taught.flatMap(readSet);
  const packed = JSON.stringify(packedTagger(learned(examplesOf(dialogues, readers))));
  if (check) {
    // As it is served: weights to a byte each.
    const noter = createFactNoter(openTagger(unpackedTagger(JSON.parse(packed))), readers.vocabulary);
    for (const set of sets().filter(isOnlyScored)) {
      const labelled = readSet(set);
      const [rules, tagged] = [foundIn(labelled, readers.reader), foundIn(labelled, readers.reader, noter)];
      console.log(JSON.stringify({ set, rules, learned: tagged }));
    }
    return;
  }
  writeFileSync(factsLearnedFile, `${packed}\n`);
  console.log(`Learned from ${dialogues.length} conversations of ${taught.length} sets; ${packed.length} bytes`);
};

try {
  main();
} catch (fault) {
  process.stderr.write(`${fault instanceof BadInput ? fault.message : (fault as Error).stack}\n`);
  process.exitCode = 1;
}
