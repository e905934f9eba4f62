import type { PromotionId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Localized } from '../../knowledge/domain/language.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { inScope } from '../offers/basket.ts';
import { goodsNamed, promotionsJoined, promotionsNamed } from '../offers/rules/find-promotion.ts';
import { groupOf, groupsCombine, stackGroupsOf } from '../offers/rules/rule.ts';
import { countedScope, type DealTold, exampleTexts, tellDeal } from '../offers/rules/tell-deal.ts';
import type { ReplyPart, Suggestion } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';
import {
  asksToFreeDelivery,
  asksWhatRuns,
  isCodeRemoval,
  type PromotionAspect,
} from '../understand/promotion-asked.ts';
import { addOn } from './add-on.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { question } from './service.ts';

/** Most deals offered to choose from, or listed. */
const listed = 6;

const everything = (facts: PromotionFacts): readonly Promotion[] => [...facts.own, ...facts.open, ...facts.byCode];

const told = (facts: PromotionFacts, ids: readonly PromotionId[]): Promotion[] => {
  const all = everything(facts);
  return ids.flatMap(id => all.find(p => p.id === id) ?? []);
};

/** A code nobody showed is not told by its name; only how its kind goes with others. */
const tellable = (facts: PromotionFacts): readonly Promotion[] => [...facts.own, ...facts.open];

const input = (facts: PromotionFacts, promotions: readonly Promotion[] = everything(facts)) => ({
  promotions,
  codes: facts.codes,
  context: facts.context,
});

/** The question again, about one deal: what its tap says. */
const questions: Readonly<Record<PromotionAspect, (name: Localized) => Localized>> = {
  until: n => ({ en: `Until when is “${inLanguage(n, 'en')}” valid?`, zh: `“${inLanguage(n, 'zh')}”活动到什么时候？` }),
  'how-often': n => ({
    en: `How many times can I use the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”这个优惠能用几次？`,
  }),
  covers: n => ({
    en: `Which products count for the deal “${inLanguage(n, 'en')}”?`,
    zh: `哪些商品参加“${inLanguage(n, 'zh')}”活动？`,
  }),
  return: n => ({
    en: `What if I return something from the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”活动如果退一件怎么办？`,
  }),
  combine: n => ({
    en: `Can the deal “${inLanguage(n, 'en')}” be combined?`,
    zh: `“${inLanguage(n, 'zh')}”这个优惠能叠加吗？`,
  }),
  'why-not': n => ({
    en: `Why isn't the deal “${inLanguage(n, 'en')}” applied?`,
    zh: `“${inLanguage(n, 'zh')}”优惠为什么没生效？`,
  }),
  'what-if': n => ({
    en: `How much more do I need for the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”优惠还差多少？`,
  }),
  how: n => ({
    en: `What are the rules of the deal “${inLanguage(n, 'en')}”?`,
    zh: `“${inLanguage(n, 'zh')}”活动是什么规则？`,
  }),
};

const which = (facts: PromotionFacts, promotions: readonly Promotion[], aspect: PromotionAspect): Draft => {
  const shown = promotions.filter(p => !facts.byCode.includes(p));
  const deals = shown.slice(0, listed).map(p => tellDeal(p, facts.context));
  return {
    parts: [{ kind: 'which-deal', deals }],
    suggestions: deals.map(
      (deal): Suggestion => ({ kind: 'ask', label: deal.name, text: questions[aspect](deal.name) }),
    ),
    memory: { failures: 0 },
  };
};

const about = (deal: DealTold, part: ReplyPart): Draft => ({
  parts: [part],
  memory: { promotion: deal.id, failures: 0 },
  suggestions: suggest('view-cart', 'deals'),
});

