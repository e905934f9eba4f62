/** Labels that stand apart from their text: the text is read from MG-ShopDial's own file and joined by dialogue. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { BadInput } from '../../models/evaluate/task.ts';

const textsSchema = z.array(
  z.object({
    id: z.string(),
    utterances: z.array(z.object({ participant: z.string(), utterance: z.string() })),
  }),
);
const labelSchema = z.looseObject({ dialogue: z.string(), part: z.string().optional(), facts: z.array(z.unknown()) });

export interface JoinInput {
  readonly labels: string;
  readonly texts: string;
  /** "develop" or "test"; all of them without it. */
  readonly part?: string | undefined;
}

/** Lines as the task reads them, `{id, turns, facts}` each. Throws BadInput for a file that is no such labels or texts. */
export const joinedDialogues = ({ labels, texts, part }: JoinInput): string[] => {
  const byId = new Map(parsed(texts, textsSchema, textOf(texts)).map(d => [d.id, d]));
  return textOf(labels)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map((line, i) => parsed(`${labels}, line ${i + 1}`, labelSchema, line))
    .filter(label => part === undefined || label.part === part)
    .map(({ dialogue, facts }) => {
      const found = byId.get(dialogue);
      if (!found) throw new BadInput(`${texts} has no dialogue ${JSON.stringify(dialogue)}`);
      const turns = found.utterances.map(u => ({
        from: u.participant === 'Client' ? 'shopper' : 'bot',
        text: u.utterance,
      }));
      return JSON.stringify({ id: dialogue, turns, facts });
    });
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
};

const parsed = <S extends z.ZodType>(where: string, schema: S, text: string): z.output<S> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new BadInput(`${where}: no JSON: ${(cause as Error).message}`);
  }
  const result = schema.safeParse(json);
  if (!result.success) throw new BadInput(`${where}: ${z.prettifyError(result.error).replaceAll('\n', ' ')}`);
  return result.data;
};
