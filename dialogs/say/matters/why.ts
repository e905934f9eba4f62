/** Why it was told or asked. */
import { inLanguage } from '../../../knowledge/domain/language.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import type { Order } from '../../../knowledge/domain/order.ts';
import type { FlowAsks } from '../../matter.ts';
import { shelves as shelvesEn } from '../phrases-en.ts';
import { shelves as shelvesZh } from '../phrases-zh.ts';
import { formatDay } from '../words.ts';
import {
  carrierOf,
  inCartEn,
  inCartZh,
  insteadIn,
  lacksIn,
  nameIn,
  type OfMatters,
  wishesEn,
  wishesZh,
} from './phrases.ts';

const stateEn = (order: Order): string => {
  const { number, status, shipment } = order;
  const placed = `Order ${number} was placed on ${formatDay(order.placedAt, 'en')}`;
  switch (status) {
    case 'placed':
      return `${placed} and is waiting to be packed: it has not left us yet.`;
    case 'packed':
      return `${placed} and is packed: it waits for the carrier to fetch it.`;
    case 'shipped':
      return `${placed} and is with ${carrierOf(order)}${shipment ? `, expected by ${formatDay(shipment.expectedAt, 'en')}` : ''}.`;
    case 'delivered':
      return `${placed}, and it has been delivered${shipment?.deliveredAt ? ` on ${formatDay(shipment.deliveredAt, 'en')}` : ''}.`;
    case 'cancelled':
      return `${placed} and was cancelled: its money goes back.`;
    case 'returned':
      return `${placed} and came back to us.`;
  }
};
const stateZh = (order: Order): string => {
  const { number, status, shipment } = order;
  const placed = `订单 ${number} 是${formatDay(order.placedAt, 'zh')}下的`;
  switch (status) {
    case 'placed':
      return `${placed}，还在等打包，没有发出。`;
    case 'packed':
      return `${placed}，已经打包，在等快递来取。`;
    case 'shipped':
      return `${placed}，正由${carrierOf(order)}配送${shipment ? `，预计${formatDay(shipment.expectedAt, 'zh')}前送到` : ''}。`;
    case 'delivered':
      return `${placed}，已经送达${shipment?.deliveredAt ? `（${formatDay(shipment.deliveredAt, 'zh')}）` : ''}。`;
    case 'cancelled':
      return `${placed}，已经取消，钱会退回。`;
    case 'returned':
      return `${placed}，已经退回给我们。`;
  }
};

const asksEn: Readonly<Record<FlowAsks, string>> = {
  number: `Because you aren't signed in: without its number I can't open an order, so that nobody else sees yours.`,
  email: 'So that I can be sure the order is yours: the number alone would open it to anybody.',
  'which-order': 'So that I look at the right one: each order has its own days and its own money.',
  lines: 'So that only what you want to send back goes back, and the rest stays with you.',
  reason: `So that we know whether something was wrong with it. Any words will do, and you get your money either way.`,
  return: 'Because nothing is registered before you say yes.',
  cancel: `Because a cancelled order can't be brought back, so I'd rather ask first.`,
};
const asksZh: Readonly<Record<FlowAsks, string>> = {
  number: '因为您还没有登录：没有订单号我打不开订单，这样别人也看不到您的订单。',
  email: '为了确认这是您的订单：只凭订单号的话，谁都能打开。',
  'which-order': '这样我才不会弄错：每个订单的期限和金额都不一样。',
  lines: '这样只退您想退的，其余的留着。',
  reason: '我们想知道是不是商品有问题。随便怎么说都行，不影响退款。',
  return: '因为您确认之前，我们什么都不会登记。',
  cancel: '因为订单取消后就不能恢复了，所以先问您一声。',
};

