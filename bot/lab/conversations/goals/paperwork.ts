import type { Order } from '../../../../knowledge/domain/order.ts';
import { type Move, type Situation, say, tap, type } from '../goal.ts';
import { asked, cardsOf, tapLabelled } from '../reading.ts';
import type { Phrases } from '../wording.ts';

const everything: Phrases = {
  en: ['all of it', 'everything', 'every item in that order', 'all', 'the whole lot please'],
  zh: ['全部', '都退', '整单退吧', '全部都要退', '所有的'],
};
const reasons: Phrases = {
  en: [
    "it's too small",
    'not what I expected',
    'poor quality, feels cheap',
    'wrong colour for me',
    'just changed my mind',
    'it stopped working',
    'arrived with a scratch',
    'it broke after one use',
  ],
  zh: [
    '太小了穿不下',
    '跟想的不一样',
    '质量太差了',
    '颜色不喜欢',
    '不想要了',
    '打开就是坏的',
    '收到就有划痕',
    '用了一次就坏了',
  ],
};
const agreed: Phrases = {
  en: ['yes', 'yes please', 'fine by me', 'ok do it', 'yep', 'correct, please proceed', 'go ahead', 'sure'],
  zh: ['好的', '确认', '没问题', '嗯办吧', '是的', '对，提交吧', '可以', '行'],
};

/** What a shopper answers who knows number, address, things and reason; null: none of that was asked. */
export const answered = ({ heard, random }: Situation, order: Order, email: string, leadsOn?: RegExp): Move | null => {
  const way = leadsOn && asked(heard) === null ? tapLabelled(heard, leadsOn) : undefined;
  if (way) return tap(way);
  switch (asked(heard)) {
    case 'order-number':
      return type(order.number);
    case 'email':
      return type(email);
    case 'which-order': {
      const buttons = cardsOf(heard, 'order')
        .filter(card => card.number === order.number)
        .flatMap(card => card.buttons);
      return buttons[0] && random() < 0.6 ? tap(buttons[0]) : type(order.number);
    }
    case 'which-things':
      return say(everything);
    case 'reason':
      return say(reasons);
    case 'confirm':
      return say(agreed);
    default:
      return null;
  }
};
