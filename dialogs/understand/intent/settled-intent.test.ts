import { describe, expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { Intent } from '../../turn.ts';
import { settledIntent, tellsNoHelp, tellsTrouble } from './settled-intent.ts';

const settled = (intent: Intent, text: string, form: { confidence?: number; namesGoods?: boolean } = {}): Intent =>
  settledIntent(
    { intent, confidence: form.confidence ?? 0.4 },
    {
      folded: fold(text),
      orders: false,
      outright: false,
      isTaste: false,
      wider: false,
      isQuestion: false,
      ofThing: false,
      findsUnfit: false,
      namesGoods: form.namesGoods ?? true,
    },
  ).intent;

describe('trouble with a thing that is had is asked about, not searched for', () => {
  test.each([
    'earbuds don’t turn up on my laptop',
    "my new lamp won't switch on",
    'the speaker keeps cutting out',
    '新买的耳机连不上手机',
    '台灯不亮了',
    '我上次买的杯子漏水',
    '鞋开胶了',
  ])('%s', text => expect(settled('product-search', text)).toBe('question'));
  test.each(["I don't want anything that needs charging", 'shoes that work for wide feet', '不亮的颜色'])(
    'but not: %s',
    text => expect(settled('product-search', text, { confidence: 0.9 })).toBe('product-search'),
  );
});

test('what is told of goods is no question, and what is asked of them stays one', () => {
  expect(settled('question', 'these running shoes are too tight')).toBe('unclear');
  expect(settled('question', 'are these running shoes tight?')).toBe('question');
  expect(settled('question', 'these running shoes are too tight', { confidence: 0.7 })).toBe('question');
  expect(settled('question', 'it is too tight', { namesGoods: false })).toBe('question');
});

test('asking whether something has to be bought again buys nothing', () => {
  expect(settled('add-to-cart', 'do I have to buy a whole new one?')).toBe('question');
  expect(settled('add-to-cart', 'I want to buy this one')).toBe('add-to-cart');
});

test('who asks tells no taste', () => {
  expect(settled('state-preference', 'is your stuff actually real leather?')).toBe('product-search');
  expect(settled('state-preference', '你们的东西是真皮的吗')).toBe('product-search');
  expect(settled('state-preference', 'I like leather, is that ok?')).toBe('state-preference');
  expect(settled('state-preference', '我喜欢真皮的，可以吗')).toBe('state-preference');
  expect(settled('state-preference', 'leather')).toBe('state-preference');
});

test('who asks agrees to nothing', () => {
  expect(settled('yes', '那喝的呢')).toBe('unclear');
  expect(settled('yes', '好的，那怎么操作')).toBe('unclear');
  expect(settled('yes', '好的呢')).toBe('yes');
});

test('nobody leaves with a question, and nothing is switched off without a word of it', () => {
  expect(settled('goodbye', '那700以内有男款长款的吗')).toBe('product-search');
  expect(settled('goodbye', 'ok thanks, bye, how do I rate this?')).toBe('goodbye');
  expect(settled('goodbye', '没别的了，88')).toBe('goodbye');
  expect(settled('opt-out', '有啥专属优惠给我不')).toBe('deals');
  expect(settled('opt-out', '别给我推优惠了')).toBe('opt-out');
  expect(settled('opt-out', 'no personal offers')).toBe('opt-out');
});

test('what is turned down, or asked about, is not ordered', () => {
  expect(settled('add-to-cart', '充电宝啥的不要 就要灯')).toBe('product-search');
  expect(settled('add-to-cart', '我要的是这个旅行包的尺寸')).toBe('product-details');
  expect(settled('add-to-cart', '红的不要了，蓝的加购物车')).toBe('add-to-cart');
  expect(settled('add-to-cart', '这个我要了')).toBe('add-to-cart');
  expect(settled('add-to-cart', '就要灯')).toBe('product-search');
  expect(settled('add-to-cart', '就要黑色的')).toBe('add-to-cart');
  expect(settled('add-to-cart', '就要这个')).toBe('add-to-cart');
});

test('what was advised has not helped, right after trouble was told', () => {
  const told = { troubledAt: 3, turns: 4 };
  for (const text of ['重启过了还是不行', '还是连不上', 'tried that, still not working', 'that did not help'])
    expect(tellsNoHelp(fold(text), told)).toBe(true);
  expect(tellsNoHelp('还是不行', { troubledAt: undefined, turns: 4 })).toBe(false);
  expect(tellsNoHelp('能退吗', told)).toBe(false);
});

test('what is said beside trouble is heard as what it says', () => {
  const told = { troubledAt: 3, turns: 4 };
  const heard = (text: string, intent: Intent = 'unclear', confidence = 0.3): boolean =>
    tellsNoHelp(fold(text), told, { intent, confidence });
  expect(heard("still doesn't work, i want to talk to a person", 'person', 0.98)).toBe(false);
  expect(heard('还是不行，转人工', 'person', 0.98)).toBe(false);
  expect(heard('still nothing, show me headphones', 'product-search', 0.9)).toBe(false);
  for (const text of ['did it ship yet?', 'my order is still not here', '我试过了还是不行，退款吧'])
    expect(heard(text)).toBe(false);
  expect(heard("I still can't decide between the two mugs")).toBe(false);
  for (const text of ['i did that already', 'did that, still nothing', "it still can't find my phone"])
    expect(heard(text)).toBe(true);
  expect(heard('still not working', 'cancel', 0.8)).toBe(true);
  expect(settled('question', 'still not working, i want a refund')).toBe('start-return');
  expect(settled('unclear', '我试过了还是不行，退款吧')).toBe('start-return');
});

test('what the shop or a bank does not do is no broken product', () => {
  for (const text of [
    '开不了发票吗',
    '打不了折吗',
    "i can't start a return",
    'do not charge my card twice',
    'my card is not working',
    "the code doesn't work",
    "your website isn't working",
    '链接打不开',
  ])
    expect(tellsTrouble(fold(text))).toBe(false);
  for (const text of ['my memory card is not working', 'the blender won’t start', '台灯打不开了', "it doesn't charge"])
    expect(tellsTrouble(fold(text))).toBe(true);
});

test('what was not done is asked after, and not begun', () => {
  expect(settled('cancel-order', "i didn't cancel my order", { confidence: 0.95 })).toBe('order-status');
  expect(settled('start-return', '我没有退货')).toBe('order-status');
  expect(settled('cancel-order', "i don't want my order", { confidence: 0.95 })).toBe('cancel-order');
});

test('没什么 asks nothing', () => {
  expect(settled('thanks', '没什么了，谢谢')).toBe('thanks');
  expect(settled('thanks', '谢谢，有什么推荐')).toBe('unclear');
});

test('wishes in a row are searched for, what is told of a thing that is had is not', () => {
  expect(settled('question', '双肩包 通勤 能装15.6电脑 女生背', { confidence: 0.8 })).toBe('product-search');
  expect(settled('unclear', '我买的双肩包 肩带断了', { confidence: 0.8 })).toBe('unclear');
});
