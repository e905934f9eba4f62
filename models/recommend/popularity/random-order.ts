import { hashUnit } from '../../../knowledge/domain/random.ts';
import type { Fitted, ModelKind } from '../model.ts';

/** Products in an order that nothing but the seed decides: what any model of new products has to beat. */
export const randomOrder: ModelKind = {
  name: 'random',
  scoresCold: true,
  candidates: () => [{}],
  fit: (train, _settings, { seed }) => order(train.products.ids.length, seed),
  restore: ({ meta }) => order(Number(meta.products), Number(meta.seed)),
};

const order = (products: number, seed: number): Fitted => ({
  name: 'random',
  products,
  score: (_history, _now, sheet) => {
    for (let product = 0; product < products; product++) sheet.add(product, hashUnit(`${seed}:${product}`));
  },
  explain: () => ({ kind: 'popular' }),
  store: () => ({ arrays: {}, meta: { products, seed } }),
});
