import type { Article } from './domain/article.ts';
import type { ProductId, PromotionId } from './domain/ids.ts';
import type { Product } from './domain/product.ts';
import type { Promotion } from './domain/promotion.ts';
import type { Shop } from './domain/shop.ts';
import type { Stores } from './ports.ts';
import { inSlices, type Steps } from './slices.ts';

/** One consistent reading of what the shop sells and says. */
export interface CatalogueView {
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly byId: ReadonlyMap<ProductId, Product>;
  readonly articles: readonly Article[];
}

export type CatalogueStores = Pick<Stores, 'shop' | 'products' | 'articles' | 'promotions'>;

/**
 * The shop's products and articles held in memory, so that a turn searches without a database read. Refreshed on
 * demand and by its owner's timer; stock and price of what a reply shows are read again from the store.
 */
export class Catalogue {
  #view: CatalogueView;
  #promotions: ReadonlyMap<PromotionId, Promotion> = new Map();
  readonly #stores: CatalogueStores;
  readonly #listeners = new Set<(view: CatalogueView) => void | Promise<void>>();

  private constructor(stores: CatalogueStores, view: CatalogueView) {
    this.#stores = stores;
    this.#view = view;
  }

  /** Throws when the shop has no settings document yet: seed or import first. */
  static async open(stores: CatalogueStores): Promise<Catalogue> {
    const catalogue = new Catalogue(stores, await Catalogue.#read(stores, new Map()));
    await catalogue.#readPromotions();
    return catalogue;
  }

  static async #read(stores: CatalogueStores, before: ReadonlyMap<ProductId, Product>): Promise<CatalogueView> {
    const [shop, read, articles] = await Promise.all([stores.shop.get(), stores.products.all(), stores.articles.all()]);
    if (!shop) throw new Error('The database holds no shop yet: seed the demo or run an import first');
    const products = await inSlices(withKept(read, before));
    return { shop, products, byId: new Map(products.map(p => [p.id, p])), articles };
  }

  get view(): CatalogueView {
    return this.#view;
  }

  /** For names and terms; what is live and what is left of a pool is asked of the store. */
  promotion(id: PromotionId): Promotion | undefined {
    return this.#promotions.get(id);
  }

  /** All of them, as of the last refresh. */
  get promotions(): readonly Promotion[] {
    return [...this.#promotions.values()];
  }

  async #readPromotions(): Promise<void> {
    this.#promotions = new Map((await this.#stores.promotions.all()).map(p => [p.id, p]));
  }

  /** A product that did not change stays the same object. Over when all who listen have what they make of it. */
  async refresh(): Promise<CatalogueView> {
    const [view] = await Promise.all([Catalogue.#read(this.#stores, this.#view.byId), this.#readPromotions()]);
    this.#view = view;
    await Promise.all([...this.#listeners].map(listener => listener(view)));
    return view;
  }

  /** Called after each refresh with the new view; returns how to stop. */
  onChange(listener: (view: CatalogueView) => void | Promise<void>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Whoever found something out about a product that stays as it was need not do so again. */
function* withKept(read: readonly Product[], before: ReadonlyMap<ProductId, Product>): Steps<Product[]> {
  const products: Product[] = [];
  for (const product of read) {
    const known = before.get(product.id);
    products.push(known && isSame(known, product) ? known : product);
    yield;
  }
  return products;
}

/** Of plain data and dates. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return entries.length === others.size && entries.every(([key, value]) => isSame(value, others.get(key)));
};
