import type { Goal, Openings } from '../goal.ts';
import { offersPerson } from '../reading.ts';

const personOpenings: Openings = {
  plain: {
    en: [
      'can I speak with somebody who works there?',
      'I want a real human to look at this',
      'is there a living person on shift who could answer me?',
      'is there anyone I can talk to instead of a machine',
      'please connect me with one of your staff',
      'get your manager on here, this is too complicated for a computer',
      'put me through to customer service please',
      "let me talk to someone, I don't want a bot",
      'how do I reach your support team directly?',
      "this chatbot isn't helping, get me an actual employee",
      'could a member of your team take over this chat?',
    ],
    zh: [
      '我想跟真人说话',
      '能不能找个客服来处理',
      '你听不懂我说的，让你们店里的人来回我',
      '帮我接人工客服',
      '有没有工作人员在，我要找人',
      '怎么才能联系到你们那边的真人？',
      '别用机器人了，叫个人来',
      '请让你们的客服联系我',
      '这事挺复杂的，让你们负责人来跟我谈',
      '机器人答非所问，换个人工来跟我聊',
      '麻烦转接一下在线的客服人员',
    ],
  },
  vague: {
    en: [
      'is anybody there?',
      'I need somebody to help me with this',
      'am I only ever going to get a computer here?',
      'someone please call me',
      "I'd rather explain this to a person",
    ],
    zh: [
      '有没有人在啊',
      '需要人帮忙',
      '你不是真的人吧，换个能聊的',
      '找人帮我处理一下',
      '跟机器说不清楚，有人能回我吗',
    ],
  },
  terse: {
    en: [
      'human',
      'agent please',
      'live chat',
      'customer service',
      'staff pls',
      'get me someone',
      'real person',
      'talk to someone',
      'manager please',
      'speak to a rep',
      'operator',
    ],
    zh: [
      '人工',
      '转人工',
      '换个人来',
      '找客服',
      '客服在吗',
      '有活人吗',
      '真人客服',
      '人工服务',
      '叫你们经理',
      '接人工',
      '我要真人',
    ],
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
      'why do cats purr?',
      'what is the boiling point of mercury',
      'who invented the umbrella?',
      'how do you say good morning in Italian?',
      'can you help me with my maths homework?',
      'can you book me a table for two tonight',
      'who was on the throne of England in 1850?',
      'how far is it from London to Edinburgh by train?',
      'could you write me a poem about autumn for school',
    ],
    zh: [
      '附近有好的牙医吗？',
      '你觉得今年谁会夺冠？',
      '猫为什么会打呼噜',
      '水银的沸点是多少',
      '雨伞是谁发明的',
      '早上好用意大利语怎么讲',
      '能帮我做数学作业吗',
      '帮我订一张去北京的火车票',
      '帮我看看这道物理题怎么解',
      '从上海飞东京要几个小时',
      '帮我写一篇八百字的作文',
    ],
  },
  vague: {
    en: [
      'tell me something about the moon',
      'what should I cook tonight',
      'anything interesting in the news',
      'how is the traffic',
      'any good films on at the moment',
    ],
    zh: ['讲讲月亮的事', '今晚吃什么好', '最近有啥新闻', '现在堵不堵车', '最近有什么好看的电影'],
  },
  terse: {
    en: [
      'bitcoin price',
      'football score',
      'population of Norway',
      'capital of Peru',
      'translate hello to French',
      'square root of 1764',
      'weather tomorrow',
      'bus times',
      'how tall is Everest',
      'winning lottery numbers',
      'horoscope leo',
    ],
    zh: [
      '比特币价格',
      '球赛比分',
      '挪威有多少人',
      '秘鲁首都',
      '翻译一下你好',
      '今日油价',
      '明天天气',
      '公交时刻表',
      '珠峰多高',
      '双色球开奖号码',
      '狮子座今日运势',
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
