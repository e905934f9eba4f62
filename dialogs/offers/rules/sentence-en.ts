import { inLanguage } from '../../../knowledge/domain/language.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import type { Action, Condition } from '../../../knowledge/domain/promotion.ts';
import { percentText } from './amounts.ts';
import { endText, startText } from './calendar.ts';
import { type Goods, goodsIn, list, segmentNames } from './goods-text.ts';
import { groupOf, groupsCombine, type Rule, type RuleContext, stackGroupsOf } from './rule.ts';

const quoted = (names: readonly string[]): string =>
  list(
    names.map(n => `“${n}”`),
    'en',
    'or',
  );
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const items = (n: number): string => `${n} ${n === 1 ? 'item' : 'items'}`;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Whether what is taken off the goods got stands as "free" or as a share. */
const got = (rate: number | undefined): string =>
  rate === undefined || rate >= 1 ? 'free' : `at ${percentText(rate)} off`;

export const actionEn = (action: Action, goods: Goods): string => {
  switch (action.kind) {
    case 'percent-off': {
      const most = action.maxDiscount ? `, at most ${formatMoney(action.maxDiscount)} off` : '';
      return `${percentText(action.rate)} off ${goods.scope(action.scope) ?? 'everything'}${most}`;
    }
    case 'amount-off':
      return `${formatMoney(action.amount)} off ${goods.scope(action.scope) ?? 'the whole order'}`;
    case 'fixed-price': {
      const most = action.limit ? `, at most ${items(action.limit)}` : '';
      return `${goods.scope(action.scope) ?? 'everything'} for ${formatMoney(action.price)} each${most}`;
    }
    case 'spend-and-save': {
      const where = goods.scope(action.scope) ?? 'anything';
      const [tier] = action.tiers;
      if (action.repeat && tier && action.tiers.length === 1) {
        const most = action.cap ? `at most ${formatMoney(action.cap)} off` : 'with no upper limit';
        return `${formatMoney(tier.off)} off for every ${formatMoney(tier.threshold)} spent on ${where}, ${most}`;
      }
      const steps = action.tiers.map(
        (t, i) => `spend ${formatMoney(t.threshold)}${i === 0 ? ` on ${where}` : ''} and save ${formatMoney(t.off)}`,
      );
      return `${steps.join(', ')}${action.cap ? `, at most ${formatMoney(action.cap)} off` : ''}`;
    }
    case 'buy-x-get-y': {
      const from = goods.scope(action.scope);
      const other = goods.scope(action.getScope);
      const whose = other ? ` from ${other}` : action.sameItem ? ' of the same item' : '';
      const steps = action.steps?.length ? action.steps : [action];
      const said = steps.map(
        (s, i) =>
          `buy ${s.buyQuantity}${i === 0 ? ` from ${from ?? 'anything'}` : ''} and get ${s.getQuantity} more${i === 0 ? whose : ''} ${got(action.rate)}`,
      );
      return `${said.join(', ')}${action.limit ? `, at most ${times(action.limit)} per order` : ''}`;
    }
    case 'bundle': {
      const counted = new Map<string, number>();
      for (const id of action.products) counted.set(goods.product(id), (counted.get(goods.product(id)) ?? 0) + 1);
      const parts = [...counted].map(([name, n]) => (n > 1 ? `${n} × ${name}` : name));
      return `${list(parts, 'en', 'and')} together for ${formatMoney(action.price)}`;
    }
    case 'gift': {
      const others = list((action.choices ?? []).map(goods.product), 'en', 'or');
      return `${goods.product(action.product)} as a free gift${others ? `, or ${others} instead` : ''}`;
    }
    case 'free-shipping':
      return 'free delivery';
  }
};

export const conditionEn = (condition: Condition, goods: Goods): string => {
  switch (condition.kind) {
    case 'min-spend': {
      const where = goods.scope(condition.scope);
      return `when ${formatMoney(condition.amount)} or more is spent on ${where ?? 'the whole order'}`;
    }
    case 'min-quantity': {
      const where = goods.scope(condition.scope);
      return `with ${condition.quantity} or more items${where ? ` from ${where}` : ''} in the cart`;
    }
    case 'contains':
      return `with something from ${goods.scope(condition.scope) ?? 'anything'} in the cart`;
    case 'segment': {
      const known = condition.anyOf.flatMap(key => segmentNames[key]?.en ?? []);
      const others = condition.anyOf.filter(key => !segmentNames[key]);
      const named = [...known, ...(others.length > 0 ? [`the segment ${quoted(others)}`] : [])];
      return `only for ${list(named, 'en', 'or')}`;
    }
    case 'shopper':
      return `only for the shopper ${quoted(condition.anyOf)}`;
    case 'first-order':
      return 'on a first order';
    case 'hours':
      return hoursEn(condition);
  }
};

