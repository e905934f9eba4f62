/** Goods sent back, also with a question on the side. */
import type { Order } from '../../../../knowledge/domain/order.ts';
import type { Goal, Openings } from '../goal.ts';
import { say } from '../goal.ts';
import { asked, cardsOf } from '../reading.ts';
import type { Phrases } from '../wording.ts';
import { answered } from './paperwork.ts';

const returnOpenings: Openings = {
  plain: {
    en: [
      'I want to send something back',
      "hi, the thing I got doesn't suit me, how do I get rid of it and get my money back?",
      'I would like to return my order please, what do I have to do?',
      "I'd like a refund for what I bought",
      'can I give this back? it is not right for me',
      'the parcel came but I am not satisfied, I want to return it for a refund',
      'need to return part of my last purchase',
      'please take back what you sent me',
      'it turned out to be unsuitable, could you take it back and refund me?',
      "I've had a delivery I don't want to keep, can you arrange the return?",
      'could you start a return for the order that came the other day',
    ],
    zh: [
      '我想把买的东西退了',
      '收到的东西不合适，想退掉拿回钱',
      '前天签收的商品我想退回去，怎么操作？',
      '我要申请退款退货',
      '这个能退吗，不适合我',
      '到货后发现不好用，麻烦给我退货',
      '上次买的要退货',
      '帮我办一下退货',
      '这次买的不满意，我要退给你们，把款返还给我',
      '前几天收到的那单不想留了，走退货流程吧',
      '东西我寄回给你们，把钱退我',
    ],
  },
  vague: {
    en: [
      "what I bought isn't right",
      "I'm not happy with what came",
      "it arrived but I don't want it after all",
      "it doesn't fit",
      "I'd rather not keep this",
    ],
    zh: ['买的东西不太对', '收到的东西不满意', '买来发现用不着，咋整', '穿着不合适', '货到手了，可我不想留着'],
  },
  terse: {
    en: [
      'return',
      'refund pls',
      'return my order',
      'return item',
      'want my money back',
      'need a refund',
      'send back item',
      'start return',
      'take my item back',
      'returning stuff I bought',
      'return and refund',
    ],
    zh: [
      '退货',
      '退款',
      '东西退回',
      '退',
      '退掉',
      '办退货',
      '要退',
      '申请退货',
      '退收到的货',
      '退货退款',
      '我要退东西',
    ],
  },
};

const returned = (order: Order, stage: Parameters<Goal['prepare']>[0]) => async (): Promise<boolean> => {
  const [made] = await stage.core.stores.returns.ofOrder(order.id);
  return made !== undefined && made.lines.length === order.lines.length && made.refund.minor <= order.total.minor;
};

const sendBack: Goal = {
  key: 'return',
  prepare: async (stage, { name, language, random }) => {
    const signedIn = random() < 0.75;
    const visitor = await stage.visit(name, { signedIn, language });
    const order = await stage.order(visitor, random, {
      status: 'delivered',
      lines: 1 + Math.floor(random() * 2),
    });
    return {
      visitor,
      openings: returnOpenings,
      slots: {},
      respond: situation => answered(situation, order, visitor.email, /^return something|^我要退货/i),
      achieved: returned(order, stage),
    };
  },
};

const sideQuestions: Phrases = {
  en: [
    'by the way, who pays for sending it back?',
    'quick one first: when do I get my money?',
    'before that, is there a deadline for returns?',
    'hold on, do you also deliver abroad?',
    'sorry to interrupt, which ways of paying do you take?',
  ],
  zh: [
    '对了，退货运费谁出？',
    '先问一下，钱多久退回来？',
    '我想先了解下，退货最晚几天内要办？',
    '等等，你们能寄到国外吗？',
    '插一句，你们家能用哪些方式付款？',
  ],
};

/** A question on the side in the middle of a return, which must be answered and the return gone on with. */
const sendBackWithQuestion: Goal = {
  key: 'return-with-aside',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const order = await stage.order(visitor, random, { status: 'delivered', lines: 2 });
    let asides = 0;
    const when = random() < 0.5 ? 'which-things' : 'confirm';
    return {
      visitor,
      openings: returnOpenings,
      slots: {},
      respond: situation => {
        if (asides === 0 && asked(situation.heard) === when) {
          asides = 1;
          return say(sideQuestions);
        }
        return answered(situation, order, visitor.email, /^return something|^我要退货/i);
      },
      achieved: async exchanges =>
        (await returned(order, stage)()) &&
        (asides === 0 || exchanges.some(e => cardsOf(e.heard, 'source').length > 0)),
    };
  },
};

export const returningGoals: readonly Goal[] = [sendBack, sendBackWithQuestion];
