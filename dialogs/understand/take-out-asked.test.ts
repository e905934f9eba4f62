import { expect, test } from 'vitest';
import { fold } from '../../knowledge/retrieval/fold.ts';
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
    'remove all my data',
    'how do I remove a stain',
    '去掉优惠码',
    '删除我的资料',
    '去年买的',
  ]),
)('%s takes nothing out of the cart', text => {
  expect(takeOutAsked(fold(text), { lastIntent: 'view-cart' })).toBeUndefined();
});
