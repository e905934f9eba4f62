/** A promotion as it is told to a shopper: what it gives and asks, without the marketer's groups and pools. */
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import type { Localized } from '../../../knowledge/domain/language.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import { isWithinHours } from '../choose/conditions.ts';
import { endText, startText, zoneName } from './calendar.ts';
import { goodsIn } from './goods-text.ts';
import { plainRule, type RuleContext } from './rule.ts';
import { actionEn, conditionEn, limitsEn } from './sentence-en.ts';
import { actionZh, conditionZh, limitsZh } from './sentence-zh.ts';
import { workedBaskets, workedText } from './worked.ts';

type Both = Required<Localized>;

export interface DealTold {
  readonly id: PromotionId;
  readonly name: Localized;
  /** What it gives and asks, in one sentence without its full stop. */
  readonly says: Both;
  /** Goods it looks at; null: all of the shop. */
  readonly covers: Both | null;
  readonly often: Both;
  readonly starts: Both;
  readonly ends: Both;
  readonly begun: boolean;
  /** Days and times of day at which it holds; null: always. */
  readonly hours: Both | null;
  /** Whether it is one of them now. */
  readonly isNow: boolean;
  readonly onReturn: 'keep' | 'unearned';
  readonly isGift: boolean;
  /** What it gives alone. */
  readonly gives: Both;
  /** The most that comes off in one order, and the least that has to be spent; null: the rule has none. */
  readonly atMost: Money | null;
  readonly least: Money | null;
  /** Null: it is for everybody. */
  readonly whom: Both | null;
}

const atMostOf = (action: Promotion['action']): Money | null =>
  action.kind === 'percent-off'
    ? (action.maxDiscount ?? null)
    : action.kind === 'spend-and-save'
      ? (action.cap ?? (action.repeat ? null : (action.tiers.at(-1)?.off ?? null)))
      : action.kind === 'amount-off'
        ? action.amount
        : null;
const leastOf = ({ action, conditions }: Pick<Promotion, 'action' | 'conditions'>): Money | null => {
  const spend = conditions.find(c => c.kind === 'min-spend');
  return spend?.amount ?? (action.kind === 'spend-and-save' ? (action.tiers[0]?.threshold ?? null) : null);
};
const ofPerson: ReadonlySet<string> = new Set(['first-order', 'segment', 'shopper']);

export type TellableRule = Pick<
  Promotion,
  'id' | 'name' | 'conditions' | 'action' | 'limits' | 'startsAt' | 'endsAt' | 'onReturn'
>;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The goods a rule counts: those of its action, else those its least spend is asked of. */
export const countedScope = ({ action, conditions }: Pick<Promotion, 'action' | 'conditions'>) => {
  if (action.kind === 'bundle') return { products: action.products };
  const own = 'scope' in action ? action.scope : undefined;
  if (own) return own;
  return conditions.flatMap(c =>
    (c.kind === 'min-spend' || c.kind === 'min-quantity' || c.kind === 'contains') && c.scope ? [c.scope] : [],
  )[0];
};

export const tellDeal = (promotion: TellableRule, context: RuleContext): DealTold => {
  const { timeZone } = context.shop;
  const rule = plainRule({ conditions: promotion.conditions, action: promotion.action });
  const en = goodsIn('en', context);
  const zh = goodsIn('zh', context);
  const scope = countedScope(promotion);
  const enScope = en.scope(scope);
  // What holds over all shoppers is the shop's concern.
  const own = promotion.limits?.perShopper ? { limits: { perShopper: promotion.limits.perShopper } } : {};
  const hours = promotion.conditions.find(c => c.kind === 'hours');
  const people = rule.conditions.filter(c => ofPerson.has(c.kind));
  const zone: Both = { en: zoneName(timeZone, 'en'), zh: zoneName(timeZone, 'zh') };
  return {
    id: promotion.id,
    name: promotion.name,
    says: {
      en: capital([actionEn(rule.action, en), ...rule.conditions.map(c => conditionEn(c, en))].join(', ')),
      zh: [actionZh(rule.action, zh), ...rule.conditions.map(c => conditionZh(c, zh))].join('，'),
    },
    covers: enScope ? { en: enScope, zh: zh.scope(scope) ?? enScope } : null,
    often: { en: limitsEn(own).join(', '), zh: limitsZh(own).join('，') },
    starts: {
      en: `${startText(promotion.startsAt, 'en', timeZone)} (${zone.en})`,
      zh: `${startText(promotion.startsAt, 'zh', timeZone)}（${zone.zh}）`,
    },
    ends: {
      en: `${endText(promotion.endsAt, 'en', timeZone)} (${zone.en})`,
      zh: `${endText(promotion.endsAt, 'zh', timeZone)}（${zone.zh}）`,
    },
    begun: promotion.startsAt <= context.now,
    hours: hours ? { en: conditionEn(hours, en), zh: conditionZh(hours, zh) } : null,
    isNow: !hours || isWithinHours(hours, context.now, timeZone),
    onReturn: promotion.onReturn ?? 'keep',
    isGift: promotion.action.kind === 'gift',
    gives: { en: capital(actionEn(rule.action, en)), zh: actionZh(rule.action, zh) },
    atMost: atMostOf(promotion.action),
    least: leastOf(promotion),
    whom:
      people.length > 0
        ? { en: people.map(c => conditionEn(c, en)).join(', '), zh: people.map(c => conditionZh(c, zh)).join('，') }
        : null,
  };
};

/** Baskets at the threshold and above it, priced. */
export const exampleTexts = (promotion: TellableRule, context: RuleContext): Both[] =>
  workedBaskets({ conditions: promotion.conditions, action: promotion.action }, context)
    .filter(basket => basket.level !== 'below')
    .map(basket => ({ en: workedText(basket, 'en', context), zh: workedText(basket, 'zh', context) }));
