import { expect, test } from 'vitest';
import { createVocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { demoView } from '../fixture.ts';
import { kindToChoose } from './how-chosen.ts';

const vocabulary = createVocabulary(demoView());

test.each([
  ['How do I choose a tea, I know nothing about it', 'show me tea'],
  ['how should i pick a backpack?', 'show me backpack'],
  ['what should I look for in a jacket', 'show me jacket'],
  ['help me choose a kettle', 'show me kettle'],
  ['茶叶怎么选啊，我不太懂', '有没有茶叶'],
  ['请问外套怎么挑', '有没有外套'],
  ['我不太会选茶叶', '有没有茶叶'],
])('"%s": %s', (text, goods) => expect(kindToChoose(fold(text), vocabulary)).toBe(goods));

test.each([
  'how do I choose a size',
  'how do I choose the colour at checkout',
  'how do I pick up my parcel',
  'how do I choose the gift?',
  '赠品怎么选',
  '尺码怎么选',
  '颜色怎么选',
  '怎么选啊',
])('"%s" is about no goods', text => expect(kindToChoose(fold(text), vocabulary)).toBeUndefined());
