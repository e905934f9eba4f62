import { expect, test } from 'vitest';
import { fold } from '../../knowledge/retrieval/fold.ts';
import { dreadsBuying, takeOutAsked } from './take-out-asked.ts';

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
    '去年买的',
  ]),
)('%s takes nothing out of the cart', text => {
  expect(takeOutAsked(fold(text), { lastIntent: 'view-cart' })).toBeUndefined();
});

test.each(
  rows([
    'lost the top of my flask on a train, do i have to buy a whole new one',
    'do I need to get another one for the kids',
    '盖子丢了，要重新买一个吗',
  ]),
)('%s asks whether, and buys nothing', text => expect(dreadsBuying(fold(text))).toBe(true));
test.each(rows(['I want to buy this one', 'add the first one', '再买一件这个', 'do I get it by Friday']))(
  '%s does not',
  text => expect(dreadsBuying(fold(text))).toBe(false),
);

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
