/** What shoppers look for, drawn from the catalogue: a kind of thing, one property, and what it may cost. */
import type { Localized } from '../../../../knowledge/domain/language.ts';
import { isSellable, type Product } from '../../../../knowledge/domain/product.ts';
import type { Random } from '../../../../knowledge/domain/random.ts';
import { familyOf } from '../../../../knowledge/retrieval/goods/families.ts';
import { pick } from '../wording.ts';

type Both = { readonly en: string; readonly zh: string };

/** People's words for what hangs on a shelf; `type` narrows it within the category. */
const nouns: readonly { readonly category: string; readonly type?: string; readonly says: Both }[] = [
  { category: 'running-shoes', says: { en: 'running shoes', zh: '跑鞋' } },
  { category: 'jackets', type: 'jacket', says: { en: 'jacket', zh: '夹克' } },
  { category: 'bags', type: 'backpack', says: { en: 'backpack', zh: '双肩包' } },
  { category: 'electronics', type: 'headphones', says: { en: 'headphones', zh: '耳机' } },
  { category: 'electronics', type: 'speaker', says: { en: 'speaker', zh: '音箱' } },
  { category: 'home-kitchen', type: 'mug', says: { en: 'mug', zh: '马克杯' } },
  { category: 'home-kitchen', type: 'lamp', says: { en: 'lamp', zh: '台灯' } },
  { category: 'tea-coffee', type: 'tea', says: { en: 'tea', zh: '茶叶' } },
  { category: 'tea-coffee', type: 'coffee', says: { en: 'coffee', zh: '咖啡' } },
  { category: 'toys-gifts', type: 'puzzle', says: { en: 'puzzle', zh: '拼图' } },
];

const features: Readonly<Record<string, Both>> = {
  waterproof: { en: 'waterproof', zh: '防水的' },
  lightweight: { en: 'lightweight', zh: '轻便的' },
  wireless: { en: 'wireless', zh: '无线' },
  'noise-cancelling': { en: 'noise cancelling', zh: '降噪' },
};

const colours: Readonly<Record<string, Both>> = {
  black: { en: 'black', zh: '黑色' },
  blue: { en: 'blue', zh: '蓝色' },
  red: { en: 'red', zh: '红色' },
  green: { en: 'green', zh: '绿色' },
  white: { en: 'white', zh: '白色' },
};

const properties = Object.entries({ feature: features, colour: colours }).flatMap(([slot, values]) =>
  Object.entries(values).map(([value, says]) => ({ slot, value, says })),
);

export interface Wish {
  readonly category: string;
  readonly type: string | undefined;
  readonly property: { readonly slot: string; readonly value: string } | undefined;
  readonly maxMinor: number | undefined;
  readonly noun: Both;
  /** The property and the noun: "black backpack". */
  readonly thing: Both;
  /** The bound in whole units of the currency. */
  readonly budget: string;
}

export const fits = (product: Product, wish: Wish): boolean =>
  isSellable(product) &&
  product.category === wish.category &&
  (wish.type === undefined || (product.attributes.type ?? []).includes(wish.type)) &&
  (!wish.property || (product.attributes[wish.property.slot] ?? []).includes(wish.property.value)) &&
  (wish.maxMinor === undefined || product.price.minor <= wish.maxMinor);

/** A wish that at least two models on the shelf fulfil: of one in several colours one is shown, and there is nothing to compare. */
export const drawWish = (products: readonly Product[], random: Random): Wish => {
  for (let tries = 0; tries < 200; tries++) {
    const noun = pick(nouns, random);
    const property = random() < 0.75 ? pick(properties, random) : undefined;
    const wish: Wish = {
      category: noun.category,
      type: noun.type,
      property,
      maxMinor: undefined,
      noun: noun.says,
      thing: property
        ? { en: `${property.says.en} ${noun.says.en}`, zh: `${property.says.zh}${noun.says.zh}` }
        : noun.says,
      budget: '',
    };
    const fitting = products.filter(p => fits(p, wish));
    const prices = fitting.map(p => p.price.minor);
    if (prices.length < 3) continue;
    prices.sort((a, b) => a - b);
    const limit = Math.ceil((prices[Math.floor(prices.length * (0.4 + 0.5 * random()))] ?? 0) / 1_000) * 1_000;
    if (new Set(fitting.filter(p => p.price.minor <= limit).map(familyOf)).size < 2) continue;
    return { ...wish, maxMinor: limit, budget: String(limit / 100) };
  }
  throw new Error('No wish could be drawn that this catalogue fulfils');
};

export const nameIn = (name: Localized, language: 'en' | 'zh'): string => name[language] ?? name.en ?? name.zh ?? '';
