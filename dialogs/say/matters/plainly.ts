/** The same in plain words. */
import { inLanguage } from '../../../knowledge/domain/language.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import type { Order, OrderStatus } from '../../../knowledge/domain/order.ts';
import type { Matter } from '../../matter.ts';
import { list, shelves as shelvesEn } from '../phrases-en.ts';
import { shelves as shelvesZh } from '../phrases-zh.ts';
import { formatDay, formatTime } from '../words.ts';
import {
  inCartEn,
  inCartZh,
  insteadIn,
  lacksIn,
  nameIn,
  type OfMatters,
  toPayEn,
  toPayZh,
  wishesEn,
  wishesZh,
} from './phrases.ts';

type Of<K extends Matter['about']> = Extract<Matter, { about: K }>;

const statusEn: Readonly<Record<OrderStatus, (order: string) => string>> = {
  placed: order => `we have ${order} and will pack it next; it has not left us yet`,
  packed: order => `${order} lies packed with us until the carrier fetches it`,
  shipped: order => `the carrier has ${order} and brings it to you`,
  delivered: order => `${order} has reached you, says the carrier`,
  cancelled: order => `${order} won't be sent, and what you paid goes back`,
  returned: order => `${order} came back to us`,
};
const statusZh: Readonly<Record<OrderStatus, (order: string) => string>> = {
  placed: order => `${order}我们收到了，接下来打包，还没有发出`,
  packed: order => `${order}已经打好包，等快递来取`,
  shipped: order => `${order}快递已经拿到，正在送往您那里`,
  delivered: order => `${order}快递显示已经送到了`,
  cancelled: order => `${order}不会再发货，付的钱会退回`,
  returned: order => `${order}的商品已经退回给我们`,
};
const orderEn = ({ number, placedAt }: Order): string => `order ${number} of ${formatDay(placedAt, 'en')}`;
const orderZh = ({ number, placedAt }: Order): string => `订单 ${number}（${formatDay(placedAt, 'zh')}下单）`;

const pricesOf = ({ least, most }: Of<'goods'>): string =>
  least.minor === most.minor ? formatMoney(least) : `${formatMoney(least)}–${formatMoney(most)}`;

const asksEn = (of: Of<'flow'>): string => {
  const [number = '', ...others] = of.numbers;
  const refund = of.refund ? formatMoney(of.refund) : '';
  switch (of.asks) {
    case 'number':
      return 'I mean the number of your order, such as WY-12345: it stands in the e-mail that confirmed it.';
    case 'email':
      return `I mean the e-mail address that you gave when you placed order ${number}.`;
    case 'which-order':
      return others.length > 0
        ? `I mean: which of your orders is it, ${[number, ...others.slice(0, -1)].join(', ')} or ${others.at(-1)}? A tap on one will do.`
        : `I mean: is it order ${number}?`;
    case 'lines':
      return `I mean: what of order ${number} do you want to send back? Name the things, or say “all”.`;
    case 'reason':
      return `I mean: why does it go back? Say it in a few words, such as “too small” or “broken”.`;
    case 'return':
      return `I mean: if you say yes, the return of order ${number} is registered and ${refund} comes back once we have it. If you say no, nothing happens.`;
    case 'cancel':
      return `I mean: if you say yes, order ${number} isn't sent and ${refund} comes back to you. If you say no, everything stays as it is.`;
  }
};
const asksZh = (of: Of<'flow'>): string => {
  const [number = '', ...others] = of.numbers;
  const refund = of.refund ? formatMoney(of.refund) : '';
  switch (of.asks) {
    case 'number':
      return '我问的是您的订单号，像 WY-12345 这样，写在确认邮件里。';
    case 'email':
      return `我问的是订单 ${number} 下单时留的邮箱。`;
    case 'which-order':
      return others.length > 0
        ? `我想问是哪一个订单：${[number, ...others].join('、')}？点一下就行。`
        : `我想问是不是订单 ${number}？`;
    case 'lines':
      return `我想问订单 ${number} 里您要退哪几样，说名字或者说“全部”都行。`;
    case 'reason':
      return '我想问为什么退，简单说几个字就行，比如“小了”“坏了”。';
    case 'return':
      return `意思是：您说“好”，订单 ${number} 的退货就登记，收到后退${refund}；说“不”，就什么都不做。`;
    case 'cancel':
      return `意思是：您说“好”，订单 ${number} 就不发了，${refund}退给您；说“不”，就一切照旧。`;
  }
};

