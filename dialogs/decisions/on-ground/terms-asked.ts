/** "What's the catch?", "how long is it valid?", "with a code?": asked of the deal that was told, else of the goods as they lie there. */
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import type { Localized } from '../../../knowledge/domain/language.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { cancelPreview } from '../../offers/ledger/cancel.ts';
import { promotionsJoined } from '../../offers/rules/find-promotion.ts';
import { groupOf } from '../../offers/rules/rule.ts';
import { tellDeal } from '../../offers/rules/tell-deal.ts';
import type { PricedNow, PricePart } from '../../price-parts.ts';
import type { ReplyPart, Suggestion } from '../../reply.ts';
import type { PromotionFacts, TurnFacts } from '../../turn-facts.ts';
import { asksForTwoCodes } from '../../understand/deals/deals-meant.ts';
import { combining } from '../combining.ts';
import { type Draft, suggest } from '../draft.ts';
import type { DecideOn } from '../on-ground.ts';
import { findable, running } from '../promotion-drafts.ts';
import { orderTold, runningFlow } from './order-before.ts';
import { told } from './same-ground.ts';

/** What of the goods before the shopper is asked of. */
interface Goods {
  readonly of: Extract<PricePart, { kind: 'no-catch' }>['of'];
  readonly priced: PricedNow | null;
  readonly products: readonly Product[];
}

const goodsBefore = ({ pricedBefore: before }: TurnFacts): Goods | undefined => {
  if (!before) return undefined;
  const { ground, each, together, cart } = before;
  const of = (priced: PricedNow | undefined, kind: Goods['of']): Goods | undefined =>
    priced && { of: kind, priced, products: priced.lines.map(line => line.product) };
  switch (ground.kind) {
    case 'cart':
    case 'offer':
      return of(cart, 'cart') ?? of(each[0], 'one');
    case 'again':
      return of(together, 'together');
    case 'one':
      return of(each[0], 'one');
    case 'list':
      return each.length > 1
        ? { of: 'list', priced: null, products: each.flatMap(one => one.lines.map(line => line.product)) }
        : of(each[0], 'one');
    default:
      return undefined;
  }
};

/** Nothing to ask it of; who complains or was asked for an order's number is asked what they mean as well. */
const ofWhat = (facts: TurnFacts, asked: Extract<PricePart, { kind: 'of-what' }>['asked']): Draft =>
  told(facts, [{ kind: 'of-what', asked }]);

export const theCatch: DecideOn = (ground, _turn, { mood }, facts) => {
  const { pricedBefore: before, shop, memory, promotions } = facts;
  if (!before || mood === 'upset') return undefined;
  const flow = runningFlow(facts);
  const order = orderTold(facts);
  const preview = flow === 'cancellation' && order ? cancelPreview(order) : null;
  if (preview && order) return told(facts, [{ kind: 'cancel-no-catch', order, refund: preview.refund }]);
  if (flow === 'return') return told(facts, [{ kind: 'return-terms', days: shop.returnDays }]);
  if (before.deal) return ofDeal(facts, { kind: 'deal-catch', meant: before.deal });
  if (ground.kind === 'deals' && memory.lastIntent === 'deals' && promotions) return running(promotions, facts);
  const goods = goodsBefore(facts);
  if (goods)
    return told(
      facts,
      [
        {
          kind: 'no-catch',
          of: goods.of,
          priced: goods.priced,
          fee: shop.shippingFee,
          freeFrom: shop.freeShippingFrom ?? null,
          ...(facts.sendsTo ? { sendsTo: facts.sendsTo } : {}),
          returnDays: shop.returnDays,
        },
      ],
      suggest('deals'),
    );
  return isOpenQuestion(ground.kind) ? ofWhat(facts, 'catch') : undefined;
};

/** Told of the deal; it can be taken right after it. */
const ofDeal = (facts: TurnFacts, part: ReplyPart): Draft => {
  const draft = told(facts, [part]);
  const { offer, pricedBefore: before } = facts;
  const isToBeTaken = before?.deal?.isOffer && !before.deal.onCart && offer?.state === 'quoted';
  return {
    ...draft,
    memory: { ...draft.memory, ...(before?.deal?.isOffer && offer ? { offer: offer.id } : {}) },
    suggestions: isToBeTaken
      ? [
          { kind: 'tap', value: { tap: 'apply-offer', offer: offer.id }, label: 'apply' },
          { kind: 'tap', value: { tap: 'decline-offer', offer: offer.id }, label: 'decline' },
        ]
      : suggest('view-cart'),
  };
};

