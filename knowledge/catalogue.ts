import type { Article } from './domain/article.ts';
import type { ProductId } from './domain/ids.ts';
import type { Product } from './domain/product.ts';
import type { Shop } from './domain/shop.ts';
import type { Stores } from './ports.ts';

/** One consistent reading of what the shop sells and says. */
export interface CatalogueView {
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly byId: ReadonlyMap<ProductId, Product>;
  readonly articles: readonly Article[];
}

/**
 * The shop's products and articles held in memory, so that a turn searches without a database read. Refreshed on
 * demand and by its owner's timer; stock and price of what a reply shows are read again from the store.
 */
export class Catalogue {
  #view: CatalogueView;
  readonly #stores: Pick<Stores, 'shop' | 'products' | 'articles'>;
  readonly #listeners = new Set<(view: CatalogueView) => void>();

  private constructor(stores: Pick<Stores, 'shop' | 'products' | 'articles'>, view: CatalogueView) {
    this.#stores = stores;
    this.#view = view;
  }

  /** Throws when the shop has no settings document yet: seed or import first. */
  static async open(stores: Pick<Stores, 'shop' | 'products' | 'articles'>): Promise<Catalogue> {
    return new Catalogue(stores, await Catalogue.#read(stores));
  }

  static async #read(stores: Pick<Stores, 'shop' | 'products' | 'articles'>): Promise<CatalogueView> {
    const [shop, products, articles] = await Promise.all([
      stores.shop.get(),
      stores.products.all(),
      stores.articles.all(),
    ]);
    if (!shop) throw new Error('The database holds no shop yet: seed the demo or run an import first');
    return { shop, products, byId: new Map(products.map(p => [p.id, p])), articles };
  }

  get view(): CatalogueView {
    return this.#view;
  }

  async refresh(): Promise<CatalogueView> {
    this.#view = await Catalogue.#read(this.#stores);
    for (const listener of this.#listeners) listener(this.#view);
    return this.#view;
  }

  /** Called after each refresh with the new view; returns how to stop. */
  onChange(listener: (view: CatalogueView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
