/** What the cards of a reply are built with. */
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import type { Labels, Wording } from './words.ts';

/** What card building needs beyond wording: how a promotion and a fact read. Promotions are looked up by the offer. */
export interface CardContext extends Wording {
  readonly labels: Labels;
  readonly now: Date;
  offerTitle(offer: Offer): string;
  offerTerms(offer: Offer): string;
  /** `beside`: the facts shown with it. */
  factText(fact: ProfileFact, beside: readonly ProfileFact[]): string;
}

export const picturePath = (id: string): string => `/api/shop/products/${encodeURIComponent(id)}/picture.svg`;
