/** Of which of several requests a flow that begins is. */
import type { Answered } from '../join-replies.ts';
import type { Turn } from '../turn.ts';
import type { Request } from '../understand/several-requests.ts';
import type { FlowContext } from './flow.ts';

/** "An invoice for the mug, and I want to return the lamp": the return is of what is said of it, and of nothing that was asked beside it. */
export const ofItsRequest = (
  turn: Turn,
  all: readonly Request[],
  done: readonly Answered[],
): Partial<Pick<FlowContext, 'turn' | 'understanding'>> => {
  const starting = done.filter(({ reply }) => reply.start !== undefined);
  const [begins] = starting;
  const own = begins && all.find(({ turn: part, asked }) => (asked ?? part.text) === begins.asked);
  if (!own || starting.length > 1 || all.length < 2) return {};
  const others = all.filter(one => one !== own && one.turn.text !== turn.text);
  if (others.some(one => namesOneMore(one.turn.text, turn.text))) return {};
  const text = others.reduce((left, one) => left.replace(one.turn.text, ' '), turn.text).trim();
  return text.includes(own.turn.text) ? { turn: { ...turn, text }, understanding: own.understanding } : {};
};

/** 退拼图，还有熊公仔, "return the lamp, and the mug": of the same request. */
const namesOneMore = (part: string, whole: string): boolean =>
  joining.test(whole.slice(0, whole.indexOf(part))) && onlyNames.test(part);
const joining = /(?:还有|以及|[和跟]|\b(?:and|plus)(?: also)?(?: the| my)?)\s*$/iu;
const onlyNames =
  /^(?!.*[看找推有吗么])\p{Script=Han}{1,8}[。.!！ ]*$|^(?:(?:the|my) )?[a-z'-]+(?: [a-z'-]+)?[.! ]*$/iu;
