import { asId, type ProductId } from '../domain/ids.ts';
import { fromMajor, money } from '../domain/money.ts';
import type { Detail, Product } from '../domain/product.ts';
import { hashUnit, seededRandom } from '../domain/random.ts';
import { brands, type Design, type Option, type Pair, palette, type Shade } from './content/design.ts';
import { designDetails } from './content/details/all.ts';
import { detailNames } from './content/details/names.ts';
import { bags } from './content/products/bags.ts';
import { bodyCare } from './content/products/body-care.ts';
import { electronics } from './content/products/electronics.ts';
import { faceCare } from './content/products/face-care.ts';
import { homeKitchen } from './content/products/home-kitchen.ts';
import { jackets } from './content/products/jackets.ts';
import { runningShoes } from './content/products/running-shoes.ts';
import { teaCoffee } from './content/products/tea-coffee.ts';
import { toysGifts } from './content/products/toys-gifts.ts';
import { listed } from './content/words.ts';

const day = 86_400_000;

/** Everything the demo shop can sell, by category; `costRate` is the middle of what its things cost the shop. */
const ranges: readonly { category: string; costRate: number; designs: readonly Design[] }[] = [
  { category: 'running-shoes', costRate: 0.52, designs: runningShoes },
  { category: 'jackets', costRate: 0.5, designs: jackets },
  { category: 'bags', costRate: 0.48, designs: bags },
  { category: 'electronics', costRate: 0.6, designs: electronics },
  { category: 'home-kitchen', costRate: 0.5, designs: homeKitchen },
  { category: 'skincare', costRate: 0.42, designs: [...faceCare, ...bodyCare] },
  { category: 'toys-gifts', costRate: 0.5, designs: toysGifts },
  { category: 'tea-coffee', costRate: 0.46, designs: teaCoffee },
];

interface Candidate {
  readonly category: string;
  readonly costRate: number;
  readonly design: Design;
  readonly option: Option;
  /** The first way a design is sold is always there and always in stock. */
  readonly lead: boolean;
}

const candidates: readonly Candidate[] = ranges.flatMap(({ category, costRate, designs }) =>
  designs.flatMap(design =>
    design.options.map((option, at) => ({ category, costRate, design, option, lead: at === 0 })),
  ),
);

/** How many products the demo shop can have at most. */
export const mostProducts = candidates.length;

const split = (text: string | undefined): string[] => text?.split(' ').filter(Boolean) ?? [];
const range = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
const sizes: Readonly<Record<NonNullable<Design['sizes']>, readonly string[]>> = {
  shoes: range(36, 46),
  'shoes-women': range(36, 42),
  'shoes-men': range(39, 46),
  clothes: ['s', 'm', 'l', 'xl'],
};

/** Words a shopper would call the thing, beyond its category: the picture kind, and what else it counts as. */
const types: Readonly<Record<string, readonly string[]>> = {
  earbuds: ['earbuds', 'headphones'],
  puffer: ['jacket', 'puffer'],
  teatin: ['tea'],
  coffeebag: ['coffee'],
  giftbox: ['set', 'gift-box'],
  dropper: ['serum', 'oil'],
  tote: ['tote', 'bag'],
  backpack: ['backpack', 'bag'],
  duffel: ['duffel', 'bag'],
};

const shadeOf = (option: Option): Shade => palette[typeof option === 'string' ? option : (option.colour ?? 'oat')];
const keyOf = (option: Option): string => (typeof option === 'string' ? option : option.size);
const labelOf = (option: Option): Pair => (typeof option === 'string' ? palette[option].name : option.label);

/** ¥137.4 becomes ¥139, ¥1,243 becomes ¥1,249: prices end in nine, as shop prices do. */
const shopPrice = (yuan: number): number => Math.max(29, Math.round((yuan + 1) / 10) * 10 - 1);

const attributesOf = (design: Design, option: Option): Product['attributes'] => {
  const found: Record<string, readonly string[]> = {
    // A jar's label colour is no reason to buy it: only things sold by colour have one.
    colour: typeof option === 'string' ? palette[option].colours : [],
    size: typeof option === 'string' ? (design.sizes ? sizes[design.sizes] : []) : [option.size],
    material: split(design.material),
    feature: split(design.feature),
    occasion: split(design.occasion),
    recipient: split(design.recipient),
    type: types[design.picture] ?? [design.picture],
  };
  return Object.fromEntries(Object.entries(found).filter(([, values]) => values.length > 0));
};