export const plainlyEn: OfMatters = {
  nothing: () =>
    `There's nothing to explain yet: tell me what you're looking for, or ask about an order, delivery or returns.`,
  goods: (of, w) => {
    const wishes = wishesEn(of.wishes, w);
    const one = of.found.length === 1;
    const what =
      of.how === 'popular'
        ? 'that others buy most'
        : wishes
          ? `that fit what you asked for (${wishes})`
          : 'near to what you said';
    return one
      ? `I mean: I found one thing ${what.replace('that fit ', 'that fits ')}, the ${nameIn(of.found[0]!, 'en')} for ${pricesOf(of)}. Ask me more about it, or say “add it” and it goes into your cart.`
      : `I mean: I found ${of.found.length} things ${what}, at ${pricesOf(of)}. Say a number, such as “the second one”, to hear more or to put it in your cart.`;
  },
  product: of =>
    `I mean: that's the ${nameIn(of.product, 'en')}, for ${formatMoney(of.product.price)}, as its page describes it. What of it shall I explain?`,
  lacks: of => {
    const instead = insteadIn(of, 'en');
    return `I mean: there is no ${lacksIn(of, 'en')} for the ${nameIn(of.product, 'en')}.${instead ? ` What there is: ${instead}.` : ''}`;
  },
  compared: ({ products: [one, other] }) =>
    `In short: the ${nameIn(one, 'en')} costs ${formatMoney(one.price)}, the ${nameIn(other, 'en')} ${formatMoney(other.price)}; the rest is where their pages differ. Tell me what it's for, and I'll say which suits it better.`,
  cart: of =>
    of.product
      ? `I mean: ${inCartEn(of)} lies in your cart. Nothing is ordered yet; in all you'd pay ${toPayEn(of)}.`
      : `I mean: what lies in your cart comes to ${toPayEn(of)}. Nothing is ordered yet.`,
  offer: ({ offer, is, before }, w) =>
    is === 'offered'
      ? `I mean: with this deal you pay ${formatMoney(offer.priced.total)} instead of ${formatMoney(before)}, if you take it by ${formatTime(offer.expiresAt, 'en', w.shop)}. Tap “Apply” for it.`
      : is === 'applied'
        ? `I mean: the deal is on your cart, so you pay ${formatMoney(offer.priced.total)} instead of ${formatMoney(before)}. Nothing is ordered yet.`
        : `I mean: the deal isn't used, so you pay ${formatMoney(before)}, and I won't bring it up again.`,
  code: of =>
    `I mean: code ${of.code} takes ${formatMoney(of.saves)} off, so your cart comes to ${formatMoney(of.total)} now. Nothing is ordered yet.`,
  deals: of =>
    `I mean: ${of.none ? `there's no deal just for you at the moment, but ` : ''}what is on for everybody comes off by itself when your cart reaches it; you needn't do anything.${of.cart ? ` With it your cart comes to ${toPayEn(of.cart)}.` : ''}`,
  order: ({ order }) => `I mean: ${statusEn[order.status](orderEn(order))}.`,
  flow: asksEn,
  again: of =>
    `I mean: I'd put the same as in order ${of.number} into your cart (${list(of.products.map(one => nameIn(one, 'en')))}: ${formatMoney(of.total)} for one of each). Nothing is ordered by that. Shall I?`,
  page: of =>
    of.more
      ? `It goes on like this on our page “${inLanguage(of.article.title, 'en')}”: ${of.more}`
      : `That's all our page “${inLanguage(of.article.title, 'en')}” says. A colleague can explain it to you.`,
  unknown: () => `I mean: none of our pages answers that, so I can't tell you. A colleague can: shall I get you one?`,
  unclear: () => `I mean: I didn't see what it's about. Tell me in a few words: a product, an order, or a rule?`,
  else: () => `Sorry, I can't put it more plainly than that. A colleague can: shall I get you one?`,
  trouble: of =>
    of.order
      ? `I mean that I'm sorry, and want it put right. As I see it, ${statusEn[of.order.status](orderEn(of.order))}. Shall I get you a colleague who looks into it?`
      : `I mean that I'm sorry, and want it put right. Tell me what went wrong, or shall I get you a colleague?`,
  unsold: (of, w) => `I mean: we don't have “${of.what}”, nor anything of that kind. ${shelvesEn(w)}`.trim(),
  asked: () => `I mean: say yes and I do it, say no and everything stays as it is.`,
};

