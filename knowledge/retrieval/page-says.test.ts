import { expect, test } from 'vitest';
import { asId } from '../domain/ids.ts';
import type { Product } from '../domain/product.ts';
import { fold } from './fold.ts';
import { askedIn, pageSays } from './page-says.ts';

const kindsIn = (text: string) => askedIn(fold(text)).flatMap(one => one.kind ?? []);

test.each([
  ['how many litres is it', 'It holds 20l and stands alone.'],
  ['how heavy is it', 'It is small. It weighs nothing much at 500g.'],
  ['how heavy is it', 'Only 2kg.'],
  ['how wide is it', 'It is 30cm across.'],
  ['how bright is it', 'It gives 400lm.'],
])('"%s" is answered by a unit that stands close to its number: %s', (asks, says) => {
  const product = {
    id: asId('p'),
    description: { en: says },
    attributes: {},
    name: { en: 'It' },
  } as unknown as Product;
  expect(pageSays(product, askedIn(asks), 'en').open).toEqual([]);
});

test('a network is no weight', () => {
  const product = { description: { en: 'It has 5G.' }, attributes: {} } as unknown as Product;
  expect(pageSays(product, askedIn('how heavy is it'), 'en').said).toEqual([]);
});

test.each([
  ['这个包多大', ['capacity', 'measurements']],
  ['孩子多大能玩', []],
  ['适合多大的孩子', []],
  ['多大年纪可以用', []],
  ['他多大', []],
  ['is it ground coffee or whole bean', ['grind']],
  ['how does it hold on wet ground', []],
  ['does it touch the ground', []],
  ['does it survive -15', ['temperature']],
  ['a 2-3 person tent', []],
  ['do you have size 8 - 10', []],
])('"%s" asks for %j', (text, kinds) => expect(kindsIn(text).filter(kind => kind !== 'battery')).toEqual(kinds));
