import { describe, expect, test } from 'vitest';
import { workOf } from '../../../knowledge/language/least-work.test-helper.ts';
import { read } from './said.test-helper.ts';

const list = 'Here are three: Hartley Boot £65, Mora Suede £72, Quechua Mid £80.';

describe('what is said of a thing that was shown', () => {
  test.each([
    [list, 'quechua gave me blisters last time', 'boots', '-brand=quechua'],
    [list, 'the mora is gorgeous', 'boots', 'brand=mora'],
    [list, 'suede is a nightmare in the rain', 'boots', '-material=suede'],
    ['It comes in teal, caramel or cobalt.', 'caramel goes hard', 'wallet', 'color=caramel'],
    ['', 'slopey ones look homemade', 'tins', '-feature=slopey'],
    ['', 'checks i dont wear', 'shirt', '-style=checks'],
  ])('%s %s', (shopSaid, text, wanted, facts) => expect(read(shopSaid, text, wanted)).toBe(facts));

  test.each([['the mora is pricey'], ['is the mora any good?']])(
    'the price and a question are no word on it: %s',
    text => expect(read(list, text, 'boots')).not.toContain('brand=mora'),
  );
});

describe('what is hated', () => {
  test.each([
    ["can't stand halternecks", '-style=halternecks'],
    ['no tassels', '-feature=tassels'],
  ])('%s', (text, facts) => expect(read('', text, 'swimsuit')).toBe(facts));

  test.each([['no rush'], ['no idea'], ["i don't need help"]])('%s is nothing of it', text =>
    expect(read('', text, 'swimsuit')).toBe(''),
  );
});

test('bare words are how the goods should be', () => {
  expect(read('', 'gym bag. wet pocket. grippy.')).toBe('feature=grippy feature=wet pocket product_type=gym bag');
  expect(read('', 'hang on', 'gym bag')).toBe('');
});

describe('limits, counts and sizes', () => {
  test.each([
    ['That is $139.', 'could do 100', 'price_max=100'],
    ['It is $60.', 'only got a tenner', 'price_max=10'],
    ['Anything else?', 'make it six', 'quantity=6'],
    ['Which one?', '34c please', 'size=34c'],
  ])('%s %s', (shopSaid, text, facts) => expect(read(shopSaid, text, 'bra')).toBe(facts));
});

test('curly hair and a gas stove are told, a dog bed is wished for', () => {
  expect(read('', 'we have a gas stove', 'wok')).toBe('other=gas stove');
  expect(read('', 'i need a dog bed')).toBe('product_type=dog bed');
});

test('ten thousand characters of anything are read at once', () => {
  for (const text of [
    'suede is a '.repeat(900),
    'not too '.repeat(1250),
    'a'.repeat(10_000),
    '1 2 3 or '.repeat(1100),
  ]) {
    expect(workOf(() => read(list, text, 'boots'), 600)).toBeLessThan(600);
  }
});
