/** "Anything cheaper?", "I'd want something lighter": than the one that is looked at, than each that was bought, or of a list. */
import { inStock, type Product } from '../../../../knowledge/domain/product.ts';
import { weightOf } from '../../../../knowledge/retrieval/goods/weight-of.ts';
import type { GoodBefore, GoodsBefore, Kin } from '../../../goods-before.ts';
import type { GroundPart, Less } from '../../../ground-parts.ts';
import type { TurnFacts } from '../../../turn-facts.ts';
import { type Draft, suggest } from '../../draft.ts';
import { addable } from '../../page-says.ts';
import type { DecideOfGoods } from './goods-table.ts';
import { areAlike } from './telling.ts';

type LessThan = Extract<GroundPart, { kind: 'less-than' }>['of'][number];

const mostShown = 3;

const amountOf = (product: Product, by: Less): number | undefined =>
  by === 'price' ? product.price.minor : weightOf(product)?.grams;

/** One form stands for all of a model. */
const oneOfEach = (kin: readonly Kin[]): readonly Product[] => [
  ...new Map(kin.toReversed().map(({ model, product }) => [`${model} ${product.price.minor}`, product])).values(),
];

/** From the least on; what has no amount is left out. */
const inOrder = (products: readonly Product[], by: Less): readonly Product[] =>
  products
    .flatMap(product => {
      const amount = amountOf(product, by);
      return amount === undefined ? [] : [{ product, amount }];
    })
    .toSorted((a, b) => a.amount - b.amount)
    .map(one => one.product);

const lessThan = ({ product, forms, kin }: GoodBefore, by: Less): LessThan => {
  const own = amountOf(product, by);
  if (own === undefined) return { product, less: [], how: 'unknown' };
  const isLess = (other: Product): boolean => (amountOf(other, by) ?? own) < own;
  // A smaller pack costs less; it is no lighter thing.
  const packs = by === 'price' ? forms.filter(form => inStock(form) && isLess(form)) : [];
  const found = (some: GoodBefore['kin']): readonly Product[] =>
    inOrder([...packs, ...oneOfEach(some).filter(isLess)], by).slice(0, mostShown);
  const fitting = found(kin.filter(one => one.meets));
  if (fitting.length > 0) return { product, less: fitting, how: 'fitting' };
  const beside = found(kin);
  if (beside.length > 0) return { product, less: beside, how: 'beside' };
  return { product, less: [], how: kin.length === 0 && packs.length === 0 ? 'only' : 'none' };
};

/** Of what is not told by weight, as coffee is not: those that are marked so. */
const markedLight = (products: readonly Product[]): Draft | undefined => {
  const marks = products.flatMap(product => product.attributes.feature?.filter(one => one.startsWith('light')) ?? []);
  const [mark] = marks;
  if (mark === undefined) return undefined;
  const leading = products.filter(product => product.attributes.feature?.includes(mark));
  const of = leading.map(product => ({ product, attribute: 'feature', text: mark }));
  return leading.length === products.length
    ? undefined
    : { parts: [{ kind: 'by-degree', asked: '', how: 'marked', of, leading }], memory: { failures: 0 } };
};

/** Of a list: from the least on, and what of its kind is less than all of it. */
const leastOf = ({ goods }: GoodsBefore, by: Less): Draft | undefined => {
  const of = inOrder(
    goods.map(one => one.product),
    by,
  );
  const [least] = of;
  if (by === 'weight' && of.length < 2) return markedLight(goods.map(one => one.product));
  if (!least || of.length < 2) return undefined;
  const alike = areAlike(goods.map(one => one.product));
  const first = goods.find(one => one.product.id === least.id);
  const beyond =
    alike && first
      ? lessThan(
          {
            ...first,
            // Smaller packs of what is on the list are none of it.
            forms: goods.flatMap(one => one.forms),
            kin: first.kin.filter(one => one.meets && !one.isListed),
          },
          by,
        )
      : undefined;
  return {
    parts: [{ kind: 'least-of', by, of, beyond: beyond?.how === 'fitting' ? beyond.less : [], alike }],
    memory: { failures: 0, focus: least.id },
    suggestions: [...addable(least), ...suggest('deals')],
  };
};

const lessOfEach = (goods: readonly GoodBefore[], by: Less, areBought: boolean): Draft => {
  const all = goods.map(one => lessThan(one, by));
  const known = all.filter(one => one.how !== 'unknown');
  const of = known.length > 0 ? known : all;
  const shown = of.flatMap(one => one.less);
  return {
    parts: [{ kind: 'less-than', by, of, ...(areBought ? { areBought: true as const } : {}) }],
    memory: {
      failures: 0,
      ...(shown.length > 0 && !areBought ? { shown: [...new Set(shown.map(product => product.id))] } : {}),
    },
    suggestions: suggest('deals'),
  };
};

const lessBy =
  (by: Less): DecideOfGoods =>
  before => {
    const { goods, focus, from } = before;
    const looked = focus ? goods.filter(one => one.product.id === focus.id) : goods;
    if (looked.length === 1 || from !== 'shown') return lessOfEach(looked, by, from === 'orders');
    return leastOf(before, by);
  };

export const anythingCheaper = lessBy('price');

/** The search under way, with all that was told for it, has found something lighter than what lies there. */
const isFound = ({ products }: TurnFacts, goods: readonly Product[]): boolean => {
  const [lightest] = inOrder(goods, 'weight');
  const most = lightest && amountOf(lightest, 'weight');
  return most !== undefined && products.some(({ product }) => (amountOf(product, 'weight') ?? most) < most);
};
const ofWeight: ReadonlySet<string | undefined> = new Set([undefined, 'mass']);
const finds = ({ parts }: Draft): boolean =>
  parts.some(part => part.kind === 'less-than' && part.of.some(one => one.less.length > 0));

const byWeight = lessBy('weight');
export const somethingLighter: DecideOfGoods = (before, turn, understanding, facts) => {
  const { sizeOrder } = understanding;
  if (sizeOrder && (sizeOrder.how === 'more' || !ofWeight.has(sizeOrder.of))) return undefined;
  const goods = before.goods.map(one => one.product);
  const isOfKind = before.from === 'shown' && areAlike(goods);
  if (isOfKind && facts.memory.focus === undefined && isFound(facts, goods)) return undefined;
  const draft = byWeight(before, turn, understanding, facts);
  // That there is none is told beside what comes nearest.
  return draft && isOfKind && goods.length === 1 && !finds(draft) && facts.products.length > 0 ? undefined : draft;
};
