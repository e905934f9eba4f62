import { inLanguage } from '../../../knowledge/domain/language.ts';
import type { Action, Condition } from '../../../knowledge/domain/promotion.ts';
import { chineseMoney as yuan, zheText } from './amounts.ts';
import { endText, startText } from './calendar.ts';
import { type Goods, goodsIn, list, segmentNames } from './goods-text.ts';
import { groupOf, groupsCombine, type Rule, type RuleContext, stackGroupsOf } from './rule.ts';

const quoted = (names: readonly string[]): string =>
  list(
    names.map(n => `“${n}”`),
    'zh',
    'or',
  );
const days = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

export const actionZh = (action: Action, goods: Goods): string => {
  switch (action.kind) {
    case 'percent-off': {
      const most = action.maxDiscount ? `，最高减${yuan(action.maxDiscount)}` : '';
      return `${goods.scope(action.scope) ?? '全场'}${zheText(action.rate)}${most}`;
    }
    case 'amount-off':
      return `${goods.scope(action.scope) ?? '全场'}立减${yuan(action.amount)}`;
    case 'fixed-price': {
      const most = action.limit ? `，限${action.limit}件` : '';
      return `${goods.scope(action.scope) ?? '全场'}一口价每件${yuan(action.price)}${most}`;
    }
    case 'spend-and-save': {
      const where = goods.scope(action.scope) ?? '全场';
      const each = action.repeat && action.tiers.length === 1 ? '每' : '';
      const steps = action.tiers.map(t => `${each}满${yuan(t.threshold)}减${yuan(t.off)}`).join('，');
      const most = action.cap ? `，最高减${yuan(action.cap)}` : each ? '，上不封顶' : '';
      return `${where}${steps}${most}`;
    }
    case 'buy-x-get-y': {
      const steps = action.steps?.length ? action.steps : [action];
      const times = action.limit ? `，每单最多${action.limit}次` : '';
      if (action.rate !== undefined && action.rate < 1 && action.getQuantity === 1 && steps.length === 1) {
        if (!action.sameItem && !goods.scope(action.getScope)) {
          const price = action.rate === 0.5 ? '半价' : zheText(action.rate);
          return `${goods.scope(action.scope) ?? '全场'}第${action.buyQuantity + 1}件${price}${times}`;
        }
      }
      const other = goods.scope(action.getScope);
      const whose = other ?? (action.sameItem ? '同款' : '');
      const reduced = action.rate !== undefined && action.rate < 1 ? zheText(action.rate) : null;
      const said = steps.map(s =>
        reduced
          ? `买${s.buyQuantity}件，再买${whose}${s.getQuantity}件享${reduced}`
          : `买${s.buyQuantity}件送${whose}${s.getQuantity}件`,
      );
      return `${goods.scope(action.scope) ?? '全场'}${said.join('，')}${times}`;
    }
    case 'bundle': {
      const counted = new Map<string, number>();
      for (const id of action.products) counted.set(goods.product(id), (counted.get(goods.product(id)) ?? 0) + 1);
      const parts = [...counted].map(([name, n]) => (n > 1 ? `${n}件${name}` : name));
      return `${list(parts, 'zh', 'and')}组合价${yuan(action.price)}`;
    }
    case 'gift': {
      const others = list((action.choices ?? []).map(goods.product), 'zh', 'or');
      return `赠送${goods.product(action.product)}一件${others ? `，也可换选${others}` : ''}`;
    }
    case 'free-shipping':
      return '免运费';
  }
};

export const conditionZh = (condition: Condition, goods: Goods): string => {
  switch (condition.kind) {
    case 'min-spend':
      return `${goods.scope(condition.scope) ?? '订单'}满${yuan(condition.amount)}可用`;
    case 'min-quantity':
      return `${goods.scope(condition.scope) ?? '购物车'}满${condition.quantity}件可用`;
    case 'contains':
      return `购物车里有${goods.scope(condition.scope) ?? '任意商品'}可用`;
    case 'segment': {
      const known = condition.anyOf.flatMap(key => segmentNames[key]?.zh ?? []);
      const others = condition.anyOf.filter(key => !segmentNames[key]);
      const named = [...known, ...(others.length > 0 ? [`${quoted(others)}人群`] : [])];
      return `限${list(named, 'zh', 'or')}`;
    }
    case 'shopper':
      return `仅限顾客${quoted(condition.anyOf)}`;
    case 'first-order':
      return '限首单';
    case 'hours':
      return hoursZh(condition);
  }
};