export const whyEn: OfMatters = {
  nothing: () => `Why what? Tell me what it's about, and I'll gladly explain.`,
  goods: (of, w) => {
    const wishes = wishesEn(of.wishes, w);
    const one = of.found.length === 1;
    if (of.how === 'popular')
      return `${one ? 'It is' : 'They are'} what others buy most: I know nothing of your taste yet. Tell me what you like, and I'll get closer.`;
    if (of.how === 'newest') return `${one ? 'It came' : 'They came'} in last, and that's what you asked for.`;
    if (of.how === 'picked') return `They go by what you told me, looked at and bought here.`;
    if (wishes === '' || of.how === 'near')
      return `${one ? 'It comes' : 'They come'} nearest to what you said, of all we have.`;
    return `You asked for: ${wishes}. ${one ? 'This one is' : `All ${of.found.length} are`} that, and can be had now.`;
  },
  product: (of, w) => {
    const wishes = wishesEn(of.wishes, w);
    return wishes
      ? `You asked for: ${wishes}. The ${nameIn(of.product, 'en')} is that.`
      : `Because you asked about the ${nameIn(of.product, 'en')}: that's what its page says.`;
  },
  lacks: of => {
    const instead = insteadIn(of, 'en');
    return `The page of the ${nameIn(of.product, 'en')} ${instead ? `lists ${instead}, and no` : `doesn't list`} ${lacksIn(of, 'en')}; why that is I don't know.`;
  },
  compared: ({ products: [one, other] }) =>
    `Because you wanted the ${nameIn(one, 'en')} and the ${nameIn(other, 'en')} compared: what I listed is where their pages differ.`,
  cart: of =>
    of.product
      ? `Because I understood that you want ${inCartEn(of)}. Nothing is ordered yet, and I can take it out again.`
      : `Because you asked about your cart. Nothing in it is ordered yet.`,
  offer: of => `It takes ${formatMoney(of.offer.saves)} off, and your cart qualifies.`,
  code: of =>
    `Because code ${of.code} (“${inLanguage(of.name, 'en')}”) takes ${formatMoney(of.saves)} off, and your cart qualifies for it.`,
  deals: of =>
    of.none
      ? `A deal of your own is only made where it should be worth it for you and for us, judging by what's in the cart and what was bought before; a few shoppers, drawn by lot, see none for a while. The deals for everybody count for you all the same.`
      : `The shop has set these deals, for everybody and with their dates. What your cart reaches comes off by itself.`,
  order: of => stateEn(of.order),
  flow: of => asksEn[of.asks],
  again: of => `Because ${of.products.length === 1 ? "it's" : "they're"} what you bought last, in order ${of.number}.`,
  page: of =>
    `That's what our page “${inLanguage(of.article.title, 'en')}” says.${of.more ? ` It goes on: ${of.more}` : ` It gives no reason; if you need one, a colleague can tell you.`}`,
  unknown: () => `Because none of our pages says it, and I won't guess. A colleague can tell you: shall I get you one?`,
  unclear: () => `Because I couldn't tell from your words what it's about: a product, an order, or a rule of the shop?`,
  else: () => `I can't tell you more about it than I did. A colleague can: shall I get you one?`,
  trouble: of =>
    of.order
      ? `${stateEn(of.order)} More I can't see from here; a colleague can find out what's holding it up. Shall I get you one?`
      : `I can't see from here what went wrong, I'm sorry. A colleague can find out: shall I get you one?`,
  unsold: (of, w) => `“${of.what}” isn't in our range. ${shelvesEn(w)}Why we don't have it I can't say.`,
  asked: () => `Because it wasn't clear to me, and I'd rather ask than do the wrong thing.`,
};

export const whyZh: OfMatters = {
  nothing: () => '您想问的是什么为什么？说说是哪件事，我来解释。',
  goods: (of, w) => {
    const wishes = wishesZh(of.wishes, w);
    const one = of.found.length === 1;
    if (of.how === 'popular')
      return `${one ? '这是' : '这些是'}大家买得最多的：我还不了解您的喜好，告诉我喜欢什么，就能推荐得更准。`;
    if (of.how === 'newest') return `${one ? '这是' : '这些是'}最新到的，正是您问的。`;
    if (of.how === 'picked') return '是按您说过、看过和买过的挑的。';
    if (wishes === '' || of.how === 'near') return `在我们所有商品里，${one ? '这款' : '这几款'}最接近您说的。`;
    return `因为您要的是${wishes}：${one ? '这款' : `这${of.found.length}款`}都符合，而且现在有货。`;
  },
  product: (of, w) => {
    const wishes = wishesZh(of.wishes, w);
    return wishes
      ? `因为您要的是${wishes}，${nameIn(of.product, 'zh')}正好符合。`
      : `因为您问的是${nameIn(of.product, 'zh')}，页面上就是这样写的。`;
  },
  lacks: of => {
    const instead = insteadIn(of, 'zh');
    return `${nameIn(of.product, 'zh')}的页面上${instead ? `只列了${instead}，没有` : '没有列出'}${lacksIn(of, 'zh')}；为什么没有，我就不清楚了。`;
  },
  compared: ({ products: [one, other] }) =>
    `因为您想对比${nameIn(one, 'zh')}和${nameIn(other, 'zh')}，列出来的是两边页面上不一样的地方。`,
  cart: of =>
    of.product
      ? `因为我理解您要买${inCartZh(of)}。现在还没有下单，不要的话可以拿掉。`
      : '因为您问到了购物车，里面的东西都还没有下单。',
  offer: of => `它能减${formatMoney(of.offer.saves)}，您的购物车符合条件。`,
  code: of =>
    `因为优惠码 ${of.code}（“${inLanguage(of.name, 'zh')}”）能减${formatMoney(of.saves)}，您的购物车符合条件。`,
  deals: of =>
    of.none
      ? '专属优惠只在对您和我们都划算的时候才有，看的是购物车里的商品和以前买过什么；也有少数顾客经抽签暂时看不到。人人都有的活动您照样能用。'
      : '这些活动是店里定的，人人都有，期限也都写明了；购物车够条件就自动减。',
  order: of => stateZh(of.order),
  flow: of => asksZh[of.asks],
  again: of => `因为${of.products.length === 1 ? '这是' : '这些是'}您上次在订单 ${of.number} 里买的。`,
  page: of =>
    `“${inLanguage(of.article.title, 'zh')}”这一页就是这样写的。${of.more ? `后面还写着：${of.more}` : '页面上没有写原因，想知道的话同事可以告诉您。'}`,
  unknown: () => '因为我们的页面上都没有写，我不想乱猜。同事可以告诉您，要为您转人工吗？',
  unclear: () => '因为我没看出来说的是哪件事：商品、订单，还是店里的规定？',
  else: () => '这一点我能说的就是这些了。同事可以告诉您更多，要为您转人工吗？',
  trouble: of =>
    of.order
      ? `${stateZh(of.order)}再多的我这里看不到，卡在哪里同事可以查。要为您转人工吗？`
      : '哪里出了问题我这里看不到，很抱歉。同事可以帮您查，要为您转人工吗？',
  unsold: (of, w) => `“${of.what}”不在我们的经营范围里。${shelvesZh(w)}为什么不卖，我就不清楚了。`,
  asked: () => '因为我不太确定您的意思，先问一声，免得做错。',
};
