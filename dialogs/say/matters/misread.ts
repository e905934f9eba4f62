/** What the message before was taken for, where that was not it. */
import { inLanguage } from '../../../knowledge/domain/language.ts';
import type { Matter } from '../../matter.ts';
import { inCartEn, inCartZh, nameIn, type OfMatters, wishesEn, wishesZh } from './phrases.ts';

type Of<K extends Matter['about']> = Extract<Matter, { about: K }>;

const flowsEn: Readonly<Record<Of<'flow'>['flow'], string>> = {
  return: 'a wish to send something back',
  'cancel-order': 'a wish to cancel an order',
  'guest-order': 'a question about an order',
};
const flowsZh: Readonly<Record<Of<'flow'>['flow'], string>> = {
  return: '要退货',
  'cancel-order': '要取消订单',
  'guest-order': '要查订单',
};
const tookEn = (what: string): string => `Sorry, I took it as ${what}. What did you want to know?`;
const tookZh = (what: string): string => `抱歉，我理解成${what}了。您想问的是什么？`;

export const misreadEn: OfMatters = {
  nothing: () => `Sorry about that. What did you want to know?`,
  goods: (of, w) => {
    const wishes = wishesEn(of.wishes, w);
    return tookEn(
      of.how === 'popular' || of.how === 'picked'
        ? 'a wish to be shown something'
        : wishes
          ? `a search (${wishes})`
          : 'a search for goods',
    );
  },
  product: of => tookEn(`a question about the ${nameIn(of.product, 'en')}`),
  lacks: of => tookEn(`a question about the ${nameIn(of.product, 'en')}`),
  compared: of =>
    tookEn(`a wish to compare the ${nameIn(of.products[0], 'en')} and the ${nameIn(of.products[1], 'en')}`),
  cart: of =>
    of.product
      ? `Sorry, I took it as a wish to have ${inCartEn(of)} in your cart. Shall I take it out again, or what did you want to know?`
      : tookEn('a question about your cart'),
  offer: () => tookEn('a question about deals'),
  code: of => tookEn(`a wish to use code ${of.code}`),
  deals: () => tookEn('a question about deals'),
  order: of => tookEn(`a question about your orders, the last one being ${of.order.number}`),
  flow: of => `Sorry, I took it as ${flowsEn[of.flow]}. What did you want to know? If it isn't that, say “cancel”.`,
  again: of => tookEn(`a wish to buy the same as in order ${of.number} again`),
  page: of => tookEn(`a question that our page “${inLanguage(of.article.title, 'en')}” answers`),
  unknown: () => `Sorry, then I misread you. Would you put it another way? Or a colleague takes over.`,
  unclear: () =>
    `Sorry, I still don't see what it's about. Is it a product, an order, or a rule of the shop? Or a colleague takes over.`,
  else: () => `Sorry, then I misread you. Would you put it another way? Or a colleague takes over.`,
  trouble: () => `I'm sorry, I'm not helping as I should. A colleague will do better: shall I get you one?`,
  unsold: of => tookEn(`a search for “${of.what}”`),
  asked: () => `Sorry, then I misread you, and nothing was done. What did you want to know?`,
};

export const misreadZh: OfMatters = {
  nothing: () => '抱歉，您想问的是什么？',
  goods: (of, w) => {
    const wishes = wishesZh(of.wishes, w);
    return tookZh(of.how === 'popular' || of.how === 'picked' ? '想看看推荐' : wishes ? `要找“${wishes}”` : '要找商品');
  },
  product: of => tookZh(`在问${nameIn(of.product, 'zh')}`),
  lacks: of => tookZh(`在问${nameIn(of.product, 'zh')}`),
  compared: of => tookZh(`要对比${nameIn(of.products[0], 'zh')}和${nameIn(of.products[1], 'zh')}`),
  cart: of =>
    of.product ? `抱歉，我理解成要把${inCartZh(of)}加进购物车了。要拿掉吗？还是您想问别的？` : tookZh('在问购物车'),
  offer: () => tookZh('在问优惠'),
  code: of => tookZh(`要用优惠码 ${of.code} `),
  deals: () => tookZh('在问优惠'),
  order: of => tookZh(`在问您的订单（最近一单 ${of.order.number}）`),
  flow: of => `抱歉，我理解成您${flowsZh[of.flow]}了。您想问的是什么？不是这件事的话，说“取消”就行。`,
  again: of => tookZh(`要把订单 ${of.number} 里的再买一次`),
  page: of => tookZh(`在问“${inLanguage(of.article.title, 'zh')}”`),
  unknown: () => '抱歉，是我理解错了。能换个说法吗？也可以转人工。',
  unclear: () => '抱歉，我还是没看懂。是商品、订单，还是店里的规定？也可以转人工。',
  else: () => '抱歉，是我理解错了。能换个说法吗？也可以转人工。',
  trouble: () => '很抱歉，我没帮上忙。同事会处理得更好，要为您转人工吗？',
  unsold: of => tookZh(`要找“${of.what}”`),
  asked: () => '抱歉，是我理解错了，什么都没有改动。您想问的是什么？',
};
