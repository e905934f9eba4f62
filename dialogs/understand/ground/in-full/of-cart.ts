/** The thing of the cart that a short question is about, and how what it should be done with is read. */
import type { ProductId } from '../../../../knowledge/domain/ids.ts';
import type { CartLine } from '../../../../knowledge/domain/order.ts';
import { isSellable, type Product } from '../../../../knowledge/domain/product.ts';
import { familyOf } from '../../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../../knowledge/retrieval/goods/product-match.ts';
import type { Understanding } from '../../../turn.ts';
import { goodsBefore } from '../ground.ts';
import type { InFull, Scene } from '../put-in-full.ts';

/** What was spoken of last, where it is in the cart, or all there is in it. */
export const lineBefore = ({ memory: { focus, inCart = [] } }: Scene): CartLine | undefined =>
  inCart.find(line => line.product === focus) ?? (inCart.length === 1 ? inCart[0] : undefined);

export const lineOf = (product: ProductId, { memory: { inCart = [] } }: Scene): CartLine | undefined =>
  inCart.find(line => line.product === product);

/** The rest of what was shown with it. */
export const othersThan = (product: ProductId, { memory: { shown } }: Scene): readonly ProductId[] =>
  shown.includes(product) ? shown.filter(id => id !== product) : [];

/** The thing or the list before the shopper, whatever was said since. */
export const ofGoodsBefore =
  (one: (product: ProductId, scene: Scene) => InFull | undefined, list?: (scene: Scene) => InFull | undefined) =>
  (_ground: unknown, scene: Scene): InFull | undefined => {
    const goods = goodsBefore(scene.memory);
    if (goods.kind === 'one') return one(goods.product, scene);
    return goods.kind === 'list' ? list?.(scene) : undefined;
  };

/** The same model in the colour that is said. */
export const inColourSaid = (product: ProductId, { view, colour }: Scene): Product | undefined => {
  const model = view.byId.get(product);
  const has = (one: Product): boolean =>
    colour?.values.some(value => valuesOf(one, 'colour')?.includes(value)) ?? false;
  return (
    model &&
    (has(model) ? model : view.products.find(one => isSellable(one) && familyOf(one) === familyOf(model) && has(one)))
  );
};

/** So many of one thing, or of one of the list, are to go into the cart. */
export const asAdding = (
  { ordered: _, toCart: __, together: ___, among: ____, edits: _____, ...meant }: Understanding,
  quantity: number,
  products: readonly ProductId[] = [],
): Understanding => {
  const { ordinal: ______, ...entities } = meant.entities;
  return { ...meant, intent: 'add-to-cart', entities: { ...entities, products, quantity }, preferences: [] };
};

/** The cart holds another thing in place of one, as many of it and in its size, if it comes in that. */
export const asSwap = (meant: Understanding, out: CartLine, into: ProductId, { view }: Scene): Understanding => {
  const product = view.byId.get(into);
  const size =
    out.size !== undefined && product && valuesOf(product, 'size')?.includes(out.size) ? out.size : undefined;
  const put = { product: into, quantity: out.quantity, ...(size === undefined ? {} : { size }) };
  return {
    ...meant,
    intent: 'change-quantity',
    preferences: [],
    edits: { lines: [{ product: out.product, quantity: 0 }, put] },
  };
};

/** Spoken of, and nothing done with it yet. */
export const asLookedAt = (meant: Understanding, product: ProductId): Understanding => {
  const { ordinal: _, ...entities } = meant.entities;
  return { ...meant, intent: 'product-details', entities: { ...entities, products: [product] }, preferences: [] };
};
