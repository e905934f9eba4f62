import { factsOfDialogue } from '../../dialogs/understand/said/dialogue.ts';
import { createFactNoter } from '../../dialogs/understand/said/noted.ts';
import { createWishReader } from '../../dialogs/understand/said/said.ts';
import { command, readArguments } from '../../knowledge/command-line.ts';
import { createWishVocabulary, wishSlots } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { BadInput, type EvaluateTask } from '../../models/evaluate/task.ts';
import { factsLearned } from '../../models/text/facts-learned.ts';
import { joinedDialogues, readDialogues } from './labelled-dialogues.ts';
import { type Counts, pairFacts, ratesOf, type ScoredFact, sameValue, valuesOverlap } from './profile-metrics.ts';

const usage = command({
  name: 'npm run evaluate -- profile',
  about: 'How well the wishes of labelled conversations are read: F1 of the facts, by slot.',
  options: {
    dialogues: { takes: 'FILE', needed: true, about: 'conversations with their facts, one JSON object a line' },
    texts: { takes: 'FILE', about: 'where the labels come without their texts: the texts' },
    rules: { about: 'by the rules alone, without what was learned' },
    part: { takes: 'develop | test', about: 'with --texts: half of them' },
    out: { takes: 'FILE', about: 'the facts read, a JSON object a conversation' },
  },
  examples: ['--dialogues dialogues.jsonl', '--dialogues dialogues.jsonl --rules'],
});

/** Processor time, in microseconds. */
const microsSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** How well the wishes of labelled conversations are read, by the reader that serves the bot's own turns. */
export const profileTask: EvaluateTask = {
  name: 'profile',
  usage,
  run: async (args, io) => {
    const { dialogues: file, texts, part, rules, out: outFile } = readArguments(usage, args).values;
    if (part !== undefined && part !== 'develop' && part !== 'test')
      throw new BadInput(`--part is develop or test, got "${part}"`);
    const dialogues = texts === undefined ? readDialogues(file) : joinedDialogues({ labels: file, texts, part });
    const out = io.predictions(outFile);
    const reader = createWishReader();
    const tagger = rules ? undefined : factsLearned();
    const noter = tagger && createFactNoter(tagger, createWishVocabulary());
    const total: Counts = { hit: 0, extracted: 0, labelled: 0 };
    const named: Counts = { hit: 0, extracted: 0, labelled: 0 };
    const overlapping: Counts = { hit: 0, extracted: 0, labelled: 0 };
    const perSlot = new Map<string, Counts>(wishSlots.map(slot => [slot, { hit: 0, extracted: 0, labelled: 0 }]));
    const whom = { right: 0, asked: 0 };
    let shopperTurns = 0;
    const from = process.cpuUsage();
    const read = dialogues.map(dialogue => factsOfDialogue(dialogue.turns, reader, noter));
    const cold = microsSince(from);
    // Patterns are compiled at their first use: a server's turns are like the second reading.
    const again = process.cpuUsage();
    for (const dialogue of dialogues) factsOfDialogue(dialogue.turns, reader, noter);
    const warm = microsSince(again);
    dialogues.forEach((dialogue, index) => {
      const facts = read[index]!;
      shopperTurns += dialogue.turns.filter(t => t.from === 'shopper').length;
      const alike = (f: ScoredFact, l: ScoredFact): boolean => f.slot === l.slot && f.polarity === l.polarity;
      const pairs = pairFacts(facts, dialogue.facts, (f, l) => alike(f, l) && sameValue(f.value, l.value));
      for (const counts of [total, named, overlapping]) {
        counts.extracted += facts.length;
        counts.labelled += dialogue.facts.length;
      }
      total.hit += pairs.size;
      named.hit += pairFacts(facts, dialogue.facts, alike).size;
      overlapping.hit += pairFacts(
        facts,
        dialogue.facts,
        (f, l) => alike(f, l) && valuesOverlap(f.value, l.value),
      ).size;
      for (const fact of facts) {
        const counts = perSlot.get(fact.slot)!;
        counts.extracted += 1;
        const label = pairs.get(fact);
        if (!label) continue;
        counts.hit += 1;
        if (label.for === undefined) continue;
        whom.asked += 1;
        if (label.for === fact.for) whom.right += 1;
      }
      for (const label of dialogue.facts) perSlot.get(label.slot)!.labelled += 1;
      out.write({
        dialogue: dialogue.id ?? index,
        facts: facts.map(({ turn, slot, value, polarity, for: forWhom, confidence, quote }) => ({
          turn,
          slot,
          value,
          polarity,
          for: forWhom,
          confidence,
          quote,
        })),
        labelled: dialogue.facts,
      });
    });
    out.close();
    io.print({
      task: 'profile',
      dialogues: dialogues.length,
      shopperTurns,
      ...ratesOf(total),
      slotAndPolarity: ratesOf(named),
      overlappingValue: ratesOf(overlapping),
      forWhomAccuracy: whom.asked === 0 ? null : whom.right / whom.asked,
      perSlot: Object.fromEntries(
        [...perSlot].filter(([, c]) => c.extracted + c.labelled > 0).map(([slot, counts]) => [slot, ratesOf(counts)]),
      ),
      microsPerTurn: Math.round(warm / Math.max(1, shopperTurns)),
      microsPerTurnAtFirst: Math.round(cold / Math.max(1, shopperTurns)),
    });
  },
};
