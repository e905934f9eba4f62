import type { ProductId } from '../knowledge/domain/ids.ts';
import type { ProductMention } from '../knowledge/domain/order.ts';
import type { Reply, ReplyPart } from './reply.ts';
import type { Turn } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

/**
 * The products that came up in a turn, for the recommender to learn from: those asked about or tapped, and those whose cards are shown.
 * Nothing of a shopper who does not want to be remembered, nor of a search for somebody else.
 */
export const mentionsOf = (turn: Turn, reply: Reply, facts: TurnFacts): ProductMention[] => {
  if (!facts.shopper.consent.profile || facts.search.preferences.some(p => p.forWhom !== 'self')) return [];
  const asked = new Set(reply.parts.flatMap(askedIn));
  const shown = new Map(reply.parts.flatMap(shownIn).filter(([product]) => !asked.has(product)));
  const kind = turn.value?.tap === 'product' ? 'tapped' : 'asked';
  const base = { shopper: turn.shopper, turn: turn.id, at: turn.at };
  return [
    ...[...asked].map(product => ({ ...base, product, kind }) as const),
    ...[...shown].map(([product, propensity]) => ({
      ...base,
      product,
      kind: 'shown' as const,
      ...(propensity === undefined ? {} : { propensity }),
    })),
  ];
};

const askedIn = (part: ReplyPart): ProductId[] => {
  if (part.kind === 'product' || part.kind === 'out-of-stock') return [part.product.id];
  return part.kind === 'comparison' ? part.products.map(product => product.id) : [];
};

/** With its propensity where chance decided. */
const shownIn = (part: ReplyPart): (readonly [ProductId, number | undefined])[] => {
  if (part.kind === 'products') return part.found.map(({ product, propensity }) => [product.id, propensity]);
  return part.kind === 'add-on' ? part.plan.add.map(({ product }) => [product.id, undefined]) : [];
};
