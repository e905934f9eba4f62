/** Goods that came broken, wrong or not at all: what is told of them, and what is wished for instead. */
import { isWithinReturnWindow, type Order } from '../../knowledge/domain/order.ts';
import { daysLimit } from '../../knowledge/retrieval/pages/limits.ts';
import { ordersOn } from '../orders-then.ts';
import type { ReplyPart } from '../reply.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { amendsWished, isOfClaim, saysOrdered } from '../understand/orders/claim-told.ts';
import { isOfMissing } from '../understand/orders/missing-told.ts';
import { withoutDenied } from '../understand/orders/not-meant.ts';
import { ofOthersAccount } from '../understand/orders/others-account.ts';
import { claimLasts, here, inOrder, isPast, pastOf } from './claim-in-order.ts';
import { type Decide, type Draft, suggest } from './draft.ts';
import { goodsAsked } from './goods-of-orders.ts';
import { linesSpokenOf } from './lines-spoken-of.ts';
import { orderMissing, orderPointedAt } from './own-orders.ts';
import { answered, certainAnswer } from './page-answer.ts';
import { windowOf } from './return-window.ts';

const orderNamed = (number: string | undefined, { orders }: TurnFacts): Order | undefined =>
  number === undefined ? undefined : orders.find(order => order.number === number);

/** The thing that is to be exchanged, where an order that can still go back holds it; a colleague hears the size. */
const toExchange = (turn: Turn, understanding: Understanding, facts: TurnFacts): ReplyPart | undefined => {
  if (!turn.signedIn || understanding.plainly?.name !== 'exchange') return undefined;
  const { returnDays } = facts.shop;
  const came = facts.orders.filter(({ status }) => status === 'delivered');
  const [spoken] = linesSpokenOf(withoutDenied(understanding.said ?? ''), came, facts.shop);
  if (spoken && !isWithinReturnWindow(spoken.order, returnDays, facts.now))
    return windowOf(spoken.order, turn, facts, spoken.line);
  const goods = goodsAsked(turn, understanding, facts);
  if (spoken) return { kind: 'exchange-by-person', of: spoken };
  if (!goods) return undefined;
  const order = facts.orders.find(one => isWithinReturnWindow(one, returnDays, facts.now) && goods.isIn(one));
  const line = order?.lines.find(one => !one.gift && goods.isIn({ ...order, lines: [one] }));
  return order && line ? { kind: 'exchange-by-person', of: { order, line } } : undefined;
};

/** So many days the page gives to tell that it did not come, where more have passed since; undefined: there is time, or no page says it. */
const missingPast = (order: Order, { passages, now }: TurnFacts): number | undefined => {
  const came = order.shipment?.deliveredAt;
  if (order.status !== 'delivered' || !came) return undefined;
  const limit = passages[0] && daysLimit(passages[0].text);
  return limit !== undefined && now.getTime() - came.getTime() > (limit + 1) * 86_400_000 ? limit : undefined;
};

/** To what the page says of such goods: whose order they are in, and that the matter goes on. */
export const withClaim = (turn: Turn, understanding: Understanding, facts: TurnFacts, told: Draft): Draft => {
  const exchange = toExchange(turn, understanding, facts);
  if (exchange) {
    const memory = { ...told.memory, ownAsked: { matters: ['exchange'] as const, at: facts.memory.turns } };
    const isOver = exchange.kind === 'return-refused';
    return {
      ...told,
      parts: isOver ? [exchange, ...told.parts] : [...told.parts, exchange],
      suggestions: isOver ? suggest('person') : suggest('person', 'start-return'),
      memory,
    };
  }
  if (isOfMissing(understanding.said ?? '', understanding.plainly?.name)) {
    const missing = turn.signedIn ? orderMissing(turn, understanding, facts) : undefined;
    const past = missing && missingPast(missing, facts);
    return {
      ...told,
      parts: [
        ...told.parts,
        ...(missing
          ? [
              past
                ? ({ kind: 'claim-of', order: missing, past } as const)
                : ({ kind: 'order', order: missing } as const),
            ]
          : []),
      ],
      memory: {
        ...told.memory,
        ...(past ? { lastIntent: 'person' as const } : {}),
        claim: { at: facts.memory.turns, missing: true, ...(missing ? { order: missing.number } : {}) },
      },
      suggestions: suggest('person', 'order-status'),
    };
  }
  if (!isOfClaim(understanding.plainly?.name) || understanding.plainly?.next) return told;
  const own = inOrder(turn, understanding, facts);
  return {
    ...told,
    parts: [...told.parts, ...own.parts],
    memory: { ...told.memory, ...own.memory },
    suggestions: suggest('person', 'order-status'),
  };
};

