import { expect, test } from 'vitest';
import { type RoleTalk, rolesIn, talkIn, withoutPassing } from './roles.ts';

const goods = /tea|coffee|jacket|wallet|kettle|shoes|watch|headphones|茶|咖啡|耳机|背包|跑鞋|钱包|磨豆机/u;
const isGoods = (words: string): boolean => goods.test(words);
const roles = (text: string): string[] => rolesIn(text, isGoods, isGoods).map(part => part.role);

test.each<[RoleTalk, readonly string[]]>([
  [
    'of-me',
    ['do you drink tea', "haha what's your favourite coffee?", '哈哈 那你喝咖啡吗', '你喜欢跑步吗', '你们店有猫吗'],
  ],
  ['name', ['why are you called wild yonder', '你们店为啥叫野渡', '随便聊聊 你们店为啥叫野渡']],
  ['maker', ['who made you?', 'who built you', '谁发明的你', '你是谁做的']],
  ['made', ['did you come up with that yourself?', '这是你自己写的吗']],
  ['here', ['在不在啊 人呢', 'are you there?']],
  ['enough', ['stop showing me coffee', '叫你别推荐咖啡了', '诶 你老给我推咖啡 真不买']],
  [
    'gone',
    ['my jacket got stolen on the train', 'i left my headphones on the bus', '我耳机丢了', '背包落地铁上了 气死'],
  ],
  ['sore', ['my feet hurt, been on them all day. waitress', '今天穿新鞋上班 脚都磨破了']],
  ['mishap', ['my kid just spilled tea on the keyboard', '没带伞']],
  ['aside', ["i'll have a cup of tea and think about it", '我去喝杯咖啡']],
  ['no-rush', ["i'll think about the jacket", '水壶我再想想']],
  ['leaving', ["no i don't need a wallet. have a nice evening!", '拜拜 回头再来买茶']],
  ['spared', ['nah im good for shoes', '他有耳机了', 'i already have headphones']],
])('nothing is wished for: %s', (talk, messages) => {
  for (const message of messages) expect(talkIn(rolesIn(message, isGoods, isGoods)), message).toBe(talk);
});

test.each([
  'i want to buy tea',
  'do you have coffee',
  'got any tea?',
  'is the jacket warm?',
  '我想买茶',
  '你们有咖啡吗',
  '收到的耳机坏了',
  'my headphones broke after a week',
  '为什么取消了',
])('is wished for: %s', message => {
  expect(talkIn(rolesIn(message, isGoods, isGoods))).toBeUndefined();
});

test('what is owned or lacking beside a wish is told apart from it', () => {
  expect(roles('something for his birthday. he has a watch, headphones')).toEqual(['wished', 'owned', 'owned']);
  expect(roles('我没磨豆机 有没有咖啡')).toEqual(['lacking', 'wished']);
  expect(roles('我没磨豆机')).toEqual(['wished']);
});

test('what is told in passing leaves the wish alone', () => {
  const left = (text: string): string => withoutPassing(rolesIn(text, isGoods, isGoods), isGoods);
  expect(left('forgot my jacket at the office. do you ship to Ireland?')).toBe('do you ship to Ireland?');
  expect(left('show me SAVE10 tea')).toBe('show me SAVE10 tea');
});
