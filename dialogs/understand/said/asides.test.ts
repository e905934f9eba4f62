import { describe, expect, test } from 'vitest';
import { createWishReader } from './said.ts';

const reader = createWishReader();
const read = (shopSaid: string, text: string, ...wanted: string[]): string =>
  reader
    .read({ shopSaid, text, forWhom: 'self', wanted })
    .facts.map(f => `${f.polarity < 0 ? '-' : ''}${f.slot}=${f.value}`)
    .sort()
    .join(' ');

describe('what is said beside a wish is none', () => {
  test.each([
    ['What are the measurements of the window?', 'hang on', 'curtains'],
    ['Shall I wrap it?', 'duh', 'kettle'],
    ['A clamp lamp or one with a foot?', 'so hard to say, I have papers everywhere', 'lamp'],
    ['We have the Sony XM5 and the Bose QC45.', 'my brother has a phone', 'headphones'],
    ['How nice.', 'the sofa would be the place to start', 'cushion'],
  ])('%s %s', (shopSaid, text, wanted) => {
    expect(read(shopSaid, text, wanted)).toBe('');
  });
});

describe('a complaint turns away what it is about', () => {
  test.each([
    ['Mesh or leather?', 'mesh, leather gets sweaty', '-material=leather material=mesh'],
    [
      'Sorry to hear that. Over-ear or in-ear?',
      'over-ear, the in-ear kind always slips',
      '-feature=in-ear feature=over-ear',
    ],
    ['Gold or silver?', "she won't touch silver", '-color=silver'],
    ['', 'steer clear of polyester please', '-material=polyester'],
  ])('%s %s', (shopSaid, text, facts) => {
    expect(read(shopSaid, text, 'thing')).toBe(facts);
  });

  test.each([
    ['leather would break the bank', 'material=leather'],
    ['red gets my vote', 'color=red'],
    ['comfy clogs?', 'feature=comfy product_type=clogs'],
  ])('praise does not: %s', (text, facts) => {
    expect(read('', text)).toBe(facts);
  });
});

describe("an advice of the shop's that is taken up", () => {
  test('a yes makes it a wish', () => {
    expect(read('Then I would suggest one with adjustable lumbar support.', 'yes please, a must', 'chair')).toBe(
      'feature=adjustable lumbar support',
    );
    expect(read('Then blackout curtains would help.', 'yep, those')).toBe('product_type=blackout curtains');
  });

  test('no word of agreement leaves it advice', () => {
    expect(read('Then blackout curtains would help.', 'hm')).toBe('');
  });
});

describe('money', () => {
  test.each([
    ['It costs £260.', "ouch. I can't go past 200", 'price_max=200'],
    ['We have one for 740.', "I'd set aside 800", 'price_max=800'],
    ['That is $60.', 'I thought of 50 or so', 'price_around=50'],
    ['Latex or down?', "latex, unless it's more than 70", 'material=latex price_max=70'],
  ])('%s %s', (shopSaid, text, facts) => {
    expect(read(shopSaid, text, 'pillow')).toBe(facts);
  });
});

test('what is wished for most', () => {
  expect(read('Celestron or Meade?', 'whichever is easier to set up', 'telescope')).toBe('feature=easy to set up');
  expect(read('The Sony or the Bose?', "whichever's shorter", 'novel')).toBe('feature=short');
  expect(read('It has two speeds.', 'does it fold flat?', 'treadmill')).toBe('feature=fold flat');
});
