import { suggest } from '../decisions/draft.ts';
import { type OrderClaim, proveOrder } from '../prove-order.ts';
import { ends, type Flow, type FlowContext, type FlowStep } from './flow.ts';
import { joinClaim } from './join-claim.ts';

/** "Where is my order?" from somebody who is not signed in: order number, then e-mail, then the order or one refusal. */
export const guestOrderFlow: Flow<OrderClaim> = {
  id: 'guest-order',
  begin: (start, context) => advance(joinClaim(start.number ? { number: start.number } : {}, context), context),
  isAnswer: (claim, context) => lacksNumber(claim, context),
  answer: async (claim, context) => {
    if (lacksNumber(claim, context)) return { ...ends(claim, { kind: 'number-lost' }), suggestions: suggest('person') };
    const joined = joinClaim(claim, context);
    return joined.number === claim.number && joined.email === claim.email ? null : advance(joined, context);
  },
  ask: async claim => ({
    parts: [claim.number ? { kind: 'ask-email', number: claim.number } : { kind: 'ask-order-number' }],
    suggestions: suggest('cancel', 'person'),
  }),
  takesFreeText: () => false,
};

/** There is no mail to find it in: somebody looks for the order by other means. */
export const lacksNumber = ({ number }: OrderClaim, { turn, understanding }: FlowContext): boolean =>
  number === undefined &&
  !turn.signedIn &&
  (understanding.plainly?.name === 'lost-number' || (turn.value === undefined && hasNone.test(turn.text)));

/** Asked for it, they have none. */
const hasNone =
  /^\W*(?:(?:but|sorry|no|well|um)[,. ]+)*(?:i )?(?:don'?t|don’t|do not|dont|haven'?t) (?:have|got|know|remember) (?:it|one|that|any|a number|the number)\b|^\W*(?:(?:but|sorry|no|well|um|oh)[,. ]+)*i(?:'ve|’ve| have)? ?(?:(?:can'?t|can’t|cannot|cant|couldn'?t) find|lost|deleted|threw away) (?:it|that|(?:the|my|that) (?:confirmation )?(?:e-?mail|number|mail|order number))\b|^(?:我)?(?:的)?(?:订单号|单号|号码|确认邮件|邮件|邮箱里)(?:也|都|已经|早就|好像|实在|真的)*(?:找不到|不见|没了|忘|丢|不记得|记不得|(?:被我?)?(?:给)?删|不知道|没有(?!收到))|^(?:我)?(?:没有|不知道|不记得|找不到|忘了|没存)(?:订单号|单号|号码|啊|呀|了|呢|[,，。.!！\s])*(?:$|[,，]?.{0,12}(?:买|下|付)的)/iu;

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
