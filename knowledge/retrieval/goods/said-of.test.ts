import { expect, test } from 'vitest';
import type { ProductId } from '../../domain/ids.ts';
import type { Localized } from '../../domain/language.ts';
import type { Product } from '../../domain/product.ts';
import { createTermIndex } from '../text/bm25.ts';
import { fold } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';
import { createSaidOf } from './said-of.ts';

const product = (description: Localized): Product => ({
  id: 'one' as ProductId,
  name: { en: 'Thing', zh: '东西' },
  description,
  category: 'things',
  attributes: {},
  price: { minor: 1_000, currency: 'CNY' },
  stock: 5,
  hidden: false,
  addedAt: new Date(0),
});

const isSaid = (written: string, phrase: string): boolean => {
  const index = createTermIndex([[termsOf(fold(written))]], [{ weight: 1, b: 0.5 }]);
  return createSaidOf([product({ en: written })], index)(phrase)(0);
};

test.each([
  ['Does not contain alcohol.', 'alcohol'],
  ['An alcohol-free toner', 'alcohol'],
  ['A toner free of alcohol', 'alcohol'],
  ['No sulphates or parabens', 'parabens'],
  ['No sulphates, silicones or parabens', 'silicones'],
  ['Made without harsh sulphates or parabens', 'parabens'],
  ['Without perfume and alcohol', 'alcohol'],
  ['Without any perfume', 'perfume'],
  ['No synthetic perfume', 'perfume'],
  ['Free from parabens', 'parabens'],
  ["It isn't noisy", 'noisy'],
  ['It is not at all girly', 'girly'],
  ['Contains no added sugar', 'sugar'],
  ['Non-alcoholic', 'alcoholic'],
  ['不添加任何酒精', '酒精'],
  ['不含酒精和香精', '香精'],
  ['不含酒精、色素和香精', '香精'],
  ['无酒精、香精', '含香精'],
  ['不是很甜', '甜'],
  ['没有一点香味', '香味'],
  ['无香型', '香型'],
])('“%s” does not speak of %s', (written, phrase) => {
  expect(isSaid(written, phrase)).toBe(false);
});

test.each([
  ['Great loose-leaf tea', 'loose leaf'],
  ['Not only soft but light', 'soft'],
  ['No perfume. Smells of roses', 'roses'],
  ['No zip and a soft lining', 'soft'],
  ['Does not pill, soft to the touch', 'soft'],
  ['No sulphates, but perfume', 'perfume'],
  ['Never fails; contains alcohol', 'alcohol'],
  ['Feel free to add alcohol', 'alcohol'],
  ['A set of knives', 'knife'],
  ['含酒精', '含酒精'],
  ['不含香精，含酒精', '酒精'],
  ['不易变形的柔软面料', '柔软'],
  ['不起球，和羊绒一样柔软', '柔软'],
])('“%s” speaks of %s', (written, phrase) => {
  expect(isSaid(written, phrase)).toBe(true);
});

test.each([
  ['Contains no fragrance', 'fragrance-free'],
  ['A fragrance-free cream', 'free from fragrance'],
  ['不含酒精', '无酒精'],
  ['0添加香精', '不含香精'],
])('“%s” says that it is %s, and no page that names it alone does', (written, phrase) => {
  expect(isSaid(written, phrase)).toBe(true);
  expect(isSaid('With a fine fragrance and alcohol; 含酒精和香精', phrase)).toBe(false);
});

test('only products that have the words are read, each once', () => {
  const texts = ['Loose leaf tea', 'Tea bags', 'Loose', 'Leaf'];
  const read: number[] = [];
  const products = texts.map((en, i) => {
    const one = product({ en });
    return Object.defineProperty({ ...one }, 'description', {
      get: () => {
        read.push(i);
        return { en };
      },
    });
  });
  const index = createTermIndex(
    texts.map(en => [termsOf(fold(en))]),
    [{ weight: 1, b: 0.5 }],
  );
  const saidOf = createSaidOf(products, index);
  for (let again = 0; again < 2; again++)
    expect(texts.map((_, i) => saidOf('loose leaf')(i))).toEqual([true, false, false, false]);
  expect(read).toEqual([0]);
});
