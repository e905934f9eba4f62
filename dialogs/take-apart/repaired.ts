/** After an answer that missed what was asked: what was meant, and which page it is not. */
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import type { AskedMeant } from '../understand/pages/asked-meant.ts';
import type { Request } from '../understand/several-requests.ts';
import type { TakenApart } from './taken-apart.ts';

/** What is asked about in these was meant as a rule, where nothing is to be done. */
const ofOwnOrders: ReadonlySet<Intent> = new Set(['start-return', 'order-status', 'cancel-order']);

const looking: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
const namesKind = ({ preferences, entities, goods = [] }: Understanding): boolean =>
  entities.products.length + goods.length > 0 || preferences.some(p => p.slot === 'category' || p.slot === 'product');

/** What was meant, read by `readWhole` as if what was told just now had not been. */
export const repaired = (
  meant: AskedMeant,
  given: Turn,
  memory: ConversationMemory,
  readWhole: (given: Turn, memory: ConversationMemory) => TakenApart,
): TakenApart => {
  const { topic, ...before } = memory;
  // What is put right of a page is asked of the pages: "can you send a present straight to my nephew?" looks for none.
  const wasOfPages = topic !== undefined && hasFormOfQuestion(fold(meant.text));
  const apart = readWhole({ ...given, text: meant.text }, before);
  const asked = (one: Understanding): Understanding => {
    const isOfPages =
      (meant.before && ofOwnOrders.has(one.intent)) || (wasOfPages && looking.has(one.intent) && !namesKind(one));
    const asRule: Understanding = isOfPages ? { ...one, intent: 'question', preferences: [], wishes: [] } : one;
    const { otherPage, denied, named, refused } = meant;
    const askedMeant = { otherPage, named, ...(denied ? { denied } : {}), ...(refused ? { refused } : {}) };
    return asRule.intent === 'question' ? { ...asRule, askedMeant } : asRule;
  };
  const [first, ...others] = apart.requests;
  return {
    ...apart,
    passedOver: [],
    understanding: asked(apart.understanding),
    requests: [first, ...others].map(one => ({ ...one, understanding: asked(one.understanding) })) as [
      Request,
      ...Request[],
    ],
  };
};
