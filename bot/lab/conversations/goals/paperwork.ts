import type { Order } from '../../../../knowledge/domain/order.ts';
import { type Move, type Situation, say, tap, type } from '../goal.ts';
import { asked, cardsOf, tapLabelled } from '../reading.ts';
import type { Phrases } from '../wording.ts';

const everything: Phrases = {
  en: [
    'all of it',
    'everything',
    'all of them please',
    'all',
    'the whole lot please',
    'the entire order',
    'every item in that order',
  ],
  zh: ['全部', '都退', '一起退了', '全部都要退', '所有的', '里面的东西我全要退', '整单退吧'],
};
const reasons: Phrases = {
  en: [
    "it's too small",
    'not what I expected',
    "it's too big for me",
    'wrong colour for me',
    'just changed my mind',
    'you sent me a different item',
    'arrived with a scratch',
    'it broke after one use',
    'it was damaged in the post',
    'poor quality, feels cheap',
    'it stopped working',
  ],
  zh: [
    '太小了穿不下',
    '跟想的不一样',
    '尺寸偏大',
    '颜色不喜欢',
    '不想要了',
    '发错货了',
    '收到就有划痕',
    '用了一次就坏了',
    '运输中压坏了',
    '质量太差了',
    '打开就是坏的',
  ],
};
const agreed: Phrases = {
  en: [
    'yes',
    'yes please',
    'alright',
    'ok do it',
    'yep',
    "yeah, let's do that",
    'go ahead',
    'sure',
    'I confirm',
    'fine by me',
    'correct, please proceed',
  ],
  zh: ['好的', '确认', '嗯嗯', '嗯办吧', '是的', '确定，办理吧', '可以', '行', '好呀，麻烦了', '没问题', '对，提交吧'],
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
