import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import type { Recommendation, Recommender, RecommendRequest } from '../../types.ts';

/**
 * What answers before any model is trained: products by how often they were bought, wishes first. Its name says so.
 * `sales`: product id -> how many bought it, any non-negative scale; a product nobody bought may be listed with 0.
 */
export const popularityRecommender = (sales: ReadonlyMap<string, number>, version: string): Recommender => {
  const ranked = [...sales].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const ordered = ranked.map(([id]) => asId<ProductId>(id));
  const most = Math.max(1, ranked[0]?.[1] ?? 1);
  const base = (id: ProductId): number => 0.05 + (sales.get(id) ?? 0) / most;

  const recommend = (request: RecommendRequest): Recommendation[] => {
    const candidates = new Map<ProductId, number>();
    const consider = (id: ProductId): void => {
      if (request.exclude.has(id) || (request.among !== undefined && !request.among.has(id))) return;
      candidates.set(id, base(id) * (request.boost?.get(id)?.factor ?? 1));
    };
    for (const id of request.among ?? request.boost?.keys() ?? []) consider(id);
    // In sales order the first `count` others are enough: no one after them can rank higher.
    for (const id of ordered) {
      if (candidates.size >= request.count + (request.among?.size ?? 0) + (request.boost?.size ?? 0)) break;
      if (!candidates.has(id)) consider(id);
    }
    return [...candidates]
      .sort((a, b) => b[1] - a[1])
      .slice(0, Math.max(0, request.count))
      .map(([product, score]) => {
        const boost = request.boost?.get(product);
        return {
          product,
          score,
          reason:
            boost !== undefined && boost.factor > 1 && boost.told.length > 0
              ? { kind: 'stated', told: boost.told }
              : { kind: 'popular' },
        };
      });
  };
  return { name: 'popularity', version, recommend };
};
