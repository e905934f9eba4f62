import type { Language } from '../../knowledge/domain/language.ts';
import { labelsInTone } from './tone/apply-tone.ts';
import { defaultTone, type Tone } from './tone/tone.ts';

/** What a shopper is told when somebody else answers from now on, and what they are asked at the end. */
export interface DeskWords {
  joined(name: string): string;
  transferred(from: string, to: string): string;
  movedToDepartment(from: string, department: string): string;
  backInQueue(name: string): string;
  botIsBack(name: string): string;
  readonly leftQueue: string;
  readonly nobodyCame: string;
  closed(name: string): string;
  reopened(name: string): string;
  readonly askRating: string;
  readonly stars: readonly [string, string, string, string, string];
  readonly ratedWell: string;
  readonly ratedBadly: string;
  readonly ratedAlready: string;
  readonly dealGiven: string;
  returnStarted(id: string, order: string, refund: string): string;
  orderCancelled(order: string, refund: string): string;
}

const english: DeskWords = {
  joined: name => `${name} has joined the chat and takes over from here.`,
  transferred: (from, to) => `${from} has passed the chat on to ${to}, who takes over from here.`,
  movedToDepartment: (from, department) =>
    `${from} has passed your request on to ${department}. Somebody will be with you as soon as they can.`,
  backInQueue: name =>
    `${name} has had to leave the chat. You're in line again, near the front, and nothing you wrote is lost.`,
  botIsBack: name => `${name} has left the chat. I'm back: what else can I do for you?`,
  leftQueue: `All right, you're out of the line. I'm here: what can I do for you?`,
  nobodyCame: `I'm sorry, nobody was free in time. Your request is kept as a ticket: leave an e-mail address or a phone number and we'll get back to you. Meanwhile I'm here.`,
  closed: name => `${name} has left the chat. Thank you for talking to us; write at any time and I'm here.`,
  reopened: name => `Welcome back. I'm letting ${name} know.`,
  askRating: 'How did we do?',
  stars: ['1 – poor', '2', '3', '4', '5 – great'],
  ratedWell: 'Thank you, I’m glad it helped.',
  ratedBadly: 'Thank you for telling us. I’m sorry it did not go better; say "person" if it is not settled.',
  ratedAlready: 'Thank you, your rating is noted already.',
  dealGiven: 'This is for you, to make up for the trouble:',
  returnStarted: (id, order, refund) => `Return ${id} for order ${order} is registered. ${refund} will be paid back.`,
  orderCancelled: (order, refund) => `Order ${order} is cancelled. ${refund} will be paid back.`,
};

const chinese: DeskWords = {
  joined: name => `客服${name}已接入，接下来由${name}为您服务。`,
  transferred: (from, to) => `${from}已将对话转给${to}，接下来由${to}为您服务。`,
  movedToDepartment: (from, department) => `${from}已将您的问题转给${department}，会尽快有人接待您。`,
  backInQueue: name => `${name}临时离开了。您已重新排队，位置靠前，之前的内容都还在。`,
  botIsBack: name => `${name}已结束服务，现在由我继续为您服务。还有什么可以帮您？`,
  leftQueue: '好的，已为您取消排队。我在，请问需要什么帮助？',
  nobodyCame:
    '很抱歉，暂时没有客服能接待您。您的问题已登记，请留下邮箱或电话，我们会尽快联系您。这期间有问题也可以问我。',
  closed: name => `${name}已结束本次服务，感谢您的咨询。有需要随时留言，我在。`,
  reopened: name => `欢迎回来，正在为您联系${name}。`,
  askRating: '请为本次服务打分：',
  stars: ['1 分 很不满意', '2 分', '3 分', '4 分', '5 分 非常满意'],
  ratedWell: '谢谢您的评价，很高兴帮到您。',
  ratedBadly: '谢谢您的反馈，没能让您满意非常抱歉。如果问题还没解决，请说“人工”。',
  ratedAlready: '谢谢，您的评价已经记录。',
  dealGiven: '给您带来不便，这是我们的一点心意：',
  returnStarted: (id, order, refund) => `订单 ${order} 的退货申请 ${id} 已登记，将退款 ${refund}。`,
  orderCancelled: (order, refund) => `订单 ${order} 已取消，将退款 ${refund}。`,
};

const deskWords: Readonly<Record<Language, DeskWords>> = { en: english, zh: chinese };

/** In the shop's tone. */
export const deskWordsIn = (language: Language, tone: Tone = defaultTone): DeskWords =>
  labelsInTone(deskWords[language], language, tone);
