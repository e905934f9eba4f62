/** What is known of a message beside its words, by name: what a machine that weighs it in its context looks at. */
import type { IntentJudgement, MessageInContext } from '../../../models/types.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent, Understanding } from '../../turn.ts';
import { asksForOrder, asksOwnSpend, asksSent } from '../orders/order-talk.ts';
import { asksOwnRefund } from '../orders/refund-asked.ts';
import { asksIfReturnable, asksStillReturn } from '../orders/return-asked.ts';
import { tellsOfHarm } from '../orders/trouble-told.ts';
import { tellsTried } from '../pages/tried-told.ts';
import { tellsOwnTaste } from '../wishes/taste-told.ts';
import type { ToldNow } from '../wishes/told-now.ts';
import type { IntentInput } from './intent-input.ts';

export interface ReadMessage {
  readonly text: string;
  readonly input: IntentInput;
  /** What the examples it is like are. */
  readonly guess: IntentJudgement<Intent>;
  /** What words and likeness took it for, and what it was settled to be after all. */
  readonly decided: Intent;
  readonly confidence: number;
  readonly settled: Understanding;
  readonly memory: ConversationMemory;
  /** What no shop for goods does is asked for. */
  readonly notOurTrade: boolean;
  readonly facts: ToldNow['told']['facts'];
}

/** What is less likely is no signal. */
const leastProbability = 0.005;
const shortMessage = 3;
const longMessage = 30;
const hanPerWord = 2;
const confidenceSteps = 20;
/** What was read of a message beside its intent, and has a part of the reply of its own. */
const parts = [
  'sum',
  'trait',
  'trouble',
  'exchanges',
  'claims',
  'hurries',
  'missing',
  'count',
  'resize',
  'together',
  'ordered',
  'everything',
  'degree',
  'choice',
  'advice',
  'slow',
  'likeShown',
] as const satisfies readonly (keyof Understanding)[];
const han = /\p{Script=Han}/u;

/** What words and likeness decided, and how surely: the name of that signal. */
export const decidedAt = (intent: Intent, confidence: number): string =>
  `decided:${intent}:${Math.floor(confidence * confidenceSteps)}`;

export const messageInContext = (read: ReadMessage): MessageInContext<Intent> => {
  const { input, guess, decided, confidence, settled, memory, facts, notOurTrade } = read;
  const { folded, masked } = input.reading;
  const as = settled.intent;
  const signals: Record<string, number> = {};
  const set = (name: string, value = 1): void => {
    signals[name] = value;
  };
  for (const [name, value] of Object.entries(input)) if (value === true) set(`is:${name}`);
  for (const name of ['shopTalk', 'asked', 'taught', 'ofThing', 'onlyTold'] as const) {
    const value = input[name];
    if (value === undefined) continue;
    set(`is:${name}`);
    if (typeof value === 'string') set(`is:${name}=${value}`);
  }
  if (notOurTrade) set('is:notOurTrade');
  if (settled.ofGoods === 'health') set('read:health');
  if ((settled.choices?.length ?? 0) > 0) set('read:choices');
  for (const name of parts) if (settled[name] !== undefined) set(`read:${name}`);
  if (tellsOfHarm(folded)) set('read:harm');
  if (tellsTried(folded) && (memory.topic !== undefined || memory.orderTold !== undefined)) set('read:tried');
  if (as === 'order-status' && (asksSent(folded) || asksForOrder(folded, memory))) set('read:ownOrder');
  if (as === 'question' && (asksOwnRefund(folded, memory) || asksOwnSpend(folded))) set('read:ownMoney');
  if (as === 'question' && (asksIfReturnable(folded, memory) || asksStillReturn(folded))) set('read:returnable');
  if (as === 'state-preference' && tellsOwnTaste(folded)) set('is:tellsTaste');
  set(`like:${guess.intent}${guess.isSure ? '' : '?'}`);
  if (guess.inScope) set('like-taught');
  for (const { intent, probability } of guess.ranked?.() ?? [])
    if (probability > leastProbability) set(`likely:${intent}`, probability);
  set(`decided:${decided}`);
  set(decidedAt(decided, confidence));
  set(`settled:${as}`);
  set(`settled:${decided}>${as}`);
  const last = memory.lastIntent ?? 'none';
  set(`after:${last}`);
  set(`after:${last}:${as}`);
  const table = memory.focus !== undefined ? 'one' : memory.shown.length > 0 ? 'list' : 'nothing';
  set(`table:${table}`);
  set(`table:${table}:${as}`);
  if (memory.shown.length === 1) set('one-shown');
  if (memory.offer !== undefined) set('offer');
  if (memory.policy !== undefined) set('policy');
  if (memory.topic !== undefined) set('topic');
  if (memory.claim !== undefined) set('claim');
  if (memory.toCart !== undefined) set('to-cart');
  if ((memory.search?.length ?? 0) > 0) set('search');
  if (memory.turns === 0) set('first');
  if (memory.failures > 0) set('failed');
  for (const { slot, polarity } of input.taste.preferences) {
    set(`wish:${polarity}:${slot}`);
    set(`wish:${polarity}:${slot}:${as}`);
  }
  for (const { slot, polarity } of facts) set(`fact:${polarity}:${slot}`);
  for (const [name, value] of Object.entries(input.entities)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const entity = name === 'ordinal' ? (value === 0 ? 'that' : 'place') : name;
    set(`names:${entity}`);
    set(`names:${entity}:${as}`);
  }
  const words = han.test(folded) ? [...folded].length / hanPerWord : folded.split(/\s+/).length;
  set('length', Math.min(words, longMessage) / longMessage);
  if (words <= shortMessage) set('short');
  return { text: read.text, taken: as, words: masked, signals };
};
