import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { choiceAsked } from './choice-asked.ts';

test.each([
  ['What colours does it come in?', 'colour'],
  ['what colors do you have', 'colour'],
  ['which colours are available?', 'colour'],
  ['any other colours?', 'colour'],
  ['Do you have it in other colors?', 'colour'],
  ['does it come in different colours', 'colour'],
  ['what colours does the second one come in?', 'colour'],
  ['what other colors are there?', 'colour'],
  ['What sizes do you have?', 'size'],
  ['which sizes are still in stock?', 'size'],
  ['what sizes are left', 'size'],
  ['available sizes?', 'size'],
  ['sizes?', 'size'],
  ['what are the sizes', 'size'],
  ["what's it made of?", 'material'],
  ['what material is it', 'material'],
  ['有哪些颜色', 'colour'],
  ['第二个有什么颜色', 'colour'],
  ['有别的颜色吗', 'colour'],
  ['还有其他颜色吗？', 'colour'],
  ['颜色有哪些', 'colour'],
  ['这款有什么尺码可选', 'size'],
  ['都有啥码', 'size'],
  ['尺码有哪些', 'size'],
  ['它是什么材质的', 'material'],
  ['是什么做的', 'material'],
  ['什么材质的', 'material'],
  ['what fabric is it', 'material'],
  ['what brand is it?', 'brand'],
  ["who's it made by?", 'brand'],
  ['它是哪个牌子的', 'brand'],
  ['第二个是什么牌子', 'brand'],
])('%s asks for a choice', (text, slot) => {
  expect(choiceAsked(fold(text))).toBe(slot);
});

test.each([
  'what size should I take?',
  'which size fits me',
  'what size am I in US 9?',
  'what size would you recommend',
  'what colours are in fashion this spring',
  'do you have other shoes',
  'any other offers?',
  'what sizes are your parcels',
  'is it available in blue?',
  'do you have it in size 43?',
  '我应该穿什么码',
  '你们都有哪些牌子的鞋',
  'do you have other brands of shoes under 500',
  '选什么尺码合适',
  '有别的款吗',
  '尺码怎么选',
  '有红色吗',
])('%s asks for something else', text => {
  expect(choiceAsked(fold(text))).toBeUndefined();
});
