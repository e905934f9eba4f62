import type { Exchange } from './goal.ts';
import { cardsOf } from './reading.ts';

const refusal =
  /^\[?(?:no thanks|不用了)\]?$|no,? thanks|not interested|don't need that|不用了|不需要|算了不要|no (?:more )?(?:personal|tailored)|不要(?:专属|个性化)|关闭个性化/i;
const asksForDeals = /deal|offer|discount|cheap|promo|price|save|sale|code|优惠|折|便宜|促销|活动|券|码|划算|凑单|贵/i;
/** What to add to reach a deal, said unasked. */
const addOn = /Worth a thought|you'd reach “|凑单建议/;

const offersIn = ({ heard }: Exchange): string[] =>
  cardsOf(heard, 'offer')
    .filter(card => card.buttons.length > 0)
    .map(card => card.id);

/**
 * Deals nobody asked for: shown after a no, shown twice, or shown to somebody who is angry. A reply to a question about
 * deals pesters nobody.
 */
export const pestering = (
  exchanges: readonly Exchange[],
  { wantsDeals, angry }: { readonly wantsDeals: boolean; readonly angry: boolean },
): string[] => {
  const found: string[] = [];
  const shown = new Set<string>();
  let refused = false;
  for (const exchange of exchanges) {
    const asked = asksForDeals.test(exchange.said) || exchange.said.startsWith('[');
    if (refusal.test(exchange.said)) refused = true;
    const offers = offersIn(exchange);
    const pushes = offers.length > 0 || addOn.test(exchange.heard.text);
    if (pushes && !asked && !wantsDeals) {
      if (refused) found.push(`An offer after a no: "${exchange.said}"`);
      if (offers.some(id => shown.has(id))) found.push(`The same offer again, unasked: "${exchange.said}"`);
      if (angry) found.push(`An offer to somebody angry: "${exchange.said}"`);
    }
    for (const id of offers) shown.add(id);
  }
  return found;
};
