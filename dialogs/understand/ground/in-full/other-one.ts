/** "Not that one, the other one": another of what was shown, or of what the cart holds, in full. */
import type { ProductId } from '../../../../knowledge/domain/ids.ts';
import type { AsksInFull, InFull, Scene } from '../put-in-full.ts';
import { asLookedAt, asSwap, lineBefore, lineOf, ofGoodsBefore, othersThan } from './of-cart.ts';

const text = { en: 'tell me about it', zh: '介绍一下这个' };

/** Which of several it is, or that there is no other, is told of them. */
const among = (products: readonly ProductId[], of: ProductId): InFull => ({
  text,
  of,
  memory: { focus: of },
  take: meant => ({ ...meant, intent: 'unclear', before: products, ask: 'other-one', preferences: [] }),
});

const otherThan = (product: ProductId, scene: Scene): InFull => {
  const [other, ...more] = othersThan(product, scene);
  if (other === undefined) return among([product], product);
  if (more.length > 0) return among([other, ...more], product);
  const line = lineOf(product, scene);
  return {
    text,
    of: other,
    memory: { focus: other },
    take: meant => (line ? asSwap(meant, line, other, scene) : asLookedAt(meant, other)),
  };
};

const ofCart = (_: unknown, scene: Scene): InFull | undefined => {
  const line = lineBefore(scene);
  return line && otherThan(line.product, scene);
};

/** Of a list none was spoken of yet: two are told from each other by the one that is meant. */
const ofList = ({ memory: { shown } }: Scene): InFull | undefined =>
  shown.length > 2 ? among(shown, shown[0]!) : undefined;

export const otherOneInFull = {
  'other-one': {
    one: ({ product }, scene) => otherThan(product, scene),
    list: (_, scene) => ofList(scene),
    cart: ofCart,
    offer: ofCart,
    page: ofGoodsBefore(otherThan, ofList),
    again: () => ({
      text: { en: 'not that one, the other one', zh: '不是这个，是另一个' },
      memory: { lastIntent: 'order-status' },
    }),
    nothing: (_, { memory: { lastIntent } }) =>
      lastIntent === 'complaint' ? { text: { en: 'show my orders', zh: '看看我的订单' } } : undefined,
  },
} satisfies AsksInFull;
