import { describe, expect, test } from 'vitest';
import { workOf } from '../../knowledge/language/least-work.test-helper.ts';
import { learnIntents } from '../../models/text/learn-intents.ts';
import { emptyMemory } from '../memory.ts';
import type { Intent, Turn } from '../turn.ts';
import { demoView, turnOf } from './fixture.ts';
import { readExamples } from './intent/examples.ts';
import { kinds } from './request-kinds.ts';
import { severalRequests } from './several-requests.ts';
import { createUnderstander } from './understand.ts';

const view = demoView();
const understander = createUnderstander(view, learnIntents);
const apart = (text: string) => severalRequests(turnOf(text), turn => understander.understand(turn, emptyMemory));
const intentsOf = (text: string): Intent[] => apart(text).map(one => one.understanding.intent);

const several: [says: string, answered: Intent[]][] = [
  ["what's your return policy and do you have running shoes under 80?", ['question', 'product-search']],
  ['where is my order? also I need a gift for my mum', ['product-search', 'order-status']],
  ['I want to return the mug and buy a teapot instead', ['product-search', 'start-return']],
  ['cancel my order and tell me when I get the money back', ['question', 'cancel-order']],
  ['I want to return the shoes, how long does it take?', ['question', 'start-return']],
  ['hi, do you sell backpacks and is there free shipping?', ['product-search', 'question']],
  ['any deals? and where is my parcel', ['deals', 'order-status']],
  ['get me a person and cancel my order', ['cancel-order', 'person']],
  ['show me mugs. I also want to know how returns work', ['product-search', 'question']],
  ['do you have a size guide? I also need walking shoes for my husband, he takes a 44', ['question', 'product-search']],
  ['add the second one to my cart and apply the code WILD20', ['add-to-cart', 'apply-code']],
  ['is there a deal today? and if she does not like it can she return it', ['deals', 'question']],
  [
    'do you have running shoes and what is your return policy and any deals and where is my order',
    ['product-search', 'question', 'deals', 'order-status'],
  ],
  ['show me my cart and add the second one', ['add-to-cart', 'view-cart']],
  ['看看购物车，另外把第二个加入购物车', ['add-to-cart', 'view-cart']],
  ['do you have mugs? and add the second one to my cart', ['add-to-cart', 'product-search']],
  ['有没有杯子？第二个加入购物车', ['add-to-cart', 'product-search']],
  ["don't add it to my cart, any deals?", ['deals']],
  ["show me mugs and don't cancel my order", ['product-search']],
  ['I did not return the shoes, do you have mugs and what is your return policy', ['product-search', 'question']],
  ['不要取消订单，帮我看看有没有杯子', ['product-search']],
  ['先不加购物车了，能用支付宝吗？', ['question']],
  ['先别退货，我的快递到哪了', ['order-status']],
  [
    'forget everything you know about me, do you ship to Canada and show me mugs',
    ['question', 'product-search', 'forget-all'],
  ],
  ['do you ship to Canada and forget everything you know about me', ['question', 'forget-all']],
  ['把我的数据都删了，你们能寄到香港吗，有没有杯子', ['question', 'product-search', 'forget-all']],
  [
    "don't show me any more offers, what is your return policy and do you have mugs?",
    ['opt-out', 'question', 'product-search'],
  ],
  ['不要再给我个性化优惠了，退货怎么弄，有没有杯子', ['opt-out', 'question', 'product-search']],
  ['退货怎么弄,另外有没有300元以内的耳机', ['question', 'product-search']],
  ['我的快递到哪了？另外有什么优惠吗', ['deals', 'order-status']],
  ['取消订单，钱什么时候退', ['question', 'cancel-order']],
  ['我想看看跑鞋，还有退货要运费吗', ['product-search', 'question']],
  ['你们能寄到香港吗 有没有适合妈妈的礼物', ['question', 'product-search']],
  ['fine, add the second one. what coffee goes with it?', ['add-to-cart', 'product-search']],
  ['did you add it? and show me a fruity coffee please', ['view-cart', 'product-search']],
  ['帮我转人工，顺便查下订单', ['order-status', 'person']],
];
test.each(several)('"%s": what can be answered first, what takes over last', (says, answered) => {
  expect(intentsOf(says)).toEqual(answered);
});

