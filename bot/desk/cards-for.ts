import type { ReplyPart } from '../../dialogs/reply.ts';
import type { Card } from '../../dialogs/say/cards.ts';
import { type SayContext, say } from '../../dialogs/say/say.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { Desk } from './desk.ts';

/** The same cards the bot shows, built by the same code; a deal given a moment ago brings its promotion along. */
const cardsOf = (desk: Desk, part: ReplyPart, language: Language, fresh?: Promotion): Card[] => {
  const { view } = desk.services.catalogue;
  const context: SayContext = {
    language,
    shop: view.shop,
    now: desk.now,
    product: id => (part.kind === 'product' && part.product.id === id ? part.product : view.byId.get(id)),
    promotionOf: offer => (fresh?.id === offer.promotion ? fresh : desk.services.catalogue.promotion(offer.promotion)),
    factText: fact => fact.value,
    ...(desk.services.tone ? { tone: desk.services.tone } : {}),
  };
  return [...say({ parts: [part], language, suggestions: [] }, context).cards];
};

export const productCards = (desk: Desk, product: Product, language: Language): Card[] =>
  cardsOf(desk, { kind: 'product', product, aspect: 'details' }, language);

export const offerCards = async (desk: Desk, offer: Offer, language: Language): Promise<Card[]> => {
  const known = desk.services.catalogue.promotion(offer.promotion);
  const promotion = known ?? (await desk.stores.promotions.get(offer.promotion)) ?? undefined;
  return cardsOf(desk, { kind: 'offer', offer, unprompted: false }, language, promotion);
};
