/** An order as it stands in the conversation: in the size that was told, of the place that was pointed out, and not twice. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../../memory.ts';
import { plainSizesIn, sizesIn } from '../text/sizes.ts';
import { sizeSearched } from './adds-asked.ts';
import type { CartEdits } from './change-asked.ts';
import type { Ordered } from './ordered.ts';

/** A size told in the message, or before it, of goods that come in it. */
export const inSizeTold = (
  ordered: Ordered,
  folded: string,
  memory: Pick<ConversationMemory, 'size' | 'search'>,
  view: Pick<CatalogueView, 'byId'>,
): Ordered => {
  const told = [[...sizesIn(folded), ...plainSizesIn(folded)].at(-1)?.value, sizeSearched(memory), memory.size];
  const sizeOf = (id: ProductId): string | undefined => {
    const product = view.byId.get(id);
    const sizes = product ? (valuesOf(product, 'size') ?? []) : [];
    return told.find(size => size !== undefined && sizes.includes(size));
  };
  return {
    ...ordered,
    lines: ordered.lines.map(line => {
      const size = line.size ?? sizeOf(line.product);
      return size === undefined ? line : { ...line, size };
    }),
  };
};

/** "No, one mask is enough, and the oil too", 错了 面膜一盒就行 还要护肤油一瓶: what was put in wrong is set right, and what else is named goes in. */
export const setRight = (
  { lines, open }: Ordered,
  folded: string,
  { inCart = [], lastIntent }: Pick<ConversationMemory, 'inCart' | 'lastIntent'>,
): CartEdits | undefined => {
  const isIn = ({ product }: { readonly product: ProductId }): boolean => inCart.some(one => one.product === product);
  const isOfCart = lastIntent === 'add-to-cart' || lastIntent === 'change-quantity' || lastIntent === 'view-cart';
  return isOfCart && open.length === 0 && lines.length > 1 && lines.some(isIn) && takesBack.test(folded)
    ? { lines }
    : undefined;
};
/** What was put in wrong is told anew: so many of it is so many in all. */
export const toldAnew = (ordered: Ordered, folded: string): Ordered =>
  takesBack.test(folded) ? { ...ordered, inAll: true } : ordered;
const takesBack =
  /^(?:(?:oh|no+|nope|wait|sorry|hey|ok|actually)[,.! ]+)*(?:no+|nope|wrong|wait|sorry|not right|that(?:'s| is) (?:wrong|not right))\b|^(?:哦|啊|诶|不|[,，。! ])*(?:不对|错了|[加弄搞放拿]错)/u;

/** "Just the hand cream thanks", 就要护手霜: no more than that. */
export const isNoMore =
  /^(?:(?:ok|okay|no|yes|oh|ah|actually|so)[,.! ]+)*(?:just|only)\b|^(?:嗯|好|行|不|那|[,，. ])*(?:就|只)要/u;
const more = /\d|\b(?:another|more|also|too|two|three|four|five|second)\b|再|也|[两俩三四五]/u;
/** What just went in, ordered once more in other words, is not put in twice; a size that is told now is its size. */
export const saidAgain = (
  { lines, open }: Ordered,
  folded: string,
  { inCart = [], lastIntent, focus }: Pick<ConversationMemory, 'inCart' | 'lastIntent' | 'focus'>,
): CartEdits | undefined => {
  const [line, ...others] = lines;
  const there = inCart.find(one => one.product === line?.product);
  const isAgain =
    line !== undefined && others.length + open.length === 0 && line.product === focus && line.quantity === 1;
  if (!there || !isAgain || (lastIntent !== 'add-to-cart' && lastIntent !== 'change-quantity')) return undefined;
  const isSized = line.size !== undefined && there.size !== line.size;
  if (isSized && there.size !== undefined) return undefined;
  if (more.test(line.size === undefined ? folded : folded.replace(line.size, ' '))) return undefined;
  return { lines: isSized ? [{ ...there, size: line.size! }] : [] };
};
/** 算了就兔子, and a white one is in already: no other is meant, where no form and no number is told. */
export const isInOtherForm = (
  { lines, open, absent = [] }: Ordered,
  folded: string,
  { inCart = [] }: Pick<ConversationMemory, 'inCart'>,
  { byId }: Pick<CatalogueView, 'byId'>,
  tellsForm: boolean,
): boolean => {
  const [line, ...others] = lines;
  if (!line || others.length + open.length + absent.length > 0 || line.quantity > 1 || tellsForm) return false;
  const familyIn = (id: ProductId): string | undefined => {
    const product = byId.get(id);
    return product && familyOf(product);
  };
  const isThere = inCart.some(one => one.product !== line.product && familyIn(one.product) === familyIn(line.product));
  return isThere && !more.test(folded) && !points.test(folded);
};
const points = /\b(?:it|this|that|these|those|them|first|second|last)\b|它|[这那]|第/u;
/** "Add them both", of two that went in just now. */
export const areInAlready = (
  { lines, open }: Ordered,
  folded: string,
  { inCart = [], lastIntent }: Pick<ConversationMemory, 'inCart' | 'lastIntent'>,
): boolean =>
  lastIntent === 'add-to-cart' &&
  lines.length > 1 &&
  open.length === 0 &&
  lines.every(({ product }) => inCart.some(one => one.product === product)) &&
  !/\b(?:again|another|more|extra)\b|再|又|多/u.test(folded);
/** 69那个黑的: of those that it might be, the one that was pointed out. */
export const ofPlace = (ordered: Ordered | undefined, placed: ProductId | undefined): Ordered | undefined => {
  const [open, ...others] = ordered?.open ?? [];
  if (!ordered || !open || others.length + ordered.lines.length > 0) return ordered;
  return placed !== undefined && open.products.includes(placed)
    ? { ...ordered, lines: [{ product: placed, quantity: open.quantity }], open: [] }
    : ordered;
};
