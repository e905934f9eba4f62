import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { contactIn } from '../handoff/desk-facts.ts';
import { handoffCause } from '../handoff/reasons.ts';
import { wasToldLast } from '../repeats.ts';
import type { ReplyEffect, ReplyPart } from '../reply.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { asksWait, beyondWaiting } from '../understand/talk/waiting-line.ts';
import { askedOfClaimTold } from './claims.ts';
import { type Draft, suggest } from './draft.ts';
import { orderStatus } from './orders.ts';
import { certainAnswer } from './page-answer.ts';

/** A way to be reached is expected for this many messages after it was asked for. */
const contactTurns = 4;

const queued = (facts: TurnFacts): ReplyPart => ({
  kind: 'queued',
  position: facts.desk?.position ?? facts.queueLength + 1,
  ...(facts.desk ? { expectedSeconds: facts.desk.expectedSeconds } : {}),
});

/** Outside opening hours nobody is put into a queue: a way to be reached is asked for instead. */
const closed = (facts: TurnFacts): Draft => ({
  parts: [{ kind: 'desk-closed', opensAt: facts.desk?.opensAt ?? null, timeZone: facts.desk?.timeZone ?? 'UTC' }],
  memory: { contactAskedAt: facts.memory.turns },
});

/** What the bot finds or looks up needs nobody to wait for. */
const lookedUp: ReadonlySet<Intent> = new Set([
  'question',
  'product-search',
  'product-details',
  'stock',
  'promotion-question',
  'view-cart',
]);
const takesLeave: ReadonlySet<Intent> = new Set(['thanks', 'goodbye']);
/** 要不要拍照片, 有投诉渠道没有. */
const asksWhether = /(\p{Script=Han})不\1|有[^,，。]{1,8}没有?[?？。 ]*$/u;
/** That nothing is known is the person's to answer. */
const tellsNothing: ReadonlySet<ReplyPart['kind']> = new Set([
  'dont-know',
  'unclear',
  'which-topic',
  'which-product',
  'page-says-no-more',
  'no-more-to-tell',
  'sorry',
  'offer-person',
  'nothing-found',
]);

const isUnsure = (part: ReplyPart): boolean =>
  tellsNothing.has(part.kind) ||
  (part.kind === 'answer' && part.passage.hedged === true) ||
  (part.kind === 'products' && part.relaxed.length > 0);

/** A message from the line: passed on, with the place in it, and what the bot knows where it asks. `told`: as it would be answered else. */
export const inLine = (turn: Turn, understanding: Understanding, facts: TurnFacts, told: () => Draft): Draft => {
  // How long a new one takes is no question of the line.
  const isOfWait = understanding.ofClaim === undefined && asksWait(turn.text);
  const place: ReplyPart = {
    kind: 'still-queued',
    position: facts.queueLength,
    ...(facts.desk ? { expectedSeconds: facts.desk.expectedSeconds } : {}),
    ...(isOfWait ? { asksWait: true } : {}),
    ...(wasToldLast('still-queued', facts.memory) ? { again: true } : {}),
  };
  const said = {
    parts: [place],
    suggestions: suggest('cancel'),
  };
  // "Thanks, that's all for now" is no word for a colleague.
  if (takesLeave.has(understanding.intent)) return { ...said, parts: [...told().parts, { ...place, leaves: true }] };
  const asked = fold(beyondWaiting(turn.text));
  const isQuestion = hasFormOfQuestion(asked) || asksWhether.test(asked);
  // "I meant the warranty on the power bank".
  const isOfRule =
    understanding.intent === 'question' &&
    (understanding.plainly !== undefined || understanding.askedMeant !== undefined);
  if (isOfWait || !(isQuestion || isOfRule)) return said;
  const page =
    understanding.intent === 'question' ? (askedOfClaimTold(understanding, facts) ?? certainAnswer(facts)) : null;
  const own = understanding.intent === 'order-status' && turn.signedIn ? orderStatus(turn, understanding, facts) : null;
  const looked =
    !page && (isQuestion || understanding.plainly !== undefined) && lookedUp.has(understanding.intent) ? told() : null;
  const known = looked && !looked.claim && !looked.start && !looked.parts.some(isUnsure);
  const answer = page ?? (known ? looked : null);
  return {
    ...said,
    parts: [...(answer?.parts ?? []), ...(own?.parts ?? []), place],
    ...(answer?.memory ? { memory: answer.memory } : {}),
  };
};

const contactLeft = (turn: Turn, facts: TurnFacts): Draft | null => {
  const { contactAskedAt, turns } = facts.memory;
  const asked = contactAskedAt !== undefined && turns - contactAskedAt <= contactTurns;
  const awaited = asked || facts.desk?.unanswered;
  const contact = awaited && !turn.value ? contactIn(turn.text) : null;
  if (!contact) return null;
  return {
    parts: [{ kind: 'contact-noted', contact }],
    effects: [{ kind: 'leave-contact', contact }],
    memory: { contactAskedAt: undefined, failures: 0 },
  };
};

/**
 * What was decided, unless a person should have it: then the hand-off is the decision, a typed effect and never only
 * words. A draft that hands over already gets its place, its wait and the opening hours.
 */
export const withHandoff = (turn: Turn, understanding: Understanding, facts: TurnFacts, draft: Draft): Draft => {
  const left = contactLeft(turn, facts);
  if (left) return left;
  const asked = draft.effects?.find(e => e.kind === 'queue-for-person');
  const cause = asked ? null : handoffCause(turn, understanding, facts, draft);
  if (!asked && !cause) return draft;
  if (facts.desk && !facts.desk.open) return closed(facts);
  if (asked) {
    return {
      ...draft,
      parts: draft.parts.map(part =>
        part.kind === 'queued'
          ? { ...queued(facts), ...(asksWait(turn.text) ? { asksWait: true as const } : {}) }
          : part,
      ),
    };
  }
  const effect: ReplyEffect = {
    kind: 'queue-for-person',
    reason: cause?.reason ?? 'asked',
    ...(cause?.department === undefined ? {} : { department: cause.department }),
  };
  // What was found out is still said where it is true; a third "I don't know" is not.
  const said = cause?.reason === 'value-at-risk' || cause?.reason === 'frustration' ? draft.parts.slice(0, 1) : [];
  return { parts: [...said, queued(facts)], effects: [effect], suggestions: suggest('cancel') };
};
