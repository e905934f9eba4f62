import { z } from 'zod';
import { asId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { fewestStars, mostStars } from '../../knowledge/domain/order.ts';
import { notFound } from '../http/problem.ts';
import { type Operation, operation } from './operation.ts';
import { idText } from './schemas.ts';

const told = (allowed: string) => ({
  error: (issue: { readonly input?: unknown }) =>
    `is ${JSON.stringify(issue.input) ?? 'missing'}; it must be ${allowed}`,
});
const wholeStars = told(`a whole number from ${fewestStars} to ${mostStars}`);
const anyStars = told(`a number from ${fewestStars} to ${mostStars}`);
const moment = told('a moment such as 2026-05-01T12:00:00Z, not in the future');

const rate = operation({
  method: 'PUT',
  path: '/api/shop/products/:id/rating',
  id: 'rateProduct',
  tag: 'Products',
  summary: 'What the shopper thinks of a product',
  description: 'Replaces the shopper’s rating of before. Recommendations are learned from it.',
  access: 'session',
  params: z.object({ id: idText }),
  body: z.object({ stars: z.int(wholeStars).min(fewestStars, wholeStars).max(mostStars, wholeStars) }),
  answers: { 204: { description: 'Noted' }, 404: { description: 'No such product' } },
  handle: async (api, { params, body, session }) => {
    const product = asId<ProductId>(params.id);
    if (!api.catalogue.view.byId.has(product)) throw notFound(`There is no product ${params.id}`, 'no-product');
    await api.stores.ratings.put([{ shopper: session!.shopper, product, stars: body.stars, at: api.clock() }]);
    return { status: 204, value: null };
  },
});

const unrate = operation({
  method: 'DELETE',
  path: '/api/shop/products/:id/rating',
  id: 'removeRating',
  tag: 'Products',
  summary: 'Take the shopper’s rating of a product back',
  access: 'session',
  params: z.object({ id: idText }),
  answers: { 204: { description: 'Gone' }, 404: { description: 'The shopper has not rated it' } },
  handle: async (api, { params, session }) => {
    if (!(await api.stores.ratings.remove(session!.shopper, asId<ProductId>(params.id))))
      throw notFound(`This shopper has not rated ${params.id}`, 'no-rating');
    return { status: 204, value: null };
  },
});

const mostRatings = 1_000;

const tell = operation({
  method: 'POST',
  path: '/api/shop/ratings',
  id: 'tellRatings',
  tag: 'Shop server',
  summary: 'Ratings given in the shop’s own system',
  description:
    'For shops that keep reviews elsewhere. The latest of a shopper and product counts, in whatever order they come.',
  access: 'shop-server',
  body: z.object({
    ratings: z
      .array(
        z.object({
          shopper: idText,
          product: idText,
          stars: z.number(anyStars).min(fewestStars, anyStars).max(mostStars, anyStars),
          at: z.iso
            .datetime({ offset: true, ...moment })
            .optional()
            .meta({ description: 'When; now if not told' }),
        }),
      )
      .min(1)
      .max(mostRatings),
  }),
  answers: {
    200: {
      description: 'How many were noted; those of unknown products and of moments to come are left out and counted',
      schema: z.object({ noted: z.int(), unknownProducts: z.int(), inTheFuture: z.int() }),
    },
  },
  handle: async (api, { body }) => {
    const now = api.clock();
    const { byId } = api.catalogue.view;
    const known = body.ratings.filter(rating => byId.has(asId<ProductId>(rating.product)));
    const past = known.filter(({ at }) => at === undefined || Date.parse(at) <= now.getTime());
    await api.stores.ratings.put(
      past.map(({ shopper, product, stars, at }) => ({
        shopper: asId<ShopperId>(shopper),
        product: asId<ProductId>(product),
        stars,
        at: at === undefined ? now : new Date(at),
      })),
    );
    return {
      status: 200,
      value: {
        noted: past.length,
        unknownProducts: body.ratings.length - known.length,
        inTheFuture: known.length - past.length,
      },
    };
  },
});

export const ratingOperations: readonly Operation[] = [rate, unrate, tell];
