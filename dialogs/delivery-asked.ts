/** Whether a message asks what delivery costs, which the cart that there is answers beside a page. */
import type { ConversationMemory } from './memory.ts';
import type { Understanding } from './turn.ts';

const ofDelivery: ReadonlySet<string> = new Set(['delivery-cost', 'free-delivery', 'home-delivery', 'home-free']);

/** From how much it is free is the rule itself, and the same for every cart. */
const fromHowMuch =
  /\bfrom (?:how much|what)\b|\b(?:minimum|threshold|at least|least|from when)\b|满多少|多少钱?(?:起|才|以上)|[买满]多少/iu;
/** What delivery costs is asked, of a parcel that stays in the country. */
export const asksDeliveryCost = (
  { intent, plainly, abroad, said = '' }: Understanding,
  memory: Pick<ConversationMemory, 'abroad'>,
): boolean =>
  intent === 'question' && ofDelivery.has(plainly?.name ?? '') && !fromHowMuch.test(said) && !(abroad ?? memory.abroad);
