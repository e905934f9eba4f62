import type { ReplyPart, Suggestion, TurnFacts } from '../turn.ts';
import type { Draft } from './draft.ts';

type AddOn = Pick<Draft, 'parts' | 'suggestions' | 'memory'>;

const keyOf = (part: Extract<ReplyPart, { kind: 'add-on' }>): string =>
  part.plan.add.map(a => `${a.product.id}x${a.quantity}`).join('+');

const noThanks: Suggestion = {
  kind: 'ask',
  label: { en: 'No thanks', zh: '不用了' },
  text: { en: 'no thanks', zh: '不用了' },
};

/**
 * What to add to reach the next step of a deal. Unasked it is said once for the same addition, and never again in this
 * conversation after a "no thanks"; while a complaint is open it is not said at all.
 */
export const addOn = ({ addOn: found, memory }: TurnFacts, asked: boolean): AddOn => {
  if (found?.kind !== 'plan' || memory.serviceFirst) return { parts: [] };
  const part = { kind: 'add-on', plan: found } as const;
  const key = keyOf(part);
  if (!asked && (memory.addOn?.declined || memory.addOn?.key === key)) return { parts: [] };
  return {
    parts: [part],
    memory: { addOn: { key, at: memory.turns, declined: false } },
    suggestions: [noThanks],
  };
};

/** The messages in which "no thanks" can still mean the addition. */
const addOnTurns = 1;

export const addOnOnTable = ({ memory }: TurnFacts): boolean =>
  memory.addOn !== undefined && !memory.addOn.declined && memory.turns - memory.addOn.at <= addOnTurns;

/** Turned down: not spoken of again. */
export const declineAddOn = ({ memory }: TurnFacts): Draft => ({
  parts: [{ kind: 'all-right' }],
  ...(memory.addOn ? { memory: { addOn: { ...memory.addOn, declined: true } } } : {}),
});
