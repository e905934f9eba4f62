/** How a shopper picks from what is shown. */
import type { ProductCard } from '../../../../dialogs/say/cards.ts';
import type { ProductId } from '../../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../../knowledge/domain/product.ts';
import type { Random } from '../../../../knowledge/domain/random.ts';
import type { Move, Situation } from '../goal.ts';
import { say, tap, type } from '../goal.ts';
import { cardsOf } from '../reading.ts';
import type { Stage, Visitor } from '../stage.ts';
import { type Phrases, pick } from '../wording.ts';

export const inCart = async (stage: Stage, visitor: Visitor, wanted: (id: ProductId) => boolean): Promise<boolean> => {
  const cart = await stage.core.stores.carts.ofShopper(visitor.shopper);
  return (cart?.lines ?? []).some(line => wanted(line.product));
};

export const byId = (stage: Stage, id: string) => stage.products.find(p => p.id === id);

const places: readonly Phrases[] = [
  {
    en: ['put the first one in my cart', "I'll take the first one", 'add number 1 to my basket'],
    zh: ['第一个加到购物车', '就要第一款吧', '把第一个放进购物车'],
  },
  {
    en: ['put the second one in my cart', "I'll take the second one", 'add number 2 to my basket'],
    zh: ['第二个加到购物车', '就要第二款吧', '把第二个放进购物车'],
  },
  {
    en: ['put the third one in my cart', "I'll take the third one", 'add number 3 to my basket'],
    zh: ['第三个加到购物车', '就要第三款吧', '把第三个放进购物车'],
  },
];

const noThanks: Phrases = {
  en: ['no thanks', 'not interested in that', "no, I don't need that"],
  zh: ['不用了谢谢', '不需要这个', '算了不要'],
};

/** Takes one of these cards: by its button, or by its place in words. */
export const take = (card: ProductCard, place: number, { random }: Situation): Move => {
  const button = card.buttons.find(b => b.value.tap === 'add-to-cart');
  const words = places[place];
  return button && (random() < 0.6 || !words) ? tap(button) : words ? say(words) : type(card.name);
};

/** A shopper who is shown an offer without asking turns it down now and then, and then wants to hear no more of it. */
export const declines = (situation: Situation): Move | null => {
  const offer = cardsOf(situation.heard, 'offer').find(o => o.buttons.length > 0);
  const declined = situation.exchanges.some(e =>
    /no thanks|not interested|don't need that|不用了|不需要|算了不要/i.test(e.said),
  );
  return offer && !declined && situation.random() < 0.4 ? say(noThanks) : null;
};

/** Outside the category deals and between two prices, so that it is known what a code has to do. */
export const goodsBetween = (stage: Stage, random: Random, low: number, high: number): Product =>
  pick(
    stage.products.filter(
      p =>
        isSellable(p) &&
        p.category !== 'tea-coffee' &&
        p.category !== 'skincare' &&
        p.price.minor >= low * 100 &&
        p.price.minor <= high * 100,
    ),
    random,
  );
