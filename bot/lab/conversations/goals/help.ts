import type { Goal, Openings } from '../goal.ts';
import { offersPerson } from '../reading.ts';

const personOpenings: Openings = {
  plain: {
    en: [
      'can I speak with somebody who works there?',
      'I want a real human to look at this',
      "this chatbot isn't helping, get me an actual employee",
      'is there anyone I can talk to instead of a machine',
      'please connect me with one of your staff',
      'could a member of your team take over this chat?',
      'put me through to customer service please',
      "let me talk to someone, I don't want a bot",
    ],
    zh: [
      '我想跟真人说话',
      '能不能找个客服来处理',
      '机器人答非所问，换个人工来跟我聊',
      '帮我接人工客服',
      '有没有工作人员在，我要找人',
      '麻烦转接一下在线的客服人员',
      '别用机器人了，叫个人来',
      '请让你们的客服联系我',
    ],
  },
  vague: {
    en: [
      'is anybody there?',
      'I need somebody to help me with this',
      "I'd rather explain this to a person",
      'someone please call me',
    ],
    zh: ['有没有人在啊', '需要人帮忙', '跟机器说不清楚，有人能回我吗', '找人帮我处理一下'],
  },
  terse: {
    en: [
      'human',
      'agent please',
      'speak to a rep',
      'customer service',
      'staff pls',
      'operator',
      'real person',
      'talk to someone',
    ],
    zh: ['人工', '转人工', '接人工', '找客服', '客服在吗', '我要真人', '真人客服', '人工服务'],
  },
};

const reachPerson: Goal = {
  key: 'person',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.5, language });
    return {
      visitor,
      openings: personOpenings,
      slots: {},
      respond: ({ heard }) => {
        const button = heard.taps.find(t => /person|人工/i.test(t.label));
        return button ? { kind: 'tap', value: button.value, label: button.label } : null;
      },
      achieved: async () => (await stage.core.stores.conversations.get(visitor.conversation))?.owner === 'waiting',
    };
  },
};

const oddOpenings: Openings = {
  plain: {
    en: [
      'do you know a good dentist around here?',
      'which team do you think wins the league this year?',
      'how far is it from London to Edinburgh by train?',
      'what is the boiling point of mercury',
      'who invented the umbrella?',
      'could you write me a poem about autumn for school',
      'can you help me with my maths homework?',
      'can you book me a table for two tonight',
    ],
    zh: [
      '附近有好的牙医吗？',
      '你觉得今年谁会夺冠？',
      '从上海飞东京要几个小时',
      '水银的沸点是多少',
      '雨伞是谁发明的',
      '帮我写一篇八百字的作文',
      '能帮我做数学作业吗',
      '帮我订一张去北京的火车票',
    ],
  },
  vague: {
    en: [
      'tell me something about the moon',
      'what should I cook tonight',
      'any good films on at the moment',
      'how is the traffic',
    ],
    zh: ['讲讲月亮的事', '今晚吃什么好', '最近有什么好看的电影', '现在堵不堵车'],
  },
  terse: {
    en: [
      'bitcoin price',
      'football score',
      'winning lottery numbers',
      'capital of Peru',
      'translate hello to French',
      'horoscope leo',
      'weather tomorrow',
      'bus times',
    ],
    zh: [
      '比特币价格',
      '球赛比分',
      '双色球开奖号码',
      '秘鲁首都',
      '翻译一下你好',
      '狮子座今日运势',
      '明天天气',
      '公交时刻表',
    ],
  },
};

/** Nobody here knows: that has to be said, with somewhere to go next, and nothing made up. */
const unknownThings: Goal = {
  key: 'unknown',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.3, language });
    const honest =
      /don't know|won't guess|didn't quite get|can't help with|only (?:help|know)|don't sell|不卖|不清楚|没有查到|没太明白|不知道|帮不上|回答不了/;
    return {
      visitor,
      openings: oddOpenings,
      slots: {},
      respond: () => null,
      achieved: exchanges => {
        const last = exchanges.at(-1)?.heard;
        return last !== undefined && honest.test(last.text) && (last.taps.length > 0 || offersPerson(last));
      },
    };
  },
};

export const helpGoals: readonly Goal[] = [reachPerson, unknownThings];
