/** "Will it be cheaper next week?": nobody knows; what it is now, until when a deal of the shopper's own holds, and what there is should it fall. */
import type { ReplyPart } from '../../reply.ts';
import type { DecideOn } from '../on-ground.ts';
import { certainAnswer } from '../page-answer.ts';
import { told } from './same-ground.ts';

export const cheaperLater: DecideOn = (_ground, _turn, { mood }, facts) => {
  const { pricedBefore: before, cart, memory } = facts;
  const page = certainAnswer(facts);
  if (!before || mood === 'upset') return undefined;
  const { ground, each } = before;
  const isOfCart = (ground.kind === 'cart' || ground.kind === 'offer') && before.cart !== undefined;
  const priced = isOfCart ? before.cart?.lines : each.length === 1 ? each[0]?.lines : undefined;
  const products = (priced ?? []).map(line => line.product);
  const { deal } = before;
  const now: ReplyPart[] =
    products.length > 0 && products.length <= mostNamed
      ? products.map(product => ({ kind: 'price-now', product }))
      : [{ kind: 'price-now', product: null }];
  const ends: ReplyPart[] =
    deal && (deal.isOffer || (cart?.codes?.length ?? 0) > 0) ? [{ kind: 'deal-valid', meant: deal }] : [];
  const draft = told(facts, [...now, ...ends, ...(page?.parts ?? [])], page?.suggestions ?? []);
  const { topic, subject, toldOfTopic } = page?.memory ?? {};
  return {
    ...draft,
    memory: { ...draft.memory, topic, subject, toldOfTopic, ...(memory.lastIntent ? {} : { lastIntent: 'question' }) },
  };
};

const mostNamed = 3;
