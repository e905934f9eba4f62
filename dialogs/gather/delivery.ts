/** Delivery worked out for the place and the day that are asked about, from what the pages say and the day it is in the shop. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { Article } from '../../knowledge/domain/article.ts';
import { feeAbroad } from '../../knowledge/retrieval/pages/delivery-abroad.ts';
import { deliveryDays, lastHour, leavesAfter, tellsDays } from '../../knowledge/retrieval/pages/delivery-days.ts';
import type { DeliveryTold } from '../case-parts.ts';
import { wallTimeOf } from '../offers/rules/calendar.ts';
import type { Turn, Understanding } from '../turn.ts';
import { placeShown } from '../understand/delivery/place-shown.ts';

export interface DeliveryFacts {
  readonly told: DeliveryTold;
  /** Pages that tell how long deliveries take; what they say of other places is not told beside it. */
  readonly pages: readonly Article['id'][];
}

const day = 86_400_000;

export const readDelivery = (
  { at }: Turn,
  { delivery, language, abroad }: Understanding,
  { articles, shop }: CatalogueView,
): DeliveryFacts | undefined => {
  if (!delivery) return undefined;
  const { place, ordered, by, asks, cost, atHome } = delivery;
  const isAbroad = !atHome && (place?.abroad ?? abroad ?? false);
  const found = deliveryDays(place?.name, isAbroad, articles, language);
  if (!found) return undefined;
  const wall = wallTimeOf(at, shop.timeZone);
  const today = Date.UTC(wall.year, wall.month - 1, wall.day);
  const orderedOn = ordered ? Date.parse(`${ordered.day}T00:00:00Z`) : today;
  const hour = ordered ? (ordered.hour ?? (orderedOn === today ? wall.hour : 0)) : wall.hour;
  const leaves = orderedOn + leavesAfter(hour, articles, language) * day;
  const [first, last] = [leaves + found.from * day, leaves + found.to * day];
  const wanted = by === undefined ? undefined : Date.parse(`${by}T00:00:00Z`);
  const until = lastHour(articles, language);
  const orderBy = wanted === undefined ? undefined : wanted - found.to * day;
  const isOver = orderBy !== undefined && (orderBy < today || (orderBy === today && wall.hour >= (until ?? 24)));
  const fee = isAbroad && place ? feeAbroad(place.name, articles, shop.currency) : undefined;
  return {
    told: {
      ...(place ? { place: placeShown(place.name, language) } : {}),
      ...(found.region ? { region: placeShown(found.region, language) } : {}),
      abroad: isAbroad,
      days: { from: found.from, to: found.to },
      ...(found.atMost ? { atMost: found.atMost } : {}),
      ...(fee ? { fee } : {}),
      ...(cost && !isAbroad
        ? { cost: { fee: shop.shippingFee, ...(shop.freeShippingFrom ? { freeFrom: shop.freeShippingFrom } : {}) } }
        : {}),
      ...(orderedOn === today && ordered?.hour === undefined ? {} : { ordered: new Date(orderedOn) }),
      arrives: { from: new Date(first), to: new Date(last) },
      ...(wanted === undefined
        ? {}
        : { by: { day: new Date(wanted), comes: last <= wanted ? 'surely' : first <= wanted ? 'perhaps' : 'not' } }),
      ...(asks === 'latest' && orderBy !== undefined
        ? { orderBy: { day: new Date(orderBy), isOver, ...(until === undefined ? {} : { hour: until }) } }
        : {}),
      article: found.article,
    },
    pages: tellsDays(articles, language),
  };
};
