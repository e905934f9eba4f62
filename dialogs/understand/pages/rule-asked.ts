/** Which rule of the shop a message asks about, by its words and by what was spoken of before it. */
import type { Language } from '../../../knowledge/domain/language.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { changeTold } from '../orders/change-told.ts';
import { asksOrderHistory, asksOtherChange } from '../orders/order-talk.ts';
import { tellsFaultOfTold, tellsSpoiled } from '../orders/trouble-told.ts';
import { asksSizeOfBody } from '../people/size-of-body.ts';
import { inChineseWords } from '../text/chinese-slips.ts';
import { policyAsked, policyNamed } from './policy-asked.ts';
import { returningAsked, serviceSpokenOf } from './service-aspects.ts';

/** After an order was told, what the cart comes to, or a return was begun: as a rule after which policies/ may be asked in fewer words. */
const toldOf = new Map<Intent | undefined, string>([
  ['order-status', 'order-told'],
  ['view-cart', 'cart-told'],
  ['start-return', 'how-to-return'],
]);

interface RuleContext {
  readonly language: Language;
  readonly memory: ConversationMemory;
  readonly inChina: boolean;
  /** Whether goods are to go abroad, as far as the message says so. */
  readonly abroad: boolean | undefined;
  /** What is looked at: one thing, or a list. */
  readonly table: readonly Product[];
  /** A flow waits, and this is said to it. */
  readonly isAnswer: boolean;
}

/** `outright`: whatever else the message may name. Takes folded text. */
export const ruleAsked = (
  folded: string,
  { language, memory, inChina, abroad, table, isAnswer }: RuleContext,
): (ReturnType<typeof policyAsked> & { readonly outright?: true }) | undefined => {
  const change = isAnswer ? undefined : changeTold(folded, memory);
  if (change) return { ...policyNamed(change, language)!, outright: true };
  if (asksOtherChange(folded, memory)) return policyNamed('order-change', language);
  if (asksSizeOfBody(folded, table)) return { ...policyNamed('body-size', language)!, outright: true };
  if (asksOrderHistory(folded)) return undefined;
  if (tellsSpoiled(folded, memory)) return policyNamed('bought-faulty', language);
  const asked = policyAsked(inChineseWords(folded), language, {
    inChina,
    abroad: abroad ?? memory.abroad ?? false,
    told: toldOf.get(memory.lastIntent) ?? memory.policy,
    subject: memory.subject,
    service: (memory.waits === 'return' ? returningAsked(folded) : undefined) ?? serviceSpokenOf(memory),
  });
  return asked ?? (tellsFaultOfTold(folded, memory) ? policyNamed('bought-faulty', language) : undefined);
};