/** The last sentences of a description: the facts of this very product, put one of three ways. */
const closing = (design: Design, option: Option, way: number): Pair => {
  const [madeOf, madeOfZh] = listed(split(design.material));
  const [is, isZh] = listed(split(design.feature));
  const [label, labelZh] = labelOf(option);
  const worn = design.sizes ? sizes[design.sizes] : [];
  const shoes = design.sizes?.startsWith('shoes') ?? false;
  const fit = worn.length === 0 ? '' : shoes ? `EU sizes ${worn[0]} to ${worn.at(-1)}` : 'sizes S to XL';
  const fitZh = worn.length === 0 ? '' : shoes ? `欧码 ${worn[0]} 至 ${worn.at(-1)}` : 'S 至 XL 码';
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  if (typeof option !== 'string')
    return way % 2 === 0
      ? [`${capital(label)}, made with ${madeOf}; ${is}.`, `${labelZh}，主要成分：${madeOfZh}；${isZh}。`]
      : [`${capital(is)}. This is the ${label} size.`, `${isZh}。此款为${labelZh}。`];
  const colour = label.toLowerCase();
  if (way === 0)
    return [
      `In ${colour}, made of ${madeOf}${fit && `, in ${fit}`}. ${capital(is)}.`,
      `${labelZh}，${madeOfZh}材质${fitZh && `，${fitZh}`}。${isZh}。`,
    ];
  if (way === 1)
    return [
      `${capital(is)}; this one comes in ${colour}${fit && `, ${fit}`}. Made of ${madeOf}.`,
      `${isZh}。${labelZh}款${fitZh && `，${fitZh}`}，材质为${madeOfZh}。`,
    ];
  return [
    `Made of ${madeOf}, ${is}, and shown here in ${colour}.${fit && ` ${capital(fit)}.`}`,
    `材质为${madeOfZh}，${isZh}，图中为${labelZh}。${fitZh && `${fitZh}。`}`,
  ];
};

const detailsOf = ({ key }: Design): readonly Detail[] =>
  (designDetails[key] ?? []).map(([name, en, zh]) => {
    const [called, calledZh] = detailNames[name];
    return { name: { en: called, zh: calledZh }, value: { en, zh } };
  });

const makeProduct = (candidate: Candidate, seed: number, now: Date): Product => {
  const { category, costRate, design, option, lead } = candidate;
  const id = `p-${design.key}-${keyOf(option)}`;
  const random = seededRandom(Math.floor(hashUnit(`${seed}:${id}`) * 4_294_967_296));
  const designSpread = 0.97 + 0.06 * hashUnit(`${seed}:price:${design.key}`);
  const price = shopPrice(design.price * designSpread * (typeof option === 'string' ? 1 : option.factor));
  const cost = price * Math.min(0.7, Math.max(0.35, costRate + (random() - 0.5) * 0.24));
  const way = Math.floor(random() * 3);
  const stockDraw = random();
  const soldOut = !lead && random() < 0.06;
  const hidden = !lead && random() < 0.018;
  const recent = random() < 0.1;
  const age = recent ? random() * 45 : 60 + random() * 900;
  const shade = shadeOf(option);
  const [label, labelZh] = labelOf(option);
  const [brand, brandZh] = brands[design.brand];
  const [end, endZh] = closing(design, option, way);
  return {
    id: asId<ProductId>(id),
    name: {
      en: `${brand} ${design.name[0]}, ${typeof option === 'string' ? label.toLowerCase() : label}`,
      zh: `${brandZh} ${design.name[1]} ${labelZh}`,
    },
    description: { en: `${design.text[0]} ${end}`, zh: `${design.text[1]}${endZh}` },
    category,
    brand,
    attributes: attributesOf(design, option),
    details: detailsOf(design),
    price: fromMajor(price, 'CNY'),
    cost: money(Math.round(cost * 100), 'CNY'),
    stock: soldOut ? 0 : Math.max(lead ? 8 : 1, Math.round(200 * stockDraw ** 1.6)),
    hidden,
    picture: { kind: design.picture, colour: shade.css, accent: shade.accent },
    url: `/product/${id}`,
    addedAt: new Date(now.getTime() - Math.round(age * day)),
  };
};

/**
 * `count` products, as evenly over the categories as their ranges allow; every design before second colours.
 * Throws when more are asked for than the shop has designed (`mostProducts`).
 */
export const makeProducts = (options: { seed: number; now: Date; count: number }): Product[] => {
  if (!Number.isInteger(options.count) || options.count < 1 || options.count > mostProducts)
    throw new RangeError(`The demo shop has 1 to ${mostProducts} products, got ${options.count}`);
  const place = (c: Candidate): number =>
    (c.lead ? 0 : 1) + hashUnit(`${options.seed}:keep:${c.design.key}:${keyOf(c.option)}`);
  const chosen = new Set([...candidates].sort((a, b) => place(a) - place(b)).slice(0, options.count));
  return candidates.filter(c => chosen.has(c)).map(c => makeProduct(c, options.seed, options.now));
};
