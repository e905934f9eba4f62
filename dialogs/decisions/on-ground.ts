/**
 * Short everyday questions, decided by what they are asked of, where no fuller message is read in their place
 * (understand/ground/put-in-full.ts): one table by question and ground.
 */

import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { toldOutright } from '../understand/cart/told-outright.ts';
import type { Ask } from '../understand/ground/asks.ts';
import { type Ground, type GroundKind, groundOf } from '../understand/ground/ground.ts';
import { asksOfRefundTold } from '../understand/orders/refund-asked.ts';
import type { Draft } from './draft.ts';
import { cartOnGround } from './on-ground/cart.ts';
import { dealsOnGround } from './on-ground/deals.ts';
import { goodsOnGround } from './on-ground/goods.ts';
import { moneyOnGround } from './on-ground/money.ts';
import { ordersOnGround } from './on-ground/orders.ts';
import { talkOnGround } from './on-ground/talk.ts';
import { askedOnTold } from './on-told.ts';

/** Undefined: decided by the intent after all. */
export type DecideOn<G extends Ground = Ground> = (
  ground: G,
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
) => Draft | undefined;

export type OnGroundDecisions = {
  /** By ground, or for all of them. */
  readonly [A in Ask]?: DecideOn | { readonly [K in GroundKind]?: DecideOn<Extract<Ground, { kind: K }>> };
};

const decisions: OnGroundDecisions = {
  ...moneyOnGround,
  ...dealsOnGround,
  ...goodsOnGround,
  ...cartOnGround,
  ...ordersOnGround,
  ...talkOnGround,
};

export const askedOnGround = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | undefined => {
  const { ask } = understanding;
  if (ask === undefined || (!understanding.before && toldOutright(ask, understanding))) return undefined;
  // 今天能到账吗, of the money that was told of: no parcel is to come.
  if (asksOfRefundTold(understanding.said ?? '', facts.memory)) return undefined;
  const ground = groundOf(facts.memory, (facts.cart?.lines.length ?? 0) > 0);
  // "That's too expensive", of a deal, asks for a better one.
  if (ask === 'anything-cheaper' && understanding.intent === 'better-deal') return undefined;
  const table = decisions[ask];
  const decide = typeof table === 'function' ? table : (table?.[ground.kind] as DecideOn | undefined);
  return decide?.(ground, turn, understanding, facts) ?? askedOnTold(turn, understanding, facts);
};
