/** The replies to the requests of one message, as one reply. Pure. */
import { isRemark } from '../knowledge/retrieval/goods/remarks.ts';
import { fold } from '../knowledge/retrieval/text/fold.ts';
import { undoOf } from './cart-before.ts';
import type { FlowStart } from './flow-parts.ts';
import type { Recorded } from './record.ts';
import type { Reply, ReplyPart, Suggestion } from './reply.ts';
import type { TurnFacts } from './turn-facts.ts';

/** One request, answered and recorded. */
export interface Answered extends Recorded {
  /** What it asked, in its own words; for what stays open. */
  readonly asked: string;
  readonly facts: TurnFacts;
}

export interface Joined {
  readonly parts: readonly ReplyPart[];
  readonly reply: Reply;
  /** The flows to begin, one after the other. */
  readonly starts: readonly FlowStart[];
  readonly cartChanged: boolean;
  readonly facts: { readonly unavailable: readonly string[]; readonly marked: readonly string[] };
}

/** 拍错了，怎么取消: told by its being begun. */
const asksHowToCancel =
  /^(?:怎么|如何|咋)取消(?:订单|掉|呢|啊)*[?？。. ]*$|^how (?:do|can) i cancel(?: it| that)?[?. ]*$/u;
const beginsCancelling = ({ reply }: Answered): boolean => reply.start?.flow === 'cancel-order';

/** A remark, or the whole of what was answered in parts. */
const isAnsweredElse = (asked: string, answers: readonly Answered[]): boolean =>
  isRemark(fold(asked)) || answers.some(other => other.asked !== asked && asked.includes(other.asked));

const mostSuggestions = 4;

/** In the order answered; what the last one left of the conversation is what is remembered. */
export const joined = (answers: readonly [Answered, ...Answered[]]): Joined => {
  const [only] = answers;
  const last = answers.at(-1) ?? only;
  const several = answers.length > 1;
  const partsOf = ({ parts, reply, asked }: Answered): ReplyPart[] =>
    [...parts, ...reply.parts]
      .filter(part => !(several && part.kind === 'dont-know' && isAnsweredElse(asked, answers)))
      .map(part => (several && part.kind === 'dont-know' ? ({ kind: 'part-unknown', asked } as const) : part));
  const handsOver = last.reply.effects.some(effect => effect.kind === 'queue-for-person');
  const offered = handsOver ? [last] : answers;
  const cancels = answers.some(beginsCancelling);
  const told = unrepeated(answers.flatMap(partsOf)).filter(
    part => !(cancels && part.kind === 'part-unknown' && asksHowToCancel.test(fold(part.asked))),
  );
  const undo = handsOver ? [] : undoOf(answers);
  return {
    parts: handsOver ? told.filter(part => !offersPerson.has(part.kind)) : told,
    starts: answers.flatMap(one => one.reply.start ?? []),
    cartChanged: answers.some(one => one.cartChanged),
    facts: {
      unavailable: unique(answers.flatMap(one => one.facts.unavailable)),
      marked: unique(answers.flatMap(one => one.facts.marked)),
    },
    reply: several
      ? {
          ...last.reply,
          parts: answers.flatMap(one => one.reply.parts),
          effects: answers.flatMap(one => one.reply.effects),
          suggestions: [
            ...distinct(offered.flatMap(one => one.reply.suggestions)).slice(0, mostSuggestions - undo.length),
            ...undo,
          ],
        }
      : { ...only.reply, suggestions: [...only.reply.suggestions, ...undo] },
  };
};

/** "I don't know: shall I get you a person?" is not said to whoever gets one. */
const offersPerson: ReadonlySet<ReplyPart['kind']> = new Set([
  'page-says-no-more',
  'no-more-to-tell',
  'dont-know',
  'unclear',
  'which-topic',
  'stuck',
  'offer-person',
]);

/** "Which one do you mean?" is asked once, an order, a list, the cart and what is to pay are told once, and the place in the line at the end. */
const unrepeated = (parts: readonly ReplyPart[]): ReplyPart[] => {
  const first = parts.findIndex(({ kind }) => kind === 'which-product');
  const place = parts.findLastIndex(({ kind }) => kind === 'still-queued');
  const isTold = (part: ReplyPart, i: number): boolean => {
    const before = parts.slice(0, i);
    switch (part.kind) {
      case 'order':
        return before.some(other => other.kind === 'order' && other.order.number === part.order.number);
      case 'products':
        return before.some(
          other =>
            other.kind === 'products' &&
            part.found.every(one => other.found.some(({ product }) => product.id === one.product.id)),
        );
      case 'cart':
        return before.some(other => other.kind === 'cart' && JSON.stringify(other) === JSON.stringify(part));
      // What comes off the cart is told with it.
      case 'comes-off':
        return part.of === 'cart' && before.some(other => other.kind === 'cart');
      // What is to pay once the deal is on it is told with the deal.
      case 'new-total':
        return parts.slice(i).some(other => other.kind === 'offer-applied');
      default:
        return false;
    }
  };
  return parts.filter(
    (part, i) =>
      (part.kind !== 'which-product' || i === first) &&
      (part.kind !== 'still-queued' || i === place) &&
      !isTold(part, i),
  );
};

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

const distinct = (suggestions: readonly Suggestion[]): Suggestion[] => [
  ...new Map(suggestions.map(s => [JSON.stringify(s), s])).values(),
];
