/** What a sum comes to where a place abroad was told: the delivery within the country that it was worked out with is none of it there. */
import type { CatalogueView } from '../knowledge/catalogue.ts';
import { add, type Money, subtract } from '../knowledge/domain/money.ts';
import type { PricedCart } from '../knowledge/domain/offer.ts';
import { feeAbroad } from '../knowledge/retrieval/pages/delivery-abroad.ts';
import type { ConversationMemory } from './memory.ts';
import type { Understanding } from './turn.ts';
import { placeShown } from './understand/delivery/place-shown.ts';

/** Where goods go abroad. */
export interface SendsTo {
  /** As it is shown; absent: somewhere abroad. */
  readonly place?: string;
  /** What a page names for delivery to there. */
  readonly fee?: Money;
}

export interface SentAbroad extends SendsTo {
  readonly goods: Money;
  /** The goods with their delivery, where it is known. */
  readonly total?: Money;
}

/** Undefined: they stay in the country, as far as was told. */
export const sendsTo = (
  { place: now, abroad, language }: Pick<Understanding, 'place' | 'abroad' | 'language'>,
  memory: Pick<ConversationMemory, 'place' | 'abroad'>,
  { articles, shop }: Pick<CatalogueView, 'articles' | 'shop'>,
): SendsTo | undefined => {
  const place = now ?? (abroad === false ? undefined : memory.place);
  if (!(place?.abroad ?? abroad ?? memory.abroad)) return undefined;
  if (!place) return {};
  const fee = feeAbroad(place.name, articles, shop.currency);
  return { place: placeShown(place.name, language), ...(fee ? { fee } : {}) };
};

/** For the parts that tell a total: nothing where it is right as it is. */
export const abroadOf = (
  { total, shipping }: Pick<PricedCart, 'total' | 'shipping'>,
  to: SendsTo | undefined,
): { readonly abroad?: SentAbroad } => {
  if (!to) return {};
  const goods = subtract(total, shipping);
  return { abroad: { ...to, goods, ...(to.fee ? { total: add(goods, to.fee) } : {}) } };
};
