import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { inSize } from '../../knowledge/domain/order.ts';
import type { CartPart } from '../cart-parts.ts';
import { attributeText } from './attribute-text.ts';
import { abroadZh } from './sent-abroad.ts';
import type { Words } from './words.ts';

export const cartWordsZh = {
  'in-cart-already': p =>
    `${inLanguage(inSize(p.product.name, p.size), 'zh')}已经在购物车里了（${p.quantity}件），${p.abroad ? abroadZh(p.abroad) : `合计${formatMoney(p.total)}，已含运费`}。`,
  'only-one': p => {
    const name = inLanguage(p.product.name, 'zh');
    if (p.inCart) return `刚才只有这一款：${name}，已经在购物车里了。`;
    return p.taken
      ? `刚才只有这一款：${name}，${formatMoney(p.product.price)}。要加入购物车吗？`
      : `刚才给您看的只有这一款：${name}。要看看别的吗？`;
  },
  'put-in-first': p =>
    `购物车还是空的。要先把${inLanguage(p.product.name, 'zh')}（${formatMoney(p.product.price)}）加进去吗？${p.sizes ? `告诉我尺码就行，有${attributeText('size', p.sizes, 'zh')}。` : ''}`,
  'which-of-these': p =>
    p.inColour
      ? '这个颜色有下面这些，要哪一款？'
      : p.stays
        ? `想换成下面哪一款？您选好之前，${inLanguage(p.stays.name, 'zh')}先留在购物车里。`
        : '您指的是下面哪一款？说名称或者第几个都行。',
  'order-as-it-is': p =>
    `订单 ${p.order.number} 里的单件商品我这边改不了。订单还没有发出，可以请同事看看能不能改；也可以整单取消，全额退款${formatMoney(p.refund)}，再重新下单。`,
} satisfies Pick<Words, CartPart['kind']>;
