import { inLanguage, type Localized } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { OfferRefusal } from '../../knowledge/domain/offer.ts';
import type { Scope } from '../../knowledge/domain/promotion.ts';
import type { Unlock } from '../offers/combine/basket.ts';
import type { DealTold } from '../offers/rules/tell-deal.ts';
import type { PromotionWords } from './promotion-words-en.ts';
import { abroadZh } from './sent-abroad.ts';
import { categoryName, nameOf, type Wording } from './words.ts';

const zh = (text: Localized): string => inLanguage(text, 'zh');
const quoted = (name: Localized): string => `“${zh(name)}”`;
const all = (names: readonly Localized[]): string => names.map(quoted).join('、');

const scopeWords = (scope: Scope | undefined, w: Wording): string =>
  [
    ...(scope?.products ?? []).slice(0, 3).map(id => nameOf(id, w)),
    ...(scope?.categories ?? []).map(key => categoryName(key, w)),
    ...(scope?.brands ?? []),
  ].join('或');

/** The smallest change that would bring a deal about; '' when nothing the shopper adds would. */
export const unlockZh = (unlock: Unlock | undefined, w: Wording): string => {
  if (!unlock || (!unlock.spendMore && !unlock.addQuantity)) return '';
  const from = scopeWords(unlock.scope, w);
  const parts = [
    ...(unlock.addQuantity ? [`${unlock.addQuantity}件`] : []),
    ...(unlock.spendMore ? [formatMoney(unlock.spendMore)] : []),
  ];
  const of = unlock.spendMore ? '的' : '';
  return `再买${parts.join('、')}${from ? `${of}${from}` : ''}就可以用了。`;
};

const reasons: Readonly<Record<OfferRefusal, string>> = {
  'unknown-offer': '没有这个优惠的记录',
  'not-yours': '这是给其他顾客的',
  expired: '已经过期',
  'already-redeemed': '您已经用完了可用的次数',
  'already-held': '已经在购物车里了',
  'budget-spent': '优惠名额已经用完',
  'not-active': '目前没有进行',
  'conditions-not-met': '购物车还没达到条件',
  'first-order-only': '仅限首次下单使用',
  'not-for-shopper': '不适用于您的账号',
  'below-margin': '这些商品不能用',
  'out-of-stock': '需要的商品已售罄',
  'empty-cart': '购物车是空的',
  'currency-mismatch': '和购物车的币种不同',
  'cart-changed': '购物车刚刚有变化',
  'better-deal-applies': '另一个优惠更划算，这一单两者不能同时生效',
  'excluded-by-group': '不能和购物车里的优惠叠加',
  'limit-reached': '使用次数已达上限',
  'unknown-code': '没有这个优惠码',
  'code-used': '优惠码已经用过了',
  'outside-hours': '只在特定时段有效，现在不在时段内',
  'makes-order-free': '加上其他优惠就不用付钱了',
  'too-many-tries': '输错的优惠码太多，请过几分钟再试',
};

/** The day is enough in a chat: 到2027年3月29日. */
const dayOf = (end: string): string => end.replace(/日\d{1,2}:\d{2}（.*）$/u, '日');
const until = (deal: DealTold): string => `到${dayOf(zh(deal.ends))}`;

const source = (deal: DealTold): string => `（${quoted(deal.name)}，有效期至${zh(deal.ends)}）`;

