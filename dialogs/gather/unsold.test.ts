import { expect, test } from 'vitest';
import { readShelfWords } from '../../knowledge/retrieval/goods/shelf-words.ts';
import { atOnce } from '../../knowledge/slices.ts';
import { learnIntents } from '../../models/text/learn-intents.ts';
import { emptyMemory } from '../memory.ts';
import { demoView, turnOf } from '../understand/fixture.ts';
import { createUnderstander } from '../understand/understand.ts';
import { unsoldIn } from './unsold.ts';

const view = demoView();
const words = atOnce(readShelfWords(view));
const understander = createUnderstander(view, learnIntents);
const unsold = (text: string) => unsoldIn(text, understander.understand(turnOf(text), emptyMemory), words);

test.each([
  ['I want a dress for my wife', 'dress'],
  ['do you sell any sofa?', 'sofa'],
  ['could you show me a guitar please', 'guitar'],
  ['a sleeping bag for winter', 'sleeping bag'],
  ['coffee machine', 'coffee machine'],
  ['想给老婆买连衣裙', '连衣裙'],
  ['给我推荐个吉他', '吉他'],
  ['我想买个咖啡机', '咖啡机'],
])('"%s" names what is not sold: %s', (text, what) => {
  expect(unsold(text)).toMatchObject({ what, certain: true, known: true, asked: text.startsWith('do you sell') });
});

test.each(['looking for a new bicycle', '你们有帐篷卖吗？', 'I want a laptop for my wife', 'tent'])(
  'what only a description mentions is not sold either, and that is nearest: %s',
  text => expect(unsold(text)).toMatchObject({ mentioned: true }),
);

test.each([
  ['有没有高跟鞋', '高跟鞋'],
  ['拖鞋有吗', '拖鞋'],
  ['想买个跑步腰包', '跑步腰包'],
  ['想买个帐篷', '帐篷'],
  ['眼罩 按摩仪那种有吗', '眼罩、按摩仪'],
])('%s names another thing than its last character does, or several: %s', (text, what) => {
  expect(unsold(text)).toMatchObject({ what, certain: true });
});

test.each([
  '有运动鞋吗',
  '登山鞋有没有',
  '防水鞋有吗',
  '童鞋有吗',
  '男鞋有吗',
  '有帆布包吗',
  '书包有没有',
  '有咖啡杯吗',
  '挂耳咖啡',
  '想买皮衣',
  // What the shop's pages tell of is nothing it would not have.
  '想买礼品卡',
  '一半礼品卡一半微信可以吗',
])('is not denied: %s', text => {
  expect(unsold(text)?.certain ?? false).toBe(false);
});

test.each([
  'waterproof running shoes under 80',
  'a mug',
  'bone conduction headphones',
  'a laptop backpack',
  'show me jackets',
  'a gift for my dad',
  'something nice',
  'I want to return something',
  'how long does delivery take?',
  '想买双肩包',
  '有什么好喝的茶',
  '送妈妈什么好',
  '马克杯',
  '手冲壶',
  '有没有入门的天文望远镜',
  '想买个充电宝带上飞机',
  '有没有适合窝沙发的东西',
])('what is sold, or names no thing, is not among them: %s', text => {
  expect(unsold(text)).toBeNull();
});