/** Whether named goods count, all of them, some, or none. */
const coverage = (text: string, promotion: Promotion, { context }: PromotionFacts) => {
  const scope = countedScope(promotion);
  const [goods] = goodsNamed(text, context).filter(
    ({ text: words }) => !Object.values(promotion.name).some(name => name.toLowerCase().includes(words)),
  );
  if (!goods) return undefined;
  const { meaning } = goods;
  const meant = context.products.filter(p =>
    meaning.kind === 'product'
      ? p.id === meaning.id
      : meaning.kind === 'brand'
        ? p.brand === meaning.key
        : p.category === meaning.key,
  );
  const counted = meant.filter(p => inScope(p, scope)).length;
  const name: Localized =
    meaning.kind === 'product'
      ? (meant[0]?.name ?? {})
      : meaning.kind === 'brand'
        ? { en: meaning.key, zh: meaning.key }
        : (context.shop.categories.find(c => c.key === meaning.key)?.name ?? {});
  return {
    name,
    verdict: counted === 0 ? ('none' as const) : counted === meant.length ? ('all' as const) : ('some' as const),
  };
};

/** Told by its name, or by its group's where the shopper has not shown its code. */
const called = (promotion: Promotion, promotions: PromotionFacts): DealTold => {
  const deal = tellDeal(promotion, promotions.context);
  if (!promotions.byCode.includes(promotion)) return deal;
  return { ...deal, name: groupOf(promotion, promotions.context.shop)?.name ?? {} };
};

/** "It", "this": the promotion talked about before. */
const pointsBack = /\b(?:it|this|that)\b|这个|那个|它/iu;
/** Promotions in general, not the one talked about. */
const general = /\b(?:promotions|discounts|offers|deals|coupons|vouchers|codes)\b/iu;

/** Two codes at once: what the groups say. */
const twoOfAKind =
  /\b(?:two|2|several|multiple) (?:\w+ )?(?:codes|coupons|vouchers)\b|[两俩2几多][张个](?:优惠|折扣)?[券码]/iu;

const spokenOf = (facts: TurnFacts, promotions: PromotionFacts): Promotion[] =>
  tellable(promotions).filter(p => p.id === facts.memory.promotion);

const combining = (text: string, code: string | undefined, facts: TurnFacts, promotions: PromotionFacts): Draft => {
  const { shop } = promotions.context;
  if (twoOfAKind.test(text)) return stacking(promotions);
  const sides = promotionsJoined(text, input(promotions)).map(ids => told(promotions, ids));
  // "Can I use FIRST15 as well?": beside the code that is on the cart.
  const entered = code
    ? (facts.cart?.codes ?? []).filter(c => c !== code).flatMap(c => promotions.codes.get(c) ?? [])
    : [];
  const [subject] = entered.length > 0 ? entered : facts.memory.promotion ? [facts.memory.promotion] : [];
  const spoken = subject ? told(promotions, [subject]) : [];
  const [first, second] =
    sides.length === 1 && spoken[0] && !sides[0]?.includes(spoken[0]) ? [...sides, spoken] : sides;
  if (!first?.[0]) {
    if (spoken[0]) return combiningAll(spoken[0], promotions);
    return stacking(promotions);
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
    with: names(others.filter(goes)),
    without: names(others.filter(p => !goes(p))),
  });
};

/** "Can discounts be combined?": what the shop's groups say, of those that have a deal now. */
const stacking = (promotions: PromotionFacts): Draft => {
  const { shop } = promotions.context;
  const used = new Set(everything(promotions).map(p => groupOf(p, shop)?.key));
  const groups = stackGroupsOf(shop).filter(g => used.has(g.key));
  if (groups.length === 0) return running(promotions);
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

const running = (promotions: PromotionFacts): Draft => ({
  parts: [runningDeals(promotions)],
  memory: { failures: 0 },
  suggestions: suggest('recommend', 'person'),
});

/** Every deal of the cart with what became of it; of one deal alone when it was named. */
const tracing = (text: string, promotions: PromotionFacts): Draft => {
  const { combination } = promotions;
  if (!combination)
    return { ...say({ kind: 'offer-refused', reason: 'empty-cart' }), suggestions: suggest('recommend', 'deals') };
  const all = everything(promotions);
  const nameOf = (id: PromotionId): Localized => all.find(p => p.id === id)?.name ?? {};
  const named = promotionsNamed(text, input(promotions));
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
        ...(promotions.added ? { added: promotions.added.name } : {}),
      },
    ],
    memory: { failures: 0, ...(named.length === 1 && named[0] ? { promotion: named[0] } : {}) },
    suggestions: suggest('view-cart', 'recommend'),
  };
};