export const plainlyZh: OfMatters = {
  nothing: () => '我还没有说什么需要解释的：告诉我您想找什么，或者问问订单、配送、退货都行。',
  goods: (of, w) => {
    const wishes = wishesZh(of.wishes, w);
    const one = of.found.length === 1;
    const what = of.how === 'popular' ? '大家常买的' : wishes ? `符合“${wishes}”的` : '最接近您说的';
    return one
      ? `意思是：${what}我找到一款，${nameIn(of.found[0]!, 'zh')}，${pricesOf(of)}。想细看可以接着问，说“加购物车”就放进去。`
      : `意思是：${what}我找到${of.found.length}款，${pricesOf(of)}。说“第二款”这样的序号，就给您细说或加购物车。`;
  },
  product: of =>
    `意思是：这是${nameIn(of.product, 'zh')}，${formatMoney(of.product.price)}，上面是页面上的介绍。哪一点要我再说明？`,
  lacks: of => {
    const instead = insteadIn(of, 'zh');
    return `意思是：${nameIn(of.product, 'zh')}没有${lacksIn(of, 'zh')}。${instead ? `有的是：${instead}。` : ''}`;
  },
  compared: ({ products: [one, other] }) =>
    `简单说：${nameIn(one, 'zh')}${formatMoney(one.price)}，${nameIn(other, 'zh')}${formatMoney(other.price)}，其余是两边页面上不同的地方。告诉我用来做什么，我说说哪款更合适。`,
  cart: of =>
    of.product
      ? `意思是：${inCartZh(of)}已经放进购物车，还没有下单，${toPayZh(of)}。`
      : `意思是：购物车里的东西${toPayZh(of)}，还没有下单。`,
  offer: ({ offer, is, before }, w) =>
    is === 'offered'
      ? `意思是：用这个优惠，您付${formatMoney(offer.priced.total)}（原本${formatMoney(before)}），${formatTime(offer.expiresAt, 'zh', w.shop)}前有效。点“使用优惠”就行。`
      : is === 'applied'
        ? `意思是：优惠已经用上，您付${formatMoney(offer.priced.total)}（原本${formatMoney(before)}）。还没有下单。`
        : `意思是：这个优惠没有用，您付${formatMoney(before)}，我也不再提了。`,
  code: of =>
    `意思是：优惠码 ${of.code} 减了${formatMoney(of.saves)}，购物车现在合计${formatMoney(of.total)}。还没有下单。`,
  deals: of =>
    `意思是：${of.none ? '目前没有专门给您的优惠，但' : ''}人人都有的活动，购物车够条件就自动减，不用您做什么。${of.cart ? `减完${toPayZh(of.cart)}。` : ''}`,
  order: ({ order }) => `意思是：${statusZh[order.status](orderZh(order))}。`,
  flow: asksZh,
  again: of =>
    `意思是：把订单 ${of.number} 里买过的（${of.products.map(one => nameIn(one, 'zh')).join('、')}，各一件${formatMoney(of.total)}）再放进购物车，这还不是下单。要放吗？`,
  page: of =>
    of.more
      ? `“${inLanguage(of.article.title, 'zh')}”里接着是这样写的：${of.more}`
      : `“${inLanguage(of.article.title, 'zh')}”里写的就是这些，同事可以给您讲清楚。`,
  unknown: () => '意思是：我们的页面上没有写这一点，所以我答不上来。同事可以告诉您，要为您转人工吗？',
  unclear: () => '意思是：我没看懂说的是哪件事。简单说说：商品、订单，还是店里的规定？',
  else: () => '抱歉，我没法说得更明白了。同事可以给您讲清楚，要为您转人工吗？',
  trouble: of =>
    of.order
      ? `意思是：很抱歉，我想帮您解决。我这里看到，${statusZh[of.order.status](orderZh(of.order))}。要为您转同事来查吗？`
      : '意思是：很抱歉，我想帮您解决。说说出了什么问题，或者为您转人工？',
  unsold: (of, w) => `意思是：我们没有“${of.what}”，也没有这一类的商品。${shelvesZh(w)}`.trim(),
  asked: () => '意思是：您说“好”我就办，说“不”就一切照旧。',
};
