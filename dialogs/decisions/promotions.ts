import type { Localized } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { inScope } from '../offers/combine/basket.ts';
import { goodsNamed, promotionsNamed } from '../offers/rules/find-promotion.ts';
import { countedScope, exampleTexts, tellDeal } from '../offers/rules/tell-deal.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { PromotionFacts, TurnFacts } from '../turn-facts.ts';
import { dealFactAsked, pointsAtDeal } from '../understand/deals/deal-fact.ts';
import { oneDealSaid } from '../understand/deals/deal-pointed.ts';
import { asksForTwo, namesDeal, speaksOfDealsInGeneral } from '../understand/deals/deals-meant.ts';
import {
  askedAtLast,
  asksHowFar,
  asksIfSame,
  asksStep,
  asksToFreeDelivery,
  asksWhatRuns,
  type PromotionAspect,
} from '../understand/deals/promotion-asked.ts';
import { addOn } from './add-on.ts';
import { combining } from './combining.ts';
import { dealFact } from './deal-fact.ts';
import { tracing } from './deal-trace.ts';
import { dealsOfKind } from './deals-asked.ts';
import { toFreeDelivery } from './delivery-of-cart.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { offeredDeal } from './offered-deal.ts';
import { about, findable, running, tellable, told, wereTold, which } from './promotion-drafts.ts';
import { question } from './service.ts';

