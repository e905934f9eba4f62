/** "In stock in green? Add one", 有没有米色的M码 有就加购物车: what goes in is in the form that was asked about just before it. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';
import type { Request } from '../several-requests.ts';
import type { CostAsked } from './cost-asked.ts';

const isForm = ({ slot, polarity }: StatedPreference): boolean =>
  polarity === 'like' && (slot === 'colour' || slot === 'size');
const formsIn = ({ asksOf = [], preferences }: Understanding): readonly StatedPreference[] =>
  [...asksOf, ...preferences].filter(isForm);

/** Nothing is said of which one it is but that it is the one that is spoken of. */
const isOfIt = (
  { intent, ordered, among, together, entities: { products, ordinal } }: Understanding,
  focus: ConversationMemory['focus'],
): boolean =>
  intent === 'add-to-cart' &&
  ordered === undefined &&
  among === undefined &&
  together === undefined &&
  !ordinal &&
  products.every(product => product === focus);

/** `whole`: the message in one piece, which may tell a form that none of its clauses does. */
export const inFormAsked = (
  requests: readonly Request[],
  whole: Understanding,
  { focus, shown = [] }: Partial<Pick<ConversationMemory, 'focus' | 'shown'>>,
): readonly Request[] => {
  const it = focus ?? (shown.length === 1 ? shown[0] : undefined);
  if (it === undefined) return requests;
  return requests.map((request, i) => {
    const { understanding } = request;
    const priced = ofOneAlike(understanding.sum, whole.sum);
    if (i > 0 && priced) return { ...request, understanding: { ...understanding, sum: priced } };
    const before = requests[i - 1]?.understanding;
    const asksBefore = before?.intent === 'product-details' || before?.intent === 'stock';
    if (!before || !asksBefore || !isOfIt(understanding, it) || formsIn(understanding).length > 0) return request;
    const forms = [...formsIn(before), ...formsIn(whole)];
    const values = (slot: string): readonly string[] => [
      ...new Set(forms.flatMap(form => (form.slot === slot ? [form.value] : []))),
    ];
    const [colour, ...otherColours] = values('colour');
    const [size, ...otherSizes] = values('size');
    const ofColour =
      colour !== undefined && otherColours.length === 0 ? forms.find(f => f.value === colour) : undefined;
    const inSize = otherSizes.length === 0 && understanding.sizeSaid === undefined ? size : undefined;
    return {
      ...request,
      understanding: {
        ...understanding,
        ...(ofColour ? { asksOf: [...(understanding.asksOf ?? []), ofColour] } : {}),
        ...(inSize === undefined ? {} : { size: inSize, sizeSaid: inSize }),
      },
    };
  });
};

/** 红色M码有吗 一件运到新加坡总共多少钱: what the one in that form comes to, which only the whole of it names. */
const ofOneAlike = (part: CostAsked | undefined, whole: CostAsked | undefined): CostAsked | undefined => {
  if (!part || !whole || !('lines' in part) || !('lines' in whole)) return undefined;
  const isOne = part.lines.length === 1 && whole.lines.length === 1;
  return isOne && part.lines[0]!.quantity === whole.lines[0]!.quantity ? { ...part, lines: whole.lines } : undefined;
};

const asksIfThere =
  /有没有|有(?!现货).{0,8}(?:吗|么|嘛|没)|\b(?:do|have|got) (?:you|u|ya)\b|\b(?:is|are) (?:there|it|they)\b|\bdoes it\b|\bcomes? in\b/u;
/** "Goatpath it is. Do you have it in grey?", 买它，有没有深蓝的: which one it is to be is open, and none goes in yet. */
export const withoutUnsettled = (requests: readonly Request[]): readonly Request[] => {
  const [first, next, ...others] = requests;
  if (!first || !next) return requests;
  const { intent, ordered, among, together, entities } = first.understanding;
  const isOfOne =
    intent === 'add-to-cart' &&
    among === undefined &&
    together === undefined &&
    entities.quantity === undefined &&
    (ordered === undefined || (ordered.lines.length === 1 && ordered.open.length === 0));
  const { asksOf = [], preferences, intent: asked } = next.understanding;
  const told = [...asksOf, ...preferences];
  const isOfForm =
    (asked === 'product-details' || asked === 'stock' || asked === 'product-search') &&
    told.every(isForm) &&
    told.some(form => form.slot === 'colour') &&
    asksIfThere.test(fold(next.turn.text));
  return isOfOne && isOfForm && formsIn(first.understanding).length === 0 ? [next, ...others] : requests;
};
