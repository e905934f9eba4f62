import type { Goal, Openings } from '../goal.ts';
import { offersPerson } from '../reading.ts';

const personOpenings: Openings = {
  plain: {
    en: [
      'can I speak with somebody who works there?',
      'I want a real human to look at this',
      'could I please have a human agent for this?',
      'is there anyone I can talk to instead of a machine',
      'please connect me with one of your staff',
      "I'd like someone from the shop to answer me personally",
      'put me through to customer service please',
      "let me talk to someone, I don't want a bot",
      'can a person from support join this conversation?',
      "this chatbot isn't helping, get me an actual employee",
      'could a member of your team take over this chat?',
    ],
    zh: [
      '我想跟真人说话',
      '能不能找个客服来处理',
      '我这个问题要找人工客服才说得清',
      '帮我接人工客服',
      '有没有工作人员在，我要找人',
      '可以让店员亲自回复我吗？',
      '别用机器人了，叫个人来',
      '请让你们的客服联系我',
      '不想再跟自动回复聊了，给我换个真人',
      '机器人答非所问，换个人工来跟我聊',
      '麻烦转接一下在线的客服人员',
    ],
  },
  vague: {
    en: [
      'is anybody there?',
      'I need somebody to help me with this',
      'is this a robot? I want somebody proper',
      'someone please call me',
      "I'd rather explain this to a person",
    ],
    zh: [
      '有没有人在啊',
      '需要人帮忙',
      '都是自动回复，没有个能说话的人吗',
      '找人帮我处理一下',
      '跟机器说不清楚，有人能回我吗',
    ],
  },
  terse: {
    en: [
      'human',
      'agent please',
      'human agent',
      'customer service',
      'staff pls',
      'support team',
      'real person',
      'talk to someone',
      'a person please',
      'speak to a rep',
      'operator',
    ],
    zh: [
      '人工',
      '转人工',
      '在线客服',
      '找客服',
      '客服在吗',
      '呼叫人工',
      '真人客服',
      '人工服务',
      '让店员来',
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
      'what year did the Titanic sink?',
      'what is the boiling point of mercury',
      'who invented the umbrella?',
      'what is the tallest building in Dubai',
      'can you help me with my maths homework?',
      'can you book me a table for two tonight',
      'can you explain how photosynthesis works?',
      'how far is it from London to Edinburgh by train?',
      'could you write me a poem about autumn for school',
    ],
    zh: [
      '附近有好的牙医吗？',
      '你觉得今年谁会夺冠？',
      '为什么天空是蓝色的',
      '水银的沸点是多少',
      '雨伞是谁发明的',
      '唐朝一共有多少个皇帝',
      '能帮我做数学作业吗',
      '帮我订一张去北京的火车票',
      '新车上牌照要准备哪些材料',
      '从上海飞东京要几个小时',
      '帮我写一篇八百字的作文',
    ],
  },
  vague: {
    en: [
      'tell me something about the moon',
      'what should I cook tonight',
      "what's going on with the economy these days",
      'how is the traffic',
      'any good films on at the moment',
    ],
    zh: ['讲讲月亮的事', '今晚吃什么好', '最近股市怎么样', '现在堵不堵车', '最近有什么好看的电影'],
  },
  terse: {
    en: [
      'bitcoin price',
      'football score',
      'speed of light',
      'capital of Peru',
      'translate hello to French',
      'mayor of Chicago',
      'weather tomorrow',
      'bus times',
      'recipe for lasagne',
      'winning lottery numbers',
      'horoscope leo',
    ],
    zh: [
      '比特币价格',
      '球赛比分',
      '光速是多少',
      '秘鲁首都',
      '翻译一下你好',
      '今天限行尾号',
      '明天天气',
      '公交时刻表',
      '红楼梦作者',
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
