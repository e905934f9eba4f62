/** The answer to a waiting flow's question with other requests after it: "damaged, and have you mugs?" */
import { isAboutChild, isSensitive } from '../../knowledge/profile/sensitive.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { FlowStart } from '../flow-parts.ts';
import type { Turn, Understanding } from '../turn.ts';
import { moneyBack, saysEnough } from './clause-groups.ts';
import { wantsExchange } from './orders/exchange-asked.ts';
import { type Kind, kindOf } from './request-kinds.ts';
import { longest, mostClauses, type Request, severalRequests } from './several-requests.ts';
import { clausesOf } from './text/clauses-asked.ts';

export interface BesideAnswer {
  /** What is said to the flow, which may still not take it for an answer. */
  readonly answer: Request;
  readonly requests: readonly [Request, ...Request[]];
}

/** What asks for the flow itself once more belongs to its answer. */
const ownKind: Record<FlowStart['flow'], Kind> = { return: 'return', 'cancel-order': 'cancel', 'guest-order': 'order' };

/** Nothing said yet: what only leads up to the question. */
const leadsIn =
  /^(?:(?:wait|ok|okay|oh|ah|uh|um+|hm+|well|sorry|actually|hold on|hang on|one (?:sec|second|moment|thing|question)|(?:a )?(?:quick )?question|before (?:that|this|i (?:answer|decide))|first|hi|hello|hey|thanks?|thank you|so|and|but|by the way|btw|just wondering|please|pls|excuse me)(?:[\s,.!:;-]+|$))+$|^(?:等一?下|等等|稍等|哦|啊|嗯|呃|好的?|那|对了|请问|不好意思|先问[个一]?下?|问[个一]?下|你好|您好|谢谢|还有|另外|顺便|话说|[\s,，.。!！:：~])+$/iu;

/** Undefined: nothing else is asked, or nothing is said before it. A person who is asked for answers all of it. */
export const besideAnswer = (
  turn: Turn,
  understand: (turn: Turn) => Understanding,
  spokenOf: boolean,
  waiting: FlowStart['flow'],
): BesideAnswer | undefined => {
  if (turn.value || turn.text.length > longest) return undefined;
  // "Wrong size, can I have one bigger instead" is one answer.
  if (waiting === 'return' && wantsExchange(turn.text)) return undefined;
  const clauses = clausesOf(turn.text);
  if (clauses.length < 2 || clauses.length > mostClauses) return undefined;
  const part = (from: number, to?: number): Turn => ({
    ...turn,
    text: clauses
      .slice(from, to)
      .map(clause => clause.text)
      .join(hasHan(turn.text) ? '，' : ', '),
  });
  // "The jacket, and also …": what comes first asks only by its own form.
  const kinds = clauses.map(({ text, asks }, i) =>
    asks && saysEnough(text) && (i > 0 || clausesOf(text)[0]?.asks)
      ? kindOf(understand({ ...turn, text }), spokenOf)
      : undefined,
  );
  // What is cancelled is paid back: that asks for no return.
  const isOwn = (kind: Kind, text: string): boolean =>
    kind === ownKind[waiting] || (waiting === 'cancel-order' && kind === 'return' && moneyBack.test(text));
  const at = kinds.findIndex((kind, i) => kind !== undefined && !isOwn(kind, clauses[i]!.text));
  if (at < 1 || kinds.includes('person')) return undefined;
  const said = part(0, at);
  if (leadsIn.test(said.text)) return undefined;
  const asked = part(at);
  const unkept = isAboutChild(turn.text) || isSensitive(turn.text);
  const understood = understand(asked);
  const [first = { turn: asked, understanding: unkept ? { ...understood, unkept } : understood }, ...others] =
    severalRequests(asked, understand, spokenOf);
  // The flow's question comes after all of it.
  const beside = (one: Request): Request => ({
    ...one,
    understanding: { ...one.understanding, beside: true, goesOn: true },
  });
  return {
    answer: { turn: said, understanding: understand(said) },
    requests: [beside(first), ...others.map(beside)],
  };
};