const aboutOne = (promotion: Promotion, aspect: PromotionAspect, turn: Turn, promotions: PromotionFacts): Draft => {
  const deal = tellDeal(promotion, promotions.context);
  if (aspect === 'covers') {
    const goods = coverage(turn.text, promotion, promotions);
    return about(deal, { kind: 'deal-covers', deal, ...(goods ? { goods } : {}) });
  }
  if (aspect === 'until' || aspect === 'how-often' || aspect === 'return')
    return about(deal, { kind: 'deal-terms', aspect, deal, examples: [] });
  return about(deal, {
    kind: 'deal-terms',
    aspect: 'how',
    deal,
    examples: exampleTexts(promotion, promotions.context),
  });
};

/**
 * Answered from the rules that run, never from prose. Where a question names no promotion and only general prose could
 * answer it ("do promotions apply to sale items?"), the shop's articles are asked.
 */
export const promotionQuestion: Decide = (turn, understanding, facts) => {
  const { promotions } = facts;
  if (!promotions) return question(turn, understanding, facts);
  const aspect = understanding.entities.aspect ?? 'how';
  const text = turn.value?.tap === 'say' ? turn.value.text : turn.text;
  const said: Turn = { ...turn, text };
  if (promotions.unknownCode) return say({ kind: 'offer-refused', reason: 'unknown-code' });
  if (aspect === 'why-not') return tracing(text, promotions);
  if (asksWhatRuns(text)) return running(promotions);
  if (aspect === 'what-if') {
    const next = addOn(facts, true);
    if (asksToFreeDelivery(text)) return toFreeDelivery(promotions, facts, next);
    // "What should I add?": nothing but that, unless one deal was named.
    const isOpen = !promotions.added && promotionsNamed(text, input(promotions)).length === 0;
    if (isOpen && next.parts.length > 0)
      return {
        ...next,
        memory: { failures: 0, ...next.memory },
        suggestions: next.suggestions ?? suggest('view-cart'),
      };
    const traced = tracing(text, promotions);
    return {
      ...traced,
      parts: [...traced.parts, ...next.parts],
      memory: { ...traced.memory, ...next.memory },
      suggestions: [...(next.suggestions ?? []), ...(traced.suggestions ?? [])],
    };
  }
  if (tellable(promotions).length === 0) return answeredOr(said, understanding, facts, () => running(promotions));
  if (aspect === 'combine') return combining(text, understanding.entities.code, facts, promotions);
  const named = told(promotions, promotionsNamed(text, input(promotions, tellable(promotions))));
  const isGeneral = general.test(text) && !pointsBack.test(text);
  const spoken = isGeneral ? [] : spokenOf(facts, promotions);
  // "Does it include shoes?" names goods, and no other deal.
  const meant = named.length === 0 || (spoken.length > 0 && !namesDeal(text)) ? spoken : named;
  const [only, ...more] = meant;
  if (only && more.length === 0) return aboutOne(only, aspect, said, promotions);
  if (only) return which(promotions, meant, aspect);
  const candidates = [...promotions.own, ...promotions.open];
  const isProse = aspect === 'how' || aspect === 'covers' || aspect === 'return';
  const ask = (): Draft => {
    const [single, ...others] = candidates;
    if (!single) return running(promotions);
    return others.length === 0 ? aboutOne(single, aspect, said, promotions) : which(promotions, candidates, aspect);
  };
  return isProse ? answeredOr(said, understanding, facts, ask) : ask();
};