const openGrounds: ReadonlySet<string> = new Set(['order', 'page', 'unsold', 'nothing']);
const isOpenQuestion = (kind: string): boolean => openGrounds.has(kind);

const keeping = /^(?:shelf life|best before)\b|保质期|保存期/iu;

export const validUntil: DecideOn = (ground, _turn, { mood }, facts) => {
  const { pricedBefore: before, promotions, shop } = facts;
  if (!before || mood === 'upset') return undefined;
  const flow = runningFlow(facts);
  const order = orderTold(facts);
  if (flow === 'return') return told(facts, [{ kind: 'return-terms', days: shop.returnDays }]);
  if (flow === 'cancellation' && order && cancelPreview(order))
    return told(facts, [{ kind: 'cancel-until', order, days: shop.returnDays }]);
  if (before.deal) return ofDeal(facts, { kind: 'deal-valid', meant: before.deal });
  if (ground.kind === 'deals' && facts.memory.lastIntent === 'deals' && promotions) return running(promotions, facts);
  const goods = goodsBefore(facts);
  if (goods) {
    const [only, ...others] = goods.products;
    const lines = goods.products.flatMap(
      product => product.details?.filter(({ name }) => keeping.test(name.en ?? name.zh ?? '')) ?? [],
    );
    const [line] = lines;
    const product = only && others.length === 0 ? only : null;
    return told(
      facts,
      [
        {
          kind: 'price-valid',
          product,
          until: endOfAll(promotions),
          ...(line ? { keeps: product ? line : ('some' as const) } : {}),
        },
      ],
      [...(line && !product ? [howLongKept] : []), ...suggest('deals')],
    );
  }
  return isOpenQuestion(ground.kind) && facts.memory.lastIntent !== undefined ? ofWhat(facts, 'valid') : undefined;
};

const howLongKept: Suggestion = {
  kind: 'ask',
  label: { en: 'How long they keep', zh: '保质期多久' },
  text: { en: 'how long do they keep?', zh: '保质期多久？' },
};

/** When the deals for everybody end, where that is one time; null: they end at several, or there are none. */
const endOfAll = (promotions: TurnFacts['promotions']): Localized | null => {
  const ends = (promotions?.open ?? [])
    .filter(promotion => promotion.trigger === 'automatic')
    .map(promotion => tellDeal(promotion, promotions!.context).ends);
  const [first] = ends;
  return first && ends.every(one => one.en === first.en) ? first : null;
};

const ofCodes = /\b(?:codes?|coupons?|vouchers?)\b|[券码]/iu;
/** 能和满减一起用吗: of the deal that was spoken of beside the one that is named, and no code. */
const besideNamed = (
  text: string,
  spokenOf: PromotionId,
  facts: TurnFacts,
  promotions: PromotionFacts,
): Draft | undefined => {
  if (ofCodes.test(text)) return undefined;
  const [named] = promotionsJoined(text, findable(promotions)).filter(ids => !ids.includes(spokenOf));
  if (!named) return undefined;
  const beside = combining(text, undefined, { ...facts, memory: { ...facts.memory, promotion: spokenOf } }, promotions);
  return told(facts, beside.parts, suggest('view-cart', 'deals'));
};

export const withACode: DecideOn = (ground, turn, _understanding, facts) => {
  const { pricedBefore: before, promotions, memory } = facts;
  // Of two codes the shop's rule is told.
  if (!before || !promotions || asksForTwoCodes(turn.text)) return undefined;
  const order = orderTold(facts);
  const flow = runningFlow(facts);
  if (order || flow === 'return')
    return told(facts, [{ kind: 'no-code-on-order', ...(order ? { order } : {}) }], flow ? [] : suggest('deals'));
  const { deal } = before;
  const other = deal && besideNamed(turn.text, deal.deal.id, facts, promotions);
  if (other) return other;
  if (deal && deal.code === undefined) return ofDeal(facts, { kind: 'deal-and-code', meant: deal });
  const code = facts.cart?.codes?.at(-1);
  const promotion = promotions.open.find(one => code !== undefined && one.id === promotions.codes.get(code));
  if (ground.kind !== 'cart' || !code || !promotion) return undefined;
  const beside = combining('', undefined, { ...facts, memory: { ...memory, promotion: promotion.id } }, promotions);
  const isOne = groupOf(promotion, promotions.context.shop)?.mode !== 'all';
  return told(facts, [...(isOne ? [{ kind: 'one-code', code } as const] : []), ...beside.parts], suggest('view-cart'));
};