test.each<[says: string, answered: [Intent, number | undefined][]]>([
  [
    'add the first one to my cart and also remove 2 of the second one from my cart',
    [
      ['add-to-cart', undefined],
      ['remove-from-cart', 2],
    ],
  ],
  [
    'add another mug and take one out of my cart',
    [
      ['change-quantity', undefined],
      ['remove-from-cart', 1],
    ],
  ],
  [
    'add 2 of the first one to my cart and add the second one too',
    [
      ['add-to-cart', 2],
      ['add-to-cart', undefined],
    ],
  ],
  [
    '少一个，另外把第一个加入购物车',
    [
      ['change-quantity', undefined],
      ['add-to-cart', undefined],
    ],
  ],
])('"%s": each of the cart with its own number', (says, answered) => {
  const memory = {
    ...emptyMemory,
    lastIntent: 'add-to-cart' as const,
    shown: view.products.slice(0, 3).map(p => p.id),
  };
  const parts = severalRequests(turnOf(says), turn => understander.understand(turn, memory), true);
  const heard = parts.map(({ understanding: { intent, entities } }) => [intent, entities.quantity]);
  expect(heard.map(([intent]) => intent)).toEqual(answered.map(([intent]) => intent));
  expect(heard[1]![1]).toBe(answered[1]![1]);
});

const one = [
  'black and white shoes',
  'bread and butter dish',
  'track and cancel',
  'I want to track and cancel my order',
  'shirts and trousers under 50',
  "that's too expensive, anything cheaper and in blue?",
  'do you ship to Canada and how long does it take',
  'how do I return it and get a refund',
  'return the mug and get my money back',
  'cancel my order and get my money back',
  'can I return the shoes and get a bigger size',
  'I bought a lamp, can I return it?',
  "it's for my mum, she likes tea",
  'I need a gift for my mum. She likes tea. Do you have something under 50?',
  'my parcel is late, where is it?',
  'where is my order? I ordered it last week and I need it tomorrow',
  'is it waterproof and does it come in black',
  'I like blue and green, show me bags',
  'Do you have running shoes? My size is 42 and I like blue.',
  'what do you know about me and can you delete it',
  'is it safe to give my card details',
  '黑白相间的鞋',
  '衬衫和裤子，50以内',
  '有没有跑鞋，要黑色的，42码',
  '送妈妈的，她喜欢喝茶，有没有推荐',
  '鞋子太大了，我想退货，怎么办',
  '两个优惠码能同时用吗',
];
test.each(one)('"%s" is one request', says => expect(intentsOf(says)).toEqual([]));

test('no example of one intent, and no question that a page answers, is taken apart', () => {
  const said = [...readExamples().map(e => e.text), ...view.articles.flatMap(a => a.questions)];
  expect(said.length).toBeGreaterThan(2_000);
  expect(said.filter(text => apart(text).length > 0)).toEqual([]);
});

describe('two examples of different intents, said in one message', () => {
  const asking: ReadonlySet<Intent> = new Set(['question', 'product-search', 'deals', 'order-status', 'start-return']);
  const examples = readExamples().filter(e => asking.has(e.intent) && e.text.length < 70);
  const joins = { en: ['? ', ', also ', ' and '], zh: ['，另外', '？', '，顺便问下'] } as const;
  let drawn = 1;
  const draw = <T>(list: readonly T[]): T => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return list[drawn % list.length]!;
  };
  test('are both found in most, and hardly ever anything else', () => {
    let found = 0;
    let right = 0;
    const rounds = 200;
    for (let i = 0; i < rounds; i++) {
      const first = draw(examples);
      const second = draw(examples.filter(e => e.language === first.language && e.intent !== first.intent));
      const parts = intentsOf(first.text.replace(/[.?!。？！]$/u, '') + draw(joins[first.language]) + second.text);
      if (parts.length > 1) found += 1;
      // What is answered together is one: "show me others" is a recommendation or a search.
      const heard = parts.map(intent => kinds[intent]);
      if (parts.length === 2 && heard.includes(kinds[first.intent]) && heard.includes(kinds[second.intent])) right += 1;
    }
    expect(found / rounds).toBeGreaterThan(0.7);
    expect(right / found).toBeGreaterThan(0.95);
  });
});

test('10,000 characters without an end are taken for one, and quickly', () => {
  const endless = 'and also do you '.repeat(700);
  expect(apart(endless)).toEqual([]);
  expect(workOf(() => apart(endless), 30)).toBeLessThan(30);
});

test.each(['也有吗，', '还有货吗？', 'do you have it? '])(
  'more clauses than anybody asks are taken for one message: %s',
  said => {
    const text = said.repeat(600 / said.length);
    expect(apart(text)).toEqual([]);
    let understood = 0;
    const counted = (turn: Turn) => {
      understood += 1;
      return understander.understand(turn, emptyMemory);
    };
    severalRequests(turnOf(text), counted);
    expect(understood).toBe(0);
  },
);
