import { describe, expect, it } from 'vitest';
import { idIndex } from './interactions.ts';
import { type ItemSource, itemTraits } from './item-traits.ts';

const sources: ItemSource[] = [
  {
    id: 'mug',
    title: { en: 'Blue Mug for the Office', zh: '蓝色马克杯' },
    description: { en: 'A mug that keeps coffee warm' },
    category: 'Mugs',
    brand: 'Nova',
    price: 9.5,
  },
  { id: 'cup', title: { en: 'Red mugs', zh: '红色马克杯' }, category: 'mugs ', attributes: { colour: ['red'] } },
  { id: 'pan', title: 'Red office pan', brand: 'Nova', price: 20 },
  { id: 'gone', title: 'Red mug, no longer sold' },
];
const traits = itemTraits(sources, idIndex(['cup', 'mug', 'bare', 'pan']));
const words = (row: number): string[] =>
  [...traits.text.ids.subarray(traits.text.start[row], traits.text.start[row + 1])].map(w => traits.vocabulary[w]!);

describe('traits of products', () => {
  it('words of both languages stay in their order, stemmed, without stop words and words of one product', () => {
    expect(words(1).slice(0, 2)).toEqual(['mug', 'offic']);
    expect(words(1)).not.toContain('the');
    expect(words(1)).not.toContain('coffe');
    expect(words(1).some(word => /马克|杯/.test(word))).toBe(true);
    expect(words(3)).toEqual(['red', 'offic']);
  });

  it('counts of words agree with the text', () => {
    const red = traits.vocabulary.indexOf('red');
    const { start, cols, values } = traits.words;
    const at = cols.subarray(start[0], start[1]).indexOf(red);
    expect(values[start[0]! + at]).toBe(2);
  });

  it('a product without an entry has nothing, and an entry without a product is left out', () => {
    expect(words(2)).toEqual([]);
    expect(traits.labels.category!.of[2]).toBe(-1);
    expect(traits.numbers.price![2]).toBeNaN();
    expect(traits.vocabulary).not.toContain('sold');
  });

  it('labels that differ in case and spaces are one', () => {
    expect(traits.labels.category!.values).toEqual(['mugs']);
    expect([...traits.labels.brand!.of]).toEqual([-1, 0, -1, 0]);
    expect([...traits.numbers.price!]).toEqual([Number.NaN, 9.5, Number.NaN, 20]);
  });

  it('a price that can not be is refused with the name of the product', () => {
    expect(() => itemTraits([{ id: 'mug', price: -1 }], idIndex(['mug']))).toThrow('The price of mug is -1');
  });
});
