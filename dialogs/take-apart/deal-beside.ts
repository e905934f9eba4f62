/** A deal that was offered, taken or missed in a message that says something else as well: "apply it n put the white one in cart". */
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { type DealTaken, dealTaken } from '../understand/deals/deal-taken.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import type { Request } from '../understand/several-requests.ts';
import type { TakenApart } from './taken-apart.ts';

/** What is in the cart by then is what a deal comes off. */
const changesCart: ReadonlySet<Intent> = new Set([
  'add-to-cart',
  'remove-from-cart',
  'change-quantity',
  'reorder',
  'apply-code',
]);
/** Nothing but the deal is meant by what these are taken for. */
const saysNoMore: ReadonlySet<Intent> = new Set([
  'yes',
  'no',
  'cancel',
  'thanks',
  'greeting',
  'apply-offer',
  'deals',
  'better-deal',
  'complaint',
  'unclear',
]);
/** "No, just the kettle with the 20 off", of what is in the cart: nothing is looked for. */
const onlyNames: ReadonlySet<Intent> = new Set(['product-search', 'product-details', 'state-preference', 'question']);

const toldAgo = ({ offer, offerAt, turns }: ConversationMemory): number | undefined =>
  offer === undefined || offerAt === undefined ? undefined : turns - offerAt;

/** Undefined: no deal was offered, or it is left alone. `apart`, `alone`: the rest of the message, and words by themselves. */
export const withDealTaken = (
  turn: Turn,
  memory: ConversationMemory,
  apart: (rest: Turn) => TakenApart,
  alone: (text: string) => Understanding,
): TakenApart | undefined => {
  if (turn.value) return undefined;
  const deal = dealTaken(turn.text, toldAgo(memory));
  if (!deal) return undefined;
  const code = alone(turn.text).entities.code;
  if (code !== undefined) return undefined;
  // 那就用上 然后下单: what is in the cart is paid for, and nothing more put in.
  const text = checksOut.test(deal.rest) ? (hasHan(deal.rest) ? '去结账' : 'check out') : deal.rest;
  const rest = text === '' ? undefined : apart({ ...turn, text });
  const requests = rest ? rest.requests.filter(one => !isOnlyDeal(one, memory)) : [];
  if (!rest || requests.length === 0) return ofDealAlone({ ...turn, text: deal.said }, deal, alone);
  const lastAct = requests.findLastIndex(({ understanding: { intent } }) => changesCart.has(intent));
  const at = lastAct + 1;
  const one = requestOf(
    { ...turn, id: `${turn.id}.deal` as Turn['id'], text: deal.said },
    deal,
    alone,
    lastAct >= 0 || orders.test(text),
  );
  const all = [...requests.slice(0, at), one, ...requests.slice(at)].map((request, i, list) => ({
    ...request,
    understanding: { ...request.understanding, beside: true, ...(i < list.length - 1 ? { goesOn: true } : {}) },
  }));
  const [first = one, ...others] = all;
  const isWhole = requests.length === rest.requests.length;
  return {
    ...rest,
    understanding: first.understanding,
    requests: [first, ...others],
    passedOver: isWhole
      ? (rest.passedOver ?? []).map(part => ({ ...part, after: part.after + (part.after >= at ? 1 : 0) }))
      : [],
  };
};

/** Something is to go in, whatever is made of it. */
const orders =
  /\b(?:add|put|buy|order|get me|give me|i'?ll (?:take|have))\b|[加买放拍]|[来要](?=[一二两三四五六\d这那])/iu;
const checksOut =
  /^(?:(?:and|then|now|please|pls|let me|i want to|i'?ll|,)[, ]*)*(?:check ?out|pay|place (?:the|my) order|order (?:it|now))[.! ]*$|^(?:然后|那|就|再|我|直接|帮我|可以|去|,|，)*(?:下单|结账|结算|付款|买单|支付)(?:吧|了|咯|啦)*[.!。！ ]*$/iu;

const isOnlyDeal = ({ turn, understanding }: Request, { inCart = [] }: ConversationMemory): boolean => {
  const { intent, entities, ask } = understanding;
  if (saysNoMore.has(intent) && ask === undefined && !hasFormOfQuestion(fold(turn.text))) return true;
  const isHad = intent === 'change-quantity' ? inCart.length === 1 : onlyNames.has(intent);
  return (
    isHad &&
    inCart.length > 0 &&
    entities.products.every(id => inCart.some(line => line.product === id)) &&
    justThat.test(turn.text)
  );
};
/** "Just the kettle", 就要那个壶: what is had already. */
const justThat =
  /^(?:(?:no|nah|ok|i want|i need)[,. ]+)*(?:just|only) (?:the|that|this|my)\b|^(?:不是?|我|[,， ])*(?:就|只)(?:要|是|买)/iu;

const requestOf = (
  turn: Turn,
  { how }: DealTaken,
  alone: (text: string) => Understanding,
  besideAct: boolean,
): Request => {
  const { ask: _, ...meant } = alone(hasHan(turn.text) ? '使用这个优惠' : 'apply the offer');
  return {
    turn,
    understanding: {
      ...meant,
      intent: how === 'taken' ? 'apply-offer' : 'promotion-question',
      entities: { products: [], aspect: how === 'taken' ? 'applies' : 'why-not' },
      preferences: [],
      said: fold(turn.text),
      deal: { how, ...(besideAct ? { besideAct: true as const } : {}) },
    },
  };
};

const ofDealAlone = (turn: Turn, deal: DealTaken, alone: (text: string) => Understanding): TakenApart => {
  const one = requestOf(turn, deal, alone, false);
  return { understanding: one.understanding, requests: [one], takesBack: false };
};
