/** One or more of every kind of part that tells of the goods before the shopper. */
import type { Product } from '../../knowledge/domain/product.ts';
import { goods, orderOf } from '../dialogs.test-helper.ts';
import type { GroundPart, Strengths } from '../ground-parts.ts';
import type { Parts } from './deal-parts.test-helper.ts';

const weight = { name: { en: 'Weight', zh: '重量' }, value: { en: '240 g', zh: '240 克' } };
const water = { name: { en: 'Water', zh: '防水' }, value: { en: 'no', zh: '不防水' } };
const road: Product = { ...goods.road, details: [weight, water] };
const gone: Product = { ...goods.trail, stock: 0 };
const two: Product = { ...goods.bag, stock: 2 };
const strengths = (product: Product, more: Partial<Strengths> = {}): Strengths => ({
  product,
  isCheapest: false,
  isLightest: false,
  features: [],
  occasions: [],
  ...more,
});

export const ofGround: Pick<Parts, GroundPart['kind']> = {
  'each-in-stock': () => [
    { kind: 'each-in-stock', of: [road, goods.mug] },
    { kind: 'each-in-stock', of: [road, two, gone] },
    { kind: 'each-in-stock', of: [gone] },
  ],
  'each-size': () => [
    {
      kind: 'each-size',
      of: [
        { product: road, sizes: ['41', '42'], packs: [], measures: [] },
        { product: goods.mug, sizes: [], packs: [], measures: [weight] },
      ],
    },
    { kind: 'each-size', of: [{ product: goods.mug, sizes: [], packs: [], measures: [] }] },
    {
      kind: 'each-size',
      of: [road, goods.trail].map(product => ({ product, sizes: ['41', '42'], packs: [], measures: [] })),
    },
  ],
  'more-orders': () =>
    ([undefined, 'start-return', 'cancel-order'] as const).flatMap(can =>
      [[], [orderOf()]].map(orders => ({ kind: 'more-orders' as const, orders, ...(can ? { can } : {}) })),
    ),
  'compare-with': () => [{ kind: 'compare-with', product: road }],
  'sizes-of-kinds': () => [{ kind: 'sizes-of-kinds', of: [{ category: 'running-shoes', sizes: ['41', '42'] }] }],
  'less-than': () =>
    (['price', 'weight'] as const).flatMap(by => [
      ...(['fitting', 'beside', 'none', 'only', 'unknown'] as const).map(how => ({
        kind: 'less-than' as const,
        by,
        of: [{ product: road, less: how === 'fitting' || how === 'beside' ? [goods.mug] : [], how }],
      })),
      {
        kind: 'less-than' as const,
        by,
        of: (['fitting', 'beside', 'none', 'only', 'unknown'] as const).map(how => ({
          product: road,
          less: how === 'fitting' || how === 'beside' ? [goods.mug] : [],
          how,
        })),
      },
    ]),
  'least-of': () => [
    { kind: 'least-of', by: 'price', of: [goods.mug, road], beyond: [], alike: false },
    { kind: 'least-of', by: 'weight', of: [road, goods.trail], beyond: [], alike: true },
    { kind: 'least-of', by: 'price', of: [road, goods.trail], beyond: [goods.mug], alike: true },
  ],
  apart: () => [
    { kind: 'apart', alike: true, of: [road, goods.trail].map(product => ({ product, details: [weight], text: '' })) },
    { kind: 'apart', alike: false, of: [road, goods.mug].map(product => ({ product, details: [], text: 'Light.' })) },
  ],
  'only-of-kind': () => [
    { kind: 'only-of-kind', product: goods.mug, colours: ['red', 'blue'], sizes: ['30ml', '60ml'] },
    { kind: 'only-of-kind', product: goods.mug, colours: [], sizes: [] },
    { kind: 'only-of-kind', product: goods.mug, colours: [], sizes: [], takes: [weight] },
  ],
  pick: () => [
    {
      kind: 'pick',
      pick: strengths(road, { isCheapest: true, features: ['lightweight'] }),
      others: [strengths(goods.trail, { isLightest: true, occasions: ['trail'] })],
    },
    {
      kind: 'pick',
      pick: strengths(goods.trail),
      others: [strengths(road, { isCheapest: true, cut: 'women' })],
    },
    { kind: 'pick', pick: strengths(road), others: [] },
  ],
  'pick-open': () => [{ kind: 'pick-open', of: [road, goods.mug], least: goods.mug }],
  'how-good': () => [
    {
      kind: 'how-good',
      of: [{ product: road, features: ['waterproof'], good: [weight], limits: [water] }],
      days: 30,
    },
    {
      kind: 'how-good',
      of: [road, goods.mug].map(product => ({ product, features: [], good: [weight], limits: [] })),
      days: 30,
    },
  ],
};
