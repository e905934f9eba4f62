/** What a message wishes for, and of whom and of which list it speaks. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { isAboutChild } from '../../../knowledge/profile/sensitive.ts';
import { valueInWords } from '../../../knowledge/retrieval/goods/lexicon.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Entities, Intent } from '../../turn.ts';
import { callsOffThing } from '../orders/thing-called-off.ts';
import { asksOnceMore } from '../product/thing-asked.ts';

/** Intents in which naming a colour or a size is a wish; elsewhere it describes what the shopper has or asks about. */
const wishing: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference', 'unclear', 'deals']);

/** Slots that name goods. */
export const kinds: ReadonlySet<StatedPreference['slot']> = new Set(['category', 'product']);
export const isOfShown = (
  said: readonly StatedPreference[],
  { shown }: ConversationMemory,
  view: CatalogueView,
): boolean => {
  const named = said.filter(p => kinds.has(p.slot) && p.polarity === 'like');
  const products = shown.flatMap(id => view.byId.get(id) ?? []);
  return named.every(p => products.some(product => matches(product, p)));
};

/** "How big is the bottle" names no other goods than what is in it. */
const pointing =
  /\b(?:it|its|this|that|these|those|they|them|one)\b|它|[这那第]|\bhow (?:big|large|much|many)\b.{0,20}\b(?:bottle|jar|tube|tub|pack|packet|box|tin|pot)\b|多大(?:一)?[瓶罐盒包袋]/u;

/** The conversation without the product spoken of, where goods of another kind are named: "do you have rain jackets in L?" after a bag. */
export const spokenOfNow = (
  folded: string,
  said: readonly StatedPreference[],
  memory: ConversationMemory,
  view: CatalogueView,
): ConversationMemory => {
  const [only, ...more] = memory.shown;
  const product = view.byId.get(memory.focus ?? ((more.length === 0 && only ? only : '') as ProductId));
  const named = said.filter(p => kinds.has(p.slot) && p.polarity === 'like');
  if (!product || pointing.test(folded) || asksOnceMore(folded) || named.every(p => matches(product, p))) return memory;
  const { focus: _, ...rest } = memory;
  return { ...rest, shown: more.length === 0 ? [] : memory.shown };
};

export const widerIsAsked = ({ askedWiderAt, turns }: ConversationMemory): boolean =>
  askedWiderAt !== undefined && askedWiderAt === turns - 1;

const raising =
  /(?:放宽|提高|上调|预算[加涨升提])(?:一?[点些下])?到? ?[¥￥]? ?\d{2,6}|\b(?:stretch|raise|widen|increase|up)(?: (?:it|that|(?:the|my) budget|the limit))?(?: up)? to [¥￥$]? ?\d/u;
/** 那放宽到800, "stretch it to 800": more may be spent than was said of what is looked for. */
export const raisesBudget = (folded: string, { search = [] }: Pick<ConversationMemory, 'search'>): boolean =>
  folded.length <= 60 && raising.test(folded) && search.some(p => p.slot === 'budget');

/** How many of it are wanted and in which size, where it was asked which just now. */
export const pendingFor = ({
  toCart,
  turns,
}: Pick<ConversationMemory, 'toCart' | 'turns'>): { readonly quantity: number; readonly size?: string } | undefined => {
  if (toCart?.at !== turns - 1) return undefined;
  const { at: _, ...pending } = toCart;
  return pending;
};

export const preferencesFor = (
  intent: Intent,
  stated: readonly StatedPreference[],
  entities: Entities,
  folded: string,
): readonly StatedPreference[] => {
  const asked =
    (intent === 'stock' || intent === 'product-details') &&
    entities.products.length === 0 &&
    entities.ordinal === undefined;
  if (!wishing.has(intent) && !asked) return [];
  // A child's taste is nobody's to keep; it serves a search and nothing else.
  if (isAboutChild(folded) && intent === 'state-preference') return [];
  return stated;
};

export const recipientOf = (memory: ConversationMemory): string =>
  memory.search?.find(p => p.forWhom !== 'self')?.forWhom ?? 'self';

/** "The red pack, how many litres?" asks of no colour. */
const asksColour =
  /\b(?:in|come|comes|available|colou?rs?|got|have|has) |^(?:(?:and|so|but|ok)[,. ]+)*(?:is|are) .* \w+[?!. ]*$|色/u;

/** What one product can be asked about, and its attributes answer. */
const askable: ReadonlySet<StatedPreference['slot']> = new Set(['colour', 'size', 'material', 'feature', 'occasion']);

/** "80 degrees for green tea", 泡绿茶: what it is used for, and not made of. */
const isPutTo = (folded: string, value: string): boolean =>
  [value.replaceAll('-', ' '), valueInWords('material', value, 'zh')].some(words => {
    const at = folded.indexOf(fold(words));
    return at > 0 && isUse.test(folded.slice(0, at));
  });
const isUse = /\b(?:for|brew\w*|make|making|drink\w*) (?:my |the |some |a )?$|[泡冲煮喝装洗炒煎]$/u;

/** What is asked of the thing that is spoken of, or told to know which one is meant, and is no wish of its own. `isPointed`: one is spoken of; `named`: by its name. */
export const askedOfThing = (
  intent: Intent,
  said: readonly StatedPreference[],
  isPointed: boolean,
  named: boolean,
  folded: string,
): readonly StatedPreference[] => {
  // 刀不要了 turns down what it names, to say which it is.
  if (intent === 'remove-from-cart') return said.map(p => ({ ...p, polarity: 'like' as const }));
  if (intent === 'cancel-order')
    return callsOffThing(folded)
      ? said.filter(p => kinds.has(p.slot)).map(p => ({ ...p, polarity: 'like' as const }))
      : [];
  const likes = said.filter(p => p.polarity === 'like');
  if (intent === 'change-quantity') return likes;
  // "The same flask again but in green".
  if (intent === 'reorder') return likes.filter(p => kinds.has(p.slot) || p.slot === 'colour');
  if (intent === 'start-return') return likes.filter(p => kinds.has(p.slot));
  if ((intent === 'stock' || intent === 'product-details') && isPointed)
    return likes.filter(
      p =>
        askable.has(p.slot) &&
        // That it is to be given is asked of nothing.
        !(p.slot === 'occasion' && p.value === 'gift') &&
        !(p.slot === 'colour' && named && !asksColour.test(folded)) &&
        !(p.slot === 'material' && isPutTo(folded, p.value)),
    );
  // "I'll take the green one": of that colour or not at all.
  return intent === 'add-to-cart' ? likes.filter(p => p.slot === 'colour') : [];
};
