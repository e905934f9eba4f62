/** A short question about goods, decided alike on every ground by the goods before the shopper. */
import type { GoodsBefore } from '../../../goods-before.ts';
import type { Turn, Understanding } from '../../../turn.ts';
import type { TurnFacts } from '../../../turn-facts.ts';
import type { GroundKind } from '../../../understand/ground/ground.ts';
import type { AdviceAsked } from '../../../understand/product/advice-asked.ts';
import type { Draft } from '../../draft.ts';
import type { DecideOn } from '../../on-ground.ts';

/** Undefined: decided by the intent after all. */
export type DecideOfGoods = (
  before: GoodsBefore,
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
) => Draft | undefined;
export type DecideWithout = (understanding: Understanding, facts: TurnFacts) => Draft | undefined;

/** Which of them is more of something, best for something or at some place, and what two that are named are like, is asked of no ground. */
const isToldApart = ({ degree, advice, compares, entities: { products, ordinal = 0 } }: Understanding): boolean =>
  degree !== undefined ||
  compares === true ||
  products.length > 0 ||
  ordinal !== 0 ||
  (advice !== undefined && tellsFor(advice));
const tellsFor = ({ circumstances, asks, wishes, most, cut }: AdviceAsked): boolean =>
  circumstances.length + asks.length + wishes.length > 0 || most !== undefined || cut !== undefined;

/** The same whatever the ground. */
export const onEvery = (decide: DecideOn): { readonly [K in GroundKind]: DecideOn } =>
  Object.fromEntries(grounds.map(kind => [kind, decide])) as { readonly [K in GroundKind]: DecideOn };

const grounds: readonly GroundKind[] = [
  'nothing',
  'list',
  'one',
  'cart',
  'offer',
  'again',
  'order',
  'deals',
  'page',
  'unsold',
];

/** Goods of an order stay what is asked about, whatever is told of them. */
const stillOfOrders = (draft: Draft, { from }: GoodsBefore, { memory }: TurnFacts): Draft =>
  from === 'orders' && memory.goodsOfOrders
    ? { ...draft, memory: { ...draft.memory, goodsOfOrders: { ...memory.goodsOfOrders, at: memory.turns } } }
    : draft;

/** `without`: what is said where no goods lie before the shopper. */
export const ofGoods = (decide: DecideOfGoods, without: DecideWithout): { readonly [K in GroundKind]: DecideOn } => {
  const on: DecideOn = (_ground, turn, understanding, facts) => {
    const { before } = facts;
    if (isToldApart(understanding)) return undefined;
    if (!before) return without(understanding, facts);
    const draft = decide(before, turn, understanding, facts);
    return draft && stillOfOrders(draft, before, facts);
  };
  return onEvery(on);
};
