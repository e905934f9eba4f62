/** Where an order is, signed in and as a guest. */
import type { Order } from '../../../../knowledge/domain/order.ts';
import type { Exchange, Goal, Openings } from '../goal.ts';
import { say, type } from '../goal.ts';
import { asked, cardsOf } from '../reading.ts';
import { answered } from './paperwork.ts';

const showsStatus = (exchanges: readonly Exchange[], order: Order): boolean =>
  exchanges.some(
    ({ heard }) =>
      cardsOf(heard, 'order').some(card => card.number === order.number && card.status === order.status) &&
      asked(heard) === null,
  );

const whereOpenings: Openings = {
  plain: {
    en: [
      "where's my parcel at the moment?",
      'has my order been sent out yet?',
      'please track my order for me',
      "my package still hasn't turned up, any news?",
      'I want to know how far along my order is',
      'is my purchase still with you or already with the courier?',
      'can you check when my delivery gets here',
      'any idea when the stuff I bought will arrive',
      'I was expecting my order by now, where has it got to?',
      'could you give me an update on my shipment?',
      "I paid days ago and nothing has come, what's going on with it?",
    ],
    zh: [
      '我买的东西现在到哪儿了？',
      '我那单发货了没有？',
      '帮我查一下物流信息',
      '怎么还没收到货，帮忙查一下',
      '想查下我的订单进度',
      '我的快递是不是卡在路上了，几天没更新',
      '帮我看看快递还要几天到',
      '我下的单什么时候能到啊',
      '请问我的订单今天会派送吗',
      '下单好几天了一点动静都没有，怎么回事',
      '麻烦看下我的货走到哪一步了',
    ],
  },
  vague: {
    en: [
      "it's about a parcel",
      'hi, still waiting for something from you',
      "I was hoping it'd be here by today",
      "my stuff isn't here yet",
      'I keep checking the door and nothing has come',
    ],
    zh: ['想问问快递的事', '东西还没到', '我买的那个怎么还没动静', '我在等一个包裹', '等了好久了，我的货呢'],
  },
  terse: {
    en: [
      'order status',
      'parcel where',
      'where has my order got to',
      'my order?',
      'delivery status pls',
      'on its way yet?',
      'track my order',
      'shipped yet?',
      'check my shipment',
      'tracking info',
      'eta of my parcel',
    ],
    zh: [
      '查订单',
      '查物流',
      '包裹在哪',
      '发货没',
      '快递进度',
      '我的货几时到',
      '到哪了',
      '物流',
      '查下快递',
      '我的快递呢',
      '订单状态',
    ],
  },
};

const whereSignedIn: Goal = {
  key: 'order-status',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const order = await stage.order(visitor, random, {
      status: random() < 0.6 ? 'shipped' : 'packed',
      lines: 1 + Math.floor(random() * 2),
    });
    return {
      visitor,
      openings: whereOpenings,
      slots: {},
      respond: situation => answered(situation, order, visitor.email, /where is my order|订单到哪/i),
      achieved: exchanges => showsStatus(exchanges, order),
    };
  },
};

const whereGuest: Goal = {
  key: 'order-status-guest',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: false, language });
    const order = await stage.order(visitor, random, { status: 'shipped' });
    const other = await stage.order({ shopper: visitor.shopper, email: `other-${visitor.email}` }, random, {
      status: 'shipped',
    });
    // Somebody tries the number of another person first now and then.
    const tries = random() < 0.3;
    let tried = false;
    return {
      visitor,
      openings: whereOpenings,
      slots: {},
      respond: situation => {
        if (tries && !tried && asked(situation.heard) === 'order-number') return type(other.number);
        if (/can't find an order|没有找到/.test(situation.heard.text)) {
          tried = true;
          return say(whereOpenings.plain);
        }
        return answered(situation, order, visitor.email, /where is my order|订单到哪/i);
      },
      achieved: exchanges => showsStatus(exchanges, order),
      violated: exchanges =>
        exchanges.some(e => cardsOf(e.heard, 'order').some(card => card.number === other.number))
          ? `The order ${other.number} of somebody else was shown`
          : null,
    };
  },
};

export const orderGoals: readonly Goal[] = [whereSignedIn, whereGuest];
