import type { Order } from '../../../../knowledge/domain/order.ts';
import { type Move, type Situation, say, tap, type } from '../goal.ts';
import { asked, cardsOf, tapLabelled } from '../reading.ts';
import type { Phrases } from '../wording.ts';

const everything: Phrases = {
  en: [
    'all of it',
    'everything',
    'each and every one',
    'all',
    'the whole lot please',
    'the complete order',
    'every item in that order',
  ],
  zh: ['全部', '都退', '统统退掉', '全部都要退', '所有的', '一件都不留', '整单退吧'],
};
const reasons: Phrases = {
  en: [
    "it's too small",
    'not what I expected',
    'it looks different from the photos',
    'wrong colour for me',
    'just changed my mind',
    "it doesn't do what the description said",
    'arrived with a scratch',
    'it broke after one use',
    'a part is missing',
    'poor quality, feels cheap',
    'it stopped working',
  ],
  zh: [
    '太小了穿不下',
    '跟想的不一样',
    '和图片差太多',
    '颜色不喜欢',
    '不想要了',
    '少了个配件',
    '收到就有划痕',
    '用了一次就坏了',
    '跟描述的功能对不上',
    '质量太差了',
    '打开就是坏的',
  ],
};
const agreed: Phrases = {
  en: [
    'yes',
    'yes please',
    'that is right',
    'ok do it',
    'yep',
    'please do',
    'go ahead',
    'sure',
    'sounds good',
    'fine by me',
    'correct, please proceed',
  ],
  zh: ['好的', '确认', '没错', '嗯办吧', '是的', '就这样吧', '可以', '行', '同意', '没问题', '对，提交吧'],
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