const hoursEn = ({ days: on, from, to }: Extract<Condition, { kind: 'hours' }>): string => {
  const named = on && on.length > 0 && on.length < 7 ? on : null;
  const when = !named
    ? 'every day'
    : named.join() === '0,6'
      ? 'on weekends'
      : named.join() === '1,2,3,4,5'
        ? 'on weekdays'
        : `on ${list(
            named.map(d => days[d] ?? ''),
            'en',
            'and',
          )}`;
  return from === '00:00' && to === '00:00' ? when : `${when} from ${from} to ${to}`;
};

/** Which other deals it goes with, as the shop's groups say. */
const stackingEn = (rule: Pick<Rule, 'group'>, shop: RuleContext['shop']): string => {
  const group = groupOf(rule, shop);
  const own = rule.group ? `in the deal group “${group ? inLanguage(group.name, 'en') : rule.group}”` : '';
  if (!group) return own;
  if (group.exclusive) return [own, 'not with other deals'].filter(Boolean).join(', ');
  if (!group.with) return [own, 'combinable with deals of other groups'].filter(Boolean).join(', ');
  const names = stackGroupsOf(shop)
    .filter(g => g.key !== group.key && groupsCombine(group, g))
    .map(g => `“${inLanguage(g.name, 'en')}”`);
  const others = names.length > 0 ? `combinable with ${list(names, 'en', 'and')} only` : 'not with other deals';
  return [own, others].filter(Boolean).join(', ');
};

export const limitsEn = ({ limits }: Pick<Rule, 'limits'>): string[] => {
  const { perShopper, perDay } = limits ?? {};
  const shopper = perShopper?.uses ?? (perShopper?.money ? undefined : 1);
  return [
    ...(shopper === undefined ? [] : [shopper === 1 ? 'once per shopper' : `at most ${times(shopper)} per shopper`]),
    ...(perShopper?.money ? [`at most ${formatMoney(perShopper.money)} per shopper`] : []),
    ...(perDay?.uses ? [`at most ${times(perDay.uses)} a day over all shoppers`] : []),
    ...(perDay?.money ? [`at most ${formatMoney(perDay.money)} a day over all shoppers`] : []),
    ...(limits?.uses ? [`at most ${times(limits.uses)} in all`] : []),
    ...(limits?.perCode ? [`at most ${times(limits.perCode)} per code`] : []),
  ];
};

const triggers = {
  automatic: 'applied automatically',
  code: 'with a code',
  offer: 'by personal offer in the chat',
} as const;

const windowEn = ({ startsAt, endsAt }: Rule, timeZone: string | undefined): string =>
  [
    startsAt ? `from ${startText(startsAt, 'en', timeZone)}` : '',
    endsAt ? `until ${endText(endsAt, 'en', timeZone)}` : '',
  ]
    .filter(Boolean)
    .join(' ');

/** One sentence; every figure in it is the rule's. */
export const sentenceEn = (rule: Rule, context: Pick<RuleContext, 'shop' | 'products'>): string => {
  const goods = goodsIn('en', context);
  const said = [
    actionEn(rule.action, goods),
    ...rule.conditions.map(c => conditionEn(c, goods)),
    rule.trigger ? triggers[rule.trigger] : '',
    stackingEn(rule, context.shop),
    rule.order === undefined ? '' : `number ${rule.order} in its group`,
    ...limitsEn(rule),
    windowEn(rule, context.shop.timeZone),
    rule.cap ? `from a pool of ${formatMoney(rule.cap)}` : '',
    rule.onReturn === 'unearned' ? 'what a return no longer earns is taken off the refund' : '',
    rule.onCancel === 'keep' ? 'a cancelled order counts as a use' : '',
  ].filter(Boolean);
  const text = said.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};
