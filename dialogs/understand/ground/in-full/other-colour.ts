/** "The blue one instead": what lies before the shopper in another colour, in full. */
import type { ProductId } from '../../../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../../../knowledge/domain/preference.ts';
import type { AsksInFull, InFull, Scene } from '../put-in-full.ts';
import { asLookedAt, asSwap, inColourSaid, lineBefore, lineOf, ofGoodsBefore } from './of-cart.ts';

/** Whether it comes in it, and in what it does. */
const isThere = (product: ProductId, said: string): InFull => ({
  text: { en: `do you have it in ${said}?`, zh: `这款有${said}的吗` },
  memory: { focus: product, shown: [product], lastIntent: 'product-details' },
  of: product,
});

const ofOne = (product: ProductId, scene: Scene): InFull | undefined => {
  const { colour } = scene;
  if (!colour) return undefined;
  const form = inColourSaid(product, scene);
  if (!form || form.id === product) return isThere(product, colour.said);
  const line = lineOf(product, scene);
  return {
    text: { en: 'tell me about it', zh: '介绍一下这个' },
    memory: { focus: form.id },
    of: form.id,
    take: meant => (line ? asSwap(meant, line, form.id, scene) : asLookedAt(meant, form.id)),
  };
};

const ofCart = (_: unknown, scene: Scene): InFull | undefined => {
  const line = lineBefore(scene);
  return line && ofOne(line.product, scene);
};

/** The one of them that comes in it; which, where several do, or that none does, is told of them. */
const ofList = (scene: Scene): InFull | undefined => {
  const { colour, memory } = scene;
  if (!colour) return undefined;
  const forms = memory.shown.flatMap(id => inColourSaid(id, scene)?.id ?? []);
  const [form, ...more] = [...new Set(forms)];
  const text = { en: 'tell me about it', zh: '介绍一下这个' };
  if (form && more.length === 0)
    return { text, of: form, memory: { focus: form }, take: meant => asLookedAt(meant, form) };
  const [value = ''] = colour.values;
  const asked: StatedPreference = {
    slot: 'colour',
    value,
    polarity: 'like',
    forWhom: 'self',
    quote: colour.said,
    confidence: 1,
  };
  return {
    text,
    take: ({ asks: _, ...meant }) => ({
      ...meant,
      intent: 'unclear',
      before: form ? [form, ...more] : memory.shown,
      ask: 'other-colour',
      preferences: [],
      asksOf: form ? [] : [asked],
    }),
  };
};

export const coloursInFull = {
  'other-colour': {
    one: ({ product }, scene) => ofOne(product, scene),
    list: (_, scene) => ofList(scene),
    again: (_, scene) => ofList(scene),
    cart: ofCart,
    offer: ofCart,
    page: ofGoodsBefore(ofOne, ofList),
    deals: ofGoodsBefore(ofOne, ofList),
    order: () => ({ text: { en: 'I want to exchange it for another colour', zh: '我想换个颜色' } }),
  },
} satisfies AsksInFull;
