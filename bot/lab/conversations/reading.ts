/** How a shopper reads what the bot says: which question it ends in, and what there is to tap. */
import type { Card, CardButton } from '../../../dialogs/say/cards.ts';
import type { Heard } from './stage.ts';

export type Asked =
  | 'order-number'
  | 'email'
  | 'which-order'
  | 'which-things'
  | 'reason'
  | 'confirm'
  | 'code'
  | 'product';

/** The last one that is asked counts: a side answer may stand before it. */
const questions: readonly (readonly [Asked, RegExp])[] = [
  ['order-number', /order number\?|请告诉我订单号|订单号是/i],
  ['email', /e-?mail (?:address )?(?:used |you used )?(?:for|with)[^.]*\?|邮箱是？/i],
  ['which-order', /which order\b[^.]*\?|哪一?个订单？/i],
  ['which-things', /what would you like to send back|要退哪些/i],
  ['reason', /what's the reason|原因是什么/i],
  ['confirm', /shall i (?:start|cancel|go ahead)[^.]*\?|确认(?:办理)?(?:退货|取消)[^。]*？/i],
  ['code', /what is the code|优惠码是(?:什么|多少)|请(?:告诉我|输入)优惠码/i],
  ['product', /which product|哪一款/i],
];

export const asked = ({ text }: Heard): Asked | null => {
  let last: { readonly what: Asked; readonly at: number } | null = null;
  for (const [what, pattern] of questions) {
    const at = text.search(pattern);
    if (at >= 0 && (!last || at > last.at)) last = { what, at };
  }
  return last?.what ?? null;
};

export const cardsOf = <T extends Card['type']>(heard: Heard, type: T): Extract<Card, { type: T }>[] =>
  heard.cards.filter((card): card is Extract<Card, { type: T }> => card.type === type);

export const tapLabelled = (heard: Heard, label: RegExp): CardButton | undefined =>
  heard.taps.find(t => label.test(t.label));

export const offersPerson = (heard: Heard): boolean =>
  heard.taps.some(t => /person|人工/i.test(t.label)) || /a person|colleague|人工/i.test(heard.text);
