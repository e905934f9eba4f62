/** Which lines of the cart a message means. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { familyOf } from '../../knowledge/retrieval/goods/families.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

const saysPlace =
  /\b(?:first|second|third|fourth|fifth|last|number|item|\d{1,2}(?:st|nd|rd|th)|one|two|three)\b|#|第|最后/iu;

/** `said`: the shopper's own words. By name, by place in the list or the cart, by kind, as what is spoken of, or because it is all there is; empty: none, or it could be several. */
export const linesMeant = (
  understanding: Understanding,
  { cart, cartProducts, focus, memory }: TurnFacts,
  said: string,
): readonly ProductId[] => {
  const inCart = cart?.lines.map(l => l.product) ?? [];
  const { products: named, ordinal } = understanding.entities;
  const there = (ids: readonly (ProductId | undefined)[]): ProductId[] =>
    ids.flatMap(id => (id !== undefined && inCart.includes(id) ? [id] : []));
  const pointed = ordinal !== undefined && ordinal !== 0;
  const at = pointed && ordinal > 0 ? ordinal - 1 : (ordinal ?? 0);
  const kinds = understanding.asksOf ?? [];
  const ofKind = kinds.length > 0 ? cartProducts.filter(p => kinds.every(kind => matches(p, kind))) : [];
  const isNamed = named.length > 0 || pointed || kinds.length > 0;
  const found = understanding.everything
    ? inCart
    : understanding.onlyNamed
      ? there(named)
      : [
          there(named),
          // Named without its colour.
          focus && named.length > 0 ? there(sameModel(focus, cartProducts)) : [],
          pointed ? there([memory.shown.at(at)]) : [],
          // What was described is one of the list, and no place of the cart.
          pointed && saysPlace.test(said) ? there([inCart.at(at)]) : [],
          ofKind.length === 1 ? there(ofKind.map(p => p.id)) : [],
          isNamed ? [] : there([memory.focus]),
          isNamed || inCart.length > 1 ? [] : inCart,
        ].find(ids => ids.length > 0);
  return found ?? [];
};

const sameModel = (product: Product, among: readonly Product[]): ProductId[] =>
  among.filter(p => familyOf(p) === familyOf(product)).map(p => p.id);