/** Whether named goods count, all of them, some, or none. */
const coverage = (text: string, promotion: Promotion, { context }: PromotionFacts) => {
  const scope = countedScope(promotion);
  const found = goodsNamed(text, context);
  const [other] = found.filter(
    ({ text: words }) => !Object.values(promotion.name).some(name => name.toLowerCase().includes(words)),
  );
  // "Does the tea one work with coffee": of several words of its own name the last is asked about.
  const goods = other ?? (found.length > 1 ? found.at(-1) : undefined);
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

/** The rules about delivery, by the names of their files in understand/policies. */
const freeDelivery = 'free-delivery';

const spokenOf = (facts: TurnFacts, promotions: PromotionFacts): Promotion[] =>
  tellable(promotions).filter(p => p.id === facts.memory.promotion);

/** So many messages after it was made an offer is the deal that is spoken of, where none is named. */
const offerLasts = 3;

const traces: ReadonlySet<PromotionAspect> = new Set(['why-not', 'applies']);

const pointsAtCart =
  /\b(?:on|to|for|with) (?:it|them|this|that|those|these|my (?:cart|basket|order))(?: (?:too|as well|then|now))*[?!. ]*$|(?:这[个些单两]|它们?|购物车|这几[件个])\S{0,6}(?:能|可以|算|适用|参加|有|享)/u;

const aboutOne = (
  promotion: Promotion,
  aspect: PromotionAspect,
  turn: Turn,
  promotions: PromotionFacts,
  inCart: readonly Product[],
): Draft => {
  const deal = tellDeal(promotion, promotions.context);
  const folded = fold(turn.text);
  const fact = dealFactAsked(folded);
  const alone = fact && dealFact(promotion, fact, folded, promotions);
  if (alone) return about(deal, alone);
  if (aspect === 'covers') {
    const goods = coverage(turn.text, promotion, promotions);
    return about(deal, { kind: 'deal-covers', deal, ...(goods ? { goods } : {}) });
  }
  if (aspect === 'until' || aspect === 'how-often' || aspect === 'return')
    return about(deal, { kind: 'deal-terms', aspect, deal, examples: [] });
  const { action } = promotion;
  const { context } = promotions;
  const near = action.kind === 'buy-x-get-y' ? inCart.filter(p => inScope(p, countedScope(promotion))) : [];
  if (action.kind === 'gift' && asksForTwo(turn.text))
    return about(deal, { kind: 'deal-terms', aspect: 'one-gift', deal, examples: [] });
  if (action.kind === 'buy-x-get-y' && asksIfSame(turn.text))
    return about(deal, { kind: 'deal-terms', aspect: action.sameItem ? 'same-item' : 'any-item', deal, examples: [] });
  return about(deal, {
    kind: 'deal-terms',
    aspect: 'how',
    deal,
    // So many of one thing: what is in the cart is nearer than any other example.
    // Which gift it is that the cart brings is no sum.
    examples:
      action.kind === 'gift' && inCart.length > 0
        ? []
        : exampleTexts(promotion, near.length > 0 ? { ...context, products: near } : context),
    ...(action.kind === 'gift' && (action.choices?.length ?? 0) > 0 ? { choosesGift: true } : {}),
  });
};

/**
 * Answered from the rules that run, never from prose. Where a question names no promotion and only general prose could
 * answer it ("do promotions apply to sale items?"), the shop's articles are asked.
 */
export const promotionQuestion: Decide = (turn, understanding, facts) => {
  const { promotions } = facts;
  const missed = understanding.deal && offeredDeal(turn, understanding.deal, facts);
  if (missed) return missed;
  if (!promotions) return question(turn, understanding, facts);
  const aspect = understanding.entities.aspect ?? 'how';
  const text = askedAtLast(turn.value?.tap === 'say' ? turn.value.text : turn.text);
  const said: Turn = { ...turn, text };
  if (promotions.unknownCode) return say({ kind: 'offer-refused', reason: 'unknown-code' });
  const fact = dealFactAsked(fold(text));
  const [subject] = spokenOf(facts, promotions);
  const named = promotionsNamed(text, findable(promotions, tellable(promotions)));
  const isOfOne =
    asksIfSame(text) ||
    traces.has(aspect) ||
    aspect === 'combine' ||
    (fact && subject && (named.length === 0 || named.includes(subject.id)));
  const ofKind = isOfOne ? null : dealsOfKind(text, facts);
  if (ofKind && !understanding.entities.code) return ofKind;
  if (traces.has(aspect)) return tracing(text, promotions, facts);
  if (asksWhatRuns(text)) return running(promotions, facts);
  if (aspect === 'what-if') {
    const next = addOn(facts, true);
    const ofDelivery = asksHowFar(text) && facts.memory.policy?.startsWith(freeDelivery);
    if (ofDelivery || asksToFreeDelivery(text)) return ofFreeDelivery(promotions, facts, next);
    // 还差多少能再减30: how much is missing, and then what would do it.
    const { nextStep } = facts;
    if (nextStep && asksStep(fold(text)))
      return {
        ...next,
        parts: [{ kind: 'next-step', ...nextStep }, ...next.parts.filter(part => part.kind === 'add-on')],
        memory: { failures: 0, ...next.memory },
        suggestions: next.suggestions ?? suggest('view-cart'),
      };
    // What could be reached is told, and that nothing is in the cart yet.
    if (!promotions.combination && tellable(promotions).length > 0) {
      const empty = { kind: 'cart-empty', toCount: true } as const;
      if (wereTold(facts)) return { ...say(empty), suggestions: suggest('recommend', 'deals') };
      const all = running(promotions, facts);
      return { ...all, parts: [empty, ...all.parts] };
    }
    // "What should I add?": nothing but that, unless one deal was named.
    const isOpen = !promotions.added && promotionsNamed(text, findable(promotions)).length === 0;
    if (isOpen && next.parts.length > 0)
      return {
        ...next,
        memory: { failures: 0, ...next.memory },
        suggestions: next.suggestions ?? suggest('view-cart'),
      };
    const traced = tracing(text, promotions, facts);
    return {
      ...traced,
      parts: [...traced.parts, ...next.parts],
      memory: { ...traced.memory, ...next.memory },
      suggestions: [...(next.suggestions ?? []), ...(traced.suggestions ?? [])],
    };
  }
  if (tellable(promotions).length === 0)
    return answeredOr(said, understanding, facts, () => running(promotions, facts));
  if (aspect === 'combine') return combining(text, understanding.entities.code, facts, promotions);
  const isGeneral = speaksOfDealsInGeneral(text);
  const spoken = isGeneral ? [] : spokenOf(facts, promotions);
  // "Does it include shoes?" names goods, and no other deal.
  const meant =
    named.length === 0 ||
    (spoken.length > 0 &&
      !namesDeal(fact === 'least' ? text.replace(/\d+/g, '') : text) &&
      !pointsAtDeal(fold(text)) &&
      oneDealSaid(fold(text)) === undefined)
      ? spoken
      : told(promotions, named);
  const [only, ...more] = meant;
  // "Does the second half price work on them?", of what is in the cart: what comes off.
  if (only && more.length === 0 && aspect === 'covers' && promotions.combination && pointsAtCart.test(fold(text))) {
    const traced = tracing(only.name.en ?? only.name.zh ?? '', promotions, facts);
    if (traced.parts.some(part => part.kind === 'deal-trace' && part.deals.length > 0)) return traced;
  }
  if (only && more.length === 0) return aboutOne(only, aspect, said, promotions, facts.cartProducts);
  if (only) return which(promotions, meant, aspect);
  const candidates = [...promotions.own, ...promotions.open];
  const isProse = aspect === 'how' || aspect === 'covers' || aspect === 'return';
  // "Your offer", where one was made just now, is that one.
  const { offerAt, turns } = facts.memory;
  const mine =
    offerAt !== undefined && turns - offerAt <= offerLasts
      ? promotions.own.find(p => p.id === facts.offer?.promotion)
      : undefined;
  const ask = (): Draft => {
    if (mine) return aboutOne(mine, aspect, said, promotions, facts.cartProducts);
    const [single, ...others] = candidates;
    if (!single) return running(promotions, facts);
    return others.length === 0
      ? aboutOne(single, aspect, said, promotions, facts.cartProducts)
      : which(promotions, candidates, aspect);
  };
  return isProse ? answeredOr(said, understanding, facts, ask) : ask();
};

/** What the cart lacks of free delivery as it would be paid now, and the addition that reaches it, if one is worth it. */
const ofFreeDelivery = (
  { context, combination }: PromotionFacts,
  facts: TurnFacts,
  next: ReturnType<typeof addOn>,
): Draft => {
  const priced = facts.cart && facts.cart.lines.length > 0 ? combination?.priced : undefined;
  const part = toFreeDelivery(context.shop, priced);
  const isFar = next.parts.some(p => p.kind === 'no-add-on' && p.reason === 'nothing-near');
  const parts = part.missing && priced && !isFar ? [part, ...next.parts] : [part];
  return {
    ...(parts.length > 1 ? next : {}),
    parts,
    memory: { failures: 0, ...(parts.length > 1 ? next.memory : {}) },
    suggestions: [...((parts.length > 1 ? next.suggestions : undefined) ?? []), ...suggest('view-cart')],
  };
};

const answeredOr = (turn: Turn, understanding: Understanding, facts: TurnFacts, otherwise: () => Draft): Draft => {
  const [best] = facts.passages;
  return best && best.score >= facts.answerThreshold ? question(turn, understanding, facts) : otherwise();
};
