import { describe, expect, it } from 'vitest';
import { asId } from '../../domain/ids.ts';
import { fromMajor } from '../../domain/money.ts';
import type { Detail, Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { measureWishOf } from './measure-wishes.ts';
import { isMeasuredIn, measures } from './measured.ts';
import { askedIn } from './page-asked.ts';
import { isLack, pageLines, writtenOf } from './page-lines.ts';
import { pageSays } from './page-says.ts';
import { kindsTold, saysOfKind, sentenceOf } from './page-tells.ts';

const both = (name: string, zhName: string, en: string, zh: string): Detail => ({
  name: { en: name, zh: zhName },
  value: { en, zh },
});
const bag = (details: readonly Detail[], description = { en: 'A bag for the river. Eighteen litres.' }): Product => ({
  id: asId('bag'),
  name: { en: 'River bag', zh: '河边包' },
  description,
  category: 'bags',
  attributes: { type: ['backpack'] },
  details,
  price: fromMajor(300, 'CNY'),
  stock: 5,
  hidden: false,
  addedAt: new Date('2026-01-01T00:00:00Z'),
});
const full = bag([
  both('Weight', '重量', '880 g', '880 克'),
  both('Measurements', '尺寸', '44 × 28 × 15 cm', '44 × 28 × 15 厘米'),
  both('Laptop', '电脑夹层', 'up to 15 inches; no 16-inch', '最大 15 寸；放不下 16 寸'),
  both('Rain cover', '防雨罩', 'none', '没有'),
  both('Not included', '不含', 'bottle', '水壶'),
  both('In the box', '包装内含', 'bag, dust sack', '包、防尘袋'),
  both('Dishwasher', '洗碗机', 'no, wipe it', '不能，擦拭即可'),
  both('Strap drop', '肩带落差', '22 cm', '22 厘米'),
]);
const answer = (question: string, product = full, language: 'en' | 'zh' = 'en') =>
  pageSays(product, askedIn(fold(question)), language);

describe('details of a page', () => {
  it.each([
    ['how heavy is it?', ['Weight: 880 g']],
    ['what are the dimensions', ['Measurements: 44 × 28 × 15 cm']],
    ['would a 17 inch laptop fit?', ['Laptop: up to 15 inches; no 16-inch']],
    ['is there a rain cover?', ['Rain cover: none']],
    // No code knows of it: by what the shop calls it.
    ['what is the strap drop?', ['Strap drop: 22 cm']],
    ['do i need anything else for it?', ['Not included: bottle']],
    ['can it go in the dishwasher', ['Dishwasher: no, wipe it']],
    ['how heavy is it and is there a rain cover', ['Weight: 880 g', 'Rain cover: none']],
  ])('%s', (question, said) => {
    expect(answer(question)).toEqual({ said, open: [] });
  });

  it.each([
    ['多重', ['重量：880 克']],
    ['能放下17寸电脑吗', ['电脑夹层：最大 15 寸；放不下 16 寸']],
    ['有防雨罩吗', ['防雨罩：没有']],
    ['肩带落差多少', ['肩带落差：22 厘米']],
  ])('%s', (question, said) => {
    expect(answer(question, full, 'zh').said).toEqual(said);
  });

  it('of a shop in one language, too', () => {
    const chinese = bag([{ name: { zh: '净重' }, value: { zh: '880 克' } }], { en: '' });
    expect(answer('多重啊', chinese, 'zh').said).toEqual(['净重：880 克']);
    const english = bag([{ name: { en: 'Net weight' }, value: { en: '880 g' } }]);
    expect(answer('how much does it weigh', english).said).toEqual(['Net weight: 880 g']);
  });

  it('what is in the box says nothing of a box, and what nothing says stays open', () => {
    expect(answer('does it come in a nice box?').said).toEqual([]);
    expect(answer('how loud is it?')).toMatchObject({ said: [], open: [{ kind: 'loudness' }] });
  });

  it('the figure of a detail comes before the words of the text', () => {
    const [line] = pageLines(bag([both('Capacity', '容量', '18 l', '18 升')]), 'en');
    expect(line).toMatchObject({ text: 'Capacity: 18 l', detail: { names: ['capacity', '容量'], value: '18 l' } });
    expect(answer('how many litres', bag([both('Capacity', '容量', '18 l', '18 升')])).said).toEqual([
      'Capacity: 18 l',
    ]);
    expect(answer('how many litres').said).toEqual(['Eighteen litres.']);
  });
});

describe('what a page lists as lacking', () => {
  it.each([
    [both('Rain cover', '防雨罩', 'none', '没有'), true],
    [both('Dishwasher', '洗碗机', 'no, by hand', '不能，手洗'), true],
    [both('Free of', '不添加', 'alcohol', '酒精'), true],
    [both('Inside', '内部', 'stainless steel', '不锈钢'), false],
    [both('Coating', '涂层', 'non-stick, ceramic', '不粘陶瓷'), false],
    [both('Laptop', '电脑夹层', 'up to 15 inches', '不超过 15 寸'), false],
  ])('%j', (detail, lacks) => {
    expect(isLack(detail)).toBe(lacks);
  });

  it('is found by nobody who looks for it', () => {
    expect(writtenOf(full, 'en')).toContain('Strap drop: 22 cm');
    expect(writtenOf(full, 'en')).not.toMatch(/rain cover|dishwasher|bottle/i);
    expect(saysOfKind(full, kindsTold('dishwasher safe'))).toBe(false);
    // And told to whoever does.
    expect(sentenceOf(full, 'dishwasher safe', 'en')).toBe('Dishwasher: no, wipe it');
  });
});

describe('what details measure', () => {
  const holds = (value: string, product = full): boolean => measures(product, measureWishOf(value)!);
  it.each([
    ['15 inch laptop', true],
    // What does not go in is no measure, and a side of 44 cm no room for a screen of 17 inches.
    ['16 inch laptop', false],
    ['17 inch laptop', false],
    ['17寸', false],
    ['15寸', true],
    ['under 1 kg', true],
    ['under 500 g', false],
    ['no longer than 45 cm', true],
    ['no longer than 40 cm', false],
  ])('%s', (value, is) => {
    expect(holds(value)).toBe(is);
  });

  it('how long a tea draws and how heavy its leaves are is no size of it', () => {
    const tea = bag([both('Brewing', '冲泡', '3 g, 80 °C, two minutes', '3 克，80 度，两分钟')]);
    expect(isMeasuredIn(tea, measureWishOf('at least 100 g')!)).toBe(false);
  });
});
