/** For tests only: a demo shop's catalogue and messages as turns. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { makeDemoShop } from '../../knowledge/demo/shop.ts';
import { asId, type ConversationId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { TapValue, Turn } from '../turn.ts';

export const demoView = (seed = 7): CatalogueView => {
  const { shop, products, articles } = makeDemoShop({
    seed,
    now: new Date('2026-11-24T00:00:00Z'),
    shoppers: 5,
    impressions: 10,
  });
  return { shop, products, articles, byId: new Map(products.map(p => [p.id, p])) };
};

export const turnOf = (text: string, value?: TapValue, locale?: string): Turn => ({
  id: asId<TurnId>('t1'),
  conversation: asId<ConversationId>('c1'),
  shopper: asId<ShopperId>('s1'),
  signedIn: false,
  channel: 'test',
  text,
  cut: false,
  at: new Date('2026-11-24T10:00:00Z'),
  ...(value ? { value } : {}),
  ...(locale ? { locale } : {}),
});

/** "colour=red", "-material=leather", "size=42@dad", in alphabetical order. */
export const written = (preferences: readonly StatedPreference[]): string =>
  preferences
    .map(
      p => `${p.polarity === 'dislike' ? '-' : ''}${p.slot}=${p.value}${p.forWhom === 'self' ? '' : `@${p.forWhom}`}`,
    )
    .sort()
    .join(' ');
