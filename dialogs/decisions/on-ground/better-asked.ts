/** "Is there anything better?", of one thing: what there is above it of its kind; of nothing: better than what. */

import { noDeal } from '../deals.ts';
import { suggest } from '../draft.ts';
import type { DecideOn } from '../on-ground.ts';
import { told } from './same-ground.ts';

const mostShown = 3;

export const anythingBetter: DecideOn = (ground, _turn, { mood }, facts) => {
  const { pricedBefore: before } = facts;
  if (!before || facts.unsold) return undefined;
  if (facts.memory.serviceFirst) return told(facts, [noDeal(facts, 'service-first')], suggest('person'));
  const { more, kin, each } = before;
  const product =
    ground.kind === 'one' || ground.kind === 'cart'
      ? (more?.after.lines.find(line => line.product.id === more.product)?.product ?? each[0]?.lines[0]?.product)
      : undefined;
  if (product && kin) {
    const above = kin
      .filter(one => one.price.minor > product.price.minor)
      .sort((a, b) => a.price.minor - b.price.minor)
      .slice(0, mostShown);
    const draft = told(facts, [{ kind: 'better-of-kind', product, above, others: kin.length }], suggest('deals'));
    return above.length > 0
      ? { ...draft, memory: { ...draft.memory, shown: [product.id, ...above.map(one => one.id)] } }
      : draft;
  }
  if (ground.kind === 'list' || ground.kind === 'offer' || ground.kind === 'deals' || ground.kind === 'one')
    return undefined;
  return told(
    facts,
    [{ kind: 'of-what', asked: 'better' }],
    mood === 'upset' ? suggest('person') : suggest('recommend'),
  );
};
