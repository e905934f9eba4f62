/** "Can they be combined?": what the shop's stack groups say of two deals, of one and all others, or of all. */
import type { Localized } from '../../knowledge/domain/language.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { promotionsJoined } from '../offers/rules/find-promotion.ts';
import { groupOf, groupsCombine, stackGroupsOf } from '../offers/rules/rule.ts';
import { type DealTold, tellDeal } from '../offers/rules/tell-deal.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';
import { asksForTwoCodes, speaksOfDealsInGeneral } from '../understand/deals/deals-meant.ts';
import { type Draft, suggest } from './draft.ts';
import { about, everything, findable, running, told, which } from './promotion-drafts.ts';

/** 跟会员折扣, "with a student discount": what somebody has for being one, and not the deal spoken of. */
const ofPerson =
  /\b(?:member(?:s|ship)?|vip|loyalty|student|staff|birthday|regulars?)(?:'s|s')? (?:discounts?|deals?|prices?|offers?|benefits?)\b|(?:会员|熟客|vip|学生|员工|生日|老客)(?:的)?(?:折扣?|价|优惠|券|权益|福利|打折)/iu;

/** Told by its name, or by its group's where the shopper has not shown its code. */
const called = (promotion: Promotion, promotions: PromotionFacts): DealTold => {
  const deal = tellDeal(promotion, promotions.context);
  if (!promotions.byCode.includes(promotion)) return deal;
  return { ...deal, name: groupOf(promotion, promotions.context.shop)?.name ?? {} };
};

export const combining = (
  text: string,
  code: string | undefined,
  facts: TurnFacts,
  promotions: PromotionFacts,
): Draft => {
  const { shop } = promotions.context;
  // What the groups say.
  if (asksForTwoCodes(text)) return stacking(facts, promotions);
  const sides = promotionsJoined(text, findable(promotions)).map(ids => told(promotions, ids));
  // "Can I use FIRST15 as well?": beside the code that is on the cart.
  const entered = code
    ? (facts.cart?.codes ?? []).filter(c => c !== code).flatMap(c => promotions.codes.get(c) ?? [])
    : [];
  const [subject] = entered.length > 0 ? entered : facts.memory.promotion ? [facts.memory.promotion] : [];
  const spoken = subject && !ofPerson.test(text) ? told(promotions, [subject]) : [];
  const [first, second] =
    sides.length === 1 && spoken[0] && !sides[0]?.includes(spoken[0]) ? [...sides, spoken] : sides;
  if (!first?.[0]) {
    if (spoken[0] && !speaksOfDealsInGeneral(text)) return combiningAll(spoken[0], promotions);
    return stacking(facts, promotions);
  }
  const keysOf = (side: readonly Promotion[]) => new Set(side.map(p => groupOf(p, shop)?.key));
  if (!second?.[0]) {
    const single = first.length === 1 || keysOf(first).size === 1;
    return single ? combiningAll(first[0], promotions) : which(promotions, first, 'combine');
  }
  const groups = [first, second].map(keysOf);
  if (groups.some(keys => keys.size > 1)) return which(promotions, groups[0]!.size > 1 ? first : second, 'combine');
  const [a, b] = [groupOf(first[0], shop), groupOf(second[0], shop)];
  const together = a !== null && b !== null && groupsCombine(a, b);
  const ordered = together && b.order < a.order ? ([second[0], first[0]] as const) : ([first[0], second[0]] as const);
  const [one, other] = ordered.map(p => called(p, promotions)) as [DealTold, DealTold];
  const verdict = together ? 'together' : a !== null && a.key === b?.key ? 'best-of-group' : 'apart';
  const draft = about(one, { kind: 'deals-together', first: one, second: other, verdict });
  return one.id === other.id ? combiningAll(ordered[0], promotions) : draft;
};

/** One deal against every other that runs. */
const combiningAll = (promotion: Promotion, promotions: PromotionFacts): Draft => {
  const { shop } = promotions.context;
  const own = groupOf(promotion, shop);
  const deal = called(promotion, promotions);
  const others = [...promotions.own, ...promotions.open].filter(p => p.id !== promotion.id);
  const goes = (p: Promotion): boolean => {
    const group = groupOf(p, shop);
    return own !== null && group !== null && groupsCombine(own, group);
  };
  const names = (list: readonly Promotion[]): Localized[] => list.map(p => p.name);
  return about(deal, {
    kind: 'deal-combines',
    deal,
    ...(promotions.byCode.includes(promotion) ? { isCode: true as const } : {}),
    with: names(others.filter(goes)),
    without: names(others.filter(p => !goes(p))),
  });
};

/** "Can discounts be combined?": what the shop's groups say, of those that have a deal now. */
const stacking = (facts: TurnFacts, promotions: PromotionFacts): Draft => {
  const { shop } = promotions.context;
  const used = new Set(everything(promotions).map(p => groupOf(p, shop)?.key));
  const groups = stackGroupsOf(shop).filter(g => used.has(g.key));
  if (groups.length === 0) return running(promotions, facts);
  return {
    parts: [
      {
        kind: 'stacking',
        groups: [...groups]
          .sort((a, b) => a.order - b.order)
          .map(g => ({
            name: g.name,
            all: g.mode === 'all',
            with: groups.filter(o => o.key !== g.key && groupsCombine(g, o)).map(o => o.name),
          })),
      },
    ],
    memory: { failures: 0 },
    suggestions: suggest('deals', 'view-cart'),
  };
};
