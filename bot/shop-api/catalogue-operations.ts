import { z } from 'zod';
import { drawPicture } from '../../knowledge/demo/picture.ts';
import { asId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { hashUnit } from '../../knowledge/domain/random.ts';
import { notFound } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import { type Operation, operation } from './operation.ts';
import { category, idText, language, languageQuery, product, productPage } from './schemas.ts';
import type { ShopApi } from './shop-api.ts';
import { productPageView, productView } from './views.ts';

/** The language asked for, else the shopper's, else English. */
export const languageFor = async (
  api: ShopApi,
  asked: Language | undefined,
  shopper: ShopperId | undefined,
): Promise<Language> => {
  if (asked) return asked;
  return (shopper === undefined ? null : await api.stores.shoppers.get(shopper))?.language ?? 'en';
};

const categories = operation({
  method: 'GET',
  path: '/api/shop/categories',
  id: 'listCategories',
  tag: 'Products',
  summary: 'Categories of the shop',
  access: 'anyone',
  query: languageQuery,
  answers: {
    200: {
      description: 'Shop name, currency and categories',
      schema: z.object({
        shop: z.object({
          name: z.string(),
          tagline: z.string(),
          currency: z.string(),
          languages: z.array(language),
          source: z.string(),
        }),
        categories: z.array(category),
      }),
    },
  },
  handle: async (api, { query, session }) => {
    const { shop, products } = api.catalogue.view;
    const spoken = await languageFor(api, query.language, session?.shopper);
    return {
      status: 200,
      value: {
        shop: {
          name: inLanguage(shop.name, spoken),
          tagline: inLanguage(shop.tagline, spoken),
          currency: shop.currency,
          languages: shop.languages,
          source: shop.source,
        },
        categories: shop.categories.map(c => ({
          key: c.key,
          name: inLanguage(c.name, spoken),
          products: products.filter(p => p.category === c.key && !p.hidden).length,
        })),
      },
    };
  },
});

/** Hits far below the best one only share a common word with the query. */
const closeEnough = 0.35;

const searchHits = (api: ShopApi, text: string, spoken: Language): Product[] => {
  const { hits } = api.indexes().products.search({ text, language: spoken, preferences: [], count: 400 });
  const best = hits.reduce((most, hit) => Math.max(most, hit.score), 0);
  return hits.filter(hit => hit.score >= best * closeEnough).map(hit => hit.product);
};

/** Browsing order: a stable shuffle, so that a page is not one model in its five colours. */
const mixed = (products: readonly Product[]): Product[] =>
  products
    .map(product => ({ product, place: hashUnit(product.id) }))
    .sort((a, b) => a.place - b.place)
    .map(({ product }) => product);

/** All departments in turn, and far apart within each: the front page shows the whole shop, not one shoe in six colours. */
const shopWindow = (products: readonly Product[]): Product[] => {
  const byCategory = new Map<string, Product[]>();
  for (const p of products) byCategory.set(p.category, [...(byCategory.get(p.category) ?? []), p]);
  // Multiples of the golden ratio, modulo one, are spread as evenly as they can be.
  const place = (i: number): number => (i * 0.618_033_988_75) % 1;
  return [...byCategory.values()]
    .flatMap(own =>
      own
        .map((product, i) => ({ product, place: place(i) }))
        .sort((a, b) => a.place - b.place)
        .map(({ product }, row) => ({ product, row })),
    )
    .sort((a, b) => a.row - b.row)
    .map(({ product }) => product);
};

const list = operation({
  method: 'GET',
  path: '/api/shop/products',
  id: 'listProducts',
  tag: 'Products',
  summary: 'Products, by category or by words',
  access: 'anyone',
  query: z.object({
    category: z.string().max(100).optional(),
    q: z.string().max(200).optional().meta({ description: 'Words in English or Chinese' }),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(48),
    language: language.optional(),
  }),
  answers: {
    200: {
      description: 'One page of products; sold-out ones last',
      schema: z.object({ total: z.int(), products: z.array(product) }),
    },
  },
  handle: async (api, { query, session }) => {
    const { shop, products } = api.catalogue.view;
    const spoken = await languageFor(api, query.language, session?.shopper);
    const found = query.q?.trim() ? searchHits(api, query.q, spoken) : mixed(products);
    const shown = found.filter(p => !p.hidden && (query.category === undefined || p.category === query.category));
    const ordered = query.q?.trim() || query.category !== undefined ? shown : shopWindow(shown);
    const sorted = [...ordered.filter(isSellable), ...ordered.filter(p => !isSellable(p))];
    const page = sorted.slice(query.offset, query.offset + query.limit);
    // Price and stock of what is shown come fresh from the store.
    const live = new Map((await api.stores.products.many(page.map(p => p.id))).map(p => [p.id, p]));
    return {
      status: 200,
      value: { total: sorted.length, products: page.map(p => productView(live.get(p.id) ?? p, shop, spoken)) },
    };
  },
});

const readProduct = async (api: ShopApi, id: string): Promise<Product> => {
  const [found] = await api.stores.products.many([asId<ProductId>(id)]);
  if (!found || found.hidden) throw notFound(`There is no product ${id}`, 'no-product');
  return found;
};

const one = operation({
  method: 'GET',
  path: '/api/shop/products/:id',
  id: 'readProduct',
  tag: 'Products',
  summary: 'One product',
  access: 'anyone',
  params: z.object({ id: idText }),
  query: languageQuery,
  answers: { 200: { description: 'The product', schema: productPage }, 404: { description: 'No such product' } },
  handle: async (api, { params, query, session }) => {
    const found = await readProduct(api, params.id);
    const spoken = await languageFor(api, query.language, session?.shopper);
    return { status: 200, value: productPageView(found, api.catalogue.view.shop, spoken) };
  },
});

const events = operation({
  method: 'POST',
  path: '/api/shop/events',
  id: 'recordEvents',
  tag: 'Products',
  summary: 'What the shopper looked at, for recommendations',
  access: 'session',
  body: z.object({
    events: z
      .array(
        z.object({
          product: idText,
          kind: z.enum(['view', 'cart']),
          dwellSeconds: z.number().min(0).max(86_400).optional(),
        }),
      )
      .min(1)
      .max(50),
  }),
  answers: { 204: { description: 'Noted; events about unknown products are left out' } },
  handle: async (api, { body, session }) => {
    const { byId } = api.catalogue.view;
    const at = api.clock();
    const shopper = session!.shopper;
    const known = body.events.filter(e => byId.has(asId<ProductId>(e.product)));
    await api.stores.browsing.add(
      known.map(e => ({
        shopper,
        product: asId<ProductId>(e.product),
        kind: e.kind,
        at,
        ...(e.dwellSeconds === undefined ? {} : { dwellSeconds: e.dwellSeconds }),
      })),
    );
    return { status: 204, value: null };
  },
});

/** For imported products that say nothing about their looks: drawn as a box. */
const plainPicture = { kind: 'giftbox', colour: '#8a8f98' };

/** Drawn by code from the product's kind and colour; the same product always looks the same. */
export const pictureRoute = (api: ShopApi): Route => ({
  method: 'GET',
  path: '/api/shop/products/:id/picture.svg',
  handle: ({ res, params }) => {
    const found = api.catalogue.view.byId.get(asId<ProductId>(params.id ?? ''));
    if (!found) throw notFound(`There is no product ${params.id}`, 'no-product');
    const svg = Buffer.from(drawPicture(found.picture ?? plainPicture, { title: inLanguage(found.name, 'en') }));
    res.writeHead(200, {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-length': svg.length,
      // Opened by itself an SVG is a document: it may run and load nothing.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=3600',
    });
    res.end(svg);
  },
});

export const catalogueOperations: readonly Operation[] = [categories, list, one, events];
