import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';
import { wornSizes } from './worn-sizes.ts';

type AddOn = Pick<Draft, 'parts' | 'suggestions' | 'memory'>;

const keyOf = (part: Extract<ReplyPart, { kind: 'add-on' }>): string =>
  part.plan.add.map(a => `${a.product.id}x${a.quantity}`).join('+');

const addIt: Suggestion = {
  kind: 'ask',
  label: { en: 'Yes, add it', zh: '好，加上' },
  text: { en: 'yes please', zh: '好的' },
};
const noThanks: Suggestion = {
  kind: 'ask',
  label: { en: 'No thanks', zh: '不用了' },
  text: { en: 'no thanks', zh: '不用了' },
};

/**
 * What to add to reach the next step of a deal. Unasked it is said once for the same addition, and never again in this
 * conversation after a "no thanks"; while a complaint is open it is not said at all. Asked for, it says also that there
 * is nothing worth adding.
 */
export const addOn = ({ addOn: found, memory }: TurnFacts, asked: boolean): AddOn => {
  if (memory.serviceFirst) return { parts: [] };
  if (found?.kind === 'none' && asked) return { parts: [{ kind: 'no-add-on', reason: found.reason }] };
  if (found?.kind !== 'plan') return { parts: [] };
  const part = { kind: 'add-on', plan: found } as const;
  const key = keyOf(part);
  if (!asked && (memory.addOn?.declined || memory.addOn?.key === key)) return { parts: [] };
  return {
    parts: [part],
    memory: {
      addOn: {
        key,
        at: memory.turns,
        declined: memory.addOn?.declined ?? false,
        lines: found.add.map(a => ({ product: a.product.id, quantity: a.quantity })),
      },
    },
    suggestions: [addIt, noThanks],
  };
};

/** The messages in which "no thanks" can still mean the addition. */
const addOnTurns = 1;

export const addOnOnTable = ({ memory }: TurnFacts): boolean =>
  memory.addOn?.lines !== undefined && memory.turns - memory.addOn.at <= addOnTurns;

type Proposed = NonNullable<TurnFacts['memory']['addOn']>;

/** Answered: no later "yes" means it. */
const closed = ({ key, at, declined }: Proposed): Proposed => ({ key, at, declined });

/** "One more bag", after it, is of what went in. */
const takenOf = ({ lines = [] }: Proposed): Pick<NonNullable<Draft['memory']>, 'focus' | 'lastIntent'> => {
  const [only, ...others] = lines;
  return only && others.length === 0 ? { focus: only.product, lastIntent: 'add-to-cart' } : {};
};

/** Of one thing that comes in sizes the size is asked. */
const sizeAskedOf = (
  { addOn: proposed }: TurnFacts['memory'],
  product: TurnFacts['spokenOf'],
): readonly ReplyPart[] => {
  const [only, ...others] = proposed?.lines ?? [];
  const sizes = product ? wornSizes(product) : [];
  return product && only?.product === product.id && others.length === 0 && sizes.length > 0
    ? [{ kind: 'which-size', product, sizes }]
    : [];
};

/** Taken: what was proposed goes into the cart, and the total is told. */
export const takeAddOn = (
  { memory, spokenOf }: TurnFacts,
  { without = [], quantity }: { readonly without?: readonly ProductId[]; readonly quantity?: number | undefined } = {},
): Draft => ({
  parts: sizeAskedOf(memory, spokenOf),
  claim: {
    kind: 'add-together',
    lines: (memory.addOn?.lines ?? [])
      .filter(line => !without.includes(line.product))
      // "Yes, two bags", of the one thing that is bought again.
      .map((line, _, all) => (quantity !== undefined && all.length === 1 ? { ...line, quantity } : line)),
  },
  ...(memory.addOn ? { memory: { addOn: closed(memory.addOn), ...takenOf(memory.addOn) } } : {}),
  suggestions: suggest('view-cart'),
});

/** Turned down: not spoken of again. */
export const declineAddOn = ({ memory }: TurnFacts): Draft => ({
  parts: [{ kind: 'all-right' }],
  ...(memory.addOn ? { memory: { addOn: { ...closed(memory.addOn), declined: true } } } : {}),
});
