/** Which line of the cart a change is told of, and which form of it, or which other thing, it should be. */
import { fromMajor } from '../../../knowledge/domain/money.ts';
import type { CartLine } from '../../../knowledge/domain/order.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { Found, ThingReader, ThingSaid } from './thing-said.ts';

export interface Held {
  readonly product: Product;
  readonly line: CartLine;
}

/** 那双69的, "the 59 one": the only line whose thing costs that and has no such number in its name. */
const onlyPrice =
  /^(?:the |that )?[¥￥]?(\d{2,5})(?: ?yuan)?(?: one| pair)$|^(?:那|这)?[个款件双条只种瓶罐包盒]?[¥￥]?(\d{2,5})(?:块钱?|元)?的?(?:那|这)?[个款件双条只种瓶罐包盒]?$/u;
export const costing = (words: string, held: readonly Held[]): Held | undefined => {
  const price = onlyPrice.exec(words)?.slice(1).find(Boolean);
  if (price === undefined) return undefined;
  const isNamed = held.some(
    ({ product, line }) => line.size === price || Object.values(product.name).some(name => name?.includes(price)),
  );
  const [one, ...others] = held.filter(
    ({ product: { price: its } }) => its.minor === fromMajor(Number(price), its.currency).minor,
  );
  return !isNamed && others.length === 0 ? one : undefined;
};

export interface ChangedFrom {
  readonly base: Held;
  readonly found: Found;
  /** The thing is named by it, and not only pointed at. */
  readonly names: boolean;
}

interface Lines {
  readonly held: readonly Held[];
  readonly last: Held;
  /** Told which one of the cart. */
  readonly of: readonly Held[] | undefined;
  readonly outs: readonly Held[];
}

/** What goes out for one that is pointed at: what is told, else another form of it, else the only line there is. */
export const replacedBy = (one: Product, told: readonly Held[], held: readonly Held[]): Held | undefined => {
  const alike = held.filter(h => familyOf(h.product) === familyOf(one));
  const [base, ...others] = [told, alike, held].find(some => some.length > 0) ?? [];
  return others.length === 0 ? base : undefined;
};

export const createChangeFinder = ({ as, formsOf, sold }: Pick<ThingReader, 'as' | 'formsOf' | 'sold'>) => {
  /** The form of a thing nearest to the one there is: told in its colour alone it keeps its pack. */
  const nearest = (to: Product, found: readonly Found[]): Found | undefined => {
    const own = new Set(fold(to.name.en ?? to.name.zh ?? '').split(/[\s,]+/));
    const alike = ({ product }: Found): number =>
      fold(product.name.en ?? product.name.zh ?? '')
        .split(/[\s,]+/)
        .filter(word => own.has(word)).length;
    return [...found].sort((a, b) => alike(b) - alike(a))[0];
  };

  return {
    /** The line it is said of, and what it should be. */
    changedFrom(thing: ThingSaid, { held, last, of, outs }: Lines): ChangedFrom | undefined {
      const bases = of ?? (outs.length > 0 ? outs : [last, ...[...held].reverse().filter(h => h !== last)]);
      const own = of === undefined && outs.length === 0 ? bases.filter(h => as(thing, h.product)) : [];
      // "Change the moss cream to 1": the line itself, where it is as was said.
      for (const base of own.length > 0 ? own : bases) {
        const isOut = outs.includes(base);
        const found = formsOf(base.product).flatMap(form => {
          const one = as(thing, form);
          const isSame = form.id === base.product.id;
          return one &&
            (isSame || isSellable(form)) &&
            !(isOut && isSame && one.size === undefined && one.count === undefined)
            ? [one]
            : [];
        });
        const same = found.find(one => one.product.id === base.product.id);
        const best = same ?? nearest(base.product, found);
        if (best) {
          const names = thing.terms.length > 0 && (of !== undefined || outs.length > 0 || same !== undefined);
          return { base, found: best, names };
        }
      }
      return undefined;
    },

    /** What was meant in the place of it: of what was shown first, then the only one that is called so. */
    elsewhere(thing: ThingSaid, near: readonly Product[]): Found | undefined {
      const among = (products: readonly Product[]): readonly Found[] =>
        products.filter(isSellable).flatMap(product => as(thing, product) ?? []);
      const shown = among(near);
      if (shown.length > 0) return shown[0];
      const forms = among(near.flatMap(formsOf));
      if (forms.length > 0) return forms[0];
      const named = among(sold);
      return new Set(named.map(one => familyOf(one.product))).size === 1 ? named[0] : undefined;
    },

    /** Named without a size and a number. */
    isNamedBy(thing: ThingSaid, product: Product): boolean {
      const found = thing.terms.length > 0 ? as(thing, product) : undefined;
      return found !== undefined && found.size === undefined && found.count === undefined;
    },

    /** No word of it is of anything that is sold. */
    isOnlyWords: ({ terms, numbers, letters }: ThingSaid): boolean =>
      numbers.length + letters.length === 0 && terms.every(term => !sold.some(product => term.is(product))),
  };
};
