import { expect, test } from 'vitest';
import type { Product } from '../../../knowledge/domain/product.ts';
import { createVocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { demoView } from '../fixture.ts';
import { inClauses } from './clauses-of-thing.ts';

const view = demoView();
const vocabulary = createVocabulary(view);
const named = (part: string): Product => view.products.find(p => p.name.en?.includes(part))!;
const read = (text: string, part: string) => {
  const { wishes, choices } = inClauses(fold(text), named(part), vocabulary, clause => clause);
  return [...wishes.map(({ slot, value }) => `${slot}=${value}`), ...choices].join(' ');
};

test.each([
  ['有43吗 什么颜色', 'Tempo 3', 'size=43 colour'],
  ['有白色41的吗', 'Tempo 3', 'size=41 colour=white'],
  ['蓝色的有么', 'Pebble', 'colour=blue'],
  ['红色那个防水吗', 'Tempo 3', ''],
  ['第一个男的能穿吗 有没有XL', 'Plum Rain', 'size=xl'],
  ['do you have it in white, size 41?', 'Tempo 3', 'size=41 colour=white'],
  ['is there a medium', 'Plum Rain', 'size=m'],
  ['does the red one have pockets', 'Plum Rain', ''],
  ['does it take 40 minutes', 'Tempo 3', ''],
  ['what sizes do you have and what colours', 'Tempo 3', 'size colour'],
  ['is there a bigger bottle', 'Lantern vitamin C', 'size'],
  ['有大瓶的吗', 'Lantern vitamin C', 'size'],
  ['is there a bigger bottle', 'Tempo 3', ''],
])('"%s" of the %s asks for %s', (text, part, asked) => expect(read(text, part)).toBe(asked));