export const promotionWordsZh: PromotionWords = {
  'deal-terms': p => {
    const { deal } = p;
    switch (p.aspect) {
      case 'until': {
        const hours = deal.hours
          ? `时段：${zh(deal.hours)}，${deal.isNow ? '现在正好在时段内' : '现在不在时段内'}。`
          : '';
        const from = deal.begun ? '' : `${zh(deal.starts)}开始。`;
        const lead = p.is === undefined ? '' : p.is ? '是的，' : '不是，';
        return `${lead}${quoted(deal.name)}有效期至${zh(deal.ends)}。${from}${hours}`;
      }
      case 'how-often':
        return `${quoted(deal.name)}：${zh(deal.often)}。${source(deal)}`;
      case 'return': {
        const kept =
          deal.onReturn === 'unearned'
            ? '退您这件实付的钱；如果留下的商品不再满足条件，会从这笔退款里扣回留下商品享受的优惠，最多扣到退款为零'
            : '退您这件实付的钱，留下的商品优惠不变';
        const gift = deal.isGift ? '；不再满足条件的赠品需要一并退回' : '';
        return `参加${quoted(deal.name)}的商品如果退货，${kept}${gift}。确认退货前我会告诉您准确金额。${source(deal)}`;
      }
      case 'same-item':
        return `需要是同一款商品：${zh(deal.says)}；${zh(deal.often)}。${source(deal)}`;
      case 'any-item':
        return `可以是不同的商品：${zh(deal.says)}；${zh(deal.often)}。${source(deal)}`;
      case 'one-gift':
        return `每单只送一件，金额再高也是一件：${zh(deal.says)}；${zh(deal.often)}。${source(deal)}`;
      case 'how':
        return `${quoted(deal.name)}：${zh(deal.says)}；${zh(deal.often)}。${deal.hours ? (deal.isNow ? '现在正好在时段内。' : '现在不在时段内。') : ''}${p.choosesGift ? '达标后自动随单赠送，想换其他款，在购物车里选。' : ''}${
          p.examples.length > 0 ? `\n例如：\n${p.examples.map(e => `- ${zh(e)}`).join('\n')}\n` : ''
        }${source(deal)}`;
    }
  },
  'deal-fact': p => {
    const { deal } = p;
    const name = quoted(deal.name);
    const least = deal.least ? formatMoney(deal.least) : '';
    switch (p.fact) {
      case 'at-most':
        return `${name}每单最多减${deal.atMost ? formatMoney(deal.atMost) : ''}。`;
      case 'basis':
        return `${name}按${p.before.length > 0 ? `减去${all(p.before)}之后的商品金额` : '商品金额'}计算，不含运费。`;
      case 'order':
        return p.before.length > 0
          ? `先算${all(p.before)}，${name}按剩下的金额计算${p.after.length > 0 ? `，最后算${all(p.after)}` : ''}。`
          : `先算${name}${p.after.length > 0 ? `，${all(p.after)}按剩下的金额计算` : ''}。`;
      case 'least':
        return !deal.least
          ? `${name}的规则没有最低金额：${zh(deal.says)}。`
          : p.said !== undefined
            ? `${formatMoney(p.said)}${p.reaches ? '够了' : '不够'}，${name}要求商品满${least}。`
            : `商品满${least}就可以，不含运费：${zh(deal.gives)}。`;
      case 'whom':
        return deal.whom ? `${name}：${zh(deal.whom)}。` : `${name}人人都有，达到条件自动生效。`;
      case 'gives':
        return `${zh(deal.gives)}${least ? `，商品满${least}可用` : ''}${deal.whom ? `，${zh(deal.whom)}` : ''}（${name}）。`;
    }
  },
  'deal-covers': p => {
    const { deal, goods } = p;
    const what = deal.covers ? `只有${zh(deal.covers)}参加${quoted(deal.name)}` : `全店商品都参加${quoted(deal.name)}`;
    if (!goods) return `${what}，按其他优惠之后的商品金额计算，不含运费。${source(deal)}`;
    const answer = { all: '参加。', some: '部分参加。', none: '不参加。' }[goods.verdict];
    return `${zh(goods.name)}${answer}${what}。${source(deal)}`;
  },
  'deals-together': p => {
    const [first, second] = [zh(p.first.ends), zh(p.second.ends)];
    const until = first === second ? `（有效期都至${first}）` : `（有效期分别至${first}和${second}）`;
    switch (p.verdict) {
      case 'together':
        return `可以一起用：先算${quoted(p.first.name)}，${quoted(p.second.name)}按剩下的金额计算。${until}`;
      case 'best-of-group':
        return `不能一起用：${quoted(p.first.name)}和${quoted(p.second.name)}一单只能用一个，系统会选更省的那个。${until}`;
      case 'apart':
        return `不能一起用：${quoted(p.first.name)}和${quoted(p.second.name)}不能叠加，系统会选更省的那个。${until}`;
    }
  },
  'deal-combines': p => {
    const yes = p.with.length > 0 ? `可以和${all(p.with)}叠加` : '';
    const no = p.without.length > 0 ? `不能和${all(p.without)}叠加` : '';
    const said = [yes, no].filter(Boolean).join('，') || '目前没有其他可以叠加的活动';
    return p.isCode ? `优惠码${said}。` : `${quoted(p.deal.name)}${said}。${source(p.deal)}`;
  },
  stacking: p => {
    const lines = p.groups.map(g => {
      const own = g.all ? '可用多个' : '只用一个';
      return `- ${quoted(g.name)}：${own}，${g.with.length > 0 ? `可以和${all(g.with)}叠加` : '不与其他优惠叠加'}`;
    });
    return `一单里可以这样叠加，系统会自动选最省的组合：\n${lines.join('\n')}`;
  },
  'which-deal': p => `您问的是哪个活动？${all(p.deals.map(d => d.name))}。`,
  'deals-of-kind': p => {
    const now = (deal: DealTold): string =>
      deal.hours === null ? '' : deal.isNow ? '（现在正好在时段内）' : '（现在不在时段内）';
    const others = p.others.length > 0 ? `全店还有：${all(p.others)}。` : '';
    if (p.deals.length === 0 && p.isForSome)
      return `${zh(p.what)}不是人人都有，有没有要看您和订单符不符合条件，放进购物车再问我就知道。${p.others.length > 0 ? `人人都能用的有：${all(p.others)}。` : ''}`;
    if (p.deals.length === 0)
      return `目前没有${zh(p.what)}。${p.others.length > 0 ? `现在有的全店活动：${all(p.others)}。` : ''}`;
    const [only, ...more] = p.deals;
    if (only && p.again)
      return only.hours && !only.isNow
        ? `${quoted(only.name)}只在${zh(only.hours)}有，现在还没到时候，到点再下单就能用。`
        : `就是刚才说的${quoted(only.name)}：${zh(only.says)}。`;
    if (only && more.length === 0)
      return `有的，${quoted(only.name)}：${zh(only.says)}${now(only)}，${until(only)}。${others}`;
    return `有这些：\n${p.deals.map(d => `- ${quoted(d.name)}：${zh(d.says)}${now(d)}，${until(d)}`).join('\n')}\n${others}`.trim();
  },
  'deals-running': p => {
    if (p.deals.length === 0) return '目前没有面向所有人的活动。';
    const ends = new Set(p.deals.map(d => zh(d.ends)));
    const [end] = ends.size === 1 ? ends : [];
    const lines = p.deals.map(d => `- ${quoted(d.name)}：${zh(d.says)}${end ? '' : `；至${zh(d.ends)}`}`);
    if (p.beside) return `全店活动人人都能用：${p.deals.map(d => quoted(d.name)).join('、')}。`;
    return `全店活动${end ? `（到${dayOf(end)}）` : ''}：\n${lines.join('\n')}`;
  },
  'deal-trace': (p, w) => {
    const intro = p.added ? `加上${zh(p.added)}之后：` : '您的购物车逐项来看：';
    const lines = p.deals.map(d => {
      const name = d.code ? `${quoted(d.name)}（优惠码 ${d.code}）` : quoted(d.name);
      if (d.outcome === 'applied') return `- ${name}：已生效${d.saves ? `，省${formatMoney(d.saves)}` : ''}。`;
      const beaten = d.beatenBy.length > 0 ? `（${all(d.beatenBy)}）` : '';
      return `- ${name}：没有用上，${reasons[d.reason ?? 'conditions-not-met']}${beaten}。${unlockZh(d.unlock, w)}`;
    });
    const none = p.deals.length === 0 ? ['- 目前没有适用的活动。'] : [];
    return `${intro}\n${[...lines, ...none].join('\n')}\n${p.abroad ? abroadZh(p.abroad) : `合计${formatMoney(p.total)}（含运费）`}，这些优惠里没有更省的组合。`;
  },
  'ask-code': p => (p.codes ? `要去掉哪一个：${p.codes.join('还是')}？` : '好的，请直接把优惠码发给我。'),
  'code-applied': p =>
    `优惠码 ${p.code} 已使用（${quoted(p.name)}），减${formatMoney(p.saves)}${p.total ? `，现在${p.abroad ? abroadZh(p.abroad) : `合计${formatMoney(p.total)}`}` : ''}。`,
  'code-waiting': (p, w) =>
    `优惠码 ${p.code}（${quoted(p.name)}）已放进购物车，暂时没生效：${reasons[p.reason]}${p.better ? `（${all(p.better)}）` : ''}。${unlockZh(p.unlock, w)}`,
  'no-code-on-cart': p =>
    p.code === undefined ? '购物车里没有用优惠码，也没有用优惠。' : `优惠码 ${p.code} 没有用在购物车上，不用去掉。`,
  'code-removed': p =>
    `优惠码 ${p.code} 已去掉。${p.total ? `现在${p.abroad ? abroadZh(p.abroad) : `合计${formatMoney(p.total)}`}。` : ''}`,
};
