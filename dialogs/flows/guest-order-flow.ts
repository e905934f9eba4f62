import { suggest } from '../decisions/draft.ts';
import { type OrderClaim, proveOrder } from '../prove-order.ts';
import type { Intent } from '../turn.ts';
import { ends, type Flow, type FlowContext, type FlowStep } from './flow.ts';
import { joinClaim } from './join-claim.ts';

/** "Where is my order?" from somebody who is not signed in: order number, then e-mail, then the order or one refusal. */
export const guestOrderFlow: Flow<OrderClaim> = {
  id: 'guest-order',
  begin: async (start, context) => {
    const claim = joinClaim(start.number ? { number: start.number } : {}, context);
    return (
      stillLacksNumber(claim, context) ?? (lacksEmail(claim, context) ? withoutEmail(claim) : advance(claim, context))
    );
  },
  isAnswer: (claim, context) => lacksNumber(claim, context) || lacksEmail(claim, context),
  answer: async (claim, context) => {
    if (lacksNumber(claim, context)) return withoutNumber(claim);
    if (lacksEmail(claim, context)) return withoutEmail(claim);
    const joined = joinClaim(claim, context);
    return joined.number === claim.number && joined.email === claim.email ? null : advance(joined, context);
  },
  ask: async claim => ({
    parts: [claim.number ? { kind: 'ask-email', number: claim.number } : { kind: 'ask-order-number' }],
    suggestions: suggest('cancel', 'person'),
  }),
  takesFreeText: () => false,
};

/** Told that there is none: a person looks the order up by other means. */
export const withoutNumber = <State>(state: State): FlowStep<State> => ({
  ...ends(state, { kind: 'number-lost' }),
  suggestions: suggest('person'),
});

/** It was said before that the number is gone, and this message has none either; undefined: it may be asked for. */
export const stillLacksNumber = <State extends OrderClaim>(
  state: State,
  { turn, lostNumber }: FlowContext,
): FlowStep<State> | undefined =>
  lostNumber && state.number === undefined && !turn.signedIn ? withoutNumber(state) : undefined;

const withoutEmail = (claim: OrderClaim): FlowStep<OrderClaim> => ({
  ...ends(claim, { kind: 'number-lost', what: 'email' }),
  suggestions: suggest('person'),
});

/** There is no mail to find it in: somebody looks for the order by other means. */
export const lacksNumber = ({ number }: OrderClaim, { turn, understanding }: FlowContext): boolean =>
  number === undefined &&
  !turn.signedIn &&
  (understanding.plainly?.name === 'lost-number' ||
    understanding.ask === 'no' ||
    (turn.value === undefined && hasNone.test(turn.text) && !looksForGoods.has(understanding.intent)));

/** "I don't have one, do you sell umbrellas": no order was meant. */
const looksForGoods: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);

/** Asked for it, they have none. */
const hasNone =
  /^\W*(?:(?:but|sorry|no|well|um)[,. ]+)*(?:i )?(?:don'?t|don’t|do not|dont|haven'?t) (?:have|got|know|remember) (?:it|one|that|any|a number|the number)\b|^\W*(?:(?:but|sorry|no|well|um|oh)[,. ]+)*i(?:'ve|’ve| have)? ?(?:(?:can'?t|can’t|cannot|cant|couldn'?t) find|lost|deleted|threw away) (?:it|that|(?:the|my|that) (?:confirmation )?(?:e-?mail|number|mail|order number))\b|^\W*(?:(?:but|sorry|no|well|um|oh)[,. ]+)*(?:i|we)(?:'ve|’ve)? (?:only|just) (?:have|got|know|remember) (?:the|my|an|our) (?:e-?mail|name|phone|mail)\b|^(?:我)?(?:只|就)(?:有|记得|知道)(?:我的|下单的?)?(?:邮箱|邮件|手机号?|电话|名字)|^(?:我)?(?:的)?(?:订单号|单号|号码|确认邮件|邮件|邮箱里)(?:也|都|已经|早就|好像|实在|真的)*(?:找不到|不见|没了|忘|丢|不记得|记不得|(?:被我?)?(?:给)?删|不知道|没有(?!收到))|^(?:我)?(?:没有|不知道|不记得|找不到|忘了|没存)(?:订单号|单号|号码|啊|呀|了|呢|[,，。.!！\s])*(?:$|[,，]?.{0,12}(?:买|下|付)的|[,，]?.{0,6}(?:邮箱|手机|电话|名字))/iu;

/** The address it was ordered with is asked for, and not known any more. */
const noEmail =
  /\b(?:don'?t|don’t|do not|dont|can'?t|can’t|cannot|no longer) (?:really )?(?:have|know|remember|recall|access)\b.{0,24}\b(?:e-?mail|mail|address|it|that|which)\b|\b(?:forgot|forgotten|lost|not sure|no idea)\b.{0,24}\b(?:e-?mail|mail|address|which)\b|(?:邮箱|邮件地址|下单邮箱)(?:我|也|都|是|哪个|什么|已经|早就|,|，)*(?:没(?:留意|记|印象|注意)|不(?:记得|知道|清楚|确定|用了)|记不(?:得|清|住)|忘|想不起)|(?:不记得|不知道|忘了|记不清|想不起来?)(?:是|用的?|了|当时|哪个|什么|的|我)*邮箱|^(?:我)?(?:也|都|真的?)?(?:不记得|忘了|记不清|不知道|想不起来)(?:了|啊|呀|[,，。.! ])*$/iu;
export const lacksEmail = ({ number, email }: OrderClaim, { turn, understanding }: FlowContext): boolean =>
  number !== undefined &&
  email === undefined &&
  !turn.signedIn &&
  turn.value === undefined &&
  understanding.entities.email === undefined &&
  noEmail.test(turn.text);

const refusedWith = ({ number, email }: OrderClaim) => (number && email ? { claim: { number, email } } : {});

const advance = async (claim: OrderClaim, context: FlowContext): Promise<FlowStep<OrderClaim>> => {
  const proof = await proveOrder(claim, context.turn, context.stores.orders);
  switch (proof.kind) {
    case 'ask':
      return { state: claim, ...(await guestOrderFlow.ask(claim, context)), done: false };
    case 'found':
      return { ...ends(claim, { kind: 'order', order: proof.order }), suggestions: suggest('person') };
    case 'refused':
      return {
        ...ends(claim, { kind: 'order-not-found', ...refusedWith(claim) }),
        suggestions: suggest('order-status', 'person'),
      };
  }
};
