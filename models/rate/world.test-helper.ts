import { seededRandom } from '../../knowledge/domain/random.ts';

export interface RatedRow {
  readonly shopper: number;
  readonly product: number;
  readonly rating: number;
}

/**
 * Made-up ratings whose best possible error is known: mean 3.5, a bias per shopper (sd 0.4) and product (sd 0.5), tastes of rank `rank`
 * (sd 0.6 together, each direction 0.7 of the one before) and normal noise of `noise`. Each shopper rates `each` products, the popular ones more often.
 */
export const ratedWorld = (
  seed: number,
  { shoppers = 300, products = 120, each = 40, rank = 2, noise = 0.5 } = {},
): { readonly rows: RatedRow[]; readonly shoppers: number; readonly products: number; readonly noise: number } => {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const scale = Array.from({ length: rank }, (_, f) => 0.7 ** f);
  const length = Math.sqrt(scale.reduce((sum, x) => sum + x * x, 0));
  const vectors = (count: number): number[][] =>
    Array.from({ length: count }, () => Array.from({ length: rank }, () => normal()));
  const tastes = vectors(shoppers);
  const traits = vectors(products).map(vector => vector.map((x, f) => (0.6 * x * scale[f]!) / length));
  const shopperBias = Array.from({ length: shoppers }, () => 0.4 * normal());
  const productBias = Array.from({ length: products }, () => 0.5 * normal());
  const rows: RatedRow[] = [];
  for (let shopper = 0; shopper < shoppers; shopper++) {
    const rated = new Set<number>();
    while (rated.size < each) rated.add(Math.floor(random() ** 1.3 * products));
    for (const product of rated) {
      const taste = tastes[shopper]!.reduce((sum, x, f) => sum + x * traits[product]![f]!, 0);
      rows.push({
        shopper,
        product,
        rating: 3.5 + shopperBias[shopper]! + productBias[product]! + taste + noise * normal(),
      });
    }
  }
  return { rows, shoppers, products, noise };
};
