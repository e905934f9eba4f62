/** What every decision on what was told last goes by. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { sentenceMarks } from '../../../knowledge/retrieval/pages/rest-of-page.ts';
import type { Matter } from '../../matter.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Suggestion } from '../../reply.ts';
import type { Turn, Understanding } from '../../turn.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { allOfIt } from '../cart.ts';
import { type Draft, suggest } from '../draft.ts';

export type DecideOnTold = (
  matter: Matter,
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
) => Draft | undefined;

/** It is still spoken of: what was proposed can still be taken, and what is asked next is asked of it. */
export const stays = (matter: Matter, { memory }: TurnFacts): Partial<ConversationMemory> => {
  const { lastIntent, policy, subject, topic, toldOfTopic, addOn, turns } = memory;
  return {
    failures: 0,
    ...(lastIntent === undefined ? {} : { lastIntent }),
    policy,
    subject,
    ...(matter.about === 'page' && matter.more
      ? {
          topic: matter.article.id,
          toldOfTopic: [...(toldOfTopic ?? []), ...sentenceMarks(matter.more)].slice(-mostMarks),
        }
      : { topic, toldOfTopic }),
    ...(matter.about === 'again' && addOn ? { addOn: { ...addOn, at: turns } } : {}),
    ...(matter.about === 'offer' && matter.is === 'offered' ? { offer: matter.offer.id } : {}),
    // "Yes" to "shall I get you a person?"
    ...(offersPerson.has(matter.about) ? { lastIntent: 'person' as const } : {}),
  };
};

const mostMarks = 20;

/** Where the words end in that question. */
const offersPerson: ReadonlySet<Matter['about']> = new Set(['unknown', 'trouble', 'else']);

const ask = (en: readonly [label: string, text: string], zh: readonly [label: string, text: string]): Suggestion => ({
  kind: 'ask',
  label: { en: en[0], zh: zh[0] },
  text: { en: en[1], zh: zh[1] },
});
export const cheaper = ask(['Something cheaper', 'anything cheaper?'], ['看看更便宜的', '有没有便宜点的']);
export const others = ask(['Show me others', 'show me others'], ['看看别的', '还有别的吗']);
export const compareTwo = ask(['Compare the first two', 'compare the first two'], ['对比前两款', '前两款对比一下']);
export const takeOut = ask(['Take it out', 'take it out again'], ['拿掉', '拿掉吧']);
export const keepIt = ask(['Keep it', 'no, keep it'], ['留着', '不用，留着']);
export const takeOff = ask(['Take it off', 'yes'], ['取消优惠', '好的']);
export const keepOn = ask(['Leave it on', 'no, leave it'], ['保留优惠', '不用']);
export const putIn = ask(['Put it in my cart', 'yes please'], ['加入购物车', '好的']);
export const emptyCart = ask(['Empty my cart', 'empty my cart'], ['清空购物车', '清空购物车']);
export const returnIt = ask(['Return something', "I'd like to return something"], ['我要退货', '我要退货']);

const addTap = (product: ProductId): Suggestion => ({
  kind: 'tap',
  value: { tap: 'add-to-cart', product },
  label: 'add',
});

/** What can be done about it, a tap away. */
export const taps = (matter: Matter): readonly Suggestion[] => {
  switch (matter.about) {
    case 'goods':
      return matter.found.length > 1 ? [compareTwo, cheaper] : [addTap(matter.found[0]!.id)];
    case 'product':
      return [addTap(matter.product.id)];
    case 'lacks':
    case 'compared':
      return [others];
    case 'cart':
    case 'code':
      return suggest('view-cart');
    case 'offer':
      return matter.is === 'offered'
        ? [
            { kind: 'tap', value: { tap: 'apply-offer', offer: matter.offer.id }, label: 'apply' },
            { kind: 'tap', value: { tap: 'decline-offer', offer: matter.offer.id }, label: 'decline' },
          ]
        : suggest('view-cart');
    case 'deals':
      return matter.cart ? suggest('view-cart') : suggest('recommend');
    case 'order':
      return matter.order.status === 'delivered'
        ? suggest('start-return', 'person')
        : suggest('order-status', 'person');
    case 'again':
      return [allOfIt, ...suggest('view-cart')];
    case 'flow':
      return [];
    case 'page':
    case 'unknown':
    case 'else':
      return suggest('person');
    case 'trouble':
      return suggest('person', 'order-status');
    case 'unsold':
    case 'unclear':
      return suggest('recommend', 'person');
    case 'nothing':
      return suggest('recommend', 'deals', 'order-status');
    case 'asked':
      return suggest('yes', 'no');
  }
};
