import type { PromotionId } from '../../knowledge/domain/ids.ts';
import type { Localized } from '../../knowledge/domain/language.ts';
import { promotionsNamed } from '../offers/rules/find-promotion.ts';
import { abroadOf } from '../sent-abroad.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';
import { type Draft, say, suggest } from './draft.ts';
import { everything, findable, listed } from './promotion-drafts.ts';

/** Every deal of the cart with what became of it; of one deal alone when it was named. */
export const tracing = (text: string, promotions: PromotionFacts, { sendsTo }: Pick<TurnFacts, 'sendsTo'>): Draft => {
  const { combination } = promotions;
  if (!combination)
    return { ...say({ kind: 'offer-refused', reason: 'empty-cart' }), suggestions: suggest('recommend', 'deals') };
  const all = everything(promotions);
  const nameOf = (id: PromotionId): Localized => all.find(p => p.id === id)?.name ?? {};
  const named = promotionsNamed(text, findable(promotions));
  const shown = combination.trace.filter(
    t => t.outcome === 'applied' || named.length === 0 || named.includes(t.promotion),
  );
  return {
    parts: [
      {
        kind: 'deal-trace',
        deals: shown.slice(0, 2 * listed).map(t => ({
          name: nameOf(t.promotion),
          outcome: t.outcome,
          ...(t.code ? { code: t.code } : {}),
          ...(t.reason ? { reason: t.reason } : {}),
          ...(t.saves ? { saves: t.saves } : {}),
          ...(t.unlock ? { unlock: t.unlock } : {}),
          beatenBy: (t.beatenBy ?? []).map(nameOf),
        })),
        total: combination.priced.total,
        ...abroadOf(combination.priced, sendsTo),
        ...(promotions.added ? { added: promotions.added.name } : {}),
      },
    ],
    memory: { failures: 0, ...(named.length === 1 && named[0] ? { promotion: named[0] } : {}) },
    suggestions: suggest('view-cart', 'recommend'),
  };
};