const hoursZh = ({ days: on, from, to }: Extract<Condition, { kind: 'hours' }>): string => {
  const named = on && on.length > 0 && on.length < 7 ? on : null;
  const when = !named
    ? '每天'
    : named.join() === '0,6'
      ? '每逢周末'
      : named.join() === '1,2,3,4,5'
        ? '工作日'
        : `每${list(
            named.map(d => days[d] ?? ''),
            'zh',
            'and',
          )}`;
  return from === '00:00' && to === '00:00' ? when : `${when}${from}至${to}`;
};

/** Which other deals it goes with, as the shop's groups say. */
const stackingZh = (rule: Pick<Rule, 'group'>, shop: RuleContext['shop']): string => {
  const group = groupOf(rule, shop);
  const own = rule.group ? `属于“${group ? inLanguage(group.name, 'zh') : rule.group}”组` : '';
  if (!group) return own;
  if (group.exclusive) return [own, '不与其他优惠同享'].filter(Boolean).join('，');
  if (!group.with) return [own, '可与其他组的优惠叠加'].filter(Boolean).join('，');
  const names = stackGroupsOf(shop)
    .filter(g => g.key !== group.key && groupsCombine(group, g))
    .map(g => `“${inLanguage(g.name, 'zh')}”`);
  const others = names.length > 0 ? `只可与${list(names, 'zh', 'and')}叠加` : '不与其他优惠同享';
  return [own, others].filter(Boolean).join('，');
};

export const limitsZh = ({ limits }: Pick<Rule, 'limits'>): string[] => {
  const { perShopper, perDay } = limits ?? {};
  const shopper = perShopper?.uses ?? (perShopper?.money ? undefined : 1);
  return [
    ...(shopper === undefined ? [] : [`每人限${shopper}次`]),
    ...(perShopper?.money ? [`每人最多优惠${yuan(perShopper.money)}`] : []),
    ...(perDay?.uses ? [`每天限${perDay.uses}次`] : []),
    ...(perDay?.money ? [`每天最多优惠${yuan(perDay.money)}`] : []),
    ...(limits?.uses ? [`总共限${limits.uses}次`] : []),
    ...(limits?.perCode ? [`每个优惠码限${limits.perCode}次`] : []),
  ];
};

const triggers = { automatic: '自动生效', code: '凭优惠码使用', offer: '由客服专属发放' } as const;

const windowZh = ({ startsAt, endsAt }: Rule, timeZone: string | undefined): string => {
  const start = startsAt && startText(startsAt, 'zh', timeZone);
  const end = endsAt && endText(endsAt, 'zh', timeZone);
  if (start && end) return `${start}至${end}`;
  if (start) return `${start}起`;
  return end ? `${end}截止` : '';
};

/** One sentence; every figure in it is the rule's. */
export const sentenceZh = (rule: Rule, context: Pick<RuleContext, 'shop' | 'products'>): string => {
  const goods = goodsIn('zh', context);
  const said = [
    actionZh(rule.action, goods),
    ...rule.conditions.map(c => conditionZh(c, goods)),
    rule.trigger ? triggers[rule.trigger] : '',
    stackingZh(rule, context.shop),
    rule.order === undefined ? '' : `组内顺序${rule.order}`,
    ...limitsZh(rule),
    windowZh(rule, context.shop.timeZone),
    rule.cap ? `总预算${yuan(rule.cap)}` : '',
    rule.onReturn === 'unearned' ? '退货后不再满足条件的，从退款中扣回优惠' : '',
    rule.onCancel === 'keep' ? '取消订单也算已使用' : '',
  ].filter(Boolean);
  return `${said.join('；')}。`;
};