/** What the cart lacks of free delivery as it would be paid now, and the addition that reaches it, if one is worth it. */
const toFreeDelivery = (
  { context, combination }: PromotionFacts,
  facts: TurnFacts,
  next: ReturnType<typeof addOn>,
): Draft => {
  const { freeShippingFrom: from, shippingFee: fee } = context.shop;
  const priced = facts.cart && facts.cart.lines.length > 0 ? combination?.priced : undefined;
  const paid = priced ? priced.total.minor - priced.shipping.minor : 0;
  const isFree = priced !== undefined && priced.shipping.minor === 0;
  const missing = from && !isFree ? { ...from, minor: Math.max(0, from.minor - paid) } : null;
  const part = { kind: 'to-free-delivery', from: from ?? null, fee, missing, isEmpty: priced === undefined } as const;
  const isFar = next.parts.some(p => p.kind === 'no-add-on' && p.reason === 'nothing-near');
  const parts = missing && priced && !isFar ? [part, ...next.parts] : [part];
  return {
    ...(parts.length > 1 ? next : {}),
    parts,
    memory: { failures: 0, ...(parts.length > 1 ? next.memory : {}) },
    suggestions: [...((parts.length > 1 ? next.suggestions : undefined) ?? []), ...suggest('view-cart')],
  };
};

/** A question that points back ("does it include shoes?") names its goods, not another deal. */
const namesDeal = (text: string): boolean =>
  /满|[券码]|活动|offer|deal|promotion|code|coupon|sale|save|discount|half|gift|优惠|折|赠|第二件|半价|\d/iu.test(text);

const answeredOr = (turn: Turn, understanding: Understanding, facts: TurnFacts, otherwise: () => Draft): Draft => {
  const [best] = facts.passages;
  return best && best.score >= facts.answerThreshold ? question(turn, understanding, facts) : otherwise();
};

/** A code typed, or taken off: the ledger's answer is the reply. */
export const applyCode: Decide = (turn, understanding, facts) => {
  const remove = isCodeRemoval(turn.text.toLowerCase());
  const onCart = facts.cart?.codes ?? [];
  const code = understanding.entities.code ?? (remove && onCart.length === 1 ? onCart[0] : undefined);
  if (!code) return say({ kind: 'ask-code', ...(remove && onCart.length > 1 ? { codes: onCart } : {}) });
  const more = (understanding.entities.codes ?? []).filter(c => c !== code);
  return {
    parts: [],
    claim: { kind: remove ? 'remove-code' : 'apply-code', code, ...(more.length > 0 ? { more } : {}) },
    suggestions: suggest('view-cart'),
    memory: { failures: 0 },
  };
};

const runningDeals = ({ open, context }: PromotionFacts, beside = false): ReplyPart => ({
  kind: 'deals-running',
  deals: open.slice(0, listed).map(p => tellDeal(p, context)),
  beside,
});

/** What everybody gets, added to the answer about deals; beside a deal of one's own by name only, with a tap for the rest. */
export const besideOwnDeal = (facts: TurnFacts, own: boolean): Pick<Draft, 'parts'> & { suggestions: Suggestion[] } => {
  const { promotions, memory } = facts;
  // Asked again at once: the list above still stands.
  const justListed = memory.lastIntent === 'deals' || memory.lastIntent === 'better-deal';
  if (!promotions || promotions.open.length === 0 || justListed) return { parts: [], suggestions: [] };
  return { parts: [runningDeals(promotions, own)], suggestions: own ? [dealsForAll] : [] };
};

const dealsForAll: Suggestion = {
  kind: 'ask',
  label: { en: 'Deals for everybody', zh: '人人都有的活动' },
  text: { en: 'Which deals are there for everybody?', zh: '人人都有的活动有哪些？' },
};
