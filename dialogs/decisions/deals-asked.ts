/** "Any first-order discount?", 有没有满减: deals of one kind, answered from the rules that run. */
import type { Localized } from '../../knowledge/domain/language.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { goodsNamed } from '../offers/rules/find-promotion.ts';
import { countedScope, tellDeal } from '../offers/rules/tell-deal.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';
import { type DealKind, dealKindAsked, groupDealAsked, namesDealKind } from '../understand/deals/deal-kinds.ts';
import { type Draft, suggest } from './draft.ts';
import { listed, tellable, wereTold } from './promotion-drafts.ts';

interface Kind {
  readonly name: Localized;
  readonly isOne: (promotion: Promotion) => boolean;
}

const ofFeast = (kind: DealKind, name: Localized): Kind => ({
  name,
  isOne: promotion => Object.values(promotion.name).some(text => namesDealKind(kind, text ?? '')),
});

const kinds: Readonly<Record<DealKind, Kind>> = {
  'first-order': {
    name: { en: 'first-order deal', zh: '首单优惠' },
    isOne: ({ conditions }) => conditions.some(c => c.kind === 'first-order'),
  },
  'singles-day': ofFeast('singles-day', { en: 'Singles’ Day deal', zh: '双十一活动' }),
  'double-twelve': ofFeast('double-twelve', { en: 'Double Twelve deal', zh: '双十二活动' }),
  'mid-year': ofFeast('mid-year', { en: '618 deal', zh: '618活动' }),
  'black-friday': ofFeast('black-friday', { en: 'Black Friday deal', zh: '黑五活动' }),
  holidays: ofFeast('holidays', { en: 'holiday deal', zh: '节日活动' }),
  'spend-and-save': {
    name: { en: 'spend-and-save deal', zh: '满减' },
    isOne: ({ action, conditions }) =>
      action.kind === 'spend-and-save' ||
      (action.kind === 'amount-off' && conditions.some(c => c.kind === 'min-spend')),
  },
  gift: { name: { en: 'gift with an order', zh: '满赠' }, isOne: ({ action }) => action.kind === 'gift' },
  'buy-x-get-y': {
    name: { en: 'buy-one-get-one deal', zh: '买赠或第二件优惠' },
    isOne: ({ action }) => action.kind === 'buy-x-get-y',
  },
  hours: {
    name: { en: 'deal at certain hours', zh: '限时优惠' },
    isOne: ({ conditions }) => conditions.some(c => c.kind === 'hours'),
  },
  'percent-off': {
    name: { en: 'percentage off', zh: '打折活动' },
    isOne: ({ action }) => action.kind === 'percent-off',
  },
};

/** Those of the kind, or that there is none and what else runs; null: no kind of deal is asked for. */
export const dealsOfKind = (text: string, facts: TurnFacts): Draft | null => {
  const { promotions } = facts;
  const asked = dealKindAsked(text);
  if (!promotions) return null;
  const group = groupDealAsked(text, wereTold(facts));
  if (group)
    return draftOf(
      { name: group, isOne: () => false },
      [],
      { open: tellable(promotions), isForSome: false },
      promotions,
      facts,
    );
  if (!asked) return null;
  const kind = kinds[asked];
  const open = tellable(promotions);
  const goods = goodsNamed(text, promotions.context).flatMap(({ meaning }) =>
    meaning.kind === 'category' ? [meaning.key] : [],
  );
  // What is asked of certain goods holds for them too where it holds for all.
  const counts = (promotion: Promotion): boolean => {
    const scope = countedScope(promotion);
    return goods.length === 0 || scope === undefined || (scope.categories ?? []).some(key => goods.includes(key));
  };
  const found = open.filter(p => kind.isOne(p) && counts(p));
  // What only some are offered, or who has its code, is not told by name, and not denied either.
  const isForSome = found.length === 0 && [...promotions.personal, ...promotions.byCode].some(kind.isOne);
  return draftOf(kind, found, { open: open.filter(counts), isForSome }, promotions, facts);
};

const draftOf = (
  kind: Kind,
  found: readonly Promotion[],
  { open, isForSome }: { readonly open: readonly Promotion[]; readonly isForSome: boolean },
  { context }: PromotionFacts,
  facts: TurnFacts,
): Draft => {
  // Named once in a few messages, unless there is nothing else to tell.
  const others = wereTold(facts) && found.length > 0 ? [] : open.filter(p => !found.includes(p));
  return {
    parts: [
      {
        kind: 'deals-of-kind',
        what: kind.name,
        ...(isForSome ? { isForSome } : {}),
        ...(found.length === 1 && wereTold(facts) && facts.memory.promotion === found[0]!.id ? { again: true } : {}),
        deals: found.slice(0, listed).map(p => tellDeal(p, context)),
        others: others.slice(0, listed).map(p => p.name),
      },
    ],
    memory: {
      failures: 0,
      dealsToldAt: facts.memory.turns,
      ...(found.length === 1 ? { promotion: found[0]!.id } : {}),
    },
    suggestions: suggest('recommend', 'view-cart'),
  };
};
