/** "Which one would you take?": one of the goods before the shopper, and what would speak for another. */
import { inStock, type Product } from '../../../../knowledge/domain/product.ts';
import { type Gender, menSaid, womenSaid } from '../../../../knowledge/retrieval/goods/cut-asked.ts';
import { kindsCalled } from '../../../../knowledge/retrieval/goods/detail-kinds.ts';
import { genderNamed } from '../../../../knowledge/retrieval/goods/for-whom.ts';
import { pageLines } from '../../../../knowledge/retrieval/goods/page-lines.ts';
import { weightOf } from '../../../../knowledge/retrieval/goods/weight-of.ts';
import { fold } from '../../../../knowledge/retrieval/text/fold.ts';
import type { Strengths } from '../../../ground-parts.ts';
import { say } from '../../draft.ts';
import { addable } from '../../page-says.ts';
import { onlyOfKind } from './apart.ts';
import type { DecideOfGoods } from './goods-table.ts';
import { whichOne } from './of-each.ts';
import { areAlike, goodOf } from './telling.ts';

/** What none of the others has. */
const unique = (product: Product, others: readonly Product[], attribute: string): readonly string[] =>
  (product.attributes[attribute] ?? []).filter(
    value => !others.some(other => other.attributes[attribute]?.includes(value)),
  );

/** Made for men or for women, as its name or its cut has it: "women’s, 36 to 42". */
const cutOf = (product: Product): Gender | undefined => {
  const named = genderNamed(product);
  if (named) return named;
  const [cut = ''] = pageLines(product, 'en').flatMap(({ detail }) =>
    detail?.names.some(name => kindsCalled(name).has('cut')) ? fold(detail.value) : [],
  );
  const [men, women] = [menSaid.test(cut), womenSaid.test(cut)];
  return men === women ? undefined : men ? 'men' : 'women';
};

const mostUses = 2;

const strengthsIn = (products: readonly Product[]): readonly Strengths[] => {
  const prices = products.map(product => product.price.minor);
  const weights = products.flatMap(product => weightOf(product)?.grams ?? []);
  const leastOf = (amounts: readonly number[]): number | undefined => {
    const [least, next] = amounts.toSorted((a, b) => a - b);
    return amounts.length < products.length || least === next ? undefined : least;
  };
  const [cheapest, lightest] = [leastOf(prices), leastOf(weights)];
  return products.map(product => {
    const others = products.filter(other => other !== product);
    const cut = cutOf(product);
    return {
      product,
      isCheapest: product.price.minor === cheapest,
      isLightest: lightest !== undefined && weightOf(product)?.grams === lightest,
      features: unique(product, others, 'feature'),
      occasions: unique(product, others, 'occasion').slice(0, mostUses),
      ...(cut ? { cut } : {}),
    };
  });
};

const hasStrength = ({ isCheapest, isLightest, features, occasions, cut }: Strengths): boolean =>
  isCheapest || isLightest || features.length + occasions.length > 0 || cut !== undefined;

const mostWeighed = 5;
const mostGood = 3;

export const whichWouldYouTake: DecideOfGoods = ({ goods, from }) => {
  const listed = goods.filter(one => inStock(one.product));
  const [alone, ...more] = listed;
  if (!alone || (more.length === 0 && from === 'orders')) return whichOne();
  const kin = new Map(alone.kin.filter(one => one.meets).map(one => [one.model, one.product]));
  const products =
    more.length > 0 ? listed.map(one => one.product) : [alone.product, ...kin.values()].slice(0, mostWeighed);
  if (products.length === 1) return onlyOfKind(alone, goodOf(alone.product).slice(0, mostGood));
  if (!areAlike(products)) {
    const least = products.reduce((one, other) => (other.price.minor < one.price.minor ? other : one));
    return { ...say({ kind: 'pick-open', of: products, least }), memory: { failures: 0 } };
  }
  const all = strengthsIn(products);
  // Whom it is for was not told.
  const forAnybody = all.filter(one => one.cut === undefined);
  const [pick] = (forAnybody.length > 0 ? forAnybody : all).toSorted(
    (a, b) => a.product.price.minor - b.product.price.minor,
  );
  return {
    ...say({ kind: 'pick', pick: pick!, others: all.filter(one => one !== pick && hasStrength(one)) }),
    memory: {
      failures: 0,
      focus: pick!.product.id,
      ...(more.length > 0 ? {} : { shown: products.map(product => product.id) }),
    },
    suggestions: addable(pick!.product),
  };
};