/** Nothing else is spoken of than which order it is. */
const mayPoint: ReadonlySet<Understanding['intent']> = new Set([
  'order-status',
  'start-return',
  'cancel-order',
  'complaint',
  'question',
  'unclear',
  'no',
]);
const ofOrder = /\b(?:order|parcel|one)\b|\bit(?:'?s| was) (?:the|in|my)\b|\bi mean(?:t)?\b|单|买的|那个|这个/u;
const longest = 60;
/** What came to nothing in one order is of another: "no, the one with the watch", 是马克杯那单. Null: no other is pointed at. */
export const claimMoved = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { said = '', entities, intent, plainly, own, claims } = understanding;
  const { claim, turns } = facts.memory;
  if (!turn.signedIn || !claim || turns - claim.at > claimLasts || claims || plainly || own) return null;
  if (!mayPoint.has(intent) || said.length > longest || hasFormOfQuestion(said)) return null;
  const came = facts.orders.filter(({ status }) => here.has(status));
  const [named] = linesSpokenOf(said, came, facts.shop);
  const then = ordersOn(entities.when, came, turn.text);
  const onDay = then.find(one => named === undefined || one.id === named.order.id) ?? then[0];
  const order =
    named && ofOrder.test(said) ? (then.includes(named.order) ? named.order : (onDay ?? named.order)) : onDay;
  // What was told is among those of the day: it is meant.
  const isTold = named === undefined && then.some(one => one.number === claim.order);
  if (!order || isTold || order.number === claim.order) return null;
  const past = claim.missing ? undefined : pastOf(order, facts).past;
  return {
    parts: [{ kind: 'claim-of', order, ...(past === undefined ? {} : { past }) }],
    suggestions: suggest('person', 'start-return'),
    memory: {
      failures: 0,
      claim: { ...claim, at: turns, order: order.number },
      ...(past === undefined ? {} : { lastIntent: 'person' as const }),
    },
  };
};

/** Of an order that somebody else placed: what it takes to see it, with the rule for goods that came broken where that is told in it. */
export const othersOrder = (_: Turn, understanding: Understanding, facts: TurnFacts): Draft | null => {
  const { said = '', entities, intent, plainly } = understanding;
  if (facts.order || entities.email !== undefined || intent === 'person' || intent === 'cancel') return null;
  if (!ofOthersAccount(said)) return null;
  const rule = isOfClaim(plainly?.name) || (plainly && hasFormOfQuestion(said)) ? answered(facts) : null;
  const { orderNumber: number } = entities;
  return {
    parts: [...(rule?.parts ?? []), number ? { kind: 'ask-email', number } : { kind: 'others-order' }],
    suggestions: suggest('person', 'order-status'),
    memory: {
      ...rule?.memory,
      failures: 0,
      // "Yes" takes the colleague who is offered then.
      lastIntent: 'person',
      ...(facts.memory.claim ? { claim: { at: facts.memory.turns } } : {}),
    },
  };
};

