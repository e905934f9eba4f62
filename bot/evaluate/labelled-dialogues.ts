/** Conversations with the wishes stated in them, as people labelled them. */
import { z } from 'zod';
import { wishSlots } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { BadInput } from '../../models/evaluate/task.ts';
import { checked, jsonIn, linesOf, textOf } from './label-lines.ts';

const dialogueSchema = z.object({
  id: z.string().optional(),
  turns: z.array(z.object({ from: z.enum(['shopper', 'bot']), text: z.string() })),
  facts: z
    .array(
      z.object({
        turn: z.int().nonnegative(),
        slot: z.enum(wishSlots),
        value: z.union([z.string(), z.number()]).transform(String),
        polarity: z.union([z.literal(1), z.literal(-1)]).default(1),
        for: z.enum(['self', 'other']).optional(),
      }),
    )
    .default([]),
});
export type LabelledDialogue = z.output<typeof dialogueSchema>;

const textsSchema = z.array(
  z.object({
    id: z.string(),
    utterances: z.array(z.object({ participant: z.string(), utterance: z.string() })),
  }),
);
const labelSchema = z.looseObject({ dialogue: z.string(), part: z.string().optional(), facts: z.array(z.unknown()) });

/** One dialogue a line. Throws BadInput naming the line. */
export const readDialogues = (file: string): LabelledDialogue[] => {
  const dialogues = linesOf(file).map(({ where, text }) => dialogueIn(where, jsonIn(where, text)));
  if (dialogues.length === 0) throw new BadInput(`${file} holds no dialogue`);
  return dialogues;
};

interface JoinInput {
  readonly labels: string;
  readonly texts: string;
  /** "develop" or "test"; all of them without it. */
  readonly part?: string | undefined;
}

/**
 * Labels that stand apart from their text, which is read from MG-ShopDial's own file and joined by dialogue. Throws BadInput
 * for files that are no such labels or texts.
 */
export const joinedDialogues = ({ labels, texts, part }: JoinInput): LabelledDialogue[] => {
  const byId = new Map(checked(texts, textsSchema, jsonIn(texts, textOf(texts))).map(d => [d.id, d]));
  const dialogues = linesOf(labels)
    .map(({ where, text }) => ({ where, ...checked(where, labelSchema, jsonIn(where, text)) }))
    .filter(label => part === undefined || label.part === part)
    .map(({ where, dialogue, facts }) => {
      const found = byId.get(dialogue);
      if (!found) throw new BadInput(`${texts} has no dialogue ${JSON.stringify(dialogue)}`);
      const turns = found.utterances.map(u => ({
        from: u.participant === 'Client' ? 'shopper' : 'bot',
        text: u.utterance,
      }));
      return dialogueIn(where, { id: dialogue, turns, facts });
    });
  if (dialogues.length === 0) throw new BadInput(`${labels} holds no dialogue`);
  return dialogues;
};

const dialogueIn = (where: string, json: unknown): LabelledDialogue => {
  const dialogue = checked(where, dialogueSchema, json);
  const beyond = dialogue.facts.find(f => dialogue.turns[f.turn]?.from !== 'shopper');
  if (beyond) throw new BadInput(`${where}: a fact stands at turn ${beyond.turn}, which is no message of the shopper`);
  return dialogue;
};
