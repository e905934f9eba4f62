import { describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { createVocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { demoView } from '../fixture.ts';
import { createEnglishOrderReader } from './ordered-english.ts';

const view = demoView();
const { read } = createEnglishOrderReader(view, createVocabulary(view));
const id = (name: string): ProductId => asId<ProductId>(`p-${name}`);
const told = (text: string, shown: readonly string[] = [], memory: Partial<ConversationMemory> = {}) => {
  const ordered = read(fold(text), { ...emptyMemory, turns: 3, shown: shown.map(id), ...memory });
  if (!ordered) return undefined;
  const lines = ordered.lines.map(
    ({ product, quantity, size }) => `${quantity} ${product.slice(2)}${size ? ` ${size}` : ''}`,
  );
  const open = ordered.open.map(one => `${one.quantity} of ${one.products.length}`);
  return [...lines, ...open, ...(ordered.absent ?? []).map(what => `no ${what}`)].join(', ');
};

describe('what is named goes into the cart, each with its own number, colour, size and pack', () => {
  test.each<[string, readonly string[], string]>([
    ['add one thumbprint mug in sage and the dripper in white', [], '1 mug-sage, 1 dripper-chalk'],
    ['put a hush headphone in oat and the locker sack in black in my basket', [], '1 hush-oat, 1 gymsack-ink'],
    ["ok i'll take two of the buckwheat, small ones", ['tieguanyin-50g'], '2 buckwheat-50g'],
    ['grab me three of the chrysanthemum, the 50g', ['chrysanthemum-100g'], '3 chrysanthemum-50g'],
    ["i'll go for the gaiwan in white, just the one", ['gaiwan-sky'], '1 gaiwan-chalk'],
    ["i'll have one in red and one in navy", ['mug-sage'], '1 mug-brick, 1 mug-harbour'],
    ['cool cheers, add the 250g tin', ['dianhong-50g'], '1 dianhong-250g'],
    ["i'll take the bigger one", ['handcream-30ml'], '1 handcream-50ml'],
    ['add it in black, size 43', ['wide-slate'], '1 wide-ink 43'],
    ['sweet, 2 of the mugs please', ['mug-sage'], '2 mug-sage'],
  ])('%s', (text, shown, lines) => expect(told(text, shown)).toBe(lines));
});

describe('which one of those shown is told as it is told to a shop', () => {
  const close = (name: string) => ({ focus: id(name), lastIntent: 'product-details' as const });
  test.each<[string, readonly string[], Partial<ConversationMemory>, string]>([
    ['ok great, pink one please, 1', ['bathsong-sun'], close('bathsong-sun'), '1 bathsong-blossom'],
    ['the white first mile in 45 please', ['wide-ink', 'first-mile-ink'], {}, '1 first-mile-chalk 45'],
    ["i'd like the big one, the 50ml. in the cart please", ['serum-15ml'], close('serum-15ml'), '1 serum-50ml'],
    ['the coal boat one x3', ['dark-10pcs', 'decaf-10pcs'], {}, '3 dark-10pcs'],
    [
      'get me one in green and the apron in navy',
      ['planter-chalk'],
      { seen: [id('apron-brick')] },
      '1 planter-sage, 1 apron-harbour',
    ],
  ])('%s', (text, shown, memory, lines) => expect(told(text, shown, memory)).toBe(lines));
  test('after “which one?”, each of two things', () =>
    expect(
      told('garden kit green, apron navy', ['planter-chalk', 'apron-brick'], { toCart: { quantity: 1, at: 2 } }),
    ).toBe('1 planter-sage, 1 apron-harbour'));
  test.each(['the pink one?', 'pink, please show me', 'is the 50ml one better', 'maybe the pink one'])(
    '“%s” orders nothing',
    text => expect(told(text, ['bathsong-sun'], close('bathsong-sun'))).toBeUndefined(),
  );
});

test('of two the cheaper and the dearer one', () => {
  expect(told("i'll have the cheaper one", ['mug-sage', 'dripper-chalk'])).toBe('1 mug-sage');
  expect(told("i'll go with the dearer", ['mug-sage', 'dripper-chalk'])).toBe('1 dripper-chalk');
  expect(told("i'll have the cheaper one", ['mug-sage'])).toBeUndefined();
});

test('what is not sold is told beside what is, and alone is no order', () => {
  expect(told('add it, and a pair of socks', ['mug-sage'])).toBe('1 mug-sage, no socks');
  expect(told('add two, and a tent', ['lantern-ember'])).toBe('2 lantern-ember, no tent');
  expect(told('pop a mug in sage in my basket plus a sleeping bag')).toBe('1 mug-sage, no sleeping bag');
  expect(told('add a tent')).toBeUndefined();
});

test('where nothing says which, it is asked', () => {
  expect(told("i'll get the drip bags, 2 boxes", ['alley-house-10pcs', 'decaf-10pcs'])).toBe('2 of 2');
  expect(told('add the gaiwan and a mug')).toBeUndefined();
  expect(told('add the gaiwan in white and a mug')).toMatch(/^1 gaiwan-chalk, 1 of \d$/);
});

test.each([
  "i'll take a look at the mug",
  "i'll have a think",
  'give me a second',
  "i'll get back to you about the mug",
  'let me get this straight',
  'can i get it in black?',
  "can i have the mug's dimensions",
  'can i get a refund for the mug',
  'give me one reason to buy the mug',
  "i'll buy a mug elsewhere",
  'two of the mugs arrived smashed',
  "don't add the mug",
  'should i add the mug',
  'how do i add two mugs',
  'add the mug and tell me what delivery costs',
  "i'll take the bus",
  'add a note for the mug',
  "i'll have the wok and the goat",
  "i'll take 42 then",
])('“%s” orders nothing here', text => expect(told(text, ['mug-sage'], { focus: id('mug-sage') })).toBeUndefined());
