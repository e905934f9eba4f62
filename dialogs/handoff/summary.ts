import type { HandoffReason } from '../../knowledge/domain/desk.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Card } from '../say/cards.ts';

/** One line of the transcript as the summary reads it. */
export interface SummaryLine {
  readonly from: 'shopper' | 'bot' | 'agent' | 'system';
  readonly text: string;
  readonly cards: readonly Card[];
}

export interface SummaryInput {
  readonly language: Language;
  readonly memory: ConversationMemory;
  readonly lines: readonly SummaryLine[];
  readonly reason: HandoffReason | null;
  readonly mood: 'neutral' | 'upset';
  /** A preference in words: "red", "up to ¥80". */
  readonly wishText: (preference: NonNullable<ConversationMemory['search']>[number]) => string;
  /** Who a wish is for, in words: "dad". */
  readonly personText: (recipient: string) => string;
}

export interface Summary {
  readonly intent: string;
  readonly wish: string | null;
  readonly tried: readonly string[];
  readonly mood: string;
  readonly reason: string;
}

const intents: Readonly<Partial<Record<string, Readonly<Record<Language, string>>>>> = {
  question: { en: 'Asks about the shop’s rules', zh: '咨询店铺规则' },
  'order-status': { en: 'Asks where an order is', zh: '查询订单进度' },
  'start-return': { en: 'Wants to return something', zh: '想退货' },
  'product-search': { en: 'Looks for something', zh: '在找商品' },
  'product-details': { en: 'Asks about a product', zh: '咨询商品' },
  stock: { en: 'Asks whether something is in stock', zh: '询问库存' },
  recommend: { en: 'Wants suggestions', zh: '想要推荐' },
  'why-product': { en: 'Asks why something was recommended', zh: '询问推荐理由' },
  identity: { en: 'Asks whether this is a person', zh: '询问是否真人' },
  deals: { en: 'Asks for a deal', zh: '询问优惠' },
  'better-deal': { en: 'Wants a better deal', zh: '想要更大优惠' },
  'why-offer': { en: 'Asks why an offer was made', zh: '询问优惠原因' },
  'apply-offer': { en: 'Applies a deal', zh: '使用优惠' },
  'decline-offer': { en: 'Declined a deal', zh: '拒绝了优惠' },
  'add-to-cart': { en: 'Puts something into the cart', zh: '加入购物车' },
  'change-quantity': { en: 'Changes how many are in the cart', zh: '修改购物车里的数量' },
  'remove-from-cart': { en: 'Takes something out of the cart', zh: '从购物车移除商品' },
  'view-cart': { en: 'Looks at the cart', zh: '查看购物车' },
  complaint: { en: 'Complains', zh: '投诉' },
  unclear: { en: 'Said something the bot did not understand', zh: '机器人没有听懂' },
};

const reasons: Readonly<Record<HandoffReason, Readonly<Record<Language, string>>>> = {
  asked: { en: 'Asked for a person', zh: '要求人工' },
  failures: { en: 'The bot failed several times', zh: '机器人多次没有解决' },
  frustration: { en: 'Is upset', zh: '情绪不满' },
  topic: { en: 'A topic the shop wants people for', zh: '店铺指定的人工话题' },
  'value-at-risk': { en: 'Much is at stake', zh: '涉及金额较大' },
  'low-confidence': { en: 'The bot was not sure about an order', zh: '机器人对订单问题没有把握' },
  reopened: { en: 'Came back after it was closed', zh: '结束后再次来访' },
  taken: { en: 'A person stepped in', zh: '人工主动介入' },
};

