import { describe, expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';
import { buysNothing } from './buys-nothing.ts';

const view = demoView();
const understander = createUnderstander(view, learnIntents);
const mugs = view.products.filter(p => p.name.en?.includes('Thumbprint mug')).map(p => p.id);
const listed: ConversationMemory = { ...emptyMemory, turns: 3, shown: mugs.slice(0, 4), lastIntent: 'product-search' };
const closeUp: ConversationMemory = { ...listed, focus: mugs[0]!, lastIntent: 'product-details' };
const added: ConversationMemory = { ...closeUp, lastIntent: 'add-to-cart' };
const acts: ReadonlySet<Intent> = new Set(['add-to-cart', 'reorder', 'change-quantity']);
const everywhere = [emptyMemory, listed, closeUp, added];
const rows = (...texts: string[]) => texts.map(text => [text] as const);

describe.each([
  [
    'what is not bought',
    rows(
      "i won't buy it",
      '我要买的是黑色双肩包，270块封顶',
      "I can't buy this",
      "i wouldn't order it",
      'i wouldnt order it',
      'i cannot buy it',
      "you shouldn't add it",
      "no thanks, i won't buy it",
      "i didn't say add it",
      'I never order these',
      '我不想加购物车',
      '马克杯我没加购物车',
      '我还没加购物车',
      '没法加购物车',
      '不小心加购物车了',
      '马克杯加不进购物车',
      '加购物车没反应',
    ),
  ],
  [
    'what others buy',
    rows('my friends buy these', 'people always buy these', 'they buy it', "she'd buy it", 'my mum would buy it'),
  ],
  [
    'how it is bought',
    rows('这个马克杯怎么加购物车', '为什么不能加购物车', '如何加购物车', "why can't I add it", '能不能不加购物车'),
  ],
  [
    'what is put elsewhere than into a cart',
    rows(
      'can you put it in the dishwasher?',
      'can you put the mug in the dishwasher?',
      'can you put this in a bag for hiking?',
      'can you put coffee in it',
      'could you add a zip to it',
      'can you add a lid',
    ),
  ],
  [
    'what is only asked of a thing',
    rows(
      '第二个能装下相机加一件薄外套不',
      '第二个能放一台电脑再加一把伞吗',
      '这个装得下一台电脑加一件外套吗',
      '第一个能加热不',
      '我就要那个杯子 问能不能刻字或者礼盒包装',
      '我要第一个 我是问有没有盖子',
      'can the second one hold a camera plus add a thin jacket?',
    ),
  ],
])('%s goes into no cart', (_, texts) => {
  test.each(texts)('%s', text => {
    for (const memory of everywhere) {
      const { intent, toCart } = understander.understand(turnOf(text), memory);
      expect([acts.has(intent), toCart]).toEqual([false, undefined]);
    }
  });
});

test.each(
  rows(
    'add it',
    'can you add it?',
    'do add it',
    'and do put it in my cart',
    'ok do add it please',
    'could you put it in my cart?',
    'not too big, add it',
    'add it in a size 42 to my cart',
    'please put this in my basket',
    '帮我加购物车',
    '没问题，加购物车',
    '不错，这个加购物车',
    '能不能帮我加购物车',
    '可以加购物车不',
  ),
)('%s orders', text => expect(understander.understand(turnOf(text), closeUp).intent).toBe('add-to-cart'));

test.each(
  rows(
    'lost the top of my flask on a train, do i have to buy a whole new one',
    'do I need to get another one for the kids',
    '盖子丢了，要重新买一个吗',
  ),
)('%s asks whether, and buys nothing', text => expect(buysNothing(fold(text))).toBe('asked'));
test.each(
  rows(
    'I want to buy this one',
    'add the first one',
    "don't forget to add it",
    '再买一件这个',
    'do I get it by Friday',
    '能帮我加一个吗',
    '来一个行不',
    '可以要一件第二个吗',
  ),
)('%s does not', text => expect(buysNothing(fold(text))).toBeUndefined());

test('10,000 characters are read at once', () => {
  for (const text of [
    'add it in it '.repeat(770),
    'not to '.repeat(1_400),
    '不加不要'.repeat(2_500),
    'my a '.repeat(79),
  ])
    buysNothing(text);
});

test.each([
  ['can you give me a price for 30 of them', 'asked'],
  ['这是入耳的吧 我说了要头戴的', 'told'],
  ['那个是红色的吗', 'told'],
  ['这不是皮的吧', 'told'],
  ['两双加起来大概650', 'asked'],
  ['那就是它吧', undefined],
  ['就这个吧', undefined],
  ['这两个加起来 加购物车', undefined],
  ['send me a quote for 40 mugs', 'asked'],
  ['30个报个价', 'asked'],
  ['这个皂给我报个40份的价', 'asked'],
  ['fair price for that, add two to my cart', undefined],
  ['good price for my dad, i take it', undefined],
] as const)('a quote is told and not bought: %s', (text, how) => expect(buysNothing(fold(text))).toBe(how));
