/** What stays as it is, where somebody isn't sure. */
import { inLanguage } from '../../../knowledge/domain/language.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import { formatTime } from '../words.ts';
import { inCartEn, inCartZh, nameIn, type OfMatters, toPayEn, toPayZh } from './phrases.ts';

export const hurryEn: OfMatters = {
  nothing: () => `No hurry, take your time. I'm here when you need me.`,
  goods: of =>
    of.found.length > 1
      ? `No hurry, take your time. If it helps: I can compare two of them, or tell me what matters most to you, such as the price, the weight or the colour.`
      : `No hurry, take your time. If it helps, ask me anything about it, or tell me what it should be like instead.`,
  product: of =>
    `No hurry, take your time. The ${nameIn(of.product, 'en')} is ${formatMoney(of.product.price)}${of.others.length > 0 ? '; I can compare it with another of the list, too' : '; ask me anything else about it'}.`,
  lacks: of =>
    `No hurry, take your time. I can also look for something like the ${nameIn(of.product, 'en')} that is what you wanted.`,
  compared: () => `No hurry, take your time. Tell me what it's for, and I'll say which of the two suits it better.`,
  cart: of =>
    `No hurry: ${inCartEn(of)} ${of.product || of.count === 1 ? 'stays' : 'stay'} in your cart (${toPayEn(of)}), and nothing is ordered yet.`,
  offer: ({ offer, is, before }, w) =>
    is === 'offered'
      ? `No hurry: the deal stays open until ${formatTime(offer.expiresAt, 'en', w.shop)}. With it you'd pay ${formatMoney(offer.priced.total)} instead of ${formatMoney(before)}.`
      : is === 'applied'
        ? `No hurry: your cart stays as it is, with the deal on it (${formatMoney(offer.priced.total)}).`
        : `No hurry: your cart stays as it is (${formatMoney(before)}).`,
  code: of => `No hurry: your cart stays as it is, with code ${of.code} on it (${formatMoney(of.total)}).`,
  deals: of => `No hurry, take your time.${of.cart ? ` Your cart stays as it is (${toPayEn(of.cart)}).` : ''}`,
  order: of => `No hurry. Ask me about order ${of.order.number} or any other whenever you like.`,
  flow: () => `No hurry, nothing is done until you say so.`,
  again: of =>
    `No hurry, nothing of it is in your cart yet. Say yes when you want ${of.products.length === 1 ? 'it' : 'them'}.`,
  page: of => `No hurry. If anything about “${inLanguage(of.article.title, 'en')}” is still open, just ask.`,
  unknown: () => `No hurry. If you like, a colleague can tell you; shall I get you one?`,
  unclear: () => `No hurry, take your time. I'm here when you need me.`,
  else: () => `No hurry, take your time. Nothing was changed.`,
  trouble: of =>
    of.order
      ? `That's fine. Order ${of.order.number} I can look at right now, or a colleague does: just say which.`
      : `That's fine. I can look up the order meanwhile, or a colleague takes over: just say which.`,
  unsold: () => `No hurry, take your time. If something else comes to your mind, I'll look for it.`,
  asked: () => `No hurry: nothing was changed.`,
};

export const hurryZh: OfMatters = {
  nothing: () => '不着急，您慢慢想，有需要随时叫我。',
  goods: of =>
    of.found.length > 1
      ? '不着急，您慢慢看。需要的话我可以对比其中两款，或者告诉我您最看重什么，比如价格、重量、颜色。'
      : '不着急，您慢慢看。想多了解可以接着问，想要别的样子也告诉我。',
  product: of =>
    `不着急，您慢慢看。${nameIn(of.product, 'zh')}是${formatMoney(of.product.price)}，${of.others.length > 0 ? '也可以和刚才列表里的别款对比' : '想多了解可以接着问'}。`,
  lacks: of => `不着急，您慢慢看。也可以找找和${nameIn(of.product, 'zh')}差不多、又合您要求的。`,
  compared: () => '不着急，您慢慢看。说说用来做什么，我告诉您哪款更合适。',
  cart: of => `不着急，${inCartZh(of)}先留在购物车里（${toPayZh(of)}），还没有下单。`,
  offer: ({ offer, is, before }, w) =>
    is === 'offered'
      ? `不着急，优惠到${formatTime(offer.expiresAt, 'zh', w.shop)}前都有效。用上付${formatMoney(offer.priced.total)}（原本${formatMoney(before)}）。`
      : is === 'applied'
        ? `不着急，购物车先这样放着，优惠已经用上（${formatMoney(offer.priced.total)}）。`
        : `不着急，购物车先这样放着（${formatMoney(before)}）。`,
  code: of => `不着急，购物车先这样放着，优惠码 ${of.code} 已经用上（${formatMoney(of.total)}）。`,
  deals: of => `不着急，您慢慢想。${of.cart ? `购物车先这样放着（${toPayZh(of.cart)}）。` : ''}`,
  order: of => `不着急，订单 ${of.order.number} 或者别的订单，随时都可以再问。`,
  flow: () => '不着急，您确认之前什么都不会办。',
  again: of => `不着急，还没有放进购物车。想要${of.products.length === 1 ? '它' : '这些'}的时候说“好”就行。`,
  page: of => `不着急。“${inLanguage(of.article.title, 'zh')}”还有不清楚的，随时问我。`,
  unknown: () => '不着急。需要的话同事可以告诉您，要为您转人工吗？',
  unclear: () => '不着急，您慢慢想，有需要随时叫我。',
  else: () => '不着急，您慢慢想，什么都没有改动。',
  trouble: of =>
    of.order
      ? `好的，不着急。我可以现在看看订单 ${of.order.number}，也可以转给同事，您说一声就行。`
      : '好的，不着急。我可以先查查订单，也可以转给同事，您说一声就行。',
  unsold: () => '不着急，您慢慢想。想到别的，我再帮您找。',
  asked: () => '不着急，什么都没有改动。',
};
