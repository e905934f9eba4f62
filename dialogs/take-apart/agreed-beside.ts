/** "Ok yes. But how long will that take?": the colleague who was offered is taken, and something is asked beside it. */
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Turn, Understanding } from '../turn.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { asksWait } from '../understand/talk/waiting-line.ts';
import type { TakenApart } from './taken-apart.ts';

const agreeing =
  /^((?:(?:ok|okay|yes|yeah|yep|yup|sure|please|fine|alright|all right|go on|go ahead|please do|do that)[,.! ]*)+|(?:好的?|行吧?|可以|嗯|是的?|要的?|那就|转吧?|好吧|麻烦了?|[,，。.!！ ])+?[,，。.!！ ]+)(?:but |and |so |then |though )*(?=\S)/iu;
const longest = 160;

/** Undefined: none was offered, or the message does not open with a yes and go on with a question. */
export const agreedBeside = (
  turn: Turn,
  { lastIntent }: Pick<ConversationMemory, 'lastIntent'>,
  understand: (part: Turn) => Understanding,
): TakenApart | undefined => {
  if (turn.value || turn.text.length > longest || (lastIntent !== 'complaint' && lastIntent !== 'person'))
    return undefined;
  const [all, agreed = ''] = agreeing.exec(turn.text) ?? [];
  const rest = all === undefined ? '' : turn.text.slice(all.length).trim();
  if (!/[\p{L}]{2}/u.test(rest) || !(hasFormOfQuestion(fold(rest)) || asksWait(rest))) return undefined;
  const yes = understand({ ...turn, text: agreed.trim() });
  if (yes.intent !== 'yes' && yes.intent !== 'person') return undefined;
  const beside = asksWait(rest) ? undefined : understand({ ...turn, text: rest });
  if (beside && beside.intent !== 'question') return undefined;
  const first = { turn, understanding: { ...yes, ...(beside ? { beside: true, goesOn: true } : {}) } };
  return {
    understanding: first.understanding,
    takesBack: false,
    requests: beside
      ? [
          { ...first, turn: { ...turn, text: agreed.trim() } },
          {
            turn: { ...turn, id: `${turn.id}.2` as Turn['id'], text: rest },
            understanding: { ...beside, beside: true },
          },
        ]
      : [first],
  };
};
