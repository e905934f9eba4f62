import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { takeOutAsked } from './take-out-asked.ts';

const rows = (texts: readonly string[]) => texts.map(text => [text] as const);

test.each(
  rows([
    'remove it',
    'actually remove it',
    'take the second one out of my cart',
    'please remove the running shoes',
    'drop the mug',
    '把它删掉',
    '第二个删掉',
    '从购物车里拿掉那双鞋',
    '刚才那个不要了',
  ]),
)('%s takes one thing out', text => {
  expect(takeOutAsked(fold(text), {})).toEqual({ everything: false });
});

test.each([
  ['take one out of my cart', 1],
  ['take 9 of the mugs out of my cart', 9],
  ['take one of the first out of my cart', 1],
  ['remove one of the mugs', 1],
  ['remove 2 of the second one from my cart', 2],
  ['take a couple of them off my cart', 2],
  ['drop two mugs', 2],
  ['拿掉一个', 1],
])('"%s" takes out %i', (text, quantity) => {
  expect(takeOutAsked(fold(text), { lastIntent: 'view-cart' })).toEqual({ everything: false, quantity });
});

test.each(rows(['empty my cart', '清空购物车', '购物车里的东西全部删掉']))('%s takes out all of it', text => {
  expect(takeOutAsked(fold(text), {})).toEqual({ everything: true });
});

test('"remove everything" means the cart only where the cart was spoken of', () => {
  expect(takeOutAsked('remove everything', { lastIntent: 'view-cart' })).toEqual({ everything: true });
  expect(takeOutAsked('remove everything', {})).toBeUndefined();
});

test.each(
  rows([
    'ok take it',
    'i take the second one',
    'remove the code SAVE15',
    'take off the discount',
    'can you take 10 off',
    'drop 10% please',
    'take 2 of them',
    'remove all my data',
    'how do I remove a stain',
    '去掉优惠码',
    '删除我的资料',
    '把我的信息全删了',
    '把你记的关于我的东西全删了',
    '去年买的',
  ]),
)('%s takes nothing out of the cart', text => {
  expect(takeOutAsked(fold(text), { lastIntent: 'view-cart' })).toBeUndefined();
});

test.each(
  rows([
    '删掉 我没说要买',
    '我没让你加',
    '谁让你加的',
    '怎么就加了',
    "I didn't ask for that",
    'remove it, I never asked for it',
  ]),
)('%s: what was added unasked goes out', text =>
  expect(takeOutAsked(fold(text), { lastIntent: 'add-to-cart' })).toEqual({ everything: false }),
);

test.each(
  rows([
    '刀不要了',
    '那个马克杯不要了',
    '红色的不要了',
    '第二个不要了',
    '这些不要了',
    '不要了',
    '还是不买了',
    '那就不买了',
  ]),
)('%s: what went in goes out again', text =>
  expect(takeOutAsked(fold(text), { lastIntent: 'add-to-cart' })).toEqual({ everything: false }),
);

test.each(
  rows([
    '别的不要了',
    '其他的不要了',
    '其他颜色不要了',
    '剩下的不要了',
    '谢谢不要了',
    '今天不买了',
    '先不买了',
    '暂时不要了',
    '以后不买了',
    '没别的不要了',
    '我没说',
    "i didn't say red",
    "i didn't say that",
    'i never said i wanted red',
    "i didn't mean the blue one",
    "i didn't ask for your opinion",
    "i didn't want to complain",
  ]),
)('%s leaves the cart as it is', text =>
  expect(takeOutAsked(fold(text), { lastIntent: 'add-to-cart' })).toBeUndefined(),
);

test.each(
  rows([
    "i didn't ask you to add it",
    'i never said to add it',
    "i didn't say add it",
    "i didn't mean to buy that",
    "i didn't order the mug",
    '我没说要买',
    '我没要',
  ]),
)('%s: nobody asked for it', text =>
  expect(takeOutAsked(fold(text), { lastIntent: 'add-to-cart' })).toEqual({ everything: false }),
);

test.each([
  ['去掉一包', 1],
  ['去掉两包吧', 2],
  ['那拿掉三个', 3],
  ['帮我删除1件', 1],
])('so many of what is spoken of: %s', (text, quantity) => {
  expect(takeOutAsked(fold(text), { lastIntent: 'add-to-cart' })).toEqual({ everything: false, quantity });
});
