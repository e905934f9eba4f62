/** The goods before the shopper, as they are sold now, with their other forms and others of their kind. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Cart } from '../../knowledge/domain/order.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { isMadeForKids } from '../../knowledge/retrieval/goods/for-whom.ts';
import { meets, valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { GoodsBefore } from '../goods-before.ts';
import type { IndexSet } from '../indexes.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { goodsLying, isAskedOfGoods } from '../understand/ground/goods-lying.ts';

/** What it may cost and in which form it comes is told for one search, and says nothing of the kind. */
const ofForms: ReadonlySet<StatedPreference['slot']> = new Set(['budget', 'colour', 'size']);

/** What is filled in a tube is not all of one kind. */
const vessels = /^(?:tube|pump|jar|bottle|box|tin|can|pouch|bag|set|stick|dropper|spray)$/u;
const kindsOf = (product: Product): readonly string[] => {
  const all = valuesOf(product, 'product') ?? [];
  const kinds = all.filter(kind => !vessels.test(kind));
  return kinds.length > 0 ? kinds : all;
};

/** Undefined: the message is no short question about goods, or there are none. */
export const readGoodsBefore = async (
  { ask }: Understanding,
  memory: ConversationMemory,
  cart: Cart | null,
  { view, families }: Pick<IndexSet, 'view' | 'families'>,
  { products }: Pick<Stores, 'products'>,
): Promise<GoodsBefore | undefined> => {
  const lying = isAskedOfGoods(ask) ? goodsLying(memory, cart?.lines ?? []) : undefined;
  if (!lying) return undefined;
  const live = new Map((await products.many([...lying.ids])).map(product => [product.id, product]));
  const goods = lying.ids.flatMap(id => live.get(id) ?? []).filter(product => !product.hidden);
  const focus = goods.find(product => product.id === lying.focus);
  if (goods.length === 0) return undefined;
  const wishes = lying.from === 'shown' ? (memory.search ?? []).filter(wish => !ofForms.has(wish.slot)) : [];
  const known = new Set(goods.map(product => families.keyOf(product)));
  const ids = new Set<ProductId>(lying.ids);
  const kinOf = (product: Product): readonly Product[] => {
    const kinds = new Set(kindsOf(product));
    const all = view.products.filter(
      other =>
        isSellable(other) &&
        other.category === product.category &&
        families.keyOf(other) !== families.keyOf(product) &&
        kindsOf(other).some(kind => kinds.has(kind)) &&
        // A child's raincoat is no cheaper jacket.
        (isMadeForKids(product) || !isMadeForKids(other)),
    );
    // Of a model that lies there the form that does.
    return [...all.filter(({ id }) => ids.has(id)), ...all.filter(({ id }) => !ids.has(id))];
  };
  return {
    from: lying.from,
    goods: goods.map(product => ({
      product,
      forms: families.of(product),
      kin: kinOf(product).map(other => ({
        product: other,
        model: families.keyOf(other),
        isListed: known.has(families.keyOf(other)),
        meets: wishes.every(wish => meets(other, wish)),
      })),
    })),
    ...(focus ? { focus } : {}),
  };
};

/** What comes in several sizes, kind by kind, and in which of them it is on sale; packs of one size each are none. */
export const sizesOfKinds = ({ products, shop }: CatalogueView): NonNullable<TurnFacts['sizes']> =>
  shop.categories.flatMap(({ key }) => {
    const all = products
      .filter(product => product.category === key && isSellable(product))
      .map(product => valuesOf(product, 'size') ?? [])
      .filter(sizes => sizes.length > 1)
      .toSorted((a, b) => b.length - a.length);
    const sizes = [...new Set(all.flat())];
    const isNumbers = sizes.every(size => !Number.isNaN(Number(size)));
    return sizes.length === 0
      ? []
      : [{ category: key, sizes: isNumbers ? sizes.toSorted((a, b) => Number(a) - Number(b)) : sizes }];
  });
