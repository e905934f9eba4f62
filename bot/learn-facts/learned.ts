/** What labelled conversations teach of facts: examples for the tagger, and how well facts are found in conversations that taught nothing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { factsOfDialogue, readTurns } from '../../dialogs/understand/said/dialogue.ts';
import { type FactNoter, taggedSlots, toldMessage } from '../../dialogs/understand/said/noted.ts';
import type { WishReader } from '../../dialogs/understand/said/said.ts';
import { featuresOf, polarityFeaturesOf, ruleFeatures } from '../../dialogs/understand/said/told-features.ts';
import { whereSaid, withCounter } from '../../dialogs/understand/said/told-pieces.ts';
import { type Language, languages } from '../../knowledge/domain/language.ts';
import type { WishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { evenOut } from '../../knowledge/retrieval/text/fold.ts';
import { learnTagger, type TaggedExample } from '../../models/text/fact-learning.ts';
import type { TaggerModels } from '../../models/text/fact-tagger.ts';
import { type LabelledDialogue, readDialogues } from '../evaluate/labelled-dialogues.ts';
import { pairFacts, type Rates, ratesOf, sameValue } from '../evaluate/profile-metrics.ts';

const seed = 1;
/** Less costs half the size again and gains nothing. */
const leastWeight = 0.11;
const leastSeen = 6;
/** Keeps more of the rules where writers are not like those learned from: in English, whose rules were worked on with long talk, .02 there for .005 of others. */
const trustedBy: Readonly<Record<Language, number>> = { en: 20, zh: 10 };

/** Writers by whom the tagger is judged: never learned from. Nor are sets that are only ever scored (see profile-task.test.ts). */
export const kept: ReadonlySet<string> = new Set(['plain-en-2', 'plain-zh-3']);
export const isOnlyScored = (set: string): boolean => kept.has(set) || /sealed|test/.test(set);
/** Labels without conversations: single sentences, and texts that are not here. */
const unread: ReadonlySet<string> = new Set(['hint3', 'mg-shopdial']);

const folder = join(import.meta.dirname, '../evaluate/profile-labels');

export const sets = (): string[] =>
  readdirSync(folder)
    .flatMap(name => (name.endsWith('.jsonl') ? [name.slice(0, -'.jsonl'.length)] : []))
    .filter(name => !unread.has(name))
    .sort();

export const readSet = (name: string): LabelledDialogue[] => readDialogues(join(folder, `${name}.jsonl`));

export interface Readers {
  readonly reader: WishReader;
  readonly vocabulary: WishVocabulary;
}

/** Each message with what is labelled in it, with and without the rules, which were worked on with some of the same conversations; what stands nowhere in its words teaches nothing. */
export const examplesOf = (
  dialogues: readonly LabelledDialogue[],
  { reader, vocabulary }: Readers,
): Record<Language, TaggedExample[]> => {
  const examples: Record<Language, TaggedExample[]> = { en: [], zh: [] };
  for (const { turns, facts } of dialogues)
    for (const read of readTurns(turns, reader)) {
      const told = toldMessage(read);
      if (!told) continue;
      const { message } = told;
      const taken = new Set<number>();
      const labelled = facts
        .filter(f => f.turn === read.turn && taggedSlots.includes(f.slot))
        .sort((a, b) => b.value.length - a.value.length);
      const stretches = labelled.flatMap(({ slot, value, polarity }) => {
        const said = whereSaid(message.pieces, evenOut(value), taken);
        if (!said) return [];
        const at = slot === 'quantity' ? withCounter(message.pieces, said) : said;
        for (let i = at.start; i < at.end; i++) taken.add(i);
        return [{ ...at, slot, polarity, polarityFeatures: polarityFeaturesOf(message, { ...at, slot }) }];
      });
      examples[read.language].push({
        features: featuresOf(message, vocabulary),
        fewer: featuresOf(message, vocabulary, false),
        stretches,
      });
    }
  return examples;
};

export const learned = (examples: Readonly<Record<Language, readonly TaggedExample[]>>): TaggerModels => {
  const [en, zh] = languages.map(language =>
    learnTagger(examples[language], {
      slots: taggedSlots,
      seed,
      leastSeen,
      leastWeight,
      trusted: { by: trustedBy[language], features: ruleFeatures },
    }),
  );
  return { en: en!, zh: zh! };
};

/** Of slot, value and polarity; without a noter by the rules alone. */
export const foundIn = (dialogues: readonly LabelledDialogue[], reader: WishReader, noter?: FactNoter): Rates => {
  const counts = { hit: 0, extracted: 0, labelled: 0 };
  for (const { turns, facts } of dialogues) {
    const found = factsOfDialogue(turns, reader, noter);
    counts.hit += pairFacts(
      found,
      facts,
      (f, l) => f.slot === l.slot && f.polarity === l.polarity && sameValue(f.value, l.value),
    ).size;
    counts.extracted += found.length;
    counts.labelled += facts.length;
  }
  return ratesOf(counts);
};
