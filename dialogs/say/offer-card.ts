/** One offer as a card, with the cart as it would be paid. */
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { CardContext } from './card-context.ts';
import type { OfferCard } from './cards.ts';
import { formatTime, nameOf } from './words.ts';

export const offerCard = (offer: Offer, context: CardContext): OfferCard => {
  const { labels } = context;
  const before = {
    minor: offer.priced.total.minor + offer.saves.minor,
    currency: offer.saves.currency,
  };
  return {
    type: 'offer',
    id: offer.id,
    kind: offer.kind,
    title: context.offerTitle(offer),
    saves: labels.saves(formatMoney(offer.saves)),
    savesMinor: offer.saves.minor,
    lines: offer.priced.lines.map(line => ({
      name: nameOf(line.product, context),
      quantity: line.quantity,
      paid: line.gift ? labels.gift : formatMoney(line.paid),
    })),
    before: formatMoney(before),
    after: formatMoney(offer.priced.total),
    currency: offer.saves.currency,
    terms: context.offerTerms(offer),
    expiresAt: offer.expiresAt.toISOString(),
    expires: labels.expires(formatTime(offer.expiresAt, context.language, context.shop)),
    notice: offer.because.givenBy === undefined ? labels.personalised : labels.givenBy(offer.because.givenBy),
    state: offer.state,
    buttons:
      offer.state === 'quoted'
        ? [
            { label: labels.apply, value: { tap: 'apply-offer', offer: offer.id }, primary: true },
            { label: labels.decline, value: { tap: 'decline-offer', offer: offer.id } },
          ]
        : [],
  };
};