const words = {
  en: {
    nothing: 'Said nothing yet',
    says: (text: string) => `“${text}”`,
    answered: (title: string) => `Answered from “${title}”`,
    offered: (title: string, saves: string) => `Offered “${title}”: ${saves}`,
    products: (count: number) => `Showed ${count} product${count === 1 ? '' : 's'}`,
    order: (number: string) => `Showed order ${number}`,
    refund: (order: string, refund: string) => `Showed the refund for ${order}: ${refund}`,
    failed: (count: number) => `Could not answer ${count} time${count === 1 ? '' : 's'}`,
    upset: 'Upset',
    calm: 'Calm',
    complaint: 'Calm, with an open complaint',
    forOther: (who: string, wish: string) => (wish ? `for ${who}: ${wish}` : `something for ${who}`),
    join: ', ',
  },
  zh: {
    nothing: '还没有说话',
    says: (text: string) => `“${text}”`,
    answered: (title: string) => `已用《${title}》回答`,
    offered: (title: string, saves: string) => `已给出优惠“${title}”：${saves}`,
    products: (count: number) => `已展示 ${count} 件商品`,
    order: (number: string) => `已展示订单 ${number}`,
    refund: (order: string, refund: string) => `已展示订单 ${order} 的退款金额：${refund}`,
    failed: (count: number) => `有 ${count} 次没能回答`,
    upset: '不满',
    calm: '平静',
    complaint: '平静，有未解决的投诉',
    forOther: (who: string, wish: string) => (wish ? `给${who}：${wish}` : `给${who}挑选`),
    join: '、',
  },
} as const;

const quoted = 160;

/** What was tried, in order, each thing once: read from the cards, which say what the words were about. */
const triedIn = (lines: readonly SummaryLine[], language: Language, failures: number): string[] => {
  const w = words[language];
  const tried: string[] = [];
  for (const { from, cards } of lines) {
    if (from !== 'bot') continue;
    const products = cards.filter(c => c.type === 'product').length;
    if (products > 0) tried.push(w.products(products));
    for (const card of cards) {
      if (card.type === 'source') tried.push(w.answered(card.title));
      if (card.type === 'offer') tried.push(w.offered(card.title, card.saves));
      if (card.type === 'order') tried.push(w.order(card.number));
      if (card.type === 'refund') tried.push(w.refund(card.order, card.refund));
    }
  }
  if (failures > 0) tried.push(w.failed(failures));
  return [...new Set(tried)].slice(-8);
};

/** What is looked for, each person's wishes together; null: nothing is. */
const wishOf = ({ language, memory, wishText, personText }: SummaryInput): string | null => {
  const w = words[language];
  const wishes = memory.search ?? [];
  const said = [...new Set(wishes.map(p => p.forWhom))].map(who => {
    const texts = wishes.filter(p => p.forWhom === who && (who === 'self' || p.slot !== 'recipient')).map(wishText);
    return who === 'self' ? texts.join(w.join) : w.forOther(personText(who), texts.join(w.join));
  });
  return said.length > 0 ? said.join(language === 'zh' ? '；' : '; ') : null;
};

/** The shopper's words that the bot heard last: what is said to a person is not what it understood before. */
const heardLast = (lines: readonly SummaryLine[]): SummaryLine | undefined => {
  const spoke = lines.findLastIndex(l => l.from === 'bot');
  const joined = lines.findIndex((l, i) => i > spoke && (l.from === 'agent' || l.from === 'system'));
  const heard = joined < 0 ? lines : lines.slice(0, joined);
  return heard.findLast(l => l.from === 'shopper' && l.text.trim() !== '');
};

/** The conversation in a few lines for whoever takes it, made from its record alone. */
export const summarise = (input: SummaryInput): Summary => {
  const { language, memory, lines, mood, reason } = input;
  const w = words[language];
  const last = heardLast(lines);
  // That a person is wanted is the reason already.
  const known = memory.lastIntent && memory.lastIntent !== 'person' ? memory.lastIntent : null;
  const intent = known ? (intents[known]?.[language] ?? known) : '';
  const said = last ? w.says(last.text.trim().slice(0, quoted)) : w.nothing;
  return {
    intent: [intent, said].filter(Boolean).join(language === 'zh' ? '：' : ': '),
    wish: wishOf(input),
    tried: triedIn(lines, language, memory.failures),
    mood: mood === 'upset' ? w.upset : memory.serviceFirst ? w.complaint : w.calm,
    reason: reason ? reasons[reason][language] : '',
  };
};
