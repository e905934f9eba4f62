/** "Change it to 39", 换成39码: another size of what is in the cart. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

const size = '(xxl|xl|xs|s|m|l|3[4-9]|4[0-8])';
const english = new RegExp(
  `^(?:(?:ok|okay|no|oh|actually|please|can you|could you|wait|sorry|hmm|then|so|and|let's|i'd rather)[,. ]+)*(?:(?:change|switch|swap|make|exchange|update|get) (?:it|that|this|them|those|mine|the size|my size)(?: to| into| for| with| in)?|go for|change to|switch to|i(?:'d| would) (?:rather|prefer)(?: have)?) (?:an? |the |size )*${size}(?: one| ones)?(?:,? (?:please|pls|instead|then|now|thanks))*[?.! ]*$|^(?:(?:ok|okay|no|oh|actually|wait|sorry|hmm)[,. ]+)*(?:an? |the |size )*${size} instead(?: please)?[.! ]*$`,
);
const chinese = new RegExp(
  `^(?:请|帮我|麻烦|那|算了|还是|不对|要不|就|给我|把?尺码|把?它|码数|[,，\\s])*(?:换|改|调)(?:成|为|到|个|一个)*${size}(?:码|号)?(?:的)?(?:吧|了|好了|谢谢|[。.!！\\s])*$`,
  'u',
);
/** Something bought before, or an order, is the matter. */
const ofOrders: ReadonlySet<Intent> = new Set(['order-status', 'start-return', 'cancel-order', 'complaint']);

/** Undefined: nothing of the kind is asked, or what is spoken of comes in no such size. */
export const resizeAsked = (
  folded: string,
  { focus, lastIntent, size: told }: Pick<ConversationMemory, 'focus' | 'lastIntent' | 'size'>,
  view: Pick<CatalogueView, 'byId'>,
): string | undefined => {
  if (focus === undefined || told === undefined || (lastIntent !== undefined && ofOrders.has(lastIntent)))
    return undefined;
  if (folded.length > 60) return undefined;
  const match = english.exec(folded) ?? chinese.exec(folded);
  const wanted = match?.slice(1).find(one => one !== undefined);
  const product = view.byId.get(focus);
  return wanted !== undefined && product && valuesOf(product, 'size')?.includes(wanted) ? wanted : undefined;
};
