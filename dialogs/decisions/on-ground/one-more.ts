/** "What if I buy one more?": of the one thing or the cart, as both would be paid then. */
import type { ReplyPart } from '../../reply.ts';
import { noDeal } from '../deals.ts';
import { suggest } from '../draft.ts';
import type { DecideOn } from '../on-ground.ts';
import { running } from '../promotion-drafts.ts';
import { orderTold } from './order-before.ts';
import { told } from './same-ground.ts';

export const oneMore: DecideOn = (ground, _turn, { mood }, facts) => {
  const { pricedBefore: before, promotions } = facts;
  if (!before || mood === 'upset' || facts.unsold) return undefined;
  if (facts.memory.serviceFirst) return told(facts, [noDeal(facts, 'service-first')], suggest('person'));
  const { more, together, cart } = before;
  if (more) {
    const product = more.after.lines.find(line => line.product.id === more.product)?.product;
    const isOfCart = ground.kind === 'cart' || (ground.kind === 'offer' && cart !== undefined);
    return (
      product &&
      told(
        facts,
        [{ kind: 'with-one-more', product, of: isOfCart ? 'cart' : 'one', now: more.now, after: more.after }],
        [
          {
            kind: 'tap',
            value: { tap: 'add-to-cart', product: product.id },
            label: 'add',
          },
          ...suggest('deals'),
        ],
      )
    );
  }
  if (together) {
    const parts: ReplyPart[] = [
      { kind: 'comes-off', of: 'together', asked: 'discount', priced: together },
      { kind: 'of-what', asked: 'more' },
    ];
    return told(facts, parts);
  }
  const order = orderTold(facts);
  const steps = promotions ? running(promotions, facts) : { parts: [] };
  if (order) return told(facts, [{ kind: 'order-closed', order }, ...steps.parts], suggest('deals'));
  // Nothing to have one more of: what buying more brings anybody.
  return ground.kind === 'nothing' || ground.kind === 'page' || ground.kind === 'unsold' ? steps : undefined;
};
