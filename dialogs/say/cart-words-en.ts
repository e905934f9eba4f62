import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { inSize } from '../../knowledge/domain/order.ts';
import type { CartPart } from '../cart-parts.ts';
import { attributeText } from './attribute-text.ts';
import { abroadEn } from './sent-abroad.ts';
import type { Words } from './words.ts';

export const cartWordsEn = {
  'in-cart-already': p =>
    `It's in your cart already: ${p.quantity} × ${inLanguage(inSize(p.product.name, p.size), 'en')}. Your total is ${p.abroad ? abroadEn(p.abroad) : `${formatMoney(p.total)}, delivery included`}.`,
  'only-one': p => {
    const name = inLanguage(p.product.name, 'en');
    if (p.inCart) return `There was only the one, ${name}, and it's in your cart.`;
    return p.taken
      ? `There's only the one: ${name}, ${formatMoney(p.product.price)}. Shall I put it in your cart?`
      : `That's the only one I showed you: ${name}. Shall I look for others?`;
  },
  'put-in-first': p =>
    `Your cart is still empty. Shall I put in ${inLanguage(p.product.name, 'en')}, ${formatMoney(p.product.price)}?${p.sizes ? ` Tell me the size then; it comes in ${attributeText('size', p.sizes, 'en')}.` : ''}`,
  'which-of-these': p =>
    p.inColour
      ? `In that colour there are these. Which one would you like?`
      : p.stays
        ? `Which of these instead? Until you tell me, ${inLanguage(p.stays.name, 'en')} stays in your cart.`
        : `Which of these do you mean? Its name or its place in the list will do.`,
  'order-as-it-is': p =>
    `I can't change single things of order ${p.order.number} from here. It hasn't left yet, so a colleague may still do that; or I cancel all of it, you get back ${formatMoney(p.refund)}, and you order anew.`,
} satisfies Pick<Words, CartPart['kind']>;