const whatNext =
  /\b(?:what (?:now|next|happens (?:now|next|then)|are you going to do)|so what (?:do|can|should) (?:i|we) do)\b|(?:然后呢|接下来|怎么(?:办|弄|处理|搞)|咋(?:办|弄|整))/u;
/** "So what can you do now?", of what was told. */
export const claimAskedOn = (turn: Turn, { intent, said = '' }: Understanding, facts: TurnFacts): Draft | null => {
  const { claim, turns } = facts.memory;
  const asksOn = intent === 'help' || (mayPoint.has(intent) && said.length <= longest && whatNext.test(said));
  if (!asksOn || !claim || turns - claim.at > claimLasts) return null;
  // Offered once, a colleague is what is left.
  if (claim.askedOn)
    return {
      parts: [{ kind: 'queued', position: facts.queueLength + 1 }],
      effects: [{ kind: 'queue-for-person', reason: 'asked' }],
    };
  const order = turn.signedIn ? orderNamed(claim.order, facts) : undefined;
  return {
    parts: [{ kind: 'sorry', about: claim.missing ? 'missing' : 'told', ...(order ? { order } : {}) }],
    suggestions: suggest('person'),
    memory: { lastIntent: 'person', claim: { ...claim, at: turns, askedOn: true } },
  };
};

/** How long what is wished for takes, or whether what came broken goes back; a page says it. Null: neither is asked. */
export const askedOfClaimTold = ({ ofClaim }: Understanding, facts: TurnFacts): Draft | null => {
  const page = ofClaim && certainAnswer(facts);
  if (!page) return null;
  const { claim, turns } = facts.memory;
  const when: ReplyPart[] = ofClaim === 'how-long' ? [{ kind: 'claim-when', wish: claim?.wish ?? 'another' }] : [];
  return {
    ...page,
    parts: [...when, ...page.parts],
    suggestions: suggest('person'),
    memory: { ...page.memory, ...(claim ? { claim: { ...claim, at: turns } } : {}) },
  };
};

const latest = /\b(?:last|latest|newest|most recent)\b|最近|最新|上(?:一)?[个单次]|刚/u;

/** Told once more: the order it is about, or what is wished for, which a colleague hears. `toPerson`: the line for one. */
export const claimGoesOn = (toPerson: (understanding: Understanding, facts: TurnFacts) => Draft): Decide => {
  return (turn, understanding, facts) => {
    const { said = '' } = understanding;
    const { claim, turns } = facts.memory;
    const came = facts.orders.filter(({ status }) => here.has(status));
    const pointed =
      orderPointedAt({ text: withoutDenied(said) }, understanding, came) ?? (latest.test(said) ? came[0] : undefined);
    // 是马克杯那单: by what is in it.
    const goods = claim?.order === undefined ? goodsAsked(turn, understanding, facts) : undefined;
    const order = pointed ?? (goods ? came.find(goods.isIn) : undefined) ?? orderNamed(claim?.order, facts);
    const isOfForm = claim !== undefined && saysOrdered(said);
    const wish = amendsWished(said) ?? (isOfForm ? 'another' : turn.value ? claim?.wish : undefined);
    if (wish) {
      const handed = toPerson(understanding, facts);
      const passed: ReplyPart = { kind: 'claim-wish', wish, ...(order ? { order } : {}) };
      const rule = answered(facts)?.parts ?? [];
      return {
        ...handed,
        parts: [passed, ...rule, ...handed.parts],
        memory: { ...handed.memory, claim: claim && { ...claim, at: turns, wish } },
      };
    }
    if (order)
      return {
        parts: [{ kind: 'claim-of', order, ...pastOf(order, facts) }],
        suggestions: suggest('person', 'start-return'),
        memory: {
          claim: { at: turns, order: order.number },
          ...(isPast(order, facts) ? { lastIntent: 'person' as const } : {}),
        },
      };
    return turn.signedIn ? toPerson(understanding, facts) : { parts: [], start: { flow: 'guest-order' } };
  };
};
