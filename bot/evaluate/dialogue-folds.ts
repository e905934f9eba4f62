/**
 * Labelled dialogues between people -> CSV files for `evaluate -- intents`, folds by dialogue, each text with its speaker.
 * Reads the format of MG-ShopDial (Bernard & Balog 2023): of several intents the one with most votes counts, of equals the
 * first in the alphabet; what nobody labelled is left out.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInput, command, readArguments, toldHow, wholeNumber } from '../../knowledge/command-line.ts';
import { groupFolds } from '../../models/data/group-folds.ts';

const usage = command({
  name: 'node --import tsx bot/evaluate/dialogue-folds.ts',
  about: 'Labelled dialogues as CSV (text,intent) to learn from and to judge on, folds by dialogue.',
  options: {
    dialogues: { takes: 'FILE', needed: true, about: 'JSON in the format of MG-ShopDial' },
    out: { takes: 'FOLDER', needed: true, about: 'where N-train.csv and N-test.csv are written' },
    label: { takes: 'intent | goal', usually: 'intent', about: 'what is to be told' },
    folds: { takes: 'N', usually: '8', about: 'how many' },
  },
  examples: ['--dialogues dialogues.json --out folds'],
});

const dialogues = z.array(
  z.object({
    utterances: z.array(
      z.object({
        participant: z.string(),
        utterance: z.string(),
        goal: z.string(),
        intents: z.array(z.tuple([z.string(), z.number()])),
      }),
    ),
  }),
);
type Utterance = z.infer<typeof dialogues>[number]['utterances'][number];

const speakers: Readonly<Record<string, string>> = { Client: 'customer', Wizard: 'assistant' };

const intentOf = ({ intents }: Utterance): string | undefined =>
  [...intents].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const jsonIn = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new BadInput(`The file ${file} can't be read as JSON: ${fault instanceof Error ? fault.message : fault}`);
  }
};

const run = (args: readonly string[]): void => {
  const { values } = readArguments(usage, args);
  const folds = wholeNumber('folds', values.folds, 2, 100);
  if (values.label !== 'intent' && values.label !== 'goal')
    throw new BadInput(`--label must be intent or goal, got "${values.label}"`);
  const labelOf = values.label === 'goal' ? ({ goal }: Utterance) => goal : intentOf;
  const read = dialogues.safeParse(jsonIn(values.dialogues));
  if (!read.success)
    throw new BadInput(`The file ${values.dialogues} holds other things: ${z.prettifyError(read.error)}`);
  const rows = read.data.flatMap(({ utterances }, dialogue) =>
    utterances.flatMap(u => {
      const label = labelOf(u);
      const by = speakers[u.participant] ?? u.participant;
      return label === undefined
        ? []
        : [{ dialogue, line: `${quoted(`${by} says: ${u.utterance.trim()}`)},${quoted(label)}` }];
    }),
  );
  const foldOf = groupFolds(
    rows.map(r => r.dialogue),
    folds,
  );
  mkdirSync(values.out, { recursive: true });
  for (let fold = 0; fold < folds; fold++) {
    for (const part of ['train', 'test']) {
      const lines = rows.filter((_, i) => (foldOf[i] === fold) === (part === 'test')).map(r => r.line);
      writeFileSync(join(values.out, `${fold}-${part}.csv`), `text,intent\n${lines.join('\n')}\n`);
    }
  }
};

try {
  const args = process.argv.slice(2);
  if (!toldHow(usage, args)) run(args);
} catch (fault) {
  if (!(fault instanceof BadInput)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
