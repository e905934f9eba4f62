import { describe, expect, test } from 'vitest';
import { read } from './said.test-helper.ts';

describe('manners of speaking name nothing', () => {
  test.each([
    ['', 'we collected some, round about that', 'mug'],
    ['', 'coral so I can spot it', 'towel'],
    ['That is cheap.', 'throw in two', 'mug'],
    ['', 'it never let me down', 'saddle'],
    ['Got it.', 'Left-handed, I should have said', 'secateurs'],
    ['', 'thanks, you have been a star', 'lamp'],
  ])('%s %s', (shopSaid, text, wanted) => {
    expect(read(shopSaid, text, wanted)).not.toMatch(/round|spot|throw|down|said|star/);
  });

  test.each([
    ['a round table', 'round'],
    ['a down jacket', 'down'],
    ['a hand saw', 'saw'],
    ['a throw for the couch', 'throw'],
  ])('%s is wished for', (text, word) => expect(read('', text)).toContain(word));
});

describe('an exclamation is no wish, the same word taken of a choice is', () => {
  test('sweet', () => {
    expect(read('About 30 minutes.', 'Sweet. No blood in it?', 'board game')).not.toContain('sweet');
    expect(read('Dry or sweet?', 'sweet', 'wine')).toContain('=sweet');
  });
});

describe('what is said on after a wish is left out of it', () => {
  test.each([
    ['', 'No stretch whatsoever', 'jeans', '-feature=stretch'],
    ['', 'It needs to fit an A4 folder though', 'backpack', 'feature=fit an a4 folder'],
    ['', 'no white cast please', 'sunscreen', '-feature=white cast'],
    ['', 'non sticky', 'body lotion', '-feature=sticky'],
    ['', 'non-slip', 'bath mat', 'feature=non-slip'],
  ])('%s %s', (shopSaid, text, wanted, facts) => expect(read(shopSaid, text, wanted)).toBe(facts));
});

describe('money', () => {
  const priced = 'The silver one is 45 and the gold one is 38.';
  test.each([
    ['thousand is the ceiling', 'price_max=1000'],
    ["I'm not spending two hundred on a knife", 'price_max=200'],
    ['I had 50 in mind', 'price_around=50'],
    ['lower end of that', 'price_max=low'],
    ['i have like 30', 'price_max=30'],
    ['stuff under 45 mins', 'feature=under 45 mins'],
    ['Under 2.5 kilos', 'feature=under 2.5 kilos'],
  ])('%s', (text, facts) => expect(read(priced, text, 'gift')).toBe(facts));
  test('of two dogs is none', () => expect(read(priced, 'i have 2 dogs', 'gift')).not.toContain('price'));
});

describe('people', () => {
  test.each([
    ["Dad's 60th and he wants a watch", 'recipient=dad'],
    ['grandson wants a kite', 'recipient=grandson'],
    ["I'd like to get my girlfriend a necklace", 'recipient=girlfriend'],
  ])('%s', (text, fact) => expect(read('', text)).toContain(fact));
  test.each([
    ['my brother has the Bose', 'headphones'],
    ['we have two cats so anything but leather', 'sofa'],
  ])('%s is for nobody else', (text, wanted) => expect(read('', text, wanted)).not.toContain('recipient'));
});

describe('goods', () => {
  test.each([
    ['', 'My wife has her eye on a stand mixer', '', 'product_type=stand mixer'],
    ['', 'n a bag of peat free compost', 'tomato plants', 'product_type=compost'],
    ['', 'And what sock yarn have you in?', 'knitting needles', 'product_type=sock yarn'],
    ['Would you like a whetstone with it?', 'Yes, 1000 grit.', 'knife', 'product_type=whetstone'],
    ['Shall I add a belt?', 'yes please', 'trousers', 'product_type=belt'],
    ['Do you want noise cancelling?', 'yeh', 'earbuds', 'feature=noise cancelling'],
    ['Do you need internet on it?', 'No, no internet. Calls only', 'phone', '-feature=internet'],
  ])('%s %s', (shopSaid, text, wanted, fact) =>
    expect(read(shopSaid, text, ...(wanted === '' ? [] : [wanted]))).toContain(fact),
  );
  test('a no to goods beside them is nothing', () =>
    expect(read('Would you like slippers with it?', 'no thanks', 'robe')).toBe(''));
});

describe('sizes, places, makers', () => {
  test.each([
    ['Here is a 12.', 'better make that a 14', 'dress', 'size=14'],
    ['', 'uk 10', 'shoes', 'size=uk 10'],
    ['How many pieces does she like?', '500', 'jigsaw', 'size=500'],
    ['How many would you like?', '4', 'plates', 'quantity=4'],
    ['Road or trail?', 'road mostly', 'running shoes', 'purpose=road'],
    ['Juwel is 119, Tetra 89.', 'tetra is ok', 'aquarium', 'brand=tetra'],
    ['', 'Not glass, they break', 'kettle', '-material=glass'],
    ['', 'no lift so it has to be light', 'pram', 'feature=light'],
    ['Gold or silver?', 'gold no wait silver', 'dress', 'color=silver'],
  ])('%s %s', (shopSaid, text, wanted, facts) => expect(read(shopSaid, text, wanted)).toBe(facts));
});
